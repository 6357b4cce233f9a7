//! Many pairs of schemas, one in each line of a file; for each, one line about it.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use schema_compat::{
    Draft, Settings, Undecided, Verdict,
    worker::{Asks, Question, Workers},
};
use schema_registry::file::LARGEST_NAMED;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::{
    exit::{Exit, Failure},
    output::print_json,
};

/// One line of the file. Other members are ignored.
#[derive(Deserialize)]
struct Pair<'a> {
    /// Goes into the answer as it is.
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    /// The draft of schemas that do not name theirs: `4`, `7`, `2020-12`.
    draft: Option<Draft>,
    #[serde(borrow)]
    writer: &'a RawValue,
    #[serde(borrow)]
    reader: &'a RawValue,
}

#[derive(Serialize)]
struct Line<'a> {
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    #[serde(flatten)]
    verdict: &'a Verdict,
    /// Milliseconds by the clock.
    ms: f64,
}

/// Compares the pairs one after the other, so that the times are those of each alone. A line that is
/// no pair has an answer like the others, and the run ends with a finding.
pub(super) fn run(path: &Path, settings: Settings, workers: &Workers<'_>) -> Result<Exit, Failure> {
    let shown = path.display();
    let failed = |error| Failure::new(format!("cannot read `{shown}`"), error);
    let file: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).map_err(failed)?)
    };
    let mut file = BufReader::new(file);
    let mut exit = Exit::Fine;
    let mut bytes = Vec::new();
    for line in 1.. {
        bytes.clear();
        let mut limited = file.by_ref().take(LARGEST_NAMED);
        if limited.read_until(b'\n', &mut bytes).map_err(failed)? == 0 {
            break;
        }
        if limited.limit() == 0 && !bytes.ends_with(b"\n") {
            let why = format!("line {line} has more than {LARGEST_NAMED} bytes");
            return Err(failed(io::Error::other(why)));
        }
        let pair: Result<Pair<'_>, _> = serde_json::from_slice(&bytes);
        let (id, verdict, ms) = match &pair {
            Ok(pair) => {
                let settings = Settings {
                    draft: pair.draft.unwrap_or(settings.draft),
                    ..settings
                };
                let question = Question {
                    asks: Asks::Verdict,
                    writer: pair.writer.get(),
                    reader: pair.reader.get(),
                    settings,
                };
                let answer = workers.compare(&question).map_err(super::no_worker)?;
                (pair.id, answer.verdict, answer.time.as_secs_f64() * 1e3)
            }
            Err(error) => {
                exit = Exit::Findings;
                let undecided = Undecided::not_a_pair(line, error);
                (None, Verdict::Undecided(undecided), 0.0)
            }
        };
        let answer = Line {
            line,
            id,
            verdict: &verdict,
            ms: (ms * 1e4).round() / 1e4,
        };
        print_json(&super::json_line(&answer)?);
    }
    Ok(exit)
}

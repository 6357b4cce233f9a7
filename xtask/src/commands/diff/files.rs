//! Two files that know nothing of a registry.

use std::fs;

use schema_compat::{
    Settings, Verdict,
    worker::{Question, Workers},
};
use serde::Serialize;

use crate::{
    cli::Format,
    context::{Context, print},
    exit::{Exit, Failure},
};

/// The verdict of one direction.
#[derive(Serialize)]
struct Direction<'a> {
    direction: &'static str,
    /// The file of who sends.
    writer: &'a str,
    /// The file of who receives.
    reader: &'a str,
    #[serde(flatten)]
    verdict: Verdict,
}

pub(super) fn run(
    context: &Context,
    old: &str,
    new: &str,
    settings: Settings,
    workers: &Workers<'_>,
) -> Result<Exit, Failure> {
    let read = |path: &str| {
        fs::read_to_string(path)
            .map_err(|error| Failure::new(format!("cannot read `{path}`"), error))
    };
    let (old_text, new_text) = (read(old)?, read(new)?);
    let questions =
        [(&old_text, &new_text), (&new_text, &old_text)].map(|(writer, reader)| Question {
            writer,
            reader,
            settings,
        });
    let answers = workers
        .compare_all(&questions, questions.len())
        .map_err(super::no_worker)?;
    let named = [("backward", old, new), ("forward", new, old)];
    let mut exit = Exit::Fine;
    for ((direction, writer, reader), answer) in named.into_iter().zip(answers) {
        if !answer.verdict.is_compatible() {
            exit = Exit::Findings;
        }
        let direction = Direction {
            direction,
            writer,
            reader,
            verdict: answer.verdict,
        };
        match context.format {
            Format::Human => print(&human(&direction)),
            _ => print(&super::json_line(&direction)?),
        }
    }
    Ok(exit)
}

fn human(of: &Direction<'_>) -> String {
    let Direction {
        direction,
        writer,
        reader,
        verdict,
    } = of;
    let question = format!("{direction} (what `{writer}` writes, `{reader}` reads)");
    match verdict {
        Verdict::Compatible { proof } => {
            format!("{question}: compatible, {}\n", super::text::proof(*proof))
        }
        Verdict::Breaking {
            witness,
            refused_at,
        } => {
            let witness = super::text::indented(witness);
            format!(
                "{question}: breaking\n  `{writer}` lets this be written:\n{witness}\n  `{reader}` \
                 refuses it: {}\n",
                super::text::refusal(refused_at)
            )
        }
        Verdict::Undecided { reason } => format!("{question}: undecided: {reason}\n"),
    }
}

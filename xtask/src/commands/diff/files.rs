//! Two files that know nothing of a registry.

use std::fs;

use schema_compat::{
    Objection, Settings, Verdict,
    changes::{changes, describe},
    comparable,
    worker::{Question, Workers},
};
use schema_registry::load::parse_source;
use serde::Serialize;
use serde_json::Value;

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
    let ((old_text, old_schema), (new_text, new_schema)) =
        (read(old, &settings)?, read(new, &settings)?);
    if context.format == Format::Human
        && let Some((old, new)) = old_schema.zip(new_schema)
    {
        for change in changes(&old, &new) {
            print(&format!("- {}\n", describe(&change)));
        }
    }
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

/// The text of a file, and its schema. A text that is nested very deep is left to the worker, which may
/// fail at it.
fn read(path: &str, settings: &Settings) -> Result<(String, Option<Value>), Failure> {
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("cannot read `{path}`"), error))?;
    let refused = |why: String| Failure::other(format!("cannot compare `{path}`"), why);
    let schema: Value = match serde_json::from_str(&text) {
        Ok(schema) => schema,
        Err(error) if error.to_string().starts_with(TOO_DEEP) => return Ok((text, None)),
        Err(error) => {
            let why = format!("it is no JSON: {error}; write one JSON Schema");
            return Err(refused(why));
        }
    };
    if let Err(Objection { pointer, reason }) = comparable(&schema, settings) {
        let source = parse_source(path.to_owned(), text, &mut Vec::new());
        let place = source.position(source.span_at(&pointer).start);
        let what = match pointer.as_str() {
            "" => String::new(),
            pointer => format!("`{pointer}`: "),
        };
        let help = match pointer.ends_with("/$ref") {
            true => "name a file that refers to no other one, as released files do",
            false => "mend the schema",
        };
        return Err(refused(format!(
            "line {}, column {}: {what}{reason}; {help}",
            place.line, place.column
        )));
    }
    Ok((text, Some(schema)))
}

/// How `serde_json` begins to say that a text is nested too deep.
const TOO_DEEP: &str = "recursion limit exceeded";

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
        Verdict::Vacuous { reason } => format!("{question}: vacuous: {reason}\n"),
        Verdict::Undecided { reason } => format!("{question}: undecided: {reason}\n"),
    }
}

//! `validate`: is a body what its event's schema describes?

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::Args;
use schema_registry::{
    diagnostic::{Diagnostic, Location},
    file,
    load::parse_source,
    model::Registry,
    text,
    validate::{Choice, refusals},
};

use crate::{
    context::{Context, count},
    exit::{Exit, Failure},
    output,
};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Files that hold one body each; `-` is the standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let registry = context.registry(&place)?;
    if registry.config.is_unread() {
        return Ok(context.report(&registry.findings));
    }
    let mut findings = Vec::new();
    let mut verdicts = Vec::new();
    let mut failures = Vec::new();
    for path in &arguments.files {
        let shown = if is_standard_input(path) {
            "<stdin>".into()
        } else {
            path.display().to_string()
        };
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                failures.push(Failure::new(format!("cannot read `{shown}`"), error));
                continue;
            }
        };
        let before = findings.len();
        let event_type = body(&registry, shown.clone(), bytes, &mut findings);
        if findings.len() == before {
            verdicts.push(format!(
                "{shown}: a valid `{}`",
                event_type.unwrap_or_default()
            ));
        }
    }
    let exit = context.report(&findings);
    for verdict in &verdicts {
        context.say(verdict);
    }
    let refused = arguments.files.len() - verdicts.len() - failures.len();
    if refused > 0 {
        context.say(&format!(
            "{} refused, of {}",
            refused,
            count(arguments.files.len(), "body").replace("bodys", "bodies")
        ));
    }
    // The other bodies are judged all the same.
    let last = failures.pop();
    for failure in failures {
        output::error(&failure);
    }
    last.map_or(Ok(exit), Err)
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if !is_standard_input(path) {
        return file::named(path);
    }
    file::whole(io::stdin().lock(), file::LARGEST_NAMED)
}

/// Judges one body, and says which event it is.
fn body(
    registry: &Registry,
    shown: String,
    bytes: Vec<u8>,
    findings: &mut Vec<Diagnostic>,
) -> Option<String> {
    let finding = |code, message: String, help: String, location| {
        Diagnostic::error(code, message).help(help).at(location)
    };
    let text = match text::decode(bytes) {
        Ok(text) => text,
        Err(why) => {
            findings.push(finding(
                "invalid-json",
                format!("the body cannot be read: {why}"),
                "JSON is written in UTF-8".into(),
                Location::of_file(shown),
            ));
            return None;
        }
    };
    let source = parse_source(shown, text, findings);
    let root = source.root.clone()?;
    let value = root.to_value();
    let known = || {
        let names: Vec<String> = registry
            .events()
            .map(|(_, _, event)| format!("`{}`", event.event_type))
            .collect();
        match names.as_slice() {
            [] => "the registry has no events".to_owned(),
            names => format!("the registry has {}", names.join(", ")),
        }
    };
    match registry.choose(&value) {
        Choice::Event(_, _, event) => {
            let Some(validator) = registry.validator(&event.schema) else {
                let message = format!("the schema of `{}` is broken", event.event_type);
                let help = "run `cargo xtask check`".to_owned();
                findings.push(finding(
                    "invalid-schema",
                    message,
                    help,
                    event.schema.location(""),
                ));
                return None;
            };
            for refusal in refusals(&validator, &value) {
                let help = registry.refused_by(&refusal, event);
                let location = Location::at_pointer(&source, refusal.pointer);
                findings.push(finding("invalid-body", refusal.message, help, location));
            }
            Some(event.event_type.clone())
        }
        Choice::Unknown { pointer, named } => {
            let message = format!("`{named}` names no event of this registry");
            let location = Location::at_pointer(&source, pointer);
            findings.push(finding("unknown-event", message, known(), location));
            None
        }
        Choice::Unnamed => {
            let message = "the body does not say which event it is".to_owned();
            findings.push(finding(
                "unknown-event",
                message,
                known(),
                Location::at_pointer(&source, ""),
            ));
            None
        }
    }
}

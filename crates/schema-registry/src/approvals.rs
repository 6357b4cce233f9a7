//! `approvals.toml`: accepted breaking changes, each with its reason.

use serde::Deserialize;
use toml::Spanned;

use crate::{
    diagnostic::{Diagnostic, Location},
    rules::INVALID_CONFIG,
    source::Source,
    text,
};

/// An accepted breaking change, from one released revision of an event to one state of its schema.
#[derive(Clone, Debug)]
pub struct Approval {
    /// The type of the event.
    pub event: String,
    /// The SHA-256 digest of the released revision whose promises are given up, as in `released/index.json`.
    pub released: String,
    /// The SHA-256 digest of the schema that breaks them, as the finding shows it.
    pub schema: String,
    /// The reason why the change is accepted.
    pub reason: String,
    /// The location of the entry in `approvals.toml`.
    pub location: Location,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    approval: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    event: String,
    released: String,
    schema: String,
    reason: String,
}

const HELP: &str = "write `[[approval]]`, and below it `event`, `released`, `schema` and `reason`";

/// Parses `approvals.toml`, and reports invalid content as findings.
pub(crate) fn parse(file: &Source, findings: &mut Vec<Diagnostic>) -> Vec<Approval> {
    let entries: File = match text::from_toml(&file.text, HELP) {
        Ok(entries) => entries,
        Err(oddity) => {
            findings.push(
                Diagnostic::new(&INVALID_CONFIG, oddity.message)
                    .help(oddity.help)
                    .at(Location::at_span(file, oddity.span)),
            );
            return Vec::new();
        }
    };
    let mut approvals = Vec::new();
    for entry in entries.approval {
        let location = Location::at_span(file, entry.span());
        let entry = entry.into_inner();
        if !entry.reason.contains(char::is_alphanumeric) {
            let message = format!("the approval of a break of `{}` has no reason", entry.event);
            let finding = Diagnostic::new(&INVALID_CONFIG, message)
                .help("say in `reason` why the break is right")
                .at(location);
            findings.push(finding);
            continue;
        }
        approvals.push(Approval {
            event: entry.event,
            released: entry.released,
            schema: entry.schema,
            reason: entry.reason,
            location,
        });
    }
    approvals
}

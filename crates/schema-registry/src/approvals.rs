//! `approvals.toml`: breaks that somebody has accepted, each with its reason.

use serde::Deserialize;
use toml::Spanned;

use crate::{
    diagnostic::{Diagnostic, Location},
    rules::INVALID_CONFIG,
    source::Source,
    text,
};

/// A break that was accepted: from one released revision of an event to one state of its schema.
#[derive(Clone, Debug)]
pub struct Approval {
    /// The type of the event.
    pub event: String,
    /// SHA-256 of the released revision whose promises are given up, as `released/index.json` has it.
    pub released: String,
    /// SHA-256 of the schema that breaks them, as the finding says it.
    pub schema: String,
    /// Why that is right.
    pub reason: String,
    /// Where it stands.
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

/// Reads the file, and reports what cannot be understood.
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

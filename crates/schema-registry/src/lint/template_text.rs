//! Checks for [`template-text`](RULE).

use crate::rules::TEMPLATE_TEXT as RULE;
use crate::{diagnostic::Diagnostic, json::Node, model::Registry};

/// The description that a new event begins with.
#[must_use]
pub fn event_template(event: &str) -> String {
    format!("Fired when `{event}` happens. Say here when that is.")
}

/// The description that the payload of a new event begins with.
#[must_use]
pub fn payload_template(event: &str) -> String {
    format!("What a `{event}` event tells.")
}

/// The description of the one field that a new event begins with.
pub const FIELD_TEMPLATE: &str = "Identifier of what the event is about, a UUID.";

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (_, _, event) in registry.events() {
        let name = &event.event_type;
        let templates = [
            event_template(name),
            payload_template(name),
            FIELD_TEMPLATE.to_owned(),
        ];
        for inner in event.schema.subschemas() {
            let text = inner.node.get("description").and_then(Node::as_str);
            if text.is_some_and(|text| templates.iter().any(|template| template == text)) {
                findings.push(
                    Diagnostic::new(&RULE, "this description is still the one that `new` wrote")
                        .help("say what is particular to this event: when it is sent, and what its fields mean")
                        .at(event.schema.location(inner.keyword("description"))),
                );
            }
        }
    }
}

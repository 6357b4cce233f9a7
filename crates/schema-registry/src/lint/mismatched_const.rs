//! Checks for [`mismatched-const`](RULE).

use crate::rules::MISMATCHED_CONST as RULE;
use crate::{
    diagnostic::Diagnostic,
    json::{self, Node},
    keywords::EVENT_VERSION,
    model::Registry,
    validate::major_of,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (family, major, event) in registry.events() {
        let (Some(config), Some(envelope)) = (family.envelope(), &major.envelope) else {
            continue;
        };
        let schema = &event.schema;
        let pinned = [
            (Some(&config.event_type), event.event_type.clone()),
            (config.schema_ref.as_ref(), registry.schema_ref(schema)),
        ];
        for (field, expected) in pinned {
            let Some(field) = field else { continue };
            let pointer = json::child(&json::child("/properties", field), "const");
            if schema.root.at(&pointer).and_then(Node::as_str) != Some(&expected) {
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!("`{field}` has to be the constant `{expected}`"),
                    )
                    .help(format!(
                        "write `\"const\": \"{expected}\"` in `properties` / `{field}`"
                    ))
                    .at(schema.location(pointer)),
                );
            }
        }
        if config.version.is_some() && event.revision().and_then(major_of) != Some(major.number) {
            let message = match event.revision() {
                None => "this event does not say its revision".to_owned(),
                Some(revision) => format!("`{revision}` is not a revision of `{}`", major.name),
            };
            let help = format!(
                "write `\"{EVENT_VERSION}\": \"{}.0.0\"`, or a later one",
                major.number
            );
            findings.push(
                Diagnostic::new(&RULE, message)
                    .help(help)
                    .at(schema.location(format!("/{EVENT_VERSION}"))),
            );
        }
        let refines = schema
            .root
            .get("$ref")
            .and_then(Node::as_str)
            .and_then(|reference| registry.follow(schema, reference))
            .is_some_and(|(target, pointer, _)| target.uri == envelope.uri && pointer.is_empty());
        if !refines {
            findings.push(
                Diagnostic::new(&RULE, "this event does not refine the envelope")
                    .help(format!("write `\"$ref\": \"{}\"` at the top", config.file))
                    .at(schema.location("/$ref")),
            );
        }
    }
}

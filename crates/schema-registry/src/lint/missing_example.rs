//! Checks for [`missing-example`](RULE).

use crate::rules::MISSING_EXAMPLE as RULE;
use crate::{
    diagnostic::Diagnostic,
    json::{self, Node},
    keywords::SHOWN_EXAMPLE,
    layout,
    model::{Event, Family, Registry},
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (family, major, event) in registry.events() {
        let schema = &event.schema;
        let folder = major.folder.examples(&event.event_type);
        // An example that is not JSON could be the one that is missed.
        let is_unclear = registry.has_unparsed_file_in(&folder);
        if is_unclear {
            continue;
        }
        if event.examples.is_empty() {
            findings.push(
                Diagnostic::new(&RULE, format!("`{}` has no example", event.event_type))
                    .help(format!("add a body as `{folder}/<case>.json`"))
                    .at(schema.location("")),
            );
        } else {
            branches(registry, family, event, findings);
        }
    }
    for (_, major) in registry.majors() {
        for schema in major.schemas() {
            for inner in schema.subschemas() {
                let Some(named) = inner.node.get(SHOWN_EXAMPLE).and_then(Node::as_str) else {
                    continue;
                };
                let event = layout::split_example(named).0;
                let mut events = major.events.iter();
                if events.any(|known| known.event_type == event && known.example(named).is_some()) {
                    continue;
                }
                let is_unclear = registry.is_broken(&major.folder.named_example(named))
                    || registry.is_broken(&major.folder.schema(event));
                if !is_unclear {
                    findings.push(
                        Diagnostic::new(&RULE, format!("there is no example `{named}`"))
                            .help("name a file below `examples/`: `<event>/<case>.json`")
                            .at(schema.location(inner.keyword(SHOWN_EXAMPLE))),
                    );
                }
            }
        }
    }
}

/// Each entry of the payload's union must accept the payload of some example.
fn branches(registry: &Registry, family: &Family, event: &Event, findings: &mut Vec<Diagnostic>) {
    let schema = &event.schema;
    let Some(payload) = family.envelope().map(|envelope| envelope.payload.as_str()) else {
        return;
    };
    // A rejected example could be the one that is missing.
    let is_unclear = registry.validator(schema).is_none_or(|validator| {
        let mut bodies = event.examples.iter().map(|example| example.root.to_value());
        bodies.any(|body| !validator.is_valid(&body))
    });
    if is_unclear {
        return;
    }
    let mut pointer = json::child("/properties", payload);
    let mut node = schema.root.at(&pointer);
    if let Some(reference) = node
        .and_then(|node| node.get("$ref"))
        .and_then(Node::as_str)
    {
        match registry.follow(schema, reference) {
            Some((file, target, definition)) if file.uri == schema.uri => {
                pointer = target;
                node = Some(definition);
            }
            _ => return,
        }
    }
    let Some(branches) = node.and_then(|node| node.get("oneOf")) else {
        return;
    };
    for (index, branch) in branches.items().iter().enumerate() {
        let name = branch
            .get("$ref")
            .and_then(Node::as_str)
            .and_then(|reference| {
                registry
                    .follow(schema, reference)
                    .and_then(|(_, _, node)| node.get("title")?.as_str())
            });
        let Some(validator) = registry.validator_at(schema, &format!("{pointer}/oneOf/{index}"))
        else {
            continue;
        };
        let shown = event.examples.iter().any(|example| {
            example
                .root
                .get(payload)
                .is_some_and(|payload| validator.is_valid(&payload.to_value()))
        });
        if !shown {
            let name = name.map_or_else(
                || format!("number {}", index + 1),
                |name| format!("`{name}`"),
            );
            findings.push(
                Diagnostic::new(&RULE, format!("no example shows the branch {name}"))
                    .help(format!(
                        "add a body to the examples of `{}`",
                        event.event_type
                    ))
                    .at(schema.location(format!("{pointer}/oneOf/{index}"))),
            );
        }
    }
}

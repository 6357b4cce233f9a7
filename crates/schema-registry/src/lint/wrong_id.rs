//! Checks for [`wrong-id`](RULE).

use crate::rules::WRONG_ID as RULE;
use crate::{diagnostic::Diagnostic, json::Node, model::Registry, reference::percent_encoded};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        // The path gives no address, which is a finding of its own.
        if percent_encoded(&schema.uri).is_some() {
            continue;
        }
        for inner in schema.subschemas() {
            let is_root = inner.pointer.is_empty();
            let id = inner.node.get("$id").and_then(Node::as_str);
            let message = match id {
                Some(id) if is_root && id != schema.uri => {
                    format!("`$id` is `{id}`, and the path makes it `{}`", schema.uri)
                }
                None if is_root => format!("`$id` is missing; the path makes it `{}`", schema.uri),
                Some(_) if !is_root => {
                    "a `$id` inside a file changes what its references mean".into()
                }
                _ => continue,
            };
            let help = if is_root {
                format!("write `\"$id\": \"{}\"`", schema.uri)
            } else {
                "remove it, and refer to this schema by JSON pointer".into()
            };
            findings.push(
                Diagnostic::new(&RULE, message)
                    .help(help)
                    .at(schema.location(inner.keyword("$id"))),
            );
        }
    }
}

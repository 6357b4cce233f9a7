//! Checks for [`missing-description`](RULE).

use crate::rules::MISSING_DESCRIPTION as RULE;
use crate::{
    diagnostic::Diagnostic,
    json::Node,
    kinds::{is_forbidden, is_true},
    model::{Registry, Role},
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let (what, keywords): (String, &[&str]) = match inner.role {
                Role::Root => ("this schema".into(), &["title", "description"]),
                // A forbidden value has no meaning and no unit, and `false` cannot have a description.
                Role::Property(_) | Role::Definition(_) if is_forbidden(inner.node) => continue,
                Role::Definition(name) => (format!("`{name}`"), &["title", "description"]),
                Role::Property(name) => (format!("`{name}`"), &["description"]),
                Role::Branch | Role::Other => continue,
            };
            for keyword in keywords {
                let text = inner.node.get(keyword).and_then(Node::as_str);
                if text.is_none_or(|text| text.trim().is_empty()) {
                    let help = match *keyword {
                        _ if is_true(inner.node) && keywords.len() > 1 => {
                            "write an object with `title` and `description` instead of `true`"
                        }
                        _ if is_true(inner.node) => {
                            "write `{ \"description\": \"…\" }` instead of `true`, with meaning and unit"
                        }
                        "title" => "add a `title`: what a heading calls it",
                        _ => "add a `description` that gives meaning and unit",
                    };
                    findings.push(
                        Diagnostic::new(&RULE, format!("{what} has no `{keyword}`"))
                            .help(help)
                            .at(schema.location(inner.pointer.clone())),
                    );
                }
            }
        }
    }
}

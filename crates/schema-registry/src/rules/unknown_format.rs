use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    json::Node,
    model::Registry,
    names,
};

/// A `format` that validators do not know.
pub(super) const RULE: Rule = Rule {
    name: "unknown-format",
    severity: Severity::Error,
    explanation: r#"
Finds a `format` that JSON Schema 2020-12 does not define.

Why: validators silently ignore an unknown format, so nothing is checked.

    "format": "datetime"     (unknown-format: it is called `date-time`)
"#,
    found_by: FoundBy::Lint(check),
};

const FORMATS: &[&str] = &[
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

/// The formats that there are types for. No help offers another one, which the generator would reject next.
pub const FORMATS_WITH_TYPES: &[&str] = &["date", "date-time", "ipv4", "uri", "uuid"];

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let Some(format) = inner.node.get("format").and_then(Node::as_str) else {
                continue;
            };
            if !FORMATS.contains(&format) {
                let help = match names::closest(format, FORMATS_WITH_TYPES) {
                    Some(known) => format!("write `{known}`"),
                    None => format!(
                        "write a `pattern`, or one of {}",
                        FORMATS_WITH_TYPES.join(", ")
                    ),
                };
                findings.push(
                    Diagnostic::new(&RULE, format!("there is no format `{format}`"))
                        .help(help)
                        .at(schema.location(inner.keyword("format"))),
                );
            }
        }
    }
}

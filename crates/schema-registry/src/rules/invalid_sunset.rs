use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    json::Node,
    keywords::SUNSET,
    model::{Registry, is_deprecated},
    released::is_date,
};

/// A day of sunset that readers cannot rely on.
pub const RULE: Rule = Rule {
    name: "invalid-sunset",
    severity: Severity::Error,
    explanation: r#"
Finds an `x-sunset` that is not a date (`YYYY-MM-DD`), or that is in a schema that is not `deprecated`. `release`
finds one that is before the day of the release, and `publish` one that was released without being a date.

Why: `x-sunset` is the day from which an event, a field or a branch is no longer sent. The list of releases keeps it for
ever, and programs read it.

    "deprecated": true, "x-sunset": "30 June 2027"     (invalid-sunset: write 2027-06-30)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let Some(sunset) = inner.node.get(SUNSET) else {
                continue;
            };
            let (message, help) = if !sunset.as_str().is_some_and(is_date) {
                let form = "write it as `\"YYYY-MM-DD\"`";
                match sunset.as_str() {
                    Some(text) if has_form(text) => (
                        format!("`{SUNSET}` is `{text}`, and there is no such day"),
                        "name a day of the calendar",
                    ),
                    Some(text) => (format!("`{SUNSET}` is `{text}`, which is not a date"), form),
                    None => (format!("`{SUNSET}` is not a date"), form),
                }
            } else if !is_deprecated(inner.node) {
                (
                    format!("`{SUNSET}` is in a schema that is not deprecated"),
                    "write `\"deprecated\": true` beside it",
                )
            } else {
                continue;
            };
            findings.push(
                Diagnostic::new(&RULE, message)
                    .help(help)
                    .at(schema.location(inner.keyword(SUNSET))),
            );
        }
    }
}

/// Returns whether a string is written as a date: four digits, two and two.
fn has_form(text: &str) -> bool {
    let is_right = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(is_right)
}

/// The days of sunset in a schema, with their places.
pub fn sunsets(root: &Node) -> Vec<(String, &str)> {
    let inner = crate::model::subschemas(root).into_iter();
    inner
        .filter_map(|inner| Some((inner.keyword(SUNSET), inner.node.get(SUNSET)?.as_str()?)))
        .collect()
}

//! Checks for [`invalid-sunset`](RULE).

use crate::rules::INVALID_SUNSET as RULE;
use crate::{
    diagnostic::Diagnostic,
    json::Node,
    keywords::SUNSET,
    model::{Registry, is_deprecated},
    released::is_date,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
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

//! Expressions of types, and strings for documentation.

use schema_codegen::model::{Bound, Count, Range, Text};
use schema_registry::escape::escaped_lines;

use crate::names::string;

pub(super) fn literal(value: &str) -> String {
    format!("Literal[{}]", string(value))
}

pub(super) fn literals(members: &[String]) -> String {
    let members: Vec<String> = members.iter().map(|member| string(member)).collect();
    format!("Literal[{}]", members.join(", "))
}

/// Returns the type of a string with constraints. The engine of pydantic matches patterns in linear time.
pub(super) fn text_type(text: &Text) -> String {
    let mut parts = vec!["strict=True".to_owned()];
    parts.extend(text.min_length.map(|least| format!("min_length={least}")));
    parts.extend(text.max_length.map(|most| format!("max_length={most}")));
    let pattern = text
        .pattern
        .as_ref()
        .map(|(_, pattern)| string(&pattern.source));
    parts.extend(pattern.map(|pattern| format!("pattern={pattern}")));
    format!("Annotated[str, StringConstraints({})]", parts.join(", "))
}

pub(super) fn number(range: Option<Range>) -> String {
    let mut parts = Vec::new();
    let bounds = range.map(|range| [(range.min, "ge", "gt"), (range.max, "le", "lt")]);
    for (bound, inclusive, exclusive) in bounds.into_iter().flatten() {
        parts.extend(bound.map(|bound: Bound| match bound.exclusive {
            true => format!("{exclusive}={bound}"),
            false => format!("{inclusive}={bound}"),
        }));
    }
    match parts.as_slice() {
        [] => "Number".into(),
        parts => format!("Annotated[Number, Field({})]", parts.join(", ")),
    }
}

pub(super) fn length(count: Count) -> Option<String> {
    let least = (count.min > 0).then(|| format!("min_length={}", count.min));
    let most = count.max.map(|most| format!("max_length={most}"));
    let parts: Vec<String> = least.into_iter().chain(most).collect();
    (!parts.is_empty()).then(|| format!("Field({})", parts.join(", ")))
}

/// Returns a string for documentation, or nothing for an empty text.
pub(super) fn docstring(text: &str, indentation: &str) -> String {
    let text = escaped_lines(text.trim_end());
    if text.is_empty() {
        return String::new();
    }
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    let lines = text
        .lines()
        .enumerate()
        .map(|(at, line)| match (at, line.trim_end()) {
            (0, line) => line.to_owned(),
            (_, "") => "\n".to_owned(),
            (_, line) => format!("\n{indentation}{line}"),
        });
    let text: String = lines.collect();
    format!("{indentation}\"\"\"{text}\"\"\"\n")
}

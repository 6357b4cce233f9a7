//! Documentation comments.

use schema_codegen::model::{Field, Kind, Range, Text, Type, TypeDef};

use crate::plan::Plan;

/// Returns a documentation comment, each line with an indentation. An empty text has none.
pub(super) fn comment(text: &str, indentation: &str) -> String {
    let text = text.replace("*/", "*\\/");
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indentation}/** {line} */\n"),
        lines => {
            let lines = lines
                .iter()
                .map(|line| format!("{indentation} * {line}").trim_end().to_owned() + "\n");
            format!(
                "{indentation}/**\n{}{indentation} */\n",
                lines.collect::<String>()
            )
        }
    }
}

/// Returns the documentation of a description, with constraints behind it, and the tag of what is deprecated.
pub(super) fn documented(description: &str, constraints: Option<String>) -> String {
    let mut parts: Vec<String> = vec![description.to_owned()];
    parts.extend(constraints.map(|it| format!("Constraints: {it}.")));
    if let Some(note) = description
        .lines()
        .next()
        .filter(|line| line.starts_with("Deprecated"))
    {
        parts.push(
            format!(
                "@deprecated {}",
                note.trim_start_matches("Deprecated")
                    .trim_start_matches([':', '.'])
                    .trim()
            )
            .trim_end()
            .to_owned(),
        );
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// Returns the constraints of a field that its TypeScript type does not show.
pub(super) fn constraints_of_field(plan: &Plan<'_>, field: &Field) -> Option<String> {
    constraints(plan, &field.ty)
}

/// Returns the constraints of a named type that its TypeScript type does not show.
pub(super) fn constraints_of_type(ty: &TypeDef) -> Option<String> {
    match &ty.kind {
        Kind::Text(text) => Some(constraints_of_text(text)),
        Kind::OpenSet { text, .. }
            if text.pattern.is_some() || text.length_in_words().is_some() =>
        {
            Some(constraints_of_text(text))
        }
        Kind::Number(range) => Some(range_in_words(*range)),
        _ => None,
    }
}

fn constraints(plan: &Plan<'_>, ty: &Type) -> Option<String> {
    Some(match ty {
        Type::Uuid => "a UUID with hyphens".into(),
        Type::Timestamp => "a date and time of RFC 3339".into(),
        Type::Date => "a date of RFC 3339".into(),
        Type::Ipv4 => "an IPv4 address".into(),
        Type::Uri => "a URI of RFC 3986 with a scheme".into(),
        Type::Integer { min, max } => format!("an integer from {min} to {max}"),
        Type::Multiple { of, min, max } => format!("a multiple of {of} from {min} to {max}"),
        Type::List { count, unique, .. } => match (count.is_any(), unique) {
            (true, _) => "items that differ from each other".into(),
            (false, true) => format!("{} that differ from each other", count.in_words("item")),
            (false, false) => count.in_words("item"),
        },
        Type::Dictionary { count, .. } if !count.is_any() => count.in_words("member"),
        Type::Named(name) => return constraints_of_type(plan.major.find(name)?),
        Type::Nullable(inner) => return constraints(plan, inner),
        _ => return None,
    })
}

/// Returns the constraints of a string in words.
pub(super) fn constraints_of_text(text: &Text) -> String {
    match text.length_in_words() {
        Some(length) if text.pattern.is_none() => format!("a string of {length}"),
        _ => text.in_words(),
    }
}

/// Returns the bounds of a number in words.
pub(super) fn range_in_words(range: Range) -> String {
    format!("a number {}", range.in_words())
}

//! Constraints that types of a language do not show, in words, for documentation and for messages.

use crate::{
    lower::deprecated::DEPRECATED,
    model::{Kind, Major, Range, Text, Type, TypeDef},
};

/// Returns a description with constraints behind it.
#[must_use]
pub fn documented(description: &str, constraints: Option<String>) -> String {
    let constraints = constraints.map(|it| format!("Constraints: {it}."));
    let parts = [Some(description.to_owned()), constraints];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

/// Returns the note of a description about its deprecation, which may be empty.
#[must_use]
pub fn deprecation(description: &str) -> Option<&str> {
    let note = description.lines().next()?.strip_prefix(DEPRECATED)?;
    let rest = note.strip_prefix([':', '.'])?;
    Some(rest.trim())
}

/// Returns the constraints of a named type.
#[must_use]
pub fn of_named(ty: &TypeDef) -> Option<String> {
    match &ty.kind {
        Kind::Text(text) => Some(of_text(text)),
        Kind::OpenSet { text, .. }
            if text.pattern.is_some() || text.length_in_words().is_some() =>
        {
            Some(of_text(text))
        }
        Kind::Number(range) => Some(of_range(*range)),
        _ => None,
    }
}

/// Returns the constraints of a type.
#[must_use]
pub fn of_type(major: &Major, ty: &Type) -> Option<String> {
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
        Type::Named(name) => return of_named(major.find(name)?),
        Type::Nullable(inner) => return of_type(major, inner),
        _ => return None,
    })
}

/// Returns the constraints of a string.
#[must_use]
pub fn of_text(text: &Text) -> String {
    match text.length_in_words() {
        Some(length) if text.pattern.is_none() => format!("a string of {length}"),
        _ => text.in_words(),
    }
}

/// Returns the bounds of a number.
#[must_use]
pub fn of_range(range: Range) -> String {
    format!("a number {}", range.in_words())
}

//! Types and their constraints, as they stand in a table.

use super::{Page, anchor, code, one_line};
use crate::model::{Kind, Text, Type};

impl Page<'_> {
    pub(super) fn type_name(&self, ty: &Type) -> String {
        match ty {
            Type::Named(name) => match self.major.find(name) {
                None => "any".into(),
                Some(def) => match &def.kind {
                    Kind::Struct(_) | Kind::Union(_) | Kind::Tuple(_) => {
                        format!(
                            "[{}](#{})",
                            one_line(&self.heading(def)),
                            anchor(&self.heading(def))
                        )
                    }
                    Kind::ClosedSet(_) | Kind::Text(_) => "string".into(),
                    Kind::OpenSet { .. } => "string (open set)".into(),
                    Kind::Number(_) => "number".into(),
                    Kind::Alias(inner) => self.type_name(inner),
                },
            },
            Type::String => "string".into(),
            Type::Uuid => "string (UUID)".into(),
            Type::Timestamp => "string (date-time)".into(),
            Type::Date => "string (date)".into(),
            Type::Ipv4 => "string (IPv4 address)".into(),
            Type::Uri => "string (URI)".into(),
            Type::Boolean => "boolean".into(),
            Type::Integer { .. } | Type::Multiple { .. } => "integer".into(),
            Type::Number => "number".into(),
            Type::Array(item) | Type::List { item, .. } => {
                format!("array of {}", self.type_name(item))
            }
            Type::Map(value) | Type::Dictionary { value, .. } => {
                format!("object of {}", self.type_name(value))
            }
            Type::Nullable(inner) => format!("{} or null", self.type_name(inner)),
            Type::Object => "object".into(),
            Type::Any => "any".into(),
        }
    }

    pub(super) fn constraints(&self, ty: &Type) -> String {
        match ty {
            Type::Uuid => "RFC 9562, with hyphens".into(),
            Type::Timestamp | Type::Date => "RFC 3339".into(),
            Type::Ipv4 => "four numbers with dots".into(),
            Type::Uri => "RFC 3986, with a scheme".into(),
            Type::Integer { min, max } => format!("{min} to {max}"),
            Type::Multiple { of, min, max } => format!("{min} to {max}, a multiple of {of}"),
            Type::Array(inner) | Type::Map(inner) => self.each(inner),
            Type::List {
                item,
                count,
                unique,
            } => {
                let count = match (count.is_any(), unique) {
                    (true, _) => "all different".into(),
                    (false, true) => format!("{}, all different", count.in_words("item")),
                    (false, false) => count.in_words("item"),
                };
                joined([count, self.each(item)])
            }
            Type::Dictionary { key, value, count } => {
                let count = match count.is_any() {
                    true => String::new(),
                    false => count.in_words("member"),
                };
                let names = match self.constraints(key) {
                    names if names.is_empty() => names,
                    names => format!("each name: {names}"),
                };
                joined([count, names, self.each(value)])
            }
            Type::Nullable(inner) => self.constraints(inner),
            Type::Named(name) => match self.major.find(name).map(|def| &def.kind) {
                Some(Kind::ClosedSet(members)) => match members.as_slice() {
                    [one] => format!("always {}", code(one)),
                    members => format!("one of {}", codes(members)),
                },
                Some(Kind::OpenSet { known, text }) => {
                    let known = format!(
                        "known today: {}; others may come, and readers have to take them",
                        codes(known)
                    );
                    match constraint(text) {
                        Some(constraint) => format!("{constraint}; {known}"),
                        None => known,
                    }
                }
                Some(Kind::Text(text)) => constraint(text).unwrap_or_default(),
                Some(Kind::Number(range)) => {
                    let words = range.in_words();
                    words
                        .strip_prefix("from ")
                        .map_or(words.clone(), str::to_owned)
                }
                Some(Kind::Alias(inner)) => self.constraints(inner),
                Some(Kind::Tuple(items)) => format!("{} items", items.len()),
                Some(Kind::Struct(_) | Kind::Union(_)) | None => String::new(),
            },
            Type::String | Type::Boolean | Type::Number | Type::Object | Type::Any => String::new(),
        }
    }

    /// The constraints of each item or value.
    fn each(&self, inner: &Type) -> String {
        match self.constraints(inner) {
            inner if inner.is_empty() => inner,
            inner => format!("each: {inner}"),
        }
    }
}

/// The constraints that there are, one after the other.
fn joined<const N: usize>(constraints: [String; N]) -> String {
    let mut constraints = Vec::from(constraints);
    constraints.retain(|constraint| !constraint.is_empty());
    constraints.join("; ")
}

fn constraint(text: &Text) -> Option<String> {
    let pattern = text
        .pattern
        .as_ref()
        .map(|(pattern, _)| format!("matches {}", code(pattern)));
    match (text.length_in_words(), pattern) {
        (Some(length), Some(pattern)) => Some(format!("{length}, {pattern}")),
        (length, pattern) => length.or(pattern),
    }
}

fn codes(members: &[String]) -> String {
    members
        .iter()
        .map(|member| code(member))
        .collect::<Vec<_>>()
        .join(", ")
}

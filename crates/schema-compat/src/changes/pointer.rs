//! JSON pointers into a document, and local references.

pub(super) use schema_registry::json::child;
use schema_registry::keywords::is_reference;
use serde_json::Value;

pub(super) use crate::references::{reference_to, target};
use crate::walk::MemberKind;

/// Returns the JSON pointer to an item of a list.
pub(super) fn item(pointer: &str, index: usize) -> String {
    format!("{pointer}/{index}")
}

/// Returns a JSON pointer without its last token, and that token; `None` for the root.
pub(super) fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, token) = pointer.rsplit_once('/')?;
    Some((parent, token.replace("~1", "/").replace("~0", "~")))
}

/// Returns a pointer and every pointer above it, the longest first, without the root.
pub(super) fn prefixes(pointer: &str) -> impl Iterator<Item = &str> {
    let slashes = pointer.rmatch_indices('/').map(|(at, _)| at);
    std::iter::once(pointer.len())
        .chain(slashes)
        .filter_map(|end| pointer.get(..end))
        .filter(|prefix| !prefix.is_empty())
}

/// Calls `visit` with every reference of a schema and of the schemas inside it.
pub(crate) fn each_reference<'a>(schema: &'a Value, visit: &mut impl FnMut(&'a str)) {
    fn walk<'a>(value: &'a Value, kind: MemberKind, visit: &mut impl FnMut(&'a str)) {
        match value {
            Value::Array(items) => {
                for item in items {
                    walk(item, MemberKind::Keywords, visit);
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    match (member, kind.inside(name)) {
                        (Value::String(text), _) if is_reference(name) => visit(text),
                        (member, Some(kind)) => walk(member, kind, visit),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    walk(schema, MemberKind::Keywords, visit);
}

/// Replaces each reference of a schema for which `replace` returns another one.
pub(super) fn rewrite_references(schema: &mut Value, replace: &impl Fn(&str) -> Option<String>) {
    fn walk(value: &mut Value, kind: MemberKind, replace: &impl Fn(&str) -> Option<String>) {
        match value {
            Value::Array(items) => {
                for item in items {
                    walk(item, MemberKind::Keywords, replace);
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    match (member, kind.inside(name)) {
                        (Value::String(text), _) if is_reference(name) => {
                            if let Some(other) = replace(text) {
                                *text = other;
                            }
                        }
                        (member, Some(kind)) => walk(member, kind, replace),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    walk(schema, MemberKind::Keywords, replace);
}

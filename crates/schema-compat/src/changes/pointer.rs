//! Places in a document, and the local references that lead to them.

pub(super) use schema_registry::json::child;
use schema_registry::reference::percent_decode;
use serde_json::Value;

/// A JSON pointer to an item of a list.
pub(super) fn item(pointer: &str, index: usize) -> String {
    format!("{pointer}/{index}")
}

/// A JSON pointer without its last token, and that token. `None` for the root.
pub(super) fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, token) = pointer.rsplit_once('/')?;
    Some((parent, token.replace("~1", "/").replace("~0", "~")))
}

/// A pointer and every pointer above it, the longest first, without the root.
pub(super) fn prefixes(pointer: &str) -> impl Iterator<Item = &str> {
    let slashes = pointer.rmatch_indices('/').map(|(at, _)| at);
    std::iter::once(pointer.len())
        .chain(slashes)
        .filter_map(|end| pointer.get(..end))
        .filter(|prefix| !prefix.is_empty())
}

/// The pointer that a reference into the same document leads to. `None` for anchors and addresses.
pub(super) fn target(reference: &str) -> Option<String> {
    let pointer = percent_decode(reference.strip_prefix('#')?)?;
    (pointer.is_empty() || pointer.starts_with('/')).then_some(pointer)
}

/// The reference that leads to a pointer.
pub(super) fn reference_to(pointer: &str) -> String {
    let mut out = String::from("#");
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// What the members of an object are.
#[derive(Clone, Copy)]
enum Members {
    /// Keywords of a schema.
    Keywords,
    /// Schemas by name.
    Named,
}

impl Members {
    /// What the members of a member are; `None` if it is data, in which no reference stands.
    fn inside(self, name: &str) -> Option<Self> {
        match (self, name) {
            (Self::Keywords, "const" | "enum" | "default" | "examples") => None,
            (
                Self::Keywords,
                "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions",
            ) => Some(Self::Named),
            _ => Some(Self::Keywords),
        }
    }
}

/// Calls `visit` with every reference of a schema and of the schemas inside it.
pub(super) fn each_reference<'a>(schema: &'a Value, visit: &mut impl FnMut(&'a str)) {
    fn walk<'a>(value: &'a Value, kind: Members, visit: &mut impl FnMut(&'a str)) {
        match value {
            Value::Array(items) => {
                for item in items {
                    walk(item, Members::Keywords, visit);
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
    walk(schema, Members::Keywords, visit);
}

/// Replaces each reference of a schema for which `replace` has another text.
pub(super) fn rewrite_references(schema: &mut Value, replace: &impl Fn(&str) -> Option<String>) {
    fn walk(value: &mut Value, kind: Members, replace: &impl Fn(&str) -> Option<String>) {
        match value {
            Value::Array(items) => {
                for item in items {
                    walk(item, Members::Keywords, replace);
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
    walk(schema, Members::Keywords, replace);
}

fn is_reference(keyword: &str) -> bool {
    matches!(keyword, "$ref" | "$dynamicRef" | "$recursiveRef")
}

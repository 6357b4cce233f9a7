//! The references of a schema: finding and replacing them.

use schema_registry::{json::child, keywords::is_reference, reference::percent_decode};
use serde_json::Value;

use crate::{
    schema_check::is_anchor,
    walk::{MemberKind, has_address, schemas},
};

/// A reference, and its place.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a> {
    /// The JSON pointer of the keyword.
    pub pointer: &'a str,
    /// `$ref`, `$dynamicRef` or `$recursiveRef`.
    pub keyword: &'a str,
    /// The reference itself.
    pub text: &'a str,
}

/// Replaces each reference of a document for which `replace` returns another one, in the order of the document. Skips
/// schemas inside it that have an address of their own, because their references are relative to that address.
///
/// # Errors
///
/// Returns the first error of `replace`.
pub fn rewrite<E>(
    document: &mut Value,
    replace: &mut dyn FnMut(Reference<'_>) -> Result<Option<String>, E>,
) -> Result<(), E> {
    visit(document, "", MemberKind::Keywords, replace)
}

fn visit<E>(
    value: &mut Value,
    pointer: &str,
    kind: MemberKind,
    replace: &mut dyn FnMut(Reference<'_>) -> Result<Option<String>, E>,
) -> Result<(), E> {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                visit(
                    item,
                    &format!("{pointer}/{at}"),
                    MemberKind::Keywords,
                    replace,
                )?;
            }
        }
        Value::Object(members) => {
            let is_apart = matches!(kind, MemberKind::Keywords) && has_address(members);
            if is_apart && !pointer.is_empty() {
                return Ok(());
            }
            for (name, member) in members {
                let place = child(pointer, name);
                let is_keyword = matches!(kind, MemberKind::Keywords);
                match (member, kind.inside(name)) {
                    (Value::String(text), _) if is_keyword && is_reference(name) => {
                        let reference = Reference {
                            pointer: &place,
                            keyword: name,
                            text: text.as_str(),
                        };
                        if let Some(other) = replace(reference)? {
                            *text = other;
                        }
                    }
                    (member, Some(kind)) => visit(member, &place, kind, replace)?,
                    _ => {}
                }
            }
        }
        _ => {}
    }
    Ok(())
}

/// Returns the pointer of the schema of a document that has an anchor.
#[must_use]
pub fn anchor(document: &Value, name: &str) -> Option<String> {
    let all = schemas(document);
    let found = all.into_iter().find(|inner| is_anchor(inner, name));
    found.map(|inner| inner.pointer)
}

/// Returns the pointer that a reference into the same document leads to; `None` for anchors and addresses.
#[must_use]
pub fn target(reference: &str) -> Option<String> {
    let pointer = percent_decode(reference.strip_prefix('#')?)?;
    (pointer.is_empty() || pointer.starts_with('/')).then_some(pointer)
}

/// Returns the reference that leads to a pointer.
#[must_use]
pub fn reference_to(pointer: &str) -> String {
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

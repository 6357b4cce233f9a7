//! Names of JavaScript.

use schema_registry::escape::{is_hidden, replaced};

/// Returns a name in upper camel case as an identifier. Types are the only names that begin with a capital, so no
/// reserved word is among them.
pub(crate) fn identifier(name: &str) -> String {
    let mut out: String = name
        .chars()
        .map(|it| if it.is_alphanumeric() { it } else { '_' })
        .collect();
    if !out.starts_with(char::is_alphabetic) {
        out.insert(0, '_');
    }
    // Modules use it themselves.
    if out == "Set" {
        out.push('_');
    }
    out
}

/// Reports whether a name can stand behind a full stop, and unquoted in an object type.
pub(crate) fn is_plain(name: &str) -> bool {
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '$');
    !name.starts_with(|it: char| it.is_ascii_digit())
        && !name.is_empty()
        && name.chars().all(is_part)
}

/// Returns a string as it is written in JavaScript, where characters that are not seen are escaped.
pub(crate) fn string(text: &str) -> String {
    // JSON is part of JavaScript.
    let text = serde_json::json!(text).to_string();
    replaced(&text, is_hidden).into_owned()
}

/// The members that every object inherits: it has them without being asked.
const INHERITED: [&str; 12] = [
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Reports whether every object inherits a member of this name.
pub(crate) fn is_inherited(name: &str) -> bool {
    INHERITED.contains(&name)
}

/// Returns the name of a member of an object type.
pub(crate) fn key(name: &str) -> String {
    match is_plain(name) {
        true => name.to_owned(),
        false => string(name),
    }
}

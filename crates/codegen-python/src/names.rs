//! Names of Python.

use schema_codegen::naming::Given;
use schema_registry::{escape::is_hidden, names::snake};

/// The words that cannot be names.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

/// The attributes of every model, which a field would hide.
const ATTRIBUTES: [&str; 15] = [
    "construct",
    "copy",
    "dict",
    "from_orm",
    "json",
    "parse_file",
    "parse_obj",
    "parse_raw",
    "schema",
    "schema_json",
    "to_json",
    "update_forward_refs",
    "validate",
    "fields",
    "int",
];

/// The types that annotations name, and the functions that modules use.
const BUILTINS: [&str; 11] = [
    "bool",
    "bytes",
    "dict",
    "float",
    "frozenset",
    "getattr",
    "isinstance",
    "list",
    "parse",
    "str",
    "tuple",
];

/// The names in upper camel case that generated modules use themselves.
const USED: [&str; 27] = [
    "AfterValidator",
    "Annotated",
    "Any",
    "BeforeValidator",
    "Date",
    "Discriminator",
    "False",
    "Field",
    "Integer",
    "Ipv4",
    "Literal",
    "Maybe",
    "Model",
    "Never",
    "None",
    "Number",
    "PydanticCustomError",
    "StringConstraints",
    "Tag",
    "Timestamp",
    "True",
    "TypeAlias",
    "TypeAliasType",
    "Union",
    "Unique",
    "Uri",
    "Uuid",
];

/// Returns a name in upper camel case as the name of a class.
pub(crate) fn class(name: &str) -> String {
    let mut out = characters(name);
    if out.starts_with(|it: char| it.is_ascii_digit()) || out.is_empty() {
        out.insert(0, 'N');
    }
    // A leading underscore would make the name private.
    while out.starts_with('_') {
        out.remove(0);
        if out.is_empty() || !out.starts_with('_') {
            out.insert(0, 'N');
        }
    }
    if USED.contains(&out.as_str()) {
        out.push('_');
    }
    out
}

/// Returns the attributes of an object's members, which have other names than in JSON where those cannot be
/// attributes. `is_type` tells the names of types: an annotation would find the attribute instead.
pub(crate) fn attributes(members: &[&str], is_type: impl Fn(&str) -> bool) -> Vec<String> {
    let attribute = |name: &str| {
        let mut out = attribute(name);
        if is_type(&out) {
            out.push('_');
        }
        out
    };
    let mut given = Given::default();
    // A name that is an attribute as it is stays one, whatever comes before it.
    let same = |name: &&&str| attribute(name) == ***name;
    for name in members.iter().filter(same) {
        given.give(name);
    }
    let mut attributes = Vec::new();
    for name in members {
        attributes.push(match same(&name) {
            true => (*name).to_owned(),
            false => given.give(&attribute(name)),
        });
    }
    attributes
}

fn attribute(name: &str) -> String {
    let mut out = match is_identifier(name) {
        true => name.to_owned(),
        false => characters(&snake(name)),
    };
    while out.starts_with('_') {
        out.remove(0);
    }
    if out.starts_with(|it: char| it.is_ascii_digit()) || out.is_empty() {
        out.insert_str(0, "n_");
    }
    let taken = [&KEYWORDS[..], &ATTRIBUTES, &BUILTINS, &USED].concat();
    if out.starts_with("model_") || taken.contains(&out.as_str()) {
        out.push('_');
    }
    out
}

fn is_identifier(name: &str) -> bool {
    let is_part = |it: char| it.is_ascii_alphanumeric() || it == '_';
    name.starts_with(|it: char| it.is_ascii_alphabetic()) && name.chars().all(is_part)
}

fn characters(name: &str) -> String {
    let part = |it: char| if it.is_ascii_alphanumeric() { it } else { '_' };
    name.chars().map(part).collect()
}

/// Returns a string as it is written in Python, where characters that are not seen are escaped.
pub(crate) fn string(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            _ if is_hidden(character) => out.push_str(&format!("\\U{:08x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    format!("\"{out}\"")
}

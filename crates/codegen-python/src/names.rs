//! Names of Python.

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

/// The names in upper camel case that generated modules use themselves.
const USED: [&str; 25] = [
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
    if USED.contains(&out.as_str()) || ["Uri", "Uuid"].contains(&out.as_str()) {
        out.push('_');
    }
    out
}

/// Returns the name of a field, which is another one than in JSON if that cannot be an attribute.
pub(crate) fn field(name: &str) -> String {
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
    let is_model = out.starts_with("model_");
    if is_model || KEYWORDS.contains(&out.as_str()) || ATTRIBUTES.contains(&out.as_str()) {
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

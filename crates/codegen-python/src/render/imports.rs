//! Imports of a module.

use std::collections::BTreeSet;

/// The names that a module may use, by the modules that they are imported from.
const IMPORTS: [(&str, &[&str]); 5] = [
    (
        "typing",
        &[
            "TYPE_CHECKING",
            "Annotated",
            "Any",
            "Literal",
            "Union",
            "cast",
        ],
    ),
    (
        "pydantic",
        &[
            "AfterValidator",
            "Discriminator",
            "Field",
            "StringConstraints",
            "Tag",
        ],
    ),
    ("pydantic_core", &["PydanticCustomError"]),
    (
        "typing_extensions",
        &["Never", "TypeAlias", "TypeAliasType", "TypeIs"],
    ),
    (
        "._runtime",
        &[
            "Date",
            "Integer",
            "Ipv4",
            "Maybe",
            "Model",
            "Number",
            "Timestamp",
            "Unique",
            "Uri",
            "Uuid",
            "absent",
            "parse",
            "tag_of",
        ],
    ),
];

/// Returns the imports of the names that occur in a text, but for its documentation.
pub(super) fn imports(text: &str) -> String {
    let code = text.split("\"\"\"").step_by(2);
    let is_end = |it: char| !it.is_ascii_alphanumeric() && it != '_';
    let words: BTreeSet<&str> = code.flat_map(|part| part.split(is_end)).collect();
    let mut out = String::from("from __future__ import annotations\n\n");
    for (module, names) in IMPORTS {
        let used = names.iter().filter(|name| words.contains(**name));
        let used: Vec<&str> = used.copied().collect();
        if !used.is_empty() {
            out.push_str(&format!("from {module} import {}\n", used.join(", ")));
        }
    }
    format!("{out}\n")
}

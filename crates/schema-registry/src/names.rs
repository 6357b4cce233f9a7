//! Names of schemas in the cases of programming languages.

use heck::{ToLowerCamelCase, ToSnakeCase, ToUpperCamelCase};

/// A name as a Rust field, module or function: `job_id`.
#[must_use]
pub fn snake(name: &str) -> String {
    name.to_snake_case()
}

/// A name as a type or variant: `JobCompleted`.
#[must_use]
pub fn pascal(name: &str) -> String {
    name.to_upper_camel_case()
}

/// A name as a TypeScript property: `jobId`.
#[must_use]
pub fn camel(name: &str) -> String {
    name.to_lower_camel_case()
}

/// Whether a name is in snake case already: `a_b2`, starting with a letter.
#[must_use]
pub fn is_snake(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && !name.ends_with('_')
        && !name.contains("__")
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

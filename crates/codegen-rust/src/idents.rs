//! Names of schemas as identifiers of Rust. A name that means something in the language, or to
//! generated code, has an underscore at its end.

use quote::format_ident;
use schema_registry::names;

/// The variant for what a version does not know.
pub(crate) const UNKNOWN: &str = "Unknown";

/// A name as a field or function: `job_id`, `type_`.
pub(crate) fn snake(name: &str) -> String {
    safe(names::snake(name))
}

/// A name as a type or variant: `JobCompleted`, `Self_`.
pub(crate) fn pascal(name: &str) -> String {
    safe(names::pascal(name))
}

/// Whether a name can be an identifier.
pub(crate) fn is_identifier(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok()
}

/// The variant of a member in an enum that has a variant for the rest.
pub(crate) fn open_variant(member: &str) -> proc_macro2::Ident {
    other_than(&[UNKNOWN], &pascal(member))
}

/// A name that is none of those that are taken.
pub(crate) fn other_than(taken: &[&str], name: &str) -> proc_macro2::Ident {
    let mut name = name.to_owned();
    while taken.contains(&name.as_str()) {
        name.push('_');
    }
    format_ident!("{name}")
}

/// A name that starts with another one.
pub(crate) fn joined(owner: &str, name: &str) -> String {
    format!("{}{}", owner.trim_end_matches('_'), names::pascal(name))
}

/// The name of the borrowed counterpart of a type.
pub(crate) fn borrowed(name: &str) -> String {
    joined(name, "ref")
}

/// The name of a type of the model, with an underscore at its end if Rust has a meaning for it.
pub(crate) fn safe_type(name: &str) -> String {
    safe(name.to_owned())
}

fn safe(name: String) -> String {
    // `gen` is a keyword since the edition of 2024.
    let is_plain = name != "gen" && is_identifier(&name);
    let other = format!("{name}_");
    if !is_plain && is_identifier(&other) {
        other
    } else {
        name
    }
}

//! Names of schemas as identifiers of Rust. A name that is reserved by the language, or by generated code, has an
//! underscore at its end.

use quote::format_ident;
use schema_registry::names;

/// The variant for values that a version does not know.
pub(crate) const UNKNOWN: &str = "Unknown";

/// Returns a name as a field or function: `job_id`, `type_`.
pub(crate) fn snake(name: &str) -> String {
    safe(names::snake(name))
}

/// Returns a name as a type or variant: `JobCompleted`, `Self_`.
pub(crate) fn pascal(name: &str) -> String {
    safe(names::pascal(name))
}

/// Reports whether a name can be an identifier.
pub(crate) fn is_identifier(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok()
}

/// Returns the variant of a member in an enum that has a variant for unknown members.
pub(crate) fn open_variant(member: &str) -> proc_macro2::Ident {
    other_than(&[UNKNOWN], &pascal(member))
}

/// Returns the name of [`open_variant`].
pub(crate) fn open_variant_name(member: &str) -> String {
    open_variant(member).to_string()
}

/// Returns a name that is not taken.
pub(crate) fn other_than(taken: &[&str], name: &str) -> proc_macro2::Ident {
    let mut name = name.to_owned();
    while taken.contains(&name.as_str()) {
        name.push('_');
    }
    format_ident!("{name}")
}

/// Returns a name that starts with another one.
pub(crate) fn joined(owner: &str, name: &str) -> String {
    format!("{}{}", owner.trim_end_matches('_'), names::pascal(name))
}

/// Returns the name of the borrowed counterpart of a type.
pub(crate) fn borrowed(name: &str) -> String {
    joined(name, "ref")
}

/// Returns the name of a type of the model, with an underscore at its end if Rust reserves the name.
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

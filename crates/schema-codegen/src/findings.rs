//! Findings that both lowering and targets report, without their places.

use schema_registry::{
    diagnostic::Diagnostic,
    rules::{NAME_COLLISION, UNMAPPABLE_SCHEMA},
};

/// Returns the finding that an event is left out of generated code.
#[must_use]
pub fn left_out(event_type: &str) -> Diagnostic {
    let message = format!("`{event_type}` would be left out of generated code");
    let help = "fix the other findings here, also those that are allowed; or allow `unmappable-schema` here, with the reason";
    Diagnostic::new(&UNMAPPABLE_SCHEMA, message).help(help)
}

/// Returns the finding that two names in JSON are one name in generated code.
#[must_use]
pub fn same_name(name: &str, other: &str, in_code: &str) -> Diagnostic {
    let message = format!("`{name}` and `{other}` are both `{in_code}` in code");
    Diagnostic::new(&NAME_COLLISION, message).help("rename one of them")
}

/// Returns the finding that the name of a type is taken. The help depends on the JSON pointer of the type's schema.
#[must_use]
pub fn taken(pointer: &str, message: &str) -> Diagnostic {
    let help = match pointer.strip_prefix("/$defs/") {
        Some(name) if !name.contains('/') => "rename it",
        _ => "move this schema to `$defs` under a name of its own, and refer to it",
    };
    Diagnostic::new(&NAME_COLLISION, message).help(help)
}

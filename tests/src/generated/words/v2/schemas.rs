// @generated from words/v2 by `cargo xtask codegen`. Changes made here are lost.

//! The schemas of this version, each complete in itself.

/// The schema of `added`, revision 2.0.0.
pub const ADDED: &str = include_str!("schemas/added.json");

/// The schema of `event`, revision 2.0.0.
pub const EVENT: &str = include_str!("schemas/event.json");

/// The schema of `self`, revision 2.0.0.
pub const SELF: &str = include_str!("schemas/self.json");

/// The schema of `unknown`, revision 2.0.0.
pub const UNKNOWN: &str = include_str!("schemas/unknown.json");

/// Every schema, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/words/v2/added.json", ADDED),
    ("schemas/words/v2/event.json", EVENT),
    ("schemas/words/v2/self.json", SELF),
    ("schemas/words/v2/unknown.json", UNKNOWN),
];

/// The schema at a path.
#[must_use]
pub fn find(schema_ref: &str) -> Option<&'static str> {
    let found = ALL.iter().find(|(path, _)| *path == schema_ref);
    found.map(|(_, schema)| *schema)
}

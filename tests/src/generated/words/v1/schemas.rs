// @generated from words/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The schemas of this version, each complete in itself.

/// The schema of `all`, revision 1.0.0.
pub const ALL_: &str = include_str!("schemas/all.json");

/// The schema of `crate.fn.match`, revision 1.0.0.
pub const CRATE_FN_MATCH: &str = include_str!("schemas/crate.fn.match.json");

/// The schema of `event`, revision 1.0.0.
pub const EVENT: &str = include_str!("schemas/event.json");

/// The schema of `mod`, revision 1.0.0.
pub const MOD: &str = include_str!("schemas/mod.json");

/// The schema of `schemas`, revision 1.0.0.
pub const SCHEMAS: &str = include_str!("schemas/schemas.json");

/// The schema of `self`, revision 1.0.0.
pub const SELF: &str = include_str!("schemas/self.json");

/// The schema of `type`, revision 1.0.0.
pub const TYPE: &str = include_str!("schemas/type.json");

/// The schema of `unknown`, revision 1.0.0.
pub const UNKNOWN: &str = include_str!("schemas/unknown.json");

/// Every schema, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/words/v1/all.json", ALL_),
    ("schemas/words/v1/crate.fn.match.json", CRATE_FN_MATCH),
    ("schemas/words/v1/event.json", EVENT),
    ("schemas/words/v1/mod.json", MOD),
    ("schemas/words/v1/schemas.json", SCHEMAS),
    ("schemas/words/v1/self.json", SELF),
    ("schemas/words/v1/type.json", TYPE),
    ("schemas/words/v1/unknown.json", UNKNOWN),
];

/// The schema at a path.
#[must_use]
pub fn find(schema_ref: &str) -> Option<&'static str> {
    let found = ALL.iter().find(|(path, _)| *path == schema_ref);
    found.map(|(_, schema)| *schema)
}

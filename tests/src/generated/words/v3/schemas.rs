// @generated from words/v3 by `cargo xtask codegen`. Changes made here are lost.

//! The schemas of this version, each complete in itself.

/// Every schema, by its path.
pub const ALL: &[(&str, &str)] = &[];

/// The schema at a path.
#[must_use]
pub fn find(schema_ref: &str) -> Option<&'static str> {
    let found = ALL.iter().find(|(path, _)| *path == schema_ref);
    found.map(|(_, schema)| *schema)
}

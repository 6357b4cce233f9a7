// @generated from plain/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The schemas of this version, each complete in itself.

/// The schema of `figure.drawn`, revision 1.2.3.
pub const FIGURE_DRAWN: &str = include_str!("schemas/figure.drawn.json");

/// The schema of `note`, revision 1.2.3.
pub const NOTE: &str = include_str!("schemas/note.json");

/// The schema of `outline`, revision 1.2.3.
pub const OUTLINE: &str = include_str!("schemas/outline.json");

/// Every schema, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/plain/v1/figure.drawn.json", FIGURE_DRAWN),
    ("schemas/plain/v1/note.json", NOTE),
    ("schemas/plain/v1/outline.json", OUTLINE),
];

/// The schema at a path.
#[must_use]
pub fn find(schema_ref: &str) -> Option<&'static str> {
    let found = ALL.iter().find(|(path, _)| *path == schema_ref);
    found.map(|(_, schema)| *schema)
}

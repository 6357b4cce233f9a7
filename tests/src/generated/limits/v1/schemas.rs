// @generated from limits/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The schemas of this version, each complete in itself.

/// The schema of `lists`, revision 1.0.0.
pub const LISTS: &str = include_str!("schemas/lists.json");

/// The schema of `maps`, revision 1.0.0.
pub const MAPS: &str = include_str!("schemas/maps.json");

/// The schema of `numbers`, revision 1.0.0.
pub const NUMBERS: &str = include_str!("schemas/numbers.json");

/// The schema of `texts`, revision 1.0.0.
pub const TEXTS: &str = include_str!("schemas/texts.json");

/// The schema of `tuples`, revision 1.0.0.
pub const TUPLES: &str = include_str!("schemas/tuples.json");

/// Every schema, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/limits/v1/lists.json", LISTS),
    ("schemas/limits/v1/maps.json", MAPS),
    ("schemas/limits/v1/numbers.json", NUMBERS),
    ("schemas/limits/v1/texts.json", TEXTS),
    ("schemas/limits/v1/tuples.json", TUPLES),
];

/// The schema at a path.
#[must_use]
pub fn find(schema_ref: &str) -> Option<&'static str> {
    let found = ALL.iter().find(|(path, _)| *path == schema_ref);
    found.map(|(_, schema)| *schema)
}

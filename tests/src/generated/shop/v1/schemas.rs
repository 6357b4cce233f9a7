// @generated from shop/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The schemas of this version, each complete in itself.

/// The schema of `scalars`, revision 1.0.0.
pub const SCALARS: &str = include_str!("schemas/scalars.json");

/// The schema of `text.patterns.and_lengths`, revision 1.0.0.
pub const TEXT_PATTERNS_AND_LENGTHS: &str = include_str!("schemas/text.patterns.and_lengths.json");

/// The schema of `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`, revision 1.0.0.
pub const A_KIND_OF_EVENT_THAT_GOES_ON_FOR_SIXTY_CHARACTERS_AND_STOPS: &str =
    include_str!("schemas/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops.json");

/// The schema of `all_optional`, revision 1.0.0.
pub const ALL_OPTIONAL: &str = include_str!("schemas/all_optional.json");

/// The schema of `containers`, revision 1.0.0.
pub const CONTAINERS: &str = include_str!("schemas/containers.json");

/// The schema of `hostile.text`, revision 1.0.0.
pub const HOSTILE_TEXT: &str = include_str!("schemas/hostile.text.json");

/// The schema of `keywords`, revision 1.0.0.
pub const KEYWORDS: &str = include_str!("schemas/keywords.json");

/// The schema of `payment.of.order.settled`, revision 1.0.0.
pub const PAYMENT_OF_ORDER_SETTLED: &str = include_str!("schemas/payment.of.order.settled.json");

/// The schema of `sets`, revision 1.0.0.
pub const SETS: &str = include_str!("schemas/sets.json");

/// The schema of `trees`, revision 1.0.0.
pub const TREES: &str = include_str!("schemas/trees.json");

/// Every schema, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/shop/v1/scalars.json", SCALARS),
    (
        "schemas/shop/v1/text.patterns.and_lengths.json",
        TEXT_PATTERNS_AND_LENGTHS,
    ),
    (
        "schemas/shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops.json",
        A_KIND_OF_EVENT_THAT_GOES_ON_FOR_SIXTY_CHARACTERS_AND_STOPS,
    ),
    ("schemas/shop/v1/all_optional.json", ALL_OPTIONAL),
    ("schemas/shop/v1/containers.json", CONTAINERS),
    ("schemas/shop/v1/hostile.text.json", HOSTILE_TEXT),
    ("schemas/shop/v1/keywords.json", KEYWORDS),
    (
        "schemas/shop/v1/payment.of.order.settled.json",
        PAYMENT_OF_ORDER_SETTLED,
    ),
    ("schemas/shop/v1/sets.json", SETS),
    ("schemas/shop/v1/trees.json", TREES),
];

/// The schema at a path.
#[must_use]
pub fn find(schema_ref: &str) -> Option<&'static str> {
    let found = ALL.iter().find(|(path, _)| *path == schema_ref);
    found.map(|(_, schema)| *schema)
}

// @generated from words/v1/all.json by `cargo xtask codegen`. Changes made here are lost.

//! `all`: The word all.

use schema_runtime::{KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `all`: The word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordAll {
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordAll {
        "all" word = "word",
        optional shared = "shared",
    }
}

impl TheWordAll {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordAll {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "all";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/all.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordAll {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordAll::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::All
    }
}

impl KnownPayload for TheWordAll {
    const SCHEMA_REF: &'static str = TheWordAll::SCHEMA_REF;
    const VERSION: &'static str = TheWordAll::VERSION;
}

// @generated from words/v1/unknown.json by `cargo xtask codegen`. Changes made here are lost.

//! `unknown`: The word unknown.

use schema_runtime::{KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `unknown`: The word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordUnknown {
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordUnknown {
        "unknown" word = "word",
        optional shared = "shared",
    }
}

impl TheWordUnknown {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordUnknown {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "unknown";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/unknown.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordUnknown {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordUnknown::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Unknown_
    }
}

impl KnownPayload for TheWordUnknown {
    const SCHEMA_REF: &'static str = TheWordUnknown::SCHEMA_REF;
    const VERSION: &'static str = TheWordUnknown::VERSION;
}

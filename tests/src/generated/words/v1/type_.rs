// @generated from words/v1/type.json by `cargo xtask codegen`. Changes made here are lost.

//! `type`: The word type.

use schema_runtime::{KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `type`: The word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordType {
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordType {
        "type" word = "word",
        optional shared = "shared",
    }
}

impl TheWordType {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordType {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "type";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/type.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordType {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordType::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Type
    }
}

impl KnownPayload for TheWordType {
    const SCHEMA_REF: &'static str = TheWordType::SCHEMA_REF;
    const VERSION: &'static str = TheWordType::VERSION;
}

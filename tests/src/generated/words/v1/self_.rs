// @generated from words/v1/self.json by `cargo xtask codegen`. Changes made here are lost.

//! `self`: The word self.

use schema_runtime::{KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `self`: The word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordSelf {
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordSelf {
        "self" word = "word",
        optional shared = "shared",
    }
}

impl TheWordSelf {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordSelf {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "self";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/self.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordSelf {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordSelf::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Self_
    }
}

impl KnownPayload for TheWordSelf {
    const SCHEMA_REF: &'static str = TheWordSelf::SCHEMA_REF;
    const VERSION: &'static str = TheWordSelf::VERSION;
}

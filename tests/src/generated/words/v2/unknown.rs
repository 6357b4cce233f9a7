// @generated from words/v2/unknown.json by `cargo xtask codegen`. Changes made here are lost.

//! `unknown`: The word unknown.

use schema_runtime::{Integer, KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `unknown`: The word.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TheWordUnknown {
    /// Shared.
    pub shared: Option<Shared>,
    /// Since which revision.
    pub since: Integer<u8, 1, 5>,
}

schema_runtime::object_type! {
    TheWordUnknown {
        "unknown" word = "word",
        optional shared = "shared",
        required since = "since",
    }
}

/// The required fields of [`TheWordUnknown`].
#[derive(Clone, Debug, PartialEq)]
pub struct TheWordUnknownFields {
    /// Since which revision.
    pub since: Integer<u8, 1, 5>,
}

impl TheWordUnknown {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TheWordUnknownFields) -> Self {
        Self {
            shared: None,
            since: fields.since,
        }
    }
}

impl TheWordUnknown {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "unknown";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v2/unknown.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "2.0.0";
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

// @generated from words/v2/event.json by `cargo xtask codegen`. Changes made here are lost.

//! `event`: The word event.

use schema_runtime::{Integer, KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `event`: The word.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TheWordEvent {
    /// Shared.
    pub shared: Option<Shared>,
    /// Since which revision.
    pub since: Integer<u8, 1, 5>,
}

schema_runtime::object_type! {
    TheWordEvent {
        "event" word = "word",
        optional shared = "shared",
        required since = "since",
    }
}

/// The required fields of [`TheWordEvent`].
#[derive(Clone, Debug, PartialEq)]
pub struct TheWordEventFields {
    /// Since which revision.
    pub since: Integer<u8, 1, 5>,
}

impl TheWordEvent {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TheWordEventFields) -> Self {
        Self {
            shared: None,
            since: fields.since,
        }
    }
}

impl TheWordEvent {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "event";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v2/event.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "2.0.0";
}

impl Payload for TheWordEvent {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordEvent::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Event
    }
}

impl KnownPayload for TheWordEvent {
    const SCHEMA_REF: &'static str = TheWordEvent::SCHEMA_REF;
    const VERSION: &'static str = TheWordEvent::VERSION;
}

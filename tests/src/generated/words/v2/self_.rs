// @generated from words/v2/self.json by `cargo xtask codegen`. Changes made here are lost.

//! `self`: The word self.

use schema_runtime::{Integer, KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `self`: The word.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TheWordSelf {
    /// Shared.
    pub shared: Option<Shared>,
    /// Since which revision.
    pub since: Integer<u8, 1, 5>,
}

schema_runtime::object_type! {
    TheWordSelf {
        "self" word = "word",
        optional shared = "shared",
        required since = "since",
    }
}

/// The required fields of [`TheWordSelf`].
#[derive(Clone, Debug, PartialEq)]
pub struct TheWordSelfFields {
    /// Since which revision.
    pub since: Integer<u8, 1, 5>,
}

impl TheWordSelf {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TheWordSelfFields) -> Self {
        Self {
            shared: None,
            since: fields.since,
        }
    }
}

impl TheWordSelf {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "self";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v2/self.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "2.0.0";
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

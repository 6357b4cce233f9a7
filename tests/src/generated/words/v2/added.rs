// @generated from words/v2/added.json by `cargo xtask codegen`. Changes made here are lost.

//! `added`: The word added.

use schema_runtime::{Integer, KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `added`: The word.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TheWordAdded {
    /// Shared.
    pub shared: Option<Shared>,
    /// Since which revision.
    pub since: Integer<u8, 1, 5>,
}

schema_runtime::object_type! {
    TheWordAdded {
        "added" word = "word",
        optional shared = "shared",
        required since = "since",
    }
}

/// The required fields of [`TheWordAdded`].
#[derive(Clone, Debug, PartialEq)]
pub struct TheWordAddedFields {
    /// Since which revision.
    pub since: Integer<u8, 1, 5>,
}

impl TheWordAdded {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TheWordAddedFields) -> Self {
        Self {
            shared: None,
            since: fields.since,
        }
    }
}

impl TheWordAdded {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "added";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v2/added.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "2.0.0";
}

impl Payload for TheWordAdded {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordAdded::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Added
    }
}

impl KnownPayload for TheWordAdded {
    const SCHEMA_REF: &'static str = TheWordAdded::SCHEMA_REF;
    const VERSION: &'static str = TheWordAdded::VERSION;
}

// @generated from words/v1/schemas.json by `cargo xtask codegen`. Changes made here are lost.

//! `schemas`: The word schemas.

use schema_runtime::{KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `schemas`: The word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordSchemas {
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordSchemas {
        "schemas" word = "word",
        optional shared = "shared",
    }
}

impl TheWordSchemas {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordSchemas {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "schemas";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/schemas.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordSchemas {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordSchemas::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Schemas
    }
}

impl KnownPayload for TheWordSchemas {
    const SCHEMA_REF: &'static str = TheWordSchemas::SCHEMA_REF;
    const VERSION: &'static str = TheWordSchemas::VERSION;
}

// @generated from words/v1/mod.json by `cargo xtask codegen`. Changes made here are lost.

//! `mod`: The word mod.

use schema_runtime::{KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `mod`: The word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordMod {
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordMod {
        "mod" word = "word",
        optional shared = "shared",
    }
}

impl TheWordMod {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordMod {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "mod";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/mod.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordMod {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordMod::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Mod
    }
}

impl KnownPayload for TheWordMod {
    const SCHEMA_REF: &'static str = TheWordMod::SCHEMA_REF;
    const VERSION: &'static str = TheWordMod::VERSION;
}

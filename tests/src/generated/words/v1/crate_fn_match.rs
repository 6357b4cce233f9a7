// @generated from words/v1/crate.fn.match.json by `cargo xtask codegen`. Changes made here are lost.

//! `crate.fn.match`: The word crate.fn.match.

use schema_runtime::{KnownPayload, Payload};

use super::{EventType, Shared};

/// A word.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `word` is `crate.fn.match`: The word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordCrateFnMatch {
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordCrateFnMatch {
        "crate.fn.match" word = "word",
        optional shared = "shared",
    }
}

impl TheWordCrateFnMatch {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordCrateFnMatch {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "crate.fn.match";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/crate.fn.match.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordCrateFnMatch {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordCrateFnMatch::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::CrateFnMatch
    }
}

impl KnownPayload for TheWordCrateFnMatch {
    const SCHEMA_REF: &'static str = TheWordCrateFnMatch::SCHEMA_REF;
    const VERSION: &'static str = TheWordCrateFnMatch::VERSION;
}

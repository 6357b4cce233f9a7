// @generated from words/v1/schemas.json by `cargo xtask codegen`. Changes made here are lost.

//! `schemas`: The word schemas.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, Payload, StringValue};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordSchemas {
    /// The word.
    pub word: TheWordSchemasWord,
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordSchemas {
        required word = "word",
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

/// The word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordSchemasWord {
    #[default]
    /// `schemas`
    Schemas,
}

impl StringValue for TheWordSchemasWord {
    const EXPECTED: &'static str = "`schemas`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "schemas" => Some(Self::Schemas),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Schemas => "schemas",
        }
    }
}

schema_runtime::string_type!(TheWordSchemasWord);

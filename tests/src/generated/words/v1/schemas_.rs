// @generated from words/v1/schemas.json by `cargo xtask codegen`. Changes made here are lost.

//! `schemas`: The word schemas.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, Payload, StringValue};
use serde::{Deserialize, Deserializer, Serialize};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct TheWordSchemas {
    /// The word.
    pub word: TheWordSchemasWord,
    /// Shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub shared: Option<Shared>,
}

schema_runtime::object_type!(TheWordSchemas);

/// The required fields of a [`TheWordSchemas`].
#[derive(Clone, Debug, PartialEq)]
pub struct TheWordSchemasFields {
    /// The word.
    pub word: TheWordSchemasWord,
}

impl TheWordSchemas {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TheWordSchemasFields) -> Self {
        Self {
            word: fields.word,
            shared: None,
        }
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
    const EVENT_TYPE: Option<&'static str> = Some(Self::EVENT_TYPE);

    fn event_type(&self) -> EventType {
        EventType::Schemas
    }

    fn deserialize_as<'de, D>(_: &EventType, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer)
    }
}

impl KnownPayload for TheWordSchemas {
    const SCHEMA_REF: &'static str = Self::SCHEMA_REF;
    const VERSION: &'static str = Self::VERSION;
}

/// The word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordSchemasWord {
    /// `schemas`
    Schemas,
}

impl StringValue for TheWordSchemasWord {
    const EXPECTED: &'static str = "`schemas`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "schemas" => Some(Self::Schemas),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Schemas => "schemas",
        }
    }
}

schema_runtime::string_type!(TheWordSchemasWord);

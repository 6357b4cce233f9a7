// @generated from words/v1/crate.fn.match.json by `cargo xtask codegen`. Changes made here are lost.

//! `crate.fn.match`: The word crate.fn.match.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, Payload, StringValue};
use serde::{Deserialize, Deserializer, Serialize};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct TheWordCrateFnMatch {
    /// The word.
    pub word: TheWordCrateFnMatchWord,
    /// Shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub shared: Option<Shared>,
}

schema_runtime::object_type!(TheWordCrateFnMatch);

/// The required fields of a [`TheWordCrateFnMatch`].
#[derive(Clone, Debug, PartialEq)]
pub struct TheWordCrateFnMatchFields {
    /// The word.
    pub word: TheWordCrateFnMatchWord,
}

impl TheWordCrateFnMatch {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TheWordCrateFnMatchFields) -> Self {
        Self {
            word: fields.word,
            shared: None,
        }
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
    const EVENT_TYPE: Option<&'static str> = Some(Self::EVENT_TYPE);

    fn event_type(&self) -> EventType {
        EventType::CrateFnMatch
    }

    fn deserialize_as<'de, D>(_: &EventType, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer)
    }
}

impl KnownPayload for TheWordCrateFnMatch {
    const SCHEMA_REF: &'static str = Self::SCHEMA_REF;
    const VERSION: &'static str = Self::VERSION;
}

/// The word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordCrateFnMatchWord {
    /// `crate.fn.match`
    CrateFnMatch,
}

impl StringValue for TheWordCrateFnMatchWord {
    const EXPECTED: &'static str = "`crate.fn.match`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "crate.fn.match" => Some(Self::CrateFnMatch),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::CrateFnMatch => "crate.fn.match",
        }
    }
}

schema_runtime::string_type!(TheWordCrateFnMatchWord);

// @generated from words/v1/all.json by `cargo xtask codegen`. Changes made here are lost.

//! `all`: The word all.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, Payload, StringValue};
use serde::{Deserialize, Deserializer, Serialize};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct TheWordAll {
    /// The word.
    pub word: TheWordAllWord,
    /// Shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub shared: Option<Shared>,
}

schema_runtime::object_type!(TheWordAll);

/// The required fields of a [`TheWordAll`].
#[derive(Clone, Debug, PartialEq)]
pub struct TheWordAllFields {
    /// The word.
    pub word: TheWordAllWord,
}

impl TheWordAll {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TheWordAllFields) -> Self {
        Self {
            word: fields.word,
            shared: None,
        }
    }
}

impl TheWordAll {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "all";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/all.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordAll {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(Self::EVENT_TYPE);

    fn event_type(&self) -> EventType {
        EventType::All
    }

    fn deserialize_as<'de, D>(_: &EventType, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer)
    }
}

impl KnownPayload for TheWordAll {
    const SCHEMA_REF: &'static str = Self::SCHEMA_REF;
    const VERSION: &'static str = Self::VERSION;
}

/// The word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordAllWord {
    /// `all`
    All,
}

impl StringValue for TheWordAllWord {
    const EXPECTED: &'static str = "`all`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "all" => Some(Self::All),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::All => "all",
        }
    }
}

schema_runtime::string_type!(TheWordAllWord);

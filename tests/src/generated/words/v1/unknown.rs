// @generated from words/v1/unknown.json by `cargo xtask codegen`. Changes made here are lost.

//! `unknown`: The word unknown.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, Payload, StringValue};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordUnknown {
    /// The word.
    pub word: TheWordUnknownWord,
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordUnknown {
        required word = "word",
        optional shared = "shared",
    }
}

impl TheWordUnknown {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordUnknown {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "unknown";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/unknown.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordUnknown {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordUnknown::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Unknown_
    }
}

impl KnownPayload for TheWordUnknown {
    const SCHEMA_REF: &'static str = TheWordUnknown::SCHEMA_REF;
    const VERSION: &'static str = TheWordUnknown::VERSION;
}

/// The word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordUnknownWord {
    #[default]
    /// `unknown`
    Unknown,
}

impl StringValue for TheWordUnknownWord {
    const EXPECTED: &'static str = "`unknown`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "unknown" => Some(Self::Unknown),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Unknown => "unknown",
        }
    }
}

schema_runtime::string_type!(TheWordUnknownWord);

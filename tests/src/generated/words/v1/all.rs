// @generated from words/v1/all.json by `cargo xtask codegen`. Changes made here are lost.

//! `all`: The word all.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, Payload, StringValue};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordAll {
    /// The word.
    pub word: TheWordAllWord,
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordAll {
        required word = "word",
        optional shared = "shared",
    }
}

impl TheWordAll {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
    const EVENT_TYPE: Option<&'static str> = Some(TheWordAll::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::All
    }
}

impl KnownPayload for TheWordAll {
    const SCHEMA_REF: &'static str = TheWordAll::SCHEMA_REF;
    const VERSION: &'static str = TheWordAll::VERSION;
}

/// The word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordAllWord {
    #[default]
    /// `all`
    All,
}

impl StringValue for TheWordAllWord {
    const EXPECTED: &'static str = "`all`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "all" => Some(Self::All),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::All => "all",
        }
    }
}

schema_runtime::string_type!(TheWordAllWord);

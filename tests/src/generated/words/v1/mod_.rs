// @generated from words/v1/mod.json by `cargo xtask codegen`. Changes made here are lost.

//! `mod`: The word mod.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, Payload, StringValue};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordMod {
    /// The word.
    pub word: TheWordModWord,
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordMod {
        required word = "word",
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

/// The word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordModWord {
    #[default]
    /// `mod`
    Mod,
}

impl StringValue for TheWordModWord {
    const EXPECTED: &'static str = "`mod`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "mod" => Some(Self::Mod),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Mod => "mod",
        }
    }
}

schema_runtime::string_type!(TheWordModWord);

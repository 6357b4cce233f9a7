// @generated from words/v1/event.json by `cargo xtask codegen`. Changes made here are lost.

//! `event`: The word event.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, Payload, StringValue};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TheWordEvent {
    /// The word.
    pub word: TheWordEventWord,
    /// Shared.
    pub shared: Option<Shared>,
}

schema_runtime::object_type! {
    TheWordEvent {
        required word = "word",
        optional shared = "shared",
    }
}

impl TheWordEvent {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl TheWordEvent {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "event";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v1/event.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TheWordEvent {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordEvent::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Event
    }
}

impl KnownPayload for TheWordEvent {
    const SCHEMA_REF: &'static str = TheWordEvent::SCHEMA_REF;
    const VERSION: &'static str = TheWordEvent::VERSION;
}

/// The word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordEventWord {
    #[default]
    /// `event`
    Event,
}

impl StringValue for TheWordEventWord {
    const EXPECTED: &'static str = "`event`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "event" => Some(Self::Event),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Event => "event",
        }
    }
}

schema_runtime::string_type!(TheWordEventWord);

// @generated from words/v2/added.json by `cargo xtask codegen`. Changes made here are lost.

//! `added`: The word added.

use std::borrow::Cow;

use schema_runtime::{Integer, KnownPayload, Payload, StringValue};

use super::{EventType, Shared};

/// A word.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TheWordAdded {
    /// The word.
    pub word: TheWordAddedWord,
    /// Shared.
    pub shared: Option<Shared>,
    /// Since which revision.
    pub since: Integer<1, 5>,
}

schema_runtime::object_type! {
    TheWordAdded {
        required word = "word",
        optional shared = "shared",
        required since = "since",
    }
}

/// The required fields of [`TheWordAdded`].
#[derive(Clone, Debug, PartialEq)]
pub struct TheWordAddedFields {
    /// Since which revision.
    pub since: Integer<1, 5>,
}

impl TheWordAdded {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TheWordAddedFields) -> Self {
        Self {
            word: TheWordAddedWord::Added,
            shared: None,
            since: fields.since,
        }
    }
}

impl TheWordAdded {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "added";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/words/v2/added.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "2.0.0";
}

impl Payload for TheWordAdded {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(TheWordAdded::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::Added
    }
}

impl KnownPayload for TheWordAdded {
    const SCHEMA_REF: &'static str = TheWordAdded::SCHEMA_REF;
    const VERSION: &'static str = TheWordAdded::VERSION;
}

/// The word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TheWordAddedWord {
    #[default]
    /// `added`
    Added,
}

impl StringValue for TheWordAddedWord {
    const EXPECTED: &'static str = "`added`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "added" => Some(Self::Added),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Added => "added",
        }
    }
}

schema_runtime::string_type!(TheWordAddedWord);

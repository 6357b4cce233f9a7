// @generated from plain/v1/note.json by `cargo xtask codegen`. Changes made here are lost.

//! `note`: A note that stands alone.

use std::borrow::Cow;

use schema_runtime::{Borrowed, IntoOwned, OpenSet, StringValue, Unknown};

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteText(Cow<'static, str>);

impl StringValue for NoteText {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(NoteText);

/// Tags.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NoteTagsItem {
    /// `urgent`
    Urgent,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl NoteTagsItem {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Urgent];
}

impl OpenSet for NoteTagsItem {
    fn known(text: &str) -> Option<Self> {
        match text {
            "urgent" => Some(Self::Urgent),
            _ => None,
        }
    }
}

impl StringValue for NoteTagsItem {
    const EXPECTED: &'static str = "a string";

    fn accepts(_text: &str) -> bool {
        true
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Urgent => "urgent",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(NoteTagsItem);

/// A note that stands alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Note {
    /// What it says.
    pub text: NoteText,
    /// Who wrote it.
    pub author: Option<Option<String>>,
    /// Tags.
    pub tags: Option<Vec<NoteTagsItem>>,
}

schema_runtime::object_type! {
    Note {
        required text = "text",
        optional author = "author",
        optional tags = "tags",
    }
}

/// The required fields of [`Note`].
#[derive(Clone, Debug, PartialEq)]
pub struct NoteFields {
    /// What it says.
    pub text: NoteText,
}

impl Note {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: NoteFields) -> Self {
        Self {
            text: fields.text,
            author: None,
            tags: None,
        }
    }
}

/// Borrowed variant of [`Note`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NoteRef<'a> {
    /// See [`Note::text`].
    pub text: Borrowed<'a, NoteText>,
    /// See [`Note::author`].
    pub author: Option<Option<Borrowed<'a, String>>>,
    /// See [`Note::tags`].
    pub tags: Option<Vec<NoteTagsItem>>,
}

schema_runtime::object_type! {
    NoteRef<'a> {
        required text = "text",
        optional author = "author",
        optional tags = "tags",
    }
}

impl NoteRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Note {
        Note {
            text: IntoOwned::into_owned(self.text),
            author: IntoOwned::into_owned(self.author),
            tags: self.tags,
        }
    }
}

schema_runtime::into_owned!(NoteRef => Note);

impl Note {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "note";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/plain/v1/note.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.2.3";
}

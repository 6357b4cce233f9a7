// @generated from plain/v1/outline.json by `cargo xtask codegen`. Changes made here are lost.

//! `outline`: An outline, by a definition.

use schema_runtime::{Borrowed, IntoOwned};

/// An entry and those below.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OutlineEntry {
    /// Its title.
    pub title: String,
    /// Those below.
    pub below: Option<Vec<OutlineEntry>>,
}

schema_runtime::object_type! {
    OutlineEntry {
        required title = "title",
        optional below = "below",
    }
}

/// The required fields of [`OutlineEntry`].
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntryFields {
    /// Its title.
    pub title: String,
}

impl OutlineEntry {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: OutlineEntryFields) -> Self {
        Self {
            title: fields.title,
            below: None,
        }
    }
}

/// Borrowed variant of [`OutlineEntry`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OutlineEntryRef<'a> {
    /// See [`OutlineEntry::title`].
    pub title: Borrowed<'a, String>,
    /// See [`OutlineEntry::below`].
    pub below: Option<Vec<OutlineEntryRef<'a>>>,
}

schema_runtime::object_type! {
    OutlineEntryRef<'a> {
        required title = "title",
        optional below = "below",
    }
}

impl OutlineEntryRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> OutlineEntry {
        OutlineEntry {
            title: IntoOwned::into_owned(self.title),
            below: IntoOwned::into_owned(self.below),
        }
    }
}

schema_runtime::into_owned!(OutlineEntryRef => OutlineEntry);

impl OutlineEntry {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "outline";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/plain/v1/outline.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.2.3";
}

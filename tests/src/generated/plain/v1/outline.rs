// @generated from plain/v1/outline.json by `cargo xtask codegen`. Changes made here are lost.

//! `outline`: An outline, by a definition.

use schema_runtime::{Borrowed, Error};

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
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
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
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<OutlineEntry, Error> {
        schema_runtime::copied(self)
    }
}

impl OutlineEntry {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "outline";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/plain/v1/outline.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.2.3";
}

// @generated from plain/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The examples of the registry, for tests (feature `test-util`).

use super::{Circle, Figure, FigureDrawn, Group, Note, NoteTagsItem, NoteText, OutlineEntry};

/// The example `schemas/plain/v1/examples/figure.drawn/circle.json`.
pub const FIGURE_DRAWN_CIRCLE: &str = r#"{
  "radius": 2,
  "shape": "circle"
}
"#;

/// The example `schemas/plain/v1/examples/figure.drawn/group.json`.
pub const FIGURE_DRAWN_GROUP: &str = r#"{
  "members": [
    {
      "radius": 1.5,
      "shape": "circle"
    },
    {
      "shape": "group",
      "members": []
    }
  ],
  "shape": "group"
}
"#;

/// The example `schemas/plain/v1/examples/note/full.json`.
pub const NOTE_FULL: &str = r#"{
  "text": "a",
  "author": null,
  "tags": ["urgent", "new"]
}
"#;

/// The example `schemas/plain/v1/examples/note/short.json`.
pub const NOTE_SHORT: &str = r#"{
  "text": "a"
}
"#;

/// The example `schemas/plain/v1/examples/outline/deep.json`.
pub const OUTLINE_DEEP: &str = r#"{
  "title": "a",
  "below": [
    {
      "title": "b",
      "below": []
    },
    {
      "title": "c"
    }
  ]
}
"#;

/// Every example, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/plain/v1/examples/figure.drawn/circle.json", FIGURE_DRAWN_CIRCLE),
    ("schemas/plain/v1/examples/figure.drawn/group.json", FIGURE_DRAWN_GROUP),
    ("schemas/plain/v1/examples/note/full.json", NOTE_FULL),
    ("schemas/plain/v1/examples/note/short.json", NOTE_SHORT),
    ("schemas/plain/v1/examples/outline/deep.json", OUTLINE_DEEP),
];

impl Circle {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"radius":2,"shape":"circle"}"#)
    }
}

impl Figure {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"radius":1.5,"shape":"circle"}"#)
    }
}

impl FigureDrawn {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"radius":2,"shape":"circle"}"#)
    }
}

impl Group {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"members":[{"radius":1.5,"shape":"circle"},{"shape":"group","members":[]}],"shape":"group"}"#,
        )
    }
}

impl Note {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"text":"a","author":null,"tags":["urgent","new"]}"#)
    }
}

impl NoteTagsItem {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""urgent""#)
    }
}

impl NoteText {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""a""#)
    }
}

impl OutlineEntry {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"title":"a","below":[{"title":"b","below":[]},{"title":"c"}]}"#,
        )
    }
}

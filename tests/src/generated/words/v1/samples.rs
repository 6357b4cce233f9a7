// @generated from words/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The examples of the registry, for tests (feature `test-util`).

use super::{
    Event, EventType, Revision, SchemaRef, Shared, TheWordAll, TheWordCrateFnMatch, TheWordEvent,
    TheWordMod, TheWordSchemas, TheWordSelf, TheWordType, TheWordUnknown,
};

/// The example `schemas/words/v1/examples/all/full.json`.
pub const ALL_FULL: &str = r#"{
  "data": {
    "word": "all",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    }
  },
  "event_type": "all",
  "version": "1.0.0",
  "schema_ref": "schemas/words/v1/all.json",
  "event": true
}
"#;

/// The example `schemas/words/v1/examples/all/small.json`.
pub const ALL_SMALL: &str = r#"{
  "event_type": "all",
  "data": {
    "word": "all"
  }
}
"#;

/// The example `schemas/words/v1/examples/crate.fn.match/full.json`.
pub const CRATE_FN_MATCH_FULL: &str = r#"{
  "data": {
    "word": "crate.fn.match",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    }
  },
  "event_type": "crate.fn.match",
  "version": "1.0.0",
  "schema_ref": "schemas/words/v1/crate.fn.match.json",
  "event": true
}
"#;

/// The example `schemas/words/v1/examples/crate.fn.match/small.json`.
pub const CRATE_FN_MATCH_SMALL: &str = r#"{
  "event_type": "crate.fn.match",
  "data": {
    "word": "crate.fn.match"
  }
}
"#;

/// The example `schemas/words/v1/examples/event/full.json`.
pub const EVENT_FULL: &str = r#"{
  "data": {
    "word": "event",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    }
  },
  "event_type": "event",
  "version": "1.0.0",
  "schema_ref": "schemas/words/v1/event.json",
  "event": true
}
"#;

/// The example `schemas/words/v1/examples/event/small.json`.
pub const EVENT_SMALL: &str = r#"{
  "event_type": "event",
  "data": {
    "word": "event"
  }
}
"#;

/// The example `schemas/words/v1/examples/mod/full.json`.
pub const MOD_FULL: &str = r#"{
  "data": {
    "word": "mod",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    }
  },
  "event_type": "mod",
  "version": "1.0.0",
  "schema_ref": "schemas/words/v1/mod.json",
  "event": true
}
"#;

/// The example `schemas/words/v1/examples/mod/small.json`.
pub const MOD_SMALL: &str = r#"{
  "event_type": "mod",
  "data": {
    "word": "mod"
  }
}
"#;

/// The example `schemas/words/v1/examples/schemas/full.json`.
pub const SCHEMAS_FULL: &str = r#"{
  "data": {
    "word": "schemas",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    }
  },
  "event_type": "schemas",
  "version": "1.0.0",
  "schema_ref": "schemas/words/v1/schemas.json",
  "event": true
}
"#;

/// The example `schemas/words/v1/examples/schemas/small.json`.
pub const SCHEMAS_SMALL: &str = r#"{
  "event_type": "schemas",
  "data": {
    "word": "schemas"
  }
}
"#;

/// The example `schemas/words/v1/examples/self/full.json`.
pub const SELF_FULL: &str = r#"{
  "data": {
    "word": "self",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    }
  },
  "event_type": "self",
  "version": "1.0.0",
  "schema_ref": "schemas/words/v1/self.json",
  "event": true
}
"#;

/// The example `schemas/words/v1/examples/self/small.json`.
pub const SELF_SMALL: &str = r#"{
  "event_type": "self",
  "data": {
    "word": "self"
  }
}
"#;

/// The example `schemas/words/v1/examples/type/full.json`.
pub const TYPE_FULL: &str = r#"{
  "data": {
    "word": "type",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    }
  },
  "event_type": "type",
  "version": "1.0.0",
  "schema_ref": "schemas/words/v1/type.json",
  "event": true
}
"#;

/// The example `schemas/words/v1/examples/type/small.json`.
pub const TYPE_SMALL: &str = r#"{
  "event_type": "type",
  "data": {
    "word": "type"
  }
}
"#;

/// The example `schemas/words/v1/examples/unknown/full.json`.
pub const UNKNOWN_FULL: &str = r#"{
  "data": {
    "word": "unknown",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    }
  },
  "event_type": "unknown",
  "version": "1.0.0",
  "schema_ref": "schemas/words/v1/unknown.json",
  "event": true
}
"#;

/// The example `schemas/words/v1/examples/unknown/small.json`.
pub const UNKNOWN_SMALL: &str = r#"{
  "event_type": "unknown",
  "data": {
    "word": "unknown"
  }
}
"#;

/// Every example, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/words/v1/examples/all/full.json", ALL_FULL),
    ("schemas/words/v1/examples/all/small.json", ALL_SMALL),
    ("schemas/words/v1/examples/crate.fn.match/full.json", CRATE_FN_MATCH_FULL),
    ("schemas/words/v1/examples/crate.fn.match/small.json", CRATE_FN_MATCH_SMALL),
    ("schemas/words/v1/examples/event/full.json", EVENT_FULL),
    ("schemas/words/v1/examples/event/small.json", EVENT_SMALL),
    ("schemas/words/v1/examples/mod/full.json", MOD_FULL),
    ("schemas/words/v1/examples/mod/small.json", MOD_SMALL),
    ("schemas/words/v1/examples/schemas/full.json", SCHEMAS_FULL),
    ("schemas/words/v1/examples/schemas/small.json", SCHEMAS_SMALL),
    ("schemas/words/v1/examples/self/full.json", SELF_FULL),
    ("schemas/words/v1/examples/self/small.json", SELF_SMALL),
    ("schemas/words/v1/examples/type/full.json", TYPE_FULL),
    ("schemas/words/v1/examples/type/small.json", TYPE_SMALL),
    ("schemas/words/v1/examples/unknown/full.json", UNKNOWN_FULL),
    ("schemas/words/v1/examples/unknown/small.json", UNKNOWN_SMALL),
];

impl EventType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""all""#)
    }
}

impl Revision {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""1.0.0""#)
    }
}

impl SchemaRef {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""schemas/words/v1/all.json""#)
    }
}

impl Shared {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}"#)
    }
}

impl TheWordAll {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"all","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}}"#,
        )
    }
}

impl TheWordCrateFnMatch {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"crate.fn.match","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}}"#,
        )
    }
}

impl TheWordEvent {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"event","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}}"#,
        )
    }
}

impl TheWordMod {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"mod","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}}"#,
        )
    }
}

impl TheWordSchemas {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"schemas","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}}"#,
        )
    }
}

impl TheWordSelf {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"self","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}}"#,
        )
    }
}

impl TheWordType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"type","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}}"#,
        )
    }
}

impl TheWordUnknown {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"unknown","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}}"#,
        )
    }
}

impl Event {
    /// Returns the event of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(ALL_FULL)
    }
}

impl TheWordAll {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(ALL_FULL)
    }
}

impl TheWordCrateFnMatch {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(CRATE_FN_MATCH_FULL)
    }
}

impl TheWordEvent {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(EVENT_FULL)
    }
}

impl TheWordMod {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(MOD_FULL)
    }
}

impl TheWordSchemas {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(SCHEMAS_FULL)
    }
}

impl TheWordSelf {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(SELF_FULL)
    }
}

impl TheWordType {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(TYPE_FULL)
    }
}

impl TheWordUnknown {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(UNKNOWN_FULL)
    }
}

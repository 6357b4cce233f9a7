// @generated from words/v2 by `cargo xtask codegen`. Changes made here are lost.

//! The examples of the registry, for tests (feature `test-util`).

use super::{
    Event, EventType, Revision, SchemaRef, Shared, TheWordAdded, TheWordEvent, TheWordSelf,
    TheWordUnknown,
};

/// The example `schemas/words/v2/examples/added/full.json`.
pub const ADDED_FULL: &str = r#"{
  "data": {
    "word": "added",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    },
    "since": 2
  },
  "event_type": "added",
  "dictionary": "everything",
  "version": "2.0.0",
  "schema_ref": "schemas/words/v2/added.json",
  "event": true
}
"#;

/// The example `schemas/words/v2/examples/added/small.json`.
pub const ADDED_SMALL: &str = r#"{
  "event_type": "added",
  "dictionary": "everything",
  "data": {
    "word": "added",
    "since": 2
  },
  "version": "2.1.0"
}
"#;

/// The example `schemas/words/v2/examples/event/full.json`.
pub const EVENT_FULL: &str = r#"{
  "data": {
    "word": "event",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    },
    "since": 2
  },
  "event_type": "event",
  "dictionary": "everything",
  "version": "2.0.0",
  "schema_ref": "schemas/words/v2/event.json",
  "event": true
}
"#;

/// The example `schemas/words/v2/examples/event/small.json`.
pub const EVENT_SMALL: &str = r#"{
  "event_type": "event",
  "dictionary": "everything",
  "data": {
    "word": "event",
    "since": 2
  },
  "version": "2.1.0"
}
"#;

/// The example `schemas/words/v2/examples/self/full.json`.
pub const SELF_FULL: &str = r#"{
  "data": {
    "word": "self",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    },
    "since": 2
  },
  "event_type": "self",
  "dictionary": "everything",
  "version": "2.0.0",
  "schema_ref": "schemas/words/v2/self.json",
  "event": true
}
"#;

/// The example `schemas/words/v2/examples/self/small.json`.
pub const SELF_SMALL: &str = r#"{
  "event_type": "self",
  "dictionary": "everything",
  "data": {
    "word": "self",
    "since": 2
  },
  "version": "2.1.0"
}
"#;

/// The example `schemas/words/v2/examples/unknown/full.json`.
pub const UNKNOWN_FULL: &str = r#"{
  "data": {
    "word": "unknown",
    "shared": {
      "id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"
    },
    "since": 2
  },
  "event_type": "unknown",
  "dictionary": "everything",
  "version": "2.0.0",
  "schema_ref": "schemas/words/v2/unknown.json",
  "event": true
}
"#;

/// The example `schemas/words/v2/examples/unknown/small.json`.
pub const UNKNOWN_SMALL: &str = r#"{
  "event_type": "unknown",
  "dictionary": "everything",
  "data": {
    "word": "unknown",
    "since": 2
  },
  "version": "2.1.0"
}
"#;

/// Every example, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/words/v2/examples/added/full.json", ADDED_FULL),
    ("schemas/words/v2/examples/added/small.json", ADDED_SMALL),
    ("schemas/words/v2/examples/event/full.json", EVENT_FULL),
    ("schemas/words/v2/examples/event/small.json", EVENT_SMALL),
    ("schemas/words/v2/examples/self/full.json", SELF_FULL),
    ("schemas/words/v2/examples/self/small.json", SELF_SMALL),
    ("schemas/words/v2/examples/unknown/full.json", UNKNOWN_FULL),
    ("schemas/words/v2/examples/unknown/small.json", UNKNOWN_SMALL),
];

impl EventType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""added""#)
    }
}

impl Revision {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""2.0.0""#)
    }
}

impl SchemaRef {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""schemas/words/v2/added.json""#)
    }
}

impl Shared {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"}"#)
    }
}

impl TheWordAdded {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"added","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"},"since":2}"#,
        )
    }
}

impl TheWordEvent {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"event","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"},"since":2}"#,
        )
    }
}

impl TheWordSelf {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"self","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"},"since":2}"#,
        )
    }
}

impl TheWordUnknown {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"word":"unknown","shared":{"id":"b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21"},"since":2}"#,
        )
    }
}

impl Event {
    /// Returns the event of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(ADDED_FULL)
    }
}

impl TheWordAdded {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(ADDED_FULL)
    }
}

impl TheWordEvent {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(EVENT_FULL)
    }
}

impl TheWordSelf {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(SELF_FULL)
    }
}

impl TheWordUnknown {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(UNKNOWN_FULL)
    }
}

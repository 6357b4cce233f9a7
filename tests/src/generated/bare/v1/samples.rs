// @generated from bare/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The examples of the registry, for tests (feature `test-util`).

use super::{Event, EventEventType, Ping};

/// The example `schemas/bare/v1/examples/ping/ping.json`.
pub const PING_PING: &str = r#"{
  "event_type": "ping",
  "data": {
    "at": "2024-01-01T00:00:00Z"
  }
}
"#;

/// Every example, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/bare/v1/examples/ping/ping.json", PING_PING),
];

impl EventEventType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""ping""#)
    }
}

impl Ping {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#"{"at":"2024-01-01T00:00:00Z"}"#)
    }
}

impl Event {
    /// Returns the event of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(PING_PING)
    }
}

impl Ping {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(PING_PING)
    }
}

// @generated from bare/v1/ping.json by `cargo xtask codegen`. Changes made here are lost.

//! `ping`: A sign of life.

use schema_runtime::{Borrowed, IntoOwned, KnownPayload, Payload, Timestamp};

use super::EventEventType;

/// When it was sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ping {
    /// When it was sent.
    pub at: Timestamp,
}

schema_runtime::object_type! {
    Ping {
        required at = "at",
    }
}

/// The required fields of [`Ping`].
#[derive(Clone, Debug, PartialEq)]
pub struct PingFields {
    /// When it was sent.
    pub at: Timestamp,
}

impl Ping {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PingFields) -> Self {
        Self { at: fields.at }
    }
}

/// Borrowed variant of [`Ping`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PingRef<'a> {
    /// See [`Ping::at`].
    pub at: Borrowed<'a, Timestamp>,
}

schema_runtime::object_type! {
    PingRef<'a> {
        required at = "at",
    }
}

impl PingRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Ping {
        Ping {
            at: IntoOwned::into_owned(self.at),
        }
    }
}

schema_runtime::into_owned!(PingRef => Ping);

impl Ping {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "ping";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/bare/v1/ping.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Ping {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Ping::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Ping
    }
}

impl KnownPayload for Ping {
    const SCHEMA_REF: &'static str = Ping::SCHEMA_REF;
    const VERSION: &'static str = Ping::VERSION;
}

impl<'a> Payload for PingRef<'a> {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Ping::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Ping
    }
}

impl<'a> KnownPayload for PingRef<'a> {
    const SCHEMA_REF: &'static str = Ping::SCHEMA_REF;
    const VERSION: &'static str = Ping::VERSION;
}

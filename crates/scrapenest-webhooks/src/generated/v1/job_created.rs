// @generated from webhooks/v1/job.created.json by `cargo xtask codegen`. Changes made here are lost.

//! `job.created`: Fired when a job is successfully accepted and queued.

use std::borrow::Cow;

use schema_runtime::{KnownPayload, OpenSet, Payload, StringValue, Timestamp, Unknown, Uri, Uuid};
use serde::{Deserialize, Deserializer, Serialize};

use super::EventType;

/// Fired when a job is successfully accepted and queued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct JobCreated {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Type of the job, e.g. `http`. An open set: a consumer must survive a value it does not
    /// know.
    pub job_type: JobType,
    /// Status of the job, here always `queued`.
    pub status: JobCreatedStatus,
    /// Target of the job: an absolute URL, e.g. `https://example.com`.
    pub target_url: Uri,
    /// Timestamp when the job was created. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:03:10Z`.
    pub created_at: Timestamp,
}

schema_runtime::object_type!(JobCreated);

/// The required fields of a [`JobCreated`].
#[derive(Clone, Debug, PartialEq)]
pub struct JobCreatedFields {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Type of the job, e.g. `http`. An open set: a consumer must survive a value it does not
    /// know.
    pub job_type: JobType,
    /// Status of the job, here always `queued`.
    pub status: JobCreatedStatus,
    /// Target of the job: an absolute URL, e.g. `https://example.com`.
    pub target_url: Uri,
    /// Timestamp when the job was created. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:03:10Z`.
    pub created_at: Timestamp,
}

impl JobCreated {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: JobCreatedFields) -> Self {
        Self {
            job_id: fields.job_id,
            job_type: fields.job_type,
            status: fields.status,
            target_url: fields.target_url,
            created_at: fields.created_at,
        }
    }
}

impl JobCreated {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "job.created";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/webhooks/v1/job.created.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for JobCreated {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(Self::EVENT_TYPE);

    fn event_type(&self) -> EventType {
        EventType::JobCreated
    }

    fn deserialize_as<'de, D>(_: &EventType, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer)
    }
}

impl KnownPayload for JobCreated {
    const SCHEMA_REF: &'static str = Self::SCHEMA_REF;
    const VERSION: &'static str = Self::VERSION;
}

/// Type of a job, 1 to 100 characters. An open set: a consumer must survive a value it does
/// not know.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JobType {
    /// `http`
    Http,
    /// `light`
    Light,
    /// `standard`
    Standard,
    /// `stealth`
    Stealth,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl OpenSet for JobType {
    fn known(text: &str) -> Option<Self> {
        match text {
            "http" => Some(Self::Http),
            "light" => Some(Self::Light),
            "standard" => Some(Self::Standard),
            "stealth" => Some(Self::Stealth),
            _ => None,
        }
    }

    fn accepts(text: &str) -> bool {
        (1..=100).contains(&text.chars().count())
    }
}

impl StringValue for JobType {
    const EXPECTED: &'static str = "1 to 100 characters";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Http => "http",
            Self::Light => "light",
            Self::Standard => "standard",
            Self::Stealth => "stealth",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(JobType);

/// Status of the job, here always `queued`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobCreatedStatus {
    /// `queued`
    Queued,
}

impl StringValue for JobCreatedStatus {
    const EXPECTED: &'static str = "`queued`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "queued" => Some(Self::Queued),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Queued => "queued",
        }
    }
}

schema_runtime::string_type!(JobCreatedStatus);

// @generated from webhooks/v1/job.created.json by `cargo xtask codegen`. Changes made here are lost.

//! `job.created`: Fired when a job is successfully accepted and queued.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, IntoOwned, KnownPayload, OpenSet, Payload, StringValue, Timestamp, Unknown, Uri, Uuid,
};

use super::EventType;

/// Fired when a job is successfully accepted and queued.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `status` is `queued`: Status of the job, here always `queued`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobCreated {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Type of the job, e.g. `http`. An open set: a consumer must survive a value it does not
    /// know.
    pub job_type: JobType,
    /// Target of the job: an absolute URL, e.g. `https://example.com`.
    pub target_url: Uri,
    /// Timestamp when the job was created. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:03:10Z`.
    pub created_at: Timestamp,
}

schema_runtime::object_type! {
    JobCreated {
        required job_id = "job_id",
        required job_type = "job_type",
        "queued" status = "status",
        required target_url = "target_url",
        required created_at = "created_at",
    }
}

/// The required fields of [`JobCreated`].
#[derive(Clone, Debug, PartialEq)]
pub struct JobCreatedFields {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Type of the job, e.g. `http`. An open set: a consumer must survive a value it does not
    /// know.
    pub job_type: JobType,
    /// Target of the job: an absolute URL, e.g. `https://example.com`.
    pub target_url: Uri,
    /// Timestamp when the job was created. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:03:10Z`.
    pub created_at: Timestamp,
}

impl JobCreated {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: JobCreatedFields) -> Self {
        Self {
            job_id: fields.job_id,
            job_type: fields.job_type,
            target_url: fields.target_url,
            created_at: fields.created_at,
        }
    }
}

/// Borrowed variant of [`JobCreated`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobCreatedRef<'a> {
    /// See [`JobCreated::job_id`].
    pub job_id: Uuid,
    /// See [`JobCreated::job_type`].
    pub job_type: JobType,
    /// See [`JobCreated::target_url`].
    pub target_url: Borrowed<'a, Uri>,
    /// See [`JobCreated::created_at`].
    pub created_at: Borrowed<'a, Timestamp>,
}

schema_runtime::object_type! {
    JobCreatedRef<'a> {
        required job_id = "job_id",
        required job_type = "job_type",
        "queued" status = "status",
        required target_url = "target_url",
        required created_at = "created_at",
    }
}

impl JobCreatedRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> JobCreated {
        JobCreated {
            job_id: self.job_id,
            job_type: self.job_type,
            target_url: IntoOwned::into_owned(self.target_url),
            created_at: IntoOwned::into_owned(self.created_at),
        }
    }
}

schema_runtime::into_owned!(JobCreatedRef => JobCreated);

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
    const EVENT_TYPE: Option<&'static str> = Some(JobCreated::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::JobCreated
    }
}

impl KnownPayload for JobCreated {
    const SCHEMA_REF: &'static str = JobCreated::SCHEMA_REF;
    const VERSION: &'static str = JobCreated::VERSION;
}

impl<'a> Payload for JobCreatedRef<'a> {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(JobCreated::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::JobCreated
    }
}

impl<'a> KnownPayload for JobCreatedRef<'a> {
    const SCHEMA_REF: &'static str = JobCreated::SCHEMA_REF;
    const VERSION: &'static str = JobCreated::VERSION;
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

impl JobType {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Http, Self::Light, Self::Standard, Self::Stealth];
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
}

impl StringValue for JobType {
    const EXPECTED: &'static str = "1 to 100 characters";

    fn accepts(text: &str) -> bool {
        (1..=100).contains(&text.chars().count())
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
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

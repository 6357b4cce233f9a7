// @generated from webhooks/v1/job.completed.json by `cargo xtask codegen`. Changes made here are lost.

//! `job.completed`: A job has ended: it succeeded, or it failed after all retries.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, Error, Integer, KnownPayload, MAX_SAFE_INTEGER, OpenSet, Payload, StringValue,
    Timestamp, Unknown, Uuid,
};

use super::EventType;

/// The job that ended: `status` is `succeeded` or `failed`, and decides which fields there
/// are.
#[derive(Clone, Debug, PartialEq)]
pub enum JobCompleted {
    /// Fired when a job finishes successfully.
    Succeeded(JobCompletedSucceeded),
    /// Fired when a job fails after all retries (`status` is `failed`).
    Failed(JobCompletedFailed),
}

impl JobCompleted {
    /// Returns the payload if this is `succeeded`.
    #[must_use]
    pub fn as_succeeded(&self) -> Option<&JobCompletedSucceeded> {
        match self {
            Self::Succeeded(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `failed`.
    #[must_use]
    pub fn as_failed(&self) -> Option<&JobCompletedFailed> {
        match self {
            Self::Failed(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    JobCompleted {
        tag status = "status",
        required job_id = "job_id",
        required duration_ms = "duration_ms",
        required completed_at = "completed_at",
    }
    Succeeded(JobCompletedSucceeded) = "succeeded" {
        required artifact_count = "artifact_count",
    }
    Failed(JobCompletedFailed) = "failed" {
        required failure_reason = "failure_reason",
    }
}

impl From<JobCompletedSucceeded> for JobCompleted {
    fn from(branch: JobCompletedSucceeded) -> Self {
        Self::Succeeded(branch)
    }
}

impl From<JobCompletedFailed> for JobCompleted {
    fn from(branch: JobCompletedFailed) -> Self {
        Self::Failed(branch)
    }
}

/// Borrowed variant of [`JobCompleted`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
pub enum JobCompletedRef<'a> {
    /// Fired when a job finishes successfully.
    Succeeded(JobCompletedSucceededRef<'a>),
    /// Fired when a job fails after all retries (`status` is `failed`).
    Failed(JobCompletedFailedRef<'a>),
}

impl<'a> JobCompletedRef<'a> {
    /// Returns the payload if this is `succeeded`.
    #[must_use]
    pub fn as_succeeded(&self) -> Option<&JobCompletedSucceededRef<'a>> {
        match self {
            Self::Succeeded(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `failed`.
    #[must_use]
    pub fn as_failed(&self) -> Option<&JobCompletedFailedRef<'a>> {
        match self {
            Self::Failed(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    JobCompletedRef<'a> {
        tag status = "status",
        required job_id = "job_id",
        required duration_ms = "duration_ms",
        required completed_at = "completed_at",
    }
    Succeeded(JobCompletedSucceededRef) = "succeeded" {
        required artifact_count = "artifact_count",
    }
    Failed(JobCompletedFailedRef) = "failed" {
        required failure_reason = "failure_reason",
    }
}

impl<'a> From<JobCompletedSucceededRef<'a>> for JobCompletedRef<'a> {
    fn from(branch: JobCompletedSucceededRef<'a>) -> Self {
        Self::Succeeded(branch)
    }
}

impl<'a> From<JobCompletedFailedRef<'a>> for JobCompletedRef<'a> {
    fn from(branch: JobCompletedFailedRef<'a>) -> Self {
        Self::Failed(branch)
    }
}

impl JobCompletedRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<JobCompleted, Error> {
        schema_runtime::copied(self)
    }
}

impl JobCompleted {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "job.completed";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/webhooks/v1/job.completed.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for JobCompleted {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(JobCompleted::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::JobCompleted
    }
}

impl KnownPayload for JobCompleted {
    const SCHEMA_REF: &'static str = JobCompleted::SCHEMA_REF;
    const VERSION: &'static str = JobCompleted::VERSION;
}

impl<'a> Payload for JobCompletedRef<'a> {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = Some(JobCompleted::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventType {
        EventType::JobCompleted
    }
}

impl<'a> KnownPayload for JobCompletedRef<'a> {
    const SCHEMA_REF: &'static str = JobCompleted::SCHEMA_REF;
    const VERSION: &'static str = JobCompleted::VERSION;
}

/// Fired when a job finishes successfully.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobCompletedSucceeded {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Status of the job, here always `succeeded`.
    pub status: JobCompletedSucceededStatus,
    /// Number of artifacts of the job, a whole number.
    pub artifact_count: Integer<0, MAX_SAFE_INTEGER>,
    /// Duration of the job in milliseconds, a whole number.
    pub duration_ms: Integer<0, MAX_SAFE_INTEGER>,
    /// Timestamp when the job finished successfully. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:00:05Z`.
    pub completed_at: Timestamp,
}

schema_runtime::object_type! {
    JobCompletedSucceeded {
        required job_id = "job_id",
        required status = "status",
        required artifact_count = "artifact_count",
        required duration_ms = "duration_ms",
        required completed_at = "completed_at",
    }
}

/// The required fields of [`JobCompletedSucceeded`].
#[derive(Clone, Debug, PartialEq)]
pub struct JobCompletedSucceededFields {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Number of artifacts of the job, a whole number.
    pub artifact_count: Integer<0, MAX_SAFE_INTEGER>,
    /// Duration of the job in milliseconds, a whole number.
    pub duration_ms: Integer<0, MAX_SAFE_INTEGER>,
    /// Timestamp when the job finished successfully. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:00:05Z`.
    pub completed_at: Timestamp,
}

impl JobCompletedSucceeded {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: JobCompletedSucceededFields) -> Self {
        Self {
            job_id: fields.job_id,
            status: JobCompletedSucceededStatus::Succeeded,
            artifact_count: fields.artifact_count,
            duration_ms: fields.duration_ms,
            completed_at: fields.completed_at,
        }
    }
}

/// Borrowed variant of [`JobCompletedSucceeded`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobCompletedSucceededRef<'a> {
    /// See [`JobCompletedSucceeded::job_id`].
    pub job_id: Uuid,
    /// See [`JobCompletedSucceeded::status`].
    pub status: JobCompletedSucceededStatus,
    /// See [`JobCompletedSucceeded::artifact_count`].
    pub artifact_count: Integer<0, MAX_SAFE_INTEGER>,
    /// See [`JobCompletedSucceeded::duration_ms`].
    pub duration_ms: Integer<0, MAX_SAFE_INTEGER>,
    /// See [`JobCompletedSucceeded::completed_at`].
    pub completed_at: Borrowed<'a, Timestamp>,
}

schema_runtime::object_type! {
    JobCompletedSucceededRef<'a> {
        required job_id = "job_id",
        required status = "status",
        required artifact_count = "artifact_count",
        required duration_ms = "duration_ms",
        required completed_at = "completed_at",
    }
}

impl JobCompletedSucceededRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<JobCompletedSucceeded, Error> {
        schema_runtime::copied(self)
    }
}

/// Status of the job, here always `succeeded`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobCompletedSucceededStatus {
    #[default]
    /// `succeeded`
    Succeeded,
}

impl StringValue for JobCompletedSucceededStatus {
    const EXPECTED: &'static str = "`succeeded`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "succeeded" => Some(Self::Succeeded),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Succeeded => "succeeded",
        }
    }
}

schema_runtime::string_type!(JobCompletedSucceededStatus);

/// Fired when a job fails after all retries (`status` is `failed`).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobCompletedFailed {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Status of the job, here always `failed`.
    pub status: JobCompletedFailedStatus,
    /// Why the job failed, e.g. `timeout`. An open set: a consumer must survive a value it does
    /// not know.
    pub failure_reason: FailureReason,
    /// Duration of the job in milliseconds, a whole number.
    pub duration_ms: Integer<0, MAX_SAFE_INTEGER>,
    /// Timestamp when the job failed, after all retries. RFC 3339 date and time with an offset,
    /// e.g. `2024-01-01T12:00:05Z`.
    pub completed_at: Timestamp,
}

schema_runtime::object_type! {
    JobCompletedFailed {
        required job_id = "job_id",
        required status = "status",
        required failure_reason = "failure_reason",
        required duration_ms = "duration_ms",
        required completed_at = "completed_at",
    }
}

/// The required fields of [`JobCompletedFailed`].
#[derive(Clone, Debug, PartialEq)]
pub struct JobCompletedFailedFields {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Why the job failed, e.g. `timeout`. An open set: a consumer must survive a value it does
    /// not know.
    pub failure_reason: FailureReason,
    /// Duration of the job in milliseconds, a whole number.
    pub duration_ms: Integer<0, MAX_SAFE_INTEGER>,
    /// Timestamp when the job failed, after all retries. RFC 3339 date and time with an offset,
    /// e.g. `2024-01-01T12:00:05Z`.
    pub completed_at: Timestamp,
}

impl JobCompletedFailed {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: JobCompletedFailedFields) -> Self {
        Self {
            job_id: fields.job_id,
            status: JobCompletedFailedStatus::Failed,
            failure_reason: fields.failure_reason,
            duration_ms: fields.duration_ms,
            completed_at: fields.completed_at,
        }
    }
}

/// Borrowed variant of [`JobCompletedFailed`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobCompletedFailedRef<'a> {
    /// See [`JobCompletedFailed::job_id`].
    pub job_id: Uuid,
    /// See [`JobCompletedFailed::status`].
    pub status: JobCompletedFailedStatus,
    /// See [`JobCompletedFailed::failure_reason`].
    pub failure_reason: FailureReason,
    /// See [`JobCompletedFailed::duration_ms`].
    pub duration_ms: Integer<0, MAX_SAFE_INTEGER>,
    /// See [`JobCompletedFailed::completed_at`].
    pub completed_at: Borrowed<'a, Timestamp>,
}

schema_runtime::object_type! {
    JobCompletedFailedRef<'a> {
        required job_id = "job_id",
        required status = "status",
        required failure_reason = "failure_reason",
        required duration_ms = "duration_ms",
        required completed_at = "completed_at",
    }
}

impl JobCompletedFailedRef<'_> {
    /// Returns an owned copy, by writing it as JSON and reading it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written, which never happens for a value that was read.
    #[inline]
    pub fn to_static(&self) -> Result<JobCompletedFailed, Error> {
        schema_runtime::copied(self)
    }
}

/// Status of the job, here always `failed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobCompletedFailedStatus {
    #[default]
    /// `failed`
    Failed,
}

impl StringValue for JobCompletedFailedStatus {
    const EXPECTED: &'static str = "`failed`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "failed" => Some(Self::Failed),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Failed => "failed",
        }
    }
}

schema_runtime::string_type!(JobCompletedFailedStatus);

/// Why a job failed, 1 to 100 characters. An open set: a consumer must survive a value it
/// does not know.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FailureReason {
    /// `timeout`
    Timeout,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl OpenSet for FailureReason {
    fn known(text: &str) -> Option<Self> {
        match text {
            "timeout" => Some(Self::Timeout),
            _ => None,
        }
    }
}

impl StringValue for FailureReason {
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
            Self::Timeout => "timeout",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(FailureReason);

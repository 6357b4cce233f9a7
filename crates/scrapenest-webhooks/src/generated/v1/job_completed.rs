// @generated from webhooks/v1/job.completed.json by `cargo xtask codegen`. Changes made here are lost.

//! `job.completed`: A job has ended: it succeeded, or it failed after all retries.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, IntoOwned, KnownPayload, OpenSet, Payload, StringValue, Timestamp, U53, Unknown, Uuid,
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
    /// Returns `status`, which tells the branches apart.
    #[must_use]
    pub fn status(&self) -> &'static str {
        match self {
            Self::Succeeded(_) => "succeeded",
            Self::Failed(_) => "failed",
        }
    }

    /// Returns `job_id`, which every branch has.
    #[must_use]
    pub fn job_id(&self) -> Uuid {
        match self {
            Self::Succeeded(held) => held.job_id,
            Self::Failed(held) => held.job_id,
        }
    }

    /// Returns `duration_ms`, which every branch has.
    #[must_use]
    pub fn duration_ms(&self) -> U53 {
        match self {
            Self::Succeeded(held) => held.duration_ms,
            Self::Failed(held) => held.duration_ms,
        }
    }

    /// Returns `completed_at`, which every branch has.
    #[must_use]
    pub fn completed_at(&self) -> &Timestamp {
        match self {
            Self::Succeeded(held) => &held.completed_at,
            Self::Failed(held) => &held.completed_at,
        }
    }

    /// Returns whether this is `succeeded`.
    #[must_use]
    pub fn is_succeeded(&self) -> bool {
        matches!(self, Self::Succeeded(_))
    }

    /// Returns the payload if this is `succeeded`.
    #[must_use]
    pub fn as_succeeded(&self) -> Option<&JobCompletedSucceeded> {
        match self {
            Self::Succeeded(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `succeeded`, and to nothing otherwise.
    #[must_use]
    pub fn into_succeeded(self) -> Option<JobCompletedSucceeded> {
        match self {
            Self::Succeeded(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `failed`.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }

    /// Returns the payload if this is `failed`.
    #[must_use]
    pub fn as_failed(&self) -> Option<&JobCompletedFailed> {
        match self {
            Self::Failed(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `failed`, and to nothing otherwise.
    #[must_use]
    pub fn into_failed(self) -> Option<JobCompletedFailed> {
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
    /// Returns `status`, which tells the branches apart.
    #[must_use]
    pub fn status(&self) -> &'static str {
        match self {
            Self::Succeeded(_) => "succeeded",
            Self::Failed(_) => "failed",
        }
    }

    /// Returns `job_id`, which every branch has.
    #[must_use]
    pub fn job_id(&self) -> Uuid {
        match self {
            Self::Succeeded(held) => held.job_id,
            Self::Failed(held) => held.job_id,
        }
    }

    /// Returns `duration_ms`, which every branch has.
    #[must_use]
    pub fn duration_ms(&self) -> U53 {
        match self {
            Self::Succeeded(held) => held.duration_ms,
            Self::Failed(held) => held.duration_ms,
        }
    }

    /// Returns `completed_at`, which every branch has.
    #[must_use]
    pub fn completed_at(&self) -> &Borrowed<'a, Timestamp> {
        match self {
            Self::Succeeded(held) => &held.completed_at,
            Self::Failed(held) => &held.completed_at,
        }
    }

    /// Returns whether this is `succeeded`.
    #[must_use]
    pub fn is_succeeded(&self) -> bool {
        matches!(self, Self::Succeeded(_))
    }

    /// Returns the payload if this is `succeeded`.
    #[must_use]
    pub fn as_succeeded(&self) -> Option<&JobCompletedSucceededRef<'a>> {
        match self {
            Self::Succeeded(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `succeeded`, and to nothing otherwise.
    #[must_use]
    pub fn into_succeeded(self) -> Option<JobCompletedSucceededRef<'a>> {
        match self {
            Self::Succeeded(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `failed`.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        matches!(self, Self::Failed(_))
    }

    /// Returns the payload if this is `failed`.
    #[must_use]
    pub fn as_failed(&self) -> Option<&JobCompletedFailedRef<'a>> {
        match self {
            Self::Failed(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `failed`, and to nothing otherwise.
    #[must_use]
    pub fn into_failed(self) -> Option<JobCompletedFailedRef<'a>> {
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
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> JobCompleted {
        match self {
            Self::Succeeded(held) => JobCompleted::Succeeded(IntoOwned::into_owned(held)),
            Self::Failed(held) => JobCompleted::Failed(IntoOwned::into_owned(held)),
        }
    }
}

schema_runtime::into_owned!(JobCompletedRef => JobCompleted);

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
///
/// Fields with one value are written, and checked when this is read:
///
/// - `status` is `succeeded`: Status of the job, here always `succeeded`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobCompletedSucceeded {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Number of artifacts of the job, a whole number.
    pub artifact_count: U53,
    /// Duration of the job in milliseconds, a whole number.
    pub duration_ms: U53,
    /// Timestamp when the job finished successfully. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:00:05Z`.
    pub completed_at: Timestamp,
}

schema_runtime::object_type! {
    JobCompletedSucceeded {
        required job_id = "job_id",
        "succeeded" status = "status",
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
    pub artifact_count: U53,
    /// Duration of the job in milliseconds, a whole number.
    pub duration_ms: U53,
    /// Timestamp when the job finished successfully. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:00:05Z`.
    pub completed_at: Timestamp,
}

impl JobCompletedSucceeded {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: JobCompletedSucceededFields) -> Self {
        Self {
            job_id: fields.job_id,
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
    /// See [`JobCompletedSucceeded::artifact_count`].
    pub artifact_count: U53,
    /// See [`JobCompletedSucceeded::duration_ms`].
    pub duration_ms: U53,
    /// See [`JobCompletedSucceeded::completed_at`].
    pub completed_at: Borrowed<'a, Timestamp>,
}

schema_runtime::object_type! {
    JobCompletedSucceededRef<'a> {
        required job_id = "job_id",
        "succeeded" status = "status",
        required artifact_count = "artifact_count",
        required duration_ms = "duration_ms",
        required completed_at = "completed_at",
    }
}

impl JobCompletedSucceededRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> JobCompletedSucceeded {
        JobCompletedSucceeded {
            job_id: self.job_id,
            artifact_count: self.artifact_count,
            duration_ms: self.duration_ms,
            completed_at: IntoOwned::into_owned(self.completed_at),
        }
    }
}

schema_runtime::into_owned!(JobCompletedSucceededRef => JobCompletedSucceeded);

/// Fired when a job fails after all retries (`status` is `failed`).
///
/// Fields with one value are written, and checked when this is read:
///
/// - `status` is `failed`: Status of the job, here always `failed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobCompletedFailed {
    /// Identifier of the job, a UUID.
    pub job_id: Uuid,
    /// Why the job failed, e.g. `timeout`. An open set: a consumer must survive a value it does
    /// not know.
    pub failure_reason: FailureReason,
    /// Duration of the job in milliseconds, a whole number.
    pub duration_ms: U53,
    /// Timestamp when the job failed, after all retries. RFC 3339 date and time with an offset,
    /// e.g. `2024-01-01T12:00:05Z`.
    pub completed_at: Timestamp,
}

schema_runtime::object_type! {
    JobCompletedFailed {
        required job_id = "job_id",
        "failed" status = "status",
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
    pub duration_ms: U53,
    /// Timestamp when the job failed, after all retries. RFC 3339 date and time with an offset,
    /// e.g. `2024-01-01T12:00:05Z`.
    pub completed_at: Timestamp,
}

impl JobCompletedFailed {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: JobCompletedFailedFields) -> Self {
        Self {
            job_id: fields.job_id,
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
    /// See [`JobCompletedFailed::failure_reason`].
    pub failure_reason: FailureReason,
    /// See [`JobCompletedFailed::duration_ms`].
    pub duration_ms: U53,
    /// See [`JobCompletedFailed::completed_at`].
    pub completed_at: Borrowed<'a, Timestamp>,
}

schema_runtime::object_type! {
    JobCompletedFailedRef<'a> {
        required job_id = "job_id",
        "failed" status = "status",
        required failure_reason = "failure_reason",
        required duration_ms = "duration_ms",
        required completed_at = "completed_at",
    }
}

impl JobCompletedFailedRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> JobCompletedFailed {
        JobCompletedFailed {
            job_id: self.job_id,
            failure_reason: self.failure_reason,
            duration_ms: self.duration_ms,
            completed_at: IntoOwned::into_owned(self.completed_at),
        }
    }
}

schema_runtime::into_owned!(JobCompletedFailedRef => JobCompletedFailed);

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

impl FailureReason {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Timeout];
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

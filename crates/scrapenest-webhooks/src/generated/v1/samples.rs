// @generated from webhooks/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The examples of the registry, for tests (feature `test-util`).

use super::{
    ArtifactReady, ArtifactType, ContentHash, Event, EventType, FailureReason, JobCompleted,
    JobCompletedFailed, JobCompletedSucceeded, JobCreated, JobType, OrgSlug, SchemaRef, Version,
};

/// The example `schemas/webhooks/v1/examples/job.created/queued.json`.
pub const JOB_CREATED_QUEUED: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.created",
  "version": "1.0.0",
  "schema_ref": "schemas/webhooks/v1/job.created.json",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "job_type": "http",
    "status": "queued",
    "target_url": "https://example.com",
    "created_at": "2024-01-01T12:03:10Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/job.created/queued_minimal.json`.
pub const JOB_CREATED_QUEUED_MINIMAL: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.created",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "job_type": "http",
    "status": "queued",
    "target_url": "https://example.com",
    "created_at": "2024-01-01T12:03:10Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/job.created/unknown_fields.json`.
pub const JOB_CREATED_UNKNOWN_FIELDS: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.created",
  "version": "1.0.0",
  "schema_ref": "schemas/webhooks/v1/job.created.json",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "trace": {
    "id": "a1b2c3",
    "sampled": true
  },
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "job_type": "http",
    "status": "queued",
    "target_url": "https://example.com",
    "created_at": "2024-01-01T12:03:10Z",
    "priority": 5,
    "labels": ["nightly", "eu"]
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/job.created/unknown_job_type.json`.
pub const JOB_CREATED_UNKNOWN_JOB_TYPE: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.created",
  "version": "1.0.0",
  "schema_ref": "schemas/webhooks/v1/job.created.json",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "job_type": "browser_farm",
    "status": "queued",
    "target_url": "https://example.com",
    "created_at": "2024-01-01T12:03:10Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/job.completed/failed.json`.
pub const JOB_COMPLETED_FAILED: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.completed",
  "version": "1.0.0",
  "schema_ref": "schemas/webhooks/v1/job.completed.json",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "status": "failed",
    "failure_reason": "timeout",
    "duration_ms": 30000,
    "completed_at": "2024-01-01T12:00:05Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/job.completed/failed_minimal.json`.
pub const JOB_COMPLETED_FAILED_MINIMAL: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.completed",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "status": "failed",
    "failure_reason": "timeout",
    "duration_ms": 30000,
    "completed_at": "2024-01-01T12:00:05Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/job.completed/succeeded.json`.
pub const JOB_COMPLETED_SUCCEEDED: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.completed",
  "version": "1.0.0",
  "schema_ref": "schemas/webhooks/v1/job.completed.json",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "status": "succeeded",
    "artifact_count": 1,
    "duration_ms": 1250,
    "completed_at": "2024-01-01T12:00:05Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/job.completed/succeeded_minimal.json`.
pub const JOB_COMPLETED_SUCCEEDED_MINIMAL: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.completed",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "status": "succeeded",
    "artifact_count": 1,
    "duration_ms": 1250,
    "completed_at": "2024-01-01T12:00:05Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/job.completed/newer_minor_version.json`.
pub const JOB_COMPLETED_NEWER_MINOR_VERSION: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "job.completed",
  "version": "1.4.2",
  "schema_ref": "schemas/webhooks/v1/job.completed.json",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "status": "succeeded",
    "artifact_count": 1,
    "duration_ms": 1250,
    "completed_at": "2024-01-01T12:00:05Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/artifact.ready/ready.json`.
pub const ARTIFACT_READY_READY: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "artifact.ready",
  "version": "1.0.0",
  "schema_ref": "schemas/webhooks/v1/artifact.ready.json",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "artifact_id": "9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73",
    "artifact_type": "screenshot",
    "byte_size": 204800,
    "content_hash": "sha256:3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
    "created_at": "2024-01-01T12:00:05Z",
    "download_url": "https://api.scrapenest.com/api/v1/artifacts/9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73/download",
    "expires_at": "2024-01-01T12:15:05Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/artifact.ready/ready_minimal.json`.
pub const ARTIFACT_READY_READY_MINIMAL: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "artifact.ready",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "artifact_id": "9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73",
    "artifact_type": "screenshot",
    "byte_size": 204800,
    "content_hash": "sha256:3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
    "created_at": "2024-01-01T12:00:05Z",
    "download_url": "https://api.scrapenest.com/api/v1/artifacts/9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73/download",
    "expires_at": "2024-01-01T12:15:05Z"
  }
}
"#;

/// The example `schemas/webhooks/v1/examples/artifact.ready/unknown_artifact_type.json`.
pub const ARTIFACT_READY_UNKNOWN_ARTIFACT_TYPE: &str = r#"{
  "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
  "event_type": "artifact.ready",
  "version": "1.0.0",
  "schema_ref": "schemas/webhooks/v1/artifact.ready.json",
  "occurred_at": "2024-01-01T12:03:10Z",
  "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
  "org_slug": "acme",
  "data": {
    "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
    "artifact_id": "9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73",
    "artifact_type": "video",
    "byte_size": 204800,
    "content_hash": "sha256:3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
    "created_at": "2024-01-01T12:00:05Z",
    "download_url": "https://api.scrapenest.com/api/v1/artifacts/9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73/download",
    "expires_at": "2024-01-01T12:15:05Z"
  }
}
"#;

/// Every example, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/webhooks/v1/examples/job.created/queued.json", JOB_CREATED_QUEUED),
    (
        "schemas/webhooks/v1/examples/job.created/queued_minimal.json",
        JOB_CREATED_QUEUED_MINIMAL,
    ),
    (
        "schemas/webhooks/v1/examples/job.created/unknown_fields.json",
        JOB_CREATED_UNKNOWN_FIELDS,
    ),
    (
        "schemas/webhooks/v1/examples/job.created/unknown_job_type.json",
        JOB_CREATED_UNKNOWN_JOB_TYPE,
    ),
    ("schemas/webhooks/v1/examples/job.completed/failed.json", JOB_COMPLETED_FAILED),
    (
        "schemas/webhooks/v1/examples/job.completed/failed_minimal.json",
        JOB_COMPLETED_FAILED_MINIMAL,
    ),
    (
        "schemas/webhooks/v1/examples/job.completed/succeeded.json",
        JOB_COMPLETED_SUCCEEDED,
    ),
    (
        "schemas/webhooks/v1/examples/job.completed/succeeded_minimal.json",
        JOB_COMPLETED_SUCCEEDED_MINIMAL,
    ),
    (
        "schemas/webhooks/v1/examples/job.completed/newer_minor_version.json",
        JOB_COMPLETED_NEWER_MINOR_VERSION,
    ),
    ("schemas/webhooks/v1/examples/artifact.ready/ready.json", ARTIFACT_READY_READY),
    (
        "schemas/webhooks/v1/examples/artifact.ready/ready_minimal.json",
        ARTIFACT_READY_READY_MINIMAL,
    ),
    (
        "schemas/webhooks/v1/examples/artifact.ready/unknown_artifact_type.json",
        ARTIFACT_READY_UNKNOWN_ARTIFACT_TYPE,
    ),
];

impl ArtifactReady {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"job_id":"b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905","artifact_id":"9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73","artifact_type":"screenshot","byte_size":204800,"content_hash":"sha256:3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b","created_at":"2024-01-01T12:00:05Z","download_url":"https://api.scrapenest.com/api/v1/artifacts/9e8e64d4-3f1b-4c7a-a2d6-5b8e0f9c1d73/download","expires_at":"2024-01-01T12:15:05Z"}"#,
        )
    }
}

impl ArtifactType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""screenshot""#)
    }
}

impl ContentHash {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#""sha256:3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b""#,
        )
    }
}

impl EventType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""job.created""#)
    }
}

impl FailureReason {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""timeout""#)
    }
}

impl JobCompleted {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"job_id":"b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905","status":"failed","failure_reason":"timeout","duration_ms":30000,"completed_at":"2024-01-01T12:00:05Z"}"#,
        )
    }
}

impl JobCompletedFailed {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"job_id":"b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905","status":"failed","failure_reason":"timeout","duration_ms":30000,"completed_at":"2024-01-01T12:00:05Z"}"#,
        )
    }
}

impl JobCompletedSucceeded {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"job_id":"b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905","status":"succeeded","artifact_count":1,"duration_ms":1250,"completed_at":"2024-01-01T12:00:05Z"}"#,
        )
    }
}

impl JobCreated {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(
            r#"{"job_id":"b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905","job_type":"http","status":"queued","target_url":"https://example.com","created_at":"2024-01-01T12:03:10Z"}"#,
        )
    }
}

impl JobType {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""http""#)
    }
}

impl OrgSlug {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""acme""#)
    }
}

impl SchemaRef {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""schemas/webhooks/v1/job.created.json""#)
    }
}

impl Version {
    /// Returns a value of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(r#""1.0.0""#)
    }
}

impl Event {
    /// Returns the event of an example (feature `test-util`).
    #[must_use]
    pub fn sample() -> Self {
        schema_runtime::sample(JOB_CREATED_QUEUED)
    }
}

impl JobCreated {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(JOB_CREATED_QUEUED)
    }
}

impl JobCompleted {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(JOB_COMPLETED_FAILED)
    }
}

impl ArtifactReady {
    /// Returns the event of an example with this payload (feature `test-util`).
    #[must_use]
    pub fn sample_event() -> Event<Self> {
        schema_runtime::sample(ARTIFACT_READY_READY)
    }
}

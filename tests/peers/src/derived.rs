//! Types that derive `serde`'s traits: an enum with a tag, dates of `chrono`, UUIDs of `uuid`. Nothing else is
//! checked.

#![allow(missing_docs, reason = "the fields are those of the schemas")]

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Serialize, Deserialize)]
pub struct Event {
    pub event_id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema_ref: Option<String>,
    pub occurred_at: DateTime<FixedOffset>,
    pub org_id: Uuid,
    pub org_slug: String,
    #[serde(flatten)]
    pub payload: Payload,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "event_type", content = "data")]
pub enum Payload {
    #[serde(rename = "job.created")]
    JobCreated(JobCreated),
    #[serde(rename = "job.completed")]
    JobCompleted(JobCompleted),
    #[serde(rename = "artifact.ready")]
    ArtifactReady(ArtifactReady),
}

#[derive(Debug, Serialize, Deserialize)]
pub struct JobCreated {
    pub job_id: Uuid,
    pub job_type: String,
    pub status: String,
    pub target_url: String,
    pub created_at: DateTime<FixedOffset>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum JobCompleted {
    Succeeded {
        job_id: Uuid,
        artifact_count: u64,
        duration_ms: u64,
        completed_at: DateTime<FixedOffset>,
    },
    Failed {
        job_id: Uuid,
        failure_reason: String,
        duration_ms: u64,
        completed_at: DateTime<FixedOffset>,
    },
}

#[derive(Debug, Serialize, Deserialize)]
pub struct ArtifactReady {
    pub job_id: Uuid,
    pub artifact_id: Uuid,
    pub artifact_type: String,
    pub byte_size: u64,
    pub content_hash: String,
    pub created_at: DateTime<FixedOffset>,
    pub download_url: String,
    pub expires_at: DateTime<FixedOffset>,
}

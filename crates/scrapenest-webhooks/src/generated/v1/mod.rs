// @generated from webhooks/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of ScrapeNest webhook events.

mod artifact_ready;
mod event;
mod job_completed;
mod job_created;
mod json_schema;

pub mod schemas;

pub use self::{
    artifact_ready::{
        ArtifactReady, ArtifactReadyFields, ArtifactReadyRef, ArtifactType, ContentHash,
    },
    event::{
        Data, DataRef, Event, EventFields, EventRef, EventType, OrgSlug, SchemaRef, UnknownEvent,
        UnknownEventRef, Version,
    },
    job_completed::{
        FailureReason, JobCompleted, JobCompletedFailed, JobCompletedFailedFields,
        JobCompletedFailedRef, JobCompletedFailedStatus, JobCompletedRef, JobCompletedSucceeded,
        JobCompletedSucceededFields, JobCompletedSucceededRef, JobCompletedSucceededStatus,
    },
    job_created::{JobCreated, JobCreatedFields, JobCreatedRef, JobCreatedStatus, JobType},
};

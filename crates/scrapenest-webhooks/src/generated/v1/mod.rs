// @generated from webhooks/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of ScrapeNest webhook events.
//!
//! [`Event::from_slice`] reads the body of a delivery. What [`Event`] holds:
//!
//! - [`JobCreated`], `job.created`: Fired when a job is successfully accepted and queued.
//! - [`JobCompleted`], `job.completed`: A job has ended: it succeeded, or it failed after all retries.
//! - [`ArtifactReady`], `artifact.ready`: Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for download.

mod artifact_ready;
mod event;
mod job_completed;
mod job_created;
mod json_schema;

pub mod schemas;

schema_runtime::test_util! {
    pub mod samples;
}

pub use self::{
    artifact_ready::{ArtifactReady, ArtifactType, ContentHash},
    event::{Data, Event, EventType, Handler, OrgSlug, SchemaRef, UnknownEvent, Version},
    job_completed::{FailureReason, JobCompleted, JobCompletedFailed, JobCompletedSucceeded},
    job_created::{JobCreated, JobType},
};

pub mod borrowed {
    //! The same types with strings that point into the body: they are read without a copy. `into_owned`
    //! converts to the types of the module above.
    pub use super::{
        artifact_ready::ArtifactReadyRef,
        event::{DataRef, EventRef, UnknownEventRef},
        job_completed::{JobCompletedFailedRef, JobCompletedRef, JobCompletedSucceededRef},
        job_created::JobCreatedRef,
    };
}

pub mod new {
    //! The fields that the constructors of the types above ask for: each has to be given, by its name.
    pub use super::{
        artifact_ready::ArtifactReadyFields,
        event::EventFields,
        job_completed::{JobCompletedFailedFields, JobCompletedSucceededFields},
        job_created::JobCreatedFields,
    };
}

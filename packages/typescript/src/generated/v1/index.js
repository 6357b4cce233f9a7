// @generated from webhooks/v1 by `cargo xtask codegen`. Changes made here are lost.

export { EventType, Version, SchemaRef, OrgSlug } from "./envelope.js";
export { Event, KnownEvent, UnknownEvent, isKnown } from "./event.js";
export { JobCreated, JobType, JobCreatedEvent } from "./job_created.js";
export { JobCompleted, JobCompletedSucceeded, JobCompletedFailed, FailureReason, JobCompletedEvent } from "./job_completed.js";
export { ArtifactReady, ArtifactType, ContentHash, ArtifactReadyEvent } from "./artifact_ready.js";

//! Hand-written visitors that check all constraints of the schemas, as fast as their author can make them. The type
//! of the event is read first, then the payload in place; values that come too early are borrowed as raw JSON. The
//! string of a field is a `String` or is borrowed from the body, depending on `S`.

#![allow(missing_docs, reason = "the fields are those of the schemas")]

mod fields;
mod ignored;
mod object;
mod payloads;
mod read;
mod write;

use std::borrow::Cow;

pub use fields::{
    ArtifactType, Count, Date, EventType, FailureReason, Hash, Id, JobType, Queued, SchemaRef,
    Slug, Url, Version,
};
pub use payloads::{ArtifactReady, JobCompleted, JobCreated, Outcome};

use serde_json::value::RawValue;

/// An event that owns its strings.
pub type Owned = Event<String, Box<RawValue>>;

/// An event that borrows its strings from the body, except those with escapes.
pub type Borrowed<'a> = Event<Cow<'a, str>, &'a RawValue>;

#[derive(Debug)]
pub struct Event<S, R> {
    pub event_id: Id,
    pub event_type: EventType<S>,
    pub version: Option<Version<S>>,
    pub schema_ref: Option<SchemaRef<S>>,
    pub occurred_at: Date<S>,
    pub org_id: Id,
    pub org_slug: Slug<S>,
    pub data: Data<S, R>,
}

#[derive(Debug)]
pub enum Data<S, R> {
    JobCreated(JobCreated<S>),
    JobCompleted(JobCompleted<S>),
    ArtifactReady(ArtifactReady<S>),
    Unknown(R),
}

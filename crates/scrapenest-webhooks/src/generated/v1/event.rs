// @generated from webhooks/v1/envelope.json by `cargo xtask codegen`. Changes made here are lost.

//! Webhook event envelope

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schema_runtime::serde::de::{MapAccess, Visitor};
use schema_runtime::serde::ser::SerializeMap;
use schema_runtime::serde::{Deserialize, Deserializer, Serialize, Serializer};
use schema_runtime::{
    Borrowed, Dispatch, Error, EventNames, EventSet, IntoOwned, KnownPayload, Lines, Member,
    OpenSet, OtherMembers, Payload, RawObject, RawObjectRef, ReadEvent, ReadPayload, SchemaRefSlot,
    StringValue, Timestamp, Unknown, Uuid, next_member, read_field, require,
};

use super::borrowed::{ArtifactReadyRef, JobCompletedRef, JobCreatedRef};
use super::{ArtifactReady, JobCompleted, JobCreated};

/// Every webhook event is wrapped in a standard envelope.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<D = Data> {
    /// Unique identifier for this specific event occurrence. A UUID, and the key for
    /// de-duplication: delivery is at least once, so the same `event_id` can arrive again.
    pub event_id: Uuid,
    /// Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a
    /// body without it, and can meet an older minor version, because deliveries are retried for
    /// up to 3 days.
    pub version: Option<Version>,
    /// A text only of an event of an unknown type; else the payload tells it.
    schema_ref: SchemaRefSlot<SchemaRef>,
    /// Timestamp when the event happened. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:03:10Z`.
    pub occurred_at: Timestamp,
    /// Organization identifier for the event. A UUID.
    pub org_id: Uuid,
    /// Organization slug for the event. Lower-case letters, digits and single hyphens, e.g.
    /// `acme`.
    pub org_slug: OrgSlug,
    /// The event-specific payload. An object whose fields depend on `event_type`.
    ///
    /// If the payload is replaced, [`version`](Self::version) does not change.
    pub data: D,
}

/// The fields of an [`Event`] that its writer sets; the others follow from the payload.
#[derive(Clone, Debug, PartialEq)]
pub struct EventFields<D> {
    /// Unique identifier for this specific event occurrence. A UUID, and the key for
    /// de-duplication: delivery is at least once, so the same `event_id` can arrive again.
    pub event_id: Uuid,
    /// Timestamp when the event happened. RFC 3339 date and time with an offset, e.g.
    /// `2024-01-01T12:03:10Z`.
    pub occurred_at: Timestamp,
    /// Organization identifier for the event. A UUID.
    pub org_id: Uuid,
    /// Organization slug for the event. Lower-case letters, digits and single hyphens, e.g.
    /// `acme`.
    pub org_slug: OrgSlug,
    /// The event-specific payload. An object whose fields depend on `event_type`.
    pub data: D,
}

impl<D: KnownPayload> Event<D> {
    /// Creates an event to be sent. The fields that depend on the payload are filled in: the
    /// event's type, and the schema that describes it.
    #[must_use]
    pub fn new(fields: EventFields<D>) -> Self {
        Self {
            event_id: fields.event_id,
            version: Some(Version(Cow::Borrowed(D::VERSION))),
            schema_ref: SchemaRefSlot::Implied,
            occurred_at: fields.occurred_at,
            org_id: fields.org_id,
            org_slug: fields.org_slug,
            data: fields.data,
        }
    }
}

impl Event<Data> {
    /// Reads the body of a delivery, with any event. To expect one type of event, import
    /// [`ReadEvent`], and name its payload: `Event::<JobCompleted>::from_slice(body)`.
    ///
    /// # Errors
    ///
    /// If the body is not JSON, or not an event that the schema accepts. The error names
    /// the field, the line and the column, and the event as far as it can be read.
    #[inline]
    pub fn from_slice(body: &[u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }

    /// Reads newline-delimited bodies, one after the other. Empty lines are left out.
    ///
    /// # Errors
    ///
    /// Each item fails independently, as for [`from_slice`](Self::from_slice). Line numbers
    /// refer to the whole input, and iteration continues after an error.
    #[inline]
    pub fn from_lines<'de>(bodies: &'de [u8]) -> Lines<'de, Self> {
        Lines::new(bodies)
    }
}

impl<'de, D: ReadPayload<'de, EventType = EventType>> ReadEvent<'de> for Event<D> {
    #[inline]
    fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'de, D: ReadPayload<'de, EventType = EventType>> TryFrom<&'de [u8]> for Event<D> {
    type Error = Error;

    fn try_from(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<D: Payload<EventType = EventType>> Event<D> {
    /// The type of event (e.g., job.completed). It tells what `data` holds.
    #[must_use]
    pub fn event_type(&self) -> EventType {
        self.data.event_type()
    }

    /// Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A
    /// producer always writes it; a consumer accepts a body without it.
    #[must_use]
    pub fn schema_ref(&self) -> Option<&str> {
        self.schema_ref.path(self.data.event_type().schema_ref())
    }

    /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
    #[must_use]
    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> Event<T> {
        Event {
            event_id: self.event_id,
            version: self.version,
            schema_ref: self.schema_ref,
            occurred_at: self.occurred_at,
            org_id: self.org_id,
            org_slug: self.org_slug,
            data: change(self.data),
        }
    }
}

impl<D: for<'de> ReadPayload<'de, EventType = EventType>> FromStr for Event<D> {
    type Err = Error;

    fn from_str(body: &str) -> Result<Self, Error> {
        schema_runtime::read_event(body.as_bytes(), NAMES)
    }
}

impl<D: Payload<EventType = EventType>> Serialize for Event<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event_type = self.data.event_type();
        let schema_ref = self.schema_ref.path(event_type.schema_ref());
        let optional = [self.version.is_none(), schema_ref.is_none()];
        let absent = optional.iter().filter(|absent| **absent).count();
        let others = self.data.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(8 - absent + more))?;
        event.serialize_entry("event_id", &self.event_id)?;
        event.serialize_entry("event_type", &event_type)?;
        if let Some(value) = &self.version {
            event.serialize_entry("version", value)?;
        }
        if let Some(value) = schema_ref {
            event.serialize_entry("schema_ref", value)?;
        }
        event.serialize_entry("occurred_at", &self.occurred_at)?;
        event.serialize_entry("org_id", &self.org_id)?;
        event.serialize_entry("org_slug", &self.org_slug)?;
        event.serialize_entry("data", &self.data)?;
        if let Some(others) = others {
            others.write(&mut event)?;
        }
        event.end()
    }
}

const NAMES: EventNames = EventNames {
    id: Some("event_id"),
    event_type: "event_type",
};
enum Field {
    EventId,
    EventType,
    Version,
    SchemaRef,
    OccurredAt,
    OrgId,
    OrgSlug,
    Data,
}
impl Field {
    fn find(name: &str) -> Option<Self> {
        match name {
            "event_id" => Some(Self::EventId),
            "event_type" => Some(Self::EventType),
            "version" => Some(Self::Version),
            "schema_ref" => Some(Self::SchemaRef),
            "occurred_at" => Some(Self::OccurredAt),
            "org_id" => Some(Self::OrgId),
            "org_slug" => Some(Self::OrgSlug),
            "data" => Some(Self::Data),
            _ => None,
        }
    }
}

impl<'de, D: ReadPayload<'de, EventType = EventType>> Deserialize<'de> for Event<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &[
            "event_type",
            "schema_ref",
            "event_id",
            "version",
            "occurred_at",
            "org_id",
            "org_slug",
            "data",
        ];
        let visitor = EventVisitor(PhantomData);
        deserializer.deserialize_struct("Event", FIELDS, visitor)
    }
}

struct EventVisitor<D>(PhantomData<Event<D>>);

impl<'de, D: ReadPayload<'de, EventType = EventType>> Visitor<'de> for EventVisitor<D> {
    type Value = Event<D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut dispatch = Dispatch::<D, SchemaRef>::default();
        let mut event_id = None;
        let mut version = None;
        let mut occurred_at = None;
        let mut org_id = None;
        let mut org_slug = None;
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::EventId) => read_field(&mut event_id, "event_id", &mut map)?,
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Version) => read_field(&mut version, "version", &mut map)?,
                Member::Known(Field::SchemaRef) => {
                    dispatch.read_schema_ref("schema_ref", &mut map)?
                }
                Member::Known(Field::OccurredAt) => {
                    read_field(&mut occurred_at, "occurred_at", &mut map)?
                }
                Member::Known(Field::OrgId) => read_field(&mut org_id, "org_id", &mut map)?,
                Member::Known(Field::OrgSlug) => read_field(&mut org_slug, "org_slug", &mut map)?,
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, schema_ref_field) = dispatch.finish("event_type", "data")?;
        Ok(Event {
            event_id: require(event_id, "event_id")?,
            version,
            schema_ref: schema_ref_field,
            occurred_at: require(occurred_at, "occurred_at")?,
            org_id: require(org_id, "org_id")?,
            org_slug: require(org_slug, "org_slug")?,
            data,
        })
    }
}

impl EventSet for EventType {
    #[inline]
    fn schema_ref(&self) -> Option<&'static str> {
        match self {
            Self::JobCreated => Some(JobCreated::SCHEMA_REF),
            Self::JobCompleted => Some(JobCompleted::SCHEMA_REF),
            Self::ArtifactReady => Some(ArtifactReady::SCHEMA_REF),
            Self::Unknown(_) => None,
        }
    }
}

/// The event-specific payload. An object whose fields depend on `event_type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Data {
    /// Fired when a job is successfully accepted and queued.
    JobCreated(JobCreated),
    /// A job has ended: it succeeded, or it failed after all retries.
    JobCompleted(JobCompleted),
    /// Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for
    /// download.
    ArtifactReady(ArtifactReady),
    /// An event of a type that this version does not know.
    Unknown(UnknownEvent),
}

impl Data {
    /// Returns whether this is `job.created`.
    #[must_use]
    pub fn is_job_created(&self) -> bool {
        matches!(self, Self::JobCreated(_))
    }

    /// Returns the payload if this is `job.created`.
    #[must_use]
    pub fn as_job_created(&self) -> Option<&JobCreated> {
        match self {
            Self::JobCreated(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `job.created`, and to nothing otherwise.
    #[must_use]
    pub fn into_job_created(self) -> Option<JobCreated> {
        match self {
            Self::JobCreated(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `job.completed`.
    #[must_use]
    pub fn is_job_completed(&self) -> bool {
        matches!(self, Self::JobCompleted(_))
    }

    /// Returns the payload if this is `job.completed`.
    #[must_use]
    pub fn as_job_completed(&self) -> Option<&JobCompleted> {
        match self {
            Self::JobCompleted(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `job.completed`, and to nothing otherwise.
    #[must_use]
    pub fn into_job_completed(self) -> Option<JobCompleted> {
        match self {
            Self::JobCompleted(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `artifact.ready`.
    #[must_use]
    pub fn is_artifact_ready(&self) -> bool {
        matches!(self, Self::ArtifactReady(_))
    }

    /// Returns the payload if this is `artifact.ready`.
    #[must_use]
    pub fn as_artifact_ready(&self) -> Option<&ArtifactReady> {
        match self {
            Self::ArtifactReady(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `artifact.ready`, and to nothing otherwise.
    #[must_use]
    pub fn into_artifact_ready(self) -> Option<ArtifactReady> {
        match self {
            Self::ArtifactReady(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is of a type that this version does not know.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }

    /// Returns the payload if this is of a type that this version does not know.
    #[must_use]
    pub fn as_unknown(&self) -> Option<&UnknownEvent> {
        match self {
            Self::Unknown(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is of a type that this version does not know, and to nothing otherwise.
    #[must_use]
    pub fn into_unknown(self) -> Option<UnknownEvent> {
        match self {
            Self::Unknown(held) => Some(held),
            _ => None,
        }
    }
}

/// The payload of an event of a type that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownEvent {
    /// The type of the event.
    pub event_type: Unknown<EventType>,
    /// The payload, unchanged.
    pub data: RawObject,
    /// Those of another envelope could have the names of this one's fields.
    others: OtherMembers<'static>,
}

impl UnknownEvent {
    /// Makes the payload of an event of a type that this version does not know.
    #[must_use]
    pub fn new(event_type: Unknown<EventType>, data: RawObject) -> Self {
        Self {
            event_type,
            data,
            others: OtherMembers::default(),
        }
    }

    /// Returns the fields of the envelope that this version does not know, unchanged.
    #[must_use]
    pub fn others(&self) -> &OtherMembers<'static> {
        &self.others
    }
}

impl Payload for Data {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = None;

    #[inline]
    fn event_type(&self) -> EventType {
        match self {
            Self::JobCreated(_) => EventType::JobCreated,
            Self::JobCompleted(_) => EventType::JobCompleted,
            Self::ArtifactReady(_) => EventType::ArtifactReady,
            Self::Unknown(event) => EventType::Unknown(event.event_type.clone()),
        }
    }

    #[inline]
    fn others(&self) -> Option<&OtherMembers<'_>> {
        self.as_unknown().map(|event| &event.others)
    }
}

impl<'de> ReadPayload<'de> for Data {
    fn deserialize_as<D>(event_type: &EventType, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match event_type {
            EventType::JobCreated => Deserialize::deserialize(deserializer).map(Self::JobCreated),
            EventType::JobCompleted => {
                Deserialize::deserialize(deserializer).map(Self::JobCompleted)
            }
            EventType::ArtifactReady => {
                Deserialize::deserialize(deserializer).map(Self::ArtifactReady)
            }
            EventType::Unknown(event_type) => {
                let event_type = event_type.clone();
                let data = Deserialize::deserialize(deserializer)?;
                Ok(Self::Unknown(UnknownEvent::new(event_type, data)))
            }
        }
    }

    fn keep(&mut self, others: OtherMembers<'de>) {
        if let Self::Unknown(event) = self {
            event.others = others.into_owned();
        }
    }
}

impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::JobCreated(data) => data.serialize(serializer),
            Self::JobCompleted(data) => data.serialize(serializer),
            Self::ArtifactReady(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl From<JobCreated> for Data {
    fn from(data: JobCreated) -> Self {
        Self::JobCreated(data)
    }
}

impl From<JobCompleted> for Data {
    fn from(data: JobCompleted) -> Self {
        Self::JobCompleted(data)
    }
}

impl From<ArtifactReady> for Data {
    fn from(data: ArtifactReady) -> Self {
        Self::ArtifactReady(data)
    }
}

/// A program that handles events, with a method for each type of event that it knows. What it has no
/// method for goes to [`other`](Self::other), which cannot be left out: events of later types, too.
pub trait Handler {
    /// What the methods return.
    type Output;

    /// Handles an event that no other method handles, or that this version does not know.
    fn other(&mut self, event: Event) -> Self::Output;

    /// Handles `job.created`. Without a method of its own, [`other`](Self::other) does.
    fn job_created(&mut self, event: Event<JobCreated>) -> Self::Output {
        self.other(event.map_payload(Data::JobCreated))
    }

    /// Handles `job.completed`. Without a method of its own, [`other`](Self::other) does.
    fn job_completed(&mut self, event: Event<JobCompleted>) -> Self::Output {
        self.other(event.map_payload(Data::JobCompleted))
    }

    /// Handles `artifact.ready`. Without a method of its own, [`other`](Self::other) does.
    fn artifact_ready(&mut self, event: Event<ArtifactReady>) -> Self::Output {
        self.other(event.map_payload(Data::ArtifactReady))
    }
}

impl Event {
    /// Calls the method of a handler for the type of this event.
    pub fn handle<H: Handler + ?Sized>(self, handler: &mut H) -> H::Output {
        match self.data {
            Data::JobCreated(data) => handler.job_created(Event {
                event_id: self.event_id,
                version: self.version,
                schema_ref: self.schema_ref,
                occurred_at: self.occurred_at,
                org_id: self.org_id,
                org_slug: self.org_slug,
                data,
            }),
            Data::JobCompleted(data) => handler.job_completed(Event {
                event_id: self.event_id,
                version: self.version,
                schema_ref: self.schema_ref,
                occurred_at: self.occurred_at,
                org_id: self.org_id,
                org_slug: self.org_slug,
                data,
            }),
            Data::ArtifactReady(data) => handler.artifact_ready(Event {
                event_id: self.event_id,
                version: self.version,
                schema_ref: self.schema_ref,
                occurred_at: self.occurred_at,
                org_id: self.org_id,
                org_slug: self.org_slug,
                data,
            }),
            data @ Data::Unknown(_) => handler.other(Event {
                event_id: self.event_id,
                version: self.version,
                schema_ref: self.schema_ref,
                occurred_at: self.occurred_at,
                org_id: self.org_id,
                org_slug: self.org_slug,
                data,
            }),
        }
    }
}

/// Borrowed variant of [`Event`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventRef<'a, D = DataRef<'a>> {
    /// See [`Event::event_id`].
    pub event_id: Uuid,
    /// See [`Event::version`].
    pub version: Option<Borrowed<'a, Version>>,
    /// A text only of an event of an unknown type; else the payload tells it.
    schema_ref: SchemaRefSlot<Borrowed<'a, SchemaRef>>,
    /// See [`Event::occurred_at`].
    pub occurred_at: Borrowed<'a, Timestamp>,
    /// See [`Event::org_id`].
    pub org_id: Uuid,
    /// See [`Event::org_slug`].
    pub org_slug: Borrowed<'a, OrgSlug>,
    /// See [`Event::data`].
    pub data: D,
}

impl<'a> EventRef<'a, DataRef<'a>> {
    /// Reads the body of a delivery, with any event. To expect one type of event, import
    /// [`ReadEvent`], and name its payload: `Event::<JobCompleted>::from_slice(body)`.
    ///
    /// # Errors
    ///
    /// If the body is not JSON, or not an event that the schema accepts. The error names
    /// the field, the line and the column, and the event as far as it can be read.
    #[inline]
    pub fn from_slice(body: &'a [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }

    /// Reads newline-delimited bodies, one after the other. Empty lines are left out.
    ///
    /// # Errors
    ///
    /// Each item fails independently, as for [`from_slice`](Self::from_slice). Line numbers
    /// refer to the whole input, and iteration continues after an error.
    #[inline]
    pub fn from_lines(bodies: &'a [u8]) -> Lines<'a, Self> {
        Lines::new(bodies)
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventType>> ReadEvent<'de> for EventRef<'a, D> {
    #[inline]
    fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventType>> TryFrom<&'de [u8]>
    for EventRef<'a, D>
{
    type Error = Error;

    fn try_from(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'a, D: Payload<EventType = EventType>> EventRef<'a, D> {
    /// The type of event (e.g., job.completed). It tells what `data` holds.
    #[must_use]
    pub fn event_type(&self) -> EventType {
        self.data.event_type()
    }

    /// Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A
    /// producer always writes it; a consumer accepts a body without it.
    #[must_use]
    pub fn schema_ref(&self) -> Option<&str> {
        self.schema_ref.path(self.data.event_type().schema_ref())
    }

    /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
    #[must_use]
    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> EventRef<'a, T> {
        EventRef {
            event_id: self.event_id,
            version: self.version,
            schema_ref: self.schema_ref,
            occurred_at: self.occurred_at,
            org_id: self.org_id,
            org_slug: self.org_slug,
            data: change(self.data),
        }
    }
}

impl<'a, D: Payload<EventType = EventType>> Serialize for EventRef<'a, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event_type = self.data.event_type();
        let schema_ref = self.schema_ref.path(event_type.schema_ref());
        let optional = [self.version.is_none(), schema_ref.is_none()];
        let absent = optional.iter().filter(|absent| **absent).count();
        let others = self.data.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(8 - absent + more))?;
        event.serialize_entry("event_id", &self.event_id)?;
        event.serialize_entry("event_type", &event_type)?;
        if let Some(value) = &self.version {
            event.serialize_entry("version", value)?;
        }
        if let Some(value) = schema_ref {
            event.serialize_entry("schema_ref", value)?;
        }
        event.serialize_entry("occurred_at", &self.occurred_at)?;
        event.serialize_entry("org_id", &self.org_id)?;
        event.serialize_entry("org_slug", &self.org_slug)?;
        event.serialize_entry("data", &self.data)?;
        if let Some(others) = others {
            others.write(&mut event)?;
        }
        event.end()
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventType>> Deserialize<'de> for EventRef<'a, D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &[
            "event_type",
            "schema_ref",
            "event_id",
            "version",
            "occurred_at",
            "org_id",
            "org_slug",
            "data",
        ];
        let visitor = EventRefVisitor(PhantomData);
        deserializer.deserialize_struct("Event", FIELDS, visitor)
    }
}

struct EventRefVisitor<'a, D>(PhantomData<EventRef<'a, D>>);

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventType>> Visitor<'de>
    for EventRefVisitor<'a, D>
{
    type Value = EventRef<'a, D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut dispatch = Dispatch::<D, Borrowed<'a, SchemaRef>>::default();
        let mut event_id = None;
        let mut version = None;
        let mut occurred_at = None;
        let mut org_id = None;
        let mut org_slug = None;
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::EventId) => read_field(&mut event_id, "event_id", &mut map)?,
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Version) => read_field(&mut version, "version", &mut map)?,
                Member::Known(Field::SchemaRef) => {
                    dispatch.read_schema_ref("schema_ref", &mut map)?
                }
                Member::Known(Field::OccurredAt) => {
                    read_field(&mut occurred_at, "occurred_at", &mut map)?
                }
                Member::Known(Field::OrgId) => read_field(&mut org_id, "org_id", &mut map)?,
                Member::Known(Field::OrgSlug) => read_field(&mut org_slug, "org_slug", &mut map)?,
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, schema_ref_field) = dispatch.finish("event_type", "data")?;
        Ok(EventRef {
            event_id: require(event_id, "event_id")?,
            version,
            schema_ref: schema_ref_field,
            occurred_at: require(occurred_at, "occurred_at")?,
            org_id: require(org_id, "org_id")?,
            org_slug: require(org_slug, "org_slug")?,
            data,
        })
    }
}

/// Borrowed variant of [`Data`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DataRef<'a> {
    /// Fired when a job is successfully accepted and queued.
    JobCreated(JobCreatedRef<'a>),
    /// A job has ended: it succeeded, or it failed after all retries.
    JobCompleted(JobCompletedRef<'a>),
    /// Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for
    /// download.
    ArtifactReady(ArtifactReadyRef<'a>),
    /// An event of a type that this version does not know.
    Unknown(UnknownEventRef<'a>),
}

impl<'a> DataRef<'a> {
    /// Returns whether this is `job.created`.
    #[must_use]
    pub fn is_job_created(&self) -> bool {
        matches!(self, Self::JobCreated(_))
    }

    /// Returns the payload if this is `job.created`.
    #[must_use]
    pub fn as_job_created(&self) -> Option<&JobCreatedRef<'a>> {
        match self {
            Self::JobCreated(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `job.created`, and to nothing otherwise.
    #[must_use]
    pub fn into_job_created(self) -> Option<JobCreatedRef<'a>> {
        match self {
            Self::JobCreated(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `job.completed`.
    #[must_use]
    pub fn is_job_completed(&self) -> bool {
        matches!(self, Self::JobCompleted(_))
    }

    /// Returns the payload if this is `job.completed`.
    #[must_use]
    pub fn as_job_completed(&self) -> Option<&JobCompletedRef<'a>> {
        match self {
            Self::JobCompleted(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `job.completed`, and to nothing otherwise.
    #[must_use]
    pub fn into_job_completed(self) -> Option<JobCompletedRef<'a>> {
        match self {
            Self::JobCompleted(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `artifact.ready`.
    #[must_use]
    pub fn is_artifact_ready(&self) -> bool {
        matches!(self, Self::ArtifactReady(_))
    }

    /// Returns the payload if this is `artifact.ready`.
    #[must_use]
    pub fn as_artifact_ready(&self) -> Option<&ArtifactReadyRef<'a>> {
        match self {
            Self::ArtifactReady(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `artifact.ready`, and to nothing otherwise.
    #[must_use]
    pub fn into_artifact_ready(self) -> Option<ArtifactReadyRef<'a>> {
        match self {
            Self::ArtifactReady(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is of a type that this version does not know.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }

    /// Returns the payload if this is of a type that this version does not know.
    #[must_use]
    pub fn as_unknown(&self) -> Option<&UnknownEventRef<'a>> {
        match self {
            Self::Unknown(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is of a type that this version does not know, and to nothing otherwise.
    #[must_use]
    pub fn into_unknown(self) -> Option<UnknownEventRef<'a>> {
        match self {
            Self::Unknown(held) => Some(held),
            _ => None,
        }
    }
}

/// Borrowed variant of [`UnknownEvent`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownEventRef<'a> {
    /// The type of the event.
    pub event_type: Unknown<EventType>,
    /// The payload, unchanged.
    pub data: RawObjectRef<'a>,
    /// Those of another envelope could have the names of this one's fields.
    others: OtherMembers<'a>,
}

impl<'a> UnknownEventRef<'a> {
    /// Makes the payload of an event of a type that this version does not know.
    #[must_use]
    pub fn new(event_type: Unknown<EventType>, data: RawObjectRef<'a>) -> Self {
        Self {
            event_type,
            data,
            others: OtherMembers::default(),
        }
    }

    /// Returns the fields of the envelope that this version does not know, unchanged.
    #[must_use]
    pub fn others(&self) -> &OtherMembers<'a> {
        &self.others
    }
}

impl<'a> Payload for DataRef<'a> {
    type EventType = EventType;
    const EVENT_TYPE: Option<&'static str> = None;

    #[inline]
    fn event_type(&self) -> EventType {
        match self {
            Self::JobCreated(_) => EventType::JobCreated,
            Self::JobCompleted(_) => EventType::JobCompleted,
            Self::ArtifactReady(_) => EventType::ArtifactReady,
            Self::Unknown(event) => EventType::Unknown(event.event_type.clone()),
        }
    }

    #[inline]
    fn others(&self) -> Option<&OtherMembers<'_>> {
        self.as_unknown().map(|event| &event.others)
    }
}

impl<'de: 'a, 'a> ReadPayload<'de> for DataRef<'a> {
    fn deserialize_as<D>(event_type: &EventType, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match event_type {
            EventType::JobCreated => Deserialize::deserialize(deserializer).map(Self::JobCreated),
            EventType::JobCompleted => {
                Deserialize::deserialize(deserializer).map(Self::JobCompleted)
            }
            EventType::ArtifactReady => {
                Deserialize::deserialize(deserializer).map(Self::ArtifactReady)
            }
            EventType::Unknown(event_type) => {
                let event_type = event_type.clone();
                let data = Deserialize::deserialize(deserializer)?;
                Ok(Self::Unknown(UnknownEventRef::new(event_type, data)))
            }
        }
    }

    fn keep(&mut self, others: OtherMembers<'de>) {
        if let Self::Unknown(event) = self {
            event.others = others;
        }
    }
}

impl<'a> Serialize for DataRef<'a> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::JobCreated(data) => data.serialize(serializer),
            Self::JobCompleted(data) => data.serialize(serializer),
            Self::ArtifactReady(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl<'a> From<JobCreatedRef<'a>> for DataRef<'a> {
    fn from(data: JobCreatedRef<'a>) -> Self {
        Self::JobCreated(data)
    }
}

impl<'a> From<JobCompletedRef<'a>> for DataRef<'a> {
    fn from(data: JobCompletedRef<'a>) -> Self {
        Self::JobCompleted(data)
    }
}

impl<'a> From<ArtifactReadyRef<'a>> for DataRef<'a> {
    fn from(data: ArtifactReadyRef<'a>) -> Self {
        Self::ArtifactReady(data)
    }
}

impl<'a, D: IntoOwned> EventRef<'a, D> {
    /// Converts to an event that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Event<D::Owned> {
        Event {
            event_id: self.event_id,
            version: IntoOwned::into_owned(self.version),
            schema_ref: IntoOwned::into_owned(self.schema_ref),
            occurred_at: IntoOwned::into_owned(self.occurred_at),
            org_id: self.org_id,
            org_slug: IntoOwned::into_owned(self.org_slug),
            data: IntoOwned::into_owned(self.data),
        }
    }
}

impl<'a, D: IntoOwned> IntoOwned for EventRef<'a, D> {
    type Owned = Event<D::Owned>;

    fn into_owned(self) -> Event<D::Owned> {
        self.into_owned()
    }
}

impl DataRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Data {
        match self {
            Self::JobCreated(data) => Data::JobCreated(IntoOwned::into_owned(data)),
            Self::JobCompleted(data) => Data::JobCompleted(IntoOwned::into_owned(data)),
            Self::ArtifactReady(data) => Data::ArtifactReady(IntoOwned::into_owned(data)),
            Self::Unknown(event) => Data::Unknown(event.into_owned()),
        }
    }
}

schema_runtime::into_owned!(DataRef => Data);

impl UnknownEventRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> UnknownEvent {
        UnknownEvent {
            event_type: self.event_type,
            data: self.data.into_owned(),
            others: self.others.into_owned(),
        }
    }
}

schema_runtime::into_owned!(UnknownEventRef => UnknownEvent);

/// Name of a type of event: two or more names of lower-case letters, digits and underscores,
/// joined by dots, at most 100 characters, e.g. `job.completed`.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EventType {
    /// `job.created`
    JobCreated,
    /// `job.completed`
    JobCompleted,
    /// `artifact.ready`
    ArtifactReady,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl EventType {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] =
        &[Self::JobCreated, Self::JobCompleted, Self::ArtifactReady];
}

impl OpenSet for EventType {
    fn known(text: &str) -> Option<Self> {
        match text {
            "job.created" => Some(Self::JobCreated),
            "job.completed" => Some(Self::JobCompleted),
            "artifact.ready" => Some(Self::ArtifactReady),
            _ => None,
        }
    }
}

impl StringValue for EventType {
    const EXPECTED: &'static str =
        "at most 100 characters that match `^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$`";

    fn accepts(text: &str) -> bool {
        text.len() <= 100 && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::JobCreated => "job.created",
            Self::JobCompleted => "job.completed",
            Self::ArtifactReady => "artifact.ready",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

impl EventType {
    /// Matches `^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a'..=b'z') => 1,
                (1, b'0'..=b'9' | b'_' | b'a'..=b'z') => 1,
                (1, b'.') => 2,
                (2, b'a'..=b'z') => 3,
                (3, b'.') => 2,
                (3, b'0'..=b'9' | b'_' | b'a'..=b'z') => 3,
                _ => return false,
            };
        }
        state == 3
    }
}

schema_runtime::string_type!(EventType);

/// Revision of an event's schema within this major version: `1.x.y`, three decimal numbers
/// without leading zeros, at most 20 characters, e.g. `1.0.0`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(Cow<'static, str>);

impl StringValue for Version {
    const EXPECTED: &'static str =
        "at most 20 characters that match `^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$`";

    fn accepts(text: &str) -> bool {
        matches!(text, "1.0.0") || (text.len() <= 20 && Self::matches(text))
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "1.0.0" => Some(Self(Cow::Borrowed("1.0.0"))),
            _ => Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned()))),
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl Version {
    /// Matches `^1\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("1.") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, b'0') => 1,
                (0, b'1'..=b'9') => 2,
                (1, b'.') => 3,
                (2, b'0'..=b'9') => 2,
                (2, b'.') => 3,
                (3, b'0') => 4,
                (3, b'1'..=b'9') => 5,
                (5, b'0'..=b'9') => 5,
                _ => return false,
            };
        }
        matches!(state, 4 | 5)
    }
}

schema_runtime::text_type!(Version);

/// Path of an event's schema: `schemas/webhooks/v1/<event_type>.json`, at most 150
/// characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaRef(Cow<'static, str>);

impl StringValue for SchemaRef {
    const EXPECTED: &'static str = "at most 150 characters that match `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$`";

    fn accepts(text: &str) -> bool {
        text.len() <= 150 && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl SchemaRef {
    /// Matches `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+\.json$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("schemas/webhooks/v1/") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, b'a'..=b'z') => 1,
                (1, b'0'..=b'9' | b'_' | b'a'..=b'z') => 1,
                (1, b'.') => 2,
                (2, b'a'..=b'z') => 3,
                (3, b'0'..=b'9' | b'_' | b'a'..=b'z') => 3,
                (3, b'.') => 4,
                (4, b'a'..=b'i' | b'k'..=b'z') => 3,
                (4, b'j') => 5,
                (5, b'0'..=b'9' | b'_' | b'a'..=b'r' | b't'..=b'z') => 3,
                (5, b'.') => 4,
                (5, b's') => 6,
                (6, b'0'..=b'9' | b'_' | b'a'..=b'n' | b'p'..=b'z') => 3,
                (6, b'.') => 4,
                (6, b'o') => 7,
                (7, b'0'..=b'9' | b'_' | b'a'..=b'm' | b'o'..=b'z') => 3,
                (7, b'.') => 4,
                (7, b'n') => 8,
                (8, b'0'..=b'9' | b'_' | b'a'..=b'z') => 3,
                (8, b'.') => 4,
                _ => return false,
            };
        }
        state == 8
    }
}

schema_runtime::text_type!(SchemaRef);

/// Short name of an organization: lower-case letters and digits, in groups joined by single
/// hyphens, 1 to 63 characters, e.g. `acme`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrgSlug(Cow<'static, str>);

impl StringValue for OrgSlug {
    const EXPECTED: &'static str = "1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`";

    fn accepts(text: &str) -> bool {
        (1..=63).contains(&text.len()) && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl OrgSlug {
    /// Matches `^[a-z0-9]+(-[a-z0-9]+)*$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'0'..=b'9' | b'a'..=b'z') => 1,
                (1, b'-') => 0,
                (1, b'0'..=b'9' | b'a'..=b'z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(OrgSlug);

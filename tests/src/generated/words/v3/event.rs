// @generated from words/v3/envelope.json by `cargo xtask codegen`. Changes made here are lost.

//! Envelope of words to come

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
    StringValue, Unknown, next_member, read_field,
};

/// Around every word that will be.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<D = Data> {
    /// The revision.
    pub version: Option<Revision>,
    /// A text only of an event of an unknown type; else the payload tells it.
    schema_ref: SchemaRefSlot<SchemaRef>,
    /// The payload.
    ///
    /// If the payload is replaced, [`version`](Self::version) does not change.
    pub data: D,
}

/// The fields of an [`Event`] that its writer sets; the others follow from the payload.
#[derive(Clone, Debug, PartialEq)]
pub struct EventFields<D> {
    /// The payload.
    pub data: D,
}

impl<D: KnownPayload> Event<D> {
    /// Creates an event to be sent. The fields that depend on the payload are filled in: the
    /// event's type, and the schema that describes it.
    #[must_use]
    pub fn new(fields: EventFields<D>) -> Self {
        Self {
            version: Some(Revision(Cow::Borrowed(D::VERSION))),
            schema_ref: SchemaRefSlot::Implied,
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
    /// The word.
    #[must_use]
    pub fn event_type(&self) -> EventType {
        self.data.event_type()
    }

    /// The schema.
    #[must_use]
    pub fn schema_ref(&self) -> Option<&str> {
        self.schema_ref.path(self.data.event_type().schema_ref())
    }

    /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
    #[must_use]
    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> Event<T> {
        Event {
            version: self.version,
            schema_ref: self.schema_ref,
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
        let mut event = serializer.serialize_map(Some(4 - absent + more))?;
        event.serialize_entry("event_type", &event_type)?;
        if let Some(value) = &self.version {
            event.serialize_entry("version", value)?;
        }
        if let Some(value) = schema_ref {
            event.serialize_entry("schema_ref", value)?;
        }
        event.serialize_entry("data", &self.data)?;
        if let Some(others) = others {
            others.write(&mut event)?;
        }
        event.end()
    }
}

const NAMES: EventNames = EventNames {
    id: None,
    event_type: "event_type",
};
enum Field {
    EventType,
    Version,
    SchemaRef,
    Data,
}
impl Field {
    fn find(name: &str) -> Option<Self> {
        match name {
            "event_type" => Some(Self::EventType),
            "version" => Some(Self::Version),
            "schema_ref" => Some(Self::SchemaRef),
            "data" => Some(Self::Data),
            _ => None,
        }
    }
}

impl<'de, D: ReadPayload<'de, EventType = EventType>> Deserialize<'de> for Event<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &["event_type", "schema_ref", "version", "data"];
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
        let mut version = None;
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Version) => read_field(&mut version, "version", &mut map)?,
                Member::Known(Field::SchemaRef) => {
                    dispatch.read_schema_ref("schema_ref", &mut map)?
                }
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, schema_ref_field) = dispatch.finish("event_type", "data")?;
        Ok(Event {
            version,
            schema_ref: schema_ref_field,
            data,
        })
    }
}

impl EventSet for EventType {
    #[inline]
    fn schema_ref(&self) -> Option<&'static str> {
        match self {
            Self::Unknown(_) => None,
        }
    }
}

/// The payload.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Data {
    /// An event of a type that this version does not know.
    Unknown(UnknownEvent),
}

impl Data {
    /// Returns whether this is of a type that this version does not know.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }

    /// Returns the payload if this is of a type that this version does not know.
    #[must_use]
    pub fn as_unknown(&self) -> Option<&UnknownEvent> {
        let Self::Unknown(held) = self;
        Some(held)
    }

    /// Converts to the payload if this is of a type that this version does not know, and to nothing otherwise.
    #[must_use]
    pub fn into_unknown(self) -> Option<UnknownEvent> {
        let Self::Unknown(held) = self;
        Some(held)
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
            EventType::Unknown(event_type) => {
                let event_type = event_type.clone();
                let data = Deserialize::deserialize(deserializer)?;
                Ok(Self::Unknown(UnknownEvent::new(event_type, data)))
            }
        }
    }

    fn keep(&mut self, others: OtherMembers<'de>) {
        let Self::Unknown(event) = self;
        event.others = others.into_owned();
    }
}

impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

/// A program that handles events, with a method for each type of event that it knows. What it has no
/// method for goes to [`other`](Self::other), which cannot be left out: events of later types, too.
pub trait Handler {
    /// What the methods return.
    type Output;

    /// Handles an event that no other method handles, or that this version does not know.
    fn other(&mut self, event: Event) -> Self::Output;
}

impl Event {
    /// Calls the method of a handler for the type of this event.
    pub fn handle<H: Handler + ?Sized>(self, handler: &mut H) -> H::Output {
        match self.data {
            data @ Data::Unknown(_) => handler.other(Event {
                version: self.version,
                schema_ref: self.schema_ref,
                data,
            }),
        }
    }
}

/// Borrowed variant of [`Event`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventRef<'a, D = DataRef<'a>> {
    /// See [`Event::version`].
    pub version: Option<Borrowed<'a, Revision>>,
    /// A text only of an event of an unknown type; else the payload tells it.
    schema_ref: SchemaRefSlot<Borrowed<'a, SchemaRef>>,
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
    /// The word.
    #[must_use]
    pub fn event_type(&self) -> EventType {
        self.data.event_type()
    }

    /// The schema.
    #[must_use]
    pub fn schema_ref(&self) -> Option<&str> {
        self.schema_ref.path(self.data.event_type().schema_ref())
    }

    /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
    #[must_use]
    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> EventRef<'a, T> {
        EventRef {
            version: self.version,
            schema_ref: self.schema_ref,
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
        let mut event = serializer.serialize_map(Some(4 - absent + more))?;
        event.serialize_entry("event_type", &event_type)?;
        if let Some(value) = &self.version {
            event.serialize_entry("version", value)?;
        }
        if let Some(value) = schema_ref {
            event.serialize_entry("schema_ref", value)?;
        }
        event.serialize_entry("data", &self.data)?;
        if let Some(others) = others {
            others.write(&mut event)?;
        }
        event.end()
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventType>> Deserialize<'de> for EventRef<'a, D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &["event_type", "schema_ref", "version", "data"];
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
        let mut version = None;
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Version) => read_field(&mut version, "version", &mut map)?,
                Member::Known(Field::SchemaRef) => {
                    dispatch.read_schema_ref("schema_ref", &mut map)?
                }
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, schema_ref_field) = dispatch.finish("event_type", "data")?;
        Ok(EventRef {
            version,
            schema_ref: schema_ref_field,
            data,
        })
    }
}

/// Borrowed variant of [`Data`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DataRef<'a> {
    /// An event of a type that this version does not know.
    Unknown(UnknownEventRef<'a>),
}

impl<'a> DataRef<'a> {
    /// Returns whether this is of a type that this version does not know.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }

    /// Returns the payload if this is of a type that this version does not know.
    #[must_use]
    pub fn as_unknown(&self) -> Option<&UnknownEventRef<'a>> {
        let Self::Unknown(held) = self;
        Some(held)
    }

    /// Converts to the payload if this is of a type that this version does not know, and to nothing otherwise.
    #[must_use]
    pub fn into_unknown(self) -> Option<UnknownEventRef<'a>> {
        let Self::Unknown(held) = self;
        Some(held)
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
            EventType::Unknown(event_type) => {
                let event_type = event_type.clone();
                let data = Deserialize::deserialize(deserializer)?;
                Ok(Self::Unknown(UnknownEventRef::new(event_type, data)))
            }
        }
    }

    fn keep(&mut self, others: OtherMembers<'de>) {
        let Self::Unknown(event) = self;
        event.others = others;
    }
}

impl<'a> Serialize for DataRef<'a> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl<'a, D: IntoOwned> EventRef<'a, D> {
    /// Converts to an event that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Event<D::Owned> {
        Event {
            version: IntoOwned::into_owned(self.version),
            schema_ref: IntoOwned::into_owned(self.schema_ref),
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

/// A word.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EventType {
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl EventType {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[];
}

impl OpenSet for EventType {
    fn known(_text: &str) -> Option<Self> {
        None
    }
}

impl StringValue for EventType {
    const EXPECTED: &'static str = "at most 40 characters";

    fn accepts(text: &str) -> bool {
        text.chars().count() <= 40
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(EventType);

/// Three numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(Cow<'static, str>);

impl StringValue for Revision {
    const EXPECTED: &'static str = "at least 5 characters";

    fn accepts(text: &str) -> bool {
        text.chars().count() >= 5
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(Revision);

/// A path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaRef(Cow<'static, str>);

impl StringValue for SchemaRef {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(SchemaRef);

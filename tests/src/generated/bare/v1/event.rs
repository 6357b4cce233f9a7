// @generated from bare/v1/envelope.json by `cargo xtask codegen`. Changes made here are lost.

//! Bare envelope

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schema_runtime::serde::de::{MapAccess, Visitor};
use schema_runtime::serde::ser::SerializeMap;
use schema_runtime::serde::{Deserialize, Deserializer, Serialize, Serializer};
use schema_runtime::{
    Dispatch, Error, EventNames, EventSet, IntoOwned, KnownPayload, Lines, Member, Never, OpenSet,
    OtherMembers, Payload, RawObject, RawObjectRef, ReadEvent, ReadPayload, StringValue, Unknown,
    next_member,
};

use super::Ping;
use super::borrowed::PingRef;

/// The least that an envelope has.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<D = Data> {
    /// The payload.
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
        Self { data: fields.data }
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

impl<'de, D: ReadPayload<'de, EventType = EventEventType>> ReadEvent<'de> for Event<D> {
    #[inline]
    fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'de, D: ReadPayload<'de, EventType = EventEventType>> TryFrom<&'de [u8]> for Event<D> {
    type Error = Error;

    fn try_from(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<D: Payload<EventType = EventEventType>> Event<D> {
    /// The type of the event.
    #[must_use]
    pub fn event_type(&self) -> EventEventType {
        self.data.event_type()
    }

    /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
    #[must_use]
    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> Event<T> {
        Event {
            data: change(self.data),
        }
    }
}

impl<D: for<'de> ReadPayload<'de, EventType = EventEventType>> FromStr for Event<D> {
    type Err = Error;

    fn from_str(body: &str) -> Result<Self, Error> {
        schema_runtime::read_event(body.as_bytes(), NAMES)
    }
}

impl<D: Payload<EventType = EventEventType>> Serialize for Event<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event_type = self.data.event_type();
        let others = self.data.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(2 + more))?;
        event.serialize_entry("event_type", &event_type)?;
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
    Data,
}
impl Field {
    fn find(name: &str) -> Option<Self> {
        match name {
            "event_type" => Some(Self::EventType),
            "data" => Some(Self::Data),
            _ => None,
        }
    }
}

impl<'de, D: ReadPayload<'de, EventType = EventEventType>> Deserialize<'de> for Event<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &["event_type", "data"];
        let visitor = EventVisitor(PhantomData);
        deserializer.deserialize_struct("Event", FIELDS, visitor)
    }
}

struct EventVisitor<D>(PhantomData<Event<D>>);

impl<'de, D: ReadPayload<'de, EventType = EventEventType>> Visitor<'de> for EventVisitor<D> {
    type Value = Event<D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut dispatch = Dispatch::<D, Never>::default();
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, _) = dispatch.finish("event_type", "data")?;
        Ok(Event { data })
    }
}

impl EventSet for EventEventType {
    #[inline]
    fn schema_ref(&self) -> Option<&'static str> {
        match self {
            Self::Ping => Some(Ping::SCHEMA_REF),
            Self::Unknown(_) => None,
        }
    }
}

/// The payload.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Data {
    /// A sign of life.
    Ping(Ping),
    /// An event of a type that this version does not know.
    Unknown(UnknownEvent),
}

impl Data {
    /// Returns whether this is `ping`.
    #[must_use]
    pub fn is_ping(&self) -> bool {
        matches!(self, Self::Ping(_))
    }

    /// Returns the payload if this is `ping`.
    #[must_use]
    pub fn as_ping(&self) -> Option<&Ping> {
        match self {
            Self::Ping(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `ping`, and to nothing otherwise.
    #[must_use]
    pub fn into_ping(self) -> Option<Ping> {
        match self {
            Self::Ping(held) => Some(held),
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
    pub event_type: Unknown<EventEventType>,
    /// The payload, unchanged.
    pub data: RawObject,
    /// Those of another envelope could have the names of this one's fields.
    others: OtherMembers<'static>,
}

impl UnknownEvent {
    /// Makes the payload of an event of a type that this version does not know.
    #[must_use]
    pub fn new(event_type: Unknown<EventEventType>, data: RawObject) -> Self {
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
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = None;

    #[inline]
    fn event_type(&self) -> EventEventType {
        match self {
            Self::Ping(_) => EventEventType::Ping,
            Self::Unknown(event) => EventEventType::Unknown(event.event_type.clone()),
        }
    }

    #[inline]
    fn others(&self) -> Option<&OtherMembers<'_>> {
        self.as_unknown().map(|event| &event.others)
    }
}

impl<'de> ReadPayload<'de> for Data {
    fn deserialize_as<D>(event_type: &EventEventType, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match event_type {
            EventEventType::Ping => Deserialize::deserialize(deserializer).map(Self::Ping),
            EventEventType::Unknown(event_type) => {
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
            Self::Ping(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl From<Ping> for Data {
    fn from(data: Ping) -> Self {
        Self::Ping(data)
    }
}

/// A program that handles events, with a method for each type of event that it knows. What it has no
/// method for goes to [`other`](Self::other), which cannot be left out: events of later types, too.
pub trait Handler {
    /// What the methods return.
    type Output;

    /// Handles an event that no other method handles, or that this version does not know.
    fn other(&mut self, event: Event) -> Self::Output;

    /// Handles `ping`. Without a method of its own, [`other`](Self::other) does.
    fn ping(&mut self, event: Event<Ping>) -> Self::Output {
        self.other(event.map_payload(Data::Ping))
    }
}

impl Event {
    /// Calls the method of a handler for the type of this event.
    pub fn handle<H: Handler + ?Sized>(self, handler: &mut H) -> H::Output {
        match self.data {
            Data::Ping(data) => handler.ping(Event { data }),
            data @ Data::Unknown(_) => handler.other(Event { data }),
        }
    }
}

/// Borrowed variant of [`Event`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventRef<'a, D = DataRef<'a>> {
    /// See [`Event::data`].
    pub data: D,
    marker: PhantomData<&'a ()>,
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

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventEventType>> ReadEvent<'de>
    for EventRef<'a, D>
{
    #[inline]
    fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventEventType>> TryFrom<&'de [u8]>
    for EventRef<'a, D>
{
    type Error = Error;

    fn try_from(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'a, D: Payload<EventType = EventEventType>> EventRef<'a, D> {
    /// The type of the event.
    #[must_use]
    pub fn event_type(&self) -> EventEventType {
        self.data.event_type()
    }

    /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
    #[must_use]
    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> EventRef<'a, T> {
        EventRef {
            data: change(self.data),
            marker: self.marker,
        }
    }
}

impl<'a, D: Payload<EventType = EventEventType>> Serialize for EventRef<'a, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event_type = self.data.event_type();
        let others = self.data.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(2 + more))?;
        event.serialize_entry("event_type", &event_type)?;
        event.serialize_entry("data", &self.data)?;
        if let Some(others) = others {
            others.write(&mut event)?;
        }
        event.end()
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventEventType>> Deserialize<'de>
    for EventRef<'a, D>
{
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &["event_type", "data"];
        let visitor = EventRefVisitor(PhantomData);
        deserializer.deserialize_struct("Event", FIELDS, visitor)
    }
}

struct EventRefVisitor<'a, D>(PhantomData<EventRef<'a, D>>);

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventEventType>> Visitor<'de>
    for EventRefVisitor<'a, D>
{
    type Value = EventRef<'a, D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut dispatch = Dispatch::<D, Never>::default();
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, _) = dispatch.finish("event_type", "data")?;
        Ok(EventRef {
            data,
            marker: PhantomData,
        })
    }
}

/// Borrowed variant of [`Data`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DataRef<'a> {
    /// A sign of life.
    Ping(PingRef<'a>),
    /// An event of a type that this version does not know.
    Unknown(UnknownEventRef<'a>),
}

impl<'a> DataRef<'a> {
    /// Returns whether this is `ping`.
    #[must_use]
    pub fn is_ping(&self) -> bool {
        matches!(self, Self::Ping(_))
    }

    /// Returns the payload if this is `ping`.
    #[must_use]
    pub fn as_ping(&self) -> Option<&PingRef<'a>> {
        match self {
            Self::Ping(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `ping`, and to nothing otherwise.
    #[must_use]
    pub fn into_ping(self) -> Option<PingRef<'a>> {
        match self {
            Self::Ping(held) => Some(held),
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
    pub event_type: Unknown<EventEventType>,
    /// The payload, unchanged.
    pub data: RawObjectRef<'a>,
    /// Those of another envelope could have the names of this one's fields.
    others: OtherMembers<'a>,
}

impl<'a> UnknownEventRef<'a> {
    /// Makes the payload of an event of a type that this version does not know.
    #[must_use]
    pub fn new(event_type: Unknown<EventEventType>, data: RawObjectRef<'a>) -> Self {
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
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = None;

    #[inline]
    fn event_type(&self) -> EventEventType {
        match self {
            Self::Ping(_) => EventEventType::Ping,
            Self::Unknown(event) => EventEventType::Unknown(event.event_type.clone()),
        }
    }

    #[inline]
    fn others(&self) -> Option<&OtherMembers<'_>> {
        self.as_unknown().map(|event| &event.others)
    }
}

impl<'de: 'a, 'a> ReadPayload<'de> for DataRef<'a> {
    fn deserialize_as<D>(event_type: &EventEventType, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match event_type {
            EventEventType::Ping => Deserialize::deserialize(deserializer).map(Self::Ping),
            EventEventType::Unknown(event_type) => {
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
            Self::Ping(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl<'a> From<PingRef<'a>> for DataRef<'a> {
    fn from(data: PingRef<'a>) -> Self {
        Self::Ping(data)
    }
}

impl<'a, D: IntoOwned> EventRef<'a, D> {
    /// Converts to an event that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Event<D::Owned> {
        Event {
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
            Self::Ping(data) => Data::Ping(IntoOwned::into_owned(data)),
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

/// The type of the event.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EventEventType {
    /// `ping`
    Ping,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl EventEventType {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Ping];
}

impl OpenSet for EventEventType {
    fn known(text: &str) -> Option<Self> {
        match text {
            "ping" => Some(Self::Ping),
            _ => None,
        }
    }
}

impl StringValue for EventEventType {
    const EXPECTED: &'static str = "a string that matches `^[a-z]+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Ping => "ping",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

impl EventEventType {
    /// Matches `^[a-z]+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a'..=b'z') => 1,
                (1, b'a'..=b'z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::string_type!(EventEventType);

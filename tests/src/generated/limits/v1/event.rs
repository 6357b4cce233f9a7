// @generated from limits/v1/envelope.json by `cargo xtask codegen`. Changes made here are lost.

//! Envelope of limited values

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schema_runtime::serde::de::{MapAccess, Visitor};
use schema_runtime::serde::ser::SerializeMap;
use schema_runtime::serde::{Deserialize, Deserializer, Serialize, Serializer};
use schema_runtime::{
    Borrowed, BoundedMap, Dispatch, Error, EventNames, EventSet, IntoOwned, KnownPayload, Lines,
    Member, Multiple, Never, Number, NumberValue, OpenSet, OtherMembers, Payload, RawObject,
    RawObjectRef, ReadEvent, ReadPayload, StringValue, UniqueVec, Unknown, next_member, read_field,
};

use super::borrowed::{ListsRef, MapsRef, NumbersRef, TextsRef, TuplesRef};
use super::{Lists, Maps, Numbers, Texts, Tuples};

/// Fields with limits around a payload with limits.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<D = Data> {
    /// How much the event matters.
    pub weight: Option<EventWeight>,
    /// Which step this is, in tens.
    pub step: Option<Multiple<u16, 10, 0, 1000>>,
    /// What else the event is, each once.
    pub tags: Option<UniqueVec<Slug, 0, 3>>,
    /// Texts about the event, by slug.
    pub labels: Option<BoundedMap<Slug, String, 0, 2>>,
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
        Self {
            weight: None,
            step: None,
            tags: None,
            labels: None,
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
            weight: self.weight,
            step: self.step,
            tags: self.tags,
            labels: self.labels,
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
        let optional = [
            self.weight.is_none(),
            self.step.is_none(),
            self.tags.is_none(),
            self.labels.is_none(),
        ];
        let absent = optional.iter().filter(|absent| **absent).count();
        let others = self.data.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(6 - absent + more))?;
        event.serialize_entry("event_type", &event_type)?;
        if let Some(value) = &self.weight {
            event.serialize_entry("weight", value)?;
        }
        if let Some(value) = &self.step {
            event.serialize_entry("step", value)?;
        }
        if let Some(value) = &self.tags {
            event.serialize_entry("tags", value)?;
        }
        if let Some(value) = &self.labels {
            event.serialize_entry("labels", value)?;
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
    Weight,
    Step,
    Tags,
    Labels,
    Data,
}
impl Field {
    fn find(name: &str) -> Option<Self> {
        match name {
            "event_type" => Some(Self::EventType),
            "weight" => Some(Self::Weight),
            "step" => Some(Self::Step),
            "tags" => Some(Self::Tags),
            "labels" => Some(Self::Labels),
            "data" => Some(Self::Data),
            _ => None,
        }
    }
}

impl<'de, D: ReadPayload<'de, EventType = EventEventType>> Deserialize<'de> for Event<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &["event_type", "weight", "step", "tags", "labels", "data"];
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
        let mut weight = None;
        let mut step = None;
        let mut tags = None;
        let mut labels = None;
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Weight) => read_field(&mut weight, "weight", &mut map)?,
                Member::Known(Field::Step) => read_field(&mut step, "step", &mut map)?,
                Member::Known(Field::Tags) => read_field(&mut tags, "tags", &mut map)?,
                Member::Known(Field::Labels) => read_field(&mut labels, "labels", &mut map)?,
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, _) = dispatch.finish("event_type", "data")?;
        Ok(Event {
            weight,
            step,
            tags,
            labels,
            data,
        })
    }
}

impl EventSet for EventEventType {
    #[inline]
    fn schema_ref(&self) -> Option<&'static str> {
        match self {
            Self::Lists => Some(Lists::SCHEMA_REF),
            Self::Maps => Some(Maps::SCHEMA_REF),
            Self::Numbers => Some(Numbers::SCHEMA_REF),
            Self::Texts => Some(Texts::SCHEMA_REF),
            Self::Tuples => Some(Tuples::SCHEMA_REF),
            Self::Unknown(_) => None,
        }
    }
}

/// The payload.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Data {
    /// Lists with limits.
    Lists(Lists),
    /// Maps with limits.
    Maps(Maps),
    /// Numbers with bounds.
    Numbers(Numbers),
    /// Texts of formats.
    Texts(Texts),
    /// Tuples.
    Tuples(Tuples),
    /// An event of a type that this version does not know.
    Unknown(UnknownEvent),
}

impl Data {
    /// Returns whether this is `lists`.
    #[must_use]
    pub fn is_lists(&self) -> bool {
        matches!(self, Self::Lists(_))
    }

    /// Returns the payload if this is `lists`.
    #[must_use]
    pub fn as_lists(&self) -> Option<&Lists> {
        match self {
            Self::Lists(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `lists`, and to nothing otherwise.
    #[must_use]
    pub fn into_lists(self) -> Option<Lists> {
        match self {
            Self::Lists(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `maps`.
    #[must_use]
    pub fn is_maps(&self) -> bool {
        matches!(self, Self::Maps(_))
    }

    /// Returns the payload if this is `maps`.
    #[must_use]
    pub fn as_maps(&self) -> Option<&Maps> {
        match self {
            Self::Maps(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `maps`, and to nothing otherwise.
    #[must_use]
    pub fn into_maps(self) -> Option<Maps> {
        match self {
            Self::Maps(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `numbers`.
    #[must_use]
    pub fn is_numbers(&self) -> bool {
        matches!(self, Self::Numbers(_))
    }

    /// Returns the payload if this is `numbers`.
    #[must_use]
    pub fn as_numbers(&self) -> Option<&Numbers> {
        match self {
            Self::Numbers(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `numbers`, and to nothing otherwise.
    #[must_use]
    pub fn into_numbers(self) -> Option<Numbers> {
        match self {
            Self::Numbers(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `texts`.
    #[must_use]
    pub fn is_texts(&self) -> bool {
        matches!(self, Self::Texts(_))
    }

    /// Returns the payload if this is `texts`.
    #[must_use]
    pub fn as_texts(&self) -> Option<&Texts> {
        match self {
            Self::Texts(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `texts`, and to nothing otherwise.
    #[must_use]
    pub fn into_texts(self) -> Option<Texts> {
        match self {
            Self::Texts(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `tuples`.
    #[must_use]
    pub fn is_tuples(&self) -> bool {
        matches!(self, Self::Tuples(_))
    }

    /// Returns the payload if this is `tuples`.
    #[must_use]
    pub fn as_tuples(&self) -> Option<&Tuples> {
        match self {
            Self::Tuples(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `tuples`, and to nothing otherwise.
    #[must_use]
    pub fn into_tuples(self) -> Option<Tuples> {
        match self {
            Self::Tuples(held) => Some(held),
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
            Self::Lists(_) => EventEventType::Lists,
            Self::Maps(_) => EventEventType::Maps,
            Self::Numbers(_) => EventEventType::Numbers,
            Self::Texts(_) => EventEventType::Texts,
            Self::Tuples(_) => EventEventType::Tuples,
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
            EventEventType::Lists => Deserialize::deserialize(deserializer).map(Self::Lists),
            EventEventType::Maps => Deserialize::deserialize(deserializer).map(Self::Maps),
            EventEventType::Numbers => Deserialize::deserialize(deserializer).map(Self::Numbers),
            EventEventType::Texts => Deserialize::deserialize(deserializer).map(Self::Texts),
            EventEventType::Tuples => Deserialize::deserialize(deserializer).map(Self::Tuples),
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
            Self::Lists(data) => data.serialize(serializer),
            Self::Maps(data) => data.serialize(serializer),
            Self::Numbers(data) => data.serialize(serializer),
            Self::Texts(data) => data.serialize(serializer),
            Self::Tuples(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl From<Lists> for Data {
    fn from(data: Lists) -> Self {
        Self::Lists(data)
    }
}

impl From<Maps> for Data {
    fn from(data: Maps) -> Self {
        Self::Maps(data)
    }
}

impl From<Numbers> for Data {
    fn from(data: Numbers) -> Self {
        Self::Numbers(data)
    }
}

impl From<Texts> for Data {
    fn from(data: Texts) -> Self {
        Self::Texts(data)
    }
}

impl From<Tuples> for Data {
    fn from(data: Tuples) -> Self {
        Self::Tuples(data)
    }
}

/// A program that handles events, with a method for each type of event that it knows. What it has no
/// method for goes to [`other`](Self::other), which cannot be left out: events of later types, too.
pub trait Handler {
    /// What the methods return.
    type Output;

    /// Handles an event that no other method handles, or that this version does not know.
    fn other(&mut self, event: Event) -> Self::Output;

    /// Handles `lists`. Without a method of its own, [`other`](Self::other) does.
    fn lists(&mut self, event: Event<Lists>) -> Self::Output {
        self.other(event.map_payload(Data::Lists))
    }

    /// Handles `maps`. Without a method of its own, [`other`](Self::other) does.
    fn maps(&mut self, event: Event<Maps>) -> Self::Output {
        self.other(event.map_payload(Data::Maps))
    }

    /// Handles `numbers`. Without a method of its own, [`other`](Self::other) does.
    fn numbers(&mut self, event: Event<Numbers>) -> Self::Output {
        self.other(event.map_payload(Data::Numbers))
    }

    /// Handles `texts`. Without a method of its own, [`other`](Self::other) does.
    fn texts(&mut self, event: Event<Texts>) -> Self::Output {
        self.other(event.map_payload(Data::Texts))
    }

    /// Handles `tuples`. Without a method of its own, [`other`](Self::other) does.
    fn tuples(&mut self, event: Event<Tuples>) -> Self::Output {
        self.other(event.map_payload(Data::Tuples))
    }
}

impl Event {
    /// Calls the method of a handler for the type of this event.
    pub fn handle<H: Handler + ?Sized>(self, handler: &mut H) -> H::Output {
        match self.data {
            Data::Lists(data) => handler.lists(Event {
                weight: self.weight,
                step: self.step,
                tags: self.tags,
                labels: self.labels,
                data,
            }),
            Data::Maps(data) => handler.maps(Event {
                weight: self.weight,
                step: self.step,
                tags: self.tags,
                labels: self.labels,
                data,
            }),
            Data::Numbers(data) => handler.numbers(Event {
                weight: self.weight,
                step: self.step,
                tags: self.tags,
                labels: self.labels,
                data,
            }),
            Data::Texts(data) => handler.texts(Event {
                weight: self.weight,
                step: self.step,
                tags: self.tags,
                labels: self.labels,
                data,
            }),
            Data::Tuples(data) => handler.tuples(Event {
                weight: self.weight,
                step: self.step,
                tags: self.tags,
                labels: self.labels,
                data,
            }),
            data @ Data::Unknown(_) => handler.other(Event {
                weight: self.weight,
                step: self.step,
                tags: self.tags,
                labels: self.labels,
                data,
            }),
        }
    }
}

/// Borrowed variant of [`Event`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventRef<'a, D = DataRef<'a>> {
    /// See [`Event::weight`].
    pub weight: Option<EventWeight>,
    /// See [`Event::step`].
    pub step: Option<Multiple<u16, 10, 0, 1000>>,
    /// See [`Event::tags`].
    pub tags: Option<UniqueVec<Borrowed<'a, Slug>, 0, 3>>,
    /// See [`Event::labels`].
    pub labels: Option<BoundedMap<Borrowed<'a, Slug>, Borrowed<'a, String>, 0, 2>>,
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
            weight: self.weight,
            step: self.step,
            tags: self.tags,
            labels: self.labels,
            data: change(self.data),
        }
    }
}

impl<'a, D: Payload<EventType = EventEventType>> Serialize for EventRef<'a, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event_type = self.data.event_type();
        let optional = [
            self.weight.is_none(),
            self.step.is_none(),
            self.tags.is_none(),
            self.labels.is_none(),
        ];
        let absent = optional.iter().filter(|absent| **absent).count();
        let others = self.data.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(6 - absent + more))?;
        event.serialize_entry("event_type", &event_type)?;
        if let Some(value) = &self.weight {
            event.serialize_entry("weight", value)?;
        }
        if let Some(value) = &self.step {
            event.serialize_entry("step", value)?;
        }
        if let Some(value) = &self.tags {
            event.serialize_entry("tags", value)?;
        }
        if let Some(value) = &self.labels {
            event.serialize_entry("labels", value)?;
        }
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
        const FIELDS: &[&str] = &["event_type", "weight", "step", "tags", "labels", "data"];
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
        let mut weight = None;
        let mut step = None;
        let mut tags = None;
        let mut labels = None;
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Weight) => read_field(&mut weight, "weight", &mut map)?,
                Member::Known(Field::Step) => read_field(&mut step, "step", &mut map)?,
                Member::Known(Field::Tags) => read_field(&mut tags, "tags", &mut map)?,
                Member::Known(Field::Labels) => read_field(&mut labels, "labels", &mut map)?,
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, _) = dispatch.finish("event_type", "data")?;
        Ok(EventRef {
            weight,
            step,
            tags,
            labels,
            data,
        })
    }
}

/// Borrowed variant of [`Data`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DataRef<'a> {
    /// Lists with limits.
    Lists(ListsRef<'a>),
    /// Maps with limits.
    Maps(MapsRef<'a>),
    /// Numbers with bounds.
    Numbers(NumbersRef<'a>),
    /// Texts of formats.
    Texts(TextsRef<'a>),
    /// Tuples.
    Tuples(TuplesRef<'a>),
    /// An event of a type that this version does not know.
    Unknown(UnknownEventRef<'a>),
}

impl<'a> DataRef<'a> {
    /// Returns whether this is `lists`.
    #[must_use]
    pub fn is_lists(&self) -> bool {
        matches!(self, Self::Lists(_))
    }

    /// Returns the payload if this is `lists`.
    #[must_use]
    pub fn as_lists(&self) -> Option<&ListsRef<'a>> {
        match self {
            Self::Lists(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `lists`, and to nothing otherwise.
    #[must_use]
    pub fn into_lists(self) -> Option<ListsRef<'a>> {
        match self {
            Self::Lists(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `maps`.
    #[must_use]
    pub fn is_maps(&self) -> bool {
        matches!(self, Self::Maps(_))
    }

    /// Returns the payload if this is `maps`.
    #[must_use]
    pub fn as_maps(&self) -> Option<&MapsRef<'a>> {
        match self {
            Self::Maps(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `maps`, and to nothing otherwise.
    #[must_use]
    pub fn into_maps(self) -> Option<MapsRef<'a>> {
        match self {
            Self::Maps(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `numbers`.
    #[must_use]
    pub fn is_numbers(&self) -> bool {
        matches!(self, Self::Numbers(_))
    }

    /// Returns the payload if this is `numbers`.
    #[must_use]
    pub fn as_numbers(&self) -> Option<&NumbersRef<'a>> {
        match self {
            Self::Numbers(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `numbers`, and to nothing otherwise.
    #[must_use]
    pub fn into_numbers(self) -> Option<NumbersRef<'a>> {
        match self {
            Self::Numbers(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `texts`.
    #[must_use]
    pub fn is_texts(&self) -> bool {
        matches!(self, Self::Texts(_))
    }

    /// Returns the payload if this is `texts`.
    #[must_use]
    pub fn as_texts(&self) -> Option<&TextsRef<'a>> {
        match self {
            Self::Texts(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `texts`, and to nothing otherwise.
    #[must_use]
    pub fn into_texts(self) -> Option<TextsRef<'a>> {
        match self {
            Self::Texts(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `tuples`.
    #[must_use]
    pub fn is_tuples(&self) -> bool {
        matches!(self, Self::Tuples(_))
    }

    /// Returns the payload if this is `tuples`.
    #[must_use]
    pub fn as_tuples(&self) -> Option<&TuplesRef<'a>> {
        match self {
            Self::Tuples(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `tuples`, and to nothing otherwise.
    #[must_use]
    pub fn into_tuples(self) -> Option<TuplesRef<'a>> {
        match self {
            Self::Tuples(held) => Some(held),
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
            Self::Lists(_) => EventEventType::Lists,
            Self::Maps(_) => EventEventType::Maps,
            Self::Numbers(_) => EventEventType::Numbers,
            Self::Texts(_) => EventEventType::Texts,
            Self::Tuples(_) => EventEventType::Tuples,
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
            EventEventType::Lists => Deserialize::deserialize(deserializer).map(Self::Lists),
            EventEventType::Maps => Deserialize::deserialize(deserializer).map(Self::Maps),
            EventEventType::Numbers => Deserialize::deserialize(deserializer).map(Self::Numbers),
            EventEventType::Texts => Deserialize::deserialize(deserializer).map(Self::Texts),
            EventEventType::Tuples => Deserialize::deserialize(deserializer).map(Self::Tuples),
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
            Self::Lists(data) => data.serialize(serializer),
            Self::Maps(data) => data.serialize(serializer),
            Self::Numbers(data) => data.serialize(serializer),
            Self::Texts(data) => data.serialize(serializer),
            Self::Tuples(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl<'a> From<ListsRef<'a>> for DataRef<'a> {
    fn from(data: ListsRef<'a>) -> Self {
        Self::Lists(data)
    }
}

impl<'a> From<MapsRef<'a>> for DataRef<'a> {
    fn from(data: MapsRef<'a>) -> Self {
        Self::Maps(data)
    }
}

impl<'a> From<NumbersRef<'a>> for DataRef<'a> {
    fn from(data: NumbersRef<'a>) -> Self {
        Self::Numbers(data)
    }
}

impl<'a> From<TextsRef<'a>> for DataRef<'a> {
    fn from(data: TextsRef<'a>) -> Self {
        Self::Texts(data)
    }
}

impl<'a> From<TuplesRef<'a>> for DataRef<'a> {
    fn from(data: TuplesRef<'a>) -> Self {
        Self::Tuples(data)
    }
}

impl<'a, D: IntoOwned> EventRef<'a, D> {
    /// Converts to an event that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Event<D::Owned> {
        Event {
            weight: self.weight,
            step: self.step,
            tags: IntoOwned::into_owned(self.tags),
            labels: IntoOwned::into_owned(self.labels),
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
            Self::Lists(data) => Data::Lists(IntoOwned::into_owned(data)),
            Self::Maps(data) => Data::Maps(IntoOwned::into_owned(data)),
            Self::Numbers(data) => Data::Numbers(IntoOwned::into_owned(data)),
            Self::Texts(data) => Data::Texts(IntoOwned::into_owned(data)),
            Self::Tuples(data) => Data::Tuples(IntoOwned::into_owned(data)),
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
    /// `lists`
    Lists,
    /// `maps`
    Maps,
    /// `numbers`
    Numbers,
    /// `texts`
    Texts,
    /// `tuples`
    Tuples,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl EventEventType {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::Lists,
        Self::Maps,
        Self::Numbers,
        Self::Texts,
        Self::Tuples,
    ];
}

impl OpenSet for EventEventType {
    fn known(text: &str) -> Option<Self> {
        match text {
            "lists" => Some(Self::Lists),
            "maps" => Some(Self::Maps),
            "numbers" => Some(Self::Numbers),
            "texts" => Some(Self::Texts),
            "tuples" => Some(Self::Tuples),
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
            Self::Lists => "lists",
            Self::Maps => "maps",
            Self::Numbers => "numbers",
            Self::Texts => "texts",
            Self::Tuples => "tuples",
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

/// How much the event matters.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct EventWeight(Number);

impl NumberValue for EventWeight {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(EventWeight);

/// Lower-case letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Cow<'static, str>);

impl StringValue for Slug {
    const EXPECTED: &'static str = "a string that matches `^[a-z]+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl Slug {
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

schema_runtime::text_type!(Slug);

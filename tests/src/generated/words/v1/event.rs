// @generated from words/v1/envelope.json by `cargo xtask codegen`. Changes made here are lost.

//! Envelope of words

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
    StringValue, Unknown, Uuid, next_member, read_field,
};

use super::{
    TheWordAll, TheWordCrateFnMatch, TheWordEvent, TheWordMod, TheWordSchemas, TheWordSelf,
    TheWordType, TheWordUnknown,
};

/// Around every word.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<D = Data> {
    /// The payload, which comes first.
    ///
    /// If the payload is replaced, [`version`](Self::version) does not change.
    pub data: D,
    /// The revision.
    pub version: Option<Revision>,
    /// A text only of an event of an unknown type; else the payload tells it.
    schema_ref: SchemaRefSlot<SchemaRef>,
    /// A flag.
    pub event: Option<bool>,
}

/// The fields of an [`Event`] that its writer sets; the others follow from the payload.
#[derive(Clone, Debug, PartialEq)]
pub struct EventFields<D> {
    /// The payload, which comes first.
    pub data: D,
}

impl<D: KnownPayload> Event<D> {
    /// Creates an event to be sent. The fields that depend on the payload are filled in: the
    /// event's type, and the schema that describes it.
    #[must_use]
    pub fn new(fields: EventFields<D>) -> Self {
        Self {
            data: fields.data,
            version: Some(Revision(Cow::Borrowed(D::VERSION))),
            schema_ref: SchemaRefSlot::Implied,
            event: None,
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
            data: change(self.data),
            version: self.version,
            schema_ref: self.schema_ref,
            event: self.event,
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
        let optional = [
            self.version.is_none(),
            schema_ref.is_none(),
            self.event.is_none(),
        ];
        let absent = optional.iter().filter(|absent| **absent).count();
        let others = self.data.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(5 - absent + more))?;
        event.serialize_entry("data", &self.data)?;
        event.serialize_entry("event_type", &event_type)?;
        if let Some(value) = &self.version {
            event.serialize_entry("version", value)?;
        }
        if let Some(value) = schema_ref {
            event.serialize_entry("schema_ref", value)?;
        }
        if let Some(value) = &self.event {
            event.serialize_entry("event", value)?;
        }
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
    Data,
    EventType,
    Version,
    SchemaRef,
    Event,
}
impl Field {
    fn find(name: &str) -> Option<Self> {
        match name {
            "data" => Some(Self::Data),
            "event_type" => Some(Self::EventType),
            "version" => Some(Self::Version),
            "schema_ref" => Some(Self::SchemaRef),
            "event" => Some(Self::Event),
            _ => None,
        }
    }
}

impl<'de, D: ReadPayload<'de, EventType = EventType>> Deserialize<'de> for Event<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &["event_type", "schema_ref", "data", "version", "event"];
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
        let mut event = None;
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Version) => read_field(&mut version, "version", &mut map)?,
                Member::Known(Field::SchemaRef) => {
                    dispatch.read_schema_ref("schema_ref", &mut map)?
                }
                Member::Known(Field::Event) => read_field(&mut event, "event", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, schema_ref_field) = dispatch.finish("event_type", "data")?;
        Ok(Event {
            data,
            version,
            schema_ref: schema_ref_field,
            event,
        })
    }
}

impl EventSet for EventType {
    #[inline]
    fn schema_ref(&self) -> Option<&'static str> {
        match self {
            Self::All => Some(TheWordAll::SCHEMA_REF),
            Self::CrateFnMatch => Some(TheWordCrateFnMatch::SCHEMA_REF),
            Self::Event => Some(TheWordEvent::SCHEMA_REF),
            Self::Mod => Some(TheWordMod::SCHEMA_REF),
            Self::Schemas => Some(TheWordSchemas::SCHEMA_REF),
            Self::Self_ => Some(TheWordSelf::SCHEMA_REF),
            Self::Type => Some(TheWordType::SCHEMA_REF),
            Self::Unknown_ => Some(TheWordUnknown::SCHEMA_REF),
            Self::Unknown(_) => None,
        }
    }
}

/// The payload, which comes first.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Data {
    /// The word all.
    All(TheWordAll),
    /// The word crate.fn.match.
    CrateFnMatch(TheWordCrateFnMatch),
    /// The word event.
    Event(TheWordEvent),
    /// The word mod.
    Mod(TheWordMod),
    /// The word schemas.
    Schemas(TheWordSchemas),
    /// The word self.
    Self_(TheWordSelf),
    /// The word type.
    Type(TheWordType),
    /// The word unknown.
    Unknown_(TheWordUnknown),
    /// An event of a type that this version does not know.
    Unknown(UnknownEvent),
}

impl Data {
    /// Returns whether this is `all`.
    #[must_use]
    pub fn is_all(&self) -> bool {
        matches!(self, Self::All(_))
    }

    /// Returns the payload if this is `all`.
    #[must_use]
    pub fn as_all(&self) -> Option<&TheWordAll> {
        match self {
            Self::All(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `all`, and to nothing otherwise.
    #[must_use]
    pub fn into_all(self) -> Option<TheWordAll> {
        match self {
            Self::All(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `crate.fn.match`.
    #[must_use]
    pub fn is_crate_fn_match(&self) -> bool {
        matches!(self, Self::CrateFnMatch(_))
    }

    /// Returns the payload if this is `crate.fn.match`.
    #[must_use]
    pub fn as_crate_fn_match(&self) -> Option<&TheWordCrateFnMatch> {
        match self {
            Self::CrateFnMatch(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `crate.fn.match`, and to nothing otherwise.
    #[must_use]
    pub fn into_crate_fn_match(self) -> Option<TheWordCrateFnMatch> {
        match self {
            Self::CrateFnMatch(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `event`.
    #[must_use]
    pub fn is_event(&self) -> bool {
        matches!(self, Self::Event(_))
    }

    /// Returns the payload if this is `event`.
    #[must_use]
    pub fn as_event(&self) -> Option<&TheWordEvent> {
        match self {
            Self::Event(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `event`, and to nothing otherwise.
    #[must_use]
    pub fn into_event(self) -> Option<TheWordEvent> {
        match self {
            Self::Event(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `mod`.
    #[must_use]
    pub fn is_mod(&self) -> bool {
        matches!(self, Self::Mod(_))
    }

    /// Returns the payload if this is `mod`.
    #[must_use]
    pub fn as_mod(&self) -> Option<&TheWordMod> {
        match self {
            Self::Mod(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `mod`, and to nothing otherwise.
    #[must_use]
    pub fn into_mod(self) -> Option<TheWordMod> {
        match self {
            Self::Mod(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `schemas`.
    #[must_use]
    pub fn is_schemas(&self) -> bool {
        matches!(self, Self::Schemas(_))
    }

    /// Returns the payload if this is `schemas`.
    #[must_use]
    pub fn as_schemas(&self) -> Option<&TheWordSchemas> {
        match self {
            Self::Schemas(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `schemas`, and to nothing otherwise.
    #[must_use]
    pub fn into_schemas(self) -> Option<TheWordSchemas> {
        match self {
            Self::Schemas(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `self`.
    #[must_use]
    pub fn is_self_(&self) -> bool {
        matches!(self, Self::Self_(_))
    }

    /// Returns the payload if this is `self`.
    #[must_use]
    pub fn as_self_(&self) -> Option<&TheWordSelf> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `self`, and to nothing otherwise.
    #[must_use]
    pub fn into_self_(self) -> Option<TheWordSelf> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `type`.
    #[must_use]
    pub fn is_type(&self) -> bool {
        matches!(self, Self::Type(_))
    }

    /// Returns the payload if this is `type`.
    #[must_use]
    pub fn as_type(&self) -> Option<&TheWordType> {
        match self {
            Self::Type(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `type`, and to nothing otherwise.
    #[must_use]
    pub fn into_type(self) -> Option<TheWordType> {
        match self {
            Self::Type(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `unknown`.
    #[must_use]
    pub fn is_unknown_(&self) -> bool {
        matches!(self, Self::Unknown_(_))
    }

    /// Returns the payload if this is `unknown`.
    #[must_use]
    pub fn as_unknown_(&self) -> Option<&TheWordUnknown> {
        match self {
            Self::Unknown_(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `unknown`, and to nothing otherwise.
    #[must_use]
    pub fn into_unknown_(self) -> Option<TheWordUnknown> {
        match self {
            Self::Unknown_(held) => Some(held),
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
            Self::All(_) => EventType::All,
            Self::CrateFnMatch(_) => EventType::CrateFnMatch,
            Self::Event(_) => EventType::Event,
            Self::Mod(_) => EventType::Mod,
            Self::Schemas(_) => EventType::Schemas,
            Self::Self_(_) => EventType::Self_,
            Self::Type(_) => EventType::Type,
            Self::Unknown_(_) => EventType::Unknown_,
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
            EventType::All => Deserialize::deserialize(deserializer).map(Self::All),
            EventType::CrateFnMatch => {
                Deserialize::deserialize(deserializer).map(Self::CrateFnMatch)
            }
            EventType::Event => Deserialize::deserialize(deserializer).map(Self::Event),
            EventType::Mod => Deserialize::deserialize(deserializer).map(Self::Mod),
            EventType::Schemas => Deserialize::deserialize(deserializer).map(Self::Schemas),
            EventType::Self_ => Deserialize::deserialize(deserializer).map(Self::Self_),
            EventType::Type => Deserialize::deserialize(deserializer).map(Self::Type),
            EventType::Unknown_ => Deserialize::deserialize(deserializer).map(Self::Unknown_),
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
            Self::All(data) => data.serialize(serializer),
            Self::CrateFnMatch(data) => data.serialize(serializer),
            Self::Event(data) => data.serialize(serializer),
            Self::Mod(data) => data.serialize(serializer),
            Self::Schemas(data) => data.serialize(serializer),
            Self::Self_(data) => data.serialize(serializer),
            Self::Type(data) => data.serialize(serializer),
            Self::Unknown_(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl From<TheWordAll> for Data {
    fn from(data: TheWordAll) -> Self {
        Self::All(data)
    }
}

impl From<TheWordCrateFnMatch> for Data {
    fn from(data: TheWordCrateFnMatch) -> Self {
        Self::CrateFnMatch(data)
    }
}

impl From<TheWordEvent> for Data {
    fn from(data: TheWordEvent) -> Self {
        Self::Event(data)
    }
}

impl From<TheWordMod> for Data {
    fn from(data: TheWordMod) -> Self {
        Self::Mod(data)
    }
}

impl From<TheWordSchemas> for Data {
    fn from(data: TheWordSchemas) -> Self {
        Self::Schemas(data)
    }
}

impl From<TheWordSelf> for Data {
    fn from(data: TheWordSelf) -> Self {
        Self::Self_(data)
    }
}

impl From<TheWordType> for Data {
    fn from(data: TheWordType) -> Self {
        Self::Type(data)
    }
}

impl From<TheWordUnknown> for Data {
    fn from(data: TheWordUnknown) -> Self {
        Self::Unknown_(data)
    }
}

/// A program that handles events, with a method for each type of event that it knows. What it has no
/// method for goes to [`other`](Self::other), which cannot be left out: events of later types, too.
pub trait Handler {
    /// What the methods return.
    type Output;

    /// Handles an event that no other method handles, or that this version does not know.
    fn other(&mut self, event: Event) -> Self::Output;

    /// Handles `all`. Without a method of its own, [`other`](Self::other) does.
    fn all(&mut self, event: Event<TheWordAll>) -> Self::Output {
        self.other(event.map_payload(Data::All))
    }

    /// Handles `crate.fn.match`. Without a method of its own, [`other`](Self::other) does.
    fn crate_fn_match(&mut self, event: Event<TheWordCrateFnMatch>) -> Self::Output {
        self.other(event.map_payload(Data::CrateFnMatch))
    }

    /// Handles `event`. Without a method of its own, [`other`](Self::other) does.
    fn event(&mut self, event: Event<TheWordEvent>) -> Self::Output {
        self.other(event.map_payload(Data::Event))
    }

    /// Handles `mod`. Without a method of its own, [`other`](Self::other) does.
    fn mod_(&mut self, event: Event<TheWordMod>) -> Self::Output {
        self.other(event.map_payload(Data::Mod))
    }

    /// Handles `schemas`. Without a method of its own, [`other`](Self::other) does.
    fn schemas(&mut self, event: Event<TheWordSchemas>) -> Self::Output {
        self.other(event.map_payload(Data::Schemas))
    }

    /// Handles `self`. Without a method of its own, [`other`](Self::other) does.
    fn self_(&mut self, event: Event<TheWordSelf>) -> Self::Output {
        self.other(event.map_payload(Data::Self_))
    }

    /// Handles `type`. Without a method of its own, [`other`](Self::other) does.
    fn type_(&mut self, event: Event<TheWordType>) -> Self::Output {
        self.other(event.map_payload(Data::Type))
    }

    /// Handles `unknown`. Without a method of its own, [`other`](Self::other) does.
    fn unknown(&mut self, event: Event<TheWordUnknown>) -> Self::Output {
        self.other(event.map_payload(Data::Unknown_))
    }
}

impl Event {
    /// Calls the method of a handler for the type of this event.
    pub fn handle<H: Handler + ?Sized>(self, handler: &mut H) -> H::Output {
        match self.data {
            Data::All(data) => handler.all(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
            Data::CrateFnMatch(data) => handler.crate_fn_match(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
            Data::Event(data) => handler.event(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
            Data::Mod(data) => handler.mod_(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
            Data::Schemas(data) => handler.schemas(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
            Data::Self_(data) => handler.self_(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
            Data::Type(data) => handler.type_(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
            Data::Unknown_(data) => handler.unknown(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
            data @ Data::Unknown(_) => handler.other(Event {
                data,
                version: self.version,
                schema_ref: self.schema_ref,
                event: self.event,
            }),
        }
    }
}

/// Borrowed variant of [`Event`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventRef<'a, D = DataRef<'a>> {
    /// See [`Event::data`].
    pub data: D,
    /// See [`Event::version`].
    pub version: Option<Borrowed<'a, Revision>>,
    /// A text only of an event of an unknown type; else the payload tells it.
    schema_ref: SchemaRefSlot<Borrowed<'a, SchemaRef>>,
    /// See [`Event::event`].
    pub event: Option<bool>,
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
            data: change(self.data),
            version: self.version,
            schema_ref: self.schema_ref,
            event: self.event,
        }
    }
}

impl<'a, D: Payload<EventType = EventType>> Serialize for EventRef<'a, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event_type = self.data.event_type();
        let schema_ref = self.schema_ref.path(event_type.schema_ref());
        let optional = [
            self.version.is_none(),
            schema_ref.is_none(),
            self.event.is_none(),
        ];
        let absent = optional.iter().filter(|absent| **absent).count();
        let others = self.data.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(5 - absent + more))?;
        event.serialize_entry("data", &self.data)?;
        event.serialize_entry("event_type", &event_type)?;
        if let Some(value) = &self.version {
            event.serialize_entry("version", value)?;
        }
        if let Some(value) = schema_ref {
            event.serialize_entry("schema_ref", value)?;
        }
        if let Some(value) = &self.event {
            event.serialize_entry("event", value)?;
        }
        if let Some(others) = others {
            others.write(&mut event)?;
        }
        event.end()
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = EventType>> Deserialize<'de> for EventRef<'a, D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &["event_type", "schema_ref", "data", "version", "event"];
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
        let mut event = None;
        while let Some(member) = next_member(&mut map, Field::find)? {
            match member {
                Member::Known(Field::Data) => dispatch.read_payload("data", &mut map)?,
                Member::Known(Field::EventType) => {
                    dispatch.read_event_type("event_type", &mut map)?
                }
                Member::Known(Field::Version) => read_field(&mut version, "version", &mut map)?,
                Member::Known(Field::SchemaRef) => {
                    dispatch.read_schema_ref("schema_ref", &mut map)?
                }
                Member::Known(Field::Event) => read_field(&mut event, "event", &mut map)?,
                Member::Other(name) => dispatch.read_other(name, &mut map)?,
            }
        }
        let (data, schema_ref_field) = dispatch.finish("event_type", "data")?;
        Ok(EventRef {
            data,
            version,
            schema_ref: schema_ref_field,
            event,
        })
    }
}

/// Borrowed variant of [`Data`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DataRef<'a> {
    /// The word all.
    All(TheWordAll),
    /// The word crate.fn.match.
    CrateFnMatch(TheWordCrateFnMatch),
    /// The word event.
    Event(TheWordEvent),
    /// The word mod.
    Mod(TheWordMod),
    /// The word schemas.
    Schemas(TheWordSchemas),
    /// The word self.
    Self_(TheWordSelf),
    /// The word type.
    Type(TheWordType),
    /// The word unknown.
    Unknown_(TheWordUnknown),
    /// An event of a type that this version does not know.
    Unknown(UnknownEventRef<'a>),
}

impl<'a> DataRef<'a> {
    /// Returns whether this is `all`.
    #[must_use]
    pub fn is_all(&self) -> bool {
        matches!(self, Self::All(_))
    }

    /// Returns the payload if this is `all`.
    #[must_use]
    pub fn as_all(&self) -> Option<&TheWordAll> {
        match self {
            Self::All(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `all`, and to nothing otherwise.
    #[must_use]
    pub fn into_all(self) -> Option<TheWordAll> {
        match self {
            Self::All(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `crate.fn.match`.
    #[must_use]
    pub fn is_crate_fn_match(&self) -> bool {
        matches!(self, Self::CrateFnMatch(_))
    }

    /// Returns the payload if this is `crate.fn.match`.
    #[must_use]
    pub fn as_crate_fn_match(&self) -> Option<&TheWordCrateFnMatch> {
        match self {
            Self::CrateFnMatch(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `crate.fn.match`, and to nothing otherwise.
    #[must_use]
    pub fn into_crate_fn_match(self) -> Option<TheWordCrateFnMatch> {
        match self {
            Self::CrateFnMatch(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `event`.
    #[must_use]
    pub fn is_event(&self) -> bool {
        matches!(self, Self::Event(_))
    }

    /// Returns the payload if this is `event`.
    #[must_use]
    pub fn as_event(&self) -> Option<&TheWordEvent> {
        match self {
            Self::Event(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `event`, and to nothing otherwise.
    #[must_use]
    pub fn into_event(self) -> Option<TheWordEvent> {
        match self {
            Self::Event(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `mod`.
    #[must_use]
    pub fn is_mod(&self) -> bool {
        matches!(self, Self::Mod(_))
    }

    /// Returns the payload if this is `mod`.
    #[must_use]
    pub fn as_mod(&self) -> Option<&TheWordMod> {
        match self {
            Self::Mod(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `mod`, and to nothing otherwise.
    #[must_use]
    pub fn into_mod(self) -> Option<TheWordMod> {
        match self {
            Self::Mod(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `schemas`.
    #[must_use]
    pub fn is_schemas(&self) -> bool {
        matches!(self, Self::Schemas(_))
    }

    /// Returns the payload if this is `schemas`.
    #[must_use]
    pub fn as_schemas(&self) -> Option<&TheWordSchemas> {
        match self {
            Self::Schemas(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `schemas`, and to nothing otherwise.
    #[must_use]
    pub fn into_schemas(self) -> Option<TheWordSchemas> {
        match self {
            Self::Schemas(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `self`.
    #[must_use]
    pub fn is_self_(&self) -> bool {
        matches!(self, Self::Self_(_))
    }

    /// Returns the payload if this is `self`.
    #[must_use]
    pub fn as_self_(&self) -> Option<&TheWordSelf> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `self`, and to nothing otherwise.
    #[must_use]
    pub fn into_self_(self) -> Option<TheWordSelf> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `type`.
    #[must_use]
    pub fn is_type(&self) -> bool {
        matches!(self, Self::Type(_))
    }

    /// Returns the payload if this is `type`.
    #[must_use]
    pub fn as_type(&self) -> Option<&TheWordType> {
        match self {
            Self::Type(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `type`, and to nothing otherwise.
    #[must_use]
    pub fn into_type(self) -> Option<TheWordType> {
        match self {
            Self::Type(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `unknown`.
    #[must_use]
    pub fn is_unknown_(&self) -> bool {
        matches!(self, Self::Unknown_(_))
    }

    /// Returns the payload if this is `unknown`.
    #[must_use]
    pub fn as_unknown_(&self) -> Option<&TheWordUnknown> {
        match self {
            Self::Unknown_(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `unknown`, and to nothing otherwise.
    #[must_use]
    pub fn into_unknown_(self) -> Option<TheWordUnknown> {
        match self {
            Self::Unknown_(held) => Some(held),
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
            Self::All(_) => EventType::All,
            Self::CrateFnMatch(_) => EventType::CrateFnMatch,
            Self::Event(_) => EventType::Event,
            Self::Mod(_) => EventType::Mod,
            Self::Schemas(_) => EventType::Schemas,
            Self::Self_(_) => EventType::Self_,
            Self::Type(_) => EventType::Type,
            Self::Unknown_(_) => EventType::Unknown_,
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
            EventType::All => Deserialize::deserialize(deserializer).map(Self::All),
            EventType::CrateFnMatch => {
                Deserialize::deserialize(deserializer).map(Self::CrateFnMatch)
            }
            EventType::Event => Deserialize::deserialize(deserializer).map(Self::Event),
            EventType::Mod => Deserialize::deserialize(deserializer).map(Self::Mod),
            EventType::Schemas => Deserialize::deserialize(deserializer).map(Self::Schemas),
            EventType::Self_ => Deserialize::deserialize(deserializer).map(Self::Self_),
            EventType::Type => Deserialize::deserialize(deserializer).map(Self::Type),
            EventType::Unknown_ => Deserialize::deserialize(deserializer).map(Self::Unknown_),
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
            Self::All(data) => data.serialize(serializer),
            Self::CrateFnMatch(data) => data.serialize(serializer),
            Self::Event(data) => data.serialize(serializer),
            Self::Mod(data) => data.serialize(serializer),
            Self::Schemas(data) => data.serialize(serializer),
            Self::Self_(data) => data.serialize(serializer),
            Self::Type(data) => data.serialize(serializer),
            Self::Unknown_(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl<'a> From<TheWordAll> for DataRef<'a> {
    fn from(data: TheWordAll) -> Self {
        Self::All(data)
    }
}

impl<'a> From<TheWordCrateFnMatch> for DataRef<'a> {
    fn from(data: TheWordCrateFnMatch) -> Self {
        Self::CrateFnMatch(data)
    }
}

impl<'a> From<TheWordEvent> for DataRef<'a> {
    fn from(data: TheWordEvent) -> Self {
        Self::Event(data)
    }
}

impl<'a> From<TheWordMod> for DataRef<'a> {
    fn from(data: TheWordMod) -> Self {
        Self::Mod(data)
    }
}

impl<'a> From<TheWordSchemas> for DataRef<'a> {
    fn from(data: TheWordSchemas) -> Self {
        Self::Schemas(data)
    }
}

impl<'a> From<TheWordSelf> for DataRef<'a> {
    fn from(data: TheWordSelf) -> Self {
        Self::Self_(data)
    }
}

impl<'a> From<TheWordType> for DataRef<'a> {
    fn from(data: TheWordType) -> Self {
        Self::Type(data)
    }
}

impl<'a> From<TheWordUnknown> for DataRef<'a> {
    fn from(data: TheWordUnknown) -> Self {
        Self::Unknown_(data)
    }
}

impl<'a, D: IntoOwned> EventRef<'a, D> {
    /// Converts to an event that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Event<D::Owned> {
        Event {
            data: IntoOwned::into_owned(self.data),
            version: IntoOwned::into_owned(self.version),
            schema_ref: IntoOwned::into_owned(self.schema_ref),
            event: self.event,
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
            Self::All(data) => Data::All(data),
            Self::CrateFnMatch(data) => Data::CrateFnMatch(data),
            Self::Event(data) => Data::Event(data),
            Self::Mod(data) => Data::Mod(data),
            Self::Schemas(data) => Data::Schemas(data),
            Self::Self_(data) => Data::Self_(data),
            Self::Type(data) => Data::Type(data),
            Self::Unknown_(data) => Data::Unknown_(data),
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
    /// `all`
    All,
    /// `crate.fn.match`
    CrateFnMatch,
    /// `event`
    Event,
    /// `mod`
    Mod,
    /// `schemas`
    Schemas,
    /// `self`
    Self_,
    /// `type`
    Type,
    /// `unknown`
    Unknown_,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl EventType {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::All,
        Self::CrateFnMatch,
        Self::Event,
        Self::Mod,
        Self::Schemas,
        Self::Self_,
        Self::Type,
        Self::Unknown_,
    ];
}

impl OpenSet for EventType {
    fn known(text: &str) -> Option<Self> {
        match text {
            "all" => Some(Self::All),
            "crate.fn.match" => Some(Self::CrateFnMatch),
            "event" => Some(Self::Event),
            "mod" => Some(Self::Mod),
            "schemas" => Some(Self::Schemas),
            "self" => Some(Self::Self_),
            "type" => Some(Self::Type),
            "unknown" => Some(Self::Unknown_),
            _ => None,
        }
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
            Self::All => "all",
            Self::CrateFnMatch => "crate.fn.match",
            Self::Event => "event",
            Self::Mod => "mod",
            Self::Schemas => "schemas",
            Self::Self_ => "self",
            Self::Type => "type",
            Self::Unknown_ => "unknown",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(EventType);

/// Three numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(Cow<'static, str>);

impl StringValue for Revision {
    const EXPECTED: &'static str = "a string that matches `^1\\.[0-9]+\\.[0-9]+$`";

    fn accepts(text: &str) -> bool {
        matches!(text, "1.0.0") || (Self::matches(text))
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

impl Revision {
    /// Matches `^1\.[0-9]+\.[0-9]+$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("1.") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, b'0'..=b'9') => 1,
                (1, b'0'..=b'9') => 1,
                (1, b'.') => 2,
                (2, b'0'..=b'9') => 3,
                (3, b'0'..=b'9') => 3,
                _ => return false,
            };
        }
        state == 3
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

/// Shared by events.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shared {
    /// An identifier.
    pub id: Uuid,
}

schema_runtime::object_type! {
    Shared {
        required id = "id",
    }
}

/// The required fields of [`Shared`].
#[derive(Clone, Debug, PartialEq)]
pub struct SharedFields {
    /// An identifier.
    pub id: Uuid,
}

impl Shared {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SharedFields) -> Self {
        Self { id: fields.id }
    }
}

// @generated from shop/v1/frame.json by `cargo xtask codegen`. Changes made here are lost.

//! Frame of a shop's events

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schema_runtime::serde::de::{MapAccess, Visitor};
use schema_runtime::serde::ser::SerializeMap;
use schema_runtime::serde::{Deserialize, Deserializer, Serialize, Serializer};
use schema_runtime::{
    Borrowed, Dispatch, Error, EventNames, EventSet, I54, Integer, IntoOwned, KnownPayload, Lines,
    MAX_SAFE_INTEGER, Member, Number, ObjectMap, OpenSet, OtherMembers, Payload, Raw, RawObject,
    RawObjectRef, RawRef, ReadEvent, ReadPayload, SchemaRefSlot, StringValue, Timestamp, Unknown,
    Uri, next_member, read_field, require,
};

use super::borrowed::{
    AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef, AllOptionalRef, ContainersRef,
    HostileTextRef, KeywordsRef, ScalarsRef, SetsRef, SettlementRef, TextPatternsAndLengthsRef,
    TreesRef,
};
use super::{
    AKindOfEventThatGoesOnForSixtyCharactersAndStops, AllOptional, Containers, HostileText,
    Keywords, Scalars, Sets, Settlement, TextPatternsAndLengths, Trees,
};

/// What stands around the body of every event of a shop.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<D = Data> {
    /// Which map the shop is on, if it is on any.
    pub map: Option<Slug>,
    /// A text only of an event of an unknown type; else the payload tells it.
    schema: SchemaRefSlot<Schema>,
    /// Number of the event, counted from 1.
    pub event: Integer<u64, 1, MAX_SAFE_INTEGER>,
    /// Whether the event is real.
    pub type_: Option<EventType>,
    /// When the event was dispatched; `null` before that.
    pub dispatch: Option<Timestamp>,
    /// Whether it happened in the field.
    pub field: bool,
    /// What it requires; `null` if that is not known.
    pub require: Option<Option<Slug>>,
    /// How much was read.
    pub read_field: Option<Number>,
    /// Other facts.
    pub other: Option<ObjectMap<String, String>>,
    /// Where the event itself is.
    pub self_: Option<Uri>,
    /// Tags.
    pub optional: Option<Vec<Slug>>,
    /// What happened. Depends on `kind`.
    pub body: D,
    /// An amount that the event is about.
    pub data: Option<Money>,
    /// Anything else.
    pub fields: Option<Raw>,
}

/// The fields of an [`Event`] that its writer sets; the others follow from the payload.
#[derive(Clone, Debug, PartialEq)]
pub struct EventFields<D> {
    /// Number of the event, counted from 1.
    pub event: Integer<u64, 1, MAX_SAFE_INTEGER>,
    /// When the event was dispatched; `null` before that.
    pub dispatch: Option<Timestamp>,
    /// Whether it happened in the field.
    pub field: bool,
    /// What happened. Depends on `kind`.
    pub body: D,
}

impl<D: KnownPayload> Event<D> {
    /// Creates an event to be sent. The fields that depend on the payload are filled in: the
    /// event's type, and the schema that describes it.
    #[must_use]
    pub fn new(fields: EventFields<D>) -> Self {
        Self {
            map: None,
            schema: SchemaRefSlot::Implied,
            event: fields.event,
            type_: None,
            dispatch: fields.dispatch,
            field: fields.field,
            require: None,
            read_field: None,
            other: None,
            self_: None,
            optional: None,
            body: fields.body,
            data: None,
            fields: None,
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

impl<'de, D: ReadPayload<'de, EventType = Kind>> ReadEvent<'de> for Event<D> {
    #[inline]
    fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'de, D: ReadPayload<'de, EventType = Kind>> TryFrom<&'de [u8]> for Event<D> {
    type Error = Error;

    fn try_from(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<D: Payload<EventType = Kind>> Event<D> {
    /// The kind of event. It tells what `body` holds.
    #[must_use]
    pub fn event_type(&self) -> Kind {
        self.body.event_type()
    }

    /// Where the schema of the event is.
    #[must_use]
    pub fn schema_ref(&self) -> Option<&str> {
        self.schema.path(self.body.event_type().schema_ref())
    }

    /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
    #[must_use]
    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> Event<T> {
        Event {
            map: self.map,
            schema: self.schema,
            event: self.event,
            type_: self.type_,
            dispatch: self.dispatch,
            field: self.field,
            require: self.require,
            read_field: self.read_field,
            other: self.other,
            self_: self.self_,
            optional: self.optional,
            body: change(self.body),
            data: self.data,
            fields: self.fields,
        }
    }
}

impl<D: for<'de> ReadPayload<'de, EventType = Kind>> FromStr for Event<D> {
    type Err = Error;

    fn from_str(body: &str) -> Result<Self, Error> {
        schema_runtime::read_event(body.as_bytes(), NAMES)
    }
}

impl<D: Payload<EventType = Kind>> Serialize for Event<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event_type = self.body.event_type();
        let schema_ref = self.schema.path(event_type.schema_ref());
        let optional = [
            self.map.is_none(),
            self.type_.is_none(),
            self.require.is_none(),
            self.read_field.is_none(),
            self.other.is_none(),
            self.self_.is_none(),
            self.optional.is_none(),
            self.data.is_none(),
            self.fields.is_none(),
        ];
        let absent = optional.iter().filter(|absent| **absent).count();
        let others = self.body.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(15 - absent + more))?;
        if let Some(value) = &self.map {
            event.serialize_entry("map", value)?;
        }
        event.serialize_entry("kind", &event_type)?;
        match schema_ref {
            Some(value) => event.serialize_entry("schema", value)?,
            None => {
                return Err(schema_runtime::serde::ser::Error::custom(
                    "an event of an unknown type needs its own `schema`",
                ));
            }
        }
        event.serialize_entry("event", &self.event)?;
        if let Some(value) = &self.type_ {
            event.serialize_entry("type", value)?;
        }
        event.serialize_entry("dispatch", &self.dispatch)?;
        event.serialize_entry("field", &self.field)?;
        if let Some(value) = &self.require {
            event.serialize_entry("require", value)?;
        }
        if let Some(value) = &self.read_field {
            event.serialize_entry("read_field", value)?;
        }
        if let Some(value) = &self.other {
            event.serialize_entry("other", value)?;
        }
        if let Some(value) = &self.self_ {
            event.serialize_entry("self", value)?;
        }
        if let Some(value) = &self.optional {
            event.serialize_entry("optional", value)?;
        }
        event.serialize_entry("body", &self.body)?;
        if let Some(value) = &self.data {
            event.serialize_entry("data", value)?;
        }
        if let Some(value) = &self.fields {
            event.serialize_entry("fields", value)?;
        }
        if let Some(others) = others {
            others.write(&mut event)?;
        }
        event.end()
    }
}

const NAMES: EventNames = EventNames {
    id: None,
    event_type: "kind",
};
enum Field {
    Map,
    Kind,
    Schema,
    Event,
    Type,
    Dispatch,
    Field,
    Require,
    ReadField,
    Other,
    Self_,
    Optional,
    Body,
    Data,
    Fields,
}
impl Field {
    fn find(name: &str) -> Option<Self> {
        match name {
            "map" => Some(Self::Map),
            "kind" => Some(Self::Kind),
            "schema" => Some(Self::Schema),
            "event" => Some(Self::Event),
            "type" => Some(Self::Type),
            "dispatch" => Some(Self::Dispatch),
            "field" => Some(Self::Field),
            "require" => Some(Self::Require),
            "read_field" => Some(Self::ReadField),
            "other" => Some(Self::Other),
            "self" => Some(Self::Self_),
            "optional" => Some(Self::Optional),
            "body" => Some(Self::Body),
            "data" => Some(Self::Data),
            "fields" => Some(Self::Fields),
            _ => None,
        }
    }
}

impl<'de, D: ReadPayload<'de, EventType = Kind>> Deserialize<'de> for Event<D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &[
            "kind",
            "schema",
            "map",
            "event",
            "type",
            "dispatch",
            "field",
            "require",
            "read_field",
            "other",
            "self",
            "optional",
            "body",
            "data",
            "fields",
        ];
        let visitor = EventVisitor(PhantomData);
        deserializer.deserialize_struct("Event", FIELDS, visitor)
    }
}

struct EventVisitor<D>(PhantomData<Event<D>>);

impl<'de, D: ReadPayload<'de, EventType = Kind>> Visitor<'de> for EventVisitor<D> {
    type Value = Event<D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map_: A) -> Result<Self::Value, A::Error> {
        let mut dispatch_ = Dispatch::<D, Schema>::default();
        let mut map = None;
        let mut event = None;
        let mut type_ = None;
        let mut dispatch = None;
        let mut field = None;
        let mut require_ = None;
        let mut read_field_ = None;
        let mut other = None;
        let mut self_ = None;
        let mut optional = None;
        let mut data = None;
        let mut fields = None;
        while let Some(member) = next_member(&mut map_, Field::find)? {
            match member {
                Member::Known(Field::Map) => read_field(&mut map, "map", &mut map_)?,
                Member::Known(Field::Kind) => dispatch_.read_event_type("kind", &mut map_)?,
                Member::Known(Field::Schema) => dispatch_.read_schema_ref("schema", &mut map_)?,
                Member::Known(Field::Event) => read_field(&mut event, "event", &mut map_)?,
                Member::Known(Field::Type) => read_field(&mut type_, "type", &mut map_)?,
                Member::Known(Field::Dispatch) => read_field(&mut dispatch, "dispatch", &mut map_)?,
                Member::Known(Field::Field) => read_field(&mut field, "field", &mut map_)?,
                Member::Known(Field::Require) => read_field(&mut require_, "require", &mut map_)?,
                Member::Known(Field::ReadField) => {
                    read_field(&mut read_field_, "read_field", &mut map_)?
                }
                Member::Known(Field::Other) => read_field(&mut other, "other", &mut map_)?,
                Member::Known(Field::Self_) => read_field(&mut self_, "self", &mut map_)?,
                Member::Known(Field::Optional) => read_field(&mut optional, "optional", &mut map_)?,
                Member::Known(Field::Body) => dispatch_.read_payload("body", &mut map_)?,
                Member::Known(Field::Data) => read_field(&mut data, "data", &mut map_)?,
                Member::Known(Field::Fields) => read_field(&mut fields, "fields", &mut map_)?,
                Member::Other(name) => dispatch_.read_other(name, &mut map_)?,
            }
        }
        let (body, schema_ref_field) = dispatch_.finish("kind", "body")?;
        Ok(Event {
            map,
            schema: schema_ref_field.require("schema")?,
            event: require(event, "event")?,
            type_,
            dispatch: require(dispatch, "dispatch")?,
            field: require(field, "field")?,
            require: require_,
            read_field: read_field_,
            other,
            self_,
            optional,
            body,
            data,
            fields,
        })
    }
}

impl EventSet for Kind {
    #[inline]
    fn schema_ref(&self) -> Option<&'static str> {
        match self {
            Self::Scalars => Some(Scalars::SCHEMA_REF),
            Self::TextPatternsAndLengths => Some(TextPatternsAndLengths::SCHEMA_REF),
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops => {
                Some(AKindOfEventThatGoesOnForSixtyCharactersAndStops::SCHEMA_REF)
            }
            Self::AllOptional => Some(AllOptional::SCHEMA_REF),
            Self::Containers => Some(Containers::SCHEMA_REF),
            Self::HostileText => Some(HostileText::SCHEMA_REF),
            Self::Keywords => Some(Keywords::SCHEMA_REF),
            Self::PaymentOfOrderSettled => Some(Settlement::SCHEMA_REF),
            Self::Sets => Some(Sets::SCHEMA_REF),
            Self::Trees => Some(Trees::SCHEMA_REF),
            Self::Unknown(_) => None,
        }
    }
}

/// What happened. Depends on `kind`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Data {
    /// Every kind of single value.
    Scalars(Scalars),
    /// Every shape of text.
    TextPatternsAndLengths(TextPatternsAndLengths),
    /// Names of sixty characters.
    AKindOfEventThatGoesOnForSixtyCharactersAndStops(
        AKindOfEventThatGoesOnForSixtyCharactersAndStops,
    ),
    /// A body with optional fields alone.
    AllOptional(AllOptional),
    /// Lists and maps.
    Containers(Containers),
    /// Ends a comment \*/ and begins /\* another, // and /// more. \[x\](y) and \[`Event`\] and
    /// \[Missing\] and \[a\]\[b\] and !\[i\](j)
    ///
    /// \[b\]: c \<script\>alert(1)\</script\> \&amp; \<b\>bold\</b\> \<T\> Vec\<String\> Odd \`
    /// ticks, and \`\`\` three \`\`. Ends with a backslash \\
    HostileText(HostileText),
    /// Names that mean something in Rust.
    Keywords(Keywords),
    /// An order is paid for.
    PaymentOfOrderSettled(Settlement),
    /// Closed and open sets.
    Sets(Sets),
    /// Values that hold values of their own type.
    Trees(Trees),
    /// An event of a type that this version does not know.
    Unknown(UnknownEvent),
}

impl Data {
    /// Returns whether this is `scalars`.
    #[must_use]
    pub fn is_scalars(&self) -> bool {
        matches!(self, Self::Scalars(_))
    }

    /// Returns the payload if this is `scalars`.
    #[must_use]
    pub fn as_scalars(&self) -> Option<&Scalars> {
        match self {
            Self::Scalars(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `scalars`, and to nothing otherwise.
    #[must_use]
    pub fn into_scalars(self) -> Option<Scalars> {
        match self {
            Self::Scalars(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `text.patterns.and_lengths`.
    #[must_use]
    pub fn is_text_patterns_and_lengths(&self) -> bool {
        matches!(self, Self::TextPatternsAndLengths(_))
    }

    /// Returns the payload if this is `text.patterns.and_lengths`.
    #[must_use]
    pub fn as_text_patterns_and_lengths(&self) -> Option<&TextPatternsAndLengths> {
        match self {
            Self::TextPatternsAndLengths(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `text.patterns.and_lengths`, and to nothing otherwise.
    #[must_use]
    pub fn into_text_patterns_and_lengths(self) -> Option<TextPatternsAndLengths> {
        match self {
            Self::TextPatternsAndLengths(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`.
    #[must_use]
    pub fn is_a_kind_of_event_that_goes_on_for_sixty_characters_and_stops(&self) -> bool {
        matches!(
            self,
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(_)
        )
    }

    /// Returns the payload if this is `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`.
    #[must_use]
    pub fn as_a_kind_of_event_that_goes_on_for_sixty_characters_and_stops(
        &self,
    ) -> Option<&AKindOfEventThatGoesOnForSixtyCharactersAndStops> {
        match self {
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`, and to nothing otherwise.
    #[must_use]
    pub fn into_a_kind_of_event_that_goes_on_for_sixty_characters_and_stops(
        self,
    ) -> Option<AKindOfEventThatGoesOnForSixtyCharactersAndStops> {
        match self {
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `all_optional`.
    #[must_use]
    pub fn is_all_optional(&self) -> bool {
        matches!(self, Self::AllOptional(_))
    }

    /// Returns the payload if this is `all_optional`.
    #[must_use]
    pub fn as_all_optional(&self) -> Option<&AllOptional> {
        match self {
            Self::AllOptional(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `all_optional`, and to nothing otherwise.
    #[must_use]
    pub fn into_all_optional(self) -> Option<AllOptional> {
        match self {
            Self::AllOptional(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `containers`.
    #[must_use]
    pub fn is_containers(&self) -> bool {
        matches!(self, Self::Containers(_))
    }

    /// Returns the payload if this is `containers`.
    #[must_use]
    pub fn as_containers(&self) -> Option<&Containers> {
        match self {
            Self::Containers(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `containers`, and to nothing otherwise.
    #[must_use]
    pub fn into_containers(self) -> Option<Containers> {
        match self {
            Self::Containers(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `hostile.text`.
    #[must_use]
    pub fn is_hostile_text(&self) -> bool {
        matches!(self, Self::HostileText(_))
    }

    /// Returns the payload if this is `hostile.text`.
    #[must_use]
    pub fn as_hostile_text(&self) -> Option<&HostileText> {
        match self {
            Self::HostileText(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `hostile.text`, and to nothing otherwise.
    #[must_use]
    pub fn into_hostile_text(self) -> Option<HostileText> {
        match self {
            Self::HostileText(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `keywords`.
    #[must_use]
    pub fn is_keywords(&self) -> bool {
        matches!(self, Self::Keywords(_))
    }

    /// Returns the payload if this is `keywords`.
    #[must_use]
    pub fn as_keywords(&self) -> Option<&Keywords> {
        match self {
            Self::Keywords(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `keywords`, and to nothing otherwise.
    #[must_use]
    pub fn into_keywords(self) -> Option<Keywords> {
        match self {
            Self::Keywords(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `payment.of.order.settled`.
    #[must_use]
    pub fn is_payment_of_order_settled(&self) -> bool {
        matches!(self, Self::PaymentOfOrderSettled(_))
    }

    /// Returns the payload if this is `payment.of.order.settled`.
    #[must_use]
    pub fn as_payment_of_order_settled(&self) -> Option<&Settlement> {
        match self {
            Self::PaymentOfOrderSettled(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `payment.of.order.settled`, and to nothing otherwise.
    #[must_use]
    pub fn into_payment_of_order_settled(self) -> Option<Settlement> {
        match self {
            Self::PaymentOfOrderSettled(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `sets`.
    #[must_use]
    pub fn is_sets(&self) -> bool {
        matches!(self, Self::Sets(_))
    }

    /// Returns the payload if this is `sets`.
    #[must_use]
    pub fn as_sets(&self) -> Option<&Sets> {
        match self {
            Self::Sets(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `sets`, and to nothing otherwise.
    #[must_use]
    pub fn into_sets(self) -> Option<Sets> {
        match self {
            Self::Sets(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `trees`.
    #[must_use]
    pub fn is_trees(&self) -> bool {
        matches!(self, Self::Trees(_))
    }

    /// Returns the payload if this is `trees`.
    #[must_use]
    pub fn as_trees(&self) -> Option<&Trees> {
        match self {
            Self::Trees(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `trees`, and to nothing otherwise.
    #[must_use]
    pub fn into_trees(self) -> Option<Trees> {
        match self {
            Self::Trees(held) => Some(held),
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
    pub event_type: Unknown<Kind>,
    /// The payload, unchanged.
    pub data: RawObject,
    /// Those of another envelope could have the names of this one's fields.
    others: OtherMembers<'static>,
}

impl UnknownEvent {
    /// Makes the payload of an event of a type that this version does not know.
    #[must_use]
    pub fn new(event_type: Unknown<Kind>, data: RawObject) -> Self {
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
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = None;

    #[inline]
    fn event_type(&self) -> Kind {
        match self {
            Self::Scalars(_) => Kind::Scalars,
            Self::TextPatternsAndLengths(_) => Kind::TextPatternsAndLengths,
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(_) => {
                Kind::AKindOfEventThatGoesOnForSixtyCharactersAndStops
            }
            Self::AllOptional(_) => Kind::AllOptional,
            Self::Containers(_) => Kind::Containers,
            Self::HostileText(_) => Kind::HostileText,
            Self::Keywords(_) => Kind::Keywords,
            Self::PaymentOfOrderSettled(_) => Kind::PaymentOfOrderSettled,
            Self::Sets(_) => Kind::Sets,
            Self::Trees(_) => Kind::Trees,
            Self::Unknown(event) => Kind::Unknown(event.event_type.clone()),
        }
    }

    #[inline]
    fn others(&self) -> Option<&OtherMembers<'_>> {
        self.as_unknown().map(|event| &event.others)
    }
}

impl<'de> ReadPayload<'de> for Data {
    fn deserialize_as<D>(event_type: &Kind, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match event_type {
            Kind::Scalars => Deserialize::deserialize(deserializer).map(Self::Scalars),
            Kind::TextPatternsAndLengths => {
                Deserialize::deserialize(deserializer).map(Self::TextPatternsAndLengths)
            }
            Kind::AKindOfEventThatGoesOnForSixtyCharactersAndStops => {
                Deserialize::deserialize(deserializer)
                    .map(Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops)
            }
            Kind::AllOptional => Deserialize::deserialize(deserializer).map(Self::AllOptional),
            Kind::Containers => Deserialize::deserialize(deserializer).map(Self::Containers),
            Kind::HostileText => Deserialize::deserialize(deserializer).map(Self::HostileText),
            Kind::Keywords => Deserialize::deserialize(deserializer).map(Self::Keywords),
            Kind::PaymentOfOrderSettled => {
                Deserialize::deserialize(deserializer).map(Self::PaymentOfOrderSettled)
            }
            Kind::Sets => Deserialize::deserialize(deserializer).map(Self::Sets),
            Kind::Trees => Deserialize::deserialize(deserializer).map(Self::Trees),
            Kind::Unknown(event_type) => {
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
            Self::Scalars(data) => data.serialize(serializer),
            Self::TextPatternsAndLengths(data) => data.serialize(serializer),
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(data) => {
                data.serialize(serializer)
            }
            Self::AllOptional(data) => data.serialize(serializer),
            Self::Containers(data) => data.serialize(serializer),
            Self::HostileText(data) => data.serialize(serializer),
            Self::Keywords(data) => data.serialize(serializer),
            Self::PaymentOfOrderSettled(data) => data.serialize(serializer),
            Self::Sets(data) => data.serialize(serializer),
            Self::Trees(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl From<Scalars> for Data {
    fn from(data: Scalars) -> Self {
        Self::Scalars(data)
    }
}

impl From<TextPatternsAndLengths> for Data {
    fn from(data: TextPatternsAndLengths) -> Self {
        Self::TextPatternsAndLengths(data)
    }
}

impl From<AKindOfEventThatGoesOnForSixtyCharactersAndStops> for Data {
    fn from(data: AKindOfEventThatGoesOnForSixtyCharactersAndStops) -> Self {
        Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(data)
    }
}

impl From<AllOptional> for Data {
    fn from(data: AllOptional) -> Self {
        Self::AllOptional(data)
    }
}

impl From<Containers> for Data {
    fn from(data: Containers) -> Self {
        Self::Containers(data)
    }
}

impl From<HostileText> for Data {
    fn from(data: HostileText) -> Self {
        Self::HostileText(data)
    }
}

impl From<Keywords> for Data {
    fn from(data: Keywords) -> Self {
        Self::Keywords(data)
    }
}

impl From<Settlement> for Data {
    fn from(data: Settlement) -> Self {
        Self::PaymentOfOrderSettled(data)
    }
}

impl From<Sets> for Data {
    fn from(data: Sets) -> Self {
        Self::Sets(data)
    }
}

impl From<Trees> for Data {
    fn from(data: Trees) -> Self {
        Self::Trees(data)
    }
}

/// A program that handles events, with a method for each type of event that it knows. What it has no
/// method for goes to [`other`](Self::other), which cannot be left out: events of later types, too.
pub trait Handler {
    /// What the methods return.
    type Output;

    /// Handles an event that no other method handles, or that this version does not know.
    fn other(&mut self, event: Event) -> Self::Output;

    /// Handles `scalars`. Without a method of its own, [`other`](Self::other) does.
    fn scalars(&mut self, event: Event<Scalars>) -> Self::Output {
        self.other(event.map_payload(Data::Scalars))
    }

    /// Handles `text.patterns.and_lengths`. Without a method of its own, [`other`](Self::other) does.
    fn text_patterns_and_lengths(&mut self, event: Event<TextPatternsAndLengths>) -> Self::Output {
        self.other(event.map_payload(Data::TextPatternsAndLengths))
    }

    /// Handles `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`. Without a method of its own, [`other`](Self::other) does.
    fn a_kind_of_event_that_goes_on_for_sixty_characters_and_stops(
        &mut self,
        event: Event<AKindOfEventThatGoesOnForSixtyCharactersAndStops>,
    ) -> Self::Output {
        self.other(event.map_payload(Data::AKindOfEventThatGoesOnForSixtyCharactersAndStops))
    }

    /// Handles `all_optional`. Without a method of its own, [`other`](Self::other) does.
    fn all_optional(&mut self, event: Event<AllOptional>) -> Self::Output {
        self.other(event.map_payload(Data::AllOptional))
    }

    /// Handles `containers`. Without a method of its own, [`other`](Self::other) does.
    fn containers(&mut self, event: Event<Containers>) -> Self::Output {
        self.other(event.map_payload(Data::Containers))
    }

    /// Handles `hostile.text`. Without a method of its own, [`other`](Self::other) does.
    fn hostile_text(&mut self, event: Event<HostileText>) -> Self::Output {
        self.other(event.map_payload(Data::HostileText))
    }

    /// Handles `keywords`. Without a method of its own, [`other`](Self::other) does.
    fn keywords(&mut self, event: Event<Keywords>) -> Self::Output {
        self.other(event.map_payload(Data::Keywords))
    }

    /// Handles `payment.of.order.settled`. Without a method of its own, [`other`](Self::other) does.
    fn payment_of_order_settled(&mut self, event: Event<Settlement>) -> Self::Output {
        self.other(event.map_payload(Data::PaymentOfOrderSettled))
    }

    /// Handles `sets`. Without a method of its own, [`other`](Self::other) does.
    fn sets(&mut self, event: Event<Sets>) -> Self::Output {
        self.other(event.map_payload(Data::Sets))
    }

    /// Handles `trees`. Without a method of its own, [`other`](Self::other) does.
    fn trees(&mut self, event: Event<Trees>) -> Self::Output {
        self.other(event.map_payload(Data::Trees))
    }
}

impl Event {
    /// Calls the method of a handler for the type of this event.
    pub fn handle<H: Handler + ?Sized>(self, handler: &mut H) -> H::Output {
        match self.body {
            Data::Scalars(body) => handler.scalars(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            Data::TextPatternsAndLengths(body) => handler.text_patterns_and_lengths(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            Data::AKindOfEventThatGoesOnForSixtyCharactersAndStops(body) => handler
                .a_kind_of_event_that_goes_on_for_sixty_characters_and_stops(Event {
                    map: self.map,
                    schema: self.schema,
                    event: self.event,
                    type_: self.type_,
                    dispatch: self.dispatch,
                    field: self.field,
                    require: self.require,
                    read_field: self.read_field,
                    other: self.other,
                    self_: self.self_,
                    optional: self.optional,
                    body,
                    data: self.data,
                    fields: self.fields,
                }),
            Data::AllOptional(body) => handler.all_optional(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            Data::Containers(body) => handler.containers(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            Data::HostileText(body) => handler.hostile_text(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            Data::Keywords(body) => handler.keywords(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            Data::PaymentOfOrderSettled(body) => handler.payment_of_order_settled(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            Data::Sets(body) => handler.sets(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            Data::Trees(body) => handler.trees(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
            body @ Data::Unknown(_) => handler.other(Event {
                map: self.map,
                schema: self.schema,
                event: self.event,
                type_: self.type_,
                dispatch: self.dispatch,
                field: self.field,
                require: self.require,
                read_field: self.read_field,
                other: self.other,
                self_: self.self_,
                optional: self.optional,
                body,
                data: self.data,
                fields: self.fields,
            }),
        }
    }
}

/// Borrowed variant of [`Event`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventRef<'a, D = DataRef<'a>> {
    /// See [`Event::map`].
    pub map: Option<Borrowed<'a, Slug>>,
    /// A text only of an event of an unknown type; else the payload tells it.
    schema: SchemaRefSlot<Borrowed<'a, Schema>>,
    /// See [`Event::event`].
    pub event: Integer<u64, 1, MAX_SAFE_INTEGER>,
    /// See [`Event::type_`].
    pub type_: Option<EventType>,
    /// See [`Event::dispatch`].
    pub dispatch: Option<Borrowed<'a, Timestamp>>,
    /// See [`Event::field`].
    pub field: bool,
    /// See [`Event::require`].
    pub require: Option<Option<Borrowed<'a, Slug>>>,
    /// See [`Event::read_field`].
    pub read_field: Option<Number>,
    /// See [`Event::other`].
    pub other: Option<ObjectMap<Borrowed<'a, String>, Borrowed<'a, String>>>,
    /// See [`Event::self_`].
    pub self_: Option<Borrowed<'a, Uri>>,
    /// See [`Event::optional`].
    pub optional: Option<Vec<Borrowed<'a, Slug>>>,
    /// See [`Event::body`].
    pub body: D,
    /// See [`Event::data`].
    pub data: Option<Money>,
    /// See [`Event::fields`].
    pub fields: Option<RawRef<'a>>,
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

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = Kind>> ReadEvent<'de> for EventRef<'a, D> {
    #[inline]
    fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = Kind>> TryFrom<&'de [u8]> for EventRef<'a, D> {
    type Error = Error;

    fn try_from(body: &'de [u8]) -> Result<Self, Error> {
        schema_runtime::read_event(body, NAMES)
    }
}

impl<'a, D: Payload<EventType = Kind>> EventRef<'a, D> {
    /// The kind of event. It tells what `body` holds.
    #[must_use]
    pub fn event_type(&self) -> Kind {
        self.body.event_type()
    }

    /// Where the schema of the event is.
    #[must_use]
    pub fn schema_ref(&self) -> Option<&str> {
        self.schema.path(self.body.event_type().schema_ref())
    }

    /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
    #[must_use]
    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> EventRef<'a, T> {
        EventRef {
            map: self.map,
            schema: self.schema,
            event: self.event,
            type_: self.type_,
            dispatch: self.dispatch,
            field: self.field,
            require: self.require,
            read_field: self.read_field,
            other: self.other,
            self_: self.self_,
            optional: self.optional,
            body: change(self.body),
            data: self.data,
            fields: self.fields,
        }
    }
}

impl<'a, D: Payload<EventType = Kind>> Serialize for EventRef<'a, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event_type = self.body.event_type();
        let schema_ref = self.schema.path(event_type.schema_ref());
        let optional = [
            self.map.is_none(),
            self.type_.is_none(),
            self.require.is_none(),
            self.read_field.is_none(),
            self.other.is_none(),
            self.self_.is_none(),
            self.optional.is_none(),
            self.data.is_none(),
            self.fields.is_none(),
        ];
        let absent = optional.iter().filter(|absent| **absent).count();
        let others = self.body.others();
        let more = others.map_or(0, OtherMembers::len);
        let mut event = serializer.serialize_map(Some(15 - absent + more))?;
        if let Some(value) = &self.map {
            event.serialize_entry("map", value)?;
        }
        event.serialize_entry("kind", &event_type)?;
        match schema_ref {
            Some(value) => event.serialize_entry("schema", value)?,
            None => {
                return Err(schema_runtime::serde::ser::Error::custom(
                    "an event of an unknown type needs its own `schema`",
                ));
            }
        }
        event.serialize_entry("event", &self.event)?;
        if let Some(value) = &self.type_ {
            event.serialize_entry("type", value)?;
        }
        event.serialize_entry("dispatch", &self.dispatch)?;
        event.serialize_entry("field", &self.field)?;
        if let Some(value) = &self.require {
            event.serialize_entry("require", value)?;
        }
        if let Some(value) = &self.read_field {
            event.serialize_entry("read_field", value)?;
        }
        if let Some(value) = &self.other {
            event.serialize_entry("other", value)?;
        }
        if let Some(value) = &self.self_ {
            event.serialize_entry("self", value)?;
        }
        if let Some(value) = &self.optional {
            event.serialize_entry("optional", value)?;
        }
        event.serialize_entry("body", &self.body)?;
        if let Some(value) = &self.data {
            event.serialize_entry("data", value)?;
        }
        if let Some(value) = &self.fields {
            event.serialize_entry("fields", value)?;
        }
        if let Some(others) = others {
            others.write(&mut event)?;
        }
        event.end()
    }
}

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = Kind>> Deserialize<'de> for EventRef<'a, D> {
    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        const FIELDS: &[&str] = &[
            "kind",
            "schema",
            "map",
            "event",
            "type",
            "dispatch",
            "field",
            "require",
            "read_field",
            "other",
            "self",
            "optional",
            "body",
            "data",
            "fields",
        ];
        let visitor = EventRefVisitor(PhantomData);
        deserializer.deserialize_struct("Event", FIELDS, visitor)
    }
}

struct EventRefVisitor<'a, D>(PhantomData<EventRef<'a, D>>);

impl<'de: 'a, 'a, D: ReadPayload<'de, EventType = Kind>> Visitor<'de> for EventRefVisitor<'a, D> {
    type Value = EventRef<'a, D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map_: A) -> Result<Self::Value, A::Error> {
        let mut dispatch_ = Dispatch::<D, Borrowed<'a, Schema>>::default();
        let mut map = None;
        let mut event = None;
        let mut type_ = None;
        let mut dispatch = None;
        let mut field = None;
        let mut require_ = None;
        let mut read_field_ = None;
        let mut other = None;
        let mut self_ = None;
        let mut optional = None;
        let mut data = None;
        let mut fields = None;
        while let Some(member) = next_member(&mut map_, Field::find)? {
            match member {
                Member::Known(Field::Map) => read_field(&mut map, "map", &mut map_)?,
                Member::Known(Field::Kind) => dispatch_.read_event_type("kind", &mut map_)?,
                Member::Known(Field::Schema) => dispatch_.read_schema_ref("schema", &mut map_)?,
                Member::Known(Field::Event) => read_field(&mut event, "event", &mut map_)?,
                Member::Known(Field::Type) => read_field(&mut type_, "type", &mut map_)?,
                Member::Known(Field::Dispatch) => read_field(&mut dispatch, "dispatch", &mut map_)?,
                Member::Known(Field::Field) => read_field(&mut field, "field", &mut map_)?,
                Member::Known(Field::Require) => read_field(&mut require_, "require", &mut map_)?,
                Member::Known(Field::ReadField) => {
                    read_field(&mut read_field_, "read_field", &mut map_)?
                }
                Member::Known(Field::Other) => read_field(&mut other, "other", &mut map_)?,
                Member::Known(Field::Self_) => read_field(&mut self_, "self", &mut map_)?,
                Member::Known(Field::Optional) => read_field(&mut optional, "optional", &mut map_)?,
                Member::Known(Field::Body) => dispatch_.read_payload("body", &mut map_)?,
                Member::Known(Field::Data) => read_field(&mut data, "data", &mut map_)?,
                Member::Known(Field::Fields) => read_field(&mut fields, "fields", &mut map_)?,
                Member::Other(name) => dispatch_.read_other(name, &mut map_)?,
            }
        }
        let (body, schema_ref_field) = dispatch_.finish("kind", "body")?;
        Ok(EventRef {
            map,
            schema: schema_ref_field.require("schema")?,
            event: require(event, "event")?,
            type_,
            dispatch: require(dispatch, "dispatch")?,
            field: require(field, "field")?,
            require: require_,
            read_field: read_field_,
            other,
            self_,
            optional,
            body,
            data,
            fields,
        })
    }
}

/// Borrowed variant of [`Data`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DataRef<'a> {
    /// Every kind of single value.
    Scalars(ScalarsRef<'a>),
    /// Every shape of text.
    TextPatternsAndLengths(TextPatternsAndLengthsRef<'a>),
    /// Names of sixty characters.
    AKindOfEventThatGoesOnForSixtyCharactersAndStops(
        AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a>,
    ),
    /// A body with optional fields alone.
    AllOptional(AllOptionalRef<'a>),
    /// Lists and maps.
    Containers(ContainersRef<'a>),
    /// Ends a comment \*/ and begins /\* another, // and /// more. \[x\](y) and \[`Event`\] and
    /// \[Missing\] and \[a\]\[b\] and !\[i\](j)
    ///
    /// \[b\]: c \<script\>alert(1)\</script\> \&amp; \<b\>bold\</b\> \<T\> Vec\<String\> Odd \`
    /// ticks, and \`\`\` three \`\`. Ends with a backslash \\
    HostileText(HostileTextRef<'a>),
    /// Names that mean something in Rust.
    Keywords(KeywordsRef<'a>),
    /// An order is paid for.
    PaymentOfOrderSettled(SettlementRef<'a>),
    /// Closed and open sets.
    Sets(SetsRef<'a>),
    /// Values that hold values of their own type.
    Trees(TreesRef<'a>),
    /// An event of a type that this version does not know.
    Unknown(UnknownEventRef<'a>),
}

impl<'a> DataRef<'a> {
    /// Returns whether this is `scalars`.
    #[must_use]
    pub fn is_scalars(&self) -> bool {
        matches!(self, Self::Scalars(_))
    }

    /// Returns the payload if this is `scalars`.
    #[must_use]
    pub fn as_scalars(&self) -> Option<&ScalarsRef<'a>> {
        match self {
            Self::Scalars(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `scalars`, and to nothing otherwise.
    #[must_use]
    pub fn into_scalars(self) -> Option<ScalarsRef<'a>> {
        match self {
            Self::Scalars(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `text.patterns.and_lengths`.
    #[must_use]
    pub fn is_text_patterns_and_lengths(&self) -> bool {
        matches!(self, Self::TextPatternsAndLengths(_))
    }

    /// Returns the payload if this is `text.patterns.and_lengths`.
    #[must_use]
    pub fn as_text_patterns_and_lengths(&self) -> Option<&TextPatternsAndLengthsRef<'a>> {
        match self {
            Self::TextPatternsAndLengths(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `text.patterns.and_lengths`, and to nothing otherwise.
    #[must_use]
    pub fn into_text_patterns_and_lengths(self) -> Option<TextPatternsAndLengthsRef<'a>> {
        match self {
            Self::TextPatternsAndLengths(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`.
    #[must_use]
    pub fn is_a_kind_of_event_that_goes_on_for_sixty_characters_and_stops(&self) -> bool {
        matches!(
            self,
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(_)
        )
    }

    /// Returns the payload if this is `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`.
    #[must_use]
    pub fn as_a_kind_of_event_that_goes_on_for_sixty_characters_and_stops(
        &self,
    ) -> Option<&AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a>> {
        match self {
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`, and to nothing otherwise.
    #[must_use]
    pub fn into_a_kind_of_event_that_goes_on_for_sixty_characters_and_stops(
        self,
    ) -> Option<AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a>> {
        match self {
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `all_optional`.
    #[must_use]
    pub fn is_all_optional(&self) -> bool {
        matches!(self, Self::AllOptional(_))
    }

    /// Returns the payload if this is `all_optional`.
    #[must_use]
    pub fn as_all_optional(&self) -> Option<&AllOptionalRef<'a>> {
        match self {
            Self::AllOptional(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `all_optional`, and to nothing otherwise.
    #[must_use]
    pub fn into_all_optional(self) -> Option<AllOptionalRef<'a>> {
        match self {
            Self::AllOptional(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `containers`.
    #[must_use]
    pub fn is_containers(&self) -> bool {
        matches!(self, Self::Containers(_))
    }

    /// Returns the payload if this is `containers`.
    #[must_use]
    pub fn as_containers(&self) -> Option<&ContainersRef<'a>> {
        match self {
            Self::Containers(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `containers`, and to nothing otherwise.
    #[must_use]
    pub fn into_containers(self) -> Option<ContainersRef<'a>> {
        match self {
            Self::Containers(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `hostile.text`.
    #[must_use]
    pub fn is_hostile_text(&self) -> bool {
        matches!(self, Self::HostileText(_))
    }

    /// Returns the payload if this is `hostile.text`.
    #[must_use]
    pub fn as_hostile_text(&self) -> Option<&HostileTextRef<'a>> {
        match self {
            Self::HostileText(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `hostile.text`, and to nothing otherwise.
    #[must_use]
    pub fn into_hostile_text(self) -> Option<HostileTextRef<'a>> {
        match self {
            Self::HostileText(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `keywords`.
    #[must_use]
    pub fn is_keywords(&self) -> bool {
        matches!(self, Self::Keywords(_))
    }

    /// Returns the payload if this is `keywords`.
    #[must_use]
    pub fn as_keywords(&self) -> Option<&KeywordsRef<'a>> {
        match self {
            Self::Keywords(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `keywords`, and to nothing otherwise.
    #[must_use]
    pub fn into_keywords(self) -> Option<KeywordsRef<'a>> {
        match self {
            Self::Keywords(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `payment.of.order.settled`.
    #[must_use]
    pub fn is_payment_of_order_settled(&self) -> bool {
        matches!(self, Self::PaymentOfOrderSettled(_))
    }

    /// Returns the payload if this is `payment.of.order.settled`.
    #[must_use]
    pub fn as_payment_of_order_settled(&self) -> Option<&SettlementRef<'a>> {
        match self {
            Self::PaymentOfOrderSettled(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `payment.of.order.settled`, and to nothing otherwise.
    #[must_use]
    pub fn into_payment_of_order_settled(self) -> Option<SettlementRef<'a>> {
        match self {
            Self::PaymentOfOrderSettled(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `sets`.
    #[must_use]
    pub fn is_sets(&self) -> bool {
        matches!(self, Self::Sets(_))
    }

    /// Returns the payload if this is `sets`.
    #[must_use]
    pub fn as_sets(&self) -> Option<&SetsRef<'a>> {
        match self {
            Self::Sets(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `sets`, and to nothing otherwise.
    #[must_use]
    pub fn into_sets(self) -> Option<SetsRef<'a>> {
        match self {
            Self::Sets(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `trees`.
    #[must_use]
    pub fn is_trees(&self) -> bool {
        matches!(self, Self::Trees(_))
    }

    /// Returns the payload if this is `trees`.
    #[must_use]
    pub fn as_trees(&self) -> Option<&TreesRef<'a>> {
        match self {
            Self::Trees(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `trees`, and to nothing otherwise.
    #[must_use]
    pub fn into_trees(self) -> Option<TreesRef<'a>> {
        match self {
            Self::Trees(held) => Some(held),
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
    pub event_type: Unknown<Kind>,
    /// The payload, unchanged.
    pub data: RawObjectRef<'a>,
    /// Those of another envelope could have the names of this one's fields.
    others: OtherMembers<'a>,
}

impl<'a> UnknownEventRef<'a> {
    /// Makes the payload of an event of a type that this version does not know.
    #[must_use]
    pub fn new(event_type: Unknown<Kind>, data: RawObjectRef<'a>) -> Self {
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
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = None;

    #[inline]
    fn event_type(&self) -> Kind {
        match self {
            Self::Scalars(_) => Kind::Scalars,
            Self::TextPatternsAndLengths(_) => Kind::TextPatternsAndLengths,
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(_) => {
                Kind::AKindOfEventThatGoesOnForSixtyCharactersAndStops
            }
            Self::AllOptional(_) => Kind::AllOptional,
            Self::Containers(_) => Kind::Containers,
            Self::HostileText(_) => Kind::HostileText,
            Self::Keywords(_) => Kind::Keywords,
            Self::PaymentOfOrderSettled(_) => Kind::PaymentOfOrderSettled,
            Self::Sets(_) => Kind::Sets,
            Self::Trees(_) => Kind::Trees,
            Self::Unknown(event) => Kind::Unknown(event.event_type.clone()),
        }
    }

    #[inline]
    fn others(&self) -> Option<&OtherMembers<'_>> {
        self.as_unknown().map(|event| &event.others)
    }
}

impl<'de: 'a, 'a> ReadPayload<'de> for DataRef<'a> {
    fn deserialize_as<D>(event_type: &Kind, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match event_type {
            Kind::Scalars => Deserialize::deserialize(deserializer).map(Self::Scalars),
            Kind::TextPatternsAndLengths => {
                Deserialize::deserialize(deserializer).map(Self::TextPatternsAndLengths)
            }
            Kind::AKindOfEventThatGoesOnForSixtyCharactersAndStops => {
                Deserialize::deserialize(deserializer)
                    .map(Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops)
            }
            Kind::AllOptional => Deserialize::deserialize(deserializer).map(Self::AllOptional),
            Kind::Containers => Deserialize::deserialize(deserializer).map(Self::Containers),
            Kind::HostileText => Deserialize::deserialize(deserializer).map(Self::HostileText),
            Kind::Keywords => Deserialize::deserialize(deserializer).map(Self::Keywords),
            Kind::PaymentOfOrderSettled => {
                Deserialize::deserialize(deserializer).map(Self::PaymentOfOrderSettled)
            }
            Kind::Sets => Deserialize::deserialize(deserializer).map(Self::Sets),
            Kind::Trees => Deserialize::deserialize(deserializer).map(Self::Trees),
            Kind::Unknown(event_type) => {
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
            Self::Scalars(data) => data.serialize(serializer),
            Self::TextPatternsAndLengths(data) => data.serialize(serializer),
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(data) => {
                data.serialize(serializer)
            }
            Self::AllOptional(data) => data.serialize(serializer),
            Self::Containers(data) => data.serialize(serializer),
            Self::HostileText(data) => data.serialize(serializer),
            Self::Keywords(data) => data.serialize(serializer),
            Self::PaymentOfOrderSettled(data) => data.serialize(serializer),
            Self::Sets(data) => data.serialize(serializer),
            Self::Trees(data) => data.serialize(serializer),
            Self::Unknown(event) => event.data.serialize(serializer),
        }
    }
}

impl<'a> From<ScalarsRef<'a>> for DataRef<'a> {
    fn from(data: ScalarsRef<'a>) -> Self {
        Self::Scalars(data)
    }
}

impl<'a> From<TextPatternsAndLengthsRef<'a>> for DataRef<'a> {
    fn from(data: TextPatternsAndLengthsRef<'a>) -> Self {
        Self::TextPatternsAndLengths(data)
    }
}

impl<'a> From<AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a>> for DataRef<'a> {
    fn from(data: AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a>) -> Self {
        Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(data)
    }
}

impl<'a> From<AllOptionalRef<'a>> for DataRef<'a> {
    fn from(data: AllOptionalRef<'a>) -> Self {
        Self::AllOptional(data)
    }
}

impl<'a> From<ContainersRef<'a>> for DataRef<'a> {
    fn from(data: ContainersRef<'a>) -> Self {
        Self::Containers(data)
    }
}

impl<'a> From<HostileTextRef<'a>> for DataRef<'a> {
    fn from(data: HostileTextRef<'a>) -> Self {
        Self::HostileText(data)
    }
}

impl<'a> From<KeywordsRef<'a>> for DataRef<'a> {
    fn from(data: KeywordsRef<'a>) -> Self {
        Self::Keywords(data)
    }
}

impl<'a> From<SettlementRef<'a>> for DataRef<'a> {
    fn from(data: SettlementRef<'a>) -> Self {
        Self::PaymentOfOrderSettled(data)
    }
}

impl<'a> From<SetsRef<'a>> for DataRef<'a> {
    fn from(data: SetsRef<'a>) -> Self {
        Self::Sets(data)
    }
}

impl<'a> From<TreesRef<'a>> for DataRef<'a> {
    fn from(data: TreesRef<'a>) -> Self {
        Self::Trees(data)
    }
}

impl<'a, D: IntoOwned> EventRef<'a, D> {
    /// Converts to an event that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Event<D::Owned> {
        Event {
            map: IntoOwned::into_owned(self.map),
            schema: IntoOwned::into_owned(self.schema),
            event: self.event,
            type_: self.type_,
            dispatch: IntoOwned::into_owned(self.dispatch),
            field: self.field,
            require: IntoOwned::into_owned(self.require),
            read_field: self.read_field,
            other: IntoOwned::into_owned(self.other),
            self_: IntoOwned::into_owned(self.self_),
            optional: IntoOwned::into_owned(self.optional),
            body: IntoOwned::into_owned(self.body),
            data: self.data,
            fields: IntoOwned::into_owned(self.fields),
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
            Self::Scalars(data) => Data::Scalars(IntoOwned::into_owned(data)),
            Self::TextPatternsAndLengths(data) => {
                Data::TextPatternsAndLengths(IntoOwned::into_owned(data))
            }
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops(data) => {
                Data::AKindOfEventThatGoesOnForSixtyCharactersAndStops(IntoOwned::into_owned(data))
            }
            Self::AllOptional(data) => Data::AllOptional(IntoOwned::into_owned(data)),
            Self::Containers(data) => Data::Containers(IntoOwned::into_owned(data)),
            Self::HostileText(data) => Data::HostileText(IntoOwned::into_owned(data)),
            Self::Keywords(data) => Data::Keywords(IntoOwned::into_owned(data)),
            Self::PaymentOfOrderSettled(data) => {
                Data::PaymentOfOrderSettled(IntoOwned::into_owned(data))
            }
            Self::Sets(data) => Data::Sets(IntoOwned::into_owned(data)),
            Self::Trees(data) => Data::Trees(IntoOwned::into_owned(data)),
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

/// Lower-case letters, 1 to 20.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Cow<'static, str>);

impl StringValue for Slug {
    const EXPECTED: &'static str = "at most 20 characters that match `^[a-z]+$`";

    fn accepts(text: &str) -> bool {
        text.len() <= 20 && Self::matches(text)
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

/// Names of lower-case letters, digits and underscores, joined by dots.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `scalars`
    Scalars,
    /// `text.patterns.and_lengths`
    TextPatternsAndLengths,
    /// `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`
    AKindOfEventThatGoesOnForSixtyCharactersAndStops,
    /// `all_optional`
    AllOptional,
    /// `containers`
    Containers,
    /// `hostile.text`
    HostileText,
    /// `keywords`
    Keywords,
    /// `payment.of.order.settled`
    PaymentOfOrderSettled,
    /// `sets`
    Sets,
    /// `trees`
    Trees,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl Kind {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::Scalars,
        Self::TextPatternsAndLengths,
        Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops,
        Self::AllOptional,
        Self::Containers,
        Self::HostileText,
        Self::Keywords,
        Self::PaymentOfOrderSettled,
        Self::Sets,
        Self::Trees,
    ];
}

impl OpenSet for Kind {
    fn known(text: &str) -> Option<Self> {
        match text {
            "scalars" => Some(Self::Scalars),
            "text.patterns.and_lengths" => Some(Self::TextPatternsAndLengths),
            "a_kind_of_event_that_goes_on_for_sixty_characters_and_stops" => {
                Some(Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops)
            }
            "all_optional" => Some(Self::AllOptional),
            "containers" => Some(Self::Containers),
            "hostile.text" => Some(Self::HostileText),
            "keywords" => Some(Self::Keywords),
            "payment.of.order.settled" => Some(Self::PaymentOfOrderSettled),
            "sets" => Some(Self::Sets),
            "trees" => Some(Self::Trees),
            _ => None,
        }
    }
}

impl StringValue for Kind {
    const EXPECTED: &'static str = "1 to 80 characters that match `^[a-z0-9_]+(\\.[a-z0-9_]+)*$`";

    fn accepts(text: &str) -> bool {
        (1..=80).contains(&text.len()) && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Scalars => "scalars",
            Self::TextPatternsAndLengths => "text.patterns.and_lengths",
            Self::AKindOfEventThatGoesOnForSixtyCharactersAndStops => {
                "a_kind_of_event_that_goes_on_for_sixty_characters_and_stops"
            }
            Self::AllOptional => "all_optional",
            Self::Containers => "containers",
            Self::HostileText => "hostile.text",
            Self::Keywords => "keywords",
            Self::PaymentOfOrderSettled => "payment.of.order.settled",
            Self::Sets => "sets",
            Self::Trees => "trees",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

impl Kind {
    /// Matches `^[a-z0-9_]+(\.[a-z0-9_]+)*$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'0'..=b'9' | b'_' | b'a'..=b'z') => 1,
                (1, b'.') => 0,
                (1, b'0'..=b'9' | b'_' | b'a'..=b'z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::string_type!(Kind);

/// Path of a schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Schema(Cow<'static, str>);

impl StringValue for Schema {
    const EXPECTED: &'static str = "a string that matches `^schemas/shop/v1/[a-z0-9_.]+\\.json$`";

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

impl Schema {
    /// Matches `^schemas/shop/v1/[a-z0-9_.]+\.json$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("schemas/shop/v1/") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, b'.' | b'0'..=b'9' | b'_' | b'a'..=b'z') => 1,
                (1, b'0'..=b'9' | b'_' | b'a'..=b'z') => 1,
                (1, b'.') => 2,
                (2, b'0'..=b'9' | b'_' | b'a'..=b'i' | b'k'..=b'z') => 1,
                (2, b'.') => 2,
                (2, b'j') => 3,
                (3, b'0'..=b'9' | b'_' | b'a'..=b'r' | b't'..=b'z') => 1,
                (3, b'.') => 2,
                (3, b's') => 4,
                (4, b'0'..=b'9' | b'_' | b'a'..=b'n' | b'p'..=b'z') => 1,
                (4, b'.') => 2,
                (4, b'o') => 5,
                (5, b'0'..=b'9' | b'_' | b'a'..=b'm' | b'o'..=b'z') => 1,
                (5, b'.') => 2,
                (5, b'n') => 6,
                (6, b'0'..=b'9' | b'_' | b'a'..=b'z') => 1,
                (6, b'.') => 2,
                _ => return false,
            };
        }
        state == 6
    }
}

schema_runtime::text_type!(Schema);

/// Whether the event is real.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventType {
    /// `live`
    Live,
    /// `test`
    Test,
}

impl EventType {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Live, Self::Test];
}

impl StringValue for EventType {
    const EXPECTED: &'static str = "`live` or `test`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "live" => Some(Self::Live),
            "test" => Some(Self::Test),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Live => "live",
            Self::Test => "test",
        }
    }
}

schema_runtime::string_type!(EventType);

/// An amount of money.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Money {
    /// Amount in cents. Less than 0 is a debt.
    pub cents: I54,
    /// The currency.
    pub currency: Currency,
}

schema_runtime::object_type! {
    Money {
        required cents = "cents",
        required currency = "currency",
    }
}

/// The required fields of [`Money`].
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyFields {
    /// Amount in cents. Less than 0 is a debt.
    pub cents: I54,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: MoneyFields) -> Self {
        Self {
            cents: fields.cents,
            currency: fields.currency,
        }
    }
}

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// `EUR`
    Eur,
    /// `USD`
    Usd,
}

impl Currency {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Eur, Self::Usd];
}

impl StringValue for Currency {
    const EXPECTED: &'static str = "`EUR` or `USD`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "EUR" => Some(Self::Eur),
            "USD" => Some(Self::Usd),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Eur => "EUR",
            Self::Usd => "USD",
        }
    }
}

schema_runtime::string_type!(Currency);

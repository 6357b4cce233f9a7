//! Dispatch from an event's type to the type of its payload, in one pass.

use std::{borrow::Cow, marker::PhantomData};

use serde_core::{
    de::{self, Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Unexpected},
    ser::Serialize,
};

use crate::{
    OpenSet, OtherMembers, StringValue, UnknownMembers,
    field::Name,
    raw::Held,
    violation::{self, duplicate, missing},
};

/// The open set of a family's event types.
pub trait EventSet: OpenSet {
    /// Returns the path of the schema of events of this type, if this version knows it.
    fn schema_ref(&self) -> Option<&'static str>;
}

/// The data of an event: the payload of one type of event, or the union of all payloads of a family.
pub trait Payload: Serialize + Sized {
    /// The event types of the family.
    type EventType: EventSet;

    /// The type of event that carries this payload, if there is exactly one.
    const EVENT_TYPE: Option<&'static str>;

    /// Returns the type of the event that carries this payload.
    fn event_type(&self) -> Self::EventType;

    /// Returns the event's other members, if the type of the event is unknown.
    fn others(&self) -> Option<&OtherMembers<'_>> {
        None
    }
}

/// A payload that can be deserialized. It may borrow from its input.
pub trait ReadPayload<'de>: Payload {
    /// Deserializes the payload of an event of the given type.
    ///
    /// # Errors
    ///
    /// Returns an error if the payload's schema rejects the value.
    fn deserialize_as<D: Deserializer<'de>>(
        event_type: &Self::EventType,
        deserializer: D,
    ) -> Result<Self, D::Error>;

    /// Keeps the event's other members, if the type of the event is unknown.
    fn keep(&mut self, others: OtherMembers<'de>) {
        drop(others);
    }
}

/// The payload of one type of event, known at compile time.
pub trait KnownPayload: Payload {
    /// The path of the schema of these events.
    const SCHEMA_REF: &'static str;

    /// The revision of that schema that this version was generated from.
    const VERSION: &'static str;
}

impl<'de, P: KnownPayload + Deserialize<'de>> ReadPayload<'de> for P {
    fn deserialize_as<D: Deserializer<'de>>(
        _: &Self::EventType,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

/// The value of a field that the envelope does not have: an empty type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {}

impl<'de> Deserialize<'de> for Never {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom("expected nothing"))
    }
}

impl AsRef<str> for Never {
    fn as_ref(&self) -> &str {
        match *self {}
    }
}

/// The path of the schema, as given in an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SchemaRefSlot<R> {
    /// The event has no such field.
    #[default]
    Absent,
    /// The path that follows from the type of the event.
    Implied,
    /// A path in an event of an unknown type.
    Given(R),
}

impl<R: AsRef<str>> SchemaRefSlot<R> {
    /// Returns the path, given the one that follows from the type of the event.
    pub fn path<'s>(&'s self, implied: Option<&'static str>) -> Option<&'s str> {
        match (self, implied) {
            (Self::Absent, _) | (Self::Implied, None) => None,
            (_, Some(implied)) => Some(implied),
            (Self::Given(given), None) => Some(given.as_ref()),
        }
    }

    /// Returns the slot if the event has the field.
    ///
    /// # Errors
    ///
    /// Returns an error if the event does not have the field.
    pub fn require<E: de::Error>(self, field: &'static str) -> Result<Self, E> {
        match self {
            Self::Absent => Err(missing(field)),
            said => Ok(said),
        }
    }
}

/// The fields of an envelope that depend on each other, while they are read in any order.
///
/// The payload is deserialized immediately if the type of the event comes before it, as writers send it. Otherwise it
/// is kept as raw JSON until the type is known.
pub struct Dispatch<'de, P: Payload, R> {
    event_type: Option<P::EventType>,
    schema_ref: SchemaRefSlot<R>,
    payload: Slot<'de, P>,
    unknown: UnknownMembers<'de>,
    others: OtherMembers<'de>,
}

enum Slot<'de, P> {
    Empty,
    Held(Held<'de>),
    Decoded(P),
}

impl<P: Payload, R> Default for Dispatch<'_, P, R> {
    fn default() -> Self {
        Self {
            event_type: None,
            schema_ref: SchemaRefSlot::Absent,
            payload: Slot::Empty,
            unknown: UnknownMembers::default(),
            others: OtherMembers::default(),
        }
    }
}

impl<'de, P, R> Dispatch<'de, P, R>
where
    P: ReadPayload<'de>,
    R: Deserialize<'de> + AsRef<str>,
{
    /// Reads the event's type.
    ///
    /// # Errors
    ///
    /// Returns an error if the field is a duplicate, is not an event type, or is not the event type of `P`.
    #[inline]
    pub fn read_event_type<A: MapAccess<'de>>(
        &mut self,
        field: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if self.event_type.is_some() {
            return Err(duplicate(field));
        }
        self.event_type = Some(map.next_value_seed(EventTypeSeed::<P>(PhantomData))?);
        Ok(())
    }

    /// Reads the path of the event's schema.
    ///
    /// # Errors
    ///
    /// Returns an error if the field is a duplicate, is not the path of a schema, or is that of another event.
    #[inline]
    pub fn read_schema_ref<A: MapAccess<'de>>(
        &mut self,
        field: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if !matches!(self.schema_ref, SchemaRefSlot::Absent) {
            return Err(duplicate(field));
        }
        let implied = self.event_type.as_ref().and_then(EventSet::schema_ref);
        self.schema_ref = match implied {
            Some(only) => {
                map.next_value_seed(Exactly(only))?;
                SchemaRefSlot::Implied
            }
            None => SchemaRefSlot::Given(map.next_value()?),
        };
        Ok(())
    }

    /// Reads the payload, or keeps it as raw JSON if the event's type is not known yet.
    ///
    /// # Errors
    ///
    /// Returns an error if the field is a duplicate, or its schema rejects it.
    #[inline]
    pub fn read_payload<A: MapAccess<'de>>(
        &mut self,
        field: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if !matches!(self.payload, Slot::Empty) {
            return Err(duplicate(field));
        }
        self.payload = match &self.event_type {
            Some(event_type) => Slot::Decoded(map.next_value_seed(PayloadSeed::<P>(event_type))?),
            None => Slot::Held(map.next_value()?),
        };
        Ok(())
    }

    /// Reads a member that the envelope does not know. It is dropped if the type of the event is already known,
    /// and kept otherwise.
    ///
    /// # Errors
    ///
    /// Returns an error if the name is a duplicate, or if the value is not JSON, is nested too deeply, or
    /// contains a duplicate name.
    #[inline(never)]
    pub fn read_other<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let of_type = self.event_type.as_ref().and_then(EventSet::schema_ref);
        if P::EVENT_TYPE.is_some() || of_type.is_some() {
            return self.unknown.skip(name, map);
        }
        let value = self.unknown.read(name.clone(), map)?;
        self.others.push(name, value);
        Ok(())
    }

    /// Returns the payload, and the path of the schema as given in the event.
    ///
    /// # Errors
    ///
    /// Returns an error if the type or the payload is missing, or if a value that was kept as raw JSON is invalid
    /// for the type.
    #[inline]
    pub fn finish<E: de::Error>(
        self,
        event_type_field: &'static str,
        payload_field: &'static str,
    ) -> Result<(P, SchemaRefSlot<R>), E> {
        let event_type = self.event_type.ok_or_else(|| missing(event_type_field))?;
        let schema_ref = match (event_type.schema_ref(), self.schema_ref) {
            (Some(only), SchemaRefSlot::Given(given)) if given.as_ref() != only => {
                return Err(refused(given.as_ref(), only));
            }
            (Some(_), SchemaRefSlot::Given(_)) => SchemaRefSlot::Implied,
            (_, schema_ref) => schema_ref,
        };
        let mut payload = match self.payload {
            Slot::Empty => return Err(missing(payload_field)),
            Slot::Decoded(payload) => payload,
            Slot::Held(held) => held.decode(PayloadSeed::<P>(&event_type))?,
        };
        if !self.others.is_empty() {
            payload.keep(self.others);
        }
        Ok((payload, schema_ref))
    }
}

#[cold]
#[inline(never)]
fn refused<E: de::Error>(found: &str, only: &str) -> E {
    violation::refused(Unexpected::Str(found), &&*format!("`{only}`"))
}

/// Deserializes an event's type, and rejects it at its own position if another one is expected.
struct EventTypeSeed<P>(PhantomData<P>);

impl<'de, P: Payload> DeserializeSeed<'de> for EventTypeSeed<P> {
    type Value = P::EventType;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<P::EventType, D::Error> {
        let value = deserializer.deserialize_str(crate::string::StringVisitor(PhantomData))?;
        match P::EVENT_TYPE {
            Some(only) if P::EventType::as_str(&value) != only => {
                Err(refused(value.as_str(), only))
            }
            _ => Ok(value),
        }
    }
}

/// A seed for a string that has to be equal to this one.
struct Exactly(&'static str);

impl<'de> DeserializeSeed<'de> for Exactly {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Name(found) = Name::deserialize(deserializer)?;
        if found == self.0 {
            Ok(())
        } else {
            Err(refused(&found, self.0))
        }
    }
}

struct PayloadSeed<'t, P: Payload>(&'t P::EventType);

impl<'de, P: ReadPayload<'de>> DeserializeSeed<'de> for PayloadSeed<'_, P> {
    type Value = P;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<P, D::Error> {
        P::deserialize_as(self.0, deserializer)
    }
}

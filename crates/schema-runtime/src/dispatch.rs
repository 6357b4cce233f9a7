//! Choosing the type of a payload by the event's type, in one pass.

use std::{borrow::Cow, marker::PhantomData};

use serde::{
    de::{self, DeserializeSeed, Deserializer, Error, MapAccess, Unexpected},
    ser::Serialize,
};

use crate::{OpenSet, Raw, StringValue};

/// The open set of a family's event types.
pub trait EventSet: OpenSet {
    /// The path of the schema of events of this type, if this version knows it.
    fn schema_ref(&self) -> Option<&'static str>;
}

/// What an event can carry: one event's payload, or the choice among all of a family.
pub trait Payload: Serialize + Sized {
    /// The types of events in the family.
    type EventType: EventSet;

    /// The one type of event that carries this payload, if there is only one.
    const EVENT_TYPE: Option<&'static str>;

    /// The type of the event that carries this payload.
    fn event_type(&self) -> Self::EventType;

    /// Decodes the payload of an event of a type.
    ///
    /// # Errors
    ///
    /// If the payload's schema refuses the value.
    fn deserialize_as<'de, D: Deserializer<'de>>(
        event_type: &Self::EventType,
        deserializer: D,
    ) -> Result<Self, D::Error>;
}

/// The payload of one type of event, known when the program is written.
pub trait KnownPayload: Payload {
    /// The path of the schema of such events.
    const SCHEMA_REF: &'static str;

    /// The revision of that schema that this version was generated from.
    const VERSION: &'static str;
}

/// The string of an envelope that has no such field: there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {}

impl StringValue for Never {
    const EXPECTED: &'static str = "nothing";

    fn from_text(_: Cow<'_, str>) -> Option<Self> {
        None
    }

    fn as_str(&self) -> &str {
        match *self {}
    }
}

/// The fields of an envelope that depend on one another, while they are read in any order.
///
/// If the type of the event comes first, as writers send it, the payload is decoded in place. Else
/// it is held as it is until the type is known.
pub struct Dispatch<P: Payload, R> {
    event_type: Option<P::EventType>,
    schema_ref: Option<R>,
    payload: Slot<P>,
}

enum Slot<P> {
    Empty,
    Held(Raw),
    Decoded(P),
}

impl<P: Payload, R> Default for Dispatch<P, R> {
    fn default() -> Self {
        Self {
            event_type: None,
            schema_ref: None,
            payload: Slot::Empty,
        }
    }
}

impl<P: Payload, R: StringValue> Dispatch<P, R> {
    /// Reads the event's type.
    ///
    /// # Errors
    ///
    /// If it stands there already, is no event type, or is not the one that `P` belongs to.
    pub fn read_event_type<'de, A: MapAccess<'de>>(
        &mut self,
        field: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if self.event_type.is_some() {
            return Err(A::Error::duplicate_field(field));
        }
        let seed = StringSeed {
            only: P::EVENT_TYPE,
            value: PhantomData,
        };
        self.event_type = Some(map.next_value_seed(seed)?);
        Ok(())
    }

    /// Reads the path of the event's schema.
    ///
    /// # Errors
    ///
    /// If it stands there already, is no such path, or is known to be another event's.
    pub fn read_schema_ref<'de, A: MapAccess<'de>>(
        &mut self,
        field: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if self.schema_ref.is_some() {
            return Err(A::Error::duplicate_field(field));
        }
        let only = self.event_type.as_ref().and_then(EventSet::schema_ref);
        self.schema_ref = Some(map.next_value_seed(StringSeed {
            only,
            value: PhantomData,
        })?);
        Ok(())
    }

    /// Reads the payload, or holds it if the event's type is not known yet.
    ///
    /// # Errors
    ///
    /// If it stands there already, or its schema refuses it.
    pub fn read_payload<'de, A: MapAccess<'de>>(
        &mut self,
        field: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if !matches!(self.payload, Slot::Empty) {
            return Err(A::Error::duplicate_field(field));
        }
        self.payload = match &self.event_type {
            Some(event_type) => Slot::Decoded(map.next_value_seed(PayloadSeed::<P>(event_type))?),
            None => Slot::Held(map.next_value()?),
        };
        Ok(())
    }

    /// The payload, and the path of the schema if the event named it.
    ///
    /// # Errors
    ///
    /// If the type or the payload is missing, or what was held is refused now that the type is known.
    pub fn finish<E: de::Error>(
        self,
        event_type_field: &'static str,
        payload_field: &'static str,
    ) -> Result<(P, Option<R>), E> {
        let event_type = self
            .event_type
            .ok_or_else(|| E::missing_field(event_type_field))?;
        if let (Some(only), Some(named)) = (event_type.schema_ref(), &self.schema_ref)
            && named.as_str() != only
        {
            return Err(refused(named.as_str(), only));
        }
        let payload = match self.payload {
            Slot::Empty => return Err(E::missing_field(payload_field)),
            Slot::Decoded(payload) => payload,
            Slot::Held(raw) => raw.decode_seed(PayloadSeed::<P>(&event_type))?,
        };
        Ok((payload, self.schema_ref))
    }
}

fn refused<E: de::Error>(found: &str, only: &str) -> E {
    E::invalid_value(Unexpected::Str(found), &&*format!("`{only}`"))
}

/// Decodes a string, and refuses it at its own place if it has to be a certain one and is not.
struct StringSeed<T> {
    only: Option<&'static str>,
    value: PhantomData<T>,
}

impl<'de, T: StringValue> DeserializeSeed<'de> for StringSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        let value = deserializer.deserialize_str(crate::string::StringVisitor::<T>(PhantomData))?;
        match self.only {
            Some(only) if value.as_str() != only => Err(refused(value.as_str(), only)),
            _ => Ok(value),
        }
    }
}

struct PayloadSeed<'t, P: Payload>(&'t P::EventType);

impl<'de, P: Payload> DeserializeSeed<'de> for PayloadSeed<'_, P> {
    type Value = P;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<P, D::Error> {
        P::deserialize_as(self.0, deserializer)
    }
}

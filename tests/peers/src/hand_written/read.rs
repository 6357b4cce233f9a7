//! Reading a body.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{
    Data, Event,
    fields::{EventType, SchemaRef, Text},
    ignored::{Name, Others, check},
    object::once,
};

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Key<'k> {
    EventId,
    EventType,
    Version,
    SchemaRef,
    OccurredAt,
    OrgId,
    OrgSlug,
    Data,
    #[serde(borrow)]
    Other(Name<'k>),
}

impl<'de, S: Text<'de>, R: Raw<'de>> Deserialize<'de> for Event<S, R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EventVisitor(PhantomData))
    }
}

/// A type that keeps raw JSON.
pub trait Raw<'de>: Deserialize<'de> {
    fn raw(&self) -> &RawValue;
    fn lent(raw: &'de RawValue) -> Self;
}

impl<'de> Raw<'de> for &'de RawValue {
    fn raw(&self) -> &RawValue {
        self
    }

    fn lent(raw: &'de RawValue) -> Self {
        raw
    }
}

impl<'de> Raw<'de> for Box<RawValue> {
    fn raw(&self) -> &RawValue {
        self
    }

    fn lent(raw: &'de RawValue) -> Self {
        raw.to_owned()
    }
}

struct EventVisitor<S, R>(PhantomData<(S, R)>);

impl<'de, S: Text<'de>, R: Raw<'de>> Visitor<'de> for EventVisitor<S, R> {
    type Value = Event<S, R>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Event<S, R>, A::Error> {
        let (mut event_id, mut event_type, mut version, mut schema_ref) = (None, None, None, None);
        let (mut occurred_at, mut org_id, mut org_slug) = (None, None, None);
        let mut data = None;
        let mut held: Option<&RawValue> = None;
        let mut others = Others::default();
        while let Some(key) = map.next_key()? {
            match key {
                Key::EventId => once(&mut event_id, "event_id", &mut map)?,
                Key::EventType => once(&mut event_type, "event_type", &mut map)?,
                Key::Version => once(&mut version, "version", &mut map)?,
                Key::SchemaRef => once(&mut schema_ref, "schema_ref", &mut map)?,
                Key::OccurredAt => once(&mut occurred_at, "occurred_at", &mut map)?,
                Key::OrgId => once(&mut org_id, "org_id", &mut map)?,
                Key::OrgSlug => once(&mut org_slug, "org_slug", &mut map)?,
                Key::Data if data.is_some() || held.is_some() => {
                    return Err(A::Error::duplicate_field("data"));
                }
                Key::Data => match &event_type {
                    Some(event_type) => data = Some(read_data(event_type, &mut map)?),
                    None => held = Some(map.next_value()?),
                },
                Key::Other(Name(name)) => others.skip(name, LEVELS, &mut map)?,
            }
        }
        let missing = A::Error::missing_field;
        let event_type = event_type.ok_or_else(|| missing("event_type"))?;
        let data = match (data, held) {
            (Some(data), _) => data,
            (None, Some(raw)) => held_data(&event_type, raw)?,
            (None, None) => return Err(missing("data")),
        };
        if !schema_ref
            .as_ref()
            .is_none_or(|schema_ref| belongs(schema_ref, &event_type))
        {
            return Err(A::Error::custom("`schema_ref` is that of another event"));
        }
        Ok(Event {
            event_id: event_id.ok_or_else(|| missing("event_id"))?,
            event_type,
            version,
            schema_ref,
            occurred_at: occurred_at.ok_or_else(|| missing("occurred_at"))?,
            org_id: org_id.ok_or_else(|| missing("org_id"))?,
            org_slug: org_slug.ok_or_else(|| missing("org_slug"))?,
            data,
        })
    }
}

fn belongs<S>(schema_ref: &SchemaRef<S>, event_type: &EventType<S>) -> bool {
    match event_type {
        EventType::JobCreated => matches!(schema_ref, SchemaRef::JobCreated),
        EventType::JobCompleted => matches!(schema_ref, SchemaRef::JobCompleted),
        EventType::ArtifactReady => matches!(schema_ref, SchemaRef::ArtifactReady),
        EventType::Other(_) => true,
    }
}

fn read_data<'de, S: Text<'de>, R: Raw<'de>, A: MapAccess<'de>>(
    event_type: &EventType<S>,
    map: &mut A,
) -> Result<Data<S, R>, A::Error> {
    match event_type {
        EventType::JobCreated => map.next_value().map(Data::JobCreated),
        EventType::JobCompleted => map.next_value().map(Data::JobCompleted),
        EventType::ArtifactReady => map.next_value().map(Data::ArtifactReady),
        EventType::Other(_) => map.next_value().and_then(unknown),
    }
}

fn held_data<'de, S: Text<'de>, R: Raw<'de>, E: Error>(
    event_type: &EventType<S>,
    raw: &'de RawValue,
) -> Result<Data<S, R>, E> {
    let text = raw.get();
    match event_type {
        EventType::JobCreated => serde_json::from_str(text).map(Data::JobCreated),
        EventType::JobCompleted => serde_json::from_str(text).map(Data::JobCompleted),
        EventType::ArtifactReady => serde_json::from_str(text).map(Data::ArtifactReady),
        EventType::Other(_) => return unknown(R::lent(raw)),
    }
    .map_err(E::custom)
}

/// The levels around a value in an event: the event.
const LEVELS: usize = 1;

fn unknown<'de, S, R: Raw<'de>, E: Error>(raw: R) -> Result<Data<S, R>, E> {
    if !raw.raw().get().starts_with('{') {
        return Err(E::custom("`data` is no object"));
    }
    check(raw.raw(), LEVELS)?;
    Ok(Data::Unknown(raw))
}

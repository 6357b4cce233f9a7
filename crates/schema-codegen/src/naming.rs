//! Names of types, decided once as data, for languages that have one type for each body.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::names::pascal;

use crate::model::{EnvelopeField, EnvelopeRole, Event, Field, Kind, Major, Type, TypeDef};

/// A major version with the names of its types and bodies.
#[derive(Debug)]
pub struct Naming<'m> {
    /// The major version.
    pub major: &'m Major,
    /// The bodies of events, in their order.
    pub bodies: Vec<Body<'m>>,
    /// The names of what the bodies have in common, if there is an envelope.
    pub union: Option<UnionNames>,
    types: BTreeMap<&'m str, String>,
}

/// The body of an event.
#[derive(Debug)]
pub struct Body<'m> {
    /// The event.
    pub event: &'m Event,
    /// The name of the body's type. Without an envelope, the payload is the body, and has its name.
    pub name: Option<String>,
}

/// The values of a field in the body of an event.
#[derive(Clone, Debug)]
pub enum BodyField<'m> {
    /// One string.
    Literal(&'m str),
    /// The values of a type.
    Type(Type),
}

impl<'m> Body<'m> {
    /// Returns the values of a field of the envelope in this body.
    #[must_use]
    pub fn field(&self, part: &EnvelopeField) -> BodyField<'m> {
        match part.role {
            EnvelopeRole::EventType => BodyField::Literal(&self.event.event_type),
            EnvelopeRole::SchemaRef => BodyField::Literal(&self.event.schema_ref),
            EnvelopeRole::Payload => BodyField::Type(Type::Named(self.event.payload.clone())),
            EnvelopeRole::Plain | EnvelopeRole::Version => BodyField::Type(part.field.ty.clone()),
        }
    }

    /// Returns the description of the body.
    #[must_use]
    pub fn description(&self) -> String {
        format!("`{}`: {}", self.event.event_type, self.event.description)
    }
}

/// The description of the body of an event of another type.
pub const UNKNOWN_EVENT: &str =
    "An event of a type that this version does not know. It has the fields of every event.";

/// The names of the types that the events of a major version have in common.
#[derive(Debug)]
pub struct UnionNames {
    /// Any event.
    pub any: String,
    /// An event of a type that the schemas have.
    pub known: String,
    /// An event of another type.
    pub unknown: String,
}

impl<'m> Naming<'m> {
    /// Names the types of a major version. `identifier` makes a name of the language from one in upper camel case.
    ///
    /// Schemas choose the names of types. Names that are added to them get a number where they are taken.
    #[must_use]
    pub fn new(major: &'m Major, identifier: impl Fn(&str) -> String) -> Self {
        let mut names = Given::default();
        let types = major.types.iter();
        let types = types.map(|ty| (ty.name.as_str(), names.give(&identifier(&ty.name))));
        let types = types.collect();
        let union = event_type(major).map(|_| UnionNames {
            any: names.give("Event"),
            known: names.give("KnownEvent"),
            unknown: names.give("UnknownEvent"),
        });
        let bodies = major.events.iter().map(|event| {
            let name = format!("{}Event", pascal(&event.event_type));
            let name = union.is_some().then(|| names.give(&identifier(&name)));
            Body { event, name }
        });
        Self {
            major,
            bodies: bodies.collect(),
            union,
            types,
        }
    }

    /// Returns the name of a type by its name in the model.
    #[must_use]
    pub fn ty(&self, name: &str) -> Option<&str> {
        self.types.get(name).map(String::as_str)
    }

    /// Returns the types with their names. A set with one member has none: its value says more.
    pub fn types(&self) -> impl Iterator<Item = (&'m TypeDef, &str)> {
        self.major.types.iter().filter_map(|ty| {
            let name = self.ty(&ty.name)?;
            only_member(&ty.kind).is_none().then_some((ty, name))
        })
    }

    /// Returns the only member of a set of strings, by the name of its type in the model.
    #[must_use]
    pub fn only_member(&self, name: &str) -> Option<&'m str> {
        only_member(&self.major.find(name)?.kind)
    }

    /// Returns the type of each event, and the name of the type of its body.
    #[must_use]
    pub fn names_of_bodies(&self) -> Vec<(&'m str, String)> {
        let names = self.bodies.iter().filter_map(|body| {
            let payload = self.ty(&body.event.payload);
            let name = body.name.as_deref().or(payload)?;
            Some((body.event.event_type.as_str(), name.to_owned()))
        });
        names.collect()
    }

    /// Returns the field of the envelope that names the type of an event.
    #[must_use]
    pub fn event_type(&self) -> Option<&'m Field> {
        event_type(self.major).map(|part| &part.field)
    }

    /// Returns the fields of the envelope.
    #[must_use]
    pub fn fields(&self) -> &'m [EnvelopeField] {
        let envelope = self.major.envelope.as_ref();
        envelope
            .map(|envelope| envelope.fields.as_slice())
            .unwrap_or_default()
    }
}

fn event_type(major: &Major) -> Option<&EnvelopeField> {
    let mut fields = major.envelope.iter().flat_map(|envelope| &envelope.fields);
    fields.find(|part| part.role == EnvelopeRole::EventType)
}

fn only_member(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::ClosedSet(members) => match members.as_slice() {
            [only] => Some(only),
            _ => None,
        },
        _ => None,
    }
}

/// Names, each given once.
#[derive(Debug, Default)]
pub struct Given(BTreeSet<String>);

impl Given {
    /// Returns a name, with a number behind it if it was given before.
    pub fn give(&mut self, name: &str) -> String {
        let mut number = 2_u64;
        let mut free = name.to_owned();
        while !self.0.insert(free.clone()) {
            free = format!("{name}{number}");
            number += 1;
        }
        free
    }
}

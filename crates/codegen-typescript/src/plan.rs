//! The names of types and modules, decided once as data.

use std::collections::BTreeMap;

use schema_codegen::{
    automaton::{Automaton, Problem},
    model::{EnvelopeField, EnvelopeRole, Event, Field, Kind, Major, Origin, Text, TypeDef},
};
use schema_registry::{
    diagnostic::Diagnostic,
    names::{pascal, snake},
    rules::UNMAPPABLE_SCHEMA,
};

use crate::names::{Given, identifier};

/// The module of the envelope's types.
pub(crate) const ENVELOPE: &str = "envelope";

/// The module of the union of all events.
pub(crate) const EVENTS: &str = "event";

/// The most states of an automaton, which are numbered in two bytes.
const MOST_STATES: usize = 10_000;

/// A major version with the names of its types and modules.
pub(crate) struct Plan<'m> {
    pub(crate) major: &'m Major,
    /// The name of each type in TypeScript, and its module, by its name in the model.
    types: BTreeMap<&'m str, (String, String)>,
    /// The events, in their order.
    pub(crate) events: Vec<PlannedEvent<'m>>,
    /// The names of what the envelope adds, if there is one.
    pub(crate) own: Option<Own>,
}

/// An event with its names.
pub(crate) struct PlannedEvent<'m> {
    pub(crate) event: &'m Event,
    /// The interface of its body. Without an envelope, the payload is the body.
    pub(crate) name: Option<String>,
    pub(crate) module: String,
}

/// The names of the types that the events of a major version have in common.
pub(crate) struct Own {
    /// Any event.
    pub(crate) event: String,
    /// The union of the events that are known.
    pub(crate) known: String,
    /// An event of any other type.
    pub(crate) unknown: String,
}

impl<'m> Plan<'m> {
    pub(crate) fn new(major: &'m Major) -> Self {
        let mut modules = Given::default();
        modules.give("index");
        modules.give(ENVELOPE);
        modules.give(EVENTS);
        let module_of: BTreeMap<&str, String> = major
            .events
            .iter()
            .map(|event| {
                let module = modules.give(&module_name(&event.event_type));
                (event.event_type.as_str(), module)
            })
            .collect();
        let mut names = Given::default();
        // Schemas choose the names of types, so the names of the generator give way.
        let types = major.types.iter().map(|ty| {
            let module = ty.event.as_deref().and_then(|event| module_of.get(event));
            let module = module.map_or(ENVELOPE, String::as_str).to_owned();
            (
                ty.name.as_str(),
                (names.give(&identifier(&ty.name)), module),
            )
        });
        let types = types.collect();
        let own = event_type(major).map(|_| Own {
            event: names.give("Event"),
            known: names.give("KnownEvent"),
            unknown: names.give("UnknownEvent"),
        });
        let events = major.events.iter().map(|event| PlannedEvent {
            event,
            name: own.as_ref().map(|_| {
                let name = format!("{}Event", pascal(&event.event_type));
                names.give(&identifier(&name))
            }),
            module: module_of
                .get(event.event_type.as_str())
                .cloned()
                .unwrap_or_default(),
        });
        Self {
            major,
            types,
            events: events.collect(),
            own,
        }
    }

    /// Returns the name of a type, and its module.
    pub(crate) fn ty(&self, name: &str) -> Option<(&str, &str)> {
        let (name, module) = self.types.get(name)?;
        Some((name, module))
    }

    /// Returns the only member of a type of strings that has one.
    pub(crate) fn only_member(&self, name: &str) -> Option<&'m str> {
        only_member(&self.major.find(name)?.kind)
    }

    /// Returns the types of a module. A type with one value has no name: the value itself is shorter.
    pub(crate) fn types_of(&self, module: &str) -> impl Iterator<Item = (&'m TypeDef, &str)> {
        self.major.types.iter().filter_map(move |ty| {
            let (name, of) = self.ty(&ty.name)?;
            let is_here = of == module && only_member(&ty.kind).is_none();
            is_here.then_some((ty, name))
        })
    }

    /// Returns the names that a module exports.
    pub(crate) fn exports_of(&self, module: &str) -> Vec<&str> {
        let types = self.types_of(module).map(|(_, name)| name);
        let events = self.events.iter().filter(|event| event.module == module);
        let events = events.filter_map(|event| event.name.as_deref());
        let own = self.own.iter().filter(|_| module == EVENTS);
        let own = own.flat_map(|own| [&*own.event, &*own.known, &*own.unknown, "isKnown"]);
        types.chain(events).chain(own).collect()
    }

    /// Returns the field of the envelope that names the type of an event.
    pub(crate) fn event_type(&self) -> Option<&'m Field> {
        event_type(self.major).map(|part| &part.field)
    }

    /// Returns the fields of the envelope.
    pub(crate) fn fields(&self) -> &'m [EnvelopeField] {
        let envelope = self.major.envelope.as_ref();
        envelope
            .map(|envelope| envelope.fields.as_slice())
            .unwrap_or_default()
    }
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

/// Returns the field of the envelope that names the type of an event.
fn event_type(major: &Major) -> Option<&EnvelopeField> {
    let mut fields = major.envelope.iter().flat_map(|envelope| &envelope.fields);
    fields.find(|field| field.role == EnvelopeRole::EventType)
}

/// Returns the name of an event's module, which is also that of a file.
fn module_name(event_type: &str) -> String {
    let name = snake(event_type);
    let is_portable = |it: char| it.is_ascii_alphanumeric() || it == '_';
    name.chars()
        .map(|it| if is_portable(it) { it } else { '_' })
        .collect()
}

/// Returns the constraints of a type of strings.
pub(crate) fn text(kind: &Kind) -> Option<&Text> {
    match kind {
        Kind::Text(text) | Kind::OpenSet { text, .. } => Some(text),
        _ => None,
    }
}

/// Returns the automaton of a type's pattern.
pub(crate) fn automaton(text: &Text) -> Option<Result<Automaton, Problem>> {
    let (_, pattern) = text.pattern.as_ref()?;
    Some(match Automaton::of(pattern) {
        Ok(automaton) if automaton.transitions.len() > MOST_STATES => Err(Problem::TooLarge),
        found => found,
    })
}

/// Returns what TypeScript's checks cannot express, with the places.
pub(crate) fn problems(major: &Major) -> Vec<(Diagnostic, &Origin)> {
    let patterns = major.types.iter().filter_map(|ty| {
        let problem = automaton(text(&ty.kind)?)?.err()?;
        let (message, help) = match problem {
            Problem::TooLarge => (
                "the automaton of this pattern is too large",
                "write a simpler pattern, or say it in the `description`",
            ),
            Problem::LooksAround => (
                "there is no automaton of a pattern that looks at the characters around a position",
                "write it without `\\b` and `\\B`",
            ),
        };
        Some((
            Diagnostic::new(&UNMAPPABLE_SCHEMA, message).help(help),
            &ty.origin,
        ))
    });
    patterns.collect()
}

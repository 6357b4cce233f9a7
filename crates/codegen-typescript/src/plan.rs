//! The modules of types and bodies, decided once as data.

use std::{collections::BTreeMap, ops::Deref};

use schema_codegen::{
    automaton::{Automaton, Problem},
    model::{Kind, Major, Origin, Text, TypeDef},
    naming::{Body, Given, Naming},
};
use schema_registry::{diagnostic::Diagnostic, names::snake, rules::UNMAPPABLE_SCHEMA};

use crate::names::identifier;

/// The module of the envelope's types.
pub(crate) const ENVELOPE: &str = "envelope";

/// The module of the union of all events.
pub(crate) const EVENTS: &str = "event";

/// The most states of an automaton, which are numbered in two bytes.
const MOST_STATES: usize = 10_000;

/// A major version with its names and modules.
pub(crate) struct Plan<'m> {
    naming: Naming<'m>,
    /// The module of each event, by the event's type.
    modules: BTreeMap<&'m str, String>,
    /// The types of each module.
    types: BTreeMap<String, Vec<&'m TypeDef>>,
}

impl<'m> Deref for Plan<'m> {
    type Target = Naming<'m>;

    fn deref(&self) -> &Naming<'m> {
        &self.naming
    }
}

impl<'m> Plan<'m> {
    pub(crate) fn new(major: &'m Major) -> Self {
        let mut modules = Given::default();
        for own in ["index", ENVELOPE, EVENTS] {
            modules.give(own);
        }
        let modules = major.events.iter().map(|event| {
            let module = modules.give(&module_name(&event.event_type));
            (event.event_type.as_str(), module)
        });
        let mut plan = Self {
            modules: modules.collect(),
            naming: Naming::new(major, identifier),
            types: BTreeMap::new(),
        };
        let mut types: BTreeMap<String, Vec<&TypeDef>> = BTreeMap::new();
        for (ty, _) in plan.naming.types() {
            let module = plan.module_of(ty.event.as_deref()).to_owned();
            types.entry(module).or_default().push(ty);
        }
        plan.types = types;
        plan
    }

    /// Returns the module of a body.
    pub(crate) fn module(&self, body: &Body<'_>) -> &str {
        self.module_of(Some(&body.event.event_type))
    }

    fn module_of(&self, event_type: Option<&str>) -> &str {
        let module = event_type.and_then(|event_type| self.modules.get(event_type));
        module.map_or(ENVELOPE, String::as_str)
    }

    /// Returns the name of a type by its name in the model, and its module.
    pub(crate) fn place(&self, name: &str) -> Option<(&str, &str)> {
        let ty = self.major.find(name)?;
        Some((self.ty(name)?, self.module_of(ty.event.as_deref())))
    }

    /// Returns the types of a module.
    pub(crate) fn types_of(&self, module: &str) -> impl Iterator<Item = (&'m TypeDef, &str)> {
        let types = self.types.get(module).into_iter().flatten();
        types.filter_map(|ty| Some((*ty, self.ty(&ty.name)?)))
    }
}

/// Returns the name of an event's module, which is also that of a file.
fn module_name(event_type: &str) -> String {
    let is_portable = |it: char| it.is_ascii_alphanumeric() || it == '_';
    let name = snake(event_type);
    name.chars()
        .map(|it| if is_portable(it) { it } else { '_' })
        .collect()
}

/// Returns the automaton of a type's pattern.
pub(crate) fn automaton(text: &Text) -> Option<Result<Automaton, Problem>> {
    let (_, pattern) = text.pattern.as_ref()?;
    Some(match Automaton::of(pattern) {
        Ok(automaton) if automaton.transitions.len() > MOST_STATES => Err(Problem::TooLarge),
        found => found,
    })
}

/// Returns what checks cannot express, with the places.
pub(crate) fn problems(major: &Major) -> Vec<(Diagnostic, &Origin)> {
    let patterns = major.types.iter().filter_map(|ty| {
        let (Kind::Text(text) | Kind::OpenSet { text, .. }) = &ty.kind else {
            return None;
        };
        let (message, help) = match automaton(text)?.err()? {
            Problem::TooLarge => (
                "the automaton of this pattern is too large",
                "write a simpler pattern, or say it in the `description`",
            ),
            Problem::LooksAround => (
                "there is no automaton of a pattern that looks at the characters around a position",
                "write it without `\\b` and `\\B`",
            ),
        };
        let finding = Diagnostic::new(&UNMAPPABLE_SCHEMA, message).help(help);
        Some((finding, &ty.origin))
    });
    patterns.collect()
}

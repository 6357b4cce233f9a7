//! Names of types, which are unique.

use std::collections::BTreeMap;

use schema_registry::names;

use super::{At, Defined, Lowering};
use crate::{
    findings,
    model::{Kind, Type},
};

impl Lowering<'_> {
    /// Reports aliases that contain themselves, directly or in a list. Such a type would be infinite.
    pub(super) fn check_aliases(&mut self) {
        let target = |index: usize| match self.types.get(index)?.def.as_ref().map(|def| &def.kind) {
            Some(Kind::Alias(ty)) => ty.named(),
            _ => None,
        };
        let names: BTreeMap<&str, usize> = (self.types.iter().enumerate().rev())
            .map(|(index, defined)| (defined.name.as_str(), index))
            .collect();
        let next = |index: usize| target(index).and_then(|name| names.get(name).copied());
        // The walk that visited each type first. A walk that comes back to a type of its own has found a cycle.
        let mut walks: Vec<Option<usize>> = vec![None; self.types.len()];
        let mut endless = Vec::new();
        for start in 0..self.types.len() {
            let mut at = Some(start);
            while let Some(index) = at
                && let Some(walk @ None) = walks.get_mut(index)
            {
                *walk = Some(start);
                at = next(index);
            }
            let Some(meeting) = at.filter(|at| walks.get(*at) == Some(&Some(start))) else {
                continue;
            };
            let circle = std::iter::successors(next(meeting), |at| next(*at));
            endless.extend(circle.take_while(|at| *at != meeting).chain([meeting]));
        }
        endless.sort_unstable();
        for index in endless {
            let Some(defined) = self.types.get_mut(index) else {
                continue;
            };
            if let Some(def) = &mut defined.def {
                def.kind = Kind::Alias(Type::Any);
            }
            let (name, pointer) = (defined.name.clone(), defined.pointer.clone());
            let Some(schema) = self.registry.schema_at(&defined.uri) else {
                continue;
            };
            let at = At {
                schema,
                pointer: &pointer,
                node: &schema.root,
            };
            let message = format!("`{name}` holds itself, and no object is in between");
            self.unmappable(at, &message, "put it into a property of an object");
        }
    }

    /// Reserves a place for a type that is being read. Reports a finding if the name is taken.
    pub(super) fn reserve(&mut self, at: At<'_>, name: &str) -> Option<usize> {
        if let Some(other) = self.defined(name) {
            let file = self.registry.schema_at(&other.uri);
            let file = file.map_or(other.uri.as_str(), |file| &file.source.path);
            let other = match other.pointer.as_str() {
                "" => file.to_owned(),
                pointer => format!("`{pointer}` of {file}"),
            };
            let message = format!("this is the type `{name}`, and so is {other}");
            self.taken(at, &message);
            return None;
        }
        self.by_name.insert(name.to_owned(), self.types.len());
        self.types.push(Defined {
            name: name.to_owned(),
            uri: at.schema.uri.clone(),
            pointer: at.pointer.to_owned(),
            def: None,
        });
        Some(self.types.len() - 1)
    }

    pub(super) fn taken(&mut self, at: At<'_>, message: &str) {
        let finding = findings::taken(at.pointer, message);
        self.findings
            .push(finding.at(at.schema.location(at.pointer)));
    }
}

/// Returns the name of a type that is defined under a name: the name in upper camel case, as far as it has letters.
pub(super) fn type_name(name: &str) -> String {
    match names::pascal(name) {
        pascal if pascal.is_empty() => name.to_owned(),
        pascal => pascal,
    }
}

/// Returns a name that starts with another one.
pub(super) fn joined(owner: &str, name: &str) -> String {
    format!("{owner}{}", names::pascal(name))
}

/// Returns the members of a set without duplicates.
pub(super) fn distinct(members: Vec<String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for member in members {
        if !distinct.contains(&member) {
            distinct.push(member);
        }
    }
    distinct
}

//! Names that generated code can hold: identifiers, and no two alike.

use std::collections::BTreeMap;

use schema_registry::{
    diagnostic::{Diagnostic, Location},
    json,
    model::{Family as FamilySchema, Registry},
    names,
    rules::NAME_COLLISION,
};

use super::{At, Defined, Lowering};
use crate::{
    model::{Kind, Type},
    rust::{self, idents, idents::is_identifier},
};

/// Families that generate into one folder would overwrite each other's files.
pub(super) fn shared_folders(registry: &Registry) -> Vec<Diagnostic> {
    let Some(config) = registry.sources.get(registry.config_source) else {
        return Vec::new();
    };
    let folder = |family: &FamilySchema| {
        let folder = family.config.outputs.rust.as_deref()?;
        Some(crate::join(folder, ""))
    };
    let mut findings = Vec::new();
    for (index, family) in registry.families.iter().enumerate() {
        let mut before = registry.families.iter().take(index);
        let Some(other) =
            before.find(|other| folder(other).is_some() && folder(other) == folder(family))
        else {
            continue;
        };
        let place = format!("families.{}.outputs", family.name);
        let start = config.text.find(&place).unwrap_or_default();
        let message = format!(
            "the families `{}` and `{}` have one folder for generated Rust",
            other.name, family.name
        );
        findings.push(
            Diagnostic::new(&NAME_COLLISION, message)
                .help("give each family a folder of its own")
                .at(Location::at_span(config, start..start + place.len())),
        );
    }
    findings
}

impl Lowering<'_> {
    /// An alias of Rust cannot hold itself, not even in a list.
    pub(super) fn check_aliases(&mut self) {
        let target = |index: usize| match self.types.get(index)?.def.as_ref().map(|def| &def.kind) {
            Some(Kind::Alias(ty)) => ty.named(),
            _ => None,
        };
        let names: BTreeMap<&str, usize> = (self.types.iter().enumerate().rev())
            .map(|(index, defined)| (defined.name.as_str(), index))
            .collect();
        let next = |index: usize| target(index).and_then(|name| names.get(name).copied());
        // Which walk came by each type first. A walk that meets itself has found a way without end.
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

    /// A place for a type that is being read, or a finding if the name is taken.
    pub(super) fn reserve(&mut self, at: At<'_>, name: &str) -> Option<usize> {
        if rust::is_taken(name, self.major.envelope.is_some()) {
            let message = format!("the type `{name}` is one that generated code has for itself");
            self.taken(at, &message);
            return None;
        }
        if !is_identifier(name) {
            self.taken(at, &format!("`{name}` cannot be the name of a type"));
            return None;
        }
        if self.defined(name).is_some() {
            self.taken(at, &format!("there is another type `{name}`"));
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
        let help = match at.pointer.strip_prefix("/$defs/") {
            Some(name) if !name.contains('/') => "rename it",
            _ => "move this schema to `$defs` under a name of its own, and refer to it",
        };
        self.collision(at, message, help);
    }

    pub(super) fn collision(&mut self, at: At<'_>, message: &str, help: &str) {
        self.findings.push(
            Diagnostic::new(&NAME_COLLISION, message)
                .help(help)
                .at(at.schema.location(at.pointer)),
        );
    }

    /// Whether the members of a set can be variants.
    pub(super) fn check_members(&mut self, at: At<'_>, keyword: &str, members: &[String]) -> bool {
        let pointer = json::child(at.pointer, keyword);
        for member in members {
            if !is_identifier(&idents::pascal(member)) {
                let message = format!("`{member}` cannot be the name of a variant");
                let help = "begin each member with a letter";
                self.unmappable(at.keyword(&pointer), &message, help);
                return false;
            }
        }
        self.are_distinct(at, keyword, names::pascal)
    }

    /// Whether the members of a set, or the fields of an object, differ in code, too. A rule finds
    /// this when schemas are checked, in the same words; code is generated without that rule.
    pub(super) fn are_distinct(
        &mut self,
        at: At<'_>,
        keyword: &str,
        case: fn(&str) -> String,
    ) -> bool {
        let Some(node) = at.node.get(keyword) else {
            return true;
        };
        let keyword = json::child(at.pointer, keyword);
        let properties = node
            .members()
            .iter()
            .map(|member| (member.name.as_str(), json::child(&keyword, &member.name)));
        let items = node
            .items()
            .iter()
            .enumerate()
            .filter_map(|(index, item)| Some((item.as_str()?, format!("{keyword}/{index}"))));
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut distinct = true;
        for (name, pointer) in properties.chain(items) {
            let cased = case(name);
            match seen.get(&cased) {
                Some(first) if *first != name => {
                    distinct = false;
                    let message = format!("`{name}` and `{first}` are both `{cased}` in code");
                    let inner = at.keyword(&pointer);
                    self.collision(inner, &message, "rename one of them");
                }
                Some(_) => {}
                None => {
                    seen.insert(cased, name);
                }
            }
        }
        distinct
    }
}

/// The members of a set, each once.
pub(super) fn distinct(members: Vec<String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for member in members {
        if !distinct.contains(&member) {
            distinct.push(member);
        }
    }
    distinct
}

//! Definitions that have another name in the new document.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::keywords::DEFINITIONS;
use serde_json::{Map, Value};

use super::{
    branches::key,
    keyword::is_annotation,
    pointer::{self, child, item},
};

/// The maximum number of passes. A renamed definition is recognised once the definitions that it refers to are. If a
/// document has longer chains of new names, some of them are reported as removed and added.
const MOST_PASSES: usize = 8;

/// Reports whether the members of this keyword are definitions.
pub(super) fn is_container(keyword: &str) -> bool {
    DEFINITIONS.contains(&keyword)
}

/// The renamed definitions, by their pointers.
#[derive(Debug, Default)]
pub(super) struct Renames {
    to_new: BTreeMap<String, String>,
    to_old: BTreeMap<String, String>,
}

impl Renames {
    /// Finds the definitions whose name is not in the new document and that are there under a new name. Their content
    /// is equal, or similar if a reference to the new name has replaced a reference to the old one.
    pub(super) fn of(old: &Value, new: &Value) -> Self {
        let mut found = Self::default();
        // References inside a schema with an address are relative to it, so they cannot be compared with others.
        if has_inner_address(old) || has_inner_address(new) {
            return found;
        }
        for _ in 0..MOST_PASSES {
            let mut pass = Pass {
                renames: &found,
                old,
                new,
                same: Vec::new(),
                votes: BTreeMap::new(),
                lost: BTreeSet::new(),
                gained: BTreeSet::new(),
            };
            pass.visit(old, new, "", "");
            let pairs = pass.pairs();
            if pairs.is_empty() {
                break;
            }
            for (old, new) in pairs {
                if !found.to_new.contains_key(&old) && !found.to_old.contains_key(&new) {
                    found.to_old.insert(new.clone(), old.clone());
                    found.to_new.insert(old, new);
                }
            }
        }
        found
    }

    /// Returns the new pointer of a renamed definition.
    pub(super) fn get(&self, old: &str) -> Option<&str> {
        self.to_new.get(old).map(String::as_str)
    }

    /// Reports whether a definition of the new document had another name.
    pub(super) fn is_renamed(&self, new: &str) -> bool {
        self.to_old.contains_key(new)
    }

    /// Translates a pointer into the old document to one into the new.
    pub(super) fn to_new(&self, old: &str) -> String {
        translate(&self.to_new, old)
    }

    /// Translates a pointer into the new document to one into the old.
    pub(super) fn to_old(&self, new: &str) -> String {
        translate(&self.to_old, new)
    }

    /// Returns the pointer that a definition of the new document would have in the old one, under its new name.
    pub(super) fn place_in_old(&self, new: &str) -> String {
        match pointer::split(new) {
            Some((container, name)) => child(&translate(&self.to_old, container), &name),
            None => String::new(),
        }
    }

    /// Reports whether a reference of the old document and one of the new document lead to the same place.
    pub(super) fn are_same(&self, old: &Value, new: &Value) -> bool {
        match (local_target(old), local_target(new)) {
            (Some(old), Some(new)) => self.to_new(&old) == new,
            _ => old == new,
        }
    }

    /// Returns a value of the new document with the old names in its references.
    pub(super) fn value_to_old(&self, new: &Value) -> Value {
        let mut value = new.clone();
        if !self.to_old.is_empty() {
            pointer::rewrite_references(&mut value, &|reference| {
                let target = pointer::target(reference)?;
                let old = translate(&self.to_old, &target);
                (old != target).then(|| pointer::reference_to(&old))
            });
        }
        value
    }

    /// Returns the value of a keyword of the new document with the old names in its references.
    pub(super) fn keyword_to_old(&self, keyword: &str, value: &Value) -> Value {
        let schema = Value::Object(Map::from_iter([(keyword.to_owned(), value.clone())]));
        let schema = self.value_to_old(&schema);
        schema.get(keyword).unwrap_or(value).clone()
    }
}

fn translate(names: &BTreeMap<String, String>, pointer: &str) -> String {
    let renamed = pointer::prefixes(pointer)
        .find_map(|prefix| names.get(prefix).map(|other| (prefix, other)));
    match renamed {
        Some((prefix, other)) => {
            let rest = pointer.get(prefix.len()..).unwrap_or_default();
            format!("{other}{rest}")
        }
        None => pointer.to_owned(),
    }
}

fn local_target(reference: &Value) -> Option<String> {
    reference.as_str().and_then(pointer::target)
}

/// Reports whether a schema below the root has an address of its own.
fn has_inner_address(root: &Value) -> bool {
    fn visit(value: &Value, is_root: bool) -> bool {
        match value {
            Value::Array(items) => items.iter().any(|item| visit(item, false)),
            Value::Object(members) => {
                let id = members.get("$id").or_else(|| members.get("id"));
                (!is_root && id.is_some_and(Value::is_string))
                    || members.values().any(|member| visit(member, false))
            }
            _ => false,
        }
    }
    visit(root, true)
}

/// One walk over the places that both documents have.
struct Pass<'a> {
    renames: &'a Renames,
    old: &'a Value,
    new: &'a Value,
    /// Definitions with equal content.
    same: Vec<(String, String)>,
    /// For each target of a reference in the old document, the targets of the references at the same places in the new
    /// document.
    votes: BTreeMap<String, BTreeSet<String>>,
    lost: BTreeSet<String>,
    gained: BTreeSet<String>,
}

impl<'a> Pass<'a> {
    fn visit(&mut self, old: &'a Value, new: &'a Value, at_old: &str, at_new: &str) {
        if old == new {
            return;
        }
        match (old, new) {
            (Value::Array(olds), Value::Array(news)) => {
                for (index, (old, new)) in olds.iter().zip(news).enumerate() {
                    self.visit(old, new, &item(at_old, index), &item(at_new, index));
                }
            }
            (Value::Object(olds), Value::Object(news)) => {
                self.definitions(olds, news, at_old, at_new);
                for (name, old) in olds {
                    let Some(new) = news.get(name) else { continue };
                    if name == "$ref"
                        && let (Some(old), Some(new)) = (local_target(old), local_target(new))
                    {
                        self.votes.entry(old).or_default().insert(new);
                    }
                    self.visit(old, new, &child(at_old, name), &child(at_new, name));
                }
            }
            _ => {}
        }
    }

    fn definitions(
        &mut self,
        olds: &'a Map<String, Value>,
        news: &'a Map<String, Value>,
        at_old: &str,
        at_new: &str,
    ) {
        let only = |these: &'a Map<String, Value>, others: &'a Map<String, Value>| {
            let mut found: Vec<(&'static str, &'a String, &'a Value)> = Vec::new();
            for container in DEFINITIONS {
                let Some(Value::Object(members)) = these.get(container) else {
                    continue;
                };
                let other = others.get(container).and_then(Value::as_object);
                let has = |name: &str| other.is_some_and(|other| other.contains_key(name));
                found.extend(
                    members
                        .iter()
                        .filter(|(name, _)| !has(name))
                        .map(|(name, value)| (container, name, value)),
                );
            }
            found
        };
        let mut by_name: BTreeMap<&str, String> = BTreeMap::new();
        let mut by_content: BTreeMap<String, String> = BTreeMap::new();
        for (container, name, value) in only(news, olds) {
            let pointer = child(&child(at_new, container), name);
            if !self.renames.is_renamed(&pointer) {
                let content = key(&self.renames.value_to_old(value));
                by_content.entry(content).or_insert_with(|| pointer.clone());
                by_name.entry(name).or_insert_with(|| pointer.clone());
                self.gained.insert(pointer);
            }
        }
        for (container, name, value) in only(olds, news) {
            let pointer = child(&child(at_old, container), name);
            if let Some(renamed) = self.renames.get(&pointer) {
                if let Some(new) = self.new.pointer(renamed) {
                    self.visit(value, new, &pointer, renamed);
                }
                continue;
            }
            // A definition with the same name that is not under the same keyword is under the other one.
            let same = by_name
                .get(name.as_str())
                .or_else(|| by_content.get(&key(value)));
            if let Some(renamed) = same {
                self.same.push((pointer.clone(), renamed.clone()));
            }
            self.lost.insert(pointer);
        }
    }

    fn pairs(self) -> Vec<(String, String)> {
        let mut votes_for: BTreeMap<&str, usize> = BTreeMap::new();
        for new in self.votes.values().flatten() {
            *votes_for.entry(new).or_default() += 1;
        }
        let mut pairs = Vec::new();
        for (old, news) in &self.votes {
            let (Some(new), 1) = (news.first(), news.len()) else {
                continue;
            };
            if votes_for.get(new.as_str()) == Some(&1)
                && self.lost.contains(old)
                && self.gained.contains(new)
                && let (Some(Value::Object(before)), Some(Value::Object(after))) =
                    (self.old.pointer(old), self.new.pointer(new))
                && are_alike(before, after)
            {
                pairs.push((old.clone(), new.clone()));
            }
        }
        pairs.extend(self.same);
        pairs
    }
}

/// Reports whether two schemas share at least half of their statements, and no constant distinguishes them.
fn are_alike(old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
    shared(old, new).is_some()
}

/// Returns the number of statements that two schemas share. `None` if it is zero or less than half of them, or if a
/// constant distinguishes the schemas.
pub(super) fn shared(old: &Map<String, Value>, new: &Map<String, Value>) -> Option<usize> {
    let (olds, news) = (statements(old), statements(new));
    let shared = olds
        .iter()
        .filter(|(name, old)| news.get(*name) == Some(*old))
        .count();
    let is_enough = shared > 0 && 2 * shared >= olds.len().max(news.len());
    (is_enough && !has_other_tag(&olds, &news)).then_some(shared)
}

/// Reports whether two schemas have at least one keyword or property in common, and no constant distinguishes them.
pub(super) fn are_related(old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
    let (olds, news) = (statements(old), statements(new));
    !has_other_tag(&olds, &news) && olds.keys().any(|name| news.contains_key(name))
}

fn has_other_tag(olds: &Statements<'_>, news: &Statements<'_>) -> bool {
    let constant = |value: &Value| value.get("const").cloned();
    olds.iter().any(|(name, old)| {
        news.get(name).is_some_and(|new| {
            constant(old).is_some() && constant(new).is_some() && constant(old) != constant(new)
        })
    })
}

/// The statements of a schema: values by keyword, and schemas of `properties` by keyword and name.
type Statements<'v> = BTreeMap<(&'v str, &'v str), &'v Value>;

/// Returns the statements of a schema: its keywords without annotations, and its properties one by one.
fn statements(schema: &Map<String, Value>) -> Statements<'_> {
    let mut found = BTreeMap::new();
    for (keyword, value) in schema {
        match value {
            Value::Object(properties) if keyword == "properties" => {
                for (name, property) in properties {
                    found.insert((keyword.as_str(), name.as_str()), property);
                }
            }
            value if !is_annotation(keyword) => {
                found.insert((keyword.as_str(), ""), value);
            }
            _ => {}
        }
    }
    found
}

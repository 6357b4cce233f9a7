//! Summaries of nodes: enough to distinguish the branches of a tagged union.

use std::collections::{BTreeMap, BTreeSet};

use super::Solver;
use crate::model::{Constant, Id, Kinds, Node, Text};

/// Facts about every value that a node accepts.
#[derive(Clone, Debug)]
pub(super) struct Summary {
    pub(super) kinds: Kinds,
    pub(super) values: Option<BTreeSet<Constant>>,
    /// The possible values of a property, if it is there.
    pub(super) properties: BTreeMap<Text, BTreeSet<Constant>>,
    pub(super) required: BTreeSet<Text>,
    pub(super) absent: BTreeSet<Text>,
    /// The names of all possible members, if they are known.
    only: Option<BTreeSet<Text>>,
}

/// A property whose value selects branches of a union.
pub(super) struct Tag {
    name: Text,
    /// True if all branches require it.
    is_required: bool,
    branches: BTreeMap<Constant, Vec<Id>>,
}

/// The minimum number of branches of a union that are selected by a tag.
pub(super) const FEWEST_TAGGED: usize = 8;

/// The maximum number of branches of a union that are compared in pairs.
const MOST_IN_PAIRS: usize = 128;

impl Default for Summary {
    fn default() -> Self {
        Self {
            kinds: Kinds::ALL,
            values: None,
            properties: BTreeMap::new(),
            required: BTreeSet::new(),
            absent: BTreeSet::new(),
            only: None,
        }
    }
}

impl Summary {
    /// Returns the number of parts that a copy has.
    pub(super) fn size(&self) -> usize {
        let values = self.values.as_ref().map_or(0, BTreeSet::len);
        let only = self.only.as_ref().map_or(0, BTreeSet::len);
        values + only + self.properties.len() + self.required.len() + self.absent.len()
    }

    /// Reports whether no value satisfies both summaries.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        let kinds = self.kinds.and(other.kinds);
        if kinds.is_empty() {
            return true;
        }
        if let (Some(left), Some(right)) = (&self.values, &other.values)
            && left.is_disjoint(right)
        {
            return true;
        }
        if kinds != Kinds::OBJECT {
            return false;
        }
        if !self.required.is_disjoint(&other.absent) || !self.absent.is_disjoint(&other.required) {
            return true;
        }
        let lacks = |only: &Option<BTreeSet<Text>>, required: &BTreeSet<Text>| {
            only.as_ref().is_some_and(|only| !required.is_subset(only))
        };
        if lacks(&self.only, &other.required) || lacks(&other.only, &self.required) {
            return true;
        }
        self.properties.iter().any(|(name, left)| {
            let is_required = self.required.contains(name) || other.required.contains(name);
            is_required
                && other
                    .properties
                    .get(name)
                    .is_some_and(|right| left.is_disjoint(right))
        })
    }

    pub(super) fn narrow(&mut self, other: &Self) {
        self.kinds = self.kinds.and(other.kinds);
        narrow_set(&mut self.values, other.values.as_ref());
        for (name, values) in &other.properties {
            let mut known = self.properties.remove(name);
            narrow_set(&mut known, Some(values));
            self.properties.extend(known.map(|known| (*name, known)));
        }
        self.required.extend(&other.required);
        self.absent.extend(&other.absent);
        narrow_set(&mut self.only, other.only.as_ref());
    }

    fn widen(&mut self, other: &Self) {
        self.kinds = self.kinds.or(other.kinds);
        self.values = match (self.values.take(), &other.values) {
            (Some(mut left), Some(right)) => {
                left.extend(right);
                Some(left)
            }
            _ => None,
        };
        self.properties
            .retain(|name, _| other.properties.contains_key(name));
        for (name, values) in &mut self.properties {
            values.extend(other.properties.get(name).into_iter().flatten());
        }
        self.required.retain(|name| other.required.contains(name));
        self.absent.retain(|name| other.absent.contains(name));
        self.only = match (self.only.take(), &other.only) {
            (Some(mut left), Some(right)) => {
                left.extend(right);
                Some(left)
            }
            _ => None,
        };
    }
}

fn narrow_set<T: Ord + Clone>(known: &mut Option<BTreeSet<T>>, other: Option<&BTreeSet<T>>) {
    let Some(other) = other else { return };
    match known {
        Some(known) => known.retain(|value| other.contains(value)),
        None => *known = Some(other.clone()),
    }
}

impl Solver<'_> {
    pub(super) fn summary(&mut self, id: Id) -> &Summary {
        if !self.summaries.contains_key(&id) {
            // While it is being summarised, nothing is known about it.
            self.summaries.insert(id, Summary::default());
            let summary = self.summarise(id);
            self.summaries.insert(id, summary);
        }
        self.summaries.entry(id).or_default()
    }

    /// Reports whether the summaries of two nodes exclude each other, so that no value is accepted by both.
    pub(crate) fn exclude(&mut self, left: Id, right: Id) -> bool {
        let left = self.summary(left).clone();
        left.excludes(self.summary(right))
    }

    fn summarise(&mut self, id: Id) -> Summary {
        let model = self.model;
        let mut summary = Summary::default();
        match model.node(id) {
            Node::All(parts) => {
                for part in parts {
                    let part = self.summary(*part).clone();
                    summary.narrow(&part);
                }
            }
            Node::Any(parts) | Node::One(parts) => {
                let mut all: Option<Summary> = None;
                for part in parts {
                    let part = self.summary(*part);
                    match &mut all {
                        _ if part.kinds.is_empty() => {}
                        Some(all) => all.widen(part),
                        None => all = Some(part.clone()),
                    }
                }
                summary = all.unwrap_or(Summary {
                    kinds: Kinds::NONE,
                    ..Summary::default()
                });
            }
            Node::Not(part) => {
                // `not` an object with a property.
                if let Node::All(parts) = model.node(*part)
                    && let [left, right] = parts.as_slice()
                    && let (Node::Kinds(Kinds::OBJECT), Node::Required(name))
                    | (Node::Required(name), Node::Kinds(Kinds::OBJECT)) =
                        (model.node(*left), model.node(*right))
                {
                    summary.absent.insert(*name);
                }
            }
            Node::Kinds(kinds) => summary.kinds = *kinds,
            Node::Values(constants) => {
                summary.kinds = Kinds::NONE;
                for constant in constants {
                    let mut kind = Kinds::of(model.constant(*constant));
                    if kind.has(Kinds::INTEGER) {
                        kind = Kinds::INTEGER;
                    }
                    summary.kinds = summary.kinds.or(kind);
                }
                summary.values = Some(constants.iter().copied().collect());
            }
            Node::Required(name) => {
                summary.required.insert(*name);
            }
            Node::Members(selector, schema)
                if model.is_never(*schema)
                    && selector.matching.is_empty()
                    && selector.patterns.is_empty() =>
            {
                summary.only = Some(selector.names.iter().copied().collect());
            }
            Node::Property(name, schema) => {
                if let Some(values) = self.summary(*schema).values.clone() {
                    summary.properties.insert(*name, values);
                }
            }
            Node::Definition(definition) => {
                if let Some(Some(body)) = model.definitions.get(*definition) {
                    summary = self.summary(*body).clone();
                }
            }
            _ => {}
        }
        summary
    }

    /// Returns the branches of a large union of objects that can hold, by their tag; `None` if the tag does not help.
    pub(super) fn by_tag(&mut self, id: Id, parts: &[Id], known: &Summary) -> Option<Vec<Id>> {
        if parts.len() < FEWEST_TAGGED || known.kinds != Kinds::OBJECT {
            return None;
        }
        if !self.tags.contains_key(&id) {
            let tag = self.tag_of(parts);
            self.tags.insert(id, tag);
        }
        let tag = self.tags.get(&id)?.as_ref()?;
        let values = known.properties.get(&tag.name)?;
        let is_required = known.required.contains(&tag.name) || tag.is_required;
        is_required.then(|| {
            let found = values.iter().filter_map(|value| tag.branches.get(value));
            let found: BTreeSet<&Id> = found.flatten().collect();
            // A branch with several of the values occurs once. One that is written twice occurs twice.
            let alive = parts.iter().filter(|part| found.contains(part));
            alive.copied().collect()
        })
    }

    fn tag_of(&mut self, parts: &[Id]) -> Option<Tag> {
        let first = self.summary(*parts.first()?).clone();
        'tags: for name in first.properties.keys() {
            let mut tag = Tag {
                name: *name,
                is_required: true,
                branches: BTreeMap::new(),
            };
            for part in parts {
                let summary = self.summary(*part);
                let Some(values) = summary.properties.get(name) else {
                    continue 'tags;
                };
                tag.is_required &= summary.required.contains(name);
                for value in values {
                    tag.branches.entry(*value).or_default().push(*part);
                }
            }
            if tag.branches.len() > 1 {
                return Some(tag);
            }
        }
        None
    }

    /// Reports whether the summaries of these nodes show that no two of them accept the same value of some kinds: their
    /// kinds differ, or a property distinguishes them, or each pair excludes each other.
    pub(super) fn are_exclusive(&mut self, id: Id, parts: &[Id], kinds: Kinds) -> bool {
        let is_object = kinds == Kinds::OBJECT;
        if let Some(known) = self.exclusive.get(&(id, is_object)) {
            return *known;
        }
        let summaries: Vec<Summary> = parts
            .iter()
            .map(|part| {
                let mut summary = self.summary(*part).clone();
                if is_object {
                    summary.kinds = summary.kinds.and(kinds);
                }
                summary
            })
            .filter(|summary| !summary.kinds.is_empty())
            .collect();
        let is_exclusive =
            differ_in_kind(&summaries) || differ_in_tag(&summaries) || differ_in_pairs(&summaries);
        self.exclusive.insert((id, is_object), is_exclusive);
        is_exclusive
    }
}

fn differ_in_kind(summaries: &[Summary]) -> bool {
    let mut taken = Kinds::NONE;
    summaries.iter().all(|summary| {
        let is_new = !taken.has(summary.kinds);
        taken = taken.or(summary.kinds);
        is_new
    })
}

fn differ_in_pairs(summaries: &[Summary]) -> bool {
    let pairs = |(at, left): (usize, &Summary)| {
        let mut others = summaries.iter().skip(at + 1);
        others.all(|right| left.excludes(right))
    };
    summaries.len() <= MOST_IN_PAIRS && summaries.iter().enumerate().all(pairs)
}

fn differ_in_tag(summaries: &[Summary]) -> bool {
    let Some(first) = summaries.first() else {
        return false;
    };
    first.properties.keys().any(|tag| {
        let mut taken = BTreeSet::new();
        summaries.iter().all(|summary| {
            summary.kinds == Kinds::OBJECT
                && summary.required.contains(tag)
                && summary
                    .properties
                    .get(tag)
                    .is_some_and(|values| values.iter().all(|value| taken.insert(*value)))
        })
    })
}

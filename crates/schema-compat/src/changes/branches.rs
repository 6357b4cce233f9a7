//! Differences between two lists in which the order does not matter, and names for the branches of unions.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{change::Branch, pointer, renames::Renames};

/// The correspondence between the members of two lists.
#[derive(Debug, Default)]
pub(super) struct ListDiff {
    /// Positions in the old list whose members are not in the new list.
    pub(super) removed: Vec<usize>,
    /// Positions in the new list whose members are not in the old list.
    pub(super) added: Vec<usize>,
    /// Positions of the members that are in both lists, in the order of the old list.
    pub(super) common: Vec<(usize, usize)>,
}

impl ListDiff {
    /// Compares two lists by the keys of their members. Returns `None` if a list has a key twice.
    pub(super) fn of<K: Ord>(old: &[K], new: &[K]) -> Option<Self> {
        let is_set = |list: &[K]| list.iter().collect::<BTreeSet<_>>().len() == list.len();
        if !is_set(old) || !is_set(new) {
            return None;
        }
        let places: BTreeMap<&K, usize> = new.iter().zip(0..).collect();
        let mut diff = Self::default();
        for (index, key) in old.iter().enumerate() {
            match places.get(key) {
                Some(&place) => diff.common.push((index, place)),
                None => diff.removed.push(index),
            }
        }
        let kept: BTreeSet<usize> = diff.common.iter().map(|(_, new)| *new).collect();
        diff.added = (0..new.len()).filter(|at| !kept.contains(at)).collect();
        Some(diff)
    }

    /// Reports whether the lists differ.
    pub(super) fn is_difference(&self) -> bool {
        !self.removed.is_empty() || !self.added.is_empty() || self.is_reordered()
    }

    /// Reports whether the members that are in both lists have another order in the new list.
    pub(super) fn is_reordered(&self) -> bool {
        !self.common.is_sorted_by_key(|(_, new)| *new)
    }

    /// Returns the old list with the common members in the order of the new list. All other members keep their
    /// positions.
    pub(super) fn reordered(&self, old: &[Value]) -> Vec<Value> {
        let mut by_new = self.common.clone();
        by_new.sort_by_key(|(_, new)| *new);
        let mut out = old.to_vec();
        for ((place, _), (from, _)) in self.common.iter().zip(by_new) {
            if let (Some(slot), Some(value)) = (out.get_mut(*place), old.get(from)) {
                *slot = value.clone();
            }
        }
        out
    }
}

/// Returns the key of a value in a set: its JSON text, with the members of objects sorted by name.
pub(super) fn key(value: &Value) -> String {
    let mut value = value.clone();
    value.sort_all_objects();
    value.to_string()
}

/// An identity for each branch of a list, or `None` for a branch without one.
type Identities = Vec<Option<String>>;

/// The branches of two unions, and the tag that distinguishes them.
pub(super) struct Branches<'a> {
    old: BranchList<'a>,
    new: BranchList<'a>,
    renames: &'a Renames,
    /// The property that has a different constant in every branch.
    tag: Option<String>,
}

struct BranchList<'a> {
    branches: &'a [Value],
    tags: Vec<BTreeMap<&'a str, &'a Value>>,
    /// The number of branches of each type.
    types: BTreeMap<&'a str, usize>,
}

/// The maximum number of properties of a branch that are considered as its tag. Further constants are ignored.
const MOST_TAGS: usize = 64;

/// The maximum length in bytes of a string that may be a tag. People do not recognise a longer one at a glance.
const LONGEST_TAG: usize = 256;

impl<'a> Branches<'a> {
    pub(super) fn new(
        (old_root, old): (&'a Value, &'a [Value]),
        (new_root, new): (&'a Value, &'a [Value]),
        renames: &'a Renames,
    ) -> Self {
        let (old, new) = (
            BranchList::new(old_root, old),
            BranchList::new(new_root, new),
        );
        let tag = tag([&old, &new]);
        Self {
            old,
            new,
            renames,
            tag,
        }
    }

    /// Matches the branches of both unions: first by tag, then by the name of the definition that they refer to, then
    /// by equality, then by position.
    pub(super) fn diff(&self) -> ListDiff {
        let mut pairs: BTreeMap<usize, usize> = BTreeMap::new();
        let mut is_taken: BTreeSet<usize> = BTreeSet::new();
        for (olds, news) in self.identities() {
            let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (at, identity) in news.into_iter().enumerate().rev() {
                if let (Some(identity), false) = (identity, is_taken.contains(&at)) {
                    waiting.entry(identity).or_default().push(at);
                }
            }
            for (at, identity) in olds.into_iter().enumerate() {
                if let (Some(identity), false) = (identity, pairs.contains_key(&at))
                    && let Some(place) = waiting.get_mut(&identity).and_then(Vec::pop)
                {
                    pairs.insert(at, place);
                    is_taken.insert(place);
                }
            }
        }
        let is_nameless = |side: &BranchList<'_>, at: usize, is_old: bool| {
            self.tag_of(side, at).is_none() && self.reference_key(side, at, is_old).is_none()
        };
        let rest: Vec<usize> = (0..self.new.branches.len())
            .filter(|at| !is_taken.contains(at) && is_nameless(&self.new, *at, false))
            .collect();
        let left: Vec<usize> = (0..self.old.branches.len())
            .filter(|at| !pairs.contains_key(at) && is_nameless(&self.old, *at, true))
            .collect();
        pairs.extend(left.into_iter().zip(rest));
        let kept: BTreeSet<usize> = pairs.values().copied().collect();
        ListDiff {
            removed: (0..self.old.branches.len())
                .filter(|at| !pairs.contains_key(at))
                .collect(),
            added: (0..self.new.branches.len())
                .filter(|at| !kept.contains(at))
                .collect(),
            common: pairs.into_iter().collect(),
        }
    }

    /// Returns identities for the branches of the old and of the new list, in three ways: by tag, by reference, and by
    /// content. The most reliable way comes first.
    fn identities(&self) -> [(Identities, Identities); 3] {
        let each = |side: &BranchList<'_>, identify: &dyn Fn(usize) -> Option<String>| {
            (0..side.branches.len()).map(identify).collect::<Vec<_>>()
        };
        let tags = |side| each(side, &|at| self.tag_of(side, at).map(key));
        let references = |side, is_old| each(side, &|at| self.reference_key(side, at, is_old));
        let contents = |side: &BranchList<'_>, is_old| {
            each(side, &|at| {
                let branch = side.branches.get(at)?;
                Some(if is_old {
                    key(branch)
                } else {
                    key(&self.renames.value_to_old(branch))
                })
            })
        };
        let (old, new) = (&self.old, &self.new);
        [
            (tags(old), tags(new)),
            (references(old, true), references(new, false)),
            (contents(old, true), contents(new, false)),
        ]
    }

    pub(super) fn old_name(&self, index: usize) -> Branch {
        self.name(&self.old, index)
    }

    pub(super) fn new_name(&self, index: usize) -> Branch {
        self.name(&self.new, index)
    }

    fn name(&self, side: &BranchList<'_>, index: usize) -> Branch {
        side.name(index, self.tag.as_deref())
    }

    fn tag_of<'s>(&self, side: &'s BranchList<'a>, index: usize) -> Option<&'s Value> {
        side.tag_of(index, self.tag.as_deref()?)
    }

    fn reference_key(&self, side: &BranchList<'_>, index: usize, is_old: bool) -> Option<String> {
        let reference = side.branches.get(index).and_then(reference)?;
        match pointer::target(reference) {
            Some(target) if is_old => Some(self.renames.to_new(&target)),
            Some(target) => Some(target),
            None => Some(reference.to_owned()),
        }
    }
}

/// Returns a name for each branch of a union.
pub(super) fn branch_names(root: &Value, branches: &[Value]) -> Vec<Branch> {
    let side = BranchList::new(root, branches);
    let tag = tag([&side, &side]);
    let indices = 0..branches.len();
    indices
        .map(|index| side.name(index, tag.as_deref()))
        .collect()
}

/// Returns the property that has a different constant in every branch, in both lists.
fn tag(sides: [&BranchList<'_>; 2]) -> Option<String> {
    let [old, new] = sides;
    let mut names = old.tags.first()?.keys();
    names
        .find(|name| old.is_told_apart_by(name) && new.is_told_apart_by(name))
        .map(|name| (*name).to_owned())
}

impl<'a> BranchList<'a> {
    fn new(root: &'a Value, branches: &'a [Value]) -> Self {
        let mut types = BTreeMap::new();
        for name in branches.iter().filter_map(type_of) {
            *types.entry(name).or_default() += 1;
        }
        Self {
            branches,
            tags: branches.iter().map(|branch| tags(root, branch)).collect(),
            types,
        }
    }

    fn tag_of(&self, index: usize, tag: &str) -> Option<&'a Value> {
        self.tags.get(index)?.get(tag).copied()
    }

    fn name(&self, index: usize, tag: Option<&str>) -> Branch {
        if let Some(tag) = tag
            && let Some(value) = self.tag_of(index, tag)
        {
            return Branch::Tag {
                property: tag.to_owned(),
                value: value.clone(),
            };
        }
        if let Some(reference) = self.branches.get(index).and_then(reference) {
            return Branch::Reference {
                reference: reference.to_owned(),
            };
        }
        match self.type_of(index) {
            Some(name) => Branch::Type {
                name: name.to_owned(),
            },
            None => Branch::Position { index },
        }
    }

    /// Returns the type of a branch, if no other branch of the list has the same type.
    fn type_of(&self, index: usize) -> Option<&'a str> {
        let name = type_of(self.branches.get(index)?)?;
        (self.types.get(name) == Some(&1)).then_some(name)
    }

    fn is_told_apart_by(&self, name: &str) -> bool {
        // Most names are missing in some branch, and the iteration stops at the first such branch.
        let mut keys = BTreeSet::new();
        self.tags.iter().all(|tags| {
            let value = tags.get(name);
            value.is_some_and(|value| keys.insert(key(value)))
        })
    }
}

fn type_of(branch: &Value) -> Option<&str> {
    branch.get("type")?.as_str()
}

fn reference(branch: &Value) -> Option<&str> {
    branch.get("$ref")?.as_str()
}

/// Returns the constant properties of a branch, or of the schema that it refers to.
fn tags<'a>(root: &'a Value, branch: &'a Value) -> BTreeMap<&'a str, &'a Value> {
    /// The maximum length of a chain of references that is followed to find tags.
    const LONGEST: usize = 100;
    let mut schema = branch;
    let mut found = BTreeMap::new();
    for _ in 0..LONGEST {
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            if let Some(value) = property.get("const").filter(|value| is_short(value)) {
                found.entry(name.as_str()).or_insert(value);
            }
            if found.len() >= MOST_TAGS {
                return found;
            }
        }
        let target = reference(schema).and_then(pointer::target);
        match target.and_then(|target| root.pointer(&target)) {
            Some(next) => schema = next,
            None => break,
        }
    }
    found
}

fn is_short(value: &Value) -> bool {
    match value {
        Value::String(text) => text.len() <= LONGEST_TAG,
        Value::Array(_) | Value::Object(_) => false,
        _ => true,
    }
}

//! The changes of one schema, in groups that make sense only together.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    change::{Change, ChangeKind},
    diff::{Object, PointerPair},
    edit::Edit,
    renames::is_container,
};

/// Keywords that only have a meaning next to each other.
const TEAMS: [&[&str]; 2] = [
    &["if", "then", "else"],
    &["contains", "minContains", "maxContains"],
];

/// The changes of one schema, without those of the schemas inside it.
pub(super) struct LocalChanges<'a> {
    pub(super) at: PointerPair,
    pub(super) olds: &'a Object,
    pub(super) news: &'a Object,
    found: Vec<LocalChange>,
}

struct LocalChange {
    keyword: String,
    change: Change,
    group: usize,
}

impl<'a> LocalChanges<'a> {
    pub(super) fn new(at: PointerPair, olds: &'a Object, news: &'a Object) -> Self {
        Self {
            at,
            olds,
            news,
            found: Vec::new(),
        }
    }

    pub(super) fn push(
        &mut self,
        keyword: &str,
        kind: ChangeKind,
        places: (Option<String>, Option<String>),
        edits: impl IntoIterator<Item = Edit>,
    ) {
        self.found.push(LocalChange {
            keyword: keyword.to_owned(),
            change: Change::new(kind, places, self.at.before.iter().cloned().chain(edits)),
            group: self.found.len(),
        });
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// Puts all changes from a position on into one group.
    pub(super) fn join_since(&mut self, start: usize) {
        let members: Vec<usize> = (start..self.found.len()).collect();
        self.join(&members);
    }

    /// Returns the changes with the numbers of their groups. The numbers continue after `groups`.
    pub(super) fn grouped(mut self, groups: &mut usize) -> Vec<Change> {
        self.join_what_goes_together();
        let base = *groups + 1;
        *groups += self.found.len();
        self.found
            .into_iter()
            .map(|found| Change {
                group: base + found.group,
                ..found.change
            })
            .collect()
    }

    fn join_what_goes_together(&mut self) {
        // A reference replaces everything that the schema says.
        if self.found.iter().any(|found| found.keyword == "$ref") {
            self.join(&self.which(|_| true));
        }
        // An addition and a removal in the same schema form one replacement.
        let came = self.which(|found| self.comes(found));
        let went = self.which(|found| self.goes(found));
        if !came.is_empty() && !went.is_empty() {
            self.join(&[came, went].concat());
        }
        // A field moves with the schema that declares it on the other side.
        let moved = self.which(|found| matches!(found.change.kind, ChangeKind::FieldMoved { .. }));
        if !moved.is_empty() {
            let all = self.which(|found| found.keyword == "allOf");
            self.join(&[moved, all].concat());
        }
        for team in TEAMS {
            let members = self.which(|found| team.contains(&found.keyword.as_str()));
            self.join(&members);
        }
    }

    /// Returns the positions of the changes for which `holds` is true, without those that are never part of a group.
    fn which(&self, holds: impl Fn(&LocalChange) -> bool) -> Vec<usize> {
        let candidates = self.found.iter().enumerate();
        candidates
            .filter(|(_, found)| {
                !found.change.kind.is_neutral() && !is_container(&found.keyword) && holds(found)
            })
            .map(|(index, _)| index)
            .collect()
    }

    fn comes(&self, found: &LocalChange) -> bool {
        !self.olds.contains_key(&found.keyword) || has_other_types(&found.change.kind)
    }

    fn goes(&self, found: &LocalChange) -> bool {
        !self.news.contains_key(&found.keyword) || has_other_types(&found.change.kind)
    }

    fn join(&mut self, members: &[usize]) {
        let groups: BTreeSet<usize> = members
            .iter()
            .filter_map(|index| self.found.get(*index).map(|found| found.group))
            .collect();
        let Some(first) = groups.first().copied() else {
            return;
        };
        for found in &mut self.found {
            if groups.contains(&found.group) {
                found.group = first;
            }
        }
    }
}

/// Reports whether the old and the new types exclude each other, so that the other changes of the schema concern other
/// values.
pub(super) fn has_other_types(kind: &ChangeKind) -> bool {
    let ChangeKind::Type {
        old: Some(old),
        new: Some(new),
    } = kind
    else {
        return false;
    };
    let types = |value: &Value| -> BTreeSet<String> {
        let list = match value {
            Value::Array(list) => list.clone(),
            value => vec![value.clone()],
        };
        list.iter()
            .filter_map(Value::as_str)
            .map(|name| name.replace("integer", "number"))
            .collect()
    };
    let new = types(new);
    types(old).iter().all(|old| !new.contains(old))
}

//! Fields that move from one schema to another, where both schemas describe the same object.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, ChangeKind};

/// One end of a move: the fields that moved, and the group of the change that reports the move.
struct Move {
    fields: BTreeSet<String>,
    group: usize,
}

/// Puts the two ends of each move into one group: the schema that lost a field, and the schema that got it.
pub(super) fn settle(changes: &mut [Change]) {
    let mut from: BTreeMap<String, Move> = BTreeMap::new();
    let mut to: BTreeMap<String, Move> = BTreeMap::new();
    let moved = changes.iter().filter(|change| is_move(change));
    for change in moved {
        for (ends, place) in [(&mut from, &change.old), (&mut to, &change.new)] {
            let Some(place) = place else { continue };
            let end = ends.entry(place.clone()).or_insert_with(|| Move {
                fields: BTreeSet::new(),
                group: change.group,
            });
            end.fields.extend(change.fields.iter().cloned());
        }
    }
    let mut same = Same::default();
    for change in changes.iter_mut().filter(|change| !is_move(change)) {
        let end = match &change.kind {
            ChangeKind::FieldRemoved { .. } | ChangeKind::FieldUnrefined { .. } => {
                change.old.as_ref().and_then(|place| from.get(place))
            }
            ChangeKind::FieldAdded { .. } | ChangeKind::FieldRefined { .. } => {
                change.new.as_ref().and_then(|place| to.get(place))
            }
            _ => None,
        };
        let Some(end) = end else { continue };
        same.join(change.group, end.group);
        // A field that is added or removed for other values, too, keeps its change.
        if !change.fields.iter().all(|field| end.fields.contains(field)) {
            continue;
        }
        // The schema at the other end reports whether objects still have to have the field.
        let required = false;
        match &change.kind {
            ChangeKind::FieldRemoved { name, .. } => {
                let name = name.clone();
                change.kind = ChangeKind::FieldUnrefined { name, required };
            }
            ChangeKind::FieldAdded { name, .. } => {
                let name = name.clone();
                change.kind = ChangeKind::FieldRefined { name, required };
            }
            _ => {}
        }
    }
    for change in changes {
        change.group = same.first(change.group);
    }
}

fn is_move(change: &Change) -> bool {
    matches!(change.kind, ChangeKind::FieldMoved { .. })
}

/// Joined groups of changes, as a union-find structure: each number leads to a smaller one of the same group, unless it
/// is the smallest.
#[derive(Default)]
struct Same(BTreeMap<usize, usize>);

impl Same {
    fn first(&mut self, group: usize) -> usize {
        let mut first = group;
        while let Some(smaller) = self.0.get(&first) {
            first = *smaller;
        }
        // Path compression: every number that was passed now leads to the smallest one directly.
        let mut passed = group;
        while passed != first {
            passed = self.0.insert(passed, first).unwrap_or(first);
        }
        first
    }

    fn join(&mut self, left: usize, right: usize) {
        let (left, right) = (self.first(left), self.first(right));
        if left != right {
            self.0.insert(left.max(right), left.min(right));
        }
    }
}

//! Each change with a verdict of its own.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::{
    edit::edited,
    kind::{Change, ChangeKind},
    renames::Renames,
};
use crate::{Settings, Verdict};

/// Each verdict takes two comparisons. Of documents with more changes than this, counted in groups,
/// the last ones are not judged.
const MOST_JUDGED: usize = 256;

/// What compares two documents: [`compare`](crate::compare) itself, or something that asks it elsewhere.
pub type Compare<'c> = &'c mut dyn FnMut(&Value, &Value, &Settings) -> Verdict;

/// Who is to go on working when the old document is replaced by the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Readers that know the old document and meet what is written by the new one.
    Forward,
    /// Readers that know the new document and meet what was written by the old one.
    Backward,
}

/// Something for each direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Directions<T> {
    /// What belongs to [`Direction::Forward`].
    pub forward: T,
    /// What belongs to [`Direction::Backward`].
    pub backward: T,
}

/// A change, or several that make sense only together, with verdicts of their own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Judged {
    /// The changes.
    pub changes: Vec<Change>,
    /// What they alone do to the old document. `None` if they break nothing in that direction: they are
    /// [neutral](ChangeKind::is_neutral), or definitions, or the whole pair is compatible.
    pub verdicts: Directions<Option<Verdict>>,
}

impl Direction {
    /// Both directions.
    pub const ALL: [Self; 2] = [Self::Forward, Self::Backward];

    /// The writer's document and the reader's.
    #[must_use]
    pub fn writer_and_reader<'v>(self, old: &'v Value, new: &'v Value) -> (&'v Value, &'v Value) {
        match self {
            Self::Forward => (new, old),
            Self::Backward => (old, new),
        }
    }
}

impl<T> Directions<T> {
    /// What `make` answers for each direction.
    pub fn from_fn(mut make: impl FnMut(Direction) -> T) -> Self {
        Self {
            forward: make(Direction::Forward),
            backward: make(Direction::Backward),
        }
    }

    /// What belongs to a direction.
    pub fn get(&self, direction: Direction) -> &T {
        match direction {
            Direction::Forward => &self.forward,
            Direction::Backward => &self.backward,
        }
    }

    /// What belongs to a direction, to be replaced.
    pub fn get_mut(&mut self, direction: Direction) -> &mut T {
        match direction {
            Direction::Forward => &mut self.forward,
            Direction::Backward => &mut self.backward,
        }
    }
}

impl Directions<Verdict> {
    /// Compares two documents in both directions.
    pub fn compare(old: &Value, new: &Value, settings: &Settings, compare: Compare<'_>) -> Self {
        Self::from_fn(|direction| {
            let (writer, reader) = direction.writer_and_reader(old, new);
            compare(writer, reader, settings)
        })
    }
}

/// Judges each change by making it alone in the old document.
///
/// `changes` are those of [`changes(old, new)`](super::changes), and `whole` is what comparing the
/// documents by the same settings gave. A direction in which the whole is compatible needs no more
/// comparisons. Where the whole breaks and no change alone does, all of them stand together once more,
/// at the end, with the verdict on the whole.
pub fn judge(
    old: &Value,
    new: &Value,
    changes: &[Change],
    whole: &Directions<Verdict>,
    settings: &Settings,
    compare: Compare<'_>,
) -> Vec<Judged> {
    let groups = grouped(changes);
    let renames = Renames::of(old, new);
    let judges = |group: &[Change]| group.iter().any(|change| is_judged(&change.kind));
    let count = groups.iter().filter(|group| judges(group)).count();
    let mut judged: Vec<Judged> = Vec::new();
    let mut asked = 0;
    for group in groups {
        let mut verdicts = Directions::default();
        if judges(&group) {
            asked += 1;
            let mut alone = None;
            verdicts = Directions::from_fn(|direction| {
                let whole = whole.get(direction);
                if whole.is_compatible() {
                    return None;
                }
                if count == 1 {
                    return Some(whole.clone());
                }
                if asked > MOST_JUDGED {
                    return Some(Verdict::Undecided {
                        reason: format!("the first {MOST_JUDGED} changes alone are judged"),
                    });
                }
                let alone = alone.get_or_insert_with(|| edited(old, new, &renames, &group));
                let (writer, reader) = direction.writer_and_reader(old, alone);
                Some(compare(writer, reader, settings))
            });
        }
        judged.push(Judged {
            changes: group,
            verdicts,
        });
    }
    judged.extend(together(changes, whole, &judged));
    judged
}

/// The old document with some of its changes made.
///
/// A definition that is needed for them and is not there comes with them, and one that something still
/// refers to stays.
#[must_use]
pub fn apply(old: &Value, new: &Value, changes: &[Change]) -> Value {
    edited(old, new, &Renames::of(old, new), changes)
}

/// All changes as the cause of a break that none of them is alone.
fn together(changes: &[Change], whole: &Directions<Verdict>, judged: &[Judged]) -> Option<Judged> {
    let verdicts = Directions::from_fn(|direction| {
        let whole = whole.get(direction);
        let has_cause = judged
            .iter()
            .any(|part| is_breaking(part.verdicts.get(direction).as_ref()));
        (is_breaking(Some(whole)) && !has_cause).then(|| whole.clone())
    });
    let changes: Vec<Change> = changes
        .iter()
        .filter(|change| is_judged(&change.kind))
        .cloned()
        .collect();
    (verdicts != Directions::default()).then_some(Judged { changes, verdicts })
}

/// Whether a change alone can admit or refuse something. A definition does not until something refers
/// to it, and comes and goes with that.
fn is_judged(kind: &ChangeKind) -> bool {
    let is_definition = matches!(
        kind,
        ChangeKind::DefinitionAdded { .. } | ChangeKind::DefinitionRemoved { .. }
    );
    !kind.is_neutral() && !is_definition
}

fn is_breaking(verdict: Option<&Verdict>) -> bool {
    matches!(verdict, Some(Verdict::Breaking { .. }))
}

/// The groups of changes that can admit or reject something.
pub(crate) fn judged_groups(changes: &[Change]) -> Vec<Vec<Change>> {
    let mut groups = grouped(changes);
    groups.retain(|group| group.iter().any(|change| is_judged(&change.kind)));
    groups
}

/// The changes by their groups, in the order of each group's first change.
fn grouped(changes: &[Change]) -> Vec<Vec<Change>> {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<Change>> = Vec::new();
    for change in changes {
        let place = *places.entry(change.group).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(change.clone()),
            None => groups.push(vec![change.clone()]),
        }
    }
    groups
}

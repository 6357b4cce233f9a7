//! Verdicts on single changes.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{
    change::{Change, ChangeKind},
    edit::edited,
    local::has_other_types,
    renames::Renames,
};
use crate::{Profile, Settings, Verdict, walk::count};

/// The maximum number of comparisons for single changes. Further changes are not compared.
const MOST_ASKED: usize = 512;

/// The maximum number of values that are compared for single changes, in total. It lowers the number of comparisons for
/// a large document.
const MOST_VALUES: usize = 2_000_000;

/// A function that compares two documents: [`compare`](crate::compare), or one that runs it elsewhere.
pub type Compare<'c> = &'c mut dyn FnMut(&Value, &Value, &Settings) -> Verdict;

/// A direction of compatibility: the readers that keep working when the new document replaces the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Readers with the old document accept what writers with the new document write.
    Forward,
    /// Readers with the new document accept what writers with the old document wrote.
    Backward,
}

/// One value for each direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Directions<T> {
    /// The value for [`Direction::Forward`].
    pub forward: T,
    /// The value for [`Direction::Backward`].
    pub backward: T,
}

/// A change, or several that make sense only together, and their effect.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Classified {
    /// The changes.
    pub changes: Vec<Change>,
    /// The effect of these changes alone on the old document.
    pub verdicts: Directions<Effect>,
    /// The effect of each change without the others, in the order of the changes. Empty for a single change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub each: Vec<Directions<Effect>>,
}

/// The effect of a change in one direction.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Effect {
    /// The old document was compared with the same document after the change.
    Asked(Answer),
    /// There was no comparison, for this reason.
    NotAsked(NotAsked),
}

/// A verdict, and for a break, whether it counts in the other profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The verdict.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// True if the documents break under [`Profile::Tolerant`] too. A break that counts only under [`Profile::Exact`]
    /// needs a member that the writer's schema does not declare. `None` if that is undecided, if nothing breaks, or if
    /// the verdict is not one of [`Profile::Exact`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts_in_tolerant: Option<bool>,
}

impl Answer {
    /// Creates the answer for a verdict. For a break under [`Profile::Exact`], `again` compares the same documents
    /// under [`Profile::Tolerant`].
    pub fn new(
        verdict: Verdict,
        settings: &Settings,
        again: &mut dyn FnMut(&Settings) -> Verdict,
    ) -> Self {
        let is_break = matches!(verdict, Verdict::Breaking { .. });
        let mut counts_in_tolerant = None;
        if is_break && settings.profile == Profile::Exact {
            let tolerant = Settings {
                profile: Profile::Tolerant,
                ..*settings
            };
            counts_in_tolerant = match again(&tolerant) {
                Verdict::Breaking { .. } => Some(true),
                Verdict::Compatible { .. } | Verdict::Vacuous { .. } => Some(false),
                Verdict::Undecided { .. } => None,
            };
        }
        Self {
            verdict,
            counts_in_tolerant,
        }
    }
}

/// The reason why a change was not compared in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// It only affects annotations, order or names.
    Neutral,
    /// It adds or removes a definition, which has an effect only where something refers to it.
    Definition,
    /// Both documents are compatible in this direction.
    Compatible,
    /// The changes that it belongs to are compatible in this direction.
    CompatibleTogether,
    /// It has no effect without the changes that it belongs to.
    Part,
    /// Other changes already break compatibility in this direction.
    Explained,
    /// Too many other changes were compared before.
    TooMany,
}

impl NotAsked {
    /// Returns the reason as a sentence fragment.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Neutral => "it does not affect which documents are valid",
            Self::Definition => "a definition has an effect only where it is referred to",
            Self::Compatible => "all changes together are compatible",
            Self::CompatibleTogether => "the changes that it belongs to are compatible",
            Self::Part => "it has no effect without the changes that it belongs to",
            Self::Explained => "other changes break compatibility already",
            Self::TooMany => "too many other changes were compared before",
        }
    }
}

impl Serialize for NotAsked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shown {
            verdict: &'static str,
            reason: &'static str,
        }
        let shown = Shown {
            verdict: "not-asked",
            reason: self.reason(),
        };
        shown.serialize(serializer)
    }
}

impl Effect {
    /// Returns the verdict, if the change was compared.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        match self {
            Self::Asked(answer) => Some(&answer.verdict),
            Self::NotAsked(_) => None,
        }
    }
}

impl Direction {
    /// Both directions.
    pub const ALL: [Self; 2] = [Self::Forward, Self::Backward];

    /// Returns the writer's document and the reader's.
    #[must_use]
    pub fn writer_and_reader<'v>(self, old: &'v Value, new: &'v Value) -> (&'v Value, &'v Value) {
        match self {
            Self::Forward => (new, old),
            Self::Backward => (old, new),
        }
    }
}

impl<T> Directions<T> {
    /// Calls `make` for each direction.
    pub fn from_fn(mut make: impl FnMut(Direction) -> T) -> Self {
        Self {
            forward: make(Direction::Forward),
            backward: make(Direction::Backward),
        }
    }

    /// Returns the value for a direction.
    pub fn get(&self, direction: Direction) -> &T {
        match direction {
            Direction::Forward => &self.forward,
            Direction::Backward => &self.backward,
        }
    }

    /// Returns the value for a direction, mutably.
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

/// Compares the old document before and after each change alone.
///
/// `changes` are those of [`changes(old, new)`](super::changes), and `whole` has the verdicts on both documents under
/// the same settings. A direction in which the whole is compatible needs no more comparisons. If changes that belong
/// together break something, each is also compared without the others. If the whole breaks, and no change does so
/// alone, one more entry at the end has all changes, with the verdict on the whole.
pub fn classify(
    old: &Value,
    new: &Value,
    changes: &[Change],
    whole: &Directions<Verdict>,
    settings: &Settings,
    compare: Compare<'_>,
) -> Vec<Classified> {
    let groups = grouped(changes);
    let has_effect =
        |group: &[Change]| group.iter().any(|change| not_asked(&change.kind).is_none());
    let is_only = groups.iter().filter(|group| has_effect(group)).count() == 1;
    let mut classifier = Classifier {
        old,
        new,
        renames: Renames::of(old, new),
        whole,
        settings,
        compare,
        left: MOST_ASKED.min(MOST_VALUES / count(old).max(1)),
    };
    let mut classified: Vec<Classified> = groups
        .into_iter()
        .map(|group| classifier.group(group, is_only))
        .collect();
    classified.extend(together(changes, whole, &classified));
    classified
}

/// The documents, and the comparisons that are left.
struct Classifier<'j, 'c> {
    old: &'j Value,
    new: &'j Value,
    renames: Renames,
    whole: &'j Directions<Verdict>,
    settings: &'j Settings,
    compare: Compare<'c>,
    /// The number of comparisons that are left.
    left: usize,
}

impl Classifier<'_, '_> {
    fn group(&mut self, changes: Vec<Change>, is_only: bool) -> Classified {
        let reasons: Option<Vec<NotAsked>> = changes
            .iter()
            .map(|change| not_asked(&change.kind))
            .collect();
        if let Some(reason) = reasons.and_then(|reasons| reasons.first().copied()) {
            let verdicts = Directions::from_fn(|_| Effect::NotAsked(reason));
            let each = Vec::new();
            return Classified {
                changes,
                verdicts,
                each,
            };
        }
        let verdicts = if is_only {
            self.whole()
        } else {
            self.alone(&changes, |direction, whole| {
                is_compatible(whole.get(direction)).then_some(NotAsked::Compatible)
            })
        };
        // No change needs a verdict of its own if the changes together break nothing.
        let skips = |direction: Direction, _: &Directions<Verdict>| match verdicts.get(direction) {
            Effect::NotAsked(reason) => Some(*reason),
            Effect::Asked(answer) => {
                is_compatible(&answer.verdict).then_some(NotAsked::CompatibleTogether)
            }
        };
        let mut each = Vec::new();
        if changes.len() > 1 {
            // Keywords for values of another type, or another reference, are one statement as a whole.
            let is_one = changes.iter().any(|change| {
                let is_reference = matches!(change.kind, ChangeKind::Reference { .. });
                is_reference || has_other_types(&change.kind)
            });
            for change in &changes {
                let reason = if is_one {
                    Some(NotAsked::Part)
                } else {
                    not_alone(&change.kind)
                };
                each.push(match reason {
                    Some(reason) => Directions::from_fn(|_| Effect::NotAsked(reason)),
                    None => self.alone(std::slice::from_ref(change), skips),
                });
            }
        }
        // A verdict does not describe the change if one of the documents accepts nothing.
        for effect in each
            .iter_mut()
            .flat_map(|it| [&mut it.forward, &mut it.backward])
        {
            if let Some(Verdict::Vacuous { .. }) = effect.verdict() {
                *effect = Effect::NotAsked(NotAsked::Part);
            }
        }
        Classified {
            changes,
            verdicts,
            each,
        }
    }

    /// Applies changes to the old document, without any others, and compares it before and after.
    fn alone(
        &mut self,
        changes: &[Change],
        skips: impl Fn(Direction, &Directions<Verdict>) -> Option<NotAsked>,
    ) -> Directions<Effect> {
        let mut alone = None;
        Directions::from_fn(|direction| {
            if let Some(reason) = skips(direction, self.whole) {
                return Effect::NotAsked(reason);
            }
            let Some(left) = self.left.checked_sub(1) else {
                return Effect::NotAsked(NotAsked::TooMany);
            };
            self.left = left;
            let alone =
                alone.get_or_insert_with(|| edited(self.old, self.new, &self.renames, changes));
            let (writer, reader) = direction.writer_and_reader(self.old, alone);
            let verdict = (self.compare)(writer, reader, self.settings);
            let mut again = |settings: &Settings| (self.compare)(writer, reader, settings);
            Effect::Asked(Answer::new(verdict, self.settings, &mut again))
        })
    }

    /// Returns the effect of all changes, which is the effect of the only group that has one.
    fn whole(&mut self) -> Directions<Effect> {
        Directions::from_fn(|direction| {
            let verdict = self.whole.get(direction);
            if is_compatible(verdict) {
                return Effect::NotAsked(NotAsked::Compatible);
            }
            let (writer, reader) = direction.writer_and_reader(self.old, self.new);
            let mut again = |settings: &Settings| (self.compare)(writer, reader, settings);
            Effect::Asked(Answer::new(verdict.clone(), self.settings, &mut again))
        })
    }
}

/// Returns the old document with some of its changes applied.
///
/// A missing definition that the changes need is added. A definition that something still refers to stays.
#[must_use]
pub fn apply(old: &Value, new: &Value, changes: &[Change]) -> Value {
    edited(old, new, &Renames::of(old, new), changes)
}

/// Returns all changes together as the cause of a break that no change explains alone.
fn together(
    changes: &[Change],
    whole: &Directions<Verdict>,
    classified: &[Classified],
) -> Option<Classified> {
    let mut is_unexplained = false;
    let verdicts = Directions::from_fn(|direction| {
        let whole = whole.get(direction);
        if is_compatible(whole) {
            return Effect::NotAsked(NotAsked::Compatible);
        }
        let is_cause = |part: &Classified| match part.verdicts.get(direction).verdict() {
            Some(Verdict::Breaking { .. }) => true,
            Some(verdict) => !is_compatible(verdict) && !matches!(whole, Verdict::Breaking { .. }),
            None => false,
        };
        if classified.iter().any(is_cause) {
            return Effect::NotAsked(NotAsked::Explained);
        }
        is_unexplained = true;
        Effect::Asked(Answer {
            verdict: whole.clone(),
            counts_in_tolerant: None,
        })
    });
    let changes: Vec<Change> = changes
        .iter()
        .filter(|change| not_asked(&change.kind).is_none())
        .cloned()
        .collect();
    is_unexplained.then_some(Classified {
        changes,
        verdicts,
        each: Vec::new(),
    })
}

/// Returns the reason not to compare a kind of change; `None` if it can accept or reject something.
fn not_asked(kind: &ChangeKind) -> Option<NotAsked> {
    match kind {
        ChangeKind::DefinitionAdded { .. } | ChangeKind::DefinitionRemoved { .. } => {
            Some(NotAsked::Definition)
        }
        kind => kind.is_neutral().then_some(NotAsked::Neutral),
    }
}

/// Returns the reason not to compare a change without those that it belongs to.
fn not_alone(kind: &ChangeKind) -> Option<NotAsked> {
    match kind {
        // A set without members, and a union without branches, would accept everything until others come.
        ChangeKind::FieldMoved { .. } | ChangeKind::MemberRemoved { .. } => Some(NotAsked::Part),
        ChangeKind::BranchRemoved { keyword, .. } if keyword != "allOf" => Some(NotAsked::Part),
        kind => not_asked(kind),
    }
}

fn is_compatible(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Compatible { .. })
}

/// Returns the groups of changes that can accept or reject something.
pub(crate) fn effective_groups(changes: &[Change]) -> Vec<Vec<Change>> {
    let mut groups = grouped(changes);
    groups.retain(|group| group.iter().any(|change| not_asked(&change.kind).is_none()));
    groups
}

/// Returns the changes by their groups, in the order of each group's first change.
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

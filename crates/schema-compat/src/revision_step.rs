//! The step from one revision of a document to the next.

use schema_registry::keywords::EVENT_VERSION;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    Profile, Settings, Verdict,
    changes::{Change, ChangeKind, Compare, Direction, Directions, KNOWN_VALUES},
};

/// The part of a revision number that has to increase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RevisionStep {
    /// The documents are equal, apart from `$id` and their revision.
    None,
    /// They accept the same values, and no difference matters to people.
    Patch,
    /// They are compatible in the promised directions, and someone can notice the difference.
    Minor,
    /// They are not compatible in a promised direction, or that is not proved.
    Major,
}

/// Returns the step between two documents.
///
/// `changes` are those of [`changes(old, new)`](crate::changes::changes()). `whole` has the verdicts on the documents
/// under `settings`, and `promised` has the directions in which they have to be compatible. If the choice between patch
/// and minor depends on it, compatible documents are also compared under [`Profile::Exact`].
///
/// Added, removed and renamed fields, and known values of open sets, need a minor step even if both documents accept
/// the same values, because people read them.
pub fn revision_step(
    old: &Value,
    new: &Value,
    changes: &[Change],
    whole: &Directions<Verdict>,
    promised: Directions<bool>,
    settings: &Settings,
    compare: Compare<'_>,
) -> RevisionStep {
    let mut counted = changes
        .iter()
        .filter(|change| !is_revision(change))
        .peekable();
    if counted.peek().is_none() {
        return RevisionStep::None;
    }
    let is_kept = |direction| {
        let is_compatible = whole.get(direction).is_compatible();
        is_compatible || !promised.get(direction)
    };
    if !Direction::ALL.into_iter().all(is_kept) {
        return RevisionStep::Major;
    }
    let mut is_same = true;
    for change in counted {
        if is_noticed(&change.kind) {
            return RevisionStep::Minor;
        }
        is_same &= change.kind.is_neutral();
    }
    let exact = Settings {
        profile: Profile::Exact,
        ..*settings
    };
    let mut is_covered = |direction: Direction| {
        let verdict = if exact == *settings {
            whole.get(direction).clone()
        } else {
            let (writer, reader) = direction.writer_and_reader(old, new);
            compare(writer, reader, &exact)
        };
        verdict.is_compatible()
    };
    if is_same || Direction::ALL.into_iter().all(&mut is_covered) {
        RevisionStep::Patch
    } else {
        RevisionStep::Minor
    }
}

fn is_revision(change: &Change) -> bool {
    let place = change.old.as_deref().or(change.new.as_deref());
    matches!(&change.kind, ChangeKind::Annotation { keyword, .. } if keyword == EVENT_VERSION)
        && place.is_some_and(|place| place.matches('/').count() == 1)
}

/// Reports whether a kind of change matters to people who read the document, even if it accepts the same values.
fn is_noticed(kind: &ChangeKind) -> bool {
    let opens_set =
        matches!(kind, ChangeKind::Annotation { keyword, .. } if keyword == KNOWN_VALUES);
    opens_set
        || matches!(
            kind,
            ChangeKind::FieldAdded { .. }
                | ChangeKind::FieldRemoved { .. }
                | ChangeKind::FieldRenamed { .. }
                | ChangeKind::KnownValueAdded { .. }
                | ChangeKind::KnownValueRemoved { .. }
                | ChangeKind::Unlisted { .. }
        )
}

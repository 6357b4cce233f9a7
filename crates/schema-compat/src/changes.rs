//! The differences between two documents, as a list of facts such as a person would write.
//!
//! ```text
//! (old, new) ─changes→ Vec<Change> ─classify→ Vec<Classified>
//!                          └ describe → String
//! ```
//!
//! Facts are data. [`classify`] adds verdicts, and [`describe`] makes text. The list is empty if and only if the
//! documents are equal apart from `$id`.

mod batch;
mod branches;
mod change;
mod classify;
mod declared;
mod describe;
mod diff;
mod edit;
mod enums;
mod fields;
mod keyword;
mod local;
mod moves;
mod pointer;
mod properties;
mod ref_inlining;
mod renames;
mod subschemas;

pub use change::{Branch, Change, ChangeKind, Within};
pub(crate) use classify::effective_groups;
pub use classify::{
    Answer, Classified, Compare, Direction, Directions, Effect, NotAsked, apply, classify,
};
pub use describe::describe;
pub(crate) use keyword::KNOWN_VALUES;
pub(crate) use pointer::each_reference;

use std::io;

use serde_json::Value;

use crate::{
    Settings, Undecided, Verdict,
    worker::{Asks, Question},
};

/// Returns the differences between two documents, in the order in which they are written.
///
/// Both documents are self-contained: every `$ref` leads into the same document. A change in a definition is one
/// change, which lists all fields that use the definition. Nothing is dropped: a difference that is not of a known kind
/// is a [`ChangeKind::Keyword`] or a [`ChangeKind::Schema`].
///
/// # Examples
///
/// ```
/// use schema_compat::changes::{changes, describe};
/// use serde_json::json;
///
/// let old = json!({"type": "object", "properties": {"size": {"maximum": 9}}});
/// let new = json!({"type": "object", "properties": {"size": {"maximum": 8}}});
/// let texts: Vec<String> = changes(&old, &new).iter().map(describe).collect();
/// assert_eq!(texts, ["`size`: `maximum` is `8` instead of `9`"]);
/// ```
#[must_use]
pub fn changes(old: &Value, new: &Value) -> Vec<Change> {
    diff::Differ::new(old, new).run()
}

/// Returns the changes like [`changes`], within the limits of a worker. The worker lists them first. This process lists
/// them only if the worker finishes within its limits. Otherwise there is one change, a [`ChangeKind::Unlisted`].
///
/// # Errors
///
/// Returns an error if `ask` fails.
pub fn changes_within_limits(
    old: &Value,
    new: &Value,
    ask: impl FnOnce(&Question<'_>) -> io::Result<Verdict>,
) -> io::Result<Vec<Change>> {
    Ok(match limit_to_changes(old, new, ask)? {
        Some(undecided) => vec![Change::unlisted(new, undecided)],
        None => changes(old, new),
    })
}

/// Asks a worker to list the changes, and returns the limit that it reached, if any.
pub(crate) fn limit_to_changes(
    old: &Value,
    new: &Value,
    ask: impl FnOnce(&Question<'_>) -> io::Result<Verdict>,
) -> io::Result<Option<Undecided>> {
    let (writer, reader) = (old.to_string(), new.to_string());
    let answer = ask(&Question {
        asks: Asks::Changes,
        writer: &writer,
        reader: &reader,
        settings: Settings::default(),
    })?;
    Ok(match answer {
        Verdict::Undecided(undecided) => Some(undecided),
        _ => None,
    })
}

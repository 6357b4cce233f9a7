//! What a person would write about two documents: a list of facts.
//!
//! ```text
//! (old, new) ─changes→ Vec<Change> ─judge→ Vec<Judged>
//!                          └ describe → String
//! ```
//!
//! Facts are data, verdicts are added by [`judge`], and text is made by [`describe`] alone. The list is
//! empty if and only if the documents are equal apart from `$id`.

mod batch;
mod declared;
mod describe;
mod diff;
mod edit;
mod fields;
mod judge;
mod jump;
mod keyword;
mod kind;
mod lists;
mod moves;
mod own;
mod parts;
mod pointer;
mod properties;
mod renames;
mod sets;

pub use describe::describe;
pub(crate) use judge::judged_groups;
pub use judge::{Answer, Compare, Direction, Directions, Effect, Judged, NotAsked, apply, judge};
pub(crate) use keyword::KNOWN_VALUES;
pub use kind::{Branch, Change, ChangeKind, Within};
pub(crate) use pointer::each_reference;

use serde_json::Value;

/// The differences between two documents, in the order in which they are written.
///
/// Both are complete in themselves: what `$ref` leads to stands in the same document. A change in a
/// definition is one change, with all the fields that use the definition. Nothing is dropped: what is
/// not a change of a known kind is a [`ChangeKind::Keyword`] or a [`ChangeKind::Schema`].
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

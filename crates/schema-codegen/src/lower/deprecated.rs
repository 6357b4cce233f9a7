//! Deprecation, as a sentence of the description: readers of pages and of generated documentation see it there.

use schema_registry::{
    json::Node,
    model::{SUNSET, is_deprecated},
};

use super::text;
use crate::markdown::joined;

/// The description of a schema, which begins with its deprecation.
pub(super) fn description(node: &Node) -> String {
    noted(note(node), text(node, "description"))
}

/// A description with a note of deprecation before it, unless it has one.
pub(super) fn noted(note: Option<String>, description: String) -> String {
    match note {
        Some(_) if description.starts_with(DEPRECATED) => description,
        Some(note) => joined(&note, &description),
        None => description,
    }
}

/// The beginning of a note of deprecation.
pub(crate) const DEPRECATED: &str = "Deprecated";

/// The sentence about a schema that is deprecated.
pub(super) fn note(node: &Node) -> Option<String> {
    is_deprecated(node).then(|| match node.get(SUNSET).and_then(Node::as_str) {
        Some(day) => format!("{DEPRECATED}: no longer sent from {day}."),
        None => format!("{DEPRECATED}."),
    })
}

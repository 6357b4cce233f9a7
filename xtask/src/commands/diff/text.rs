//! Verdicts in words.

use schema_compat::{Proof, Refusal};
use serde_json::Value;

pub(super) fn proof(proof: Proof) -> &'static str {
    match proof {
        Proof::Identical => "both say the same",
        Proof::Structural => "proved part by part",
        Proof::Automata => "proved part by part, with automata for patterns",
        Proof::Covers => "proved: the reader's set of documents covers the writer's",
        Proof::EmptyDifference => "proved: no document is written that is not read",
    }
}

/// Where and why a witness is refused.
pub(super) fn refusal(refusal: &Refusal) -> String {
    let instance = match refusal.instance.as_str() {
        "" => "the whole document".to_owned(),
        pointer => format!("`{pointer}`"),
    };
    format!(
        "{instance}, by `{}` at `{}`: {}",
        refusal.keyword, refusal.schema, refusal.message
    )
}

/// A document, indented.
pub(super) fn indented(document: &Value) -> String {
    let text = serde_json::to_string_pretty(document).unwrap_or_default();
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n")
}

//! Checks of one schema, before it is compared with another.

use std::collections::BTreeMap;

use schema_registry::{
    keywords::{self, Draft},
    reference::percent_decode,
};
use serde_json::{Value, json};

use crate::{
    Objection, Settings, comparable,
    document::{Document, build},
    walk::{Inner, schemas},
};

/// Checks that a schema can be compared and has no faults: it is valid and self-contained, each reference leads to a
/// schema, and each pattern is valid.
///
/// # Errors
///
/// Returns the first problem.
///
/// # Examples
///
/// ```
/// use schema_compat::{Settings, check_schema};
/// use serde_json::json;
///
/// let schema = json!({ "properties": { "a": { "$ref": "#/$defs/gone" } } });
/// let objection = check_schema(&schema, &Settings::default()).unwrap_err();
/// assert_eq!(objection.pointer, "/properties/a/$ref");
/// assert_eq!(objection.reason, "`#/$defs/gone` leads to nothing");
/// ```
pub fn check_schema(schema: &Value, settings: &Settings) -> Result<(), Objection> {
    comparable(schema, settings)?;
    let all = schemas(schema);
    for inner in &all {
        dangling(schema, &all, inner)?;
    }
    let document = Document::read(schema, settings)?;
    let mut known: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for inner in &all {
        let pattern = inner.members.get("pattern").and_then(Value::as_str);
        let names = inner
            .members
            .get("patternProperties")
            .and_then(Value::as_object);
        let place = |rest: &str| format!("{}/{rest}", inner.pointer);
        let patterns = pattern.map(|pattern| (pattern, place("pattern")));
        let names = names.into_iter().flat_map(serde_json::Map::keys);
        let names = names.map(|name| (name.as_str(), place("patternProperties")));
        for (pattern, pointer) in patterns.into_iter().chain(names) {
            let reason = known.entry(pattern).or_insert_with(|| {
                let schema = json!({ "pattern": pattern });
                build(&schema, document.dialect, false).err()
            });
            if let Some(reason) = reason {
                let reason = reason.trim_start_matches("`/pattern`: ").to_owned();
                return Err(Objection { pointer, reason });
            }
        }
    }
    Ok(())
}

/// Checks that the references of a schema into the same document lead to something.
fn dangling(root: &Value, all: &[Inner<'_>], inner: &Inner<'_>) -> Result<(), Objection> {
    for keyword in keywords::references(Draft::Draft202012) {
        let Some(reference) = inner.members.get(keyword).and_then(Value::as_str) else {
            continue;
        };
        let Some(fragment) = reference.strip_prefix('#') else {
            continue;
        };
        let is_there = match percent_decode(fragment) {
            None => false,
            Some(pointer) if pointer.is_empty() || pointer.starts_with('/') => {
                // In some drafts, a keyword that looks like an address is not one.
                let from = |place: &str| root.pointer(&format!("{place}{pointer}")).is_some();
                from(&inner.resource) || from("")
            }
            Some(anchor) => all.iter().any(|other| is_anchor(other, &anchor)),
        };
        if !is_there {
            return Err(Objection {
                pointer: format!("{}/{keyword}", inner.pointer),
                reason: format!("`{reference}` leads to nothing"),
            });
        }
    }
    Ok(())
}

/// Reports whether a schema has an anchor.
pub(crate) fn is_anchor(inner: &Inner<'_>, anchor: &str) -> bool {
    let text = |keyword| inner.members.get(keyword).and_then(Value::as_str);
    let is_it = |keyword| text(keyword) == Some(anchor);
    let is_old = |keyword| text(keyword).and_then(|id| id.strip_prefix('#')) == Some(anchor);
    ["$anchor", "$dynamicAnchor"].into_iter().any(is_it) || ["$id", "id"].into_iter().any(is_old)
}

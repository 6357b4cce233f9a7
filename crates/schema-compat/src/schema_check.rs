//! Checks of one schema, before it is compared with another.

use std::collections::BTreeSet;

use schema_registry::{
    keywords::{self, Draft},
    reference::percent_decode,
};
use serde_json::{Value, json};

use crate::{
    Error, Settings, comparable,
    document::{Document, build},
    error::ErrorKind,
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
/// let error = check_schema(&schema, &Settings::default()).unwrap_err();
/// assert_eq!(error.pointer(), "/properties/a/$ref");
/// assert_eq!(error.to_string(), "`#/$defs/gone` leads to nothing");
/// ```
pub fn check_schema(schema: &Value, settings: &Settings) -> Result<(), Error> {
    comparable(schema, settings)?;
    let all = schemas(schema);
    for inner in &all {
        dangling(schema, &all, inner)?;
    }
    let document = Document::new(schema, settings)?;
    let mut sound: BTreeSet<&str> = BTreeSet::new();
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
            if sound.insert(pattern) {
                let schema = json!({ "pattern": pattern });
                build(&schema, document.dialect, false).map_err(|error| error.at(pointer))?;
            }
        }
    }
    Ok(())
}

/// Checks that the references of a schema into the same document lead to something.
fn dangling(root: &Value, all: &[Inner<'_>], inner: &Inner<'_>) -> Result<(), Error> {
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
            let pointer = format!("{}/{keyword}", inner.pointer);
            let reference = reference.to_owned();
            return Err(Error::new(pointer, ErrorKind::Dangling { reference }));
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

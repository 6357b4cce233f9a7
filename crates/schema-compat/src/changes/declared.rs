//! Schemas that describe a value together, and which of them declares a field.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    pointer::{self, child, item},
    sets::required,
};

/// More schemas than these are not looked at for one value.
const MOST_SCHEMAS: usize = 256;

/// Returns the pointers of the schemas that describe what the schema at a pointer does, that one first:
/// it, and what `$ref` and `allOf` lead to.
pub(super) fn together(root: &Value, pointer: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut known = BTreeSet::new();
    let mut waiting = vec![pointer.to_owned()];
    while let Some(place) = waiting.pop() {
        if found.len() >= MOST_SCHEMAS || !known.insert(place.clone()) {
            continue;
        }
        let Some(schema) = root.pointer(&place) else {
            continue;
        };
        if let Some(Value::Array(branches)) = schema.get("allOf") {
            let list = child(&place, "allOf");
            waiting.extend((0..branches.len()).rev().map(|index| item(&list, index)));
        }
        let reference = schema.get("$ref").and_then(Value::as_str);
        waiting.extend(reference.and_then(pointer::target));
        found.push(place);
    }
    found
}

/// Returns the pointer of the first schema that declares a field, among those that describe what the
/// schema at a pointer does. That one itself does not count.
pub(super) fn elsewhere(root: &Value, pointer: &str, name: &str) -> Option<String> {
    together(root, pointer).into_iter().skip(1).find_map(|at| {
        let place = child(&child(&at, "properties"), name);
        root.pointer(&place).is_some().then_some(place)
    })
}

/// Returns whether one of the schemas that describe what the schema at a pointer does requires a field.
pub(super) fn requires(root: &Value, pointer: &str, name: &str) -> bool {
    together(root, pointer).iter().any(|at| {
        let schema = root.pointer(at).and_then(Value::as_object);
        let names = schema.and_then(required).unwrap_or_default();
        names.iter().any(|required| required == name)
    })
}

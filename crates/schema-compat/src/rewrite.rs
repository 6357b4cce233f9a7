//! Copies of JSON values with some of their parts changed.

use serde_json::{Map, Value};

/// Returns the items with the changed ones replaced; `None` if none is changed.
pub(crate) fn items(items: &[Value], change: impl FnMut(&Value) -> Option<Value>) -> Option<Value> {
    let changed: Vec<Option<Value>> = items.iter().map(change).collect();
    changed.iter().any(Option::is_some).then(|| {
        let both = items.iter().zip(changed);
        both.map(|(item, changed)| changed.unwrap_or_else(|| item.clone()))
            .collect()
    })
}

/// Returns the members with the changed values replaced; `None` if none is changed.
pub(crate) fn members(
    members: &Map<String, Value>,
    mut change: impl FnMut(&str, &Value) -> Option<Value>,
) -> Option<Value> {
    let changed: Vec<Option<Value>> = members
        .iter()
        .map(|(name, value)| change(name, value))
        .collect();
    changed.iter().any(Option::is_some).then(|| {
        let both = members.iter().zip(changed);
        let both = both.map(|((name, value), changed)| {
            (name.clone(), changed.unwrap_or_else(|| value.clone()))
        });
        Value::Object(both.collect())
    })
}

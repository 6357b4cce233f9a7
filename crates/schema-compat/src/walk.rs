//! The walk over the schemas and references of a document.

use schema_registry::{
    json::child,
    keywords::{self, Holds},
};
use serde_json::{Map, Value};

/// The kind of members that an object has.
#[derive(Clone, Copy)]
pub(crate) enum MemberKind {
    /// Keywords of a schema.
    Keywords,
    /// Schemas by name.
    Named,
}

impl MemberKind {
    /// Returns the kind of members that the value of a member has; `None` if it is data, which contains no references.
    pub(crate) fn inside(self, name: &str) -> Option<Self> {
        match (self, keywords::find(name).map(|keyword| keyword.holds)) {
            (Self::Keywords, Some(Holds::Value | Holds::ValueList)) => None,
            (Self::Keywords, Some(holds)) if holds.is_schema_map() => Some(Self::Named),
            _ => Some(Self::Keywords),
        }
    }
}

/// A schema inside a document.
#[derive(Clone, Debug)]
pub(crate) struct Inner<'a> {
    /// Its pointer.
    pub(crate) pointer: String,
    /// The pointer of the nearest schema around it, or of itself, that has an address of its own; that of the root is
    /// empty.
    pub(crate) resource: String,
    /// Its keywords.
    pub(crate) members: &'a Map<String, Value>,
}

/// Returns the schemas of a document in their order, from the root: those at the places where a keyword of JSON Schema
/// holds a schema.
pub(crate) fn schemas(root: &Value) -> Vec<Inner<'_>> {
    let mut found = Vec::new();
    let mut waiting = vec![(String::new(), String::new(), root)];
    while let Some((pointer, resource, schema)) = waiting.pop() {
        let Value::Object(members) = schema else {
            continue;
        };
        let resource = if has_address(members) {
            pointer.clone()
        } else {
            resource
        };
        let mut inner = Vec::new();
        for (keyword, value) in members {
            let place = child(&pointer, keyword);
            let holds = keywords::find(keyword).map(|keyword| keyword.holds);
            match (holds, value) {
                (Some(Holds::Schema | Holds::SchemaOrList), Value::Object(_)) => {
                    inner.push((place, value));
                }
                (Some(Holds::SchemaList | Holds::SchemaOrList), Value::Array(items)) => {
                    let items = items.iter().enumerate();
                    inner.extend(items.map(|(at, item)| (format!("{place}/{at}"), item)));
                }
                (Some(holds), Value::Object(named)) if holds.is_schema_map() => {
                    inner.extend(named.iter().map(|(name, item)| (child(&place, name), item)));
                }
                _ => {}
            }
        }
        let inner = inner.into_iter().rev();
        waiting.extend(inner.map(|(pointer, schema)| (pointer, resource.clone(), schema)));
        found.push(Inner {
            pointer,
            resource,
            members,
        });
    }
    found
}

/// Reports whether a schema has an address, so that references inside it are relative to it.
pub(crate) fn has_address(members: &Map<String, Value>) -> bool {
    // In older drafts, `"id": "#name"` is an anchor, and keywords next to a reference are ignored.
    let address = |keyword| members.get(keyword).and_then(Value::as_str);
    let is_address = |address: &str| !address.starts_with('#');
    ["$id", "id"]
        .into_iter()
        .filter_map(address)
        .any(is_address)
}

/// Returns the number of values in a document.
pub(crate) fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        Value::Object(members) => 1 + members.values().map(count).sum::<usize>(),
        _ => 1,
    }
}

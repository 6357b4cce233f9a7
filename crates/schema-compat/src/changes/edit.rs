//! Small edits of the old document. Each change has those that make it alone.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{
    batch,
    keyword::is_text,
    kind::Change,
    pointer,
    renames::{Renames, is_container},
};

/// One edit of a document. Places are pointers into the document before any edit.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Edit {
    /// Puts another value in a place.
    Replace { at: String, value: Value },
    /// Sets a member of an object, which comes into being if it is not there.
    Put {
        object: String,
        name: String,
        value: Value,
    },
    /// Takes a member out of an object.
    Take { object: String, name: String },
    /// Writes a `const` as an `enum` of one.
    Spread { schema: String },
    /// Takes a value out of a list, and the list out of its object once it is empty.
    Delete { list: String, value: Value },
    /// Puts a value into a list, at a position or at the end of a shorter list. The list comes into
    /// being if it is not there.
    Insert {
        list: String,
        at: usize,
        value: Value,
    },
    /// Writes out what a schema refers to.
    Inline {
        schema: String,
        /// Every change inside has them among its edits.
        members: Arc<Map<String, Value>>,
    },
    /// Makes a definition of what a schema says, if there is none or it says the same, and refers to it.
    Extract { schema: String, definition: String },
    /// Moves a definition, and changes what refers to it.
    Rename { from: String, to: String },
}

/// The old document with some changes made.
///
/// A definition that is referred to and is not there is fetched: from the old document, where an
/// edit took it away, or from the new one.
pub(super) fn edited(old: &Value, new: &Value, renames: &Renames, changes: &[Change]) -> Value {
    let mut document = old.clone();
    batch::apply_all(
        &mut document,
        changes.iter().flat_map(|change| &change.edits),
    );
    fetch_definitions(&mut document, old, new, renames);
    document
}

impl Edit {
    /// Makes the edit. Those of lists are made by [`batch`], together with their neighbours.
    pub(super) fn apply(&self, document: &mut Value) {
        match self {
            Self::Replace { at, value } => {
                if let Some(place) = document.pointer_mut(at) {
                    *place = value.clone();
                }
            }
            Self::Put {
                object,
                name,
                value,
            } => put(document, object, name, value.clone()),
            Self::Take { object, name } => {
                take(document, object, name);
            }
            Self::Spread { schema } => {
                if let Some(value) = take(document, schema, "const") {
                    put(document, schema, "enum", Value::Array(vec![value]));
                }
            }
            Self::Delete { list, value } => batch::delete(document, list, &[value]),
            Self::Insert { list, at, value } => batch::insert(document, list, vec![(*at, value)]),
            Self::Inline { schema, members } => {
                if take(document, schema, "$ref").is_some() {
                    for (name, value) in members.iter() {
                        put(document, schema, name, value.clone());
                    }
                }
            }
            Self::Extract { schema, definition } => extract(document, schema, definition),
            Self::Rename { from, to } => {
                let Some((parent, name)) = pointer::split(from) else {
                    return;
                };
                let Some((new_parent, new_name)) = pointer::split(to) else {
                    return;
                };
                if let Some(definition) = take(document, parent, &name) {
                    put(document, new_parent, &new_name, definition);
                }
                pointer::rewrite_references(document, &|reference| {
                    let target = pointer::target(reference)?;
                    let rest = target.strip_prefix(from.as_str())?;
                    let is_inside = rest.is_empty() || rest.starts_with('/');
                    is_inside.then(|| pointer::reference_to(&format!("{to}{rest}")))
                });
            }
        }
    }
}

/// Where the definition says something else, nothing is done: the schema and the definition are made the
/// same by other changes.
fn extract(document: &mut Value, schema: &str, definition: &str) {
    let Some(Value::Object(members)) = document.pointer(schema) else {
        return;
    };
    let (mut texts, said) = apart(members);
    texts.insert("$ref".into(), pointer::reference_to(definition).into());
    // The schema can stand within the definition.
    let mut after = document.clone();
    if let Some(place) = after.pointer_mut(schema) {
        *place = Value::Object(texts);
    }
    if after.pointer(definition).is_none()
        && let Some((object, name)) = pointer::split(definition)
    {
        put(&mut after, object, &name, Value::Object(said.clone()));
    }
    let there = after.pointer(definition).and_then(Value::as_object);
    if there.is_some_and(|there| apart(there).1 == said) {
        *document = after;
    }
}

/// Splits a schema into its annotations and the rest.
fn apart(members: &Map<String, Value>) -> (Map<String, Value>, Map<String, Value>) {
    let members = members.iter();
    members
        .map(|(name, value)| (name.clone(), value.clone()))
        .partition(|(name, _)| is_text(name))
}

pub(super) fn put(document: &mut Value, object: &str, name: &str, value: Value) {
    if document.pointer(object).is_none()
        && let Some((parent, last)) = pointer::split(object)
        && let Some(Value::Object(members)) = document.pointer_mut(parent)
    {
        members.insert(last, Value::Object(Map::new()));
    }
    if let Some(Value::Object(members)) = document.pointer_mut(object) {
        members.insert(name.to_owned(), value);
    }
}

pub(super) fn take(document: &mut Value, object: &str, name: &str) -> Option<Value> {
    match document.pointer_mut(object) {
        Some(Value::Object(members)) => members.shift_remove(name),
        _ => None,
    }
}

fn fetch_definitions(document: &mut Value, old: &Value, new: &Value, renames: &Renames) {
    let mut wanted = targets(document);
    while let Some(pointer) = wanted.pop() {
        if document.pointer(&pointer).is_some() {
            continue;
        }
        let missing = pointer::prefixes(&pointer)
            .take_while(|prefix| document.pointer(prefix).is_none())
            .filter_map(|prefix| {
                pointer::split(prefix).map(|(object, name)| (prefix, object, name))
            })
            .filter(|(_, object, _)| {
                pointer::split(object).is_some_and(|(_, container)| is_container(&container))
            })
            .last();
        let Some((place, object, name)) = missing else {
            continue;
        };
        let definition = match old.pointer(place) {
            Some(definition) => Some(definition.clone()),
            None => new
                .pointer(&renames.to_new(place))
                .map(|definition| renames.value_to_old(definition)),
        };
        if let Some(definition) = definition {
            wanted.extend(targets(&definition));
            put(document, object, &name, definition);
        }
    }
}

/// Where the local references of a value lead.
fn targets(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    pointer::each_reference(value, &mut |reference| {
        found.extend(pointer::target(reference));
    });
    found
}

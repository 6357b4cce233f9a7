//! Small edits of the old document. Each change has the edits that make it without any other change.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{
    batch,
    change::Change,
    keyword::is_text,
    pointer,
    renames::{Renames, is_container},
};

/// One edit of a document. All pointers refer to the document before any edit.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Edit {
    /// Replaces the value at a pointer.
    Replace { at: String, value: Value },
    /// Sets a member of an object, which is created if it does not exist.
    Put {
        object: String,
        name: String,
        value: Value,
    },
    /// Removes a member from an object.
    Take { object: String, name: String },
    /// Writes a `const` as an `enum` with one member.
    Spread { schema: String },
    /// Removes a value from a list. If the list is empty then, removes it from its object.
    Delete { list: String, value: Value },
    /// Inserts a value into a list, at a position or at the end of a shorter list. Creates the list if it does not
    /// exist.
    Insert {
        list: String,
        at: usize,
        value: Value,
    },
    /// Replaces the `$ref` of a schema by the members of the definition.
    Inline {
        schema: String,
        /// Shared, because the edits of every change inside the schema include this edit.
        members: Arc<Map<String, Value>>,
    },
    /// Replaces the content of a schema by a `$ref` to a definition. Creates the definition if it does not exist. If
    /// the definition exists with other content, this edit does nothing.
    Extract { schema: String, definition: String },
    /// Moves a definition, and updates all references to it.
    Rename { from: String, to: String },
}

/// Returns the old document with some changes applied.
///
/// A missing definition that something refers to is copied: from the old document if an edit removed it, otherwise from
/// the new one.
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
    /// Applies the edit. Edits of lists are applied by [`batch`], together with their neighbours.
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

/// Applies [`Edit::Extract`]. Does nothing if the definition has other content: other changes make the schema and the
/// definition equal.
fn extract(document: &mut Value, schema: &str, definition: &str) {
    let Some(Value::Object(members)) = document.pointer(schema) else {
        return;
    };
    let (mut texts, said) = apart(members);
    texts.insert("$ref".into(), pointer::reference_to(definition).into());
    // The schema can be inside the definition.
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

/// Returns the targets of the local references of a value.
fn targets(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    pointer::each_reference(value, &mut |reference| {
        found.extend(pointer::target(reference));
    });
    found
}

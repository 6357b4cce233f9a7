//! Edits of the same list or object, applied together.
//!
//! Applied one by one, each edit would search the whole list and move every item behind its position.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    branches::key,
    edit::{Edit, put, take},
    pointer,
};

/// Applies edits in their order. Successive edits of the same list or object are applied at once, even if edits of
/// another place are between them.
pub(super) fn apply_all<'e>(document: &mut Value, edits: impl IntoIterator<Item = &'e Edit>) {
    let mut batch = Batch::default();
    for edit in edits {
        if batch.is_apart_from(edit, document) {
            edit.apply(document);
        } else if !batch.takes(edit) {
            std::mem::take(&mut batch).apply(document);
            if !batch.takes(edit) {
                edit.apply(document);
            }
        }
    }
    batch.apply(document);
}

/// Edits that are not applied yet. They are either all removals or all insertions.
#[derive(Default)]
struct Batch<'e> {
    /// A list, and the values to remove from it.
    deleted: Option<(&'e str, Vec<&'e Value>)>,
    /// An object, and the members to remove from it.
    taken: Option<(&'e str, BTreeSet<&'e str>)>,
    /// A list, and the values to insert into it, each with its position.
    inserted: Option<(&'e str, Vec<(usize, &'e Value)>)>,
}

impl<'e> Batch<'e> {
    /// Reports whether an edit can be applied before those of the batch.
    fn is_apart_from(&self, edit: &Edit, document: &Value) -> bool {
        match (edit, &self.inserted) {
            // An earlier edit has replaced the `const`: all changes of a set that was a constant have this edit.
            (Edit::Spread { schema }, _) => {
                let schema = document.pointer(schema);
                schema.is_none_or(|schema| schema.get("const").is_none())
            }
            (Edit::Put { object, .. }, Some((list, _))) => are_apart(object, list),
            _ => false,
        }
    }

    /// Adds an edit, if it can be applied together with the others. Returns whether it was added.
    fn takes(&mut self, edit: &'e Edit) -> bool {
        let removes = self.inserted.is_none();
        let inserts = self.deleted.is_none() && self.taken.is_none();
        match edit {
            Edit::Delete { list, value }
                if removes && is_same(&self.deleted, list) && is_other(&self.taken, list) =>
            {
                let (_, values) = self.deleted.get_or_insert((list, Vec::new()));
                values.push(value);
                true
            }
            Edit::Take { object, name }
                if removes && is_same(&self.taken, object) && is_other(&self.deleted, object) =>
            {
                let (_, names) = self.taken.get_or_insert((object, BTreeSet::new()));
                names.insert(name);
                true
            }
            Edit::Insert { list, at, value } if inserts && is_same(&self.inserted, list) => {
                let (_, values) = self.inserted.get_or_insert((list, Vec::new()));
                values.push((*at, value));
                true
            }
            _ => false,
        }
    }

    fn apply(self, document: &mut Value) {
        if let Some((list, values)) = self.deleted {
            delete(document, list, &values);
        }
        if let Some((object, names)) = self.taken
            && let Some(Value::Object(members)) = document.pointer_mut(object)
        {
            members.retain(|name, _| !names.contains(name.as_str()));
        }
        if let Some((list, values)) = self.inserted {
            insert(document, list, values);
        }
    }
}

fn is_same<T>(known: &Option<(&str, T)>, place: &str) -> bool {
    known.as_ref().is_none_or(|(known, _)| *known == place)
}

fn is_other<T>(known: &Option<(&str, T)>, place: &str) -> bool {
    known
        .as_ref()
        .is_none_or(|(known, _)| are_apart(known, place))
}

/// Reports whether neither place is inside the other.
fn are_apart(one: &str, other: &str) -> bool {
    let is_inside = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    !is_inside(one, other) && !is_inside(other, one)
}

/// Removes values from a list. If the list is empty then, removes it from its object.
pub(super) fn delete(document: &mut Value, list: &str, values: &[&Value]) {
    let Some(Value::Array(items)) = document.pointer_mut(list) else {
        return;
    };
    match values {
        [value] => {
            if let Some(at) = items.iter().position(|item| item == *value) {
                items.remove(at);
            }
        }
        values => {
            let mut left: BTreeMap<String, usize> = BTreeMap::new();
            for value in values {
                *left.entry(key(value)).or_default() += 1;
            }
            items.retain(|item| match left.get_mut(&key(item)) {
                Some(times) if *times > 0 => {
                    *times -= 1;
                    false
                }
                _ => true,
            });
        }
    }
    if items.is_empty()
        && let Some((parent, name)) = pointer::split(list)
    {
        take(document, parent, &name);
    }
}

/// Inserts values into a list, each at its position, or at the end of a shorter list. Creates the list if it does not
/// exist.
pub(super) fn insert(document: &mut Value, list: &str, mut values: Vec<(usize, &Value)>) {
    values.sort_by_key(|(at, _)| *at);
    match document.pointer_mut(list) {
        Some(Value::Array(items)) => {
            let mut before = std::mem::take(items).into_iter();
            for (at, value) in values {
                let missing = at.saturating_sub(items.len());
                items.extend(before.by_ref().take(missing));
                items.push(value.clone());
            }
            items.extend(before);
        }
        _ => {
            if let Some((parent, name)) = pointer::split(list) {
                let values = values.into_iter().map(|(_, value)| value.clone());
                put(document, parent, &name, values.collect());
            }
        }
    }
}

//! The schemas that describe the same value, and which of them declares a field.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use serde_json::Value;

use super::{
    enums::required,
    pointer::{self, child, item},
};

/// The maximum number of schemas that are considered for one value.
const MOST_SCHEMAS: usize = 256;

/// Returns the pointers of the schemas that apply wherever the schema at a pointer does: that schema first, then those
/// that its `$ref` and `allOf` lead to.
fn together(root: &Value, pointer: &str) -> Vec<String> {
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
            let count = branches.len().min(MOST_SCHEMAS);
            waiting.extend((0..count).rev().map(|index| item(&list, index)));
        }
        let reference = schema.get("$ref").and_then(Value::as_str);
        waiting.extend(reference.and_then(pointer::target));
        found.push(place);
    }
    found
}

/// The schemas of a document that describe the same value, and the fields that they declare and require.
pub(super) struct Declared<'a> {
    root: &'a Value,
    /// The schemas for the pointer of the last query, and that pointer.
    last: RefCell<(String, Rc<Vec<String>>)>,
    /// The names that each schema requires, by its pointer.
    required: RefCell<BTreeMap<String, BTreeSet<&'a str>>>,
}

impl<'a> Declared<'a> {
    pub(super) fn of(root: &'a Value) -> Self {
        let nothing = Rc::new(together(root, ""));
        Self {
            root,
            last: RefCell::new((String::new(), nothing)),
            required: RefCell::default(),
        }
    }

    fn together(&self, pointer: &str) -> Rc<Vec<String>> {
        let mut last = self.last.borrow_mut();
        if last.0 != pointer {
            *last = (pointer.to_owned(), Rc::new(together(self.root, pointer)));
        }
        Rc::clone(&last.1)
    }

    /// Returns the pointer of the first declaration of a field in the schemas that describe the same value as the
    /// schema at a pointer, without that schema itself.
    pub(super) fn elsewhere(&self, pointer: &str, name: &str) -> Option<String> {
        self.together(pointer).iter().skip(1).find_map(|at| {
            let place = child(&child(at, "properties"), name);
            self.root.pointer(&place).is_some().then_some(place)
        })
    }

    /// Reports whether the schema at a pointer, or a schema that describes the same value, requires a field.
    pub(super) fn requires(&self, pointer: &str, name: &str) -> bool {
        let is_required = |at: &String| {
            let mut known = self.required.borrow_mut();
            if let Some(names) = known.get(at) {
                return names.contains(name);
            }
            let schema = self.root.pointer(at).and_then(Value::as_object);
            let names = schema.and_then(required).unwrap_or_default();
            let names: BTreeSet<&str> = names.iter().filter_map(Value::as_str).collect();
            let is_required = names.contains(name);
            known.insert(at.clone(), names);
            is_required
        };
        self.together(pointer).iter().any(is_required)
    }
}

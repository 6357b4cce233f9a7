//! The values in `enum` and `const`.

use serde_json::Value;

use super::{Constant, Id, Kinds, Model, Node, Selector, index};
use crate::number::canonical_text;

impl Model {
    pub(crate) fn constant_of(&mut self, value: &Value) -> Constant {
        let text = canonical_text(value);
        if let Some(known) = self.constant_ids.get(&text) {
            return *known;
        }
        let id = Constant(index(self.constants.len()));
        self.constants.push(value.clone());
        self.constant_ids.insert(text, id);
        id
    }

    /// Reports whether a value equals one of some constants, which are sorted.
    pub(crate) fn is_among(&self, value: &Value, constants: &[Constant]) -> bool {
        self.constant_ids
            .get(&canonical_text(value))
            .is_some_and(|constant| constants.binary_search(constant).is_ok())
    }

    /// Adds the assertion that a value equals one of some others.
    pub(crate) fn values(&mut self, values: &[Value]) -> Id {
        let mut constants = Vec::new();
        for value in values {
            let constant = self.constant_of(value);
            constants.push(constant);
            if (value.is_array() || value.is_object()) && !self.structures.contains_key(&constant) {
                let structure = self.structure_of(value);
                self.structures.insert(constant, structure);
            }
        }
        constants.sort();
        constants.dedup();
        if constants.is_empty() {
            self.never()
        } else {
            self.add(Node::Values(constants))
        }
    }

    /// Returns assertions about the parts of a constant that together describe it; `None` if it is not an array or
    /// object.
    pub(crate) fn structure(&self, constant: Constant) -> Option<Id> {
        self.structures.get(&constant).copied()
    }

    fn structure_of(&mut self, value: &Value) -> Id {
        let mut parts = Vec::new();
        match value {
            Value::Array(items) => {
                parts.push(self.kinds(Kinds::ARRAY));
                let length = items.len() as u64;
                parts.extend((length > 0).then(|| self.add(Node::MinItems(length))));
                parts.push(self.add(Node::MaxItems(length)));
                for (at, item) in items.iter().enumerate() {
                    let item = self.values(std::slice::from_ref(item));
                    parts.push(self.add(Node::Item(at as u64, item)));
                }
            }
            Value::Object(members) => {
                parts.push(self.kinds(Kinds::OBJECT));
                let mut selector = Selector::default();
                for (name, value) in members {
                    let name = self.intern(name);
                    let value = self.values(std::slice::from_ref(value));
                    parts.push(self.add(Node::Required(name)));
                    parts.push(self.add(Node::Property(name, value)));
                    selector.names.push(name);
                }
                selector.names.sort();
                let never = self.never();
                parts.push(self.add(Node::Members(selector, never)));
            }
            scalar => return self.values(std::slice::from_ref(scalar)),
        }
        self.all(parts)
    }
}

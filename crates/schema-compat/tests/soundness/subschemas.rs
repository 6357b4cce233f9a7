//! A schema by the pointers of its parts, each with a validator of its own.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

use crate::validators;

/// The address of the schema for the validators of its parts.
const ADDRESS: &str = "https://writer.example/";

/// A schema, whose parts are named by JSON pointers.
pub(crate) struct Parts<'a> {
    root: &'a Value,
    pub(crate) draft: Draft,
    registry: Registry<'a>,
    /// Validators of parts of the schema, by pointer, and of patterns.
    validators: RefCell<BTreeMap<String, Rc<Validator>>>,
}

impl<'a> Parts<'a> {
    /// Reads a schema; `None` if it has references that depend on addresses of its parts.
    pub(crate) fn new(root: &'a Value, draft: Draft) -> Option<Self> {
        if has_address_below(root, true) {
            return None;
        }
        let draft = draft.detect(root);
        let registry = Registry::new()
            .draft(draft)
            .add(ADDRESS, draft.create_resource_ref(root))
            .and_then(jsonschema::RegistryBuilder::prepare)
            .ok()?;
        Some(Self {
            root,
            draft,
            registry,
            validators: RefCell::default(),
        })
    }

    pub(crate) fn at(&self, pointer: &str) -> &'a Value {
        self.root.pointer(pointer).unwrap_or(&Value::Null)
    }

    pub(crate) fn keyword(&self, schema: &str, keyword: &str) -> Option<&'a Value> {
        let is_read = self.has(schema, keyword);
        is_read.then(|| self.at(schema).get(keyword)).flatten()
    }

    /// Reports whether a schema has a keyword that its draft knows.
    pub(crate) fn has(&self, schema: &str, keyword: &str) -> bool {
        let schema = self.at(schema);
        let is_hidden =
            self.draft < Draft::Draft201909 && keyword != "$ref" && schema.get("$ref").is_some();
        schema.get(keyword).is_some() && !is_hidden && self.draft.is_known_keyword(keyword)
    }

    pub(crate) fn members(
        &self,
        schema: &str,
        keyword: &str,
    ) -> impl Iterator<Item = (&'a String, &'a Value)> + use<'a> {
        let members = self.keyword(schema, keyword).and_then(Value::as_object);
        members.into_iter().flatten()
    }

    pub(crate) fn branches(&self, list: &str) -> impl Iterator<Item = String> + use<> {
        let count = self.at(list).as_array().map_or(0, Vec::len);
        let list = list.to_owned();
        (0..count).map(move |at| format!("{list}/{at}"))
    }

    pub(crate) fn target(&self, reference: &str) -> String {
        let text = self.at(reference).as_str().unwrap_or_default();
        let (_, fragment) = text.split_once('#').unwrap_or_default();
        if fragment.is_empty() || fragment.starts_with('/') {
            fragment.to_owned()
        } else {
            anchor(self.root, fragment).unwrap_or_else(|| panic!("no anchor {text}"))
        }
    }

    pub(crate) fn holds(&self, schema: &str, value: &Value) -> bool {
        let part = || json!({ "$ref": format!("{ADDRESS}#{}", escaped(schema)) });
        self.validator(schema, part).is_valid(value)
    }

    pub(crate) fn matches(&self, pattern: &str, name: &str) -> bool {
        let part = || json!({ "pattern": pattern });
        let validator = self.validator(&format!("pattern {pattern}"), part);
        validator.is_valid(&Value::from(name))
    }

    fn validator(&self, key: &str, schema: impl FnOnce() -> Value) -> Rc<Validator> {
        if let Some(known) = self.validators.borrow().get(key) {
            return Rc::clone(known);
        }
        let validator = validators::options(self.draft)
            .with_registry(&self.registry)
            .build(&schema())
            .unwrap_or_else(|error| panic!("{key} of {}: {error}", self.root));
        let validator = Rc::new(validator);
        let mut validators = self.validators.borrow_mut();
        validators.insert(key.to_owned(), Rc::clone(&validator));
        validator
    }
}

/// Returns the pointer of a member of what a pointer names.
pub(crate) fn child(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Returns a pointer as the fragment of a URI.
fn escaped(pointer: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.~/$".contains(byte);
    let each = pointer.bytes().map(|byte| {
        if is_plain(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    each.collect()
}

/// Returns the pointer of the schema that has an anchor.
fn anchor(root: &Value, name: &str) -> Option<String> {
    let mut todo = vec![(String::new(), root)];
    while let Some((pointer, value)) = todo.pop() {
        let is_it = ["$anchor", "$dynamicAnchor"]
            .iter()
            .any(|keyword| value.get(keyword) == Some(&name.into()));
        if is_it {
            return Some(pointer);
        }
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                todo.extend(items.map(|(at, item)| (format!("{pointer}/{at}"), item)));
            }
            Value::Object(members) => {
                let members = members.iter();
                todo.extend(members.map(|(name, value)| (child(&pointer, name), value)));
            }
            _ => {}
        }
    }
    None
}

/// Reports whether a schema below the root has an address of its own.
fn has_address_below(value: &Value, is_root: bool) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| has_address_below(item, false)),
        Value::Object(members) => members.iter().any(|(name, value)| {
            (!is_root && matches!(name.as_str(), "$id" | "id") && value.is_string())
                || has_address_below(value, false)
        }),
        _ => false,
    }
}

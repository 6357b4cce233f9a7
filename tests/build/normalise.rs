//! Converts the schemas of a major version to one set of definitions that typify reads.
//!
//! Every schema has a name of its own, every reference leads to a definition of the set, and an event is one
//! object: the envelope with the event's own fields instead of the envelope's. Constraints are unchanged, except
//! that a constant becomes a set with one member, since typify enforces only that.

use std::collections::BTreeSet;

use schema_registry::{
    model::{Major, Registry, Schema},
    names,
};
use serde_json::{Map, Value, json};

/// The definitions of a major version.
pub(crate) struct Normalised {
    /// Each schema by its name, in the order in which they are found.
    pub(crate) definitions: Vec<(String, Value)>,
    /// The names of the events' definitions.
    pub(crate) events: Vec<String>,
}

/// Keywords that do not constrain values. typify would use `title` as a name.
const ANNOTATIONS: &[&str] = &[
    "$schema",
    "$id",
    "$defs",
    "title",
    "description",
    "$comment",
];

pub(crate) fn normalise(registry: &Registry, major: &Major) -> Normalised {
    let mut work = Work {
        registry,
        known: Vec::new(),
        taken: BTreeSet::new(),
        definitions: Vec::new(),
    };
    let mut events = Vec::new();
    for event in &major.events {
        let name = work.name(&format!("{}_event", names::snake(&event.event_type)));
        let value = work.event(&event.schema, &name);
        work.definitions.push((name.clone(), value));
        events.push(name);
    }
    Normalised {
        definitions: work.definitions,
        events,
    }
}

struct Work<'r> {
    registry: &'r Registry,
    /// The names of the schemas that are referred to, by file and JSON pointer.
    known: Vec<(String, String, String)>,
    taken: BTreeSet<String>,
    definitions: Vec<(String, Value)>,
}

impl Work<'_> {
    /// Returns a name that no other definition has, in any letter case.
    fn name(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while !self.taken.insert(name.replace('_', "").to_lowercase()) {
            number += 1;
            name = format!("{wanted}_{number}");
        }
        name
    }

    /// Returns the schema of the whole body of an event: the schema that it refines, with its own fields.
    fn event(&mut self, schema: &Schema, name: &str) -> Value {
        let own = (*schema.value).clone();
        let base = own.get("$ref").and_then(Value::as_str);
        let Some((file, pointer)) = base.map(|reference| self.target(schema, reference)) else {
            return self.convert(schema, &own, name);
        };
        let base = file.value.pointer(&pointer).unwrap().clone();
        let mut merged = self.convert(&file, &without(&base, &own), name);
        let mut own = own;
        own.as_object_mut().unwrap().remove("$ref");
        let own = self.convert(schema, &own, name);
        for (keyword, value) in own.as_object().unwrap() {
            match (merged.get_mut(keyword), keyword.as_str()) {
                (Some(Value::Object(properties)), "properties") => {
                    properties.extend(value.as_object().unwrap().clone());
                }
                (Some(Value::Array(names)), "required") => {
                    names.extend(value.as_array().unwrap().iter().cloned());
                }
                _ => merged[keyword] = value.clone(),
            }
        }
        merged
    }

    /// Returns the file and the JSON pointer that a reference leads to.
    fn target(&self, schema: &Schema, reference: &str) -> (Schema, String) {
        let (file, pointer, _) = self.registry.follow(schema, reference).unwrap();
        (file.clone(), pointer)
    }

    fn reference(&mut self, schema: &Schema, reference: &str) -> Value {
        let (file, pointer) = self.target(schema, reference);
        let known = self
            .known
            .iter()
            .find(|(uri, at, _)| *uri == file.uri && *at == pointer);
        let name = match known {
            Some((_, _, name)) => name.clone(),
            None => {
                let last = pointer.rsplit('/').next().unwrap_or_default();
                let name = self.name(&names::snake(last));
                self.known
                    .push((file.uri.clone(), pointer.clone(), name.clone()));
                let target = file.value.pointer(&pointer).unwrap().clone();
                let value = self.convert(&file, &target, &name);
                self.definitions.push((name.clone(), value));
                name
            }
        };
        json!({ "$ref": format!("#/definitions/{name}") })
    }

    /// Returns a schema whose references all lead to definitions.
    fn convert(&mut self, schema: &Schema, value: &Value, name: &str) -> Value {
        let Value::Object(keywords) = value else {
            return value.clone();
        };
        if let Some(reference) = keywords.get("$ref").and_then(Value::as_str) {
            return self.reference(schema, reference);
        }
        let mut converted = Map::new();
        for (keyword, value) in keywords {
            if ANNOTATIONS.contains(&keyword.as_str()) || keyword.starts_with("x-") {
                continue;
            }
            let value = match (keyword.as_str(), value) {
                ("const", constant) => {
                    converted.insert("enum".into(), json!([constant]));
                    continue;
                }
                ("properties", Value::Object(properties)) => {
                    let inner = properties.iter().map(|(field, value)| {
                        let name = format!("{name}_{}", names::snake(field));
                        (field.clone(), self.inner(schema, value, &name))
                    });
                    Value::Object(inner.collect())
                }
                ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                    let inner = branches.iter().enumerate().map(|(index, value)| {
                        self.inner(schema, value, &format!("{name}_{index}"))
                    });
                    Value::Array(inner.collect())
                }
                ("items", value) => self.inner(schema, value, &format!("{name}_item")),
                ("additionalProperties", value) => {
                    self.inner(schema, value, &format!("{name}_value"))
                }
                (_, value) => value.clone(),
            };
            converted.insert(keyword.clone(), value);
        }
        Value::Object(converted)
    }

    /// Returns a schema inside another one: a reference to it, if it is more than a scalar.
    fn inner(&mut self, schema: &Schema, value: &Value, name: &str) -> Value {
        let needs_name = ["properties", "oneOf", "anyOf"]
            .iter()
            .any(|keyword| value.get(keyword).is_some());
        if !needs_name || value.get("$ref").is_some() {
            return self.convert(schema, value, name);
        }
        let name = self.name(name);
        let converted = self.convert(schema, value, &name);
        self.definitions.push((name.clone(), converted));
        json!({ "$ref": format!("#/definitions/{name}") })
    }
}

/// Returns an object's schema without the properties that another schema defines again.
fn without(base: &Value, own: &Value) -> Value {
    let mut base = base.clone();
    let own = own.get("properties").and_then(Value::as_object);
    if let Some(properties) = base.get_mut("properties").and_then(Value::as_object_mut) {
        properties.retain(|name, _| !own.is_some_and(|own| own.contains_key(name)));
    }
    base
}

//! Functions and types that the macro `json_schema!` calls.

use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use crate::{KnownPayload, OpenSet, RawObject, StringValue, Unknown};

/// The known members of an open set.
pub trait Members: Sized {
    /// Returns each known member once, in the order of the schema.
    fn members() -> Vec<Self>;
}

/// Returns the schema of a string with the given constraints, and with the members that are known today.
#[must_use]
pub fn string<T: StringValue>(about: &str, known: &[T], constraints: Schema) -> Schema {
    let mut schema = json_schema!({ "type": "string" });
    if !known.is_empty() {
        schema.insert("x-known-values".to_owned(), texts(known));
    }
    if let Some(constraints) = constraints.as_object() {
        for (keyword, value) in constraints {
            schema.insert(keyword.clone(), value.clone());
        }
    }
    described(schema, about)
}

/// Returns the schema of a closed set of strings.
#[must_use]
pub fn strings<T: StringValue>(about: &str, members: &[T]) -> Schema {
    let schema = match members {
        [one] => json_schema!({ "type": "string", "const": one.as_str() }),
        _ => json_schema!({ "type": "string", "enum": texts(members) }),
    };
    described(schema, about)
}

fn texts<T: StringValue>(members: &[T]) -> Value {
    members.iter().map(T::as_str).collect()
}

/// Adds a description, if there is one.
fn described(mut schema: Schema, about: &str) -> Schema {
    if !about.is_empty() {
        schema.insert("description".to_owned(), about.into());
    }
    schema
}

/// Returns the schema of numbers with bounds.
#[must_use]
pub fn number(about: &str, bounds: Schema) -> Schema {
    let mut schema = json_schema!({ "type": "number" });
    for (keyword, bound) in bounds.as_object().into_iter().flatten() {
        schema.insert(keyword.clone(), bound.clone());
    }
    described(schema, about)
}

/// The schema of a list with a type for each item.
pub struct TupleSchema<'g, S> {
    generator: &'g mut SchemaGenerator,
    about: &'g str,
    items: Vec<Value>,
    tuple: PhantomData<fn() -> S>,
}

impl<'g, S> TupleSchema<'g, S> {
    /// Creates the schema of a list without items.
    pub fn new(generator: &'g mut SchemaGenerator, about: &'g str) -> Self {
        Self {
            generator,
            about,
            items: Vec::new(),
            tuple: PhantomData,
        }
    }

    /// Adds an item, with the type of the Rust field.
    pub fn item<T: JsonSchema>(&mut self, about: &str, _: fn(&S) -> &T) {
        let schema = described(self.generator.subschema_for::<T>(), about);
        self.items.push(schema.to_value());
    }

    /// Returns the schema.
    #[must_use]
    pub fn finish(self) -> Schema {
        let count = self.items.len();
        let schema = json_schema!({
            "type": "array", "prefixItems": self.items, "items": false, "minItems": count
        });
        described(schema, self.about)
    }
}

/// The schema of an object, to which fields are added in order.
pub struct ObjectSchema<'g, S> {
    generator: &'g mut SchemaGenerator,
    about: &'g str,
    properties: Map<String, Value>,
    required: Vec<Value>,
    object: PhantomData<fn() -> S>,
}

impl<'g, S> ObjectSchema<'g, S> {
    /// Creates the schema of an object without known fields.
    pub fn new(generator: &'g mut SchemaGenerator, about: &'g str) -> Self {
        Self {
            generator,
            about,
            properties: Map::new(),
            required: Vec::new(),
            object: PhantomData,
        }
    }

    /// Adds a required field, with the type of the Rust field.
    pub fn required<T: JsonSchema>(&mut self, name: &str, about: &str, _: fn(&S) -> &T) {
        let schema = self.generator.subschema_for::<T>();
        self.add(name, about, schema, true);
    }

    /// Adds an optional field, with the type of the Rust field, which is an `Option` that is `None` only if the
    /// field is absent.
    pub fn optional<T: JsonSchema>(&mut self, name: &str, about: &str, _: fn(&S) -> &Option<T>) {
        let schema = self.generator.subschema_for::<T>();
        self.add(name, about, schema, false);
    }

    /// Adds a required field that can be one string only.
    pub fn constant(&mut self, name: &str, about: &str, value: &str) {
        self.add(
            name,
            about,
            json_schema!({ "type": "string", "const": value }),
            true,
        );
    }

    fn add(&mut self, name: &str, about: &str, schema: Schema, is_required: bool) {
        let schema = described(schema, about);
        self.properties.insert(name.to_owned(), schema.to_value());
        if is_required {
            self.required.push(name.into());
        }
    }

    /// Returns the schema.
    #[must_use]
    pub fn finish(self) -> Schema {
        let mut schema = described(json_schema!({ "type": "object" }), self.about);
        if !self.required.is_empty() {
            schema.insert("required".to_owned(), self.required.into());
        }
        schema.insert("properties".to_owned(), self.properties.into());
        schema
    }
}

/// The schema of a union of objects.
pub struct UnionSchema<'g, U> {
    generator: &'g mut SchemaGenerator,
    about: &'g str,
    branches: Vec<Value>,
    union: PhantomData<fn() -> U>,
}

impl<'g, U> UnionSchema<'g, U> {
    /// Creates the schema of a union without branches.
    pub fn new(generator: &'g mut SchemaGenerator, about: &'g str) -> Self {
        Self {
            generator,
            about,
            branches: Vec::new(),
            union: PhantomData,
        }
    }

    /// Adds the branch that a variant contains.
    pub fn branch<T: JsonSchema>(&mut self, _: fn(T) -> U) {
        let schema = self.generator.subschema_for::<T>();
        self.branches.push(schema.to_value());
    }

    /// Returns the schema.
    #[must_use]
    pub fn finish(self) -> Schema {
        described(json_schema!({ "oneOf": self.branches }), self.about)
    }
}

/// The schema of an event: the envelope, with the values that follow from the type of the event.
pub struct EventSchema<'g, S> {
    /// The object, to add fields that do not depend on the type of the event.
    pub object: ObjectSchema<'g, S>,
    event_type: Schema,
    /// The path of the event's schema, if the type of the event is known.
    schema_ref: Option<&'static str>,
    payload: Schema,
}

impl<'g, S> EventSchema<'g, S> {
    /// Creates the schema of an event of a known type.
    pub fn known<P: KnownPayload + JsonSchema>(
        generator: &'g mut SchemaGenerator,
        about: &'g str,
    ) -> Self {
        let event_type = match P::EVENT_TYPE {
            Some(one) => json_schema!({ "const": one }),
            None => json_schema!({ "type": "string" }),
        };
        Self {
            event_type,
            schema_ref: Some(P::SCHEMA_REF),
            payload: generator.subschema_for::<P>(),
            object: ObjectSchema::new(generator, about),
        }
    }

    /// Creates the schema of an event of a type that this version does not know.
    pub fn unknown<T: OpenSet + Members + JsonSchema>(generator: &'g mut SchemaGenerator) -> Self {
        Self {
            event_type: generator.subschema_for::<Unknown<T>>(),
            schema_ref: None,
            payload: generator.subschema_for::<RawObject>(),
            object: ObjectSchema::new(generator, "An event of another type."),
        }
    }

    /// Returns the schema of a union of events, distinguished by their types.
    #[must_use]
    pub fn any(events: Vec<Schema>, about: &str) -> Schema {
        described(json_schema!({ "oneOf": events }), about)
    }

    /// Adds the field that names the type of the event.
    pub fn event_type(&mut self, name: &str, about: &str) {
        let schema = self.event_type.clone();
        self.object.add(name, about, schema, true);
    }

    /// Adds the field that names the path of the event's schema.
    pub fn schema_ref<T: JsonSchema>(&mut self, name: &str, about: &str, is_required: bool) {
        let schema = match self.schema_ref {
            Some(one) => json_schema!({ "const": one }),
            None => self.object.generator.subschema_for::<T>(),
        };
        self.object.add(name, about, schema, is_required);
    }

    /// Adds the payload.
    pub fn payload(&mut self, name: &str, about: &str) {
        let schema = self.payload.clone();
        self.object.add(name, about, schema, true);
    }

    /// Returns the schema.
    #[must_use]
    pub fn finish(self) -> Schema {
        self.object.finish()
    }
}

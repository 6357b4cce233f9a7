//! What the macro `json_schema!` calls.

use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use crate::{KnownPayload, OpenSet, RawObject, StringValue, Unknown};

/// The known members of an open set.
pub trait Members: Sized {
    /// Each known member once, in the order of the schema.
    fn members() -> Vec<Self>;
}

/// The schema of a string with the given constraints, and the members that are known today.
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

/// The schema of one of some strings.
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

/// The schema of numbers with bounds.
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
    /// A list without items.
    pub fn new(generator: &'g mut SchemaGenerator, about: &'g str) -> Self {
        Self {
            generator,
            about,
            items: Vec::new(),
            tuple: PhantomData,
        }
    }

    /// Adds an item. Its type is that of the Rust field.
    pub fn item<T: JsonSchema>(&mut self, about: &str, _: fn(&S) -> &T) {
        let schema = described(self.generator.subschema_for::<T>(), about);
        self.items.push(schema.to_value());
    }

    /// The schema.
    #[must_use]
    pub fn finish(self) -> Schema {
        let count = self.items.len();
        let schema = json_schema!({
            "type": "array", "prefixItems": self.items, "items": false, "minItems": count
        });
        described(schema, self.about)
    }
}

/// The schema of an object, whose fields are added in their order.
pub struct ObjectSchema<'g, S> {
    generator: &'g mut SchemaGenerator,
    about: &'g str,
    properties: Map<String, Value>,
    required: Vec<Value>,
    object: PhantomData<fn() -> S>,
}

impl<'g, S> ObjectSchema<'g, S> {
    /// An object without known fields.
    pub fn new(generator: &'g mut SchemaGenerator, about: &'g str) -> Self {
        Self {
            generator,
            about,
            properties: Map::new(),
            required: Vec::new(),
            object: PhantomData,
        }
    }

    /// Adds a field that has to be there. Its type is that of the Rust field.
    pub fn required<T: JsonSchema>(&mut self, name: &str, about: &str, _: fn(&S) -> &T) {
        let schema = self.generator.subschema_for::<T>();
        self.add(name, about, schema, true);
    }

    /// Adds a field that may be absent. Its type is that of the Rust field, which has an `Option`
    /// for its absence alone.
    pub fn optional<T: JsonSchema>(&mut self, name: &str, about: &str, _: fn(&S) -> &Option<T>) {
        let schema = self.generator.subschema_for::<T>();
        self.add(name, about, schema, false);
    }

    fn add(&mut self, name: &str, about: &str, schema: Schema, is_required: bool) {
        let schema = described(schema, about);
        self.properties.insert(name.to_owned(), schema.to_value());
        if is_required {
            self.required.push(name.into());
        }
    }

    /// The schema.
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

/// The schema of a choice between objects.
pub struct UnionSchema<'g, U> {
    generator: &'g mut SchemaGenerator,
    about: &'g str,
    branches: Vec<Value>,
    union: PhantomData<fn() -> U>,
}

impl<'g, U> UnionSchema<'g, U> {
    /// A choice without branches.
    pub fn new(generator: &'g mut SchemaGenerator, about: &'g str) -> Self {
        Self {
            generator,
            about,
            branches: Vec::new(),
            union: PhantomData,
        }
    }

    /// Adds the branch that a variant holds.
    pub fn branch<T: JsonSchema>(&mut self, _: fn(T) -> U) {
        let schema = self.generator.subschema_for::<T>();
        self.branches.push(schema.to_value());
    }

    /// The schema.
    #[must_use]
    pub fn finish(self) -> Schema {
        described(json_schema!({ "oneOf": self.branches }), self.about)
    }
}

/// The schema of an event: the envelope, with what the type of the event fixes in it.
pub struct EventSchema<'g, S> {
    /// The fields, for those that the type of the event does not change.
    pub object: ObjectSchema<'g, S>,
    event_type: Schema,
    /// The one path of the event's schema, if the type of the event is known.
    schema_ref: Option<&'static str>,
    payload: Schema,
}

impl<'g, S> EventSchema<'g, S> {
    /// An event of a known type.
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

    /// An event of a type that this version does not know.
    pub fn unknown<T: OpenSet + Members + JsonSchema>(generator: &'g mut SchemaGenerator) -> Self {
        Self {
            event_type: generator.subschema_for::<Unknown<T>>(),
            schema_ref: None,
            payload: generator.subschema_for::<RawObject>(),
            object: ObjectSchema::new(generator, "An event of another type."),
        }
    }

    /// One of some events, told apart by their types.
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

    /// The schema.
    #[must_use]
    pub fn finish(self) -> Schema {
        self.object.finish()
    }
}

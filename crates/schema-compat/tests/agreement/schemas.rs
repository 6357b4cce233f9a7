//! Random schemas, and schemas that differ from them in one place.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Map, Value, json};

const NAMES: [&str; 4] = ["a", "b", "c", "ab"];
const PATTERNS: [&str; 7] = ["^a", "b$", "^[a-z]+$", ".", "^a?b*$", "^(a|ab)$", "^$"];

pub(crate) struct Generator<'r> {
    rng: &'r mut Rng,
    draft: Draft,
}

impl<'r> Generator<'r> {
    pub(crate) fn new(rng: &'r mut Rng, draft: Draft) -> Self {
        Self { rng, draft }
    }

    /// A schema with two definitions, which may refer to each other from inside.
    pub(crate) fn schema(&mut self) -> Value {
        let mut schema = self.object(3);
        let text = serde_json::to_string(&schema).unwrap();
        if text.contains("$ref") {
            let definitions = json!({ "x": self.guarded(), "y": self.guarded() });
            schema.insert("definitions".into(), definitions);
        }
        Value::Object(schema)
    }

    /// A schema whose references are all inside a value, so that they come to an end.
    fn guarded(&mut self) -> Value {
        let inner = self.any(1);
        let other = json!({ "$ref": *self.rng.choice(&["#/definitions/x", "#/definitions/y", "#"]).unwrap() });
        match self.rng.u8(..5) {
            0 => json!({ "type": "object", "properties": { "a": other, "b": self.plain() } }),
            1 => json!({ "type": "array", "items": other }),
            2 => {
                json!({ "anyOf": [self.plain(), { "type": "object", "properties": { "a": other }, "required": ["a"] }] })
            }
            3 => {
                json!({ "type": ["object", "null"], "properties": { "a": other }, "required": ["b"] })
            }
            _ if serde_json::to_string(&inner).unwrap().contains("$ref") => self.plain(),
            _ => inner,
        }
    }

    fn plain(&mut self) -> Value {
        let mut schema = Map::new();
        self.leaf(&mut schema);
        Value::Object(schema)
    }

    fn any(&mut self, depth: usize) -> Value {
        match self.rng.u8(..12) {
            0 if self.draft != Draft::Draft4 => Value::Bool(self.rng.bool()),
            1 if depth > 0 => {
                json!({ "$ref": *self.rng.choice(&["#/definitions/x", "#/definitions/y"]).unwrap() })
            }
            _ => Value::Object(self.object(depth)),
        }
    }

    fn object(&mut self, depth: usize) -> Map<String, Value> {
        let mut schema = Map::new();
        if depth == 0 || self.rng.u8(..4) == 0 {
            self.leaf(&mut schema);
            return schema;
        }
        for _ in 0..=self.rng.usize(..2) {
            self.applicator(&mut schema, depth - 1);
        }
        if self.rng.bool() {
            self.leaf(&mut schema);
        }
        schema
    }

    fn several(&mut self, depth: usize) -> Value {
        let count = self.rng.usize(1..4);
        (0..count).map(|_| self.any(depth)).collect()
    }

    fn names(&mut self) -> Value {
        let count = self.rng.usize(1..3);
        let mut names: Vec<&str> = NAMES.to_vec();
        self.rng.shuffle(&mut names);
        json!(names[..count])
    }

    fn applicator(&mut self, schema: &mut Map<String, Value>, depth: usize) {
        let is_new = self.draft == Draft::Draft202012;
        let (name, value) = match self.rng.u8(..20) {
            0 => ("allOf", self.several(depth)),
            1 => ("anyOf", self.several(depth)),
            2 => ("oneOf", self.several(depth)),
            3 => ("not", self.any(depth.min(1))),
            4 if self.draft != Draft::Draft4 => {
                schema.insert("then".into(), self.any(depth));
                schema.insert("else".into(), self.any(depth));
                ("if", self.any(depth.min(1)))
            }
            5 => ("items", self.any(depth)),
            6 if is_new => ("prefixItems", self.several(depth)),
            6 => {
                schema.insert("additionalItems".into(), self.any(depth));
                ("items", self.several(depth))
            }
            7 if self.draft != Draft::Draft4 => ("contains", self.any(depth)),
            8 if self.draft != Draft::Draft4 => ("propertyNames", self.plain()),
            9 => ("additionalProperties", self.rest(depth)),
            10 => {
                let pattern = *self.rng.choice(&PATTERNS).unwrap();
                ("patternProperties", json!({ pattern: self.any(depth) }))
            }
            11 if is_new => ("unevaluatedProperties", self.rest(depth)),
            12 if is_new => ("unevaluatedItems", self.rest(depth)),
            13 if is_new => (
                "dependentSchemas",
                json!({ *self.rng.choice(&NAMES).unwrap(): self.any(depth) }),
            ),
            13 => (
                "dependencies",
                json!({ *self.rng.choice(&NAMES).unwrap(): self.any(depth) }),
            ),
            14 if is_new => (
                "dependentRequired",
                json!({ *self.rng.choice(&NAMES).unwrap(): self.names() }),
            ),
            15 | 16 => {
                let tag = *self.rng.choice(&NAMES).unwrap();
                let branch = |this: &mut Self, value: u8| {
                    json!({
                        "type": "object",
                        "properties": { tag: { "enum": [value] }, "b": this.any(depth) },
                        "required": [tag],
                    })
                };
                ("oneOf", json!([branch(self, 0), branch(self, 1)]))
            }
            _ => {
                let mut properties = Map::new();
                for _ in 0..=self.rng.usize(..2) {
                    let name = *self.rng.choice(&NAMES).unwrap();
                    properties.insert(name.to_owned(), self.any(depth));
                }
                if self.rng.bool() {
                    schema.insert("required".into(), self.names());
                }
                ("properties", Value::Object(properties))
            }
        };
        schema.insert(name.to_owned(), value);
    }

    fn rest(&mut self, depth: usize) -> Value {
        match self.rng.bool() {
            true => Value::Bool(false),
            false => Value::Object(self.object(depth.min(1))),
        }
    }

    fn leaf(&mut self, schema: &mut Map<String, Value>) {
        if self.rng.bool() {
            let types = [
                "null", "boolean", "integer", "number", "string", "array", "object",
            ];
            let first = *self.rng.choice(&types).unwrap();
            let second = *self.rng.choice(&types).unwrap();
            let types = match self.rng.bool() || first == second {
                true => json!(first),
                false => json!([first, second]),
            };
            schema.insert("type".into(), types);
        }
        for _ in 0..=self.rng.usize(..2) {
            let (name, value) = self.assertion(schema);
            schema.insert(name.to_owned(), value);
        }
    }

    fn assertion(&mut self, schema: &mut Map<String, Value>) -> (&'static str, Value) {
        let small = self.rng.u8(..4);
        match self.rng.u8(..18) {
            0 => ("minimum", json!(self.rng.i8(-1..4))),
            1 => ("maximum", json!(self.rng.i8(-1..4))),
            2 if self.draft == Draft::Draft4 => {
                schema.insert("minimum".into(), json!(small));
                ("exclusiveMinimum", json!(self.rng.bool()))
            }
            2 => (
                "exclusiveMinimum",
                json!(f32::from(self.rng.i8(-2..4)) / 2.0),
            ),
            3 => {
                let divisors = [json!(1), json!(2), json!(3), json!(0.5), json!(1.5)];
                ("multipleOf", self.rng.choice(&divisors).unwrap().clone())
            }
            4 => ("minLength", json!(small)),
            5 => ("maxLength", json!(small)),
            6 | 7 => ("pattern", json!(*self.rng.choice(&PATTERNS).unwrap())),
            8 => ("minItems", json!(small)),
            9 => ("maxItems", json!(small)),
            10 => ("uniqueItems", json!(true)),
            11 => ("minProperties", json!(small)),
            12 => ("maxProperties", json!(small)),
            13 => ("required", self.names()),
            14 => (
                "format",
                json!(*self.rng.choice(&["date", "ipv4", "uri-reference"]).unwrap()),
            ),
            15 if self.draft != Draft::Draft4 => ("const", self.value()),
            _ => {
                let mut values: Vec<Value> = Vec::new();
                for _ in 0..self.rng.usize(1..4) {
                    let value = self.value();
                    values.extend((!values.contains(&value)).then_some(value));
                }
                ("enum", json!(values))
            }
        }
    }

    fn value(&mut self) -> Value {
        let values = [
            json!(null),
            json!(true),
            json!(0),
            json!(1),
            json!(2),
            json!(1.0),
            json!(0.5),
            json!(""),
            json!("a"),
            json!("ab"),
            json!([]),
            json!([1]),
            json!({}),
            json!({ "a": 1 }),
        ];
        self.rng.choice(&values).unwrap().clone()
    }

    /// The schema, changed in one place.
    pub(crate) fn mutant(&mut self, schema: &Value) -> Value {
        let mut mutant = schema.clone();
        self.mutate(&mut mutant, 3);
        if !mutant.is_object() {
            return schema.clone();
        }
        let text = serde_json::to_string(&mutant).unwrap();
        if text.contains("$ref") && mutant.get("definitions").is_none() {
            mutant["definitions"] = json!({ "x": self.guarded(), "y": self.guarded() });
        }
        mutant
    }

    fn mutate(&mut self, schema: &mut Value, depth: usize) {
        let inside: Vec<String> = match &*schema {
            Value::Object(members) => members.keys().cloned().collect(),
            _ => Vec::new(),
        };
        let Value::Object(members) = schema else {
            *schema = self.any(depth.min(1));
            return;
        };
        let name = self.rng.choice(&inside).cloned();
        match (self.rng.u8(..6), name) {
            (0, Some(name)) if name != "definitions" => {
                members.remove(&name);
            }
            (1, _) => self.leaf(members),
            (2, _) if depth > 1 => self.applicator(members, depth - 1),
            (_, Some(name)) => self.mutate_keyword(&name, members, depth),
            (_, None) => self.leaf(members),
        }
    }

    fn mutate_keyword(&mut self, name: &str, members: &mut Map<String, Value>, depth: usize) {
        let depth = depth.saturating_sub(1);
        let value = &mut members[name];
        match (name, &mut *value) {
            ("allOf" | "anyOf" | "oneOf" | "prefixItems" | "items", Value::Array(branches)) => {
                let at = self.rng.usize(..branches.len());
                match self.rng.u8(..4) {
                    0 if branches.len() > 1 => {
                        branches.remove(at);
                    }
                    1 => branches.push(self.any(depth)),
                    _ => self.mutate(&mut branches[at], depth),
                }
            }
            (
                "properties" | "patternProperties" | "definitions" | "dependentSchemas",
                Value::Object(inner),
            ) if !inner.is_empty() => {
                let at = self.rng.usize(..inner.len());
                let inner = inner.values_mut().nth(at).unwrap();
                if name == "definitions" {
                    *inner = self.guarded();
                } else {
                    self.mutate(inner, depth);
                }
            }
            (
                "not"
                | "if"
                | "then"
                | "else"
                | "items"
                | "contains"
                | "propertyNames"
                | "additionalProperties"
                | "unevaluatedProperties"
                | "additionalItems"
                | "unevaluatedItems",
                _,
            ) => self.mutate(value, depth),
            ("enum", Value::Array(values)) => {
                let added = self.value();
                if values.len() > 1 && self.rng.bool() {
                    values.pop();
                } else if !values.contains(&added) {
                    values.push(added);
                }
            }
            (_, Value::Number(number)) => {
                let next = number.as_f64().unwrap() + if self.rng.bool() { 1.0 } else { -1.0 };
                if next >= 1.0 || name == "minimum" || name == "maximum" {
                    *value = json!(next as i64);
                }
            }
            _ => {
                members.remove(name);
            }
        }
    }
}

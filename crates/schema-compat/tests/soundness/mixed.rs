//! Random schemas of every keyword, in any draft.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Map, Value, json};

/// All drafts, in their order.
pub(crate) const ALL: [Draft; 5] = [
    Draft::Draft4,
    Draft::Draft6,
    Draft::Draft7,
    Draft::Draft201909,
    Draft::Draft202012,
];

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

    /// Returns a schema with two definitions, which may refer to each other below a value.
    pub(crate) fn schema(&mut self, depth: usize) -> Value {
        let mut schema = self.object(depth);
        let text = serde_json::to_string(&schema).unwrap();
        if text.contains("$ref") {
            let definitions = json!({ "x": self.guarded(), "y": self.guarded() });
            schema.insert("definitions".into(), definitions);
        }
        Value::Object(schema)
    }

    /// Returns a schema in which all references are below a value, so that recursion ends.
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

    fn is_at_least(&self, draft: Draft) -> bool {
        let at = |draft: Draft| ALL.iter().position(|it| *it == draft);
        at(self.draft) >= at(draft)
    }

    pub(crate) fn plain(&mut self) -> Value {
        let mut schema = Map::new();
        self.leaf(&mut schema);
        Value::Object(schema)
    }

    /// Returns a schema without references.
    pub(crate) fn without_references(&mut self, depth: usize) -> Value {
        let schema = Value::Object(self.object(depth));
        if serde_json::to_string(&schema).unwrap().contains("$ref") {
            self.plain()
        } else {
            schema
        }
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
        let is_new = self.is_at_least(Draft::Draft201909);
        let (name, value) = match self.rng.u8(..20) {
            0 => ("allOf", self.several(depth)),
            1 => ("anyOf", self.several(depth)),
            2 => ("oneOf", self.several(depth)),
            3 => ("not", self.any(depth.min(1))),
            4 if self.is_at_least(Draft::Draft7) => {
                schema.insert("then".into(), self.any(depth));
                schema.insert("else".into(), self.any(depth));
                ("if", self.any(depth.min(1)))
            }
            5 => ("items", self.any(depth)),
            6 if self.draft == Draft::Draft202012 => ("prefixItems", self.several(depth)),
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
        if self.rng.bool() {
            Value::Bool(false)
        } else {
            Value::Object(self.object(depth.min(1)))
        }
    }

    fn leaf(&mut self, schema: &mut Map<String, Value>) {
        if self.rng.bool() {
            let types = [
                "null", "boolean", "integer", "number", "string", "array", "object",
            ];
            let first = *self.rng.choice(&types).unwrap();
            let second = *self.rng.choice(&types).unwrap();
            let types = if self.rng.bool() || first == second {
                json!(first)
            } else {
                json!([first, second])
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
}

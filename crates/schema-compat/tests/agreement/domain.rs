//! Documents to judge by, and the validators that judge.

use fastrand::Rng;
use jsonschema::{Draft as Dialect, Validator};
use schema_compat::{Draft, Settings};
use serde_json::{Map, Value, json};

/// A validator made apart from those of the crate.
pub(crate) fn validator(schema: &Value, settings: &Settings) -> Option<Validator> {
    let dialect = match settings.draft {
        Draft::Draft4 => Dialect::Draft4,
        Draft::Draft7 => Dialect::Draft7,
        _ => Dialect::Draft202012,
    };
    jsonschema::options()
        .with_draft(dialect)
        .should_validate_formats(true)
        .build(schema)
        .ok()
}

/// Every value of a small world: scalars, and arrays and objects of them.
pub(crate) fn documents() -> Vec<Value> {
    let scalars = [
        json!(null),
        json!(false),
        json!(true),
        json!(0),
        json!(1),
        json!(2),
        json!(3),
        json!(-1),
        json!(7),
        json!(1.0),
        json!(0.5),
        json!(2.5),
        json!(""),
        json!("a"),
        json!("b"),
        json!("ab"),
        json!("abc"),
        json!("A1"),
        json!("é"),
        json!("2020-01-01"),
        json!("127.0.0.1"),
        json!("a\n"),
    ];
    let few = [
        json!(null),
        json!(0),
        json!(1),
        json!("a"),
        json!("ab"),
        json!(0.5),
    ];
    let mut inner: Vec<Value> = few.to_vec();
    inner.extend([
        json!([]),
        json!({}),
        json!([1]),
        json!({ "a": 1 }),
        json!({ "b": "a" }),
    ]);
    let mut all: Vec<Value> = scalars.to_vec();
    all.extend([json!([]), json!({})]);
    for left in &inner {
        all.push(json!([left]));
        for name in ["a", "b", "c", "ab"] {
            all.push(json!({ name: left }));
        }
        for right in &inner {
            all.push(json!([left, right]));
            all.push(json!({ "a": left, "b": right }));
        }
    }
    for left in &few {
        all.push(json!([left, left, left]));
        all.push(json!({ "a": left, "c": 1 }));
        all.push(json!({ "a": left, "b": left, "c": left }));
        all.push(json!({ "a": { "a": left }, "b": [left] }));
        all.push(json!({ "a": { "a": { "a": left } } }));
    }
    all
}

/// Documents made at random from those that a validator accepts.
pub(crate) struct Derived<'a> {
    seeds: Vec<&'a Value>,
    all: &'a [Value],
    rng: &'a mut Rng,
}

pub(crate) fn derived<'a>(all: &'a [Value], writes: &Validator, rng: &'a mut Rng) -> Derived<'a> {
    let seeds = all.iter().filter(|document| writes.is_valid(document));
    Derived {
        seeds: seeds.collect(),
        all,
        rng,
    }
}

impl Derived<'_> {
    pub(crate) fn next(&mut self) -> Value {
        let mut document = match self.seeds.len() {
            0 => Value::Null,
            count => self.seeds[self.rng.usize(..count)].clone(),
        };
        for _ in 0..=self.rng.usize(..2) {
            self.change(&mut document);
        }
        document
    }

    fn change(&mut self, value: &mut Value) {
        let other = self.all[self.rng.usize(..self.all.len())].clone();
        match value {
            Value::Object(members) if self.rng.u8(..5) > 0 => {
                let name = *self.rng.choice(&["a", "b", "c", "ab", "z"]).unwrap();
                match members.get_mut(name) {
                    Some(inner) if self.rng.bool() => self.change(inner),
                    Some(_) => {
                        members.remove(name);
                    }
                    None => {
                        members.insert(name.to_owned(), other);
                    }
                }
            }
            Value::Array(items) if self.rng.u8(..5) > 0 => {
                let count = items.len();
                match self.rng.u8(..3) {
                    0 if count > 0 => {
                        items.remove(self.rng.usize(..count));
                    }
                    1 if count > 0 => {
                        let at = self.rng.usize(..count);
                        self.change(&mut items[at]);
                    }
                    _ => items.push(other),
                }
            }
            Value::Number(number) => {
                let number = number.as_f64().unwrap();
                *value = match self.rng.u8(..4) {
                    0 => json!(number + 0.5),
                    1 => json!(number as i64 + 1),
                    2 => json!(number as i64 - 1),
                    _ => other,
                };
            }
            Value::String(text) if self.rng.bool() => text.push('a'),
            _ if self.rng.u8(..6) == 0 => *value = Value::Object(Map::new()),
            _ => *value = other,
        }
    }
}

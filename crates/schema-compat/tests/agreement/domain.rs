//! Documents to judge by, and the validators that judge.

use fastrand::Rng;
use jsonschema::{Draft as Dialect, Validator};
use schema_compat::{Draft, Settings};
use serde_json::{Map, Value, json};

use crate::validators;

/// A validator made apart from those of the crate.
pub(crate) fn validator(schema: &Value, settings: &Settings) -> Option<Validator> {
    let dialect = match settings.draft {
        Draft::Draft4 => Dialect::Draft4,
        Draft::Draft7 => Dialect::Draft7,
        _ => Dialect::Draft202012,
    };
    validators::build(dialect, schema).ok()
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

/// Documents made at random from those of the domain: some of each, one after the other replaced by new
/// ones.
pub(crate) struct Mutants<'a> {
    domain: &'a [Value],
    /// Those of each document of the domain.
    of: Vec<Vec<Value>>,
    next: usize,
}

/// So many mutants are kept of each document of the domain.
const KEPT: usize = 100;

impl<'a> Mutants<'a> {
    pub(crate) fn new(domain: &'a [Value], rng: &mut Rng) -> Self {
        let of = domain.iter().map(|document| mutants(domain, document, rng));
        Self {
            domain,
            of: of.collect(),
            next: 0,
        }
    }

    /// Makes new mutants of one document.
    pub(crate) fn renew(&mut self, rng: &mut Rng) {
        self.of[self.next] = mutants(self.domain, &self.domain[self.next], rng);
        self.next = (self.next + 1) % self.domain.len();
    }

    /// Any mutant of one of these documents of the domain.
    pub(crate) fn of_any(&self, seeds: &[usize], rng: &mut Rng) -> &Value {
        let seed = match seeds.len() {
            0 => rng.usize(..self.of.len()),
            count => seeds[rng.usize(..count)],
        };
        &self.of[seed][rng.usize(..KEPT)]
    }
}

fn mutants(domain: &[Value], document: &Value, rng: &mut Rng) -> Vec<Value> {
    let mutant = |_| {
        let mut document = document.clone();
        for _ in 0..=rng.usize(..2) {
            change(domain, rng, &mut document);
        }
        document
    };
    (0..KEPT).map(mutant).collect()
}

fn change(all: &[Value], rng: &mut Rng, value: &mut Value) {
    let other = all[rng.usize(..all.len())].clone();
    match value {
        Value::Object(members) if rng.u8(..5) > 0 => {
            let name = *rng.choice(&["a", "b", "c", "ab", "z"]).unwrap();
            match members.get_mut(name) {
                Some(inner) if rng.bool() => change(all, rng, inner),
                Some(_) => {
                    members.remove(name);
                }
                None => {
                    members.insert(name.to_owned(), other);
                }
            }
        }
        Value::Array(items) if rng.u8(..5) > 0 => {
            let count = items.len();
            match rng.u8(..3) {
                0 if count > 0 => {
                    items.remove(rng.usize(..count));
                }
                1 if count > 0 => {
                    let at = rng.usize(..count);
                    change(all, rng, &mut items[at]);
                }
                _ => items.push(other),
            }
        }
        Value::Number(number) => {
            let number = number.as_f64().unwrap();
            *value = match rng.u8(..4) {
                0 => json!(number + 0.5),
                1 => json!(number as i64 + 1),
                2 => json!(number as i64 - 1),
                _ => other,
            };
        }
        Value::String(text) if rng.bool() => text.push('a'),
        _ if rng.u8(..6) == 0 => *value = Value::Object(Map::new()),
        _ => *value = other,
    }
}

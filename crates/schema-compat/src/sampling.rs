//! Random search for a document: small changes to documents that the writer may write, with values that the two schemas
//! mention.

use fastrand::Rng;
use schema_registry::keywords::{self, Holds, Keyword, Types};
use serde_json::{Map, Value};

use crate::{format::SAMPLES, number::Num, walk::count};

/// The maximum number of documents that are tried.
const MOST_TRIED: usize = 4_000;

/// The maximum number of parts of schemas that are visited, in total. It lowers the number of documents for large
/// schemas.
const MOST_ASKED: usize = 20_000_000;

/// The minimum number of documents that are tried, even for large schemas.
const FEWEST_TRIED: usize = 10;

/// The fixed seed, so that the same schemas give the same search.
const SEED: u64 = 7;

/// The maximum number of values that are taken from the schemas.
const MOST_VALUES: usize = 400;

/// Searches for a document for which `shows` is true. `starts` are the first documents to try. `parts` is the number of
/// assertions that each document is checked against, besides the schemas themselves.
pub(crate) fn sample(
    schemas: [&Value; 2],
    parts: usize,
    starts: Vec<Value>,
    is_written: &dyn Fn(&Value) -> bool,
    shows: &dyn Fn(&Value) -> bool,
) -> Option<Value> {
    let mut rng = Rng::with_seed(SEED);
    let mut stock = Stock::default();
    for schema in schemas {
        stock.take(schema);
    }
    stock.finish();
    let values: usize = schemas.iter().map(|schema| count(schema)).sum();
    let most = MOST_ASKED / values.saturating_add(parts).max(1);
    let most = most.clamp(FEWEST_TRIED, MOST_TRIED);
    let mut written: Vec<Value> = Vec::new();
    let known = stock.values.iter().cloned();
    for start in starts.into_iter().chain(known).take(most) {
        if shows(&start) {
            return Some(start);
        }
        written.extend(is_written(&start).then_some(start));
    }
    if written.is_empty() {
        written.push(Value::Object(Map::new()));
    }
    for _ in 0..most {
        let mut candidate = written.get(rng.usize(..written.len())).cloned()?;
        for _ in 0..=rng.usize(..3) {
            stock.change(&mut candidate, &mut rng);
        }
        if shows(&candidate) {
            return Some(candidate);
        }
        if written.len() < 64 && is_written(&candidate) {
            written.push(candidate);
        }
    }
    None
}

/// Reports whether a keyword holds something for members by their names.
fn has_names(keyword: &Keyword) -> bool {
    keyword.applies_to == Types::Objects
        && (keyword.holds.is_schema_map() || keyword.holds == Holds::StringListMap)
}

/// Values and names that schemas mention.
#[derive(Default)]
struct Stock {
    values: Vec<Value>,
    names: Vec<String>,
}

impl Stock {
    fn take(&mut self, schema: &Value) {
        match schema {
            Value::Array(items) => items.iter().for_each(|item| self.take(item)),
            Value::Object(members) => members.iter().for_each(|(name, value)| {
                self.keyword(name, value);
                self.take(value);
            }),
            _ => {}
        }
    }

    fn keyword(&mut self, name: &str, value: &Value) {
        if self.values.len() > 2 * MOST_VALUES {
            return;
        }
        let keyword = keywords::find(name);
        match (keyword.map(|keyword| keyword.holds), value) {
            (Some(Holds::Value), _) => self.values.push(value.clone()),
            (Some(Holds::ValueList), Value::Array(values)) => {
                self.values.extend(values.iter().cloned())
            }
            (_, Value::String(pattern)) if name == "pattern" => {
                self.values
                    .extend(jsonschema_regex::pattern_witness(pattern).map(Value::from));
            }
            (_, Value::Object(members)) if name == "patternProperties" => {
                let names = members.keys();
                self.names
                    .extend(names.filter_map(|name| jsonschema_regex::pattern_witness(name)));
            }
            (_, Value::Object(members)) if keyword.is_some_and(has_names) => {
                self.names.extend(members.keys().cloned());
            }
            (_, Value::Array(names)) if name == "required" => {
                let names = names.iter().filter_map(Value::as_str).map(str::to_owned);
                self.names.extend(names);
            }
            (_, Value::Number(number)) => self.number(number),
            _ => {}
        }
    }

    /// Adds values at a bound: numbers, strings and arrays, because the keyword is not known here.
    fn number(&mut self, number: &serde_json::Number) {
        self.values.push(Value::Number(number.clone()));
        let bound = Num::of(number);
        if !bound.is_whole() {
            return;
        }
        for near in [-1, 1] {
            let near = Num::from(bound.times_ten_to(0) + near);
            self.values.extend(near.to_value());
        }
        if let Some(Ok(length @ 0..=64)) = bound.to_u64().map(usize::try_from) {
            for length in [length, length + 1, length.saturating_sub(1)] {
                self.values.push("a".repeat(length).into());
                self.values.push(vec![Value::Null; length].into());
            }
        }
    }

    fn finish(&mut self) {
        let simple = [
            Value::Null,
            false.into(),
            true.into(),
            0.into(),
            1.into(),
            (-1).into(),
            1.0.into(),
            0.5.into(),
            Vec::<Value>::new().into(),
            Map::new().into(),
        ];
        let samples = SAMPLES.iter().map(|sample| Value::from(*sample));
        let own = std::mem::take(&mut self.values);
        self.values = simple.into_iter().chain(samples).collect();
        self.values.extend(own.into_iter().take(MOST_VALUES));
        self.names.sort();
        self.names.dedup();
        self.names.push("a".into());
        self.names.push("other".into());
    }

    fn value(&self, rng: &mut Rng) -> Value {
        let at = rng.usize(..self.values.len().max(1));
        self.values.get(at).cloned().unwrap_or_default()
    }

    fn name(&self, rng: &mut Rng) -> String {
        let at = rng.usize(..self.names.len().max(1));
        self.names.get(at).cloned().unwrap_or_default()
    }

    /// Replaces, adds or removes one random part of a value.
    fn change(&self, value: &mut Value, rng: &mut Rng) {
        match value {
            Value::Object(members) if rng.u8(..8) > 0 => {
                let inside = rng.usize(..members.len().max(1));
                match rng.u8(..4) {
                    0 => {
                        let name = members.keys().nth(inside).cloned();
                        name.map(|name| members.shift_remove(&name));
                    }
                    1 => {
                        members.insert(self.name(rng), self.value(rng));
                    }
                    _ => {
                        if let Some(inner) = members.values_mut().nth(inside) {
                            self.change(inner, rng);
                        }
                    }
                }
            }
            Value::Array(items) if rng.u8(..8) > 0 => {
                let inside = rng.usize(..items.len().max(1));
                match rng.u8(..4) {
                    0 if !items.is_empty() => {
                        items.remove(inside);
                    }
                    1 => items.push(self.value(rng)),
                    2 => items.extend(items.get(inside).cloned()),
                    _ => {
                        if let Some(inner) = items.get_mut(inside) {
                            self.change(inner, rng);
                        }
                    }
                }
            }
            _ => *value = self.value(rng),
        }
    }
}

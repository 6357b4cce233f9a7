//! Changes of schemas in one place, so that two schemas have most in common.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Keywords that hold one schema.
const ONE: [&str; 12] = [
    "additionalItems",
    "additionalProperties",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
];

/// Keywords that hold a list of schemas.
const LISTS: [&str; 5] = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];

/// Keywords that hold schemas by name.
const MAPS: [&str; 6] = [
    "$defs",
    "definitions",
    "dependencies",
    "dependentSchemas",
    "patternProperties",
    "properties",
];

/// Keywords that belong to the whole document, and stay at its top.
const OF_DOCUMENT: [&str; 5] = ["$schema", "$id", "$defs", "definitions", "$recursiveAnchor"];

/// Makes a small schema of a kind.
pub(crate) type Fresh<'f> = &'f dyn Fn(&mut Rng) -> Value;

pub(crate) fn pick<T: Clone>(rng: &mut Rng, choices: &[T]) -> T {
    rng.choice(choices).expect("there are choices").clone()
}

/// Returns some of the choices, at least one, in their order.
pub(crate) fn some<T: Clone>(rng: &mut Rng, choices: &[T], most: usize) -> Vec<T> {
    let count = rng.usize(1..=most.min(choices.len()));
    let mut at: Vec<usize> = (0..choices.len()).collect();
    rng.shuffle(&mut at);
    at.truncate(count);
    at.sort_unstable();
    at.into_iter().map(|at| choices[at].clone()).collect()
}

/// Puts all keywords of one schema into another.
pub(crate) fn extend(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

/// Returns a schema and another like it: mostly one that is changed in a few places.
pub(crate) fn alike(
    rng: &mut Rng,
    whole: &mut dyn FnMut(&mut Rng) -> Value,
    fresh: Fresh<'_>,
) -> (Value, Value) {
    let left = whole(rng);
    let right = match rng.u8(..8) {
        0 => whole(rng),
        1 => changed(&changed(&left, rng, fresh), rng, fresh),
        _ => changed(&left, rng, fresh),
    };
    if rng.bool() {
        (left, right)
    } else {
        (right, left)
    }
}

/// Returns the schema, changed in one place.
pub(crate) fn changed(schema: &Value, rng: &mut Rng, fresh: Fresh<'_>) -> Value {
    let mut schema = schema.clone();
    let mut of_document = Map::new();
    if let Value::Object(keywords) = &mut schema {
        for keyword in OF_DOCUMENT {
            let value = keywords.shift_remove(keyword);
            of_document.extend(value.map(|value| (keyword.to_owned(), value)));
        }
    }
    let inside = ["$defs", "definitions"].into_iter();
    let mut places = places(&schema);
    for keyword in inside.filter(|it| of_document.contains_key(*it)) {
        let below = self::places(&json!({ keyword: of_document[keyword] }));
        places.extend(below.into_iter().skip(1));
    }
    let place = pick(rng, &places);
    let mut whole = schema.clone();
    extend(&mut whole, Value::Object(of_document.clone()));
    match whole.pointer_mut(&place) {
        Some(part) if !place.is_empty() => {
            change(part, rng, fresh, 1);
            whole
        }
        _ => {
            change(&mut schema, rng, fresh, 1);
            if schema.is_boolean() && !of_document.is_empty() {
                schema = json!({ "allOf": [schema] });
            }
            extend(&mut schema, Value::Object(of_document));
            schema
        }
    }
}

fn change(schema: &mut Value, rng: &mut Rng, fresh: Fresh<'_>, depth: usize) {
    let Value::Object(keywords) = schema else {
        *schema = fresh(rng);
        return;
    };
    let names: Vec<String> = keywords.keys().cloned().collect();
    let name = rng.choice(&names).cloned();
    match (rng.u8(..16), name) {
        (0, _) => *schema = fresh(rng),
        // Two copies that each differ in one place: a value that one rejects, the other may accept.
        (1..=3, _) if depth > 0 => {
            let (mut left, mut right) = (schema.clone(), schema.clone());
            let inside = |copy: &mut Value, rng: &mut Rng| {
                let place = pick(rng, &places(copy));
                if let Some(part) = copy.pointer_mut(&place) {
                    change(part, rng, fresh, depth - 1);
                }
            };
            inside(&mut left, rng);
            inside(&mut right, rng);
            *schema = match rng.u8(..4) {
                0 => json!({ "oneOf": [left, right] }),
                1 => json!({ "allOf": [left, right] }),
                _ => json!({ "anyOf": [left, right] }),
            };
        }
        // One keyword moves into a place of its own.
        (4, Some(name)) => {
            if let Some(value) = keywords.shift_remove(&name) {
                let moved = json!({ name: value });
                match keywords.get_mut("allOf").and_then(Value::as_array_mut) {
                    Some(all) => all.push(moved),
                    None => drop(keywords.insert("allOf".into(), json!([moved]))),
                }
            }
        }
        (5, Some(name)) => drop(keywords.shift_remove(&name)),
        (6 | 7, _) => extend(schema, fresh(rng)),
        (8, _) if depth > 0 => {
            let other = fresh(rng);
            let both = if rng.bool() {
                json!([schema, other])
            } else {
                json!([other, schema])
            };
            *schema = json!({ pick(rng, &["anyOf", "oneOf", "allOf"]): both });
        }
        (_, Some(name)) => change_keyword(&name, &mut keywords[&name], rng, fresh, depth),
        (_, None) => *schema = fresh(rng),
    }
}

fn change_keyword(name: &str, value: &mut Value, rng: &mut Rng, fresh: Fresh<'_>, depth: usize) {
    match value {
        Value::Array(branches) if LISTS.contains(&name) && !branches.is_empty() => {
            let at = rng.usize(..branches.len());
            match rng.u8(..5) {
                0 if branches.len() > 1 => drop(branches.remove(at)),
                1 => branches.push(fresh(rng)),
                2 => {
                    let copy = branches[at].clone();
                    branches.insert(at, copy);
                }
                _ => change(&mut branches[at], rng, fresh, depth),
            }
        }
        Value::Object(schemas) if MAPS.contains(&name) && !schemas.is_empty() => {
            let at = rng.usize(..schemas.len());
            match rng.u8(..4) {
                0 => {
                    let key = schemas.keys().nth(at).cloned();
                    schemas.shift_remove(&key.expect("it is there"));
                }
                _ => change(schemas.values_mut().nth(at).unwrap(), rng, fresh, depth),
            }
        }
        Value::Object(_) | Value::Bool(_) if ONE.contains(&name) => {
            change(value, rng, fresh, depth);
        }
        // An `enum`, or the names of `required`.
        Value::Array(values) if values.len() > 1 => {
            let at = rng.usize(..values.len());
            values.remove(at);
        }
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or(0.0);
            let next = number + if rng.bool() { 1.0 } else { -1.0 };
            if number.abs() < 1e6 && (next >= 1.0 || name.ends_with("imum")) {
                *value = if next.fract() == 0.0 {
                    json!(next as i64)
                } else {
                    json!(next)
                };
            }
        }
        _ => *value = fresh(rng).get(name).cloned().unwrap_or(value.take()),
    }
}

/// Returns the pointers of all schemas in a schema, itself first.
pub(crate) fn places(schema: &Value) -> Vec<String> {
    let mut all = Vec::new();
    let mut todo = vec![(String::new(), schema)];
    while let Some((pointer, schema)) = todo.pop() {
        for (keyword, value) in schema.as_object().into_iter().flatten() {
            let below = format!("{pointer}/{keyword}");
            let keyword = keyword.as_str();
            match value {
                Value::Array(branches) if LISTS.contains(&keyword) => {
                    let branches = branches.iter().enumerate();
                    todo.extend(branches.map(|(at, it)| (format!("{below}/{at}"), it)));
                }
                Value::Object(schemas) if MAPS.contains(&keyword) => {
                    let schemas = schemas.iter().filter(|(_, schema)| !schema.is_array());
                    todo.extend(schemas.map(|(name, it)| (format!("{below}/{name}"), it)));
                }
                Value::Object(_) | Value::Bool(_) if ONE.contains(&keyword) => {
                    todo.push((below, value));
                }
                _ => {}
            }
        }
        all.push(pointer);
    }
    all
}

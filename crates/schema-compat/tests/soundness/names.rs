//! Objects: names, constraints on the members with some names, and numbers of members.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Map, Value, json};

use crate::{
    schema_edits::{alike, extend, pick, some},
    verdict_check::{Kind, Pair},
};

/// The names of the domain, including the empty name.
const NAMES: [&str; 6] = ["", "a", "b", "ab", "env", "z"];

/// The names in schemas: no schema mentions one of the domain's names.
const MENTIONED: [&str; 5] = ["", "a", "b", "ab", "env"];

/// Patterns that match one name, a few, and all.
const PATTERNS: [&str; 14] = [
    "^$", "^a$", "^b$", "^ab$", "^env$", "^(a|b)$", "^(a|ab)$", "^.$", "^a", "b$", "^[a-z]+$", "",
    "^..", "^(|a)$",
];

#[test]
fn objects_and_names() {
    Kind {
        name: "objects and names",
        documents,
        pair,
        most_undecided: 10,
    }
    .run();
}

fn documents() -> Vec<Value> {
    let values = [
        json!(""),
        json!("x"),
        json!(0),
        json!(1),
        json!(false),
        json!(null),
    ];
    let mut all = vec![json!(null), json!(0), json!("a"), json!([]), json!({})];
    let mut inner = vec![json!({})];
    for name in NAMES {
        inner.extend([
            json!({ name: "" }),
            json!({ name: "x" }),
            json!({ name: 0 }),
        ]);
    }
    for (at, left) in NAMES.iter().enumerate() {
        all.extend(values.iter().map(|value| json!({ *left: value })));
        all.extend([
            json!({ *left: "xx" }),
            json!({ *left: 2 }),
            json!({ *left: [] }),
        ]);
        all.extend(inner.iter().map(|value| json!({ *left: value })));
        for (middle_at, middle) in NAMES.iter().enumerate().skip(at + 1) {
            for value in &values {
                let others = values.iter().filter(|it| !it.is_null());
                all.extend(others.map(|other| json!({ *left: value, *middle: other })));
            }
            for right in &NAMES[middle_at + 1..] {
                for bits in 0..8 {
                    let value = |bit: usize| {
                        if bits >> bit & 1 == 0 {
                            json!("x")
                        } else {
                            json!(0)
                        }
                    };
                    all.push(json!({ *left: value(0), *middle: value(1), *right: value(2) }));
                }
            }
        }
    }
    all.extend([0, 1].map(|without| {
        let names = NAMES.iter().skip(without);
        let members = names.map(|name| ((*name).to_owned(), json!("x")));
        Value::Object(members.collect())
    }));
    all
}

fn pair(rng: &mut Rng) -> Pair {
    let draft = match rng.u8(..8) {
        0 => Draft::Draft7,
        _ => Draft::Draft202012,
    };
    let (writer, reader) = alike(rng, &mut |rng| object(rng, 2), &|rng| {
        if rng.bool() {
            value(rng)
        } else {
            object(rng, 0)
        }
    });
    Pair {
        writer,
        reader,
        draft,
    }
}

fn value(rng: &mut Rng) -> Value {
    let values = [
        json!({ "type": "string" }),
        json!({ "type": "string" }),
        json!({ "type": "integer" }),
        json!({ "type": "boolean" }),
        json!({ "type": ["string", "null"] }),
        json!({ "enum": ["x"] }),
        json!({ "enum": ["", "x"] }),
        json!({ "enum": ["xx", 0] }),
        json!({ "const": 0 }),
        json!({ "type": "string", "minLength": 1 }),
        json!({ "type": "integer", "minimum": 1 }),
        json!({ "not": { "type": "string" } }),
        json!(true),
        json!({}),
        json!(false),
    ];
    pick(rng, &values)
}

fn name(rng: &mut Rng) -> Value {
    match rng.u8(..9) {
        0 | 1 => json!({ "maxLength": rng.u8(..4) }),
        2 | 3 => json!({ "minLength": rng.u8(..4) }),
        4 => json!({ "enum": some(rng, &MENTIONED, 3) }),
        5 => json!({ "const": pick(rng, &MENTIONED) }),
        6 => json!({ "not": name(rng) }),
        _ => json!({ "pattern": pick(rng, &PATTERNS) }),
    }
}

fn object(rng: &mut Rng, depth: usize) -> Value {
    let mut schema = json!({});
    if rng.u8(..6) > 0 {
        schema["type"] = json!("object");
    }
    for _ in 0..=rng.usize(..3) {
        let more = keyword(rng, depth);
        extend(&mut schema, more);
    }
    schema
}

fn inner(rng: &mut Rng, depth: usize) -> Value {
    if depth > 0 && rng.u8(..5) == 0 {
        object(rng, depth - 1)
    } else {
        value(rng)
    }
}

fn by_key(rng: &mut Rng, keys: &[&str], depth: usize) -> Value {
    let keys = some(rng, keys, 2).into_iter();
    let entries = keys.map(|key| (key.to_owned(), inner(rng, depth)));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn keyword(rng: &mut Rng, depth: usize) -> Value {
    match rng.u8(..20) {
        0..=3 => json!({ "properties": by_key(rng, &MENTIONED, depth) }),
        4..=6 => json!({ "patternProperties": by_key(rng, &PATTERNS, depth) }),
        7 | 8 => json!({ "additionalProperties": false }),
        9 | 10 => json!({ "additionalProperties": inner(rng, depth) }),
        11 | 12 => json!({ "propertyNames": name(rng) }),
        13 => json!({ "required": some(rng, &MENTIONED, 2) }),
        14 => json!({ "minProperties": rng.u8(..4) }),
        15 => json!({ "maxProperties": rng.u8(..4) }),
        16 => json!({ "unevaluatedProperties": inner(rng, depth) }),
        17 if depth > 0 => json!({ "not": object(rng, depth - 1) }),
        18 | 19 if depth > 0 => {
            let both = [object(rng, depth - 1), object(rng, depth - 1)];
            json!({ pick(rng, &["anyOf", "anyOf", "oneOf", "allOf"]): both })
        }
        _ => json!({ "dependentRequired": { pick(rng, &MENTIONED): some(rng, &MENTIONED, 1) } }),
    }
}

//! Places of the document that several places of the schema describe.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Map, Value, json};

use crate::{
    schema_edits::{alike, extend, pick, some},
    verdict_check::{Kind, Pair},
};

#[test]
fn places_described_twice() {
    Kind {
        name: "places described twice",
        documents,
        pair,
        most_undecided: 10,
    }
    .run();
}

/// Returns documents with a `kind`, an object `p` that several schemas describe, one whose name begins
/// like it, and an array.
fn documents() -> Vec<Value> {
    let mut inner = vec![json!(0), json!(""), json!({})];
    for (left, right) in [("a", "b"), ("a", "c"), ("b", "c")] {
        inner.push(json!({ left: null }));
        for one in [json!(0), json!("")] {
            inner.extend([json!({ left: one }), json!({ right: one })]);
            inner.extend([
                json!({ left: one, right: 0 }),
                json!({ left: one, right: "" }),
            ]);
        }
    }
    inner.push(json!({ "a": 0, "b": 0, "c": 0 }));
    inner.push(json!({ "a": "", "b": 0, "c": "" }));
    for deep in [
        json!({}),
        json!({ "a": 0 }),
        json!({ "b": "" }),
        json!({ "a": 0, "b": "" }),
    ] {
        inner.extend([json!({ "a": deep }), json!({ "b": deep })]);
        inner.push(json!({ "a": deep, "c": 0 }));
    }
    let mut all = vec![json!(null), json!([]), json!({}), json!("")];
    for kind in [None, Some("a"), Some("b"), Some("other")] {
        let with = |members: &[(&str, &Value)]| {
            let mut all = Map::new();
            all.extend(kind.map(|kind| ("kind".to_owned(), json!(kind))));
            all.extend(
                members
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), (*value).clone())),
            );
            Value::Object(all)
        };
        all.push(with(&[]));
        for value in &inner {
            all.push(with(&[("p", value)]));
            if kind.is_none_or(|kind| kind == "a") {
                all.push(with(&[("pq", value)]));
                all.push(with(&[("l", &json!([value]))]));
            }
        }
        for (left, right) in [(2, 3), (4, 5), (5, 11), (8, 20)] {
            let (left, right) = (&inner[left], &inner[right]);
            all.push(with(&[("p", left), ("pq", right)]));
            all.push(with(&[("p", right), ("l", &json!([left, right]))]));
            all.push(with(&[("l", &json!([right, left]))]));
            all.push(with(&[("z", right)]));
        }
    }
    all
}

fn pair(rng: &mut Rng) -> Pair {
    let (writer, reader) = alike(rng, &mut whole, &|rng| match rng.u8(..3) {
        0 => value(rng),
        1 => inner(rng, 0),
        _ => carrier(rng),
    });
    Pair {
        writer,
        reader,
        draft: Draft::Draft202012,
    }
}

fn value(rng: &mut Rng) -> Value {
    let values = [
        json!({ "type": "integer" }),
        json!({ "type": "string" }),
        json!({ "enum": [0, ""] }),
        json!({ "const": 0 }),
        json!({ "type": "object" }),
        json!({}),
        json!(true),
        json!(false),
    ];
    pick(rng, &values)
}

/// Returns a schema for a nested object, which says something about one or two of its members.
fn inner(rng: &mut Rng, depth: usize) -> Value {
    let mut properties = Map::new();
    for name in some(rng, &["a", "b", "c"], 2) {
        let schema = if depth > 0 && rng.u8(..4) == 0 {
            inner(rng, depth - 1)
        } else {
            value(rng)
        };
        properties.insert(name.to_owned(), schema);
    }
    let mut schema = match rng.u8(..10) {
        0 => json!({ "type": "object" }),
        1 => json!({ "required": [pick(rng, &["a", "b"])] }),
        2 => json!({ "patternProperties": { "^[ab]": value(rng) } }),
        3 => json!({ "type": "object", "properties": { "a": false } }),
        _ => json!({ "type": "object", "properties": properties }),
    };
    match rng.u8(..12) {
        0 => schema["additionalProperties"] = json!(true),
        1 => schema["additionalProperties"] = json!(false),
        2 => schema["additionalProperties"] = value(rng),
        3 => schema["unevaluatedProperties"] = value(rng),
        4 => schema["required"] = json!(["a"]),
        5 => schema["required"] = json!(["c"]),
        6 => schema["dependentRequired"] = json!({ "a": ["c"] }),
        7 => schema["anyOf"] = json!([{ "type": "object" }, { "properties": { "b": {} } }]),
        8 => schema["dependentSchemas"] = json!({ "a": { "properties": { "c": {} } } }),
        _ => {}
    }
    schema
}

/// Returns a schema for the whole document that describes one of its places.
fn place(rng: &mut Rng) -> Value {
    let inner = inner(rng, 1);
    match rng.u8(..16) {
        14 => {
            let rest = json!({ pick(rng, &["anyOf", "oneOf"]): [value(rng), self::inner(rng, 0)] });
            let l = json!({ "type": "array", "contains": inner, "unevaluatedItems": rest });
            json!({ "properties": { "l": l } })
        }
        15 => json!({ "properties": { "l": { "type": "array", "unevaluatedItems": inner } } }),
        0 => json!({ "patternProperties": { "^p": inner } }),
        1 => json!({ "additionalProperties": inner }),
        2 => json!({ "properties": { "l": { "items": inner } } }),
        3 => json!({ "properties": { "l": { "prefixItems": [inner] } } }),
        4 => json!({ "properties": { "l": { "type": "array", "contains": inner } } }),
        5 => json!({ "unevaluatedProperties": inner }),
        6 => json!({ "properties": { "p": { "allOf": [inner, self::inner(rng, 0)] } } }),
        7 => {
            let other = self::inner(rng, 0);
            json!({ "properties": { "p": { pick(rng, &["anyOf", "oneOf"]): [inner, other] } } })
        }
        8 => json!({ "required": ["p"] }),
        _ => json!({ "properties": { "p": inner } }),
    }
}

/// Returns a schema that adds a place to others.
fn carrier(rng: &mut Rng) -> Value {
    let is =
        |kind: &str| json!({ "properties": { "kind": { "const": kind } }, "required": ["kind"] });
    match rng.u8(..12) {
        0 | 1 => json!({ "allOf": [place(rng), place(rng)] }),
        2 => json!({ "if": is("a"), "then": place(rng) }),
        3 => json!({ "if": is("a"), "then": place(rng), "else": place(rng) }),
        4 => json!({ "dependentSchemas": { pick(rng, &["kind", "p"]): place(rng) } }),
        5 => json!({ "$ref": "#/$defs/x" }),
        6 | 7 => {
            let (mut left, mut right) = (is("a"), is("b"));
            let (more_left, more_right) = (place(rng), place(rng));
            merge(&mut left, more_left);
            merge(&mut right, more_right);
            json!({ pick(rng, &["oneOf", "anyOf"]): [left, right] })
        }
        8 => json!({ pick(rng, &["oneOf", "anyOf"]): [place(rng), place(rng)] }),
        9 => json!({ "anyOf": [place(rng), { "type": "object" }] }),
        _ => place(rng),
    }
}

fn whole(rng: &mut Rng) -> Value {
    let mut schema = json!({ "type": "object" });
    if rng.u8(..4) > 0 {
        schema["properties"] = json!({ "kind": { "type": "string" } });
    }
    for _ in 0..=rng.usize(1..3) {
        let more = carrier(rng);
        merge(&mut schema, more);
    }
    match rng.u8(..8) {
        0 => extend(&mut schema, json!({ "additionalProperties": true })),
        1 => extend(&mut schema, json!({ "unevaluatedProperties": false })),
        _ => {}
    }
    schema["$defs"] = json!({ "x": place(rng) });
    schema
}

/// Adds the keywords of one schema to those of another, and its properties to those that are there.
fn merge(schema: &mut Value, more: Value) {
    let Value::Object(more) = more else { return };
    for (keyword, value) in more {
        match (schema.get_mut(&keyword), value) {
            (Some(Value::Object(known)), Value::Object(value)) if keyword == "properties" => {
                known.extend(value);
            }
            (Some(_), value) => {
                let other = json!({ keyword: value });
                match schema.get_mut("allOf").and_then(Value::as_array_mut) {
                    Some(all) => all.push(other),
                    None => schema["allOf"] = json!([other]),
                }
            }
            (None, value) => schema[&keyword] = value,
        }
    }
}

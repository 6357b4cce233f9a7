//! References and recursion.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Value, json};

use crate::{
    schema_edits::{alike, extend, pick},
    verdict_check::{Kind, Pair},
};

#[test]
fn references_and_recursion() {
    Kind {
        name: "references and recursion",
        documents,
        pair,
        most_undecided: 10,
    }
    .run();
}

fn documents() -> Vec<Value> {
    let scalars = [json!(null), json!(0), json!(1), json!("s")];
    let mut levels = vec![scalars.to_vec()];
    levels[0].extend([json!({}), json!([])]);
    for depth in 0..3 {
        // Each level has all of the one below as one part, and a few values as the other.
        let below = &levels[depth];
        let mut level = Vec::new();
        for inner in below {
            level.extend([json!({ "a": inner }), json!([inner])]);
            if depth < 2 {
                level.extend([json!({ "b": inner }), json!({ "a": inner, "b": 0 })]);
                level.extend([json!({ "a": inner, "b": "s" }), json!([0, inner])]);
                level.extend([json!({ "a": inner, "c": null })]);
            }
        }
        levels.push(level);
    }
    levels.into_iter().flatten().collect()
}

fn pair(rng: &mut Rng) -> Pair {
    let draft = match rng.u8(..6) {
        0 => Draft::Draft7,
        1 | 2 => Draft::Draft201909,
        _ => Draft::Draft202012,
    };
    let (writer, reader) = alike(
        rng,
        &mut |rng| whole(rng, draft),
        &|rng| match rng.u8(..4) {
            0 => node(rng, draft),
            _ => value(rng),
        },
    );
    let mut pair = Pair {
        writer,
        reader,
        draft,
    };
    // The same references, without dependence on their surroundings.
    if draft == Draft::Draft201909 && rng.u8(..3) == 0 {
        let text = pair.writer.to_string().replace("$recursiveRef", "$ref");
        pair.reader = serde_json::from_str(&text).unwrap();
        if rng.bool() {
            std::mem::swap(&mut pair.writer, &mut pair.reader);
        }
    }
    pair
}

fn value(rng: &mut Rng) -> Value {
    let values = [
        json!({ "type": "integer" }),
        json!({ "type": "string" }),
        json!({ "type": "null" }),
        json!({ "enum": [0, "s"] }),
        json!({ "const": 0 }),
        json!({ "type": ["null", "integer"] }),
        json!({ "type": "object" }),
        json!({ "type": "array", "maxItems": 1 }),
        json!({ "type": "object", "required": ["a"] }),
        json!({ "type": "object", "properties": { "b": { "type": "integer" } } }),
        json!({ "type": "object", "additionalProperties": false }),
        json!(true),
        json!(false),
    ];
    pick(rng, &values)
}

/// Returns a schema with definitions, which refer to each other.
fn whole(rng: &mut Rng, draft: Draft) -> Value {
    let mut schema = match rng.u8(..4) {
        0 => json!({ "$ref": reference(rng) }),
        1 if draft != Draft::Draft7 => {
            let mut schema = value(rng);
            extend(&mut schema, json!({ "$ref": "#/definitions/x" }));
            schema
        }
        _ => node(rng, draft),
    };
    if !schema.is_object() {
        schema = json!({ "$ref": "#/definitions/x" });
    }
    schema["definitions"] = json!({ "x": node(rng, draft), "y": node(rng, draft) });
    if rng.u8(..8) == 0 {
        schema["definitions"]["z"] = json!({ "$ref": "#/definitions/x" });
        schema["definitions"]["y"] = json!({ "$ref": "#/definitions/z" });
    }
    if draft == Draft::Draft201909 {
        anchored(&mut schema, rng);
    }
    schema
}

/// Adds the keywords on which `$recursiveRef` depends: anchors, and an address of a schema below the root.
fn anchored(schema: &mut Value, rng: &mut Rng) {
    if rng.bool() {
        schema["$recursiveAnchor"] = json!(rng.u8(..4) > 0);
    }
    let inner = &mut schema["definitions"]["x"];
    if rng.u8(..3) > 0 || !inner.is_object() {
        return;
    }
    inner["$id"] = json!("https://example.com/x");
    inner["$recursiveAnchor"] = json!(rng.u8(..4) > 0);
    let text = schema.to_string();
    let text = text.replace("#/definitions/x", "https://example.com/x");
    *schema = serde_json::from_str(&text).unwrap();
}

fn reference(rng: &mut Rng) -> &'static str {
    pick(
        rng,
        &["#/definitions/x", "#/definitions/x", "#/definitions/y", "#"],
    )
}

fn next(rng: &mut Rng, draft: Draft) -> Value {
    match draft {
        Draft::Draft201909 if rng.bool() => json!({ "$recursiveRef": "#" }),
        Draft::Draft7 => json!({ "$ref": reference(rng) }),
        _ if rng.u8(..4) == 0 => {
            let mut schema = value(rng);
            if schema.is_object() {
                extend(&mut schema, json!({ "$ref": reference(rng) }))
            } else {
                schema = json!({ "$ref": reference(rng) })
            }
            schema
        }
        _ => json!({ "$ref": reference(rng) }),
    }
}

fn node(rng: &mut Rng, draft: Draft) -> Value {
    let next = next(rng, draft);
    let mut schema = match rng.u8(..12) {
        0..=2 => json!({ "type": "object", "properties": { "a": next, "b": value(rng) } }),
        3 => json!({ "type": "object", "properties": { "a": next }, "required": ["a"] }),
        4 => json!({ "type": "array", "items": next }),
        5 => {
            json!({ "type": ["array", "object"], "items": value(rng), "additionalProperties": next })
        }
        6 | 7 => {
            let inner = json!({ "type": "object", "properties": { "a": next }, "required": ["a"] });
            json!({ pick(rng, &["anyOf", "oneOf"]): [value(rng), inner] })
        }
        8 => json!({ "anyOf": [value(rng), { "type": "array", "items": next, "minItems": 1 }] }),
        9 => json!({ "type": ["object", "null"], "properties": { "a": next, "b": value(rng) } }),
        10 => {
            json!({ "not": { "type": "object", "properties": { "a": next }, "required": ["a"] } })
        }
        // It may refer to itself for the same value.
        _ if rng.u8(..3) == 0 => json!({ "allOf": [next, value(rng)] }),
        _ => value(rng),
    };
    if schema.is_object() && rng.u8(..5) == 0 {
        let more = [
            json!({ "required": ["b"] }),
            json!({ "additionalProperties": false }),
            json!({ "maxProperties": 1 }),
            json!({ "minProperties": 1 }),
        ];
        extend(&mut schema, pick(rng, &more));
    }
    schema
}

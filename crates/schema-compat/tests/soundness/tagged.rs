//! Tagged unions of 2 to 11 branches, each with one or more values of the tag.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Value, json};

use crate::{
    schema_edits::{alike, extend, pick},
    verdict_check::{Kind, Pair},
};

const TAGS: [&str; 14] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "",
];

#[test]
fn tagged_unions() {
    Kind {
        name: "tagged unions",
        documents,
        pair,
        most_undecided: 10,
    }
    .run();
}

fn documents() -> Vec<Value> {
    let absent = Value::Null;
    let mut tags: Vec<Value> = TAGS.iter().map(|tag| json!(tag)).collect();
    tags.extend([json!("other"), json!(0), absent.clone()]);
    let rest = [absent.clone(), json!(0), json!("s"), json!(1.5), json!("")];
    let mut all = vec![json!(null), json!(0), json!("a"), json!([])];
    for tag in &tags {
        for n in &rest {
            for m in &rest[..3] {
                let mut document = json!({ "t": tag, "n": n, "m": m });
                let members = document.as_object_mut().unwrap();
                members.retain(|_, value| !value.is_null());
                all.push(document);
            }
        }
        if !tag.is_null() {
            all.extend([
                json!({ "t": tag, "u": "a" }),
                json!({ "t": tag, "u": "b", "n": 0 }),
            ]);
            all.push(json!({ "t": tag, "n": null }));
        }
    }
    all
}

fn pair(rng: &mut Rng) -> Pair {
    let draft = match rng.u8(..8) {
        0 => Draft::Draft7,
        _ => Draft::Draft202012,
    };
    let (writer, reader) = alike(rng, &mut union, &|rng| {
        if rng.bool() {
            value(rng)
        } else {
            let tags = [pick(rng, &TAGS)];
            branch(rng, "t", &tags)
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
        json!({ "type": "integer" }),
        json!({ "type": "string" }),
        json!({ "type": ["string", "integer"] }),
        json!({ "enum": [0, "s"] }),
        json!({ "enum": ["a"] }),
        json!({ "const": "b" }),
        json!({ "type": "string", "minLength": 1 }),
        json!({ "type": "number" }),
        json!({}),
        json!(true),
        json!(false),
    ];
    pick(rng, &values)
}

fn union(rng: &mut Rng) -> Value {
    // From eight branches on, they are found by their tags.
    let count = if rng.bool() {
        rng.usize(7..10)
    } else {
        rng.usize(2..12)
    };
    let mut tags = TAGS.to_vec();
    rng.shuffle(&mut tags);
    let mut branches = Vec::new();
    let mut rest = tags.into_iter();
    for _ in 0..count {
        let many = if rng.u8(..3) == 0 { rng.usize(2..4) } else { 1 };
        let mut own: Vec<&str> = rest.by_ref().take(many).collect();
        if own.is_empty() || rng.u8(..24) == 0 {
            own.push(pick(rng, &TAGS));
        }
        own.dedup();
        branches.push(branch(rng, "t", &own));
    }
    if rng.u8(..12) == 0 {
        let other = if rng.bool() {
            json!({ "type": "null" })
        } else {
            branch(rng, "u", &["a", "b"])
        };
        branches.push(other);
    }
    if rng.u8(..10) == 0 {
        let copy = branches[0].clone();
        branches.push(copy);
    }
    let keyword = if rng.u8(..4) == 0 { "anyOf" } else { "oneOf" };
    let mut schema = json!({ "type": "object", keyword: branches });
    match rng.u8(..6) {
        0 | 1 => schema["required"] = json!(["t"]),
        2 => {
            let n = value(rng);
            extend(
                &mut schema,
                json!({ "required": ["t"], "properties": { "n": n } }),
            );
        }
        3 => drop(schema.as_object_mut().unwrap().shift_remove("type")),
        _ => {}
    }
    schema
}

fn branch(rng: &mut Rng, tag: &str, values: &[&str]) -> Value {
    let is = match values {
        [only] if rng.bool() => json!({ "const": only }),
        _ if rng.u8(..10) == 0 => json!({ "type": "string", "enum": values }),
        _ => json!({ "enum": values }),
    };
    let mut schema = json!({ "type": "object", "properties": { tag: is }, "required": [tag] });
    if rng.bool() {
        schema["properties"]["n"] = value(rng);
    }
    if rng.u8(..4) == 0 {
        schema["properties"]["m"] = value(rng);
        schema["required"] = json!([tag, "m"]);
    }
    match rng.u8(..12) {
        0 => drop(schema.as_object_mut().unwrap().shift_remove("required")),
        1 => drop(schema.as_object_mut().unwrap().shift_remove("type")),
        2 | 3 => schema["additionalProperties"] = json!(false),
        _ => {}
    }
    schema
}

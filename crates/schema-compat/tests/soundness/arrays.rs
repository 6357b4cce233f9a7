//! Arrays: items, how many of them match, and how many there are.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Value, json};

use crate::{
    schema_edits::{alike, extend, pick, some},
    verdict_check::{Kind, Pair},
};

#[test]
fn arrays() {
    Kind {
        name: "arrays",
        documents,
        pair,
        most_undecided: 10,
    }
    .run();
}

/// Returns all arrays of `count` of these items.
fn of(items: &[Value], count: u32) -> impl Iterator<Item = Value> {
    (0..items.len().pow(count)).map(move |number| {
        let digits = (0..count).map(|digit| number / items.len().pow(digit) % items.len());
        digits.map(|digit| items[digit].clone()).collect()
    })
}

fn documents() -> Vec<Value> {
    let items = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!("a"),
        json!("b"),
    ];
    let few = [json!(0), json!(1), json!("a")];
    let mut all = vec![json!(null), json!(0), json!(1), json!("a"), json!({})];
    all.extend((0..4).flat_map(|count| of(&items, count)));
    all.extend(of(&few, 4));
    all.extend(of(&few[1..], 5));
    all.extend([
        json!([false]),
        json!([2]),
        json!([false, true]),
        json!(["", "a", "b", "aa"]),
    ]);
    let inner: Vec<Value> = (0..3).flat_map(|count| of(&few, count)).collect();
    for left in &inner {
        all.extend([
            json!([left]),
            json!([left, left]),
            json!([[left]]),
            json!([0, left]),
        ]);
        all.extend(few.iter().map(|right| json!([left, [right]])));
    }
    all
}

fn pair(rng: &mut Rng) -> Pair {
    let draft = match rng.u8(..8) {
        0 => Draft::Draft7,
        1 => Draft::Draft201909,
        _ => Draft::Draft202012,
    };
    let (writer, reader) = alike(rng, &mut |rng| array(rng, draft, 2), &|rng| {
        if rng.bool() {
            item(rng)
        } else {
            array(rng, draft, 0)
        }
    });
    Pair {
        writer,
        reader,
        draft,
    }
}

fn item(rng: &mut Rng) -> Value {
    let values = ["null", "boolean", "integer", "string"];
    let constants = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!("a"),
        json!("b"),
    ];
    match rng.u8(..12) {
        10 => json!({ pick(rng, &["anyOf", "oneOf", "allOf"]): [item(rng), item(rng)] }),
        11 => json!({ "if": item(rng), "then": item(rng) }),
        0..=2 => json!({ "type": pick(rng, &values) }),
        3..=5 => json!({ "enum": some(rng, &constants, 3) }),
        6 => json!({ "const": pick(rng, &constants) }),
        7 => json!({ "not": item(rng) }),
        8 => json!({ "minimum": rng.u8(..2), "type": "integer" }),
        _ => pick(
            rng,
            &[
                json!(true),
                json!(false),
                json!({}),
                json!({ "minLength": 1 }),
            ],
        ),
    }
}

fn array(rng: &mut Rng, draft: Draft, depth: usize) -> Value {
    let mut schema = json!({});
    if rng.u8(..6) > 0 {
        schema["type"] = json!("array");
    }
    for _ in 0..=rng.usize(..3) {
        let more = keyword(rng, draft, depth);
        extend(&mut schema, more);
    }
    schema
}

fn inner(rng: &mut Rng, draft: Draft, depth: usize) -> Value {
    if depth > 0 && rng.u8(..6) == 0 {
        array(rng, draft, depth - 1)
    } else {
        item(rng)
    }
}

fn keyword(rng: &mut Rng, draft: Draft, depth: usize) -> Value {
    let count = rng.u8(..5);
    match rng.u8(..20) {
        0..=2 => json!({ "items": inner(rng, draft, depth) }),
        3..=5 => {
            let prefix: Vec<Value> = (0..rng.usize(1..4))
                .map(|_| inner(rng, draft, depth))
                .collect();
            match draft {
                Draft::Draft202012 => json!({ "prefixItems": prefix }),
                _ if rng.bool() => json!({ "items": prefix }),
                _ => json!({ "items": prefix, "additionalItems": item(rng) }),
            }
        }
        6 | 7 => json!({ "contains": item(rng) }),
        8 => json!({ "contains": item(rng), "minContains": rng.u8(..4) }),
        9 => json!({ "contains": item(rng), "maxContains": rng.u8(..4) }),
        10 | 11 => json!({ "uniqueItems": true }),
        12 | 13 => json!({ "minItems": count }),
        14 | 15 => json!({ "maxItems": count }),
        16 => json!({ "unevaluatedItems": item(rng) }),
        17 if depth > 0 => json!({ "not": array(rng, draft, depth - 1) }),
        18 | 19 if depth > 0 => {
            let both = [array(rng, draft, depth - 1), array(rng, draft, depth - 1)];
            json!({ pick(rng, &["anyOf", "anyOf", "oneOf", "allOf"]): both })
        }
        _ => {
            let few = [json!(0), json!("a")];
            let arrays: Vec<Value> = (0..3).flat_map(|count| of(&few, count)).collect();
            json!({ "enum": some(rng, &arrays, 3) })
        }
    }
}

//! Numbers of every size: bounds, divisors, and the numbers that doubles cannot tell apart.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Value, json};

use crate::{
    change::{alike, extend, pick, some},
    judge::{Kind, Pair},
};

const SMALL: [f64; 12] = [
    -2.0, -1.5, -1.0, -0.5, 0.0, 0.1, 0.3, 0.5, 1.0, 1.5, 2.0, 3.0,
];

const LARGE: [f64; 13] = [
    1e16, -1e16, 1e19, 1e30, -1e30, 1.5e30, 1.6e38, 1.7e38, 1.8e38, -1.8e38, 1e40, 2e40, 1e300,
];

const TINY: [f64; 4] = [1e-7, 1e-300, -1e-7, 5e-324];

#[test]
fn numbers() {
    Kind {
        name: "numbers",
        documents,
        pair,
        most_undecided: 60,
    }
    .run();
}

/// Whole numbers around the last ones that a double, and an integer of 64 bits, can tell apart.
fn whole() -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for near in [1_i64 << 53, -(1 << 53), 10_000_000_000_000_000] {
        all.extend((-2..=2).map(|more| json!(near + more)));
    }
    all.extend([
        json!(i64::MAX),
        json!(i64::MAX - 1),
        json!(i64::MIN),
        json!(i64::MIN + 1),
    ]);
    all.extend([
        json!(1_u64 << 63),
        json!((1_u64 << 63) + 1),
        json!(u64::MAX),
        json!(u64::MAX - 1),
    ]);
    all
}

fn documents() -> Vec<Value> {
    let mut all = vec![json!(null), json!("a"), json!(false), json!([]), json!({})];
    all.extend((-4..=9).flat_map(|whole| [json!(whole), json!(f64::from(whole))]));
    all.extend([12, 15, 30, 100, -100].map(|it| json!(it)));
    all.extend(whole());
    all.extend([53, 63, 64].map(|power| json!(2_f64.powi(power))));
    let doubles = SMALL.iter().chain(&LARGE).chain(&TINY);
    for double in doubles {
        all.extend([
            json!(double),
            json!(double.next_up()),
            json!(double.next_down()),
        ]);
        all.push(json!(double * 1.2));
    }
    all.extend(
        [
            0.2, 0.7, 0.75, 0.25, 1.25, 2.5, 4.5, 1e-8, 1.0000001, 1e15, 1e17,
        ]
        .map(|it| json!(it)),
    );
    all.retain(|value| !value.is_null());
    all.push(json!(null));
    all
}

fn pair(rng: &mut Rng) -> Pair {
    let draft = match rng.u8(..6) {
        0 => Draft::Draft4,
        1 => Draft::Draft6,
        _ => Draft::Draft202012,
    };
    let (writer, reader) = alike(rng, &mut |rng| number(rng, draft, 2), &|rng| {
        number(rng, draft, 0)
    });
    Pair {
        writer,
        reader,
        draft,
    }
}

fn bound(rng: &mut Rng) -> Value {
    match rng.u8(..8) {
        0 => pick(rng, &whole()),
        1 | 2 => json!(pick(rng, &LARGE)),
        3 => json!(pick(rng, &TINY)),
        4 => json!(pick(rng, &SMALL)),
        _ => json!(rng.i8(-3..5)),
    }
}

fn number(rng: &mut Rng, draft: Draft, depth: usize) -> Value {
    let mut schema = json!({});
    match rng.u8(..8) {
        0 => {}
        1 => schema["type"] = json!(["number", "null"]),
        2..=4 => schema["type"] = json!("integer"),
        _ => schema["type"] = json!("number"),
    }
    for _ in 0..=rng.usize(..2) {
        let more = keyword(rng, draft, depth);
        extend(&mut schema, more);
    }
    schema
}

fn keyword(rng: &mut Rng, draft: Draft, depth: usize) -> Value {
    let is_draft_4 = draft == Draft::Draft4;
    match rng.u8(..20) {
        0..=2 => json!({ "minimum": bound(rng) }),
        3..=5 => json!({ "maximum": bound(rng) }),
        6 if is_draft_4 => json!({ "minimum": bound(rng), "exclusiveMinimum": rng.bool() }),
        7 if is_draft_4 => json!({ "maximum": bound(rng), "exclusiveMaximum": rng.bool() }),
        6 => json!({ "exclusiveMinimum": bound(rng) }),
        7 => json!({ "exclusiveMaximum": bound(rng) }),
        8 | 9 => json!({ "multipleOf": pick(rng, &[1, 2, 3, 4, 6]) }),
        10 => json!({ "multipleOf": pick(rng, &[0.5, 0.1, 0.25, 1.5, 1e-7]) }),
        11 => json!({ "multipleOf": pick(rng, &[1e16, 1e30, 9_007_199_254_740_992.0]) }),
        12 | 13 => {
            let values = (0..rng.usize(1..4)).map(|_| bound(rng));
            let mut distinct: Vec<Value> = Vec::new();
            for value in values {
                let is_known = distinct.iter().any(|it| it.as_f64() == value.as_f64());
                distinct.extend((!is_known).then_some(value));
            }
            json!({ "enum": distinct })
        }
        14 if !is_draft_4 => json!({ "const": bound(rng) }),
        15 if depth > 0 => json!({ "not": number(rng, draft, depth - 1) }),
        16..=18 if depth > 0 => {
            let both = [number(rng, draft, depth - 1), number(rng, draft, depth - 1)];
            json!({ pick(rng, &["anyOf", "anyOf", "oneOf", "allOf"]): both })
        }
        _ => json!({ "type": some(rng, &["integer", "null", "number"], 1) }),
    }
}

//! Numbers of every size: bounds, divisors, and numbers that doubles cannot distinguish.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Value, json};

use crate::{
    schema_edits::{alike, extend, pick},
    verdict_check::{Kind, Pair},
};

const SMALL: [f64; 12] = [
    -2.0, -1.5, -1.0, -0.5, 0.0, 0.1, 0.3, 0.5, 1.0, 1.5, 2.0, 3.0,
];

const LARGE: [f64; 14] = [
    1e16, -1e16, 1e19, 1e30, -1e30, 1.5e30, 1.6e38, 1.7e38, 1.8e38, -1.8e38, 1e40, -1e40, 2e40,
    1e300,
];

const TINY: [f64; 4] = [1e-7, 1e-300, -1e-7, 5e-324];

#[test]
fn numbers_of_every_size() {
    Kind {
        name: "numbers of every size",
        documents,
        pair: |rng| pair(rng, Size::Every),
        most_undecided: 10,
    }
    .run();
}

#[test]
fn multiples() {
    Kind {
        name: "multiples",
        documents: documents_of_few_digits,
        pair: |rng| pair(rng, Size::OfFewDigits),
        most_undecided: 10,
    }
    .run();
}

/// The numbers in schemas.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Every,
    /// Numbers for which the validator decides correctly whether one is a multiple of another. It divides doubles, so
    /// it needs exact ones.
    OfFewDigits,
}

/// Returns whole numbers around the last ones that a double, and an integer of 64 bits, can distinguish.
fn whole() -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for near in [1_i64 << 53, -(1 << 53), 10_000_000_000_000_000] {
        all.extend((-2..=2).map(|more| json!(near + more)));
    }
    let ends = [i64::MAX, i64::MAX - 1, i64::MIN, i64::MIN + 1];
    all.extend(ends.map(|end| json!(end)));
    let ends = [1_u64 << 63, (1 << 63) + 1, u64::MAX, u64::MAX - 1];
    all.extend(ends.map(|end| json!(end)));
    all
}

fn documents() -> Vec<Value> {
    let mut all = documents_of_few_digits();
    all.extend(whole());
    all.extend([53, 63, 64].map(|power| json!(2_f64.powi(power))));
    for double in SMALL.iter().chain(&LARGE).chain(&TINY) {
        all.extend([*double, double.next_up(), double.next_down(), double * 1.2].map(Value::from));
    }
    all.extend([1e-8, 1.000_000_1, 1e15, 1e17].map(|it| json!(it)));
    all
}

fn documents_of_few_digits() -> Vec<Value> {
    let mut all = vec![json!(null), json!("a"), json!(false), json!([]), json!({})];
    all.extend((-6..=13).flat_map(|whole| [json!(whole), json!(f64::from(whole))]));
    all.extend([15, 24, 30, 60, 100, -100, 1_000_000].map(|it| json!(it)));
    let fractions = [
        0.1, 0.2, 0.3, 0.7, 0.25, 0.5, 0.75, 1.25, 1.5, 2.5, 4.5, 7.5, 0.05,
    ];
    all.extend(fractions.iter().flat_map(|it| [json!(it), json!(-it)]));
    all
}

fn pair(rng: &mut Rng, size: Size) -> Pair {
    let draft = match rng.u8(..6) {
        0 => Draft::Draft4,
        1 => Draft::Draft6,
        _ => Draft::Draft202012,
    };
    let (writer, reader) = alike(rng, &mut |rng| number(rng, draft, size, 2), &|rng| {
        number(rng, draft, size, 0)
    });
    Pair {
        writer,
        reader,
        draft,
    }
}

fn bound(rng: &mut Rng, size: Size) -> Value {
    match rng.u8(..8) {
        0 if size == Size::Every => pick(rng, &whole()),
        1 | 2 if size == Size::Every => json!(pick(rng, &LARGE)),
        3 if size == Size::Every => json!(pick(rng, &TINY)),
        4 => json!(pick(rng, &SMALL)),
        _ => json!(rng.i8(-3..9)),
    }
}

fn number(rng: &mut Rng, draft: Draft, size: Size, depth: usize) -> Value {
    let mut schema = json!({});
    match rng.u8(..8) {
        0 => {}
        1 => schema["type"] = json!(["number", "null"]),
        2..=4 => schema["type"] = json!("integer"),
        _ => schema["type"] = json!("number"),
    }
    for _ in 0..=rng.usize(..2) {
        let more = keyword(rng, draft, size, depth);
        extend(&mut schema, more);
    }
    schema
}

fn keyword(rng: &mut Rng, draft: Draft, size: Size, depth: usize) -> Value {
    let is_draft_4 = draft == Draft::Draft4;
    let bound = |rng: &mut Rng| bound(rng, size);
    match rng.u8(..20) {
        0 | 1 => json!({ "minimum": bound(rng) }),
        2 | 3 => json!({ "maximum": bound(rng) }),
        4 => json!({ "minimum": bound(rng), "maximum": bound(rng) }),
        5 if is_draft_4 => json!({ "minimum": bound(rng), "exclusiveMinimum": rng.bool() }),
        6 if is_draft_4 => json!({ "maximum": bound(rng), "exclusiveMaximum": rng.bool() }),
        5 => json!({ "exclusiveMinimum": bound(rng) }),
        6 => json!({ "exclusiveMaximum": bound(rng) }),
        7..=9 if size == Size::OfFewDigits => {
            json!({ "multipleOf": pick(rng, &[1, 2, 3, 4, 5, 6, 12]) })
        }
        10 | 11 if size == Size::OfFewDigits => {
            json!({ "multipleOf": pick(rng, &[0.5, 0.1, 0.25, 1.5, 2.5]) })
        }
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
        15 if depth > 0 => json!({ "not": number(rng, draft, size, depth - 1) }),
        16..=18 if depth > 0 => {
            let both = [
                number(rng, draft, size, depth - 1),
                number(rng, draft, size, depth - 1),
            ];
            json!({ pick(rng, &["anyOf", "anyOf", "oneOf", "allOf"]): both })
        }
        _ => json!({ "type": pick(rng, &["integer", "null", "number"]) }),
    }
}

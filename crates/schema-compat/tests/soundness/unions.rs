//! Unions of all kinds of values, with conditions and negations.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Value, json};

use crate::{
    mixed::Generator,
    schema_edits::alike,
    verdict_check::{Kind, Pair},
};

#[test]
fn mixed_unions() {
    Kind {
        name: "mixed unions",
        documents,
        pair,
        most_undecided: 10,
    }
    .run();
}

/// Returns every value of a small domain: scalars, and arrays and objects of them.
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

fn pair(rng: &mut Rng) -> Pair {
    let draft = match rng.u8(..8) {
        0 | 1 => Draft::Draft7,
        2 => Draft::Draft4,
        _ => Draft::Draft202012,
    };
    mixed(rng, draft)
}

/// Returns two schemas of any keywords of one draft.
pub(crate) fn mixed(rng: &mut Rng, draft: Draft) -> Pair {
    let (writer, reader) = alike(
        rng,
        &mut |rng| Generator::new(rng, draft).schema(3),
        &|rng| {
            if rng.bool() {
                Generator::new(rng, draft).plain()
            } else {
                Generator::new(rng, draft).without_references(1)
            }
        },
    );
    Pair {
        writer,
        reader,
        draft,
    }
}

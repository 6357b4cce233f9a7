//! Each draft alone, and schemas of different drafts.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Value, json};

use crate::{
    mixed::{ALL, Generator},
    schema_edits::{changed, pick},
    unions::{documents as mixed_documents, mixed},
    verdict_check::{Kind, Pair, validator},
};

#[test]
fn drafts_alone() {
    Kind {
        name: "drafts alone",
        documents,
        pair: |rng| {
            let draft = pick(rng, &ALL);
            mixed(rng, draft)
        },
        most_undecided: 10,
    }
    .run();
}

#[test]
fn drafts_across() {
    Kind {
        name: "drafts across",
        documents,
        pair: across,
        most_undecided: 10,
    }
    .run();
}

/// Returns the documents of mixed unions, with whole numbers in their other form.
fn documents() -> Vec<Value> {
    let mut all = mixed_documents();
    let whole = [
        json!(2.0),
        json!(-1.0),
        json!(3.0),
        json!([1.0]),
        json!({ "a": 1.0 }),
    ];
    all.extend(whole);
    all.extend([
        json!([1, 1.0]),
        json!([1.0, "a"]),
        json!({ "a": 1.0, "b": 1 }),
    ]);
    all.extend(["a@b.example", "Zm9v", "{}", "[1]", "a b", "12:00:00Z"].map(Value::from));
    all
}

fn address(draft: Draft) -> &'static str {
    match draft {
        Draft::Draft4 => "http://json-schema.org/draft-04/schema#",
        Draft::Draft6 => "http://json-schema.org/draft-06/schema#",
        Draft::Draft7 => "http://json-schema.org/draft-07/schema#",
        Draft::Draft201909 => "https://json-schema.org/draft/2019-09/schema",
        Draft::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
    }
}

/// Returns a schema of one draft, and one of another that is like it or made from it.
fn across(rng: &mut Rng) -> Pair {
    let drafts = [pick(rng, &ALL), pick(rng, &ALL)];
    let own = Generator::new(rng, drafts[0]).schema(2);
    let other = match rng.u8(..6) {
        0 => Generator::new(rng, drafts[1]).schema(2),
        1 | 2 => changed(&own, rng, &|rng| {
            let of_both = if rng.bool() { Draft::Draft6 } else { drafts[1] };
            Generator::new(rng, of_both).plain()
        }),
        _ => own.clone(),
    };
    let mut sides = [own, other];
    for (schema, draft) in sides.iter_mut().zip(drafts) {
        schema["$schema"] = json!(address(draft));
    }
    // A schema that is valid in one draft, such as a list under `items`, may be invalid in another.
    if sides
        .iter()
        .zip(drafts)
        .any(|(schema, draft)| validator(schema, draft).is_none())
    {
        return across(rng);
    }
    let [left, right] = sides;
    let (writer, reader) = if rng.bool() {
        (left, right)
    } else {
        (right, left)
    };
    Pair {
        writer,
        reader,
        draft: pick(rng, &ALL),
    }
}

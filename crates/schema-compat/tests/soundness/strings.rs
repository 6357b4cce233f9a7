//! Strings: lengths, patterns, formats, and assertions next to them that have no exact form.

use fastrand::Rng;
use schema_compat::Draft;
use serde_json::{Value, json};

use crate::{
    schema_edits::{alike, extend, pick, some},
    verdict_check::{Kind, Pair},
};

const PATTERNS: [&str; 25] = [
    "^$",
    "^a$",
    "^a*$",
    "^b?a*$",
    "a",
    "b$",
    "^[ab]+$",
    "^.$",
    "^..$",
    "^(a|ab|b)$",
    "",
    ".",
    "^\\d+$",
    "^[^a]*$",
    "\\s",
    "^(?!a)",
    "^(?=b)",
    "é",
    r"^(?!a)\d+$",
    r"^(?!0)[^\D]$",
    r"(?!b)\w$",
    r"^(?=.)\W",
    r"^.\s(?!a)",
    r"\bb",
    r"a\B",
];

#[test]
fn strings() {
    Kind {
        name: "strings",
        documents,
        pair,
        most_undecided: 10,
    }
    .run();
}

fn documents() -> Vec<Value> {
    let mut all: Vec<Value> = vec![json!(null), json!(0), json!(false), json!([]), json!({})];
    let mut texts = vec![String::new()];
    let mut level = texts.clone();
    for length in 1..=5 {
        let letters = if length > 3 { "ab" } else { "ab0é" };
        let longer = level
            .iter()
            .flat_map(|text| letters.chars().map(move |letter| format!("{text}{letter}")));
        level = longer.collect();
        texts.extend(level.iter().cloned());
        if length == 3 {
            level.retain(|text| text.chars().all(|it| "ab".contains(it)));
        }
    }
    let others = [
        "\n",
        "a\n",
        "\na",
        "\r",
        "a\u{85}",
        "\u{FEFF}",
        "\u{663}",
        "0\u{663}",
        "A",
        "é\n",
        "😀",
        "😀a",
        " ",
        "a b",
        "2020-01-01",
        "2020-01-02",
        "127.0.0.1",
        "10.0.0.1",
        "user@example.com",
        "aaaaaa",
        "abcdefgh",
    ];
    texts.extend(others.map(str::to_owned));
    all.extend(texts.into_iter().map(Value::from));
    all
}

fn pair(rng: &mut Rng) -> Pair {
    let draft = match rng.u8(..8) {
        0 => Draft::Draft7,
        _ => Draft::Draft202012,
    };
    let (writer, reader) = alike(rng, &mut |rng| string(rng, 2), &|rng| string(rng, 0));
    Pair {
        writer,
        reader,
        draft,
    }
}

fn string(rng: &mut Rng, depth: usize) -> Value {
    let mut schema = json!({});
    match rng.u8(..8) {
        0 => {}
        1 => schema["type"] = json!(["string", "null"]),
        _ => schema["type"] = json!("string"),
    }
    for _ in 0..=rng.usize(..2) {
        let more = keyword(rng, depth);
        extend(&mut schema, more);
    }
    schema
}

fn keyword(rng: &mut Rng, depth: usize) -> Value {
    let texts = ["", "a", "b", "ab", "aa", "ba", "0", "é", "😀", "2020-01-01"];
    match rng.u8(..20) {
        0..=2 => json!({ "minLength": rng.u8(..4) }),
        3..=5 => json!({ "maxLength": rng.u8(..4) }),
        6..=9 => json!({ "pattern": pick(rng, &PATTERNS) }),
        10 | 11 => json!({ "enum": some(rng, &texts, 4) }),
        12 => json!({ "const": pick(rng, &texts) }),
        13 => json!({ "format": pick(rng, &["date", "ipv4", "email"]) }),
        14 if depth > 0 => json!({ "not": string(rng, depth - 1) }),
        15 => json!({ "contains": {}, "unevaluatedItems": false }),
        16..=18 if depth > 0 => {
            let both = [string(rng, depth - 1), string(rng, depth - 1)];
            json!({ pick(rng, &["anyOf", "anyOf", "oneOf", "allOf"]): both })
        }
        _ => json!({ "maxLength": 0 }),
    }
}

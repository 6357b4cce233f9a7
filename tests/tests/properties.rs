//! Properties that hold for any bytes, checked on random changes of examples. `tests/fuzz` searches for more of
//! them.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

#[path = "properties/publication.rs"]
mod publication;

use std::{fs, path::Path};

use repository_tests::{
    generated::shop::v1 as shop,
    properties::{self, longer, texts},
    registries::FROZEN,
};
use serde_json::Value;

/// The number of texts that are made from each example.
const CHANGED: usize = 400;

/// Examples of an event with a string for every kind of pattern.
const PATTERNS: &str = "tests/fixtures/everything/shop/v1/examples/text.patterns.and_lengths";

/// Runs a property on every example, and on texts that are made from examples.
#[track_caller]
fn holds(property: impl Fn(&[u8])) {
    let mut random = fastrand::Rng::with_seed(7);
    let examples = properties::bodies();
    assert!(examples.len() > 10);
    let mut count = 0;
    for example in &examples {
        property(example);
        for _ in 0..CHANGED {
            let other = &examples[random.usize(..examples.len())];
            property(&changed(example, other, &mut random));
            count += 1;
        }
    }
    println!("{count} texts, 0 problems");
}

/// Returns a text with a few changes, of bytes or of parts between punctuation of JSON.
fn changed(text: &[u8], other: &[u8], random: &mut fastrand::Rng) -> Vec<u8> {
    const PARTS: [&[u8]; 14] = [
        b"null",
        b"1e400",
        b"-0.0",
        b"9007199254740993",
        b"\"",
        b"\\ud800",
        b"\\u0061",
        b"{",
        b"[",
        b",",
        b"\n",
        b"\xff",
        b"\"data\":{},",
        b"\"event_type\":\"job.created\",",
    ];
    let mut text = text.to_vec();
    for _ in 0..random.usize(1..4) {
        let (from, to) = (place(&text, random), place(&text, random));
        let range = from.min(to)..from.max(to);
        let part = match random.u8(..6) {
            0 => Vec::new(),
            1 => text[range.clone()].repeat(2),
            2 => vec![random.u8(..)],
            3 => {
                let (from, to) = (place(other, random), place(other, random));
                other[from.min(to)..from.max(to)].to_vec()
            }
            _ => PARTS[random.usize(..PARTS.len())].to_vec(),
        };
        // Insertions are as frequent as replacements.
        let range = if random.bool() { range } else { from..from };
        text.splice(range, part);
        if text.is_empty() {
            break;
        }
    }
    text
}

/// Returns an offset in a text: any, or one at which a part of JSON begins or ends.
fn place(text: &[u8], random: &mut fastrand::Rng) -> usize {
    let start = random.usize(..=text.len());
    if random.bool() {
        return start;
    }
    let marks = text[start..]
        .iter()
        .position(|byte| b"{}[],:\"".contains(byte));
    marks.map_or(start, |offset| start + offset)
}

#[test]
fn decoding_holds() {
    holds(properties::decode);
}

#[test]
fn agreement_holds() {
    holds(properties::agreement);
}

#[test]
fn signatures_hold() {
    holds(|body| {
        properties::signature(body);
        properties::signature(&properties::delivery(body));
    });
}

/// Events with ten megabytes in any string are read or rejected, and nothing else happens.
#[test]
fn texts_of_ten_megabytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let patterns = root.join(PATTERNS).join("good.json");
    let patterned = |body: &[u8]| drop(shop::Event::<shop::Data>::from_slice(body));
    type Read<'r> = &'r dyn Fn(&[u8]);
    let subjects: [(_, Read<'_>); 2] = [
        (
            root.join(FROZEN)
                .join("webhooks/v1/examples/artifact.ready/ready.json"),
            &properties::decode,
        ),
        (patterns, &patterned),
    ];
    for (path, read) in subjects {
        let text = fs::read_to_string(path).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        for pointer in texts(&document, "") {
            read(&longer(&document, &pointer, "a", 10_000_000));
        }
    }
}

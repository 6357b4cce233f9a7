//! The facts about formats, compared with the validator on many strings.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use fastrand::Rng;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use super::{FORMATS, OLD_HOSTNAME, SAMPLES, WITHIN, facts, is_defined, is_within};
use crate::document::build;

/// Parts of strings of formats.
const PARTS: [&str; 72] = [
    "a", "Z", "x", "xn--", "0", "9", "00", "12", "23", "24", "29", "30", "31", "59", "60", "99",
    "1900", "2000", "2023", "2024", "0000", "255", "256", "01", "ffff", "12345", "-", "--", "_",
    ".", "..", ":", "::", "/", "//", "?", "#", "[", "]", "@", "!", "~", "~0", "~1", "~2", "%",
    "%41", "%zz", "+", "P", "T", "Y", "M", "W", "D", "H", "S", "Z", "t", "z", " ", "\n", "é", "\"",
    "<", ">", "{", "}", "\\", "^", "1.2.3.4", "\u{7f}",
];

const STARTS: [&str; 34] = [
    "2024-02-29",
    "2023-02-29",
    "1900-02-29",
    "2000-02-29",
    "0000-02-29",
    "2024-04-31",
    "2024-12-31",
    "2024-01-30T23:59:60Z",
    "2024-01-30t10:59:60.5+01:30",
    "23:59:60z",
    "22:59:60-01:00",
    "12:00:00.25Z",
    "P1Y2M3D",
    "P1Y3D",
    "P2W",
    "PT1H2M3S",
    "PT1H3S",
    "P1DT1S",
    "1:2:3:4:5:6:7:8",
    "1:2:3::7:8",
    "::ffff:1.2.3.4",
    "1:2:3:4:5:6:1.2.3.4",
    "1:2:3:4:5:6:7::",
    "user@example.com",
    "\"a b\"@[127.0.0.1]",
    "user@[IPv6:::1]",
    "Joe <user@example.com>",
    "a-b.c--d.example",
    "xn--bcher-kva.example",
    "urn:isbn:0",
    "http://user:pw@example.com:80/a/b;c?d=e&f#g",
    "//host/a",
    "{+x}/a",
    "00000000-0000-4000-8000-000000000000",
];

fn random(rng: &mut Rng) -> String {
    let mut text = match rng.u8(..3) {
        0 => String::new(),
        1 => STARTS[rng.usize(..STARTS.len())].to_owned(),
        _ => SAMPLES[rng.usize(..SAMPLES.len())].to_owned(),
    };
    for _ in 0..rng.usize(..4) {
        let part = PARTS[rng.usize(..PARTS.len())];
        let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        places.push(text.len());
        let at = places[rng.usize(..places.len())];
        match rng.u8(..4) {
            0 if at < text.len() => drop(text.remove(at)),
            1 if at < text.len() => {
                text.remove(at);
                text.insert_str(at, part);
            }
            2 => text = text.repeat(2),
            _ => text.insert_str(at, part),
        }
    }
    if rng.u8(..8) == 0 {
        let length = rng.usize(40..80);
        let parts = match rng.u8(..3) {
            0 => ["a", "é", "-"][rng.usize(..3)].repeat(length),
            1 => format!("{}.", "a".repeat(rng.usize(50..65))).repeat(rng.usize(3..6)),
            _ => "a.".repeat(length * 2),
        };
        text = text.replacen(['a', 'e'], &parts, 1);
    }
    text
}

fn validator(schema: &Value, draft: Draft) -> Validator {
    build(schema, draft, true).unwrap()
}

fn formats() -> Vec<(&'static str, Validator)> {
    let newest = |name: &'static str| {
        (
            name,
            validator(&json!({ "format": name }), Draft::Draft202012),
        )
    };
    let mut all: Vec<_> = FORMATS.iter().map(|(name, _)| newest(name)).collect();
    all.push((
        OLD_HOSTNAME,
        validator(&json!({ "format": "hostname" }), Draft::Draft4),
    ));
    all
}

#[test]
fn facts_agree_with_the_validator() {
    let count = std::env::var("COMPAT_RANDOM_STRINGS").map_or(40_000, |text| text.parse().unwrap());
    let matcher = |pattern: &str| validator(&json!({ "pattern": pattern }), Draft::Draft202012);
    let facts: Vec<_> = formats()
        .into_iter()
        .map(|(name, format)| {
            let known = facts(name);
            let all = known.all.map(|pattern| matcher(&pattern));
            let only = known
                .only
                .map(|(pattern, longest)| (matcher(&pattern), longest));
            (name, format, all, only, known.longest)
        })
        .collect();
    let mut rng = Rng::with_seed(5);
    let mut accepted = vec![0; facts.len()];
    for _ in 0..count {
        let text = random(&mut rng);
        let value = Value::from(text.as_str());
        let length = text.chars().count() as u64;
        for (at, (name, format, all, only, most)) in facts.iter().enumerate() {
            let is_one = format.is_valid(&value);
            assert!(
                !is_one || most.is_none_or(|most| length <= most),
                "{text:?} is a {name}"
            );
            accepted[at] += usize::from(is_one);
            if let Some(all) = all {
                assert!(!is_one || all.is_valid(&value), "{text:?} is a {name}");
            }
            if let Some((only, longest)) = only
                && longest.is_none_or(|longest| length <= longest)
            {
                assert!(is_one || !only.is_valid(&value), "{text:?} is not a {name}");
            }
        }
    }
    for (count, (name, ..)) in accepted.iter().zip(&facts) {
        assert!(*count > 20, "{count} strings are {name}");
    }
}

#[test]
fn formats_within_others_agree_with_the_validator() {
    let formats = formats();
    let mut rng = Rng::with_seed(6);
    for _ in 0..20_000 {
        let value = Value::from(random(&mut rng));
        let of: Vec<bool> = formats.iter().map(|(_, it)| it.is_valid(&value)).collect();
        for (narrow, _) in formats.iter().zip(&of).filter(|(_, is_one)| **is_one) {
            for (wide, is_wide) in formats.iter().zip(&of) {
                let is_decoded = wide.0 == "idn-hostname" && value.to_string().contains("xn--");
                assert!(
                    *is_wide || is_decoded || !is_within(narrow.0, wide.0),
                    "{value} is {}, and not {}",
                    narrow.0,
                    wide.0
                );
            }
        }
    }
    assert!(is_within("uri", "iri-reference") && !is_within("iri", "uri"));
    assert!(WITHIN.iter().all(|(narrow, wide)| narrow != wide));
}

#[test]
fn samples_are_of_formats_and_short_of_what_only_some_validators_take() {
    let formats = formats();
    for (name, format) in &formats {
        let count = SAMPLES
            .iter()
            .filter(|text| format.is_valid(&Value::from(**text)))
            .count();
        assert!((1..SAMPLES.len()).contains(&count), "{name}");
    }
    assert!(SAMPLES.iter().all(|text| !text.contains('<')));
}

#[test]
fn drafts_define_formats_one_after_the_other() {
    assert!(is_defined(Draft::Draft4, "email") && !is_defined(Draft::Draft4, "json-pointer"));
    assert!(is_defined(Draft::Draft6, "uri-reference") && !is_defined(Draft::Draft6, "date"));
    assert!(is_defined(Draft::Draft7, "date") && !is_defined(Draft::Draft7, "uuid"));
    assert!(is_defined(Draft::Draft202012, "uuid") && !is_defined(Draft::Draft202012, "color"));
    for draft in [Draft::Draft4, Draft::Draft6] {
        for format in ["date", "time", "regex", "idn-email"] {
            let validator = validator(&json!({ "format": format }), draft);
            assert!(validator.is_valid(&json!("(")), "{format}");
        }
    }
}

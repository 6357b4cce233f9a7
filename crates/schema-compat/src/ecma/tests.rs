#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that panics has failed"
)]

use jsonschema::Draft;
use serde_json::{Value, json};

use super::{EcmaPatterns, has_bare_class, rewritten};
use crate::document::build;

fn changed(schema: &Value) -> Option<Value> {
    EcmaPatterns::of(schema).map(|it| it.schema)
}

#[test]
fn classes_are_written_out_beside_look_around() {
    assert_eq!(rewritten(r"^\d+.$"), None);
    assert_eq!(
        rewritten(r"^(?!x)\d\D[\d_]\\d$").as_deref(),
        Some("^(?!x)[0-9][\0-/:-\u{10FFFF}][0-9_]\\\\d$")
    );
    // A class without an end stays one without an end.
    assert_eq!(rewritten(r"^(?!x)[\d"), None);
    let schema =
        json!({ "properties": { "pattern": { "pattern": r"(?=a)\w" } }, "const": r"(?=a)\w" });
    let out = json!({ "properties": { "pattern": { "pattern": r"(?=a)[A-Za-z0-9_]" } }, "const": r"(?=a)\w" });
    assert_eq!(changed(&schema), Some(out));
    // A property can have the name of a keyword.
    let schema = json!({ "properties": { "const": { "pattern": r"(?=a)\d" } } });
    let out = json!({ "properties": { "const": { "pattern": r"(?=a)[0-9]" } } });
    assert_eq!(changed(&schema), Some(out));
}

#[test]
fn patterns_that_are_written_out_alike_stay_apart() {
    let schema =
        json!({ "patternProperties": { r"(?=a)\d": true, "(?=a)[0-9]": { "minLength": 1 } } });
    let out = json!({
        "patternProperties": { "(?:(?=a)[0-9])": true, "(?=a)[0-9]": { "minLength": 1 } },
    });
    assert_eq!(changed(&schema), Some(out));
}

#[test]
fn a_pattern_that_is_written_out_matches_what_it_is_defined_to_match() {
    // Patterns, each with strings that it matches, and strings that it does not match.
    let cases: [(&str, &[&str], &[&str]); 14] = [
        (r"^(?!x)\d$", &["1"], &["\u{663}", "a"]),
        (r"^(?!x)\D$", &["\u{663}", "a", "\n"], &["1"]),
        (r"^(?!x)[\D]$", &["\u{663}", "a", "["], &["1", "[^"]),
        (r"^(?!x)[^\D]$", &["1"], &["\u{663}", "a"]),
        (
            r"^(?!x)[\W\d]$",
            &["é", "1", "^", "[", "]", "-", "`"],
            &["a", "_", "Z"],
        ),
        (
            r"^(?!x)\s$",
            &["\u{FEFF}", "\u{A0}", "\t"],
            &["\u{85}", "a"],
        ),
        (
            r"^(?!x)[\S]$",
            &["\u{85}", "a"],
            &["\u{FEFF}", "\u{2028}", " "],
        ),
        (
            r"^(?!x).$",
            &["a", "\u{85}"],
            &["\r", "\n", "\u{2028}", "\u{2029}"],
        ),
        (r"é\b", &["aé1"], &["é", "éé"]),
        (r"^a\Bé", &[], &["aé"]),
        (r"^(?!x)[\w-z]$", &["-", "a", "z"], &["`", "{"]),
        (r"^(?!x)[+--\d]$", &["+", ",", "-", "5"], &["."]),
        (r"^[^]a$", &["\na", "éa"], &["a", "a]"]),
        (r"^[]a$|b", &["b"], &["a", "]", ""]),
    ];
    for (pattern, matching, others) in cases {
        let validator = build(&json!({ "pattern": pattern }), Draft::Draft202012, true);
        let validator = validator.unwrap_or_else(|error| panic!("{pattern}: {error}"));
        for text in matching {
            assert!(validator.is_valid(&json!(text)), "{pattern} on {text:?}");
        }
        for text in others {
            assert!(!validator.is_valid(&json!(text)), "{pattern} on {text:?}");
        }
    }
    assert!(has_bare_class("^[^]a$") && has_bare_class("[]") && !has_bare_class(r"\[]"));
}

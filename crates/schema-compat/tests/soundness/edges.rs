//! Pairs that one careless edit of the comparison gets wrong, by subject.
//!
//! Each has its right verdict and, if the reader breaks, a document that shows it. Where no exact form is known, a pair
//! is `open`: it may be undecided, but the reader does break.

use std::error::Error as _;

use schema_compat::{Draft, Profile, Settings, Verdict, comparable, compare};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    tolerant::Evaluator,
    verdict_check::{Answer, Pair, dialect, judge, validator},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edge {
    about: String,
    #[serde(default)]
    profile: Profile,
    #[serde(default)]
    draft: Draft,
    writer: Value,
    reader: Value,
    verdict: Right,
    document: Option<Value>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Right {
    Compatible,
    Breaking,
    Open,
}

impl Edge {
    /// Returns what is wrong with the verdict, or with the pair itself.
    fn fault(&self) -> Option<String> {
        let pair = Pair {
            writer: self.writer.clone(),
            reader: self.reader.clone(),
            draft: self.draft,
        };
        let (Some(sent), Some(read)) = (
            validator(&self.writer, self.draft),
            validator(&self.reader, self.draft),
        ) else {
            return Some("a schema is not valid".into());
        };
        if let Some(document) = &self.document {
            if !sent.is_valid(document) {
                return Some(format!("the writer rejects {document}"));
            }
            // The validator does not read `1.0` by the letter of draft 4.
            if self.draft != Draft::Draft4 && read.is_valid(document) {
                return Some(format!("the reader accepts {document}"));
            }
            if self.profile == Profile::Tolerant {
                let evaluator = Evaluator::new(&self.writer, dialect(self.draft));
                if evaluator.and_then(|it| it.sends(document)) != Some(true) {
                    return Some(format!("the writer does not send {document}"));
                }
            }
        }
        let documents: Vec<Value> = self.document.iter().cloned().collect();
        match (judge(&pair, self.profile, &documents), self.verdict) {
            (Ok((Answer::Compatible, _)), Right::Compatible)
            | (Ok((Answer::Breaking, _)), Right::Breaking | Right::Open)
            | (Ok((Answer::Undecided, _)), Right::Open) => None,
            (Ok((answer, _)), _) => Some(format!("the verdict is {answer:?}")),
            (Err(wrong), _) => Some(wrong.to_string()),
        }
    }
}

fn each_is_right(text: &str) {
    let edges: Vec<Edge> = serde_json::from_str(text).unwrap();
    let faults = edges.iter().filter_map(|edge| {
        let fault = edge.fault()?;
        Some(format!("{}: {fault}", edge.about))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn references() {
    each_is_right(include_str!("edges/references.json"));
}

#[test]
fn described_values() {
    each_is_right(include_str!("edges/described.json"));
}

#[test]
fn arrays() {
    each_is_right(include_str!("edges/arrays.json"));
}

#[test]
fn numbers() {
    each_is_right(include_str!("edges/numbers.json"));
}

#[test]
fn objects() {
    each_is_right(include_str!("edges/objects.json"));
}

#[test]
fn unions() {
    each_is_right(include_str!("edges/unions.json"));
}

#[test]
fn a_reason_names_what_has_no_exact_form_alone() {
    let inner = json!({
        "$id": "b",
        "$recursiveAnchor": true,
        "type": "object",
        "properties": { "o": { "$recursiveRef": "#" } },
        "additionalProperties": false,
    });
    let writer = json!({
        "$id": "https://example.com/a",
        "type": "object",
        "properties": { "a": { "$recursiveRef": "#" }, "v": { "type": "integer" }, "o": inner },
        "additionalProperties": false,
    });
    let properties = json!({ "a": { "properties": { "v": { "type": "number" } } } });
    let reader = json!({ "type": "object", "properties": properties });
    let settings = Settings {
        draft: Draft::Draft201909,
        ..Settings::default()
    };
    let verdict = compare(&writer, &reader, &settings);
    let Verdict::Undecided(undecided) = verdict else {
        panic!("{verdict:?}");
    };
    assert!(
        undecided.reason().starts_with(
            "`/properties/a/$recursiveRef` in the writer's schema cannot be compared exactly"
        ),
        "{undecided:?}"
    );
}

#[test]
fn what_is_not_in_the_file_is_named() {
    let outside = json!({ "properties": { "a": { "$ref": "other.json#/$defs/a" } } });
    let error = comparable(&outside, &Settings::default()).unwrap_err();
    assert_eq!(error.pointer(), "/properties/a/$ref");
    let text = error.to_string();
    assert!(
        text.starts_with("`other.json` is not in the file"),
        "{text}"
    );
    assert!(error.source().is_some());
    // A reference is relative to the nearest address around it.
    let inner = json!({ "$id": "c/d.json", "items": { "$ref": "other.json#/$defs/a" } });
    let outside = json!({
        "$id": "https://example.com/a/b.json",
        "properties": { "a": { "$ref": "#/properties/b" }, "b": inner },
    });
    let error = comparable(&outside, &Settings::default()).unwrap_err();
    assert_eq!(error.pointer(), "/properties/b/items/$ref");
    let text = error.to_string();
    assert!(
        text.starts_with("`https://example.com/a/c/other.json` is not"),
        "{text}"
    );
}

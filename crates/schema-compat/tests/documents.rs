//! Faults of single documents, and documents that are made from one schema of another document.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use schema_compat::{
    Settings, Verdict, check_schema, compare,
    definition::{definitions, document_of, says_nothing},
};
use serde_json::{Value, json};

/// Returns the place of the first fault of a schema, and the reason.
fn objection(schema: &Value) -> Option<(String, String)> {
    let error = check_schema(schema, &Settings::default()).err()?;
    Some((error.pointer().to_owned(), error.to_string()))
}

#[test]
fn broken_references_and_patterns_have_a_place() {
    for (schema, pointer, reason) in [
        (
            json!({ "properties": { "a": { "$ref": "#/$defs/b" } }, "$defs": { "c": {} } }),
            "/properties/a/$ref",
            "`#/$defs/b` leads to nothing",
        ),
        (
            json!({ "$defs": { "unused": { "items": { "$ref": "#nowhere" } } } }),
            "/$defs/unused/items/$ref",
            "`#nowhere` leads to nothing",
        ),
        (
            json!({ "contentSchema": { "$ref": "#/$defs/gone" } }),
            "/contentSchema/$ref",
            "`#/$defs/gone` leads to nothing",
        ),
        (
            json!({ "properties": { "a": { "pattern": "(" } } }),
            "/properties/a/pattern",
            "\"(\" is not a \"regex\"",
        ),
        (
            json!({ "patternProperties": { "[": {} } }),
            "/patternProperties",
            "",
        ),
    ] {
        let (place, why) = objection(&schema).unwrap();
        assert_eq!(place, pointer, "{schema}");
        assert!(why.contains(reason), "{why}: {schema}");
    }
}

#[test]
fn references_that_lead_somewhere_are_sound() {
    for schema in [
        json!({ "$ref": "#" }),
        json!({ "$ref": "#/$defs/a~1b%25", "$defs": { "a/b%": {} } }),
        json!({ "items": { "$ref": "#here" }, "$defs": { "a": { "$anchor": "here" } } }),
        json!({ "const": { "$ref": "#/nowhere" }, "default": { "$ref": "#/nowhere" } }),
        json!({ "properties": { "$ref": { "type": "string" }, "pattern": { "type": "null" } } }),
        json!({ "$defs": { "a": { "$id": "x", "$ref": "#/$defs/b", "$defs": { "b": {} } } } }),
        json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "items": { "$ref": "#old" },
            "definitions": { "a": { "$id": "#old" } },
        }),
        // Other keywords that tools add to a schema do not affect the comparison.
        json!({ "x-note": { "$ref": "#/nowhere" } }),
    ] {
        assert_eq!(objection(&schema), None, "{schema}");
    }
}

#[test]
fn a_root_that_says_nothing_is_known() {
    for (schema, expected) in [
        (json!({}), true),
        (json!(true), true),
        (json!(false), false),
        (
            json!({ "title": "t", "$defs": { "a": { "type": "null" } }, "x-y": 1 }),
            true,
        ),
        (json!({ "definitions": {}, "required": [] }), false),
        (json!({ "$ref": "#/$defs/a", "$defs": { "a": {} } }), false),
    ] {
        assert_eq!(says_nothing(&schema), expected, "{schema}");
    }
}

#[test]
fn a_document_of_a_definition_accepts_what_the_definition_does() {
    let document = json!({
        "$id": "https://example.com/all.json",
        "type": "object",
        "required": ["whole"],
        "properties": { "a": { "maxLength": 2 } },
        "$defs": {
            "plain": { "type": "string" },
            "part": { "$ref": "#/properties/a" },
            "tree": { "type": "array", "items": { "$ref": "#/$defs/tree" } },
            "root": { "properties": { "inner": { "$ref": "#" } } },
        },
    });
    let names: Vec<String> = definitions(&document)
        .into_iter()
        .map(|definition| definition.name)
        .collect();
    assert_eq!(names, ["plain", "part", "tree", "root"]);
    for (pointer, valid, invalid) in [
        ("/$defs/plain", json!("a"), json!(1)),
        ("/$defs/part", json!("ab"), json!("abc")),
        ("/$defs/tree", json!([[], [[]]]), json!([[1]])),
        (
            "/$defs/root",
            json!({ "inner": { "whole": 1 } }),
            json!({ "inner": {} }),
        ),
        ("/properties/a", json!("ab"), json!("abc")),
    ] {
        let made = document_of(&document, pointer).unwrap();
        let validator = jsonschema::validator_for(&made).unwrap();
        assert!(validator.is_valid(&valid), "{pointer}: {made}");
        assert!(!validator.is_valid(&invalid), "{pointer}: {made}");
    }
    // Definitions that the schema does not need are removed.
    let plain = document_of(&document, "/$defs/plain").unwrap();
    assert_eq!(plain.to_string().matches("tree").count(), 0, "{plain}");
    for pointer in ["/$defs/none", "/required"] {
        assert!(document_of(&document, pointer).is_err(), "{pointer}");
    }
    let recursive = json!({ "$defs": { "a": { "items": { "$recursiveRef": "#" } } } });
    assert!(document_of(&recursive, "/$defs/a").is_err());
}

#[test]
fn definitions_of_older_drafts_are_compared() {
    let of = |most: u64| {
        json!({
            "$schema": "http://json-schema.org/draft-04/schema#",
            "id": "https://example.com/all.json",
            "definitions": {
                "a": { "properties": { "b": { "$ref": "#/definitions/b" } } },
                "b": { "type": "integer", "maximum": most },
            },
        })
    };
    let document = |most| document_of(&of(most), "/definitions/a").unwrap();
    let verdict = compare(&document(4), &document(3), &Settings::default());
    let Verdict::Breaking { witness, .. } = verdict else {
        panic!("{verdict:?}");
    };
    assert_eq!(witness, json!({ "b": 4 }));
}

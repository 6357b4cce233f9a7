//! Questions that have an exact answer, each with a similar question just beyond that.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

mod verdicts;

use schema_compat::{Draft, Settings, Verdict, compare};
use serde_json::{Value, json};

#[track_caller]
fn compatible(writer: &Value, reader: &Value) {
    verdicts::compatible(writer, reader, &Settings::default());
}

#[track_caller]
fn breaks(writer: &Value, reader: &Value, shown: &Value) {
    let found = verdicts::witness(writer, reader, &Settings::default());
    assert_eq!(&found, shown, "{writer} for {reader}");
}

#[test]
fn closed_objects_are_compared_with_the_objects_that_a_set_names() {
    let finite = json!({
        "type": "object",
        "properties": { "a": { "enum": [1, 2] } },
        "required": ["a"],
        "additionalProperties": false,
    });
    compatible(&finite, &json!({ "enum": [{ "a": 1 }, { "a": 2 }, 3] }));
    breaks(
        &finite,
        &json!({ "enum": [{ "a": 1 }] }),
        &json!({ "a": 2 }),
    );
}

#[test]
fn short_arrays_are_compared_with_the_arrays_that_a_set_names() {
    let finite = json!({ "type": "array", "items": { "type": "boolean" }, "maxItems": 1 });
    compatible(&finite, &json!({ "enum": [[], [true], [false]] }));
    breaks(&finite, &json!({ "enum": [[], [false]] }), &json!([true]));
}

#[test]
fn items_are_counted() {
    let three = json!({ "type": "array", "items": { "type": "integer" }, "minItems": 3 });
    let contains = |least: u64| json!({ "contains": { "type": "number" }, "minContains": least });
    compatible(&three, &contains(3));
    breaks(&three, &contains(4), &json!([0, 0, 0]));
    let few = json!({ "type": "array", "items": { "type": "integer" }, "maxItems": 3 });
    let at_most = |most: u64| json!({ "contains": { "type": "number" }, "minContains": 0, "maxContains": most });
    compatible(&few, &at_most(3));
    breaks(&few, &at_most(2), &json!([0, 0, 0]));
}

#[test]
fn different_arrays_and_objects_run_out() {
    let of = |item: Value| json!({ "type": "array", "items": item, "uniqueItems": true });
    let booleans = json!({ "type": "array", "items": { "type": "boolean" }, "maxItems": 1 });
    let objects = json!({
        "type": "object",
        "properties": { "a": { "type": "boolean" } },
        "additionalProperties": false,
    });
    for item in [booleans, objects] {
        let writer = of(item);
        compatible(&writer, &json!({ "maxItems": 3 }));
        let shown = verdicts::witness(&writer, &json!({ "maxItems": 2 }), &Settings::default());
        assert_eq!(shown.as_array().map(Vec::len), Some(3), "{shown}");
    }
    // More than these are not counted, but some are found.
    let open = of(json!({ "type": "object", "properties": { "a": { "type": "boolean" } } }));
    let shown = verdicts::witness(&open, &json!({ "maxItems": 2 }), &Settings::default());
    assert_eq!(shown.as_array().map(Vec::len), Some(3), "{shown}");
}

#[test]
fn a_reason_names_what_stands_in_the_way() {
    let reason =
        |writer: Value, reader: Value| match compare(&writer, &reader, &Settings::default()) {
            Verdict::Undecided(undecided) => undecided.reason().to_owned(),
            other => panic!("{writer} for {reader} is decided: {other:?}"),
        };
    let pattern = |text: &str| json!({ "type": "string", "pattern": text });
    let found = reason(pattern("^(.)\\1$"), pattern("^(..)\\1$|^(.)\\2$"));
    assert!(
        found
            .starts_with("`/pattern` in the writer's schema and `/pattern` in the reader's schema"),
        "{found}"
    );
    let found = reason(pattern("^(.)\\1$"), pattern("^(..)\\1$"));
    assert!(
        found.starts_with("`/pattern` in the writer's schema"),
        "{found}"
    );
    let members = |text: &str| json!({ "type": "object", "patternProperties": { text: { "type": "integer" } } });
    let found = reason(members("^(.)\\1$|^(..)\\2$"), members("^(.)\\1$"));
    assert!(found.contains("`/patternProperties`"), "{found}");
    // Above 1e30, no double is odd, but other numbers are.
    let found = reason(
        json!({ "type": "integer", "multipleOf": 3, "minimum": 1e30 }),
        json!({ "multipleOf": 2 }),
    );
    assert!(
        !found.contains("`/type`") && found.contains("`/multipleOf` in the reader's"),
        "{found}"
    );
    let names = |text: &str| json!({ "type": "object", "propertyNames": { "pattern": text } });
    let found = reason(names("^(.)\\1$"), names("^(..)\\1$|^(.)\\2$"));
    assert!(found.contains("`/propertyNames/pattern`"), "{found}");
}

#[test]
fn different_items_run_out() {
    let of = |item: Value| json!({ "type": "array", "items": item, "uniqueItems": true });
    let range = of(json!({ "type": "integer", "minimum": 1, "maximum": 3 }));
    compatible(&range, &json!({ "maxItems": 3 }));
    assert!(matches!(
        compare(&range, &json!({ "maxItems": 2 }), &Settings::default()),
        Verdict::Breaking { .. }
    ));
    compatible(
        &of(json!({ "enum": ["a", "b"] })),
        &json!({ "maxItems": 2 }),
    );
}

#[test]
fn long_arrays_are_decided() {
    let least = |count: u64| json!({ "type": "array", "minItems": count });
    compatible(&least(5_000), &least(4_000));
    compatible(&least(5_000_000_000), &least(4_000_000_000));
    let Verdict::Breaking { witness, .. } =
        compare(&least(4_000), &least(5_000), &Settings::default())
    else {
        panic!("an array of 4,000 items is too short");
    };
    assert_eq!(witness.as_array().map(Vec::len), Some(4_000));
    // The longest lists that are expanded need no more memory than a few copies.
    let verdict = compare(
        &least(99_999),
        &json!({ "maxItems": 4_000 }),
        &Settings::default(),
    );
    assert!(matches!(verdict, Verdict::Breaking { .. }));
}

#[test]
fn contains_evaluates_items() {
    let schema = json!({
        "type": "array",
        "contains": { "type": "integer" },
        "unevaluatedItems": { "type": "string" },
    });
    let mixed = json!({ "type": "array", "items": { "type": ["integer", "string"] } });
    compatible(&schema, &mixed);
    breaks(&mixed, &schema, &json!([]));
}

#[test]
fn a_reference_to_itself_says_nothing() {
    compatible(&json!({ "$ref": "#" }), &json!(true));
    compatible(
        &json!({ "$ref": "#", "type": "integer" }),
        &json!({ "type": "number" }),
    );
    breaks(
        &json!({ "$ref": "#" }),
        &json!({ "$ref": "#", "type": "integer" }),
        &json!(null),
    );
    let circle = json!({
        "$ref": "#/$defs/a",
        "$defs": { "a": { "allOf": [{ "$ref": "#/$defs/b" }] }, "b": { "$ref": "#/$defs/a" } },
    });
    compatible(&circle, &json!(true));
    breaks(&circle, &json!({ "type": "null" }), &json!(false));
}

#[test]
fn embedded_resources_are_read_by_their_own_draft() {
    let embedded = |inner: Value| {
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": "https://example.com/old",
            "$defs": { "old": inner },
        })
    };
    // In draft 7, keywords next to a reference are ignored.
    let old = embedded(json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://example.com/old",
        "definitions": { "text": { "type": "string" } },
        "allOf": [{ "$ref": "#/definitions/text", "maxLength": 3 }],
    }));
    breaks(
        &old,
        &json!({ "type": "string", "maxLength": 3 }),
        &json!("aaaa"),
    );
    compatible(&old, &json!({ "type": "string" }));
}

#[test]
fn objects_that_require_other_names_exclude_each_other() {
    let object = |number: usize| {
        let names = [format!("a{number}"), format!("b{number}")];
        let [first, second] = &names;
        json!({
            "type": "object",
            "properties": { first: { "type": "string" }, second: { "type": "string" } },
            "required": names,
            "additionalProperties": false,
        })
    };
    let objects = |count: usize| (0..count).map(object).collect::<Value>();
    compatible(
        &json!({ "anyOf": objects(30) }),
        &json!({ "oneOf": objects(31) }),
    );
    breaks(
        &json!({ "anyOf": objects(31) }),
        &json!({ "oneOf": objects(30) }),
        &json!({ "a30": "", "b30": "" }),
    );
}

#[test]
fn integers_of_draft_4_in_sets_are_decided() {
    let settings = Settings {
        draft: Draft::Draft4,
        ..Settings::default()
    };
    let verdict = compare(
        &json!({ "enum": [[1]] }),
        &json!({ "enum": [[1], [2]] }),
        &settings,
    );
    assert!(verdict.is_compatible(), "{verdict:?}");
}

#[test]
fn a_reason_names_the_keyword_that_has_no_exact_form() {
    let writer = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let reader = json!({
        "properties": { "a": { "not": { "format": "regex", "pattern": "^\\(+$" } } },
    });
    let Verdict::Undecided(undecided) = compare(&writer, &reader, &Settings::default()) else {
        panic!("no automaton tells what a regular expression is");
    };
    let reason = undecided.reason();
    assert!(
        reason.contains("`/properties/a/not/format` in the reader's schema"),
        "{reason}"
    );
}

#[test]
fn a_reason_names_dynamic_references_in_both_schemas() {
    let schema = |inner: Value, most: u64| {
        json!({
            "$id": "https://example.com/a",
            "allOf": [inner],
            // Next to this, the algebra has no answer.
            "contentEncoding": "base64",
            "properties": { "other": { "maximum": most } },
            "maxItems": most,
            "$defs": {
                "a": { "$dynamicAnchor": "node", "type": "string" },
                "b": { "$id": "b", "$dynamicAnchor": "node", "type": "integer" },
            },
        })
    };
    let leads = json!({ "$dynamicRef": "#node" });
    for (inner, place) in [
        (leads.clone(), ""),
        (json!({ "items": leads }), "items/"),
        (json!({ "contains": leads, "minItems": 1 }), "contains/"),
        (json!({ "properties": { "x": leads } }), "properties/x/"),
        (json!({ "not": leads }), "not/"),
    ] {
        let (writer, reader) = (schema(inner.clone(), 3), schema(inner, 4));
        let Verdict::Undecided(undecided) = compare(&writer, &reader, &Settings::default()) else {
            panic!("{writer} is decided");
        };
        let place = format!("`/allOf/0/{place}$dynamicRef`");
        let expected = format!(
            "{place} in the writer's schema and {place} in the reader's schema cannot be compared exactly"
        );
        let reason = undecided.reason();
        assert!(reason.starts_with(&expected), "{reason}");
    }
}

/// Checks that `\d` is an ASCII digit, as in ECMA 262. For patterns with look-around, some engines accept other digits
/// too.
#[test]
fn patterns_mean_what_ecma_262_says() {
    let duration =
        |check: &str| json!({ "type": "string", "pattern": format!(r"^P{check}(\d+Y)?(\d+D)?$") });
    compatible(&duration("(?!$)"), &duration(""));
    breaks(&duration(""), &duration("(?!$)"), &json!("P"));
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    compatible(&text(r"^(?!x)\d$"), &text("^[0-9]$"));
    compatible(&text(r"^[^\D]$"), &text(r"^(?!x)\d$"));
    compatible(&text(r"^(?=a).\s$"), &text(r"^a[^\u0085]$"));
    compatible(&text(r"^a\bé$"), &text(r"^aé$"));
    // Only readers that follow ECMA 262 reject it.
    let verdict = compare(
        &text(r"^\u0663$"),
        &text(r"^(?!x)\d$"),
        &Settings::default(),
    );
    let Verdict::Breaking {
        witness,
        refused_at,
    } = verdict
    else {
        panic!("{verdict:?}");
    };
    assert_eq!(witness, json!("\u{663}"));
    assert_eq!(
        refused_at.message,
        "\"\u{663}\" does not match \"^(?!x)\\d$\""
    );
    // The witness is a document that all readers reject, if there is one.
    let digits = text("^[\u{663}\u{664}x]$");
    breaks(&digits, &text(r"^(?!x)\d$"), &json!("x"));
    let names = |pattern: &str| json!({ "patternProperties": { pattern: { "type": "integer" } } });
    let verdict = compare(&json!({}), &names(r"^(?!x)\d$"), &Settings::default());
    let Verdict::Breaking { refused_at, .. } = verdict else {
        panic!("{verdict:?}");
    };
    assert_eq!(refused_at.schema, r"/patternProperties/^(?!x)\d$/type");
}

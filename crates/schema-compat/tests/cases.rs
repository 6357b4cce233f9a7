//! Examples of verdicts: keyword by keyword, and cases that other tools get wrong.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod verdicts;

use schema_compat::{Draft, Formats, Profile, Proof, Settings, Verdict, compare};
use serde_json::{Value, json};

use self::verdicts::{compatible, witness};

fn exact() -> Settings {
    Settings::default()
}

fn tolerant() -> Settings {
    Settings {
        profile: Profile::Tolerant,
        ..Settings::default()
    }
}

/// Checks that the first of two schemas accepts less than the second, and that this document shows it.
#[track_caller]
fn widens(narrow: &Value, wide: &Value, shown: &Value) {
    compatible(narrow, wide, &exact());
    let found = witness(wide, narrow, &exact());
    assert_eq!(&found, shown, "{wide} for {narrow}");
}

#[test]
fn bounds_are_shown_by_the_next_value() {
    widens(
        &json!({ "type": "integer", "maximum": 9 }),
        &json!({ "type": "integer", "maximum": 10 }),
        &json!(10),
    );
    widens(
        &json!({ "type": "integer", "minimum": 5 }),
        &json!({ "type": "integer", "minimum": 4 }),
        &json!(4),
    );
    widens(
        &json!({ "type": "integer", "exclusiveMaximum": 9 }),
        &json!({ "type": "integer", "maximum": 9 }),
        &json!(9),
    );
    widens(
        &json!({ "type": "integer" }),
        &json!({ "type": "number" }),
        &json!(0.5),
    );
    widens(
        &json!({ "type": "integer", "multipleOf": 6 }),
        &json!({ "type": "integer", "multipleOf": 3 }),
        &json!(3),
    );
    widens(
        &json!({ "type": "string", "maxLength": 3 }),
        &json!({ "type": "string", "maxLength": 4 }),
        &json!("aaaa"),
    );
    widens(
        &json!({ "type": "string", "minLength": 2 }),
        &json!({ "type": "string", "minLength": 1 }),
        &json!("a"),
    );
    widens(
        &json!({ "type": "array", "maxItems": 1 }),
        &json!({ "type": "array", "maxItems": 2 }),
        &json!([null, null]),
    );
    widens(
        &json!({ "type": "object", "minProperties": 1 }),
        &json!({ "type": "object" }),
        &json!({}),
    );
    widens(
        &json!({ "enum": ["a"] }),
        &json!({ "enum": ["a", "b"] }),
        &json!("b"),
    );
    widens(
        &json!({ "const": 1 }),
        &json!({ "enum": [1, 2] }),
        &json!(2),
    );
    widens(
        &json!({ "type": "string" }),
        &json!({ "type": ["string", "null"] }),
        &json!(null),
    );
    // Nothing is promised about a writer that sends nothing.
    let verdict = compare(&json!(false), &json!(true), &exact());
    assert!(matches!(verdict, Verdict::Vacuous { .. }), "{verdict:?}");
    assert_eq!(witness(&json!(true), &json!(false), &exact()), json!(null));
}

#[test]
fn integers_without_a_gap_are_a_range() {
    let range = json!({ "type": "integer", "minimum": 1, "maximum": 3 });
    compatible(&json!({ "enum": [1, 2, 3] }), &range, &exact());
    compatible(&range, &json!({ "enum": [1, 2, 3] }), &exact());
    let gap = json!({ "enum": [1, 3] });
    assert_eq!(witness(&range, &gap, &exact()), json!(2));
}

#[test]
fn patterns_are_decided_by_automata() {
    let old = json!({ "type": "string", "pattern": r"^1\.(0|[1-9]\d*)\.(0|[1-9]\d*)$" });
    let new = json!({ "type": "string", "pattern": r"^1\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-rc)?$" });
    assert_eq!(compatible(&old, &new, &exact()), Proof::Automata);
    assert_eq!(witness(&new, &old, &exact()), json!("1.0.0-rc"));
    let short = json!({ "type": "string", "pattern": "^[a-z]{1,3}$" });
    let length = json!({ "type": "string", "minLength": 1, "maxLength": 3 });
    assert_eq!(compatible(&short, &length, &exact()), Proof::Automata);
    assert_eq!(witness(&length, &short, &exact()), json!("0"));
    // A line feed is a character that `.` does not match.
    let any = json!({ "type": "string", "pattern": ".+" });
    assert_eq!(
        witness(&json!({ "type": "string", "minLength": 1 }), &any, &exact()),
        json!("\n")
    );
}

#[test]
fn formats_assert_or_annotate() {
    let date = json!({ "type": "string", "format": "date" });
    let ten = json!({ "type": "string", "minLength": 10, "maxLength": 10 });
    let any = json!({ "type": "string" });
    let annotate = Settings {
        formats: Formats::Annotate,
        ..exact()
    };
    compatible(&date, &ten, &exact());
    assert_eq!(witness(&any, &date, &exact()), json!(""));
    compatible(&any, &date, &annotate);
    assert_eq!(witness(&date, &ten, &annotate), json!(""));
    let uuid = json!({ "type": "string", "format": "uuid" });
    let digits = json!({ "type": "string", "pattern": "^[0-9a-fA-F-]{36}$" });
    compatible(&uuid, &digits, &exact());
    witness(&digits, &uuid, &exact());
    witness(&date, &uuid, &exact());
}

#[test]
fn properties_added_and_removed() {
    let old =
        json!({ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"] });
    let optional = json!({
        "type": "object",
        "properties": { "a": { "type": "string" }, "b": { "type": "integer" } },
        "required": ["a"],
    });
    let required = json!({
        "type": "object",
        "properties": { "a": { "type": "string" }, "b": { "type": "integer" } },
        "required": ["a", "b"],
    });
    // Old data may hold anything under the new name, unless its writer sends declared fields only.
    assert_eq!(
        witness(&old, &optional, &exact()),
        json!({ "a": "", "b": null })
    );
    compatible(&old, &optional, &tolerant());
    compatible(&optional, &old, &exact());
    compatible(&optional, &old, &tolerant());
    assert_eq!(witness(&old, &required, &tolerant()), json!({ "a": "" }));
    compatible(&required, &optional, &exact());
    assert_eq!(
        witness(&optional, &required, &tolerant()),
        json!({ "a": "" })
    );
}

#[test]
fn a_closed_reader_refuses_what_a_tolerant_writer_declares() {
    let writer = json!({ "type": "object", "properties": { "a": {}, "b": {} } });
    let reader =
        json!({ "type": "object", "properties": { "a": {} }, "additionalProperties": false });
    assert_eq!(witness(&writer, &reader, &tolerant()), json!({ "b": null }));
    let reader = json!({ "type": "object", "properties": { "a": {}, "b": {} }, "additionalProperties": false });
    compatible(&writer, &reader, &tolerant());
    let unevaluated = json!({
        "allOf": [{ "properties": { "a": {} } }, { "properties": { "b": {} } }],
        "type": "object",
        "unevaluatedProperties": false,
    });
    compatible(&writer, &unevaluated, &tolerant());
    assert!(witness(&writer, &unevaluated, &exact()).is_object());
}

#[test]
fn a_tolerant_writer_is_closed_at_every_level() {
    let reader_of = |inner: Value| {
        json!({
            "$defs": { "inner": inner },
            "type": "object",
            "properties": {
                "one": { "$ref": "#/$defs/inner" },
                "many": { "type": "array", "items": { "$ref": "#/$defs/inner" } },
                "by_name": { "type": "object", "additionalProperties": { "$ref": "#/$defs/inner" } },
            },
        })
    };
    let old = reader_of(json!({ "type": "object", "properties": { "a": { "type": "string" } } }));
    let new = reader_of(json!({
        "type": "object",
        "properties": { "a": { "type": "string" }, "b": { "type": "integer" } },
    }));
    compatible(&old, &new, &tolerant());
    assert!(witness(&old, &new, &exact()).is_object());
}

#[test]
fn a_tolerant_writer_is_closed_through_all_of_and_one_of() {
    let old = json!({
        "$defs": { "base": { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id"] } },
        "allOf": [{ "$ref": "#/$defs/base" }],
        "oneOf": [
            { "properties": { "kind": { "const": "x" }, "x": { "type": "integer" } }, "required": ["kind"] },
            { "properties": { "kind": { "const": "y" }, "y": { "type": "integer" } }, "required": ["kind"] },
        ],
    });
    let mut new = old.clone();
    new["oneOf"][0]["properties"]["more"] = json!({ "type": "integer" });
    compatible(&old, &new, &tolerant());
    // A document of one branch does not have the members that only the other declares.
    let mut crossed = old.clone();
    crossed["oneOf"][0]["properties"]["y"] = json!({ "type": "boolean" });
    compatible(&old, &crossed, &tolerant());
    let found = witness(&old, &crossed, &exact());
    assert_eq!(found["kind"], json!("x"));
    let conditional = |then: Value| {
        json!({
            "type": "object",
            "properties": { "kind": { "type": "string" } },
            "required": ["kind"],
            "if": { "properties": { "kind": { "const": "x" } } },
            "then": { "properties": then },
            "else": { "properties": { "y": { "type": "integer" } } },
        })
    };
    let old = conditional(json!({ "x": { "type": "integer" } }));
    let new = conditional(json!({ "x": { "type": "integer" }, "y": { "type": "boolean" } }));
    compatible(&old, &new, &tolerant());
    witness(&old, &new, &exact());
    let narrow = conditional(json!({ "x": { "type": "boolean" } }));
    assert_eq!(
        witness(&old, &narrow, &tolerant()),
        json!({ "kind": "x", "x": 0 })
    );
}

#[test]
fn objects_without_declared_properties_stay_open() {
    let old = json!({ "type": "object", "properties": { "labels": { "type": "object" } } });
    let new = json!({
        "type": "object",
        "properties": { "labels": { "type": "object", "additionalProperties": { "type": "string" } } },
    });
    assert_eq!(
        witness(&old, &new, &tolerant()),
        json!({ "labels": { "": null } })
    );
}

#[test]
fn unions_are_compared_branch_by_branch() {
    let circle = json!({ "type": "object", "properties": { "kind": { "const": "circle" }, "r": { "type": "number" } }, "required": ["kind", "r"] });
    let square = json!({ "type": "object", "properties": { "kind": { "const": "square" }, "a": { "type": "number" } }, "required": ["kind", "a"] });
    let two = json!({ "oneOf": [circle, square] });
    let swapped = json!({ "anyOf": [square, circle] });
    compatible(&two, &swapped, &exact());
    compatible(&swapped, &two, &exact());
    compatible(&circle, &two, &exact());
    assert_eq!(witness(&two, &circle, &exact())["kind"], json!("square"));
    // Both branches hold for 6.
    let both = json!({ "oneOf": [{ "multipleOf": 2 }, { "multipleOf": 3 }], "type": "integer", "minimum": 1 });
    let any = json!({ "anyOf": [{ "multipleOf": 2 }, { "multipleOf": 3 }], "type": "integer", "minimum": 1 });
    compatible(&both, &any, &exact());
    assert_eq!(witness(&any, &both, &exact()), json!(6));
    // Only all branches of the union together cover the writer.
    let split = json!({ "anyOf": [
        { "type": "object", "properties": { "a": { "type": "integer", "maximum": 0 } } },
        { "type": "object", "properties": { "a": { "type": "integer", "minimum": 1 } } },
    ] });
    let whole = json!({ "type": "object", "properties": { "a": { "type": "integer" } } });
    compatible(&whole, &split, &exact());
    compatible(&split, &whole, &exact());
}

#[test]
fn recursive_schemas_are_compared() {
    let tree = |value: Value| {
        json!({
            "$defs": { "tree": {
                "type": "object",
                "properties": { "value": value, "left": { "$ref": "#/$defs/tree" }, "right": { "$ref": "#/$defs/tree" } },
                "required": ["value"],
            } },
            "$ref": "#/$defs/tree",
        })
    };
    let narrow = tree(json!({ "type": "integer" }));
    let wide = tree(json!({ "type": "number" }));
    assert_eq!(compatible(&narrow, &wide, &exact()), Proof::Structural);
    assert_eq!(witness(&wide, &narrow, &exact()), json!({ "value": 0.5 }));
    let list = |items: usize| {
        json!({
            "type": "object",
            "properties": { "next": { "$ref": "#" }, "items": { "type": "array", "maxItems": items } },
        })
    };
    compatible(&list(1), &list(2), &exact());
    assert!(witness(&list(2), &list(1), &exact()).is_object());
    // The same set of values, unrolled once.
    let unrolled = json!({
        "$defs": { "even": { "anyOf": [{ "type": "null" }, { "type": "array", "items": { "$ref": "#/$defs/odd" } }] },
                   "odd": { "anyOf": [{ "type": "null" }, { "type": "array", "items": { "$ref": "#/$defs/even" } }] } },
        "$ref": "#/$defs/even",
    });
    let plain =
        json!({ "anyOf": [{ "type": "null" }, { "type": "array", "items": { "$ref": "#" } }] });
    compatible(&unrolled, &plain, &exact());
    compatible(&plain, &unrolled, &exact());
    // No finite value is that deep.
    let endless =
        json!({ "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#" } } });
    let verdict = compare(&endless, &json!(false), &exact());
    assert!(matches!(verdict, Verdict::Vacuous { .. }), "{verdict:?}");
}

#[test]
fn drafts_are_brought_together() {
    let old = json!({
        "$schema": "http://json-schema.org/draft-04/schema#",
        "id": "https://example.com/old",
        "definitions": { "n": { "type": "number", "minimum": 0, "exclusiveMinimum": true } },
        "type": "array",
        "items": [{ "$ref": "#/definitions/n" }],
        "additionalItems": false,
    });
    let new = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": { "n": { "type": "number", "exclusiveMinimum": 0 } },
        "type": "array",
        "prefixItems": [{ "$ref": "#/$defs/n" }],
        "items": false,
    });
    compatible(&old, &new, &exact());
    compatible(&new, &old, &exact());
    let seven = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "dependencies": { "a": ["b"], "c": { "minProperties": 2 } },
    });
    let nine = json!({
        "$schema": "https://json-schema.org/draft/2019-09/schema",
        "type": "object",
        "dependentRequired": { "a": ["b"] },
        "dependentSchemas": { "c": { "minProperties": 2 } },
    });
    compatible(&seven, &nine, &exact());
    compatible(&nine, &seven, &exact());
    // Old drafts ignore keywords next to a reference, and new ones do not.
    let beside = |schema: &str| json!({ "$schema": schema, "definitions": { "s": { "type": "string" } }, "$ref": "#/definitions/s", "maxLength": 1 });
    let ignored = beside("http://json-schema.org/draft-07/schema#");
    let asserted = beside("https://json-schema.org/draft/2020-12/schema");
    assert_eq!(witness(&ignored, &asserted, &exact()), json!("aa"));
    compatible(&asserted, &ignored, &exact());
    // Only in draft 4, 1.0 is not an integer.
    let four = json!({ "$schema": "http://json-schema.org/draft-04/schema#", "type": "integer" });
    let six = json!({ "$schema": "http://json-schema.org/draft-06/schema#", "type": "integer" });
    compatible(&four, &six, &exact());
    assert_eq!(witness(&six, &four, &exact()), json!(0.0));
    let default = Settings {
        draft: Draft::Draft4,
        ..exact()
    };
    assert_eq!(
        witness(
            &json!({ "multipleOf": 1, "type": "number" }),
            &json!({ "type": "integer" }),
            &default
        ),
        json!(0.0)
    );
}

#[test]
fn arrays_are_compared_by_position() {
    let pair = json!({ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false, "minItems": 2 });
    let mixed = json!({ "type": "array", "items": { "type": ["string", "integer"] } });
    compatible(&pair, &mixed, &exact());
    assert_eq!(witness(&mixed, &pair, &exact()), json!([]));
    let some = json!({ "type": "array", "contains": { "type": "integer" } });
    compatible(&pair, &some, &exact());
    assert_eq!(witness(&mixed, &some, &exact()), json!([]));
    let bits = json!({ "type": "array", "items": { "type": "boolean" }, "uniqueItems": true });
    compatible(&bits, &json!({ "type": "array", "maxItems": 2 }), &exact());
    let open = json!({ "type": "array", "prefixItems": [{ "type": "string" }], "unevaluatedItems": false });
    compatible(&open, &json!({ "type": "array", "maxItems": 1 }), &exact());
}

#[test]
fn names_of_properties_are_compared() {
    let upper = json!({ "type": "object", "propertyNames": { "pattern": "^[A-Z]+$" } });
    let matching = json!({ "type": "object", "patternProperties": { "^[A-Z]+$": {} }, "additionalProperties": false });
    compatible(&upper, &matching, &exact());
    compatible(&matching, &upper, &exact());
    let strings = json!({ "type": "object", "patternProperties": { "^x-": { "type": "string" } } });
    let longer = json!({ "type": "object", "patternProperties": { "^x-a": { "type": "string" } } });
    compatible(&strings, &longer, &exact());
    assert_eq!(witness(&longer, &strings, &exact()), json!({ "x-": null }));
}

#[test]
fn a_refusal_names_places_in_both() {
    let writer = json!({ "type": "object", "properties": { "a": { "type": "array", "items": { "type": "string" } } } });
    let reader = json!({ "$defs": { "s": { "maxLength": 2 } }, "properties": { "a": { "items": { "$ref": "#/$defs/s" } } } });
    let Verdict::Breaking {
        witness,
        refused_at,
    } = compare(&writer, &reader, &exact())
    else {
        panic!("three characters break");
    };
    assert_eq!(witness, json!({ "a": ["aaa"] }));
    assert_eq!(refused_at.instance, "/a/0");
    assert_eq!(refused_at.keyword, "maxLength");
    assert_eq!(refused_at.schema, "/$defs/s/maxLength");
}

#[test]
fn unsound_schemas_are_undecided() {
    let sound = json!({ "type": "string" });
    for (schema, part) in [
        (json!({ "type": "text" }), "type"),
        (json!(3), "cannot be compared"),
        (
            json!({ "$ref": "https://example.com/elsewhere.json" }),
            "elsewhere",
        ),
        (json!({ "$ref": "#/$defs/missing" }), "missing"),
        (
            json!({ "$schema": "https://example.com/own", "type": "string" }),
            "is not a draft",
        ),
        (json!({ "pattern": "(" }), "pattern"),
    ] {
        for (writer, reader) in [(&schema, &sound), (&sound, &schema)] {
            let Verdict::Undecided(undecided) = compare(writer, reader, &exact()) else {
                panic!("{schema} is not sound");
            };
            let reason = undecided.reason();
            assert!(reason.contains(part), "{reason} does not name {part}");
        }
    }
}

#[test]
fn verdicts_are_data() {
    let verdict = compare(
        &json!({ "maxLength": 2 }),
        &json!({ "maxLength": 1 }),
        &exact(),
    );
    let text = serde_json::to_string(&verdict).unwrap();
    assert!(text.starts_with(r#"{"verdict":"breaking","witness":"aa","refused_at":{"instance":"","keyword":"maxLength""#), "{text}");
    assert_eq!(serde_json::from_str::<Verdict>(&text).unwrap(), verdict);
    let settings: Settings = serde_json::from_str(r#"{"profile":"tolerant","draft":"4"}"#).unwrap();
    assert_eq!(
        settings,
        Settings {
            draft: Draft::Draft4,
            ..tolerant()
        }
    );
}

//! The boundary of what a type checks, keyword by keyword, on both sides.

use serde_json::{Value, json};

use crate::{CONFIG, envelope, event, findings, of_property, registry, with};

/// Each keyword that no type checks comes with a rewrite of its own.
#[test]
fn rewrites_fit_their_keywords() {
    for (keywords, help) in [
        (
            "anyOf",
            "for an open set, write `\"type\": \"string\"` with `x-known-values`; for objects, a `oneOf` with a tag",
        ),
        ("allOf", "write the properties of all parts into one object"),
        (
            "if then else dependentRequired dependentSchemas",
            "write the cases as a `oneOf` of objects with a tag",
        ),
        ("not", "say what is accepted instead of what is not"),
        (
            "patternProperties",
            "write `additionalProperties` with the schema of all values, and `propertyNames`",
        ),
        (
            "propertyNames minProperties maxProperties",
            "move what has names of its own into another object",
        ),
        ("prefixItems", "write an object with a name for each item"),
        (
            "additionalProperties unevaluatedProperties",
            "remove it: readers ignore what they do not know",
        ),
        ("properties required", "add `\"type\": \"object\"`"),
        (
            "pattern minLength maxLength format",
            "choose one: a `format`, or a `pattern` and lengths, of a `\"type\": \"string\"`",
        ),
        (
            "minimum maximum exclusiveMinimum exclusiveMaximum",
            "write an integer in the smallest unit, with bounds",
        ),
        (
            "multipleOf",
            "write an integer in the smallest unit, with `multipleOf` and bounds",
        ),
        ("contains", "remove it, and say it in the `description`"),
    ] {
        for keyword in keywords.split(' ') {
            let found = of_property(&json!({ "type": "boolean", keyword: false }), &json!({}));
            let expected = format!(
                "  unmappable-schema at /properties/value/{keyword}: there is no type that checks `{keyword}` here\n    \
                 help: {help}\n"
            );
            assert_eq!(found, expected);
        }
    }
    assert_eq!(
        of_property(&json!({ "properties": {} }), &json!({})),
        "  unmappable-schema at /properties/value/properties: `properties` without `type` says nothing of other \
         types of values\n    help: add `\"type\": \"object\"`\n"
    );
}

#[test]
fn what_is_no_demand_is_not_refused() {
    for accepted in [
        json!({ "type": "boolean", "x-anything": 1, "title": "A", "description": "B", "deprecated": true }),
        json!({ "type": "object", "properties": { "a": true }, "additionalProperties": true }),
        json!({ "type": "integer", "minimum": 7, "maximum": 13, "multipleOf": 7 }),
        json!({ "type": "number", "minimum": 1, "maximum": 1 }),
        json!({ "type": "number", "minimum": 1, "maximum": 2, "exclusiveMaximum": 3 }),
        json!({ "type": "string", "enum": ["a"] }),
    ] {
        assert_eq!(of_property(&accepted, &json!({})), "", "{accepted}");
    }
}

#[test]
fn of_two_bounds_the_tighter_one_counts() {
    let no_number = "  unmappable-schema at /properties/value: no number is in this range\n    \
        help: write `minimum` below `maximum`\n";
    for bounds in [
        json!({ "minimum": 1, "exclusiveMinimum": 1, "maximum": 1 }),
        json!({ "maximum": 1, "exclusiveMaximum": 1, "minimum": 1 }),
        json!({ "maximum": 1, "exclusiveMaximum": 2, "minimum": 1.5 }),
        json!({ "exclusiveMaximum": 1, "maximum": 2, "minimum": 1.5 }),
        json!({ "minimum": 2, "exclusiveMinimum": 1, "maximum": 1.5 }),
        json!({ "exclusiveMinimum": 2, "minimum": 1, "maximum": 1.5 }),
    ] {
        let property = with(bounds, "/type", "number".into());
        assert_eq!(of_property(&property, &json!({})), no_number, "{property}");
    }
}

#[test]
fn fixed_values_are_of_their_type() {
    for property in [
        json!({ "type": "integer", "enum": ["a"] }),
        json!({ "type": "string", "enum": [] }),
        json!({ "type": "string", "enum": ["a", 1] }),
    ] {
        assert_eq!(
            of_property(&property, &json!({})),
            "  unmappable-schema at /properties/value: there is no type for these fixed values\n    \
             help: list strings, or integers without a gap between them\n"
        );
    }
}

/// A number with a demand that no type checks is any value, not a range.
#[test]
fn what_is_refused_is_any_value() {
    let schema = |keyword: &str| {
        json!({
            "type": "object",
            "properties": { "value": { "type": "number", "minimum": 1, keyword: 0.5 } },
        })
    };
    let model = |schema: Value| {
        let config = "[families.f]\ntitle = \"F\"\n[families.f.outputs]\nrust = \"../out\"\n";
        let (api, _) = schema_codegen::lower(&registry(config, &[("f/v1/thing", schema)]));
        format!("{api:?}")
    };
    assert!(model(schema("x-any")).contains("Number(Range"));
    assert!(!model(schema("multipleOf")).contains("Number(Range"));
}

/// A definition of the envelope is not the envelope.
#[test]
fn events_refine_the_whole_envelope() {
    let changed = with(event("e"), "/$ref", "envelope.json#/$defs/shared".into());
    let files = [("f/v1/e", changed), ("f/v1/envelope", envelope())];
    assert_eq!(
        findings(&registry(CONFIG, &files)),
        "  mismatched-const at /$ref: this event does not refine the envelope\n    \
         help: write `\"$ref\": \"envelope.json\"` at the top\n"
    );
}

/// Only the fields that an envelope declares itself are those of its type.
#[test]
fn an_envelope_refers_to_no_other() {
    let changed = with(envelope(), "/$ref", "#/$defs/shared".into());
    assert_eq!(
        findings(&registry(CONFIG, &[("f/v1/envelope", changed)])),
        "  unmappable-schema at /$ref: there is no type that checks `$ref` here\n    \
         help: move the keywords next to `$ref` to the definition, or vice versa\n"
    );
}

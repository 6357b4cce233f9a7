//! The boundary of what a type checks, keyword by keyword, on both sides.

use repository_tests::targets;
use serde_json::{Value, json};

use crate::{CONFIG, envelope, event, findings, of_property, registry, with};

/// Each keyword that no type checks has a rewrite for its position.
#[test]
fn rewrites_fit_their_keywords() {
    let fields = json!({ "type": "object", "properties": { "a": true } });
    let map = "move the members without fixed names into a property of their own, an object without `properties`; or \
               remove this, and say it in the `description`";
    let cases = "write each case as an object in `$defs` that has the same required property with a `const` of its \
                 own, and refer to them in a `oneOf`";
    for (schema, keywords, help) in [
        (
            json!({ "type": "boolean" }),
            "pattern minLength maxLength format",
            "remove it: `KEYWORD` is for strings",
        ),
        (
            json!({ "type": "string" }),
            "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
            "remove it: `KEYWORD` is for numbers",
        ),
        (
            json!({ "type": "boolean" }),
            "prefixItems contains minItems",
            "remove it: `KEYWORD` is for lists",
        ),
        (
            json!({ "type": "string" }),
            "properties required propertyNames patternProperties",
            "remove it: `KEYWORD` is for objects",
        ),
        (fields.clone(), "propertyNames", map),
        (
            fields.clone(),
            "patternProperties",
            "move the members without fixed names into a property of their own: an object with \
             `additionalProperties` and `propertyNames`; or remove this, and say it in the `description`",
        ),
        (
            fields.clone(),
            "minProperties maxProperties",
            "remove it, and say it in the `description`",
        ),
        (
            fields.clone(),
            "if then else dependentRequired dependentSchemas",
            cases,
        ),
        (
            fields,
            "additionalProperties unevaluatedProperties",
            "remove it: readers ignore what they do not know",
        ),
        (
            json!({ "type": "object" }),
            "patternProperties",
            "write `additionalProperties` with the schema of all values, and `propertyNames`",
        ),
        (
            json!({ "type": "string", "format": "uuid" }),
            "pattern minLength maxLength",
            "keep one of them: the `format`, or the `pattern` and the lengths",
        ),
        (
            json!({ "type": "number" }),
            "multipleOf",
            "write an integer in the smallest unit, with `multipleOf` and bounds",
        ),
        (
            json!({ "type": "boolean" }),
            "not",
            "say what is accepted instead of what is not",
        ),
        (
            json!({ "type": "array" }),
            "contains unevaluatedItems",
            "remove it, and say it in the `description`",
        ),
        (
            json!({ "type": "string", "enum": ["a"] }),
            "pattern not allOf",
            "remove it: the listed values say what is accepted",
        ),
        (
            json!({ "$ref": "#/$defs/flag" }),
            "maxLength properties",
            "move it into what `$ref` names; or write the keywords of that here, without `$ref`",
        ),
        (
            json!({ "$ref": "#/$defs/flag" }),
            "type",
            "remove it: what `$ref` names has a type",
        ),
        (
            json!({ "anyOf": [{ "type": "boolean" }, { "type": "null" }] }),
            "maxLength",
            "move it into each branch",
        ),
    ] {
        for keyword in keywords.split(' ') {
            let property = with(schema.clone(), &format!("/{keyword}"), false.into());
            let found = of_property(&property, &json!({ "flag": { "type": "boolean" } }));
            let help = help.replace("KEYWORD", keyword);
            let expected = format!(
                "  unmappable-schema at /properties/value/{keyword}: there is no type that checks `{keyword}` here\n    \
                 help: {help}\n"
            );
            assert_eq!(found, expected, "{property}");
        }
    }
}

/// Without a type, a keyword leaves all other values alone.
#[test]
fn keywords_without_type_get_one() {
    for (keyword, others, help) in [
        ("properties", "objects", "add `\"type\": \"object\"`"),
        ("minItems", "lists", "add `\"type\": \"array\"`"),
        ("pattern", "strings", "add `\"type\": \"string\"`"),
        (
            "minimum",
            "numbers",
            "add `\"type\": \"number\"`; or `\"type\": \"integer\"`, with `minimum` and `maximum`",
        ),
        (
            "multipleOf",
            "numbers",
            "add `\"type\": \"integer\"`, with `minimum` and `maximum`",
        ),
    ] {
        let found = of_property(&json!({ keyword: {} }), &json!({}));
        let expected = format!(
            "  unmappable-schema at /properties/value/{keyword}: `{keyword}` without `type` accepts all values that are \
             not {others}\n    help: {help}\n"
        );
        assert_eq!(found, expected);
    }
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

/// A number with a constraint that no type checks is any value, not a range.
#[test]
fn what_is_refused_is_any_value() {
    let schema = |keyword: &str| {
        json!({
            "type": "object",
            "properties": { "value": { "type": "number", "minimum": 1, keyword: 0.5 } },
        })
    };
    let model = |schema: Value| {
        let config =
            "[families.f]\ntitle = \"F\"\n[families.f.targets.rust]\nfolder = \"../out\"\n";
        let (api, _) = targets::lower(&registry(config, &[("f/v1/thing", schema)]));
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
         help: write the keywords of what it names here, without `$ref`\n"
    );
}

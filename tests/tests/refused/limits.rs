//! Limits that no type checks exactly.

use serde_json::{Value, json};

use crate::snapshot;

#[test]
fn refused_limits() {
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let cases: &[(&str, Value, Value)] = &[
        (
            "no multiple at all",
            json!({ "type": "integer", "minimum": 1, "maximum": 6, "multipleOf": 7 }),
            json!({}),
        ),
        (
            "a multiple of a fraction",
            json!({ "type": "integer", "minimum": 0, "maximum": 9, "multipleOf": 0.5 }),
            json!({}),
        ),
        (
            "a multiple past 2^53",
            json!({ "type": "integer", "minimum": 0, "maximum": 9, "multipleOf": 1e16 }),
            json!({}),
        ),
        (
            "a multiple that is a number",
            json!({ "type": "number", "multipleOf": 0.01 }),
            json!({}),
        ),
        (
            "no number at all",
            json!({ "type": "number", "minimum": 1.5, "maximum": 1.4 }),
            json!({}),
        ),
        (
            "no number between",
            json!({ "type": "number", "minimum": 1, "exclusiveMaximum": 1 }),
            json!({}),
        ),
        (
            "a bound past 2^53",
            json!({ "type": "number", "exclusiveMinimum": -9_007_199_254_740_992_i64 }),
            json!({}),
        ),
        (
            "a bound far past 2^53",
            json!({ "type": "number", "maximum": 1e300 }),
            json!({}),
        ),
        (
            "no count at all",
            json!({ "type": "array", "minItems": 3, "maxItems": 2 }),
            json!({}),
        ),
        (
            "a count without end",
            json!({ "type": "array", "maxItems": 4_294_967_296_i64 }),
            json!({}),
        ),
        (
            "different UUIDs",
            json!({ "type": "array", "uniqueItems": true, "items": { "type": "string", "format": "uuid" } }),
            json!({}),
        ),
        (
            "different numbers",
            json!({ "type": "array", "uniqueItems": true, "items": of("share") }),
            json!({ "share": { "type": "number", "minimum": 0 } }),
        ),
        (
            "different objects",
            json!({ "type": "array", "uniqueItems": true, "items": { "type": ["object", "null"] } }),
            json!({}),
        ),
        (
            "different structs",
            json!({ "type": "array", "uniqueItems": true, "items": json!({ "type": "object", "properties": { "a": true } }) }),
            json!({}),
        ),
        (
            "different values",
            json!({ "type": "array", "uniqueItems": true }),
            json!({}),
        ),
        (
            "different lists of themselves",
            json!({ "type": "array", "items": of("left"), "uniqueItems": true }),
            json!({
                "left": { "type": "array", "items": of("right") },
                "right": { "type": "array", "items": of("left"), "maxItems": 2 },
            }),
        ),
        (
            "names that are UUIDs",
            json!({ "type": "object", "propertyNames": { "format": "uuid" } }),
            json!({}),
        ),
        (
            "names that are null",
            json!({ "type": "object", "propertyNames": { "type": ["string", "null"] } }),
            json!({}),
        ),
        (
            "no names at all",
            json!({ "type": "object", "propertyNames": false }),
            json!({}),
        ),
        (
            "a count of fields",
            json!({ "type": "object", "properties": { "a": true }, "minProperties": 1, "propertyNames": {} }),
            json!({}),
        ),
        (
            "a closed map",
            json!({ "type": "object", "maxProperties": 3, "additionalProperties": false }),
            json!({}),
        ),
        (
            "no count of members at all",
            json!({ "type": "object", "minProperties": 3, "maxProperties": 2 }),
            json!({}),
        ),
        (
            "a tuple that may be shorter",
            json!({ "type": "array", "prefixItems": [true, true], "items": false }),
            json!({}),
        ),
        (
            "a tuple that may be longer",
            json!({ "type": "array", "prefixItems": [true, true], "minItems": 2 }),
            json!({}),
        ),
        (
            "a tuple with a rest",
            json!({ "type": "array", "prefixItems": [true, true], "items": { "type": "string" }, "minItems": 2, "maxItems": 2 }),
            json!({}),
        ),
        (
            "a tuple that is too short",
            json!({ "type": "array", "prefixItems": [true, true], "items": false, "minItems": 2, "maxItems": 1 }),
            json!({}),
        ),
        (
            "a format without a type",
            json!({ "type": "string", "format": "ipv6" }),
            json!({}),
        ),
        (
            "an integer or a text",
            json!({ "enum": [1, "a"] }),
            json!({}),
        ),
        (
            "a constant past 2^53",
            json!({ "const": 9_007_199_254_740_992_i64 }),
            json!({}),
        ),
        (
            "a constant truth value",
            json!({ "type": "boolean", "const": true }),
            json!({}),
        ),
        (
            "a tuple of one",
            json!({ "type": "array", "prefixItems": [true], "items": false, "minItems": 1 }),
            json!({}),
        ),
        (
            "a tuple of different items",
            json!({ "type": "array", "prefixItems": [true, true], "items": false, "minItems": 2, "uniqueItems": true }),
            json!({}),
        ),
        (
            "different tuples",
            json!({ "type": "array", "items": of("pair"), "uniqueItems": true }),
            json!({ "pair": { "type": "array", "prefixItems": [true, true], "items": false, "minItems": 2 } }),
        ),
        (
            "items of which one is known",
            json!({ "type": "array", "contains": { "type": "string" }, "minContains": 2 }),
            json!({}),
        ),
    ];
    snapshot("refused_limits", cases);
}

//! The fields and the keyword that the text of a change names.

use schema_compat::changes::{changes, describe};
use serde_json::{Value, json};

/// The changes of a schema in which one limit is lower.
fn described(schema: &dyn Fn(u8) -> Value) -> Vec<String> {
    let changes = changes(&schema(5), &schema(4));
    changes.iter().map(describe).collect()
}

#[test]
fn content_is_compared_keyword_by_keyword() {
    let found = described(&|most| {
        json!({ "properties": { "a": {
            "type": "string",
            "contentSchema": { "properties": { "b": { "maxItems": most } } },
        } } })
    });
    assert_eq!(
        found,
        ["`a.b` in `contentSchema`: `maxItems` is `4` instead of `5`"]
    );
}

#[test]
fn dependencies_describe_fields() {
    for keyword in ["dependencies", "dependentSchemas"] {
        let found = described(&|most| {
            json!({
                keyword: { "a": { "$ref": "#/definitions/b" } },
                "definitions": { "b": { "properties": { "c": { "maxItems": most } } } },
            })
        });
        assert_eq!(
            found,
            ["`c`: `maxItems` is `4` instead of `5`"],
            "{keyword}"
        );
    }
}

#[test]
fn dynamic_references_describe_fields() {
    for keyword in ["$ref", "$dynamicRef"] {
        let found = described(&|most| {
            json!({
                "properties": { "a": { keyword: "#/$defs/b" } },
                "$defs": { "b": { "maxItems": most } },
            })
        });
        assert_eq!(
            found,
            ["`a`: `maxItems` is `4` instead of `5`"],
            "{keyword}"
        );
    }
}

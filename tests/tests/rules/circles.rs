//! Cycles of references, through each keyword that applies a schema to the same value.

use serde_json::{Value, json};

use super::algebra::registry;

/// Returns the positions and messages of the findings about a schema.
fn found(schema: Value) -> Vec<String> {
    let registry = registry(schema);
    let findings = registry.findings.iter();
    findings
        .map(|it| format!("{} {}", it.location.as_ref().unwrap().pointer, it.message))
        .collect()
}

fn circle(place: &str) -> String {
    format!("{place} this leads back to where it came from, and nothing is in between")
}

#[test]
fn circles_are_found_through_each_keyword() {
    let back = json!({ "$ref": "#/$defs/a" });
    for (place, schema) in [
        ("/$ref", back.clone()),
        ("/$dynamicRef", json!({ "$dynamicRef": "#/$defs/a" })),
        ("/allOf/1", json!({ "allOf": [{}, back] })),
        ("/anyOf/0", json!({ "anyOf": [back, {}] })),
        ("/oneOf/0", json!({ "oneOf": [back, {}] })),
        ("/not", json!({ "not": back })),
        ("/if", json!({ "if": back })),
        ("/then", json!({ "if": {}, "then": back })),
        ("/else", json!({ "if": {}, "else": back })),
        (
            "/dependentSchemas/b~1c",
            json!({ "dependentSchemas": { "x": {}, "b/c": back } }),
        ),
    ] {
        let found = found(json!({ "$defs": { "a": schema } }));
        assert_eq!(found, [circle(&format!("/$defs/a{place}"))]);
    }
    for schema in [
        json!({ "properties": { "a": back } }),
        json!({ "items": back }),
        json!({ "additionalProperties": back }),
    ] {
        let found = found(json!({ "$defs": { "a": schema } }));
        assert_eq!(found, Vec::<String>::new());
    }
}

/// A schema that is reached twice is not a cycle.
#[test]
fn long_ways_are_followed_to_their_end() {
    let chain = |last: Value| {
        let to = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
        json!({
            "$ref": "#/$defs/a",
            "$defs": {
                "a": { "allOf": [to("b"), to("c")] },
                "b": to("c"),
                "c": to("d"),
                "d": last,
            },
        })
    };
    assert_eq!(
        found(chain(json!({ "type": "string" }))),
        Vec::<String>::new()
    );
    let back = json!({ "$ref": "#/$defs/a" });
    assert_eq!(found(chain(back)), [circle("/$defs/d/$ref")]);
}

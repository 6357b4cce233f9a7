//! The schema that judges a body, and messages about a body that is rejected.

use schema_registry::{
    load,
    model::Registry,
    resolve,
    validate::{Choice, violations},
};
use serde_json::{Value, json};

use super::{
    algebra::{registry, tagged},
    fixture::Fixture,
};

#[track_caller]
fn said(schema: Value, body: &Value) -> Vec<(String, String, String)> {
    let registry = registry(schema);
    let schema = registry.schemas().next().unwrap();
    let validator = registry.validator(schema).unwrap();
    let violations = violations(&validator, body).into_iter();
    violations
        .map(|it| (it.pointer, it.keyword, it.message))
        .collect()
}

#[track_caller]
fn assert_said(schema: Value, body: Value, expected: (&str, &str, &str)) {
    let (pointer, keyword, message) = expected;
    let expected = [(pointer.into(), keyword.into(), message.into())];
    assert_eq!(said(schema, &body), expected, "{body}");
}

#[test]
fn a_missing_field_and_a_fixed_value_are_named() {
    assert_said(
        json!({ "required": ["a"] }),
        json!({}),
        ("", "required", "the field `a` is missing"),
    );
    let fixed = json!({ "enum": [1, 2] });
    assert_said(
        fixed.clone(),
        json!(3),
        ("", "enum", "3 is not one of 1, 2"),
    );
    // A value of 60 characters is shown, with its quotation marks, and a longer one is not.
    let text = |letters: usize| "x".repeat(letters);
    let shown = format!("\"{}\" is not one of 1, 2", text(58));
    assert_said(fixed.clone(), json!(text(58)), ("", "enum", &shown));
    let minimum = json!({ "minLength": 99 });
    for (schema, keyword) in [(fixed, "enum"), (minimum, "minLength")] {
        let found = said(schema, &json!(text(59)));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, keyword);
        assert!(!found[0].2.contains("xxx"), "{found:?}");
        assert!(found[0].2.contains("the value"), "{found:?}");
    }
}

#[test]
fn the_branch_that_was_meant_is_judged() {
    let union = |branches: Value| json!({ "oneOf": branches });
    let tags = union(json!([
        tagged("a", json!({ "type": "integer" })),
        tagged("b", json!({ "type": "string", "minLength": 3 })),
    ]));
    assert_said(
        tags.clone(),
        json!({ "kind": "c" }),
        ("/kind", "const", "\"c\" is not one of \"a\", \"b\""),
    );
    assert_said(
        tags.clone(),
        json!({ "kind": "a", "more": "x" }),
        ("/more", "type", "\"x\" is not of type \"integer\""),
    );
    assert_said(
        tags,
        json!({ "kind": "b", "more": "x" }),
        ("/more", "minLength", "\"x\" is shorter than 3 characters"),
    );
    let types = union(json!([{ "type": "string", "minLength": 3 }, { "type": "object" }]));
    assert_said(
        types,
        json!("x"),
        ("", "minLength", "\"x\" is shorter than 3 characters"),
    );
    // A constraint of all branches is reported once. If there is none, the union is reported.
    let common = union(json!([
        { "required": ["a"], "minProperties": 2 },
        { "required": ["a"], "minProperties": 3 },
    ]));
    assert_said(
        common,
        json!({}),
        ("", "required", "the field `a` is missing"),
    );
    let apart = union(json!([{ "minimum": 5 }, { "maximum": 1 }]));
    assert_eq!(said(apart, &json!(3))[0].1, "oneOf");
}

fn chosen(registry: &Registry, body: Value) -> String {
    match registry.choose(&body) {
        Choice::Event(_, major, event) => format!("{} {}", major.name, event.event_type),
        Choice::Unknown { pointer, named } => format!("{pointer}: {named}"),
        Choice::Unnamed => "unnamed".into(),
    }
}

#[test]
fn a_body_says_which_schema_judges_it() {
    let resolved =
        |fixture: &Fixture| resolve::resolve(load::load(fixture.path(), "schemas").unwrap());
    let fixture = Fixture::base();
    let registry = resolved(&fixture);
    for (body, expected) in [
        (
            json!({ "schema": "schemas/orders/v1/order.placed.json", "kind": "x" }),
            "v1 order.placed",
        ),
        (
            json!({ "schema": "other.json", "kind": "order.placed" }),
            "/schema: other.json",
        ),
        (json!({ "kind": "order.closed" }), "v1 order.closed"),
        (json!({ "kind": "order.other" }), "/kind: order.other"),
        (json!({ "kind": 1 }), "unnamed"),
        (json!({}), "unnamed"),
        (json!([]), "unnamed"),
    ] {
        assert_eq!(chosen(&registry, body.clone()), expected, "{body}");
    }
    let mut fixture = fixture.replace(
        "registry.toml",
        "schema-ref = \"schema\"",
        "version = \"revision\"",
    );
    for name in ["envelope", "order.placed"] {
        let text = fixture.read(&format!("orders/v1/{name}.json"));
        fixture = fixture.write(
            &format!("orders/v2/{name}.json"),
            &text.replace("/v1/", "/v2/"),
        );
    }
    let registry = resolved(&fixture);
    for (revision, expected) in [
        (json!(null), "v2 order.placed"),
        (json!("1.4.0"), "v1 order.placed"),
        (json!("2.4.0"), "v2 order.placed"),
        // There is no such major version, so the newest one is used.
        (json!("3.0.0"), "v2 order.placed"),
        (json!("x"), "v2 order.placed"),
    ] {
        let body = json!({ "kind": "order.placed", "revision": revision });
        assert_eq!(chosen(&registry, body), expected, "{revision}");
    }
    let closed = |revision: &str| json!({ "kind": "order.closed", "revision": revision });
    assert_eq!(chosen(&registry, closed("1.0.0")), "v1 order.closed");
    assert_eq!(chosen(&registry, closed("2.0.0")), "/kind: order.closed");
}

//! Schemas without an exact type are rejected with a position and a rewrite, and become any value if that is
//! allowed: nothing panics, and the generated code is valid Rust.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of a test are no tests to clippy"
)]

mod refused {
    mod definitions;
    mod keywords;
    mod limits;
}

use std::fmt::Write;

use repository_tests::{registries::written, targets};
use schema_registry::model::Registry;
use serde_json::{Value, json};

const BASE: &str = "https://refused.example/";

/// A family with an envelope.
const CONFIG: &str = r#"
[families.f]
title = "F"
[families.f.envelope]
event-type = "kind"
payload = "body"
version = "revision"
schema-ref = "path"
[families.f.targets.rust]
folder = "../out"
[families.f.targets.markdown]
folder = "../docs"
"#;

/// Schemas by their paths, without `.json`.
type Files = Vec<(&'static str, Value)>;

/// Returns a registry of some files.
#[track_caller]
fn registry(config: &str, files: &[(&str, Value)]) -> Registry {
    written(BASE, config, files)
}

/// Returns the findings of lowering a registry. Checks that the code which is generated nevertheless is valid Rust.
#[track_caller]
fn findings(registry: &Registry) -> String {
    let (api, findings) = targets::lower(registry);
    for artifact in targets::render(registry, &api) {
        if artifact.path.ends_with(".rs") {
            let file = syn::parse_file(&artifact.text);
            assert!(file.is_ok(), "{}", artifact.text);
            assert!(
                !artifact.text.contains("compile_error!"),
                "{}",
                artifact.text
            );
        }
    }
    let mut out = String::new();
    for finding in findings {
        let location = finding.location.unwrap();
        let place = match location.pointer.as_str() {
            "" => location.source.path.clone(),
            pointer => pointer.to_owned(),
        };
        let help = finding.help.unwrap();
        writeln!(
            out,
            "  {} at {place}: {}\n    help: {help}",
            finding.code, finding.message
        )
        .unwrap();
    }
    out
}

/// Returns the findings about an object with one property and some definitions, in a family without an envelope.
fn of_property(property: &Value, definitions: &Value) -> String {
    let schema = json!({
        "type": "object",
        "properties": { "value": property },
        "$defs": definitions,
    });
    let config = "[families.f]\ntitle = \"F\"\n[families.f.targets]\nrust.folder = \"../out\"\nmarkdown.folder = \"../docs\"\n";
    findings(&registry(config, &[("f/v1/thing", schema)]))
}

#[test]
fn refused_schemas() {
    let tagged = |tag: &str, value: &str| json!({ "type": "object", "required": [tag], "properties": { tag: { "const": value } } });
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let cases: &[(&str, Value, Value)] = &[
        (
            "null by both branches",
            json!({ "oneOf": [{ "type": "null" }, {}] }),
            json!({}),
        ),
        (
            "null by a definition, too",
            json!({ "oneOf": [of("maybe"), { "type": "null" }] }),
            json!({ "maybe": { "type": ["string", "null"] } }),
        ),
        (
            "a constrained null",
            json!({ "anyOf": [{ "type": "null", "const": 1 }, { "type": "string" }] }),
            json!({}),
        ),
        (
            "a list of itself",
            of("tree"),
            json!({ "tree": { "type": "array", "items": of("tree") } }),
        ),
        (
            "maps and lists of one another",
            of("left"),
            json!({
                "left": { "type": "object", "additionalProperties": of("right") },
                "right": { "type": ["array", "null"], "items": of("left") },
            }),
        ),
        (
            "look-ahead",
            json!({ "type": "string", "pattern": "^(?=a)a$" }),
            json!({}),
        ),
        (
            "a pattern of nothing",
            json!({ "type": "string", "pattern": "^a^b$" }),
            json!({}),
        ),
        (
            "a large pattern",
            json!({ "type": "string", "pattern": "^[a-z]{1,999}$" }),
            json!({}),
        ),
        (
            "word boundaries",
            json!({ "type": "string", "pattern": "\\bé\\b" }),
            json!({}),
        ),
        (
            "no length at all",
            json!({ "type": "string", "minLength": 3, "maxLength": 2 }),
            json!({}),
        ),
        (
            "a length without end",
            json!({ "type": "string", "maxLength": 1e30 }),
            json!({}),
        ),
        (
            "no integer at all",
            json!({ "type": "integer", "minimum": 3, "maximum": 2 }),
            json!({}),
        ),
        (
            "a bound that is no integer",
            json!({ "type": "integer", "minimum": 1.5, "exclusiveMinimum": 0, "maximum": 9 }),
            json!({}),
        ),
        (
            "an integer past 2^53",
            json!({ "type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_992_i64 }),
            json!({}),
        ),
        (
            "a set with null",
            json!({ "type": ["string", "null"], "enum": ["a", null] }),
            json!({}),
        ),
        ("a set of numbers", json!({ "enum": [1, 3] }), json!({})),
        (
            "members of one name",
            json!({ "enum": ["a-b", "a_b"] }),
            json!({}),
        ),
        (
            "open members of one name",
            json!({ "type": "string", "x-known-values": ["on", "ON"] }),
            json!({}),
        ),
        (
            "a member without letters",
            json!({ "enum": ["a", "1"] }),
            json!({}),
        ),
        (
            "a member that is refused",
            json!({ "type": "string", "maxLength": 1, "x-known-values": ["ab"] }),
            json!({}),
        ),
        (
            "fields of one name",
            json!({ "type": "object", "properties": { "a b": true, "a-b": true } }),
            json!({}),
        ),
        (
            "a field without letters",
            json!({ "type": "object", "properties": { "1": true } }),
            json!({}),
        ),
        (
            "a field that is not described",
            json!({ "type": "object", "properties": { "a": true }, "required": ["b"] }),
            json!({}),
        ),
        (
            "tags of one name",
            json!({ "oneOf": [of("left"), of("right")] }),
            json!({ "left": tagged("t", "a-b"), "right": tagged("t", "a_b") }),
        ),
        (
            "null among branches",
            json!({ "oneOf": [of("left"), { "type": "null" }, of("right")] }),
            json!({ "left": tagged("t", "a"), "right": tagged("t", "b") }),
        ),
        (
            "a branch without a name",
            json!({ "oneOf": [tagged("t", "a"), tagged("t", "b")] }),
            json!({}),
        ),
        (
            "branches without a tag",
            json!({ "oneOf": [of("left"), of("right")] }),
            json!({ "left": tagged("t", "a"), "right": tagged("u", "a") }),
        ),
        (
            "a union of unions",
            json!({ "oneOf": [of("left"), of("right")] }),
            json!({ "left": { "oneOf": [of("right")] }, "right": tagged("t", "a") }),
        ),
        (
            "names of generated code",
            of("ok"),
            json!({ "ok": { "type": "string", "maxLength": 1 } }),
        ),
        (
            "names of type parameters",
            of("d"),
            json!({ "d": { "type": "string" } }),
        ),
        (
            "the name of a constructor",
            of("order"),
            json!({
                "order": { "type": "object", "required": ["a"], "properties": { "a": of("order_fields") } },
                "order_fields": { "type": "string" },
            }),
        ),
        (
            "two types of one name",
            of("order_line"),
            json!({
                "order_line": {
                    "type": "object",
                    "properties": { "kind": { "enum": ["x"] }, "order": of("order") },
                },
                "order": { "type": "object", "properties": { "line_kind": { "enum": ["y"] } } },
            }),
        ),
    ];
    snapshot("refused_schemas", cases);
}

/// Compares the findings about an object with each property with a snapshot. Each has some.
#[track_caller]
fn snapshot(name: &str, cases: &[(&str, Value, Value)]) {
    let mut out = String::new();
    for (case, property, definitions) in cases {
        let findings = of_property(property, definitions);
        assert!(!findings.is_empty(), "{case} is not refused");
        writeln!(out, "{case}: {property}\n{findings}").unwrap();
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, out);
    });
}

fn envelope() -> Value {
    json!({
        "type": "object",
        "required": ["kind", "body"],
        "properties": {
            "kind": { "$ref": "#/$defs/kind" },
            "path": { "$ref": "#/$defs/path" },
            "revision": { "$ref": "#/$defs/revision" },
            "body": { "type": "object" },
        },
        "$defs": {
            "kind": { "type": "string", "pattern": "^[a-z_.]+$" },
            "path": { "type": "string", "maxLength": 20 },
            "revision": { "type": "string", "pattern": "^1\\." },
            "shared": { "type": "object", "properties": { "a": { "type": "string" } } },
        },
    })
}

fn event(kind: &str) -> Value {
    json!({
        "x-event-version": "1.0.0",
        "$ref": "envelope.json",
        "properties": {
            "kind": { "const": kind },
            "path": { "const": format!("f/v1/{kind}.json") },
            "body": { "type": "object", "properties": { "a": { "type": "string" } } },
        },
    })
}

/// Returns a document with another value at a JSON pointer, or, for null, without one.
#[track_caller]
fn with(mut document: Value, pointer: &str, value: Value) -> Value {
    let (outer, name) = pointer.rsplit_once('/').unwrap();
    let outer = document
        .pointer_mut(outer)
        .unwrap()
        .as_object_mut()
        .unwrap();
    match value {
        Value::Null => drop(outer.remove(name)),
        value => drop(outer.insert(name.into(), value)),
    }
    document
}

#[test]
fn refused_events() {
    let shared = json!({ "$ref": "envelope.json#/$defs/shared" });
    let changed = |pointer: &str, value: Value| vec![("f/v1/e", with(event("e"), pointer, value))];
    let cases: Vec<(&str, Value, Files)> = vec![
        (
            "one name for two events",
            envelope(),
            vec![("f/v1/a.b", event("a.b")), ("f/v1/a_b", event("a_b"))],
        ),
        (
            "an event without a name",
            envelope(),
            vec![("f/v1/1", event("1"))],
        ),
        (
            "one payload of two events",
            envelope(),
            vec![
                (
                    "f/v1/a",
                    with(event("a"), "/properties/body", shared.clone()),
                ),
                ("f/v1/b", with(event("b"), "/properties/body", shared)),
            ],
        ),
        (
            "no constant",
            envelope(),
            changed("/properties/kind/const", Value::Null),
        ),
        (
            "another constant",
            envelope(),
            changed("/properties/path/const", "f/v1/x.json".into()),
        ),
        (
            "more than a constant",
            envelope(),
            changed("/properties/kind/minLength", 1.into()),
        ),
        (
            "another field",
            envelope(),
            changed("/properties/revision", json!({ "const": "1.0.0" })),
        ),
        (
            "a field more",
            envelope(),
            changed("/required", json!(["revision"])),
        ),
        ("no envelope", envelope(), changed("/$ref", Value::Null)),
        (
            "a revision that is refused",
            envelope(),
            changed("/x-event-version", "2.0.0".into()),
        ),
        (
            "a type that is refused",
            with(envelope(), "/$defs/kind/pattern", "^x$".into()),
            changed("/title", "E".into()),
        ),
        (
            "a path that is refused",
            with(envelope(), "/$defs/path/maxLength", 5.into()),
            changed("/title", "E".into()),
        ),
        (
            "a payload that is a list",
            envelope(),
            changed("/properties/body", json!({ "type": "array" })),
        ),
        (
            "a payload that is any object",
            envelope(),
            changed("/properties/body", json!({ "type": "object" })),
        ),
        (
            "no payload",
            envelope(),
            changed("/properties/body", Value::Null),
        ),
        (
            "names of the envelope's module",
            with(
                envelope(),
                "/properties/x",
                json!({ "$ref": "#/$defs/field" }),
            ),
            changed("/title", "E".into()),
        ),
        (
            "an envelope's fields of one name",
            with(
                envelope(),
                "/properties/Revision",
                json!({ "type": "string" }),
            ),
            changed("/title", "E".into()),
        ),
        (
            "a payload that is described",
            with(envelope(), "/properties/body/minProperties", 1.into()),
            changed("/title", "E".into()),
        ),
        (
            "an event type that is optional",
            with(envelope(), "/required", json!(["body"])),
            changed("/title", "E".into()),
        ),
        (
            "an event type of any text",
            with(envelope(), "/$defs/kind/pattern", Value::Null),
            changed("/title", "E".into()),
        ),
    ];
    let mut out = String::new();
    for (name, envelope, mut files) in cases {
        let envelope = with(envelope, "/$defs/field", json!({ "type": "boolean" }));
        files.push(("f/v1/envelope", envelope));
        let findings = findings(&registry(CONFIG, &files));
        assert!(!findings.is_empty(), "{name} is not refused");
        writeln!(out, "{name}\n{findings}").unwrap();
    }
    let two = CONFIG
        .replace("families.f", "families.g")
        .replace("../out", "../x/../out/.");
    let families = format!("{CONFIG}{two}");
    let files: Vec<(&str, Value)> =
        vec![("f/v1/envelope", envelope()), ("g/v1/envelope", envelope())];
    writeln!(
        out,
        "one folder of two families\n{}",
        findings(&registry(&families, &files))
    )
    .unwrap();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("refused_events", out);
    });
}

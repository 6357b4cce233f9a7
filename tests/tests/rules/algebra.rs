//! The algebra: the schemas that are passed to it, and its results about inner values.

use schema_registry::{
    canonical::{Algebra, Overlap},
    load,
    model::Registry,
    resolve,
};
use serde_json::{Value, json};

use super::fixture::create;

/// Returns a registry of one event, without an envelope.
pub(super) fn registry(mut schema: Value) -> Registry {
    let folder = tempfile::tempdir().unwrap();
    let config = "base-uri = \"https://a.example/\"\npath = \"\"\n[families.f]\ntitle = \"F\"\n";
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["$id"] = "https://a.example/f/v1/e.json".into();
    std::fs::create_dir_all(folder.path().join("f/v1")).unwrap();
    for (path, text) in [
        ("registry.toml", config),
        ("f/v1/e.json", &schema.to_string()),
    ] {
        let mut file = create(&folder.path().join(path));
        std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
    }
    resolve::resolve(load::load(folder.path(), "registry").unwrap())
}

#[track_caller]
fn is_asked(schema: Value) -> bool {
    let registry = registry(schema);
    let schema = registry.schemas().next().unwrap();
    assert!(schema.sound);
    Algebra::of(&registry, schema).is_some()
}

fn branches(count: usize) -> Vec<Value> {
    (0..count).map(|it| json!({ "minimum": it })).collect()
}

/// Returns an object that a constant distinguishes from others.
pub(super) fn tagged(tag: &str, more: Value) -> Value {
    json!({
        "type": "object",
        "required": ["kind"],
        "properties": { "kind": { "const": tag }, "more": more },
    })
}

#[test]
fn combinations_are_counted_before_anything_is_asked() {
    let any = |count| json!({ "anyOf": branches(count) });
    for (asked, other) in [(100, true), (101, false)] {
        assert_eq!(is_asked(json!({ "allOf": [any(100), any(asked)] })), other);
        assert_eq!(
            is_asked(json!({ "properties": { "a": any(100), "b": any(asked) } })),
            other
        );
        // The branches of nested unions are added up.
        let halves = json!({ "anyOf": [any(50), any(asked - 50)] });
        assert_eq!(is_asked(json!({ "allOf": [any(100), halves] })), other);
    }
    // Branches are added up, not multiplied.
    assert!(is_asked(json!({ "anyOf": [any(200), any(200), any(200)] })));
    // A union without branches counts as one.
    assert!(!is_asked(
        json!({ "default": { "anyOf": [] }, "allOf": [any(101), any(100)] })
    ));
}

#[test]
fn values_are_counted_before_anything_is_asked() {
    fn count(value: &Value) -> usize {
        let inner: usize = match value {
            Value::Array(items) => items.iter().map(count).sum(),
            Value::Object(members) => members.values().map(count).sum(),
            _ => 0,
        };
        inner + 1
    }
    let schema = |values: usize| json!({ "default": vec![0; values] });
    // Every file has these: the root, `$schema`, `$id` and the list itself.
    let most = 20_000 - 4;
    assert_eq!(count(&schema(most)) + 2, 20_000);
    assert!(is_asked(schema(most)));
    assert!(!is_asked(schema(most + 1)));
}

#[test]
fn branches_without_tags_are_counted_before_anything_is_asked() {
    let one = |branches: Vec<Value>| json!({ "oneOf": branches });
    assert!(is_asked(one(branches(24))));
    assert!(!is_asked(one(branches(25))));
    assert!(is_asked(json!({ "anyOf": branches(25) })));
    let tags = |names: usize| -> Vec<Value> {
        (0..25)
            .map(|it| tagged(&format!("t{}", it % names), json!({})))
            .collect()
    };
    assert!(is_asked(one(tags(25))));
    // In a list, too.
    assert!(is_asked(json!({ "allOf": [one(tags(25))] })));
    assert!(!is_asked(one(tags(24))), "two branches have one tag");
    // `anyOf` is taken.
    assert!(!is_asked(
        json!({ "oneOf": tags(25), "anyOf": branches(2) })
    ));
    let mut one_without = tags(25);
    one_without[7] = json!({ "type": "object" });
    assert!(!is_asked(one(one_without)));
    assert!(!is_asked(json!({ "then": one(branches(25)), "if": {} })));
}

#[test]
fn places_are_those_of_the_schema_as_it_is_written() {
    let more = |value: Value| json!({ "oneOf": [tagged("a", value), tagged("b", json!({ "type": "string" }))] });
    let inner = |left: Value, right: Value| more(json!({ "oneOf": [left, right] }));
    let overlap = |schema: Value| {
        let registry = registry(schema);
        let schema = registry.schemas().next().unwrap();
        let algebra = Algebra::of(&registry, schema).unwrap();
        let place = |at: u32| format!("/oneOf/0/properties/more/oneOf/{at}");
        algebra.overlap(&place(0), &place(1))
    };
    let [text, integer] = ["string", "integer"].map(|it| json!({ "type": it }));
    assert_eq!(overlap(inner(text.clone(), integer)), Overlap::Disjoint);
    let short = json!({ "type": "string", "maxLength": 3 });
    assert_eq!(overlap(inner(text, short)), Overlap::Overlapping);
    let empty = json!({ "type": "string", "minLength": 2, "maxLength": 1 });
    for (schema, place) in [
        (more(empty.clone()), "/oneOf/0/properties/more"),
        (
            json!({ "properties": { "x": { "anyOf": [empty, true] } } }),
            "/properties/x/anyOf/0",
        ),
    ] {
        let registry = registry(schema);
        let schema = registry.schemas().next().unwrap();
        let found = Algebra::of(&registry, schema).unwrap().unsatisfiable();
        let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, [place]);
    }
}

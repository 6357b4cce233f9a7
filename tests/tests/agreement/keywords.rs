//! The generator supports keywords that no type is generated from yet.

use std::{collections::BTreeMap, fs};

use fastrand::Rng;
use schema_registry::{load, model::Registry, resolve};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{
    document::{Doc, Kind, Style},
    generator::Generator,
    mutants::mutate,
    oracle::{Judge, Subject},
};

fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://keywords.example/plain/v1/all.json",
        "type": "object",
        "required": ["tuple", "set", "step"],
        "properties": {
            "tuple": {
                "type": "array",
                "prefixItems": [{ "type": "string" }, { "type": "boolean" }],
                "items": false,
                "minItems": 1,
            },
            "open_tuple": {
                "type": "array",
                "prefixItems": [{ "const": "point" }],
                "items": { "type": "number", "exclusiveMinimum": -1.5, "maximum": 2.5 },
                "minItems": 2,
                "maxItems": 4,
            },
            "set": {
                "type": "array",
                "items": { "enum": ["a", "b", "c", "d"] },
                "uniqueItems": true,
                "minItems": 2,
                "maxItems": 3,
            },
            "step": { "type": "number", "multipleOf": 0.25, "minimum": 0, "exclusiveMaximum": 3 },
            "closed": {
                "type": "object",
                "properties": { "x": { "type": "integer", "multipleOf": 3 } },
                "additionalProperties": false,
            },
            "map": {
                "type": "object",
                "propertyNames": { "pattern": "^[a-c]{2}$" },
                "additionalProperties": { "type": "null" },
                "minProperties": 1,
                "maxProperties": 2,
            },
            "both": { "allOf": [{ "type": "string", "minLength": 2 }, { "maxLength": 3 }] },
        },
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "the folder belongs to the test alone"
)]
fn registry() -> Registry {
    let folder = TempDir::new().unwrap();
    let config = "base-uri = \"https://keywords.example/\"\npath = \"\"\n\n[families.plain]\ntitle = \"P\"\n";
    fs::write(folder.path().join("registry.toml"), config).unwrap();
    fs::create_dir_all(folder.path().join("plain/v1")).unwrap();
    let file = folder.path().join("plain/v1/all.json");
    fs::write(file, format!("{:#}\n", schema())).unwrap();
    resolve::resolve(load::load(folder.path(), "keywords").unwrap())
}

/// Documents that are made to be accepted are accepted, every bound has documents on both sides, and changes reach
/// both.
#[test]
fn agreement_generates_for_every_keyword() {
    let registry = registry();
    let (_, _, event) = registry
        .events()
        .next()
        .expect("the registry holds the schema");
    let generator = Generator::new(&registry, &event.schema);
    let subject = Subject {
        name: "keywords".into(),
        schema: Judge::One(registry.validator(&event.schema).unwrap()),
        types: Vec::new(),
    };
    let documents = generator.documents();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for document in &documents {
        let text = document.print(Style::Compact);
        assert!(subject.judge(&text).is_accepted, "{text}");
        let Kind::Object(members) = &document.kind else {
            panic!("{text}")
        };
        for (name, value) in members {
            let size = match &value.kind {
                Kind::Verbatim(text) => text.clone(),
                Kind::Text(text) => text.chars().count().to_string(),
                _ => value.children().to_string(),
            };
            *seen.entry(format!("{name} {size}")).or_default() += 1;
        }
    }
    for expected in [
        "tuple 1",
        "tuple 2",
        "open_tuple 2",
        "open_tuple 4",
        "set 2",
        "set 3",
        "step 0.25",
        "step 0",
        "closed 0",
        "closed 1",
        "map 1",
        "map 2",
        "both 2",
        "both 3",
    ] {
        assert!(seen.contains_key(expected), "no {expected}: {seen:?}");
    }
    let mut rng = Rng::with_seed(1);
    let (mut accepted, mut changed_accepted) = (0, 0);
    for _ in 0..500 {
        let mut document: Doc = generator.random(&mut rng);
        let is_accepted =
            |document: &Doc| subject.judge(&document.print(Style::Escaped)).is_accepted;
        accepted += usize::from(is_accepted(&document));
        mutate(&generator, &mut document, &mut rng);
        changed_accepted += usize::from(is_accepted(&document));
    }
    assert!(
        accepted > 350,
        "{accepted} of 500 random documents are accepted"
    );
    assert!(
        (50..400).contains(&changed_accepted),
        "{changed_accepted} of 500 changed ones"
    );
}

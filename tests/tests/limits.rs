//! Types of values with limits accept exactly what the validator accepts, next to each limit and far beyond the
//! integers that doubles keep exactly; and they read hostile input in time proportional to its length.

#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod limits {
    mod lists;
    mod maps;
    mod numbers;
    mod texts;
    mod tuples;
}

use std::{collections::BTreeSet, fs, path::Path};

use jsonschema::Validator;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// Returns the schema of an event, with everything that it refers to.
#[track_caller]
fn bundle(event: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/generated/limits/v1/schemas");
    let text = fs::read_to_string(folder.join(format!("{event}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Returns the schema of one property of an event's payload.
#[track_caller]
fn property(event: &str, name: &str) -> Value {
    let property = bundle(event)["$defs"][event]["properties"][name].take();
    assert!(property.is_object(), "`{event}` has no `{name}`");
    property
}

/// Returns the validator of one property of an event's payload.
#[track_caller]
fn validator(event: &str, name: &str) -> Validator {
    let bundle = bundle(event);
    let id = bundle["$id"].as_str().unwrap();
    let property = json!({
        "$schema": bundle["$schema"],
        "$ref": format!("{id}#/$defs/{event}/properties/{name}"),
        "$defs": { "bundle": bundle },
    });
    jsonschema::options()
        .should_validate_formats(true)
        .build(&property)
        .unwrap()
}

/// Compares a type of lists with its schema, on lists of items from a small stock.
#[track_caller]
fn compare_lists<T: Serialize + DeserializeOwned>(event: &str, name: &str, stock: &str) {
    let validator = validator(event, name);
    let stock: Vec<&str> = stock.split_whitespace().collect();
    let mut random = fastrand::Rng::with_seed(1);
    let mut texts = BTreeSet::new();
    for _ in 0..6_000 {
        let count = random.usize(..7);
        let items: Vec<&str> = (0..count)
            .map(|_| stock[random.usize(..stock.len())])
            .collect();
        texts.insert(format!("[{}]", items.join(",")));
    }
    let mut accepted = 0;
    for text in &texts {
        let read = serde_json::from_str::<T>(text);
        let instance: Value = serde_json::from_str(text).unwrap();
        let located = schema_runtime::from_str::<T>(text);
        assert_eq!(
            read.is_ok(),
            validator.is_valid(&instance),
            "{name}: {text}"
        );
        assert_eq!(read.is_ok(), located.is_ok(), "{name}: {text}");
        if let Ok(list) = read {
            accepted += 1;
            let written = serde_json::to_string(&list).unwrap();
            let again = serde_json::from_str::<T>(&written).unwrap();
            assert_eq!(serde_json::to_string(&again).unwrap(), written);
        }
    }
    println!(
        "{name}: {} lists compared, {accepted} accepted",
        texts.len()
    );
    assert!(accepted > 0 && accepted < texts.len(), "{name}: {accepted}");
}

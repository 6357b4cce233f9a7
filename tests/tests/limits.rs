//! Types of values with limits accept what the validator accepts, next to each limit and far beyond
//! what readers keep exactly; and they take hostile input in time that grows with its length.

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
}

use std::{fs, path::Path};

use jsonschema::Validator;
use serde_json::{Value, json};

/// The schema of an event, with all that it refers to.
fn bundle(event: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/generated/limits/v1/schemas");
    let text = fs::read_to_string(folder.join(format!("{event}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The schema of one property of an event's payload.
fn property(event: &str, name: &str) -> Value {
    let property = bundle(event)["$defs"][event]["properties"][name].take();
    assert!(property.is_object(), "`{event}` has no `{name}`");
    property
}

/// The validator of one property of an event's payload.
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

/// Numbers that follow from a seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) as usize % limit
    }
}

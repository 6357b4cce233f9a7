//! Types of schemas, and the types that generated code has for each of them.

use std::collections::BTreeSet;

use repository_tests::tool::Repository;
use serde_json::{Value, json};

use crate::{CREATED, fresh};

const MODULE: &str = "crates/scrapenest-webhooks/src/generated/v1";

fn object() -> Value {
    json!({
        "title": "Part", "description": "A part.", "type": "object",
        "properties": { "name": { "description": "A name.", "type": "string" } },
    })
}

/// Returns the names of all types of the module. Each file is a module whose types are named in its parent.
#[track_caller]
fn types(repository: &Repository) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in repository.files().into_keys() {
        if !file.starts_with(MODULE) || !file.ends_with(".rs") {
            continue;
        }
        for line in repository.read(&file).lines() {
            for kind in ["pub struct ", "pub enum ", "pub type "] {
                if let Some(rest) = line.strip_prefix(kind) {
                    let name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap();
                    assert!(names.insert(name.to_owned()), "`{name}` twice");
                }
            }
        }
    }
    names
}

/// The type of a field does not get the name of a generated companion.
#[test]
fn fields_called_ref_and_fields_have_types() {
    let repository = fresh();
    repository.edit(CREATED, |root| {
        let properties = &mut root["$defs"]["job_created"]["properties"];
        properties["ref"] = object();
        properties["fields"] = object();
    });
    let outcome = repository.run(["check"]);
    outcome.exits(0).says_nothing_of("error[");
    repository.run(["codegen"]).exits(0);
    let types = types(&repository);
    for name in [
        "JobCreatedRefValue",
        "JobCreatedFieldsValue",
        "JobCreatedRef",
        "JobCreatedFields",
    ] {
        assert!(types.contains(name), "{name}: {types:?}");
    }
}

/// With an allowance for the collision, the code does not have the type.
#[test]
fn an_allowed_collision_is_left_out() {
    let repository = fresh();
    let mut named = object();
    named["x-allow"] = json!({ "name-collision": "Nobody reads it in Rust." });
    repository.edit(CREATED, |root| {
        root["$defs"]["job_created_ref"] = named.clone();
        let reference = json!({ "description": "It.", "$ref": "#/$defs/job_created_ref" });
        let properties = &mut root["$defs"]["job_created"]["properties"];
        properties["one"] = reference.clone();
        properties["several"] = json!({ "description": "All.", "type": "array", "items": reference });
        properties["maybe"] = json!({
            "description": "Perhaps.", "oneOf": [{ "$ref": "#/$defs/job_created_ref" }, { "type": "null" }],
        });
    });
    repository.run(["check"]).exits(0);
    repository.run(["codegen"]).exits(0);
    assert!(types(&repository).contains("JobCreatedRef"));
    let text = repository.read(&format!("{MODULE}/job_created.rs"));
    for field in [
        "pub one: Option<Raw>",
        "pub several: Option<Vec<Raw>>",
        "pub maybe: Option<Raw>",
    ] {
        assert!(text.contains(field), "{field}\n{text}");
    }
    repository.edit(CREATED, |root| {
        root["$defs"]["job_created_ref"]
            .as_object_mut()
            .unwrap()
            .remove("x-allow");
    });
    let outcome = repository.run(["check"]);
    outcome.exits(1).says(
        "error[name-collision]: the type `JobCreatedRef` is one that generated code has for itself",
    );
}

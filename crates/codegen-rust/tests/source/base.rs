//! A small registry, and the edits of it.

use std::{collections::BTreeMap, fs};

use codegen_rust::Rust;
use schema_codegen::{Artifact, Output, Target, model::Api};
use schema_registry::{load, resolve};
use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;

const BASE: &str = "https://source.example/";
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Files by their path, JSON without `.json`. The configuration has a path of its own.
pub(crate) type Files = BTreeMap<String, String>;

const CONFIG: &str = "registry.toml";

/// An edit of a registry. Files are named by their paths, without `.json`.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Edit {
    /// Sets the value at a JSON pointer in a file.
    Set(String, String, Value),
    /// Removes the value at a JSON pointer in a file.
    Cut(String, String),
    /// Replaces all occurrences of a text in a file.
    Text(String, String, String),
    /// Copies the files whose paths have a prefix to paths with another prefix.
    Copy(String, String),
    /// Removes the files whose paths have a prefix.
    Remove(String),
}

/// The edits of every case, by its name.
pub(crate) fn cases() -> BTreeMap<String, Vec<Edit>> {
    serde_json::from_str(include_str!("cases.json")).unwrap()
}

/// The registry that every case is about.
pub(crate) fn files() -> Files {
    let files = [
        (CONFIG.to_owned(), config()),
        ("shop/v1/envelope".into(), envelope().to_string()),
        ("shop/v1/job.completed".into(), job_completed().to_string()),
        ("shop/v1/job.created".into(), job_created().to_string()),
        ("bare/v1/thing".into(), thing().to_string()),
    ];
    files.into()
}

/// The registry after some edits.
#[track_caller]
pub(crate) fn edited(files: &Files, edits: &[Edit]) -> Files {
    let mut files = files.clone();
    for edit in edits {
        match edit {
            Edit::Set(path, pointer, value) => {
                change(&mut files, path, pointer, |outer, name| match outer {
                    Value::Array(items) if name == "-" => items.push(value.clone()),
                    Value::Array(items) => items[name.parse::<usize>().unwrap()] = value.clone(),
                    outer => outer[name] = value.clone(),
                });
            }
            Edit::Cut(path, pointer) => {
                change(&mut files, path, pointer, |outer, name| match outer {
                    Value::Array(items) => drop(items.remove(name.parse().unwrap())),
                    outer => {
                        let removed = outer.as_object_mut().unwrap().shift_remove(name);
                        assert!(removed.is_some(), "{path} has no {pointer}");
                    }
                });
            }
            Edit::Text(path, old, new) => {
                let text = files.get_mut(path).unwrap();
                assert!(text.contains(old.as_str()), "{path} has no `{old}`");
                *text = text.replace(old.as_str(), new);
            }
            Edit::Copy(from, to) => {
                let of_folder = files
                    .iter()
                    .filter(|(path, _)| path.starts_with(from.as_str()));
                let copied = of_folder.map(|(path, text)| {
                    // A schema names its own path.
                    (
                        path.replace(from.as_str(), to),
                        text.replace(from.as_str(), to),
                    )
                });
                let copied: Files = copied.collect();
                assert!(!copied.is_empty(), "there is no {from}");
                files.extend(copied);
            }
            Edit::Remove(path) => {
                let count = files.len();
                files.retain(|known, _| !known.starts_with(path.as_str()));
                assert!(files.len() < count, "there is no {path}");
            }
        }
    }
    files
}

#[track_caller]
fn change(files: &mut Files, path: &str, pointer: &str, edit: impl FnOnce(&mut Value, &str)) {
    let text = files.get_mut(path).unwrap();
    let mut schema: Value = serde_json::from_str(text).unwrap();
    let (outer, name) = pointer.rsplit_once('/').unwrap();
    let outer = schema.pointer_mut(outer);
    edit(
        outer.unwrap_or_else(|| panic!("{path} has no {pointer}")),
        name,
    );
    *text = schema.to_string();
}

/// Returns the model of a registry, which has no findings.
#[track_caller]
pub(crate) fn api(files: &Files) -> Api {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let (file, text) = match path.as_str() {
            CONFIG => (path.clone(), text.clone()),
            path => {
                let mut schema: Value = serde_json::from_str(text).unwrap();
                schema["$schema"] = DIALECT.into();
                schema["$id"] = format!("{BASE}{path}.json").into();
                (format!("{path}.json"), schema.to_string())
            }
        };
        let file = folder.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let registry = resolve::resolve(load::load(folder.path(), "registry").unwrap());
    assert!(registry.findings.is_empty(), "{:#?}", registry.findings);
    let (mut api, findings) = schema_codegen::lower(&registry);
    assert!(findings.is_empty(), "{findings:#?}");
    let findings = schema_codegen::check(&registry, &api, &[&Rust]);
    assert!(findings.is_empty(), "{findings:#?}");
    let with_rust = registry.config.with_target(Rust::KEY);
    let with_rust: Vec<&str> = with_rust.map(|(family, _)| family).collect();
    api.families
        .retain(|family| with_rust.contains(&family.name.as_str()));
    api
}

/// The Rust that is generated from a model, by paths that begin with the family.
pub(crate) fn rust(api: &Api) -> Vec<Artifact> {
    let outputs: Vec<_> = (api.families.iter())
        .map(|family| Output {
            family,
            folder: &family.name,
            options: codegen_rust::Options {},
            command: "schemas codegen".into(),
        })
        .collect();
    Target::render(&Rust, &outputs)
}

fn config() -> String {
    format!(
        r#"
base-uri = "{BASE}"
path = ""

[families.shop]
title = "Shop"

[families.shop.envelope]
id = "event_id"
event-type = "event_type"
version = "version"
schema-ref = "schema_ref"
payload = "data"

[families.shop.targets.rust]
folder = "../shop"

[families.bare]
title = "Bare"

[families.bare.targets.rust]
folder = "../bare"
"#
    )
}

fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn envelope() -> Value {
    json!({
        "description": "An event.",
        "type": "object",
        "required": ["event_id", "event_type", "org_slug", "data"],
        "properties": {
            "event_id": { "type": "string", "format": "uuid" },
            "event_type": of("event_type"),
            "version": of("version"),
            "schema_ref": of("schema_ref"),
            "org_slug": of("org_slug"),
            "region": { "type": "string" },
            "data": { "type": "object" },
        },
        "$defs": {
            "event_type": { "type": "string", "pattern": "^[a-z._]+$" },
            "version": { "type": "string", "pattern": "^1\\." },
            "schema_ref": { "type": "string", "maxLength": 90 },
            "org_slug": { "type": "string", "pattern": "^[a-z]+$", "maxLength": 63 },
        },
    })
}

fn event(event_type: &str, data: &Value, definitions: &Value) -> Value {
    json!({
        "description": "What happened.",
        "x-event-version": "1.0.0",
        "$ref": "envelope.json",
        "properties": {
            "event_type": { "const": event_type },
            "schema_ref": { "const": format!("shop/v1/{event_type}.json") },
            "data": data,
        },
        "$defs": definitions,
    })
}

fn job_created() -> Value {
    let data = json!({
        "type": "object",
        "required": ["job_id", "org"],
        "properties": {
            "job_id": { "type": "string", "format": "uuid" },
            "org": { "$ref": "envelope.json#/$defs/org_slug" },
        },
    });
    event("job.created", &data, &json!({}))
}

fn job_completed() -> Value {
    let definitions = json!({
        "job_completed": { "oneOf": [of("job_succeeded"), of("job_failed")] },
        "job_succeeded": job_succeeded(),
        "job_failed": {
            "type": "object",
            "required": ["status", "reason"],
            "properties": {
                "status": { "const": "failed" },
                "reason": of("reason"),
            },
        },
        "kind": { "enum": ["big", "small"] },
        "reason": {
            "type": "string",
            "maxLength": 50,
            "x-known-values": ["timeout", "crash"],
        },
        "counts": {
            "type": "object",
            "required": ["pages"],
            "properties": {
                "pages": { "type": "integer", "minimum": 0, "maximum": 9 },
                "bytes": { "type": "integer", "minimum": 0, "maximum": 9 },
            },
        },
        "place": {
            "type": "array",
            "prefixItems": [
                { "type": "number" },
                { "type": "integer", "minimum": 0, "maximum": 9 },
            ],
            "items": false,
            "minItems": 2,
        },
        "amount": { "type": "integer", "minimum": 0, "maximum": 10 },
        "options": {
            "type": "object",
            "properties": { "dark": { "type": "boolean" } },
        },
    });
    event("job.completed", &of("job_completed"), &definitions)
}

fn job_succeeded() -> Value {
    json!({
        "description": "A job that succeeded.",
        "type": "object",
        "required": [
            "status", "job_id", "artifact_count", "score", "kind", "mode", "counts", "place",
            "amount", "parent",
        ],
        "properties": {
            "status": { "const": "succeeded" },
            "job_id": { "type": "string", "format": "uuid", "description": "The job." },
            "artifact_count": { "type": "integer", "minimum": 0, "maximum": 100 },
            "score": { "type": "number", "minimum": 0, "maximum": 1 },
            "kind": of("kind"),
            "mode": { "enum": ["fast"] },
            "counts": of("counts"),
            "place": of("place"),
            "amount": of("amount"),
            "parent": { "type": ["string", "null"], "format": "uuid" },
            "note": { "type": "string" },
            "slug": { "type": "string", "pattern": "^[a-z]+$" },
            "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 3 },
            "prices": {
                "type": "object",
                "propertyNames": { "pattern": "^[A-Z]+$" },
                "additionalProperties": { "type": "number", "minimum": 0 },
            },
            "options": of("options"),
            "step": { "type": "integer", "minimum": 0, "maximum": 100, "multipleOf": 5 },
        },
    })
}

fn thing() -> Value {
    json!({
        "description": "A thing.",
        "x-event-version": "1.0.0",
        "type": "object",
        "required": ["name", "unit"],
        "properties": {
            "name": { "type": "string" },
            "unit": of("unit"),
        },
        "$defs": { "unit": { "enum": ["m", "s"] } },
    })
}

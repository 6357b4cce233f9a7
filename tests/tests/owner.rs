//! A schema owner edits JSON and runs the commands of the README: no step needs an edit below `tests`.
//!
//! Each test copies the repository, changes its schemas, and runs the commands of the README, which compiles the
//! tests there. That takes minutes, so they run in the scheduled gate: `cargo test --workspace --all-features
//! --test owner -- --ignored --test-threads 1`.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

#[path = "owner/checkout.rs"]
mod checkout;

use checkout::Checkout;
use serde_json::{Value, json};

const READY: &str = "schemas/webhooks/v1/artifact.ready.json";
const COMPLETED: &str = "schemas/webhooks/v1/job.completed.json";

/// Returns an optional field of each kind, with a value of it.
fn fields() -> Value {
    json!({
        "width_px": { "type": "integer", "minimum": 0, "maximum": 100_000 },
        "refund_credits": { "type": "number", "minimum": 0 },
        "color_space": { "type": "string", "enum": ["gray", "rgb"] },
        "tags": { "type": "array", "items": { "type": "string", "maxLength": 20 }, "maxItems": 10 },
        "note": { "type": ["string", "null"], "maxLength": 100 },
        "taken_on": { "type": "string", "format": "date" },
        "camera": {
            "type": "object",
            "required": ["model"],
            "properties": {
                "model": { "description": "Name of the model.", "type": "string", "maxLength": 50 }
            }
        }
    })
}

fn values() -> Value {
    json!({
        "width_px": 640,
        "refund_credits": 1.5,
        "color_space": "rgb",
        "tags": ["a"],
        "note": null,
        "taken_on": "2024-01-01",
        "camera": { "model": "One" }
    })
}

#[test]
#[ignore = "takes minutes: compiles the tests of a changed repository"]
fn an_optional_field_of_each_kind() {
    let checkout = Checkout::new();
    checkout.edit(READY, |root| {
        for (name, mut schema) in fields().as_object().unwrap().clone() {
            schema["description"] = format!("What `{name}` of an artifact is.").into();
            // A set of strings that may grow has to accept members that readers do not know.
            if let Some(members) = schema.as_object_mut().unwrap().remove("enum") {
                schema["x-known-values"] = members;
                schema["maxLength"] = 100.into();
            }
            root["$defs"]["artifact_ready"]["properties"][name] = schema;
        }
    });
    checkout.edit(
        "schemas/webhooks/v1/examples/artifact.ready/ready.json",
        |body| {
            let values = values().as_object().unwrap().clone();
            body["data"].as_object_mut().unwrap().extend(values);
        },
    );
    checkout.finish();
    checkout.release();
}

#[test]
#[ignore = "takes minutes: compiles the tests of a changed repository"]
fn a_new_event() {
    let checkout = Checkout::new();
    checkout.xtask(&["new", "job.cancelled"], 0);
    checkout.edit("schemas/webhooks/v1/job.cancelled.json", |root| {
        root["description"] = "Fired when a user cancels a job.".into();
        let payload = &mut root["$defs"]["job_cancelled"];
        payload["description"] = "The job that was cancelled.".into();
        payload["properties"]["cancelled_at"] = json!({
            "description": "Timestamp when the job was cancelled.",
            "type": "string",
            "format": "date-time"
        });
    });
    checkout.replace(
        "schemas/registry.toml",
        "\"job.completed\", ",
        "\"job.completed\", \"job.cancelled\", ",
    );
    checkout.finish();
    checkout.release();
}

#[test]
#[ignore = "takes minutes: compiles the tests of a changed repository"]
fn a_new_branch() {
    let checkout = Checkout::new();
    checkout.edit(COMPLETED, |root| {
        let mut partial = root["$defs"]["job_completed_succeeded"].clone();
        partial["title"] = "job.completed (partial)".into();
        partial["description"] = "Fired when a job finishes with some of its artifacts.".into();
        partial["x-example"] = "job.completed/partial.json".into();
        partial["properties"]["status"] = json!({
            "description": "Status of the job, here always `partial`.",
            "type": "string",
            "const": "partial"
        });
        root["$defs"]["job_completed_partial"] = partial;
        let branches = root["$defs"]["job_completed"]["oneOf"].as_array_mut();
        branches
            .unwrap()
            .push(json!({ "$ref": "#/$defs/job_completed_partial" }));
    });
    let example = "schemas/webhooks/v1/examples/job.completed";
    let mut body: Value =
        serde_json::from_str(&checkout.read(&format!("{example}/succeeded.json"))).unwrap();
    body["data"]["status"] = "partial".into();
    checkout.write(&format!("{example}/partial.json"), &format!("{body:#}\n"));
    checkout.approve();
    checkout.finish();
    checkout.release();
}

#[test]
#[ignore = "takes minutes: compiles the tests of a changed repository"]
fn a_renamed_field() {
    let checkout = Checkout::new();
    checkout.rename_in(
        &[COMPLETED, "schemas/webhooks/v1/examples/job.completed"],
        "duration_ms",
        "elapsed_ms",
    );
    checkout.approve();
    checkout.finish();
    checkout.release();
}

#[test]
#[ignore = "takes minutes: compiles the tests of a changed repository"]
fn a_new_major_version() {
    let checkout = Checkout::new();
    checkout.xtask(&["new-major", "webhooks"], 0);
    checkout.edit("schemas/webhooks/v2/artifact.ready.json", |root| {
        let schema = root["$defs"]["artifact_ready"]["properties"]["byte_size"].clone();
        root["$defs"]["artifact_ready"]["properties"]["thumbnail_byte_size"] = schema;
    });
    checkout.finish();
    checkout.release();
}

#[test]
#[ignore = "takes minutes: compiles the tests of a changed repository"]
fn a_removed_event() {
    let checkout = Checkout::new();
    // While version 1 is sent, the event stays in it.
    checkout.edit(READY, |root| root["deprecated"] = true.into());
    checkout.finish();
    checkout.release();
    checkout.xtask(&["new-major", "webhooks"], 0);
    checkout.remove("schemas/webhooks/v2/artifact.ready.json");
    checkout.remove("schemas/webhooks/v2/examples/artifact.ready");
    checkout.finish();
    checkout.release();
}

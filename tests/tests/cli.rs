//! The command line, from end to end: every test runs the binary in a copy of its own.

// Some tests make symbolic links, change permissions, or kill.
#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod cli {
    mod against;
    mod checkout;
    mod ci;
    mod claims;
    mod codegen;
    mod companions;
    mod config;
    mod consumer;
    mod consumers;
    mod deep;
    mod deprecation;
    mod diff;
    mod diff_documents;
    mod diff_limits;
    mod diff_output;
    mod fetch;
    mod fmt;
    mod hints;
    mod history;
    mod hostile;
    mod kill;
    mod large;
    mod new;
    mod new_major;
    mod package;
    mod permissions;
    mod policy;
    mod programs;
    mod publish;
    mod python;
    mod references;
    mod release;
    mod release_again;
    mod released;
    mod samples;
    mod signature;
    mod stores;
    mod typescript;
    mod unchanged;
    mod unreadable;
    mod usage;
    mod validate;
    mod verify;
    mod widened;
}

use repository_tests::tool::Repository;
use serde_json::Value;

const CREATED: &str = "schemas/webhooks/v1/job.created.json";
const COMPLETED: &str = "schemas/webhooks/v1/job.completed.json";
const EXAMPLES: &str = "schemas/webhooks/v1/examples";
const MANIFEST: &str = "schemas/codegen.manifest";
const CONFIG: &str = "schemas/registry.toml";

/// Returns a copy whose generated files are fresh.
fn fresh() -> Repository {
    let repository = Repository::copy();
    repository.run(["codegen"]).exits(0);
    repository
}

/// Adds a property to the payload of a failed job.
fn add_property(repository: &Repository, name: &str, schema: Value) {
    repository.edit(COMPLETED, |root| {
        root["$defs"]["job_completed_failed"]["properties"][name] = schema;
    });
}

/// Makes the duration of jobs a string, which contradicts the examples.
fn make_duration_a_string(repository: &Repository) {
    repository.edit(COMPLETED, |root| {
        for branch in ["job_completed_succeeded", "job_completed_failed"] {
            let property = &mut root["$defs"][branch]["properties"]["duration_ms"];
            let description = property["description"].take();
            *property = serde_json::json!({ "description": description, "type": "string" });
        }
    });
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}

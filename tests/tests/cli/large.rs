//! Large files and many names.

use std::fs;

use repository_tests::tool::Repository;
use serde_json::{Map, Value, json};

use crate::{COMPLETED, EXAMPLES, fresh};

fn properties(number: usize, schema: &Value) -> Map<String, Value> {
    (0..number)
        .map(|index| (format!("extra_{index}"), schema.clone()))
        .collect()
}

#[track_caller]
fn add_properties(repository: &Repository, number: usize, schema: &Value) {
    let mut root: Value = serde_json::from_str(&repository.read(COMPLETED)).unwrap();
    let known = &mut root["$defs"]["job_completed_failed"]["properties"];
    known
        .as_object_mut()
        .unwrap()
        .extend(properties(number, schema));
    // One property in each line, without white space, so that the largest files are still read.
    let text = root.to_string().replace(",\"extra_", ",\n\"extra_");
    repository.write(COMPLETED, text);
}

/// A sparse file that is larger than any machine's memory.
const TEBIBYTE: u64 = 1 << 40;

#[test]
fn large_files_are_not_read() {
    let example = format!("{EXAMPLES}/job.completed/failed.json");
    for path in [COMPLETED, &example] {
        let repository = fresh();
        let file = fs::OpenOptions::new().write(true).open(repository.at(path));
        file.unwrap().set_len(TEBIBYTE).unwrap();
        for command in ["check", "codegen"] {
            let outcome = repository.tool([command]).run();
            outcome
                .exits(1)
                .says("error[unreadable-file]: ")
                .says("and the limit is 8388608");
            outcome.says(&format!("--> {path}\n"));
            assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
        }
        let outcome = repository.tool(["fmt", "--check"]).run();
        assert_ne!(outcome.code, Some(0), "{outcome}");
    }
}

#[test]
fn many_properties_are_checked() {
    let repository = fresh();
    // So many properties are beyond the limits of a comparison.
    repository.remove("schemas/webhooks/v1/released");
    let extra = json!({ "description": "One of many.", "type": "boolean" });
    add_properties(&repository, 100_000, &extra);
    assert!(repository.read(COMPLETED).len() < 8 << 20, "it is read");
    repository
        .run(["check"])
        .exits(0)
        .says("0 errors, 0 warnings");
    let example = format!("{EXAMPLES}/job.completed/failed.json");
    repository.run(["validate", &example]).exits(0);
    repository.edit(&example, |body| body["data"]["extra_99999"] = json!(7));
    repository
        .run(["validate", &example])
        .exits(1)
        .says("7 is not of type \"boolean\"");
}

#[test]
fn many_keys_in_an_example_are_checked() {
    let repository = fresh();
    repository.edit(&format!("{EXAMPLES}/job.completed/failed.json"), |body| {
        body["data"]
            .as_object_mut()
            .unwrap()
            .extend(properties(100_000, &json!(1)));
    });
    repository.run(["check"]).exits(0);
}

#[test]
fn many_properties_are_generated() {
    let repository = fresh();
    let extra = json!({ "description": "One of many.", "type": "boolean" });
    add_properties(&repository, 1_000, &extra);
    repository.run(["codegen"]).exits(0);
    repository.run(["codegen", "--check"]).exits(0);
}

#[test]
fn very_many_properties_are_generated() {
    let repository = fresh();
    let extra = json!({ "description": "One of many.", "type": "boolean" });
    add_properties(&repository, 5_000, &extra);
    repository.run(["codegen"]).exits(0);
    repository.run(["codegen", "--check"]).exits(0);
}

#[test]
fn many_findings_are_reported() {
    let repository = fresh();
    add_properties(&repository, 2_000, &json!({ "type": "integer" }));
    let outcome = repository.run(["check"]);
    // No example shows the new fields, and the file is not formatted.
    outcome
        .exits(1)
        .says("6000 errors, 0 warnings, 2001 hints\n");
}

#[test]
fn very_many_repeated_keys_are_reported() {
    let repository = fresh();
    let body = format!("{{{}\"a\":0}}", "\"a\":0,".repeat(100_000));
    let outcome = repository.tool(["validate", "-"]).input(body).run();
    outcome.exits(1).says("duplicate key");
}

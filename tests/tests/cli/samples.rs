//! The bodies that the reference and the changelog show.

use serde_json::json;

use crate::{
    COMPLETED, EXAMPLES,
    cli::release::{CHANGELOG, RELEASE, released},
    fresh,
};

const PAGE: &str = "docs/webhooks/v1.md";

/// A schema can name a body that writers never send: one without fields that they always write.
#[test]
fn the_reference_shows_whole_bodies() {
    let repository = fresh();
    let page = repository.read(PAGE);
    assert!(page.contains("job.created/queued.json`"), "{page}");
    assert!(!page.contains("_minimal.json"), "{page}");
    assert_eq!(page.matches("\"schema_ref\": \"").count(), 5, "{page}");
}

/// A new field is shown by the example and in the branch that have it.
#[test]
fn a_new_field_is_shown() {
    let repository = released();
    repository.edit(COMPLETED, |root| {
        root["$defs"]["job_completed_failed"]["properties"]["retries"] = json!({
            "description": "Number of retries.", "type": "integer", "minimum": 0, "maximum": 9,
        });
    });
    let mut body: serde_json::Value =
        serde_json::from_str(&repository.read(&format!("{EXAMPLES}/job.completed/failed.json")))
            .unwrap();
    body["data"]["retries"] = 7.into();
    repository.write(
        &format!("{EXAMPLES}/job.completed/retried.json"),
        format!("{body:#}\n"),
    );
    repository.run(["fmt"]).exits(0);
    repository.run(RELEASE).exits(0);
    for path in [PAGE, CHANGELOG] {
        let text = repository.read(path);
        assert_eq!(text.matches("\"retries\": 7").count(), 1, "{text}");
    }
}

/// The changelog of a new branch shows a body of that branch, not the first of all.
#[test]
fn a_new_branch_is_shown() {
    let repository = released();
    // The new branch is shown, whichever comes first.
    repository.replace(
        "schemas/registry.toml",
        "compatibility = \"full\"",
        "compatibility = \"none\"",
    );
    repository.edit(COMPLETED, |root| {
        let mut partial = root["$defs"]["job_completed_failed"].clone();
        partial["title"] = "Partial".into();
        partial["properties"]["status"]["const"] = "partial".into();
        partial.as_object_mut().unwrap().remove("x-example");
        root["$defs"]["job_completed_partial"] = partial;
        let branches = root["$defs"]["job_completed"]["oneOf"]
            .as_array_mut()
            .unwrap();
        branches.push(json!({ "$ref": "#/$defs/job_completed_partial" }));
    });
    let mut body: serde_json::Value =
        serde_json::from_str(&repository.read(&format!("{EXAMPLES}/job.completed/failed.json")))
            .unwrap();
    body["data"]["status"] = "partial".into();
    repository.write(
        &format!("{EXAMPLES}/job.completed/partial.json"),
        format!("{body:#}\n"),
    );
    repository.run(["fmt"]).exits(0);
    repository.run(RELEASE).exits(0);
    let changelog = repository.read(CHANGELOG);
    // The body before it shows what old readers reject.
    let body = changelog.rsplit("A body:").next().unwrap();
    assert!(body.contains("\"status\": \"partial\""), "{changelog}");
    assert!(
        repository
            .read(PAGE)
            .contains("job.completed/partial.json`")
    );
}

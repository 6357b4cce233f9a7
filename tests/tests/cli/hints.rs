//! Hints are suggestions, and never stop a command.

use serde_json::{Value, json};

use crate::{
    COMPLETED, CREATED, EXAMPLES,
    cli::release::{RELEASE, released},
    fresh,
};

#[test]
fn a_template_that_was_left_as_it_is_is_a_hint() {
    let repository = fresh();
    repository.run(["new", "job.cancelled"]).exits(0);
    let outcome = repository.run(["check"]);
    outcome
        .exits(0)
        .says("hint[template-text]: this description is still the one that `new` wrote")
        .says("0 errors, 0 warnings, 3 hints\n");
    let outcome = repository.run(["check", "--format", "github"]);
    outcome.exits(0).says("::notice title=template-text,");
    let outcome = repository.run(["check", "--format", "sarif"]);
    let sarif = outcome.exits(0).json();
    let of_template = |list: &Value, key: &str| {
        let mut all = list.as_array().unwrap().iter();
        all.find(|it| it[key] == "template-text").unwrap().clone()
    };
    let result = of_template(&sarif["runs"][0]["results"], "ruleId");
    assert_eq!(result["level"], "note");
    let found = repository.run(["check", "--format", "json"]);
    let finding = of_template(&found.exits(0).json(), "code");
    assert_eq!(finding["severity"], "hint");
}

#[test]
fn what_examples_and_sets_leave_open_are_hints() {
    let repository = fresh();
    repository.edit(COMPLETED, |root| {
        let properties = &mut root["$defs"]["job_completed_failed"]["properties"];
        properties["retries"] = json!({
            "description": "Number of retries.", "type": "integer", "minimum": 0, "maximum": 9,
        });
        properties["side"] = json!({
            "description": "The side.", "type": "string", "enum": ["client", "server"],
        });
    });
    repository.edit(&format!("{EXAMPLES}/job.completed/failed.json"), |body| {
        body["data"]["sdie"] = "client".into();
    });
    repository.run(["fmt"]).exits(0);
    let outcome = repository.run(["check"]);
    outcome.exits(0);
    for hint in [
        "hint[unshown-field]: no example shows `retries`",
        "hint[unshown-field]: no example shows `side`",
        "hint[closed-set]: no member can be added to this set in this major version",
        "hint[undeclared-member]: no schema declares this member",
    ] {
        outcome.says(hint);
    }
    outcome.says("0 errors, 0 warnings, 4 hints\n");
}

/// Optional fields promise nothing, so both commands continue.
#[test]
fn a_rename_is_a_hint() {
    let repository = released();
    let field = json!({ "description": "Size of the body in bytes.", "type": "integer", "minimum": 0, "maximum": 9999 });
    repository.edit(CREATED, |root| {
        root["$defs"]["job_created"]["properties"]["file_size"] = field.clone();
    });
    repository.run(["release", "--date", "2026-01-03"]).exits(0);
    repository.edit(CREATED, |root| {
        let properties = root["$defs"]["job_created"]["properties"]
            .as_object_mut()
            .unwrap();
        properties.remove("file_size");
        properties.insert("size_bytes".into(), field.clone());
    });
    let outcome = repository.run(["check"]);
    outcome
        .exits(0)
        .says(
            "hint[renamed-field]: `size_bytes` has nearly the same schema as `file_size`, which 1.1.0 had",
        )
        .says(&format!("--> {CREATED}:"))
        .says("keep `file_size` beside it");
    repository.run(RELEASE).exits(0).says("job.created");
}

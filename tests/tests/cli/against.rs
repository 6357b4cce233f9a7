//! `diff` of events: with other states of the registry, by other settings, and within limits.

use repository_tests::tool::Repository;
use serde_json::{Value, json};

use crate::{
    COMPLETED, CONFIG, CREATED,
    cli::release::{add_region, commit, git, released},
};

const REGION: &str = "  - `data.region`: added, optional, in branch `status` = `\"failed\"`\n";

#[test]
fn events_are_compared_with_those_of_a_commit() {
    let repository = Repository::copy();
    commit(&repository, "2026-01-02T03:04:05Z");
    add_region(&repository);
    let before = repository.tree();
    let outcome = repository.run(["diff", "--against", "HEAD"]);
    outcome
        .exits(0)
        .says("compared with `HEAD` as if it were released:\n");
    outcome.says(&format!(
        "webhooks/v1/job.completed, since 1.0.0: a minor revision, `cargo xtask release`\n{REGION}"
    ));
    outcome.says("webhooks/v1/job.created, since 1.0.0: nothing to release\n");
    outcome.says("`v1::JobCompletedFailed::region` is a new field");
    assert_eq!(repository.tree(), before);

    git(
        &repository,
        &["commit", "--quiet", "--all", "--message", "Region"],
    );
    let outcome = repository.run(["diff", "job.completed", "--against", "HEAD"]);
    outcome
        .exits(0)
        .says("nothing to release")
        .says_nothing_of("region");
    let outcome = repository.run(["diff", "job.completed", "--against", "HEAD~1"]);
    outcome.exits(0).says(REGION);

    // The reverse change is a break.
    git(
        &repository,
        &["checkout", "--quiet", "HEAD~1", "--", "schemas"],
    );
    let outcome = repository.run(["diff", "job.completed", "--against", "main"]);
    outcome.says("  - `data.region`: removed, in branch `status` = `\"failed\"`\n");
}

/// The order of events is that of the other state, too.
#[test]
fn another_order_of_events_is_seen() {
    let repository = Repository::copy();
    let other = Repository::copy();
    repository.replace(
        CONFIG,
        "\"job.created\", \"job.completed\"",
        "\"job.completed\", \"job.created\"",
    );
    let other = other.at("");
    let outcome = repository.run(["diff", "--against", other.to_str().unwrap()]);
    outcome
        .exits(0)
        .says("`v1::EventType` has its variants in another order");
}

#[test]
fn events_are_compared_with_those_of_a_folder() {
    let repository = Repository::copy();
    let other = Repository::copy();
    add_region(&repository);
    repository.run(["new", "job.stopped"]).exits(0);
    let folder = other.at("");
    for folder in [folder.clone(), folder.join("schemas")] {
        let outcome = repository.run(["diff", "--against", folder.to_str().unwrap()]);
        outcome.exits(0).says(REGION);
        outcome.says("webhooks/v1/job.stopped: new\n");
    }
    let folder = folder.to_str().unwrap();
    let lines = repository.run(["diff", "--against", folder, "--format", "json"]);
    let lines = lines.exits(0).stdout.lines();
    let lines: Vec<Value> = lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let completed = lines
        .iter()
        .find(|line| line["event"] == "job.completed")
        .unwrap();
    assert_eq!(completed["step"], "minor");
    assert_eq!(completed["against"][0]["revision"], "1.0.0");

    // An invalid registry is reported, whichever of the two it is.
    other.edit(CREATED, |root| root["type"] = "nothing".into());
    let outcome = repository.run(["diff", "--against", folder]);
    outcome
        .exits(1)
        .says("nothing was compared: the registry of");
}

#[test]
fn what_is_no_state_of_the_registry_is_an_error() {
    let repository = Repository::copy();
    let outcome = repository.run(["diff", "--against", "HEAD"]);
    outcome
        .exits(2)
        .complains("cannot compare with `HEAD`")
        .complains("not in a git checkout");
    commit(&repository, "2026-01-02T03:04:05Z");
    for named in ["nothing", "--help", "HEAD:README.md"] {
        let outcome = repository.run(["diff", &format!("--against={named}")]);
        outcome
            .exits(2)
            .complains("is neither a folder nor a commit of this checkout");
    }
    let outcome = repository.run(["diff", "a.json", "b.json", "--against", "HEAD"]);
    outcome.exits(2).complains("omit `--against`");
    let outcome = repository.run(["diff", "--pairs", "-", "--against", "HEAD"]);
    outcome.exits(2).complains("cannot be used with");
    // A commit without a registry.
    repository.write("empty/file", "");
    let outcome = repository.run(["diff", "--against", "empty"]);
    outcome.exits(2).complains("registry.toml");
}

#[test]
fn the_schema_of_a_released_event_stays() {
    let repository = released();
    repository.remove(CREATED);
    repository.remove("schemas/webhooks/v1/examples/job.created");
    repository.replace("schemas/registry.toml", "\"job.created\", ", "");
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("error[breaking-change]: `job.created` 1.0.0 was released");
    outcome.says("schemas/webhooks/v1/released/job.created/1.0.0.json:1:1");
    let outcome = repository.run(["diff"]);
    outcome
        .exits(1)
        .says("webhooks/v1/job.created, since 1.0.0: its schema was removed\n");
    repository.replace(
        "schemas/registry.toml",
        "compatibility = \"full\"",
        "compatibility = \"none\"",
    );
    repository
        .run(["diff"])
        .exits(0)
        .says("its schema was removed");
    repository
        .run(["check"])
        .says_nothing_of("was released, but");
}

/// The settings of a comparison also apply to events.
#[test]
fn events_are_compared_by_the_settings_that_are_asked_for() {
    let repository = released();
    add_region(&repository);
    repository.run(["diff", "job.completed"]).exits(0);
    // Earlier readers accepted any value there.
    let outcome = repository.run(["diff", "job.completed", "--profile", "exact"]);
    outcome
        .exits(1)
        .says("backward (events of 1.0.0, for new readers): breaking")
        .says("`--profile tolerant` does not count it");

    let repository = released();
    repository.edit(COMPLETED, |root| {
        let duration = "/$defs/job_completed_succeeded/properties/completed_at";
        let field = root.pointer_mut(duration).unwrap();
        *field = json!({ "description": "When it ended.", "type": "string" });
    });
    repository.run(["diff", "job.completed"]).exits(1);
    repository
        .run(["diff", "job.completed", "--no-formats"])
        .exits(0);
}

#[test]
fn limits_are_those_of_the_registry() {
    let repository = released();
    add_region(&repository);
    let config = repository.read("schemas/registry.toml");
    repository.write(
        "schemas/registry.toml",
        format!("{config}\n[comparison]\nstack-mib = 1\nmemory-mib = 512\ntime-ms = 60000\n"),
    );
    repository.run(["check"]).says_nothing_of("invalid-config");
    for wrong in [
        "time-ms = 0",
        "stack-mib = -1",
        "memory-mib = 1.5",
        "time = 1",
    ] {
        repository.write(
            "schemas/registry.toml",
            format!("{config}\n[comparison]\n{wrong}\n"),
        );
        repository
            .run(["check"])
            .exits(1)
            .says("error[invalid-config]");
    }
    repository.write(
        "schemas/registry.toml",
        format!("{config}\n[comparison]\nmemory-mib = 1\nstack-mib = 1\ntime-ms = 1\n"),
    );
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("error[undecided-change]")
        .says("over budget");
    let more = [
        "--time-limit",
        "60",
        "--memory-limit",
        "512",
        "--stack-limit",
        "64",
    ];
    repository
        .run([&["diff", "job.completed"][..], &more].concat())
        .exits(0);
}

/// The approval that the finding of a break suggests can be pasted, and is valid once it has a reason.
#[test]
fn a_break_is_approved_by_what_its_finding_says() {
    let repository = released();
    add_region(&repository);
    repository.run(["check"]).exits(0);
    repository.edit(CREATED, |root| {
        root["$defs"]["job_type"]["maxLength"] = 60.into();
    });
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("`cargo xtask new-major webhooks`")
        .says("`schemas/approvals.toml`");
    let (_, pasted) = outcome.stdout.split_once("[[approval]]").unwrap();
    let lines: Vec<&str> = pasted.lines().take(5).map(str::trim).collect();
    let pasted = format!("[[approval]]{}\n", lines.join("\n"));
    repository.write("schemas/approvals.toml", &pasted);
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("the approval of a break of `job.created` has no reason");
    repository.replace("schemas/approvals.toml", "…", "Nobody sends longer ones.");
    repository.run(["check"]).exits(0);

    // Other formats have the same lines.
    repository.remove("schemas/approvals.toml");
    commit(&repository, "2026-01-02T03:04:05Z");
    let found = repository.run(["check", "--format", "json"]).json();
    let found = found.as_array().unwrap();
    let found = found.iter().find(|it| it["code"] == "breaking-change");
    let help = found.unwrap()["help"].as_str().unwrap();
    assert!(
        help.contains(&format!("\n\n{}", pasted.trim_end())),
        "{help}"
    );
    let github = repository.run(["check", "--format", "github"]);
    github.exits(1).says("%0A%0A[[approval]]%0Aevent = ");
    let sarif = repository.run(["check", "--format", "sarif"]).json();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|it| it["ruleId"] == "breaking-change");
    let text = &result.unwrap()["message"]["text"];
    assert!(
        text.as_str().unwrap().contains("\n\n[[approval]]\n"),
        "{text}"
    );
}

//! Findings of the policy: `check` reports them, and `release` stops because of them.

use std::collections::BTreeSet;

use repository_tests::tool::Repository;
use serde_json::{Value, json};

use crate::{
    CONFIG, CREATED, EXAMPLES,
    cli::release::{RELEASE, add_region, assert_done, released},
};

const APPROVALS: &str = "schemas/approvals.toml";
const RULES: [&str; 3] = ["breaking-change", "undecided-change", "unused-approval"];

/// Returns the findings of a run, as JSON.
#[track_caller]
fn findings(repository: &Repository, arguments: &[&str]) -> Vec<Value> {
    let outcome = repository.run([arguments, &["--format", "json"]].concat());
    let Value::Array(findings) = outcome.exits(1).json() else {
        panic!("{outcome}");
    };
    findings
}

/// Checks that `check` and `release` have the same finding of the policy, and that nothing is written.
#[track_caller]
fn both_find(repository: &Repository, rule: &str, what: &str) {
    let mut checked = findings(repository, &["check"]);
    checked.retain(|finding| RULES.iter().any(|rule| finding["code"] == **rule));
    assert!(!checked.is_empty());
    assert!(checked.iter().all(|finding| finding["code"] == rule));
    let messages: Vec<&str> = checked
        .iter()
        .filter_map(|it| it["message"].as_str())
        .collect();
    assert!(
        messages.iter().any(|message| message.contains(what)),
        "{messages:?}"
    );
    let before = repository.tree();
    let releases: [&[&str]; 3] = [&[], &["--dry-run"], &["artifact.ready"]];
    for more in releases {
        let release = [&RELEASE[..], more].concat();
        assert_eq!(findings(repository, &release), checked, "{more:?}");
        let human = repository.run(&release);
        human.exits(1).says(&format!("error[{rule}]"));
        human.says("nothing was released");
        let github = repository.run([&release[..], &["--format", "github"]].concat());
        github.exits(1).says(&format!("::error title={rule},"));
        let sarif = repository.run([&release[..], &["--format", "sarif"]].concat());
        let sarif = sarif.exits(1).json();
        assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], rule);
    }
    assert_eq!(repository.tree(), before);
}

pub(super) fn set_length(repository: &Repository, length: u32) {
    repository.edit(CREATED, |root| {
        root["$defs"]["job_type"]["maxLength"] = length.into();
    });
}

/// Returns the approvals that the findings of `check` suggest, with a reason.
#[track_caller]
fn approvals(repository: &Repository, reason: &str) -> String {
    let offered = findings(repository, &["check"]);
    let offered = offered.iter().filter(|it| it["code"] == "breaking-change");
    let offered: BTreeSet<String> = offered
        .map(|finding| {
            let (_, approval) = finding["help"]
                .as_str()
                .unwrap()
                .rsplit_once("\n\n")
                .unwrap();
            approval.replace('…', reason) + "\n\n"
        })
        .collect();
    offered.into_iter().collect()
}

/// Approves breaks, one finding after the other.
pub(super) fn approve(repository: &Repository, reason: &str) {
    let mut all = match repository.at(APPROVALS).exists() {
        true => repository.read(APPROVALS),
        false => String::new(),
    };
    while repository.run(["check"]).code != Some(0) {
        let more = approvals(repository, reason);
        assert_ne!(more, "", "nothing is offered");
        all += &more;
        repository.write(APPROVALS, &all);
    }
}

#[test]
fn a_break_of_readers_stops_both() {
    let repository = released();
    set_length(&repository, 200);
    both_find(
        &repository,
        "breaking-change",
        "readers of `job.created` 1.0.0 reject",
    );
}

#[test]
fn a_break_of_old_bodies_stops_both() {
    let repository = released();
    set_length(&repository, 60);
    both_find(
        &repository,
        "breaking-change",
        "new readers reject events of `job.created` 1.0.0",
    );
}

#[test]
fn what_is_not_decided_stops_both() {
    let repository = released();
    set_length(&repository, 60);
    // The comparison takes far longer than the limit, however fast the machine is.
    repository.edit(CREATED, |root| {
        let words: Vec<String> = (0..20_000).map(|number| format!("word_{number}")).collect();
        let word = json!({ "description": "One of many words.", "type": "string", "enum": words });
        root["$defs"]["job_created"]["properties"]["word"] = word;
    });
    let config = repository.read(CONFIG);
    let limits = "\n[comparison]\ntime-ms = 1\n";
    repository.write(CONFIG, config + limits);
    both_find(&repository, "undecided-change", "over budget");
}

#[test]
fn an_event_that_is_gone_stops_both() {
    let repository = released();
    repository.remove(CREATED);
    repository.remove(&format!("{EXAMPLES}/job.created"));
    repository.replace(CONFIG, "\"job.created\", ", "");
    both_find(
        &repository,
        "breaking-change",
        "`job.created` 1.0.0 was released, but",
    );
}

#[test]
fn an_event_that_is_renamed_stops_both() {
    let repository = released();
    let schema = repository.read(CREATED).replace("job.created", "job.made");
    repository.write("schemas/webhooks/v1/job.made.json", schema);
    repository.remove(CREATED);
    repository.remove(&format!("{EXAMPLES}/job.created"));
    repository.replace(CONFIG, "job.created", "job.made");
    both_find(
        &repository,
        "breaking-change",
        "`job.created` 1.0.0 was released, but",
    );
}

#[test]
fn an_unused_approval_stops_both() {
    let repository = released();
    set_length(&repository, 60);
    approve(&repository, "Nobody sends longer ones.");
    set_length(&repository, 100);
    both_find(
        &repository,
        "unused-approval",
        "no current break of `job.created`",
    );
}

/// An approval applies to the breaks of its schema, and not to further breaks of a later one.
#[test]
fn an_approval_covers_no_later_break() {
    let repository = released();
    let region = |schema: Option<Value>| {
        repository.edit(CREATED, |root| {
            let properties = root["$defs"]["job_created"]["properties"]
                .as_object_mut()
                .unwrap();
            properties.remove("region");
            properties.extend(schema.map(|schema| ("region".to_owned(), schema)));
        });
    };
    let of = |ty: &str| Some(json!({ "description": "Where the job runs.", "type": ty }));
    region(of("string"));
    repository.run(RELEASE).exits(0).says("job.created 1.1.0");
    set_length(&repository, 60);
    region(None);
    approve(&repository, "Nobody sends longer ones.");
    assert_eq!(
        repository.read(APPROVALS).matches("[[approval]]").count(),
        2
    );
    repository.run(RELEASE).exits(0).says("job.created 1.2.0");
    assert_done(&repository);

    // Other descriptions, another field, the field as it was, and a smaller break.
    repository.edit(CREATED, |root| {
        root["description"] = "There is a job.".into()
    });
    add_region(&repository);
    repository.run(RELEASE).exits(0).says("job.created 1.2.1");
    assert_done(&repository);
    region(of("string"));
    repository.run(["check"]).exits(0).says("approved break: ");
    region(None);
    set_length(&repository, 60);
    repository.run(["check"]).exits(0).says("approved break: ");

    // Only readers of 1.1.0 know a field of that name, which the approved schema lacks.
    region(of("boolean"));
    both_find(
        &repository,
        "breaking-change",
        "readers of `job.created` 1.1.0 reject",
    );
    let outcome = repository.run(["diff", "job.created"]);
    outcome.exits(1).says(
        "  forward (new events, for readers of 1.1.0): breaking, approved: Nobody sends \
         longer ones.\n",
    );
    outcome.says("  not covered by an approval: breaking\n");
    let lines = repository.run(["diff", "job.created", "--format", "json"]);
    let line: Value = serde_json::from_str(&lines.exits(1).stdout).unwrap();
    assert_eq!(line["kept"], false);
    assert_eq!(
        line["against"][2]["approved"],
        json!(["Nobody sends longer ones."])
    );
    assert_eq!(
        line["against"][2]["beyond"]["forward"]["verdict"],
        "breaking"
    );
    assert_eq!(
        line["against"][3]["beyond"]["backward"]["verdict"],
        "compatible"
    );

    // It is approved in addition to the other, and both stay.
    approve(&repository, "Nobody reads the region.");
    assert_eq!(
        repository.read(APPROVALS).matches("[[approval]]").count(),
        3
    );
    repository.run(RELEASE).exits(0);
    assert_done(&repository);
}

/// Approving a break with the latest revision does not approve the break with earlier ones.
#[test]
fn each_revision_asks_for_an_approval_of_its_own() {
    let repository = released();
    set_length(&repository, 60);
    approve(&repository, "Nobody sends longer ones.");
    repository.run(RELEASE).exits(0);
    set_length(&repository, 50);
    let approvals = approvals(&repository, "Nobody sends these.");
    assert_eq!(approvals.matches("[[approval]]").count(), 1);
    let before = repository.read(APPROVALS);
    repository.write(APPROVALS, before + &approvals);
    both_find(
        &repository,
        "breaking-change",
        "new readers reject events of `job.created` 1.0.0",
    );
}

/// A revision that was raised by hand is released, and `diff` shows it.
#[test]
fn a_revision_that_was_raised_by_hand_is_released() {
    let repository = released();
    let raise = |revision: &str| {
        repository.edit(CREATED, |root| root["x-event-version"] = revision.into());
    };
    let next = || {
        let lines = repository.run(["diff", "job.created", "--format", "json"]);
        let line: Value = serde_json::from_str(&lines.stdout).unwrap();
        line["next"].clone()
    };
    let dry = [&RELEASE[..], &["--dry-run"]].concat();
    let nothing = "job.created, since 1.0.0: nothing to release\n";
    repository.run(["diff"]).exits(0).says(nothing);
    repository.run(&dry).exits(0).says("nothing to release");
    assert_eq!(next(), Value::Null);

    raise("1.5.0");
    let outcome = repository.run(["diff"]);
    outcome.exits(0).says(
        "job.created, since 1.0.0: no change except the revision 1.5.0, `cargo xtask release`\n",
    );
    repository
        .run(&dry)
        .exits(0)
        .says("job.created 1.5.0 (no change since 1.0.0)");
    assert_eq!(next(), "1.5.0");

    let lower = "job.created, since 1.0.0: a minor revision, but `cargo xtask release` rejects the \
                 revision in the schema\n";
    repository.edit(CREATED, |root| {
        let region = json!({ "description": "Where the job runs.", "type": "string" });
        root["$defs"]["job_created"]["properties"]["region"] = region;
    });
    raise("1.0.1");
    repository.run(["diff"]).exits(0).says(lower);
    repository.run(&dry).exits(1).says("need 1.1.0");
    assert_eq!(next(), Value::Null);
    raise("1.0.0");
    assert_eq!(next(), "1.1.0");
    repository.run(RELEASE).exits(0).says("job.created 1.1.0");
    assert_done(&repository);
}

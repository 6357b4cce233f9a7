//! `new` makes an event that passes the check, or nothing.

use std::collections::BTreeMap;

use repository_tests::tool::{GENERATED, Repository};

use crate::{COMPLETED, CONFIG, cli::release::released, fresh};

const CANCELLED: [&str; 3] = [
    "schemas/webhooks/v1/examples/job.cancelled/default.json",
    "schemas/webhooks/v1/examples/job.cancelled/default_minimal.json",
    "schemas/webhooks/v1/job.cancelled.json",
];

#[test]
fn a_new_event_is_green() {
    let repository = fresh();
    let mut before = repository.files();
    let outcome = repository.run(["new", "job.cancelled"]);
    outcome.exits(0);
    let mut after = repository.files();
    for path in CANCELLED {
        outcome.says(&format!("created   {path}\n"));
        assert!(after.remove(path).is_some(), "{path}");
    }
    assert!(after == before, "nothing else is written");
    repository
        .run(["check"])
        .exits(0)
        .says("checked 5 schemas and ")
        .says("0 errors, 0 warnings");
    repository.run(["fmt", "--check"]).exits(0);
    repository.run(["codegen", "--check"]).exits(4);
    repository.run(["codegen"]).exits(0);
    repository.run(["check"]).exits(0);
    repository.run(["codegen", "--check"]).exits(0);
    let code = repository.read(&format!("{GENERATED}/v1/job_cancelled.rs"));
    assert!(code.contains("pub struct JobCancelled {"), "{code}");
    assert!(
        repository
            .read(&format!("{GENERATED}/v1/event.rs"))
            .contains("JobCancelled(JobCancelled)")
    );
    assert!(
        repository
            .read("docs/webhooks/v1.md")
            .contains("job.cancelled")
    );
    repository
        .run(["validate", CANCELLED[0], CANCELLED[1]])
        .exits(0);
    before = repository.files();
    repository
        .run(["new", "job.cancelled"])
        .exits(2)
        .complains("has it already");
    assert!(repository.files() == before);
}

/// The first revision is one of the major version that the event belongs to.
#[test]
fn a_new_event_of_a_later_major_version_is_green() {
    let repository = released();
    repository.run(["new-major", "webhooks"]).exits(0);
    repository.run(["new", "job.cancelled"]).exits(0);
    let schema = repository.read("schemas/webhooks/v2/job.cancelled.json");
    assert!(
        schema.contains("\"x-event-version\": \"2.0.0\""),
        "{schema}"
    );
    repository
        .run(["check"])
        .exits(0)
        .says("0 errors, 0 warnings");
}

#[test]
fn bad_names_write_nothing() {
    let repository = Repository::copy();
    let before = repository.tree();
    let names = [
        "",
        " ",
        ".",
        "..",
        "../x",
        "../../x.y",
        "/tmp/x.y",
        "job/x",
        "job.x/../../y",
        "job\\x",
        "Job.Cancelled",
        "job.Cancelled",
        "jobCancelled",
        "job..x",
        ".job",
        "job.",
        "job.x_",
        "job.1x",
        "job-x.y",
        "job.x y",
        "job.x\n",
        "jöb.x",
        "job.x\u{202e}",
        "*",
        "C:x",
    ];
    for name in names {
        let outcome = repository.run(["new", name]);
        outcome
            .exits(2)
            .complains("cannot add `")
            .complains("names in snake case");
    }
    repository
        .run(["new", "--", "-x"])
        .exits(2)
        .complains("names in snake case");
    repository
        .run(["new", "job.x", "job.y"])
        .exits(2)
        .complains("unexpected argument");
    repository
        .run(["new", "job.created"])
        .exits(2)
        .complains("has it already");
    repository
        .run(["new", "envelope"])
        .exits(2)
        .complains("it exists already");
    assert_eq!(repository.tree(), before);
}

/// A valid name can still result in schemas that the check rejects.
#[test]
fn events_that_would_not_pass_write_nothing() {
    let repository = Repository::copy();
    let before = repository.tree();
    let long = format!("job.{}", "x".repeat(300));
    for (name, rule) in [
        // The envelope requires a dot.
        ("cancelled", "invalid-example"),
        // There is a type `$defs/job_type`.
        ("job.type", "name-collision"),
        // There is `job.created`, but the envelope's rule is checked first.
        ("job_created", "invalid-example"),
    ] {
        let outcome = repository.run(["new", name]);
        outcome
            .exits(2)
            .says(&format!("error[{rule}]: "))
            .says(&format!("choose another name than `{name}`"))
            .complains("nothing was written");
        assert_eq!(outcome.stdout.matches("error[").count(), 1, "{name}");
    }
    repository
        .run(["new", &long])
        .exits(2)
        .complains("nothing was written");
    let tree = repository.tree();
    let paths: Vec<&String> = tree.keys().collect();
    assert_eq!(paths, Vec::from_iter(before.keys()));
    let bytes = |tree: &BTreeMap<String, _>| tree.get(COMPLETED).cloned();
    assert_eq!(bytes(&tree), bytes(&before));
}

/// Existing findings do not prevent a new event.
#[test]
fn a_registry_with_findings_can_grow() {
    let repository = Repository::copy();
    repository.edit(COMPLETED, |root| {
        root["$defs"]["failure_reason"]
            .as_object_mut()
            .unwrap()
            .remove("description");
    });
    repository.run(["check"]).exits(1);
    repository.run(["new", "job.cancelled"]).exits(0);
    let outcome = repository.run(["check"]);
    outcome.exits(1).says("1 error, 0 warnings");
}

#[test]
fn the_family_is_named_where_there_are_several() {
    let repository = Repository::copy();
    let config = repository.read(CONFIG);
    repository.write(
        CONFIG,
        format!("{config}\n[families.parcels]\ntitle = \"Parcels\"\n"),
    );
    repository.write("schemas/parcels/README.md", "Nothing yet.\n");
    let outcome = repository.run(["new", "job.cancelled"]);
    outcome
        .exits(2)
        .complains("`--family`: `parcels`, `webhooks`");
    let outcome = repository.run(["new", "--family", "letters", "job.cancelled"]);
    outcome
        .exits(2)
        .complains("there is no family `letters`; the registry has `parcels`, `webhooks`");
    let outcome = repository.run(["new", "--family", "parcels", "parcel.sent"]);
    outcome
        .exits(2)
        .complains("`parcels` has no major version yet");
    repository
        .run(["new", "--family", "webhooks", "job.cancelled"])
        .exits(0);
    repository.run(["check"]).exits(0);
}

//! `new-major` adds a major version.

use std::fs;

use super::release::{RELEASE, assert_done, files, released};
use crate::EXAMPLES;

#[test]
fn a_major_version_is_copied() {
    let repository = released();
    let before = files(&repository);
    let outcome = repository.run(["new-major", "webhooks"]);
    outcome.exits(0).says("created   schemas/webhooks/v2: ");
    outcome
        .says("git stash push --include-untracked -- schemas/webhooks/v1\n")
        .says("6. cargo xtask release\n");
    for (path, bytes) in &before {
        assert_eq!(fs::read(repository.at(path)).unwrap(), *bytes, "{path}");
    }
    assert!(!repository.at("schemas/webhooks/v2/released").exists());
    let left = fs::read_dir(repository.at("schemas/webhooks")).unwrap();
    assert_eq!(left.count(), 2, "nothing hidden is left");
    repository
        .run(["check"])
        .exits(0)
        .says("0 errors, 0 warnings");
    repository.run(["codegen"]).exits(0);
    repository.run(["codegen", "--check"]).exits(0);
    let created = repository.read("schemas/webhooks/v2/job.created.json");
    assert!(created.contains("\"x-event-version\": \"2.0.0\""));
    assert!(!created.contains("v1"), "{created}");
    let body = repository.read(&format!("{EXAMPLES}/job.created/queued.json"));
    let moved = EXAMPLES.replace("v1", "v2");
    let copy = repository.read(&format!("{moved}/job.created/queued.json"));
    assert_eq!(copy, body.replace("v1", "v2").replace("1.0.0", "2.0.0"));
    let both = [
        format!("{EXAMPLES}/job.created/queued.json"),
        format!("{moved}/job.created/queued.json"),
    ];
    repository
        .run([&["validate".to_owned()], &both[..]].concat())
        .exits(0);
    let never = repository.run(["new-major", "webhooks"]);
    never
        .exits(2)
        .complains("`v2` was never released; make the change there");
    // Each major version has releases of its own, and changes in `v2` are not breaks of `v1`.
    let v2 = "schemas/webhooks/v2/job.created.json";
    repository.edit(v2, |root| {
        root["$defs"]["job_type"]["maxLength"] = 60.into();
    });
    repository.run(["check"]).exits(0);
    repository
        .run(RELEASE)
        .exits(0)
        .says("webhooks/v2/job.created 2.0.0 (first revision)");
    assert_done(&repository);
    repository
        .run(["new-major", "webhooks"])
        .exits(0)
        .says("schemas/webhooks/v3");
    repository.run(["check"]).exits(0);
    repository
        .run(["new-major", "gadgets"])
        .exits(2)
        .complains("no such family");
}

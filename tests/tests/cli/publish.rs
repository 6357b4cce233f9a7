//! Released schemas are published to a folder completely, and never replace someone else's files.

mod faults;
mod foreign;

use std::{collections::BTreeMap, fs, os::unix::fs::PermissionsExt, process::Command};

use repository_tests::tool::{Outcome, Repository};
use serde_json::Value;

use schema_registry::released::digest;

use super::release::{INDEX, RELEASE, add_region, released};

pub(super) const SITE: &str = "site";
const REVISION: &str = "site/schemas/webhooks/v1/job.created/1.0.0.json";

pub(super) fn publish(repository: &Repository) -> Outcome {
    repository.run(["publish", "--to", SITE])
}

pub(super) fn verify(repository: &Repository) -> Outcome {
    repository.run(["verify", SITE])
}

pub(super) fn published() -> Repository {
    let repository = released();
    publish(&repository).exits(0);
    repository
}

/// Returns every published file.
pub(super) fn files(repository: &Repository) -> BTreeMap<String, Vec<u8>> {
    let mut files = repository.files();
    files.retain(|path, _| path.starts_with("site/"));
    files
}

/// Releases one more event.
#[track_caller]
pub(super) fn release_more(repository: &Repository) {
    add_region(repository);
    repository.run(RELEASE).exits(0).says("job.completed");
}

#[test]
fn what_is_released_is_published_and_verified() {
    let repository = released();
    publish(&repository)
        .exits(0)
        .says("new      schemas/webhooks/v1/job.created/1.0.0.json")
        .says(", 0 changed, 0 removed, 0 equal, 0 rejected; not signed");
    let outcome = verify(&repository);
    outcome.exits(0).says("note: it is not signed");
    outcome.says(": 0 errors");
    let before = files(&repository);
    publish(&repository)
        .exits(0)
        .says("0 new, 0 changed, 0 removed, ")
        .says(&format!("{} equal", before.len()));
    assert_eq!(files(&repository), before);
    // The same bytes at another place.
    repository.run(["publish", "--to", "other/place"]).exits(0);
    for (path, bytes) in &before {
        let other = path.replacen("site", "other/place", 1);
        assert!(fs::read(repository.at(&other)).unwrap() == *bytes, "{path}");
    }
}

#[test]
fn every_part_is_there() {
    let repository = published();
    let site: Vec<String> = files(&repository).into_keys().collect();
    for path in [
        "site/schemas/webhooks/v1/job.completed.json",
        "site/schemas/webhooks/v1/job.completed/1.0.0.json",
        "site/schemas/webhooks/v1/envelope.json",
        "site/schemas/webhooks/v1/examples/job.completed/succeeded.json",
        "site/schemas/webhooks/v1/examples/job.created/invalid/data_is_array.json",
        "site/reference/README.md",
        "site/reference/webhooks/v1.md",
        "site/index.json",
        "site/index.schema.json",
        "site/catalog.json",
        "site/manifest.json",
        "site/claims.json",
        "site/SHA256SUMS",
    ] {
        assert!(site.iter().any(|it| it == path), "{path} of {site:#?}");
    }
    let sums = Command::new("sha256sum")
        .args(["--check", "--quiet", "SHA256SUMS"])
        .current_dir(repository.at(SITE))
        .status();
    assert!(sums.unwrap().success());
    let mode = fs::metadata(repository.at("site/index.json")).unwrap();
    assert_eq!(
        mode.permissions().mode() & 0o444,
        0o444,
        "others can read it"
    );
}

#[test]
fn the_index_says_what_there_is() {
    let repository = released();
    repository.edit("schemas/webhooks/v1/job.created.json", |root| {
        root["deprecated"] = true.into();
        root["x-sunset"] = "2027-01-31".into();
    });
    repository.run(RELEASE).exits(0);
    publish(&repository).exits(0);
    verify(&repository).exits(0);
    let index: Value = serde_json::from_str(&repository.read("site/index.json")).unwrap();
    let major = &index["families"][0]["majors"][0];
    assert_eq!(major["name"], "v1");
    let event = &major["events"][0];
    assert_eq!(event["event"], "job.created");
    assert_eq!(event["latest"], "1.0.1");
    assert_eq!(event["deprecated"], true);
    assert_eq!(event["sunset"], "2027-01-31");
    assert_eq!(event["links"]["documentation"], "reference/webhooks/v1.md");
    assert_eq!(event["revisions"].as_array().unwrap().len(), 2);
    assert_eq!(event["revisions"][1]["date"], "2026-01-02");
    let catalog: Value = serde_json::from_str(&repository.read("site/catalog.json")).unwrap();
    let schema = &catalog["schemas"][0];
    assert_eq!(
        schema["url"],
        "https://docs.scrapenest.com/schemas/webhooks/v1/job.created.json"
    );
    assert!(schema["fileMatch"].as_array().unwrap().len() == 2);
}

#[test]
fn what_is_not_released_is_not_published() {
    let repository = released();
    add_region(&repository);
    repository.run(["codegen"]).exits(0);
    publish(&repository)
        .exits(1)
        .says("error[unreleased-change]: `job.completed` has changes since 1.0.0")
        .says("nothing was published");
    assert!(!repository.at(SITE).exists());
    repository.run(["new", "job.paused"]).exits(0);
    publish(&repository)
        .exits(1)
        .says("`job.paused` was never released");
}

#[test]
fn a_day_that_is_none_is_refused() {
    let repository = released();
    // No release writes this, so it is written by hand.
    let file = "schemas/webhooks/v1/released/job.created/1.0.0.json";
    let before = digest(repository.read(file));
    repository.edit(file, |root| root["x-sunset"] = "next year".into());
    repository.replace(INDEX, &before, &digest(repository.read(file)));
    publish(&repository).exits(1).says("error[invalid-sunset]");
}

#[test]
fn a_dry_run_writes_nothing() {
    let repository = released();
    let dry = ["publish", "--to", SITE, "--dry-run"];
    repository
        .run(dry)
        .exits(0)
        .says("new      manifest.json")
        .says("nothing was written");
    assert!(!repository.at(SITE).exists());
    publish(&repository).exits(0);
    release_more(&repository);
    let before = repository.tree();
    let outcome = repository.run(dry);
    outcome
        .exits(0)
        .says("new      schemas/webhooks/v1/job.completed/1.1.0.json");
    outcome.says("changed  schemas/webhooks/v1/job.completed.json");
    outcome.says("equal    schemas/webhooks/v1/job.created/1.0.0.json");
    assert_eq!(repository.tree(), before);
}

#[test]
fn a_new_release_replaces_what_may_change() {
    let repository = published();
    let before = files(&repository);
    release_more(&repository);
    repository.remove("schemas/webhooks/v1/examples/job.completed/newer_minor_version.json");
    repository.run(["codegen"]).exits(0);
    publish(&repository)
        .exits(0)
        .says("removed  schemas/webhooks/v1/examples/job.completed/newer_minor_version.json");
    verify(&repository).exits(0);
    let after = files(&repository);
    assert_eq!(before[REVISION], after[REVISION]);
    let current = "site/schemas/webhooks/v1/job.completed.json";
    assert_ne!(before[current], after[current]);
    assert!(after.contains_key("site/schemas/webhooks/v1/job.completed/1.1.0.json"));
}

#[test]
fn a_changed_revision_is_refused_by_both() {
    let repository = published();
    let text = repository.read(REVISION);
    repository.write(
        REVISION,
        text.replace("accepted and queued", "Accepted and queued"),
    );
    let before = files(&repository);
    publish(&repository)
        .exits(1)
        .says(REVISION)
        .says("a revision never changes: the digest at the destination is ")
        .says(", and here it is ")
        .says("nothing at the destination was overwritten");
    assert_eq!(files(&repository), before);
    verify(&repository).exits(1).says(REVISION);
}

/// A publisher that lacks published revisions would remove something.
#[test]
fn an_older_checkout_is_refused() {
    let repository = published();
    let older = released();
    release_more(&repository);
    publish(&repository).exits(0);
    let before = files(&repository);
    let site = repository.at(SITE);
    let outcome = older.run(["publish".as_ref(), "--to".as_ref(), site.as_os_str()]);
    outcome
        .exits(1)
        .says("`job.completed` 1.1.0 is published, but not released here");
    assert_eq!(files(&repository), before);
    older
        .run(["verify".as_ref(), site.as_os_str()])
        .exits(1)
        .says("job.completed/1.1.0.json")
        .says("it is published there, but not released here");
}

#[test]
fn a_place_of_something_else_is_refused() {
    let repository = released();
    repository.write("site/index.json", "{}");
    let before = files(&repository);
    publish(&repository)
        .exits(1)
        .says("the published index is not valid");
    assert_eq!(files(&repository), before);
    // Without an index, it is not a publication, and existing files are someone else's.
    repository.remove("site/index.json");
    repository.write("site/manifest.json", "{\"name\": \"a web page\"}");
    let before = files(&repository);
    publish(&repository)
        .exits(1)
        .says("site/manifest.json")
        .says("another file is already there, which is not part of a publication");
    assert_eq!(files(&repository), before);
    repository.write("file", "");
    for (target, says) in [
        ("file", "not a directory"),
        ("ftp://example.com", "its scheme is not one of"),
        ("https://example.com", "a web server takes no files"),
        ("https://me:secret@example.com", "it has a password"),
        ("", "it has no name"),
        ("file:site", "write `file:///` and an absolute path"),
        ("file://host/site", "write `file:///` and an absolute path"),
        ("s3://", "it names no bucket"),
        ("gs:///base", "it names no bucket"),
    ] {
        repository
            .run(["publish", "--to", target])
            .exits(2)
            .complains(says);
    }
}

#[test]
fn runs_at_the_same_time_agree() {
    let repository = released();
    let mut runs: Vec<_> = (0..20)
        .map(|_| repository.tool(["publish", "--to", SITE]).command().spawn())
        .collect();
    for run in &mut runs {
        assert!(run.as_mut().unwrap().wait().unwrap().success());
    }
    verify(&repository).exits(0);
    publish(&repository).exits(0).says("0 new, 0 changed");
}

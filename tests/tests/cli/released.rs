//! Runs after a release.

use std::fs;

use crate::{
    CREATED,
    cli::{
        policy::approve,
        release::{CHANGELOG, INDEX, RELEASE, assert_done, released, set_revision},
    },
};

/// An unreadable list may have every release, so none is reported as missing.
#[test]
fn a_list_that_cannot_be_read_says_nothing_of_files() {
    let repository = released();
    let mut bytes = fs::read(repository.at(INDEX)).unwrap();
    bytes.push(0xff);
    repository.write(INDEX, bytes);
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("error[unreadable-file]: ")
        .says("1 error, 0 warnings")
        .says_nothing_of("unlisted-released-file");
}

#[test]
fn an_approved_break_is_told_once() {
    let repository = released();
    repository.edit(CREATED, |root| {
        root["$defs"]["job_type"]["maxLength"] = 60.into();
    });
    approve(&repository, "All are shorter.");
    let breaks = "Approved break: incompatible with 1.0.0. All are shorter.";
    repository.run(RELEASE).exits(0).says(breaks);
    repository.edit(CREATED, |root| {
        root["description"] = "There is a job.".into();
    });
    let outcome = repository.run(RELEASE);
    outcome
        .exits(0)
        .says("released 1 revision")
        .says_nothing_of("Approved break");
    let changelog = repository.read(CHANGELOG);
    assert_eq!(changelog.matches(breaks).count(), 1, "{changelog}");
    assert_done(&repository);
}

#[test]
fn a_revision_that_was_raised_alone_is_released() {
    let repository = released();
    set_revision(&repository, "1.0.1");
    let outcome = repository.run(RELEASE);
    outcome.exits(0).says("job.completed 1.0.1");
    assert_done(&repository);
}

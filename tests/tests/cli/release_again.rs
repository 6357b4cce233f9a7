//! Releases after others: earlier approvals, versions raised by hand, and the latest release.

use serde_json::json;

use crate::{
    CREATED,
    cli::{
        policy::{approve, set_length},
        release::{CHANGELOG, RELEASE, add_region, assert_done, released, set_revision},
    },
};

/// A later patch of an event with an approved break is not a break.
#[test]
fn an_approval_counts_for_one_revision() {
    let repository = released();
    set_length(&repository, 60);
    approve(&repository, "Longer ones are never sent.");
    let breaks = "Approved break: incompatible with 1.0.0. Longer ones are never sent.";
    repository.run(RELEASE).exits(0).says(breaks);
    assert_eq!(repository.read(CHANGELOG).matches(breaks).count(), 1);
    repository.edit(CREATED, |root| {
        root["description"] = "There is a job.".into();
    });
    repository
        .run(RELEASE)
        .exits(0)
        .says("job.created 1.1.1 (patch since 1.1.0)")
        .says_nothing_of("Approved break");
    assert_eq!(
        repository.read(CHANGELOG).matches("Approved break").count(),
        1
    );
    assert_done(&repository);
}

/// Nothing else has changed, so the next patch is enough.
#[test]
fn a_revision_can_be_raised_by_a_patch_alone() {
    let repository = released();
    set_revision(&repository, "1.0.1");
    repository
        .run(RELEASE)
        .exits(0)
        .says("job.completed 1.0.1 (no change since 1.0.0)")
        .says("released 1 revision;");
    assert_done(&repository);
}

/// Of two released envelopes, the later one is shown, whatever the revision of its event.
#[test]
fn the_latest_envelope_is_the_one_of_the_latest_day() {
    let repository = released();
    add_region(&repository);
    set_revision(&repository, "1.5.0");
    repository.run(RELEASE).exits(0).says("job.completed 1.5.0");
    repository.edit("schemas/webhooks/v1/envelope.json", |root| {
        root["properties"]["span_id"] =
            json!({ "description": "Where it was traced.", "type": "string" });
    });
    let new_field = "`v1::Event::span_id` is a new field";
    repository.run(["diff"]).says(new_field);
    repository
        .run(["release", "artifact.ready", "--date", "2026-01-09"])
        .exits(0)
        .says("artifact.ready 1.1.0");
    repository
        .run(["diff"])
        .says_nothing_of("span_id` is a new field");
}

//! Deprecations, and the days from which events are no longer sent, are shown wherever people read about them.

use serde_json::{Value, json};

use crate::{
    COMPLETED, CREATED,
    cli::release::{CHANGELOG, INDEX, RELEASE, released},
};

const GENERATED: &str = "crates/scrapenest-webhooks/src/generated/v1";

fn deprecate(schema: &mut Value, day: &str) {
    schema["deprecated"] = true.into();
    schema["x-sunset"] = day.into();
}

#[test]
fn deprecation_is_shown_where_people_read() {
    let repository = released();
    repository.edit(CREATED, |root| {
        deprecate(root, "2027-06-30");
        let properties = &mut root["$defs"]["job_created"]["properties"];
        deprecate(&mut properties["status"], "2027-07-31");
        properties["job_type"]["deprecated"] = true.into();
    });
    repository.edit(COMPLETED, |root| {
        deprecate(&mut root["$defs"]["job_completed_failed"], "2027-08-31");
        deprecate(
            &mut root["$defs"]["job_completed"]["oneOf"][0],
            "2027-09-30",
        );
    });
    repository.run(["check"]).exits(0);
    repository.run(RELEASE).exits(0);
    let page = repository.read("docs/webhooks/v1.md");
    let created = repository.read(&format!("{GENERATED}/job_created.rs"));
    let completed = repository.read(&format!("{GENERATED}/job_completed.rs"));
    let event = repository.read(&format!("{GENERATED}/event.rs"));
    let changelog = repository.read(CHANGELOG);
    for (text, expected) in [
        (&page, "Deprecated: no longer sent from 2027-06-30."),
        (&page, "Deprecated: no longer sent from 2027-07-31."),
        (&page, "Deprecated: no longer sent from 2027-08-31."),
        (&page, "Deprecated: no longer sent from 2027-09-30."),
        (&page, "| Deprecated. "),
        (
            &created,
            "/// - `status` is `queued`: Deprecated: no longer sent from 2027-07-31.",
        ),
        (&created, "/// Deprecated. "),
        (
            &completed,
            "/// Deprecated: no longer sent from 2027-08-31.",
        ),
        (
            &completed,
            "/// Deprecated: no longer sent from 2027-09-30.",
        ),
        (&event, "/// Deprecated: no longer sent from 2027-06-30."),
        (&changelog, "no longer sent from 2027-06-30"),
        (&changelog, "no longer sent from 2027-07-31"),
        (&changelog, ": deprecated"),
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

/// A release cannot change, so its day has to be valid before it.
#[test]
fn a_wrong_sunset_is_not_released() {
    for (day, is_deprecated, message) in [
        (
            json!("30 June 2027"),
            true,
            "`30 June 2027`, which is not a date",
        ),
        (
            json!("2027-06-31"),
            true,
            "`2027-06-31`, and there is no such day",
        ),
        (json!(2027), true, "`x-sunset` is not a date"),
        (
            json!("2027-06-30"),
            false,
            "in a schema that is not deprecated",
        ),
    ] {
        let repository = released();
        repository.edit(CREATED, |root| {
            root["deprecated"] = is_deprecated.into();
            root["x-sunset"] = day;
            root["x-allow"] = json!({ "invalid-sunset": "We know." });
        });
        let before = repository.files();
        for command in [&["check"][..], &RELEASE] {
            let outcome = repository.run(command);
            outcome.exits(1).says("error[invalid-sunset]").says(message);
        }
        assert_eq!(repository.files(), before);
    }
}

#[test]
fn a_sunset_is_not_before_its_release() {
    let repository = released();
    repository.edit(CREATED, |root| {
        deprecate(
            &mut root["$defs"]["job_created"]["properties"]["status"],
            "2026-03-01",
        );
    });
    let before = repository.files();
    for more in [&[][..], &["--dry-run"]] {
        let outcome = repository.run([&["release", "--date", "2026-03-02"][..], more].concat());
        outcome.exits(1).says(
            "error[invalid-sunset]: `x-sunset` is 2026-03-01, which is before the day of the release, 2026-03-02",
        );
    }
    assert_eq!(repository.files(), before);
    repository.run(["release", "--date", "2026-03-01"]).exits(0);
    // A day that was announced in time may be in the past.
    repository.edit(CREATED, |root| {
        root["description"] = "There is one more job.".into();
    });
    repository.run(["release", "--date", "2026-03-02"]).exits(0);
    assert!(repository.read(INDEX).contains("2026-03-02"));
}

use std::io;

use schema_compat::{
    Proof, Verdict,
    policy::{Asked, SETTINGS, reports},
    worker::Question,
};
use schema_registry::{
    diagnostic::Diagnostic,
    layout::{FileRole, MajorFolder},
    load::Loaded,
    resolve::resolve,
    rules::{INVALID_EXAMPLE, REFUSED_RELEASE},
};
use schema_release::{
    due::due,
    plan::Planned,
    registry_file::{RegistryFile, put},
};

use crate::{fixture, revision};

/// Answers that all documents stay valid.
fn ask(questions: &[Question<'_>]) -> io::Result<Vec<Verdict>> {
    let compatible = || Verdict::Compatible {
        proof: Proof::Structural,
    };
    Ok(questions.iter().map(|_| compatible()).collect())
}

/// Returns the fixture with another text in the schema of `job.created`.
fn edited(from: &str, to: &str) -> Loaded {
    let mut loaded = fixture("webhooks");
    let path = "webhooks/v1/job.created.json";
    let shown = format!("schemas/{path}");
    let find = |loaded: &Loaded| {
        let mut sources = loaded.sources.iter();
        let found = sources.find(|(_, source)| source.path == shown);
        found.unwrap().1.text.to_string()
    };
    let text = find(&loaded);
    assert!(text.contains(from));
    let file = RegistryFile {
        folder: MajorFolder::new("webhooks", "v1"),
        role: FileRole::Schema {
            stem: "job.created".into(),
        },
        text: text.replace(from, to),
    };
    put(&mut loaded, "schemas", &[file]);
    loaded
}

fn due_of(
    loaded: Loaded,
    findings: Vec<Diagnostic>,
    events: &[&str],
) -> Result<Vec<Planned>, Vec<Diagnostic>> {
    let registry = resolve(loaded);
    let reports = reports(&registry, Asked::Both, SETTINGS, |_| true, &ask).unwrap();
    let events: Vec<String> = events.iter().map(|&name| name.to_owned()).collect();
    due(&reports, findings, &events, &ask)
}

const QUEUED: &str = "Fired when a job is successfully accepted and queued.";
const VERSION: &str = "\"x-event-version\": \"1.0.0\"";

#[test]
fn events_that_did_not_change_are_not_due() {
    assert_eq!(
        due_of(fixture("webhooks"), Vec::new(), &[]).unwrap().len(),
        0
    );
}

#[test]
fn an_event_that_changed_is_due() {
    let loaded = || edited(QUEUED, "A job was accepted.");
    let planned = due_of(loaded(), Vec::new(), &["job.created"]).unwrap();
    assert_eq!(planned.len(), 1);
    let plan = &planned[0];
    assert_eq!(plan.folder, MajorFolder::new("webhooks", "v1"));
    assert_eq!(plan.event_type, "job.created");
    assert_eq!(plan.revision, revision("1.0.1"));
    assert_eq!(plan.before, Some(revision("1.0.0")));
    let raised = plan.raised.as_ref().unwrap();
    assert!(
        raised.contains("\"x-event-version\": \"1.0.1\",\n"),
        "{raised}"
    );
    assert_eq!(
        plan.summary()[0],
        "webhooks/v1/job.created 1.0.1 (patch since 1.0.0)"
    );
    assert_eq!(plan.summary().len(), 1 + plan.lines().len());
    assert_eq!(plan.notes(), format!("{}.", plan.lines().join("; ")));
    assert_eq!(due_of(loaded(), Vec::new(), &[]).unwrap().len(), 1);
    assert_eq!(
        due_of(loaded(), Vec::new(), &["job.completed"])
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn a_revision_that_is_high_enough_is_kept() {
    let loaded = edited(VERSION, "\"x-event-version\": \"1.4.0\"");
    let planned = due_of(loaded, Vec::new(), &[]).unwrap();
    assert_eq!(planned[0].revision, revision("1.4.0"));
    assert_eq!(planned[0].raised, None);
    assert_eq!(planned[0].notes(), "The same as 1.0.0.");
}

#[test]
fn an_event_that_was_never_released_is_due() {
    let mut loaded = fixture("webhooks");
    let is_released =
        |role: &FileRole| matches!(role, FileRole::ReleaseIndex | FileRole::Released { .. });
    loaded.files.retain(|file| !is_released(&file.role));
    let planned = due_of(loaded, Vec::new(), &["job.created"]).unwrap();
    assert_eq!(planned[0].before, None);
    assert_eq!(planned[0].notes(), "First revision.");
    assert_eq!(
        planned[0].summary(),
        ["webhooks/v1/job.created 1.0.0 (first revision)"]
    );
}

#[test]
fn wrong_revisions_are_rejected() {
    for (written, message, help) in [
        (
            "\"x-event-version\": \"2.0.0\"",
            "`x-event-version` is 2.0.0, which is not a revision of `v1`",
            "write one that begins with `1.`",
        ),
        (
            "\"x-event-version\": 1",
            "it does not say its revision",
            "write `\"x-event-version\": \"1.0.0\"`",
        ),
    ] {
        let findings = due_of(edited(VERSION, written), Vec::new(), &[]).unwrap_err();
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].is(&REFUSED_RELEASE));
        let about = "cannot release webhooks/v1 `job.created`: ";
        assert_eq!(findings[0].message, format!("{about}{message}"));
        assert_eq!(findings[0].help.as_deref(), Some(help));
        let location = findings[0].location.as_ref().unwrap();
        assert_eq!(location.pointer, "/x-event-version");
    }
}

#[test]
fn an_error_about_any_event_prevents_the_release() {
    let findings = vec![Diagnostic::new(&INVALID_EXAMPLE, "wrong")];
    let findings = due_of(fixture("webhooks"), findings, &["job.created"]).unwrap_err();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].message, "wrong");
}

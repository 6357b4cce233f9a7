use schema_registry::{
    layout::{FileRole, MajorFolder},
    model::Registry,
    resolve::resolve,
};
use schema_release::new_event::Draft;
use serde_json::Value;

use crate::{fixture, paths, text};

fn webhooks() -> Registry {
    resolve(fixture("webhooks"))
}

#[track_caller]
fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn an_event_has_a_schema_and_two_examples() {
    let registry = webhooks();
    let draft = Draft::new(&registry, "job.cancelled", None).unwrap();
    let files = draft.files().unwrap();
    assert_eq!(
        paths(&files),
        [
            "webhooks/v1/job.cancelled.json",
            "webhooks/v1/examples/job.cancelled/default.json",
            "webhooks/v1/examples/job.cancelled/default_minimal.json",
        ]
    );
    assert_eq!(draft.schema_path(), files[0].path());
    assert_eq!(draft.examples(), "webhooks/v1/examples/job.cancelled");
    assert_eq!(draft.family().name, "webhooks");
    assert_eq!(
        files[1].role,
        FileRole::Example {
            event: "job.cancelled".into(),
            case: "default".into(),
            valid: true
        }
    );
    for file in &files {
        assert_eq!(file.folder, MajorFolder::new("webhooks", "v1"));
        assert!(file.text.ends_with("}\n"), "{}", file.text);
    }
}

#[test]
fn the_schema_refines_the_envelope() {
    let registry = webhooks();
    let draft = Draft::new(&registry, "job.cancelled", Some("webhooks")).unwrap();
    let files = draft.files().unwrap();
    let schema = json(&files[0].text);
    assert_eq!(schema["$ref"], "envelope.json");
    assert_eq!(schema["x-event-version"], "1.0.0");
    let id = schema["$id"].as_str().unwrap();
    assert!(
        id.ends_with("/schemas/webhooks/v1/job.cancelled.json"),
        "{id}"
    );
    let properties = &schema["properties"];
    assert_eq!(properties["event_type"]["const"], "job.cancelled");
    assert_eq!(
        properties["schema_ref"]["const"],
        "schemas/webhooks/v1/job.cancelled.json"
    );
    assert_eq!(properties["data"]["$ref"], "#/$defs/job_cancelled");
    let payload = &schema["$defs"]["job_cancelled"];
    assert_eq!(payload["title"], "job.cancelled payload");
    assert_eq!(payload["properties"]["id"]["format"], "uuid");
}

#[test]
fn examples_have_the_envelope_of_another_event() {
    let registry = webhooks();
    let draft = Draft::new(&registry, "job.cancelled", None).unwrap();
    let files = draft.files().unwrap();
    let names =
        |body: &Value| -> Vec<String> { body.as_object().unwrap().keys().cloned().collect() };
    let full = json(text(
        &files,
        "webhooks/v1/examples/job.cancelled/default.json",
    ));
    // A member that the envelope does not declare is left out, such as `trace` in an example.
    let declared = [
        "event_id",
        "event_type",
        "version",
        "schema_ref",
        "occurred_at",
        "org_id",
        "org_slug",
        "data",
    ];
    assert_eq!(names(&full), declared);
    assert_eq!(full["event_type"], "job.cancelled");
    assert_eq!(full["schema_ref"], "schemas/webhooks/v1/job.cancelled.json");
    assert_eq!(full["org_slug"], "acme");
    assert_eq!(names(&full["data"]), ["id"]);
    let minimal = json(text(
        &files,
        "webhooks/v1/examples/job.cancelled/default_minimal.json",
    ));
    let required = declared.map(str::to_owned);
    let required = required
        .iter()
        .filter(|name| !["version", "schema_ref"].contains(&name.as_str()));
    assert_eq!(names(&minimal), required.cloned().collect::<Vec<_>>());
}

#[test]
fn without_an_envelope_the_schema_is_that_of_the_payload() {
    let mut loaded = fixture("webhooks");
    loaded.config.families.get_mut("webhooks").unwrap().envelope = None;
    let registry = resolve(loaded);
    let draft = Draft::new(&registry, "job.cancelled", None).unwrap();
    let files = draft.files().unwrap();
    let schema = json(&files[0].text);
    assert!(schema.get("$ref").is_none() && schema.get("$defs").is_none());
    assert_eq!(schema["title"], "job.cancelled");
    assert_eq!(schema["required"], serde_json::json!(["id"]));
    assert_eq!(schema["properties"]["id"]["type"], "string");
    assert_eq!(files[1].text, files[2].text);
}

#[test]
fn an_envelope_without_any_example_is_an_error() {
    let mut loaded = fixture("webhooks");
    loaded
        .files
        .retain(|file| !matches!(file.role, FileRole::Example { .. }));
    let registry = resolve(loaded);
    let draft = Draft::new(&registry, "job.cancelled", None).unwrap();
    let error = draft.files().unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot add `job.cancelled`: no other event has an example to take the envelope's fields from"
    );
}

#[test]
fn names_that_cannot_be_added_are_rejected() {
    let registry = webhooks();
    let name = "an event type consists of names in snake case, separated by dots: `job.cancelled`";
    for (event, family, why) in [
        ("", None, name),
        ("Job.cancelled", None, name),
        ("job..cancelled", None, name),
        ("job.", None, name),
        ("job.created", None, "`webhooks/v1` has it already"),
        (
            "job.cancelled",
            Some("gadgets"),
            "there is no family `gadgets`; the registry has `webhooks`",
        ),
    ] {
        let error = Draft::new(&registry, event, family).unwrap_err();
        assert_eq!(error.to_string(), format!("cannot add `{event}`: {why}"));
    }
}

#[test]
fn the_family_is_named_unless_there_is_one() {
    let mut loaded = fixture("webhooks");
    let other = loaded.config.families["webhooks"].clone();
    loaded.config.families.insert("gadgets".into(), other);
    let registry = resolve(loaded.clone());
    let why = |family| Draft::new(&registry, "a.b", family).unwrap_err().why();
    assert_eq!(
        why(None),
        "name its family with `--family`: `gadgets`, `webhooks`"
    );
    assert_eq!(
        why(Some("gadgets")),
        "`gadgets` has no major version yet: create the folder `v1` with its envelope"
    );
    assert!(Draft::new(&registry, "a.b", Some("webhooks")).is_ok());
    loaded.config.families.clear();
    let registry = resolve(loaded);
    let error = Draft::new(&registry, "a.b", None).unwrap_err();
    assert_eq!(error.why(), "`registry.toml` declares no family");
}

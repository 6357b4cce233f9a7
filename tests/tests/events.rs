//! The generated types of events, as a consumer uses them.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod events {
    mod formats;
    mod majors;
    mod unknown;
}

use repository_tests::generated::frozen::v1::{
    ArtifactReady, Data, Event, EventType, JobCompleted, JobCreated, JobType, OrgSlug,
    borrowed::{DataRef, EventRef, JobCreatedRef},
    new::{EventFields, JobCreatedFields},
    schemas,
};
use schema_runtime::{Error, Integer, ReadEvent as _, Timestamp, Violation};
use serde_json::{Value, json};

fn completed() -> Value {
    json!({
        "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
        "event_type": "job.completed",
        "version": "1.0.0",
        "schema_ref": "schemas/webhooks/v1/job.completed.json",
        "occurred_at": "2024-01-01T12:03:10Z",
        "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
        "org_slug": "acme",
        "data": {
            "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
            "status": "succeeded",
            "artifact_count": 1,
            "duration_ms": 1250,
            "completed_at": "2024-01-01T12:00:05Z"
        }
    })
}

/// Returns the body with its members in another order: the named ones come first.
#[track_caller]
fn reordered(body: &Value, first: &[&str]) -> String {
    let members = body.as_object().unwrap();
    let rest = members
        .keys()
        .map(String::as_str)
        .filter(|name| !first.contains(name));
    let texts: Vec<String> = first
        .iter()
        .copied()
        .chain(rest)
        .map(|name| format!("{}: {}", json!(name), members[name]))
        .collect();
    format!("{{{}}}", texts.join(",\n"))
}

fn read(text: &str) -> Result<Event, Error> {
    Event::from_slice(text.as_bytes())
}

#[test]
fn order_of_members_does_not_matter() {
    let body = completed();
    let usual = read(&body.to_string()).unwrap();
    let orders: [&[&str]; 3] = [
        &["data"],
        &["schema_ref", "data"],
        &["data", "schema_ref", "event_id"],
    ];
    for first in orders {
        assert_eq!(read(&reordered(&body, first)).unwrap(), usual, "{first:?}");
    }
    let mut body = body;
    let data = reordered(
        &body["data"],
        &["duration_ms", "artifact_count", "completed_at"],
    );
    body["data"] = serde_json::from_str(&data).unwrap();
    assert_eq!(read(&reordered(&body, &["data"])).unwrap(), usual);
}

#[test]
fn errors_name_field_line_and_column_in_any_order() {
    let mut body = completed();
    body["data"]["duration_ms"] = json!(-1);
    let pretty = format!("{body:#}");
    let error = read(&pretty).unwrap_err();
    assert_eq!(
        (error.path(), error.line(), error.column()),
        ("data.duration_ms", 13, 20)
    );
    assert_eq!(
        error.to_string(),
        "data.duration_ms: invalid value: integer `-1`, expected an integer from 0 to \
         9007199254740991, at line 13 column 20"
    );
    assert!(error.is_data() && !error.is_syntax());

    let error = read(&reordered(&body, &["data"])).unwrap_err();
    assert_eq!((error.path(), error.line()), ("data.duration_ms", 1));
}

#[test]
fn missing_and_repeated_fields_are_named() {
    let error = read(r#"{ "event_type": "job.created" }"#).unwrap_err();
    assert_eq!(error.path(), "data");
    assert_eq!(error.message(), "missing field `data`");

    let body = completed()
        .to_string()
        .replacen('{', r#"{"org_slug": "acme","#, 1);
    let error = read(&body).unwrap_err();
    assert_eq!(
        (error.path(), error.message()),
        ("org_slug", "duplicate field `org_slug`")
    );

    let body = completed()
        .to_string()
        .replace(r#""status""#, r#""status":"failed","status""#);
    assert!(read(&body).is_err());
}

#[test]
fn texts_that_are_not_json_say_where() {
    let error = read("{\n  \"event_type\": \"job.created\",\n  oops\n}").unwrap_err();
    assert!(error.is_syntax());
    assert_eq!((error.path(), error.line(), error.column()), ("", 3, 3));

    let error = Event::from_slice(b"{\"a\": \"\xff\"}").unwrap_err();
    assert!(error.is_syntax());
    assert_eq!((error.line(), error.column()), (1, 8));

    assert!(read("").unwrap_err().is_syntax());
}

#[test]
fn nesting_never_aborts() {
    let depth = 1_000_000;
    let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let body = completed().to_string();
    let ignored = body.replacen('{', &format!(r#"{{"extra":{deep},"#), 1);
    let error = read(&ignored).unwrap_err();
    assert!(error.message().contains("deep"), "{error}");
    let refused = body.replace("1250", &deep);
    let error = read(&refused).unwrap_err();
    assert!(error.path().starts_with("data.duration_ms[0]"), "{error}");
    assert!(error.message().contains("deep"), "{error}");
    assert!(read(&"[".repeat(depth)).unwrap_err().is_syntax());
}

/// Members before the tag are read in their order.
#[test]
fn the_first_of_two_faults_before_the_tag_is_told() {
    for (first, second, message) in [
        (r#""failure_reason":[]"#, r#""x":1,"x":2"#, "invalid type"),
        (
            r#""x":1,"x":2"#,
            r#""failure_reason":[]"#,
            "duplicate field",
        ),
    ] {
        let text = format!(r#"{{{first},{second},"status":"failed"}}"#);
        let error = serde_json::from_str::<JobCompleted>(&text).unwrap_err();
        assert!(error.to_string().starts_with(message), "{text}: {error}");
    }
}

#[test]
fn a_name_stands_once_also_where_it_is_unknown() {
    let once = completed()
        .to_string()
        .replacen('{', r#"{"x":{"a":1,"b":[{"c":1}]},"#, 1);
    assert!(read(&once).is_ok());
    for (from, to, path) in [
        (r#"{"x":"#, r#"{"x":1,"x":"#, "x"),
        (r#""a":1"#, r#""a":1,"\u0061":1"#, "x"),
        (r#""c":1"#, r#""c":1,"c":2"#, "x.b[0]"),
        (r#""data":{"#, r#""data":{"y":1,"y":1,"#, "data.y"),
        (
            r#""status":"#,
            r#""z":1,"status":"succeeded","status":"#,
            "data.status",
        ),
    ] {
        let twice = once.replacen(from, to, 1);
        assert_ne!(once, twice);
        let error = read(&twice).unwrap_err();
        assert!(error.message().starts_with("duplicate field"), "{error}");
        assert_eq!(error.path(), path, "{error}");
    }
}

#[test]
fn very_many_unknown_names_are_read() {
    let many: String = (0..100_000).map(|n| format!(r#""x{n}":{n},"#)).collect();
    let body = completed()
        .to_string()
        .replacen('{', &format!("{{{many}"), 1);
    assert!(read(&body).is_ok());
    let twice = body.replacen(r#""x7":7"#, r#""x9999":7"#, 1);
    assert_eq!(
        read(&twice).unwrap_err().message(),
        r#"duplicate field "x9999""#
    );
}

#[test]
fn an_error_says_which_event_it_is_about() {
    let named = |text: &str| {
        let error = read(text).unwrap_err();
        let own = |text: Option<&str>| text.map(str::to_owned);
        (own(error.event_id()), own(error.event_type()))
    };
    let (id, ty) = ("2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da", "job.completed");
    let both = (Some(id.to_owned()), Some(ty.to_owned()));
    let body = completed().to_string();
    assert_eq!(named(&body.replace("1250", "-1")), both);
    // A truncated body has the field before its end, or does not have it.
    let cut = body.find("schema_ref").unwrap();
    assert_eq!(named(&body[..cut]), both);
    assert_eq!(named(&body[..30]), (None, None));
    assert_eq!(named("[]"), (None, None));
    assert_eq!(named(r#"{"event_id":7,"event_type":"a\nb"}"#), (None, None));
    assert_eq!(
        named(r#"{"event_type":"No!"}"#),
        (None, Some("No!".to_owned()))
    );
}

#[test]
fn bodies_on_a_line_each_are_read_one_after_the_other() {
    let good = completed().to_string();
    let bad = good.replace("1250", "-1");
    let text = format!("{good}\r\n\n{bad}\n  {good}");
    let events: Vec<_> = Event::from_lines(text.as_bytes()).collect();
    let [first, second, third] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!(first, &read(&good));
    assert_eq!(third, &read(&good));
    let error = second.as_ref().unwrap_err();
    assert_eq!((error.line(), error.path()), (3, "data.duration_ms"));
    assert_eq!(Event::from_lines(b"").count(), 0);
}

#[test]
fn a_payload_is_had_by_its_name() {
    let event = read(&completed().to_string()).unwrap();
    let job = event.data.as_job_completed().unwrap();
    assert!(job.as_succeeded().is_some());
    assert!(job.as_failed().is_none());
    assert!(event.data.as_job_created().is_none());
    assert!(event.data.as_unknown().is_none());
}

#[test]
fn a_borrowed_event_copies_no_text() {
    let event = created().unwrap();
    let text = serde_json::to_string(&event).unwrap();
    let borrowed = EventRef::from_slice(text.as_bytes()).unwrap();
    let DataRef::JobCreated(job) = &borrowed.data else {
        panic!("{borrowed:?}")
    };
    let inside = text.as_bytes().as_ptr_range();
    for part in [job.target_url.as_str(), borrowed.org_slug.as_str()] {
        assert!(inside.contains(&part.as_ptr()), "{part}");
    }
    assert_eq!(serde_json::to_string(&borrowed).unwrap(), text);
    assert_eq!(borrowed.event_type(), EventType::JobCreated);
    assert_eq!(borrowed.schema_ref(), event.schema_ref());

    // A string with escapes is a copy, and reads the same.
    let escaped = text.replace("acme", "\\u0061cme");
    let again = EventRef::<JobCreatedRef<'_>>::from_slice(escaped.as_bytes()).unwrap();
    assert_eq!(again.map_payload(DataRef::from), borrowed);

    let bad = text.replace("https://example.com", "example");
    let error = EventRef::from_slice(bad.as_bytes()).unwrap_err();
    assert_eq!(error.path(), "data.target_url");
    assert_eq!(error.to_string(), read(&bad).unwrap_err().to_string());
}

#[test]
fn a_borrowed_event_can_be_copied() {
    let event = created().unwrap();
    let text = serde_json::to_string(&event).unwrap();
    let borrowed = EventRef::<JobCreatedRef<'_>>::from_slice(text.as_bytes()).unwrap();
    assert_eq!(borrowed.data.clone().into_owned(), event.data);
    assert_eq!(borrowed.clone().into_owned(), event);
    let any = borrowed.map_payload(DataRef::from).into_owned();
    assert_eq!(any, event.map_payload(Data::from));
}

#[test]
fn what_is_new_survives() {
    let mut body = completed();
    body["version"] = json!("1.12.3");
    body["data"]["retries"] = json!({ "count": 3 });
    body["trace"] = json!("abc");
    let event = read(&body.to_string()).unwrap();
    assert_eq!(
        event.version.as_ref().map(ToString::to_string).as_deref(),
        Some("1.12.3")
    );

    let mut body = completed();
    body["data"]["status"] = json!("failed");
    body["data"]["failure_reason"] = json!("out_of_memory");
    let event = read(&body.to_string()).unwrap();
    let Data::JobCompleted(JobCompleted::Failed(job)) = &event.data else {
        panic!("{event:?}")
    };
    assert_eq!(job.failure_reason.as_str(), "out_of_memory");
    assert_eq!(
        serde_json::to_value(&event).unwrap()["data"]["failure_reason"],
        json!("out_of_memory")
    );
}

#[test]
fn one_type_of_event_refuses_the_others() {
    let text = completed().to_string();
    let event = Event::<JobCompleted>::from_slice(text.as_bytes()).unwrap();
    assert_eq!(event.clone().map_payload(Data::from), read(&text).unwrap());
    assert_eq!(event.event_type(), EventType::JobCompleted);

    let error = Event::<ArtifactReady>::from_slice(text.as_bytes()).unwrap_err();
    assert_eq!(error.path(), "event_type");
    assert_eq!(
        error.message(),
        "invalid value: string \"job.completed\", expected `artifact.ready`"
    );
}

#[test]
fn the_schema_of_another_event_is_refused_in_any_order() {
    let mut body = completed();
    body["schema_ref"] = json!("schemas/webhooks/v1/job.created.json");
    for first in [
        &["event_type"][..],
        &["schema_ref"],
        &["data", "schema_ref"],
    ] {
        let error = read(&reordered(&body, first)).unwrap_err();
        assert_eq!(error.path(), "schema_ref", "{first:?}");
    }
}

#[test]
fn a_list_of_values_is_no_object() {
    let mut body = completed();
    body["event_type"] = json!("job.created");
    body["schema_ref"] = json!("schemas/webhooks/v1/job.created.json");
    body["data"] = json!([
        "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
        "http",
        "queued",
        "https://example.com",
        "2024-01-01T12:03:10Z"
    ]);
    for text in [body.to_string(), reordered(&body, &["data"])] {
        assert_eq!(read(&text).unwrap_err().path(), "data");
        assert!(Event::<JobCreated>::from_slice(text.as_bytes()).is_err());
    }
}

fn created() -> Result<Event<JobCreated>, Violation> {
    Ok(Event::new(EventFields {
        event_id: "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da".parse()?,
        occurred_at: "2024-01-01T12:03:10Z".parse()?,
        org_id: "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21".parse()?,
        org_slug: "acme".parse()?,
        data: JobCreated::new(JobCreatedFields {
            job_id: "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905".parse()?,
            job_type: JobType::Stealth,
            target_url: "https://example.com".parse()?,
            created_at: "2024-01-01T12:03:10Z".parse()?,
        }),
    }))
}

#[test]
fn a_written_event_is_whole_and_reads_back() {
    let event = created().unwrap();
    let text = serde_json::to_string(&event).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["event_type"], json!(JobCreated::EVENT_TYPE));
    assert_eq!(value["version"], json!(JobCreated::VERSION));
    assert_eq!(value["schema_ref"], json!(JobCreated::SCHEMA_REF));
    let names: Vec<&String> = value.as_object().unwrap().keys().collect();
    let documented = [
        "event_id",
        "event_type",
        "version",
        "schema_ref",
        "occurred_at",
        "org_id",
        "org_slug",
        "data",
    ];
    assert_eq!(names, documented);
    assert_eq!(
        Event::<JobCreated>::from_slice(text.as_bytes()).unwrap(),
        event
    );
}

#[test]
fn changing_the_payload_changes_what_follows_from_it() {
    let mut event = created().unwrap().map_payload(Data::from);
    let other = read(&completed().to_string()).unwrap();
    event.data = other.data;
    let value = serde_json::to_value(created().unwrap()).unwrap();
    assert_eq!(value["data"]["status"], json!("queued"));
    let value = serde_json::to_value(&event).unwrap();
    assert_eq!(value["event_type"], json!("job.completed"));
    assert_eq!(
        value["schema_ref"],
        json!("schemas/webhooks/v1/job.completed.json")
    );
}

#[test]
fn bad_values_cannot_be_made() {
    let violation = "Acme Inc".parse::<OrgSlug>().unwrap_err();
    assert_eq!(
        violation.to_string(),
        "OrgSlug: expected 1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`, found \"Acme Inc\""
    );
    assert!(Integer::<u8, 0, 100>::new(101).is_err());
    assert!("2024-01-01".parse::<Timestamp>().is_err());
}

#[test]
fn the_schemas_are_embedded_and_complete() {
    for (path, text) in schemas::ALL {
        let schema: Value = serde_json::from_str(text).unwrap();
        assert!(schema["$id"].as_str().unwrap().ends_with(path));
        assert!(
            schema["$defs"]
                .as_object()
                .unwrap()
                .keys()
                .any(|key| key.ends_with("envelope.json"))
        );
        assert_eq!(schemas::find(path), Some(*text));
    }
    assert_eq!(
        schemas::find(JobCompleted::SCHEMA_REF),
        Some(schemas::JOB_COMPLETED)
    );
    assert_eq!(schemas::find("schemas/webhooks/v1/nothing.json"), None);
}

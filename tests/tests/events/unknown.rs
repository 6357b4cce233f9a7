//! Events of a type that this version does not know.

use repository_tests::generated::frozen::v1::{
    Data, Event, EventType, UnknownEvent, borrowed::EventRef,
};
use schema_runtime::Unknown;
use serde_json::{Value, json};

use crate::{completed, created, read, reordered};

#[test]
fn an_event_of_an_unknown_type_survives() {
    let mut body = completed();
    body["event_type"] = json!("job.paused");
    body["schema_ref"] = json!("schemas/webhooks/v1/job.paused.json");
    body["data"] = json!({ "b": 1, "a": [1.50, null] });
    let text = body.to_string();
    let event = read(&text).unwrap();
    let Data::Unknown(unknown) = &event.data else {
        panic!("{event:?}")
    };
    assert_eq!(unknown.event_type.as_str(), "job.paused");
    assert_eq!(unknown.data.as_str(), body["data"].to_string());
    assert_eq!(
        event.schema_ref(),
        Some("schemas/webhooks/v1/job.paused.json")
    );
    assert_eq!(serde_json::to_value(&event).unwrap(), body);
    assert_eq!(read(&reordered(&body, &["data"])).unwrap(), event);

    body["data"] = json!([1]);
    assert_eq!(read(&body.to_string()).unwrap_err().path(), "data");
    body["event_type"] = json!("Not An Event");
    assert_eq!(read(&body.to_string()).unwrap_err().path(), "event_type");
}

#[test]
fn an_event_of_an_unknown_type_is_written_back_whole() {
    let mut body = completed();
    body["event_type"] = json!("job.paused");
    body["schema_ref"] = json!("schemas/webhooks/v1/job.paused.json");
    body["data"] = json!({ "a": [1.50, null] });
    body["trace"] = json!({ "id": "é", "spans": [1, -0.5, 1e30] });
    body["attempt"] = Value::Null;
    for first in [
        &["event_type"][..],
        &["data"],
        &["trace", "data"],
        &["data", "event_type"],
    ] {
        let text = reordered(&body, first);
        let event = read(&text).unwrap();
        let unknown = event.data.as_unknown().unwrap();
        let others: Vec<&str> = unknown.others().iter().map(|(name, _)| name).collect();
        assert_eq!(others.len(), 2, "{others:?}");
        assert_eq!(serde_json::to_value(&event).unwrap(), body, "{first:?}");
        let borrowed = EventRef::from_slice(text.as_bytes()).unwrap();
        assert_eq!(serde_json::to_value(&borrowed).unwrap(), body, "{first:?}");
        assert_eq!(borrowed.into_owned(), event);
        // The event is read from another format, and written to one.
        let event: Event = serde_json::from_value(body.clone()).unwrap();
        let mut bytes = Vec::new();
        ciborium::into_writer(&event, &mut bytes).unwrap();
        assert_eq!(ciborium::from_reader::<Value, _>(&*bytes).unwrap(), body);
    }
    // Unknown members of a known event are dropped, whether its type comes first or last.
    body["event_type"] = json!("job.completed");
    body["schema_ref"] = completed()["schema_ref"].clone();
    body["data"] = completed()["data"].clone();
    for first in ["event_type", "trace"] {
        let event = read(&reordered(&body, &[first])).unwrap();
        assert_eq!(
            serde_json::to_value(&event).unwrap(),
            completed(),
            "{first}"
        );
    }
}

#[test]
fn what_is_kept_beside_an_unknown_event_is_checked() {
    let mut body = completed();
    body["event_type"] = json!("job.paused");
    body["schema_ref"] = json!("schemas/webhooks/v1/job.paused.json");
    let good = body.to_string().replacen('{', r#"{"x":{"a":1},"#, 1);
    assert!(read(&good).is_ok());
    for (from, to, path) in [
        (r#"{"x":"#, r#"{"x":1,"x":"#, "x"),
        (r#""a":1"#, r#""a":1,"a":1"#, "x"),
        (r#""a":1"#, r#""a":1e400"#, "x"),
        (r#""a":1"#, r#""a":"\ud800""#, "x"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_eq!(read(&bad).unwrap_err().path(), path, "{bad}");
        let error = EventRef::from_slice(bad.as_bytes()).unwrap_err();
        assert_eq!(error.path(), path, "{bad}");
    }
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let error = read(&good.replacen(r#"{"a":1}"#, &deep, 1)).unwrap_err();
    assert!(error.message().contains("deep"), "{error}");
}

#[test]
fn an_unknown_event_can_be_made() {
    let unknown = UnknownEvent::new(
        Unknown::new("job.paused").unwrap(),
        serde_json::from_str(r#"{"by":"a person"}"#).unwrap(),
    );
    let event = created().unwrap().map_payload(|_| Data::Unknown(unknown));
    let text = serde_json::to_string(&event).unwrap();
    let read = read(&text).unwrap();
    assert_eq!(read.event_type().as_str(), "job.paused");
    assert_eq!(read.schema_ref(), None);
    assert_eq!(read.data, event.data);
    // It cannot hold a known type.
    assert!(Unknown::<EventType>::new("job.created").is_none());
}

//! Events in other formats than JSON texts, by `serde` alone.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use ciborium::Value as Cbor;
use scrapenest_webhooks::v1::{Data, DataRef, Event, EventRef};
use serde_json::{Value, json};

fn unknown() -> Value {
    json!({
        "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
        "event_type": "job.paused",
        "version": "1.0.0",
        "schema_ref": "schemas/webhooks/v1/job.paused.json",
        "occurred_at": "2024-01-01T12:03:10Z",
        "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
        "org_slug": "acme",
        "data": {
            "texts": ["", "a \"b\" \u{e4}\n", null, true],
            "numbers": { "0": -1, "1": 1.5, "2": 18_446_744_073_709_551_615_u64, "3": 1e300 },
            "nothing": [[], {}]
        }
    })
}

fn completed() -> Value {
    let mut body = unknown();
    body["event_type"] = json!("job.completed");
    body["schema_ref"] = json!("schemas/webhooks/v1/job.completed.json");
    body["data"] = json!({
        "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
        "status": "succeeded",
        "artifact_count": 1,
        "duration_ms": 1250,
        "completed_at": "2024-01-01T12:00:05Z"
    });
    body
}

#[track_caller]
fn cbor_of<T: schema_runtime::serde::Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

/// The members of an object in their order; `data` comes first if it is asked for.
#[track_caller]
fn members(body: &Value, is_data_first: bool) -> Vec<(Cbor, Cbor)> {
    let Cbor::Map(mut members) = Cbor::serialized(body).unwrap() else {
        return Vec::new();
    };
    members.sort_by_key(|(name, _)| {
        let is_data = name.as_text() == Some("data");
        (is_data != is_data_first, name.as_text().map(str::to_owned))
    });
    members
}

#[test]
fn an_event_is_read_and_written_in_any_format_that_describes_itself() {
    for body in [completed(), unknown()] {
        let text = body.to_string();
        let event = Event::<Data>::from_slice(text.as_bytes()).unwrap();
        assert_eq!(text.parse::<Event>().unwrap(), event);
        assert_eq!(
            serde_json::from_value::<Event>(body.clone()).unwrap(),
            event
        );
        assert_eq!(serde_json::to_value(&event).unwrap(), body);
        let borrowed = EventRef::<DataRef<'_>>::from_slice(text.as_bytes()).unwrap();
        for written in [cbor_of(&event), cbor_of(&borrowed)] {
            let value: Value = ciborium::from_reader(written.as_slice()).unwrap();
            assert_eq!(value, body);
        }
        for is_data_first in [false, true] {
            let bytes = cbor_of(&Cbor::Map(members(&body, is_data_first)));
            let read: Event = ciborium::from_reader(bytes.as_slice()).unwrap();
            assert_eq!(serde_json::to_value(&read).unwrap(), body);
        }
    }
}

#[test]
fn a_name_stands_once_in_any_format() {
    let inner = |name: &str| {
        let one = (Cbor::from("a"), Cbor::from(1));
        let other = (Cbor::from(name), Cbor::from(2));
        Cbor::Map(vec![one, other])
    };
    let with = |body: &Value, extra: Cbor, is_data_first| {
        let mut members = members(body, is_data_first);
        for (name, value) in &mut members {
            if name.as_text() == Some("data") {
                let data = value.as_map_mut().unwrap();
                data.insert(0, (Cbor::from("extra"), extra.clone()));
            }
        }
        let bytes = cbor_of(&Cbor::Map(members));
        ciborium::from_reader::<Event, _>(bytes.as_slice()).map_err(|error| error.to_string())
    };
    for body in [completed(), unknown()] {
        for is_data_first in [false, true] {
            let once = with(&body, inner("b"), is_data_first);
            assert!(once.is_ok(), "{once:?}");
            let twice = with(&body, inner("a"), is_data_first).unwrap_err();
            assert!(twice.contains("duplicate field \\\"a\\\""), "{twice}");
        }
    }
}

#[test]
fn what_json_cannot_say_is_not_kept() {
    for value in [Cbor::from(f64::NAN), Cbor::Bytes(vec![1]), deep(200)] {
        for is_data_first in [false, true] {
            let mut members = members(&unknown(), is_data_first);
            for (name, data) in &mut members {
                if name.as_text() == Some("data") {
                    *data = Cbor::Map(vec![(Cbor::from("a"), value.clone())]);
                }
            }
            let bytes = cbor_of(&Cbor::Map(members));
            let read = ciborium::from_reader::<Event, _>(bytes.as_slice());
            assert!(read.is_err(), "{read:?}");
        }
    }
}

fn deep(levels: usize) -> Cbor {
    (0..levels).fold(Cbor::Null, |inner, _| Cbor::Array(vec![inner]))
}

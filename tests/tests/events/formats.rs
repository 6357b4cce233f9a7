//! Events in other formats than JSON text, through `serde` only.

use ciborium::Value as Cbor;
use repository_tests::generated::frozen::v1::{Event, borrowed::EventRef};
use serde_json::{Value, json};

use crate::completed;

fn unknown() -> Value {
    let mut body = completed();
    body["event_type"] = json!("job.paused");
    body["schema_ref"] = json!("schemas/webhooks/v1/job.paused.json");
    body["data"] = json!({
        "texts": ["", "a \"b\" \u{e4}\n", null, true],
        "numbers": { "0": -1, "1": 1.5, "2": 18_446_744_073_709_551_615_u64, "3": 1e300 },
        "nothing": [[], {}]
    });
    body
}

#[track_caller]
fn cbor_of<T: schema_runtime::serde::Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

/// Returns the members of an object in their order, or with `data` first.
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
        let event = Event::from_slice(text.as_bytes()).unwrap();
        assert_eq!(text.parse::<Event>().unwrap(), event);
        assert_eq!(
            serde_json::from_value::<Event>(body.clone()).unwrap(),
            event
        );
        assert_eq!(serde_json::to_value(&event).unwrap(), body);
        let borrowed = EventRef::from_slice(text.as_bytes()).unwrap();
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

//! Properties that hold for any bytes. Each function panics if its property does not hold. A fuzzer and a test call
//! them.

pub mod publication;

use std::{
    fs,
    path::Path,
    sync::OnceLock,
    time::{Duration, UNIX_EPOCH},
};

use jsonschema::Validator;
use schema_registry::{
    json,
    model::{Event as EventSchema, Family, Major},
};
use schema_runtime::Error;
use scrapenest_webhooks::signature::{Verifier, sign};
use serde_json::Value;

use crate::{
    generated::frozen::v1::{Event, borrowed::EventRef},
    registries,
};

/// Checks that reading fails only with an error whose position is inside the text, that owned and borrowed events
/// are read alike, and that a written event is read as the same.
pub fn decode(body: &[u8]) {
    let owned = Event::from_slice(body);
    let borrowed = EventRef::from_slice(body);
    match (&owned, &borrowed) {
        (Ok(owned), Ok(borrowed)) => {
            let written = text_of(owned);
            assert_eq!(written, text_of(borrowed), "owned and borrowed");
            let again = Event::from_slice(written.as_bytes());
            assert_eq!(again.as_ref(), Ok(owned), "read again: {written}");
        }
        (Err(owned), Err(borrowed)) => {
            assert_eq!(owned.to_string(), borrowed.to_string());
            assert_placed(owned, body);
        }
        (owned, borrowed) => panic!("owned {owned:?}, borrowed {borrowed:?}"),
    }
    for line in Event::from_lines(body) {
        if let Err(error) = line {
            assert_placed(&error, body);
        }
    }
}

/// Checks that the types accept exactly what the schemas accept.
pub fn agreement(body: &[u8]) {
    let is_read = Event::from_slice(body);
    // Both reject bytes that are not JSON, have a duplicate name, or are nested too deeply.
    let Some(document) = strict(body) else {
        assert!(is_read.is_err(), "no JSON, and read: {is_read:?}");
        return;
    };
    let is_valid = validators().choose(&document).is_valid(&document);
    match is_read {
        Ok(event) => {
            assert!(is_valid, "accepted by the types alone: {event:?}");
            let written: Value = serde_json::from_str(&text_of(&event)).unwrap();
            let is_valid = validators().choose(&written).is_valid(&written);
            assert!(is_valid, "what is written is refused: {written}");
        }
        Err(error) => assert!(
            !is_valid,
            "accepted by the schemas alone: {error}\n{document:#}"
        ),
    }
}

/// Checks that a delivery with any headers is rejected by an error, and that a delivery that is signed here is
/// accepted, but not with a changed byte. The bytes are the three headers, each in a line, and the body.
pub fn signature(bytes: &[u8]) {
    let now = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let verifier = Verifier::new(SECRET).unwrap();
    let mut parts = bytes.splitn(4, |byte| *byte == b'\n');
    let mut part = || parts.next().unwrap_or_default();
    let (id, timestamp, given, body) = (part(), part(), part(), part());
    let headers = |signature| {
        [
            ("svix-id", id),
            ("Svix-Timestamp", timestamp),
            ("SVIX-SIGNATURE", signature),
        ]
    };
    // No signature is found by chance.
    assert!(verifier.verify_at(headers(given), body, now).is_err());

    let Ok(id) = std::str::from_utf8(id) else {
        return;
    };
    let Ok([.., (_, signed)]) = sign(SECRET, id, now, body) else {
        return;
    };
    let delivered = |signature: &str, body: &[u8]| {
        let headers = [
            ("svix-id", id),
            ("svix-timestamp", "1700000000"),
            ("svix-signature", signature),
        ];
        verifier.verify_at(headers, body, now)
    };
    delivered(&signed, body).unwrap();
    let several = format!("v2,x v1,AAAA {signed}");
    delivered(&several, body).unwrap();
    assert!(delivered(&signed, &[body, b"x"].concat()).is_err());
    if let Some((_, rest)) = body.split_first() {
        assert!(delivered(&signed, rest).is_err());
    }
}

/// Returns the bodies of all examples of webhook events, including rejected ones, as first inputs.
#[must_use]
pub fn bodies() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/webhooks/webhooks/v1/examples");
    let mut bodies = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read(path).unwrap();
            let value: Value = serde_json::from_slice(&text).unwrap();
            let body = value.get("body");
            bodies.push(body.map_or(text, |body| body.to_string().into()));
        }
    }
    bodies.sort();
    bodies
}

/// Returns an input for [`signature`] with a body: headers in the right form, whose signatures are wrong.
#[must_use]
pub fn delivery(body: &[u8]) -> Vec<u8> {
    let headers = b"msg_2b1f0e63\n1700000000\nv1,c2lnbmF0dXJl v1,\n";
    [headers, body].concat()
}

const SECRET: &str = "whsec_c2VjcmV0IG9mIHRoZSBwcm9wZXJ0aWVz";

fn strict(body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).ok()?;
    let parsed = json::parse(text).ok()?;
    if !parsed.duplicates.is_empty() {
        return None;
    }
    serde_json::from_str(text).ok()
}

fn text_of<T: serde::Serialize>(event: &T) -> String {
    serde_json::to_string(event).unwrap()
}

fn assert_placed(error: &Error, body: &[u8]) {
    let lines = body.split(|byte| *byte == b'\n');
    let line = lines
        .skip(error.line() - 1)
        .map(|line| String::from_utf8_lossy(line).chars().count())
        .next();
    let is_inside = line.is_some_and(|length| (1..=length + 1).contains(&error.column()));
    assert!(is_inside, "{error} is outside of the text");
    assert!(error.is_data() != error.is_syntax());
    for text in [error.event_id(), error.event_type()].into_iter().flatten() {
        assert!(!text.contains(char::is_control));
    }
}

/// The validators of the webhook events.
struct Validators {
    envelope: Validator,
    events: Vec<(String, Validator)>,
}

impl Validators {
    /// Returns the validator of the event that a document names, or else the envelope's.
    fn choose(&self, document: &Value) -> &Validator {
        let named = document.get("event_type").and_then(Value::as_str);
        let mut events = self.events.iter();
        let found = events.find(|(event_type, _)| Some(event_type.as_str()) == named);
        found.map_or(&self.envelope, |(_, validator)| validator)
    }
}

fn validators() -> &'static Validators {
    static VALIDATORS: OnceLock<Validators> = OnceLock::new();
    VALIDATORS.get_or_init(|| {
        let registry = registries::frozen();
        let (_, major): (&Family, &Major) = registry.majors().next().unwrap();
        let validator = |event: &EventSchema| {
            let validator = registry.validator(&event.schema).unwrap();
            (event.event_type.clone(), validator)
        };
        Validators {
            envelope: registry
                .validator(major.envelope.as_ref().unwrap())
                .unwrap(),
            events: major.events.iter().map(validator).collect(),
        }
    })
}

/// Returns a document whose string at `pointer` is longer by the given number of bytes.
#[must_use]
pub fn longer(document: &Value, pointer: &str, tail: &str, length: usize) -> Vec<u8> {
    let mut document = document.clone();
    let place = document.pointer_mut(pointer).unwrap();
    let start = place.as_str().unwrap().to_owned();
    *place = format!("{start}TAIL").into();
    let text = document.to_string();
    text.replace("TAIL", &tail.repeat(length / tail.len()))
        .into()
}

/// Returns the pointers of all strings in a document.
#[must_use]
pub fn texts(value: &Value, pointer: &str) -> Vec<String> {
    match value {
        Value::String(_) => vec![pointer.to_owned()],
        Value::Array(items) => (items.iter().enumerate())
            .flat_map(|(index, item)| texts(item, &format!("{pointer}/{index}")))
            .collect(),
        Value::Object(members) => (members.iter())
            .flat_map(|(name, value)| texts(value, &format!("{pointer}/{name}")))
            .collect(),
        _ => Vec::new(),
    }
}

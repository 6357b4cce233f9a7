//! What typify's types and ours read from one body.

use std::{cmp::Ordering, collections::BTreeSet};

use peers::typify::webhooks_v1;
use schema_runtime::Timestamp;
use scrapenest_webhooks::v1 as ours;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Reads a body, and writes what was read.
pub(crate) type Rewrite = fn(&str) -> Result<Value, String>;

fn rewrite<T: Serialize + DeserializeOwned>(body: &str) -> Result<Value, String> {
    let value: T = serde_json::from_str(body).map_err(|error| error.to_string())?;
    serde_json::to_value(value).map_err(|error| error.to_string())
}

/// typify's types, and ours.
pub(crate) const TYPES: &[(&str, Rewrite, Rewrite)] = &[
    (
        "job.created",
        rewrite::<webhooks_v1::JobCreatedEvent>,
        rewrite::<ours::Event<ours::JobCreated>>,
    ),
    (
        "job.completed",
        rewrite::<webhooks_v1::JobCompletedEvent>,
        rewrite::<ours::Event<ours::JobCompleted>>,
    ),
    (
        "artifact.ready",
        rewrite::<webhooks_v1::ArtifactReadyEvent>,
        rewrite::<ours::Event<ours::ArtifactReady>>,
    ),
];

/// typify's choice between all events.
pub(crate) fn any_event(body: &str) -> Result<Value, String> {
    rewrite::<webhooks_v1::AnyEvent>(body)
}

/// The first place at which two values differ by more than the spelling of an instant or a UUID.
pub(crate) fn differing(theirs: &Value, ours: &Value, place: &str) -> Option<String> {
    match (theirs, ours) {
        (Value::Object(theirs), Value::Object(ours)) => {
            let names: BTreeSet<&String> = theirs.keys().chain(ours.keys()).collect();
            names.into_iter().find_map(|name| {
                let place = format!("{place}/{name}");
                match (theirs.get(name), ours.get(name)) {
                    (Some(theirs), Some(ours)) => differing(theirs, ours, &place),
                    _ => Some(place),
                }
            })
        }
        (Value::String(theirs), Value::String(ours)) => {
            let is_same = theirs == ours
                || is_same_instant(theirs, ours)
                || (theirs.len() == 36 && theirs.eq_ignore_ascii_case(ours));
            (!is_same).then(|| place.to_owned())
        }
        _ => (theirs != ours).then(|| place.to_owned()),
    }
}

fn is_same_instant(theirs: &str, ours: &str) -> bool {
    let instants = theirs.parse::<Timestamp>().ok().zip(ours.parse().ok());
    instants.is_some_and(|(theirs, ours)| theirs.cmp_instant(&ours) == Ordering::Equal)
}

/// The comparison sees a difference in any field.
#[test]
fn second_opinion_sees_differences() {
    let value = json!({"at": "2024-01-01T12:00:00Z", "n": 1, "in": {"s": "a"}});
    let same = json!({"at": "2024-01-01T13:00:00+01:00", "n": 1, "in": {"s": "a"}});
    assert_eq!(differing(&value, &same, ""), None);
    for (place, other) in [
        ("/at", json!("2024-01-01T12:00:01Z")),
        ("/n", json!(2)),
        ("/in/s", json!("A")),
    ] {
        let mut changed = value.clone();
        *changed.pointer_mut(place).unwrap() = other;
        assert_eq!(differing(&value, &changed, "").as_deref(), Some(place));
    }
    let less = json!({"at": "2024-01-01T12:00:00Z", "n": 1});
    assert_eq!(differing(&value, &less, "").as_deref(), Some("/in"));
}

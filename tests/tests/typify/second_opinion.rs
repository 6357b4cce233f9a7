//! What typify's types and ours read from one body.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use peers::typify::webhooks_v1;
use scrapenest_webhooks::v1 as ours;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Reads a body, and writes what was read.
pub(crate) type Rewrite = fn(&str) -> Result<Value, String>;

pub(crate) fn rewrite<T: Serialize + DeserializeOwned>(body: &str) -> Result<Value, String> {
    let value: T = serde_json::from_str(body).map_err(|error| error.to_string())?;
    serde_json::to_value(value).map_err(|error| error.to_string())
}

/// typify's types and ours, of the events that have a row; the others are read by the choices alone.
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

/// Whether both texts are one instant to the reader that typify's types use: it writes years with a
/// sign and cuts a second after its ninth digit.
fn is_same_instant(theirs: &str, ours: &str) -> bool {
    let instants = theirs
        .parse::<DateTime<Utc>>()
        .ok()
        .zip(ours.parse::<DateTime<Utc>>().ok());
    instants.is_some_and(|(theirs, ours)| theirs == ours)
}

//! The values that typify's types and this project's read from one body.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use schema_registry::model::{Event, Registry};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A function that reads a body, and writes the value.
pub(crate) type Rewrite = fn(&str) -> Result<Value, String>;

pub(crate) fn rewrite<T: Serialize + DeserializeOwned>(body: &str) -> Result<Value, String> {
    let value: T = serde_json::from_str(body).map_err(|error| error.to_string())?;
    serde_json::to_value(value).map_err(|error| error.to_string())
}

include!(concat!(env!("OUT_DIR"), "/events.rs"));

#[rustfmt::skip]
#[allow(
    missing_docs,
    unreachable_pub,
    unused,
    clippy::all,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "this is typify's code as it comes"
)]
mod made_by_typify {
    include!(concat!(env!("OUT_DIR"), "/typify.rs"));
}

/// The types of one event.
pub(crate) struct Types {
    /// Its name, with family and major version.
    name: &'static str,
    /// typify's type for it, and typify's choice between all events of its major version.
    pub(crate) theirs: [Rewrite; 2],
    /// This project's type.
    pub(crate) ours: Rewrite,
}

/// Returns the events of a registry, each with its types.
pub(crate) fn typed_events(registry: &Registry) -> impl Iterator<Item = (&Event, Types)> {
    let mut types = types();
    registry.events().map(move |(family, major, event)| {
        let name = format!("{}/{}/{}", family.name, major.name, event.event_type);
        let at = types.iter().position(|it| it.name == name);
        (event, types.swap_remove(at.unwrap()))
    })
}

/// Returns the types of each event.
fn types() -> Vec<Types> {
    macro_rules! ours {
        ($name:literal, owned, $type:ty) => {
            Some(($name, rewrite::<$type> as Rewrite))
        };
        ($name:literal, borrowed, $type:ty) => {
            None
        };
    }
    macro_rules! theirs {
        ($name:literal, $module:ident::$type:ident) => {
            (
                $name,
                [
                    rewrite::<made_by_typify::$module::$type> as Rewrite,
                    rewrite::<made_by_typify::$module::AnyEvent> as Rewrite,
                ],
            )
        };
    }
    let ours = events_of_webhooks!(ours);
    let types = typify_of_webhooks!(theirs).map(|(name, theirs)| {
        let mut ours = ours.iter().flatten();
        let (_, ours) = ours.find(|(known, _)| *known == name).unwrap();
        Types {
            name,
            theirs,
            ours: *ours,
        }
    });
    types.into()
}

/// Returns the path of the first difference between two values, apart from the spelling of numbers, instants and
/// UUIDs.
pub(crate) fn differing(theirs: &Value, ours: &Value, place: &str) -> Option<String> {
    match (theirs, ours) {
        (Value::Object(theirs), Value::Object(ours)) => {
            let names: BTreeSet<&String> = theirs.keys().chain(ours.keys()).collect();
            names.into_iter().find_map(|name| {
                let place = format!("{place}/{name}");
                match (theirs.get(name), ours.get(name)) {
                    (Some(theirs), Some(ours)) => differing(theirs, ours, &place),
                    // typify's types have one value for a field that is absent and one that is null or empty.
                    (None, Some(ours)) if is_empty(ours) => None,
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
        // Both may write a number with or without a point.
        (Value::Number(theirs), Value::Number(ours)) => {
            (theirs.as_f64() != ours.as_f64()).then(|| place.to_owned())
        }
        (Value::Array(theirs), Value::Array(ours)) if theirs.len() == ours.len() => {
            let items = theirs.iter().zip(ours).enumerate();
            items
                .filter_map(|(index, (theirs, ours))| {
                    differing(theirs, ours, &format!("{place}/{index}"))
                })
                .next()
        }
        _ => (theirs != ours).then(|| place.to_owned()),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Reports whether both strings are the same instant to the parser that typify's types use, which writes years with
/// a sign and truncates a second after nine digits.
fn is_same_instant(theirs: &str, ours: &str) -> bool {
    let instants = theirs
        .parse::<DateTime<Utc>>()
        .ok()
        .zip(ours.parse::<DateTime<Utc>>().ok());
    instants.is_some_and(|(theirs, ours)| theirs == ours)
}

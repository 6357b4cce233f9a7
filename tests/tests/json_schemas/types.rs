//! The schemas of the types of all events.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;

/// A function that makes the schema of a type.
pub(crate) type Derive = fn() -> Value;

include!(concat!(env!("OUT_DIR"), "/events.rs"));

/// A row for a type that owns its strings; its borrowed counterpart has no schema of its own.
macro_rules! row {
    ($name:literal, owned, $type:ty) => {
        Some(($name, derived::<$type> as Derive))
    };
    ($name:literal, borrowed, $type:ty) => {
        None
    };
}

/// Returns the schema of a type as a reference, with all definitions next to it: a recursive type is then referred
/// to by its name everywhere, and not as the root in one place.
fn derived<T: JsonSchema>() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.subschema_for::<T>();
    let definitions = generator.take_definitions(true);
    schema.insert("$defs".into(), Value::Object(definitions));
    schema.to_value()
}

/// Returns the schemas of the events of webhooks, by their names.
pub(crate) fn webhooks() -> Vec<(String, Value)> {
    schemas(&events_of_webhooks!(row))
}

/// Returns the schemas of the events of the fixture, by their names.
pub(crate) fn everything() -> Vec<(String, Value)> {
    schemas(&events_of_everything!(row))
}

fn schemas(types: &[Option<(&str, Derive)>]) -> Vec<(String, Value)> {
    let types = types.iter().flatten();
    types
        .map(|(name, derive)| ((*name).to_owned(), derive()))
        .collect()
}

/// Returns the choices between all events of a major version.
pub(crate) fn any_event() -> impl Iterator<Item = (&'static str, Derive)> {
    let majors = [&majors_of_webhooks!(row)[..], &majors_of_everything!(row)];
    majors.concat().into_iter().flatten()
}

//! The types of all events.

use schema_runtime::Error;

/// Decodes a document, and writes what was decoded.
///
/// An event that is decoded by several types has a row for each of them: the types that own their strings, and
/// their borrowed counterparts, where there are any.
pub(crate) type Decode = fn(&[u8]) -> Result<String, Error>;

include!(concat!(env!("OUT_DIR"), "/events.rs"));

/// A row for a type, which may borrow from the document.
macro_rules! row {
    ($name:literal, $kind:ident, $type:ty) => {
        ($name, |body| {
            let value: $type = schema_runtime::from_slice(body)?;
            Ok(serde_json::to_string(&value).unwrap())
        })
    };
}

/// The events of this repository's schemas.
pub(crate) const WEBHOOKS: &[(&str, Decode)] = &events_of_webhooks!(row);

/// The events of the fixture.
pub(crate) const EVERYTHING: &[(&str, Decode)] = &events_of_everything!(row);

/// The choices between all events of a major version.
pub(crate) const ANY_EVENT: &[&[(&str, Decode)]] =
    &[&majors_of_webhooks!(row), &majors_of_everything!(row)];

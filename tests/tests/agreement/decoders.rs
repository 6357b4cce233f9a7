//! The types of all events.

use schema_runtime::Error;

/// A function that decodes a document, and writes the decoded value.
///
/// An event that several types decode has a row for each of them: the types that own their strings, and their
/// borrowed counterparts, if there are any.
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

/// Declares a check that the sample of a type is read again as it was written, with the name of the type.
macro_rules! sample {
    ($type:ty) => {{
        let again = || {
            let value = <$type>::sample();
            let text = serde_json::to_string(&value).unwrap();
            assert_eq!(schema_runtime::from_str::<$type>(&text).unwrap(), value);
        };
        (stringify!($type), again as fn())
    }};
}

/// A type, and a function that tries its sample.
type Sample = (&'static str, fn());

/// The types that examples contain.
const SAMPLES: [&[Sample]; 2] = [
    &samples_of_webhooks!(sample),
    &samples_of_everything!(sample),
];

#[test]
fn samples_are_values_of_their_types() {
    let samples = SAMPLES.concat();
    assert!(samples.len() > 50, "{}", samples.len());
    for (_, try_it) in samples {
        try_it();
    }
}

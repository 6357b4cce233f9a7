//! Documents that express a valid one in another way, or differ from it and stay valid.

use serde_json::{Map, Number, Value};

/// A document, and the change that made it.
pub(crate) struct Variation {
    pub(crate) change: &'static str,
    pub(crate) place: String,
    pub(crate) text: String,
}

/// Returns every variation of a document. Some are rejected by its schema.
pub(crate) fn variations(document: &Value) -> Vec<Variation> {
    let mut variations = Vec::new();
    let mut add = |change, place: &str, document: &Value| {
        variations.push(Variation {
            change,
            place: place.to_owned(),
            text: document.to_string(),
        });
    };
    add("as it is", "", document);
    for place in places(document, String::new()) {
        let mut change = |change, value: Value| {
            let mut changed = document.clone();
            *changed.pointer_mut(&place).unwrap() = value;
            add(change, &place, &changed);
        };
        match document.pointer(&place).unwrap() {
            Value::Object(members) => {
                let turned = members
                    .iter()
                    .rev()
                    .map(|(name, value)| (name.clone(), value.clone()));
                change("turned around", turned.collect::<Map<_, _>>().into());
                for name in members.keys() {
                    let mut last = members.clone();
                    let value = last.shift_remove(name).unwrap();
                    change("without a field", last.clone().into());
                    let mut first = Map::from_iter([(name.clone(), value.clone())]);
                    first.extend(last.clone());
                    change("with a field first", first.into());
                    last.insert(name.clone(), value);
                    change("with a field last", last.into());
                }
                for extra in ["null", "[1, {}]", "\"text\"", "{\"a\": 1.5}"] {
                    let mut more = members.clone();
                    more.insert("unknown_field".into(), serde_json::from_str(extra).unwrap());
                    change("with an unknown field", more.into());
                }
            }
            Value::Number(_) => {
                for number in [0, 1, (1_i64 << 53) - 2, (1 << 53) - 1] {
                    change("another integer", number.into());
                }
                for number in [0.0, 3.0, 9_007_199_254_740_991.0] {
                    change(
                        "an integer with a point",
                        Number::from_f64(number).unwrap().into(),
                    );
                }
            }
            Value::String(text) => {
                change("in upper case", text.to_uppercase().into());
                for text in [
                    "x",
                    "é😀",
                    "a-0",
                    "2.0.0",
                    "1.0.12",
                    "https://[::1]:80/%20?q#f",
                    "urn:x",
                ] {
                    change("another text", text.into());
                }
                for length in [1, 63, 64, 99, 100] {
                    change("a text of some length", "k".repeat(length).into());
                    change("a wide text of some length", "ß".repeat(length).into());
                }
                for text in [
                    "1970-01-01T00:00:00Z",
                    "2024-02-29T23:59:59.999999999+23:59",
                    "2024-01-01t12:03:10.5z",
                    "0001-01-01T00:00:00-00:00",
                    "9999-12-31T23:59:59Z",
                    "2024-01-01T12:03:10.25-07:30",
                ] {
                    change("another instant", text.into());
                }
                change("a leap second", "2016-12-31T23:59:60Z".into());
                change(
                    "a fraction of ten digits",
                    "2024-01-01T00:00:00.0123456789Z".into(),
                );
            }
            _ => {}
        }
    }
    variations
}

/// Returns the JSON pointers of a value and of all values inside it.
fn places(value: &Value, here: String) -> Vec<String> {
    let mut found = vec![here.clone()];
    for (name, value) in value.as_object().into_iter().flatten() {
        found.extend(places(value, format!("{here}/{name}")));
    }
    found
}

//! Makes a document smaller while it still shows the same.

use std::collections::VecDeque;

use schema_registry::json::child;
use serde_json::{Map, Value};

use crate::format::is_sample;

/// The maximum number of documents that are tried with one simpler place.
const MOST_TRIED: usize = 600;

/// The maximum number of documents that are tried with one part replaced by another.
const MOST_GRAFTED: usize = 300;

/// The maximum number of parts of a document that can replace others.
const MOST_PARTS: usize = 48;

/// The maximum number of items that are copied to simplify an array in one place after the other.
const MOST_COPIED: usize = 200_000;

/// Returns the smallest document that could be found which shows the same as this one.
pub(crate) fn shrink(document: Value, shows: &dyn Fn(&Value) -> bool) -> Value {
    // A recursive value is cut first, because that removes the most.
    let cut = smallest(document, MOST_GRAFTED, &grafted, shows);
    let simple = smallest(cut, MOST_TRIED, &simpler, shows);
    smallest(simple, MOST_GRAFTED, &grafted, shows)
}

/// The documents to try, in their order.
type Documents<'d> = Box<dyn Iterator<Item = Value> + 'd>;

/// Replaces a document by a candidate that shows the same, until none does or `most` candidates were tried.
fn smallest(
    document: Value,
    most: usize,
    candidates: &dyn Fn(&Value) -> Documents<'_>,
    shows: &dyn Fn(&Value) -> bool,
) -> Value {
    let mut smallest = document;
    let mut left = most;
    loop {
        let mut found = None;
        for candidate in candidates(&smallest) {
            let Some(fewer) = left.checked_sub(1) else {
                break;
            };
            left = fewer;
            if shows(&candidate) {
                found = Some(candidate);
                break;
            }
        }
        match found {
            Some(candidate) => smallest = candidate,
            None => return smallest,
        }
    }
}

/// Returns documents in which a smaller part replaces a larger one: a recursive value is replaced by a value inside it,
/// and a value with simpler alternatives by a sibling. The outermost places come first, and the smallest parts.
fn grafted(document: &Value) -> Documents<'_> {
    let places = places(document);
    let mut parts: Vec<(usize, &Value)> = Vec::new();
    for (_, size, value) in &places {
        if !parts.iter().any(|(_, part)| part == value) {
            parts.push((*size, value));
        }
    }
    parts.sort_by_key(|(size, _)| *size);
    let containers = places
        .into_iter()
        .filter(|(_, _, value)| value.is_array() || value.is_object());
    let grafts = containers.flat_map(move |(pointer, size, _)| {
        let smaller = parts.clone().into_iter();
        smaller
            .filter(move |(part, _)| *part < size)
            .map(move |(_, part)| (pointer.clone(), part))
    });
    Box::new(grafts.map(|(pointer, part)| {
        let mut document = document.clone();
        if let Some(place) = document.pointer_mut(&pointer) {
            *place = part.clone();
        }
        document
    }))
}

/// Returns the outermost values of a document, with their pointers and the lengths of their JSON.
fn places(document: &Value) -> Vec<(String, usize, &Value)> {
    let mut places = Vec::new();
    let mut waiting = VecDeque::from([(String::new(), document)]);
    while let Some((pointer, value)) = waiting.pop_front() {
        if places.len() >= MOST_PARTS {
            break;
        }
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                waiting.extend(items.map(|(at, item)| (format!("{pointer}/{at}"), item)));
            }
            Value::Object(members) => {
                let members = members.iter();
                waiting.extend(members.map(|(name, value)| (child(&pointer, name), value)));
            }
            _ => {}
        }
        places.push((pointer, value.to_string().len(), value));
    }
    places
}

fn simpler(document: &Value) -> Documents<'_> {
    Box::new(smaller(document).into_iter())
}

/// Returns documents that are simpler in one place, the simplest first.
fn smaller(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    match value {
        Value::Null => {}
        Value::Bool(_) => all.push(Value::Null),
        Value::Number(number) => {
            if let Some(whole) = number.as_i64() {
                all.extend(
                    [0, whole / 2]
                        .into_iter()
                        .filter(|it| it.unsigned_abs() < whole.unsigned_abs())
                        .map(Value::from),
                );
                let step = whole - whole.signum();
                all.extend((step != whole).then(|| Value::from(step)));
            } else if let Some(double) = number.as_f64() {
                let simpler = [0.5, double.trunc() + 0.5, (double * 10.0).round() / 10.0];
                let shorter = |it: &f64| it.to_string().len() < double.to_string().len();
                all.extend(simpler.into_iter().filter(shorter).map(Value::from));
            }
        }
        Value::String(text) if is_sample(text) => {
            all.extend((!text.is_empty()).then(|| "".into()));
        }
        Value::String(text) => {
            let count = text.chars().count();
            let lengths = [0, count / 2, count.saturating_sub(1)];
            for length in lengths.into_iter().filter(|length| *length < count) {
                all.push(text.chars().take(length).collect::<String>().into());
                all.push(text.chars().skip(count - length).collect::<String>().into());
            }
        }
        Value::Array(items) => {
            all.extend((!items.is_empty()).then(|| Value::Array(Vec::new())));
            if items.len() > 3 {
                let half: Vec<Value> = items.iter().take(items.len() / 2).cloned().collect();
                all.push(half.into());
            }
            let places = MOST_COPIED / items.len().max(1);
            for at in 0..items.len().min(places) {
                let mut fewer = items.clone();
                fewer.remove(at);
                all.push(fewer.into());
            }
            for (at, item) in items.iter().enumerate().take(places) {
                all.extend(inside(item).into_iter().map(|item| {
                    let mut items = items.clone();
                    if let Some(place) = items.get_mut(at) {
                        *place = item;
                    }
                    Value::Array(items)
                }));
            }
        }
        Value::Object(members) => {
            all.extend((!members.is_empty()).then(|| Value::Object(Map::new())));
            for name in members.keys() {
                let mut fewer = members.clone();
                fewer.shift_remove(name);
                all.push(fewer.into());
            }
            for (name, value) in members {
                all.extend(inside(value).into_iter().map(|value| {
                    let mut members = members.clone();
                    members.insert(name.clone(), value);
                    Value::Object(members)
                }));
            }
        }
    }
    all
}

/// Returns replacements for a value inside a document.
fn inside(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    if value.is_array() || value.is_object() {
        all.push(Value::Null);
    }
    all.extend(smaller(value));
    all
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::shrink;

    /// Reports whether every object on the way down has the member that its tag requires.
    fn is_node(value: &Value) -> bool {
        match value["t"].as_str() {
            Some("a" | "b") => value.get("n").is_some_and(is_node),
            Some("c") => value.get("z").is_some(),
            _ => false,
        }
    }

    fn has_text(value: &Value) -> bool {
        value["z"].is_string() || value.get("n").is_some_and(has_text)
    }

    #[test]
    fn a_recursive_value_is_cut_to_the_part_that_shows_it() {
        let document =
            json!({ "t": "a", "n": { "t": "b", "n": { "t": "c", "z": "text", "more": [1, 2] } } });
        let shown = shrink(document, &|value| is_node(value) && has_text(value));
        assert_eq!(shown, json!({ "t": "c", "z": "" }));
    }

    #[test]
    fn a_simpler_sibling_stands_for_a_value() {
        let has_both = |value: &Value| is_node(&value["left"]) && has_text(&value["right"]);
        let document = json!({
            "left": { "t": "a", "n": { "t": "b", "n": { "t": "c", "z": 7 } } },
            "right": { "t": "c", "z": "" },
        });
        let shown = shrink(document, &has_both);
        assert_eq!(shown["left"]["t"], "c");
        assert_eq!(shown["right"], json!({ "z": "" }));
    }

    #[test]
    fn large_documents_are_not_tried_for_ever() {
        let mut document = json!({ "z": "" });
        for at in 0..60 {
            document = json!({ "n": document, "x": [at, "y"] });
        }
        let tried = std::cell::Cell::new(0);
        let whole = document.to_string().len();
        let shown = shrink(document, &|value| {
            tried.set(tried.get() + 1);
            value.to_string().len() + 1 > whole
        });
        assert_eq!(shown.to_string().len(), whole);
        assert!(tried.get() <= 1_203, "{} documents", tried.get());
    }
}

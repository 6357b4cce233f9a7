//! Makes a document smaller for as long as it shows the same.

use serde_json::{Map, Value};

use crate::format::is_sample;

/// So many documents are tried.
const MOST_TRIED: usize = 600;

/// The smallest document that could be found which shows the same as this one.
pub(crate) fn shrink(document: Value, shows: &dyn Fn(&Value) -> bool) -> Value {
    let mut smallest = document;
    let mut tried = 0;
    'again: loop {
        for candidate in smaller(&smallest) {
            tried += 1;
            if tried > MOST_TRIED {
                return smallest;
            }
            if shows(&candidate) {
                smallest = candidate;
                continue 'again;
            }
        }
        return smallest;
    }
}

/// Documents that are simpler in one place, the simplest first.
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
            for at in 0..items.len() {
                let mut fewer = items.clone();
                fewer.remove(at);
                all.push(fewer.into());
            }
            for (at, item) in items.iter().enumerate() {
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

/// Values to put in the place of one inside a document.
fn inside(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    if value.is_array() || value.is_object() {
        all.push(Value::Null);
    }
    all.extend(smaller(value));
    all
}

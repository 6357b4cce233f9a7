//! A second opinion: the types that typify makes by itself.

mod examples;
mod types;
mod variations;

use fastrand::Rng;
use repository_tests::registries::webhooks;
use serde_json::Value;
use types::{differing, typed_events};

use super::{
    document::Style,
    generator::Generator,
    report::{print, seed},
};

/// The types that typify makes by itself from the same schemas read the same values from every valid document. Its
/// integers are those of Rust, which reject `3.0`, so such documents have a `3` there.
#[test]
fn agreement_with_typify_on_generated_webhooks() {
    let registry = webhooks();
    let mut compared = 0;
    let mut problems = Vec::new();
    for (event, types) in typed_events(&registry) {
        let validator = registry.validator(&event.schema).unwrap();
        let generator = Generator::new(&registry, &event.schema);
        let mut rng = Rng::with_seed(seed());
        let random = (0..2_000).map(|_| generator.random(&mut rng));
        for document in generator.documents().into_iter().chain(random) {
            let text = document.print(Style::Compact);
            let Ok(value) = serde_json::from_str::<Value>(&text) else {
                continue;
            };
            if !validator.is_valid(&value) {
                continue;
            }
            let plain = with_plain_integers(value).to_string();
            for theirs in types.theirs {
                compared += 1;
                match (theirs(&plain), (types.ours)(&text)) {
                    (Ok(theirs), Ok(ours)) => {
                        if let Some(place) = differing(&theirs, &ours, "") {
                            problems.push(format!("`{place}` is read otherwise: {text}"));
                        }
                    }
                    (theirs, ours) => problems.push(format!("{theirs:?}, {ours:?}: {text}")),
                }
            }
        }
    }
    let count = problems.len();
    print(&format!(
        "typify: {compared} documents compared, {count} disagreements\n"
    ));
    let first: Vec<&String> = problems.iter().take(10).collect();
    assert!(problems.is_empty(), "{first:#?}");
    assert!(compared > 5_000, "{compared} documents prove little");
}

/// The greatest integer up to which doubles are exact.
const MAX: f64 = 9_007_199_254_740_991.0;

/// Returns the same value with integers that have neither a point nor an exponent.
fn with_plain_integers(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(double) if number.is_f64() && double.fract() == 0.0 && double.abs() <= MAX => {
                Value::from(double as i64)
            }
            _ => Value::Number(number),
        },
        Value::Array(items) => items.into_iter().map(with_plain_integers).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, with_plain_integers(value)))
            .collect(),
        other => other,
    }
}

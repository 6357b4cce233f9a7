//! Examples of every event, changed in ways that keep them valid.

use std::collections::BTreeSet;

use repository_tests::registries::webhooks;
use serde_json::{Value, json};

use super::{
    types::{differing, typed_events},
    variations::variations,
};

/// Valid documents that typify's types reject, by the change that made them, with the reason.
const REFUSED: &[(&str, &str)] = &[(
    "an integer with a point",
    "its integers are those of Rust, whose reader takes no `3.0`",
)];

/// typify's types and this project's read the same values from every valid document.
#[test]
fn second_opinion_of_typify() {
    let registry = webhooks();
    let mut compared = 0;
    let mut refused = BTreeSet::new();
    let mut problems = Vec::new();
    for (event, types) in typed_events(&registry) {
        let validator = registry.validator(&event.schema).unwrap();
        for example in &event.examples {
            for variation in variations(&example.root.to_value()) {
                let document: Value = serde_json::from_str(&variation.text).unwrap();
                if !validator.is_valid(&document) {
                    continue;
                }
                let label = format!(
                    "{}/{}, `{}` {}",
                    event.event_type, example.case, variation.place, variation.change
                );
                let is_excused = REFUSED
                    .iter()
                    .any(|(change, _)| *change == variation.change);
                compared += usize::from(!is_excused);
                // The choice between all events has to read the same as the event's own type.
                for theirs in types.theirs {
                    match (theirs(&variation.text), (types.ours)(&variation.text)) {
                        (_, Err(error)) => problems.push(format!("{label}: ours refuse: {error}")),
                        (Err(_), Ok(_)) if is_excused => {
                            refused.insert(variation.change);
                        }
                        (Err(error), Ok(_)) => {
                            problems.push(format!("{label}: typify's refuse: {error}"));
                        }
                        (Ok(theirs), Ok(ours)) => {
                            if let Some(place) = differing(&theirs, &ours, "") {
                                problems.push(format!("{label}: `{place}` is read otherwise"));
                            }
                        }
                    }
                }
            }
        }
    }
    println!(
        "second opinion: {compared} documents compared, {} disagreements",
        problems.len()
    );
    assert!(compared > 1_000, "{compared} documents prove little");
    let first: Vec<&String> = problems.iter().take(40).collect();
    assert!(
        problems.is_empty(),
        "{} disagreements: {first:#?}",
        problems.len()
    );
    let excused: BTreeSet<&str> = REFUSED.iter().map(|(change, _)| *change).collect();
    assert_eq!(
        refused, excused,
        "typify's types take what the list says they refuse"
    );
}

/// The comparison notices a difference in any field.
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
    let point = json!({"at": "2024-01-01T12:00:00Z", "n": 1.0, "in": {"s": "a"}});
    assert_eq!(differing(&value, &point, ""), None);
    assert_eq!(differing(&json!([0.0]), &json!([0]), ""), None);
    assert_eq!(
        differing(&json!([0.5]), &json!([0]), "").as_deref(),
        Some("/0")
    );
    let absent = json!({});
    for empty in [json!(null), json!([]), json!({})] {
        let empty = json!({ "n": empty });
        assert_eq!(differing(&absent, &empty, ""), None);
        assert_eq!(differing(&empty, &absent, "").as_deref(), Some("/n"));
    }
    let less = json!({"at": "2024-01-01T12:00:00Z", "n": 1});
    assert_eq!(differing(&value, &less, "").as_deref(), Some("/in"));
}

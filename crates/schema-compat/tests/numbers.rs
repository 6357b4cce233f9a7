//! Numbers of every size, with bounds, divisors and excluded values, checked against a list of numbers.
//!
//! `COMPAT_RANDOM_NUMBERS` is the number of random pairs (default: 4,000).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod verdicts;

use fastrand::Rng;
use schema_compat::{Draft, Draft4Integers, Settings, Verdict, compare};
use serde_json::{Map, Value, json};

#[track_caller]
fn compatible(writer: &Value, reader: &Value) {
    verdicts::compatible(writer, reader, &Settings::default());
}

#[track_caller]
fn witness(writer: &Value, reader: &Value) -> Value {
    witness_in(Draft::Draft202012, writer, reader)
}

#[track_caller]
fn witness_in(draft: Draft, writer: &Value, reader: &Value) -> Value {
    let settings = Settings {
        draft,
        ..Settings::default()
    };
    verdicts::witness(writer, reader, &settings)
}

#[test]
fn bounds_beyond_integers_of_the_machine() {
    let at_least = |bound: f64| json!({ "type": "integer", "minimum": bound });
    compatible(&at_least(2e40), &at_least(1e40));
    let found = witness(&at_least(1e40), &at_least(2e40)).as_f64().unwrap();
    assert!((1e40..2e40).contains(&found), "{found}");
    compatible(&at_least(1e300), &at_least(1.7e38));
    compatible(
        &json!({ "type": "integer", "maximum": -1e40 }),
        &json!({ "type": "integer", "maximum": -1.7e38 }),
    );
    let found = witness(
        &json!({ "type": "integer", "exclusiveMinimum": 1e40, "exclusiveMaximum": 2e40 }),
        &json!({ "type": "string" }),
    );
    assert!(found.as_f64().unwrap() > 1e40);
    let found = witness(
        &json!({ "type": "integer", "minimum": -2e40, "maximum": -1e40, "multipleOf": 3 }),
        &json!({ "maximum": -3e40 }),
    );
    assert!(found.as_f64().unwrap() <= -1e40);
    // Between two adjacent doubles there is no other double, but there may be decimals.
    let next = 1e40_f64.next_up();
    let between = json!({ "exclusiveMinimum": 1e40, "exclusiveMaximum": next });
    let verdict = compare(&between, &json!({ "maximum": 0 }), &Settings::default());
    assert!(matches!(verdict, Verdict::Undecided { .. }), "{verdict:?}");
}

#[test]
fn integers_of_64_bits_are_exact() {
    let most = |bound: u64| json!({ "type": "integer", "maximum": bound });
    compatible(&most(u64::MAX - 1), &most(u64::MAX));
    assert_eq!(
        witness(&most(u64::MAX), &most(u64::MAX - 1)),
        json!(u64::MAX)
    );
    compatible(&most((1 << 53) + 1), &most((1 << 53) + 2));
    compatible(
        &json!({ "type": "integer", "minimum": i64::MIN, "maximum": i64::MIN }),
        &json!({ "const": i64::MIN }),
    );
}

#[test]
fn ranges_of_integers_and_long_enums_are_counted() {
    let range = |from: i64, to: i64| json!({ "type": "integer", "minimum": from, "maximum": to });
    let all: Vec<i64> = (0..=5_000).collect();
    compatible(&range(0, 5_000), &json!({ "enum": all }));
    compatible(&range(1, 4_999), &json!({ "enum": all }));
    assert_eq!(
        witness(&range(0, 5_001), &json!({ "enum": all })),
        json!(5_001)
    );
    assert_eq!(
        witness(&range(-1, 5_000), &json!({ "enum": all })),
        json!(-1)
    );
    let gap: Vec<i64> = all.iter().copied().filter(|it| *it != 3_777).collect();
    assert_eq!(
        witness(&range(0, 5_000), &json!({ "enum": gap })),
        json!(3_777)
    );
    let even: Vec<i64> = (0..=5_000).step_by(2).collect();
    let writer = json!({ "type": "integer", "minimum": 0, "maximum": 5_000, "multipleOf": 2 });
    compatible(&writer, &json!({ "enum": even }));
    witness(&json!({ "type": "integer" }), &json!({ "enum": all }));
}

#[test]
fn decimals_are_counted_and_found() {
    let tenths = json!({ "minimum": 0, "maximum": 1, "multipleOf": 0.1 });
    let all = json!([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    compatible(
        &json!({ "allOf": [{ "type": "number" }, tenths] }),
        &json!({ "enum": all }),
    );
    compatible(
        &json!({ "type": "number", "multipleOf": 0.01, "exclusiveMinimum": 0.01, "exclusiveMaximum": 0.03 }),
        &json!({ "const": 0.02 }),
    );
    compatible(
        &json!({ "type": "number", "multipleOf": 0.3 }),
        &json!({ "multipleOf": 0.1 }),
    );
    compatible(
        &json!({ "type": "number", "allOf": [{ "multipleOf": 0.4 }, { "multipleOf": 0.6 }] }),
        &json!({ "multipleOf": 1.2 }),
    );
    compatible(
        &json!({ "type": "number", "minimum": 1e-7, "multipleOf": 1e-7 }),
        &json!({ "exclusiveMinimum": 0 }),
    );
    compatible(
        &json!({ "maximum": std::f64::consts::PI }),
        &json!({ "maximum": std::f64::consts::PI.next_up() }),
    );
    assert_eq!(
        witness(
            &json!({ "type": "number", "minimum": 0.3, "maximum": 0.3 }),
            &json!({ "multipleOf": 0.2 })
        ),
        json!(0.3)
    );
}

#[test]
fn numbers_that_draft_4_tells_apart() {
    // 10^16 is printed with an exponent as a double.
    let writer = json!({ "type": "number", "minimum": 1e16, "maximum": 1e16 });
    let found = witness_in(Draft::Draft4, &writer, &json!({ "type": "integer" }));
    assert!(found.is_f64(), "{found}");
    let pair = json!({
        "type": "array",
        "items": [{ "type": "integer" }, { "not": { "type": "integer" } }],
        "minItems": 2,
        "maxItems": 2,
    });
    let unique = json!({ "uniqueItems": true });
    let found = compare(
        &pair,
        &unique,
        &Settings {
            draft: Draft::Draft4,
            ..Settings::default()
        },
    );
    assert!(!found.is_compatible(), "[1, 1.0] breaks");
}

#[test]
fn documents_that_break_only_draft_4_by_its_letter_are_the_last_choice() {
    let old = Settings {
        draft: Draft::Draft4,
        ..Settings::default()
    };
    let as_others = Settings {
        draft4_integers: Draft4Integers::AsDraft6,
        ..old
    };
    let whole = json!({ "type": "number", "multipleOf": 1 });
    let integer = json!({ "type": "integer" });
    let Verdict::Breaking {
        witness,
        refused_at,
    } = compare(&whole, &integer, &old)
    else {
        panic!("1.0 is no integer");
    };
    assert!(witness.is_f64() && refused_at.message.contains("by the letter of draft 4"));
    assert!(compare(&whole, &integer, &as_others).is_compatible());
    // Another part of the document breaks every reader.
    let member = |value: &Value| json!({ "properties": { "a": value, "b": { "maximum": 1 } } });
    let writer = member(&whole);
    let reader = json!({ "properties": { "a": integer, "b": { "maximum": 0 } } });
    let Verdict::Breaking {
        witness,
        refused_at,
    } = compare(&writer, &reader, &old)
    else {
        panic!("b breaks");
    };
    assert_eq!(
        (witness, refused_at.keyword),
        (json!({ "b": 1 }), "maximum".into())
    );
    assert!(!refused_at.message.contains("by the letter"));
    // The validator of draft 4 gets the number in the form that the settings require.
    let verdict = compare(
        &json!({ "enum": [1, 2.0, [3.0]] }),
        &json!({ "type": ["integer", "array"] }),
        &as_others,
    );
    assert!(verdict.is_compatible(), "{verdict:?}");
    let opaque =
        json!({ "type": "number", "multipleOf": 1, "unevaluatedItems": false, "pattern": "(" });
    assert!(!matches!(
        compare(&opaque, &integer, &as_others),
        Verdict::Breaking { .. }
    ));
}

/// Returns numbers of every size and form.
fn domain() -> Vec<Value> {
    let mut all: Vec<Value> = (-12..=12).map(Value::from).collect();
    all.extend((-24..=24).map(|half| json!(f64::from(half) / 4.0)));
    all.extend((-12..=12).map(|tenth| json!(f64::from(tenth) / 10.0)));
    for large in [
        1e15,
        9e15,
        9007199254740992.0,
        1e16,
        1e18,
        1e19,
        1.7e38,
        2e38,
        1e40,
        1.5e40,
        1e300,
    ] {
        for double in [
            large,
            f64::next_up(large),
            f64::next_down(large),
            large * 3.0,
        ] {
            all.extend([json!(double), json!(-double)]);
        }
    }
    for whole in [i64::MAX, i64::MIN, (1 << 53) + 1, 10_000_000_000_000_000] {
        all.push(json!(whole));
    }
    all.extend([
        json!(u64::MAX),
        json!(u64::MAX - 1),
        json!(0.1 + 0.2),
        json!(1e-7),
        json!(5e-324),
    ]);
    all
}

fn random(rng: &mut Rng, domain: &[Value]) -> Value {
    let mut schema = Map::new();
    let pick = |rng: &mut Rng| domain[rng.usize(..domain.len())].clone();
    let near = |rng: &mut Rng| {
        if rng.bool() {
            json!(rng.i64(-4..=4))
        } else {
            pick(rng)
        }
    };
    if rng.u8(..3) > 0 {
        schema.insert("type".into(), json!(["integer", "number"][rng.usize(..2)]));
    }
    for name in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
        if rng.u8(..3) == 0 {
            schema.insert(name.into(), near(rng));
        }
    }
    if rng.u8(..3) == 0 {
        let divisors = [
            json!(1),
            json!(2),
            json!(3),
            json!(0.5),
            json!(0.1),
            json!(1.5),
            json!(0.25),
            json!(1e16),
        ];
        schema.insert(
            "multipleOf".into(),
            divisors[rng.usize(..divisors.len())].clone(),
        );
    }
    if rng.u8(..5) == 0 {
        let values: Vec<Value> = (0..rng.usize(1..8)).map(|_| near(rng)).collect();
        schema.insert("enum".into(), json!(values));
    }
    match rng.u8(..8) {
        0 => json!({ "not": schema }),
        1 => json!({ "anyOf": [schema, random(rng, domain)] }),
        2 => json!({ "allOf": [schema, random(rng, domain)] }),
        _ => Value::Object(schema),
    }
}

#[test]
fn verdicts_agree_with_a_list_of_numbers() {
    let domain = domain();
    let pairs = std::env::var("COMPAT_RANDOM_NUMBERS").map_or(4_000, |text| text.parse().unwrap());
    let mut rng = Rng::with_seed(13);
    let (mut decided, mut undecided) = ([0, 0], 0);
    for _ in 0..pairs {
        let draft = [Draft::Draft4, Draft::Draft202012][rng.usize(..2)];
        let (dialect, is_old) = match draft {
            Draft::Draft4 => (jsonschema::Draft::Draft4, true),
            _ => (jsonschema::Draft::Draft202012, false),
        };
        let (mut writer, mut reader) = (random(&mut rng, &domain), random(&mut rng, &domain));
        if is_old {
            drop_new(&mut writer);
            drop_new(&mut reader);
        }
        let settings = Settings {
            draft,
            ..Settings::default()
        };
        let build = |schema: &Value| {
            let options = jsonschema::options().with_draft(dialect);
            options.build(schema).unwrap()
        };
        match compare(&writer, &reader, &settings) {
            Verdict::Breaking { .. } => decided[1] += 1,
            Verdict::Compatible { .. } => {
                decided[0] += 1;
                let (written, read) = (build(&writer), build(&reader));
                let divides = format!("{writer}{reader}").contains("multipleOf");
                let breaking = |value: &&Value| {
                    !(divides && is_ambiguous(value))
                        && written.is_valid(value)
                        && !read.is_valid(value)
                };
                if let Some(shown) = domain.iter().find(breaking) {
                    panic!("{shown} breaks {writer} for {reader}");
                }
            }
            Verdict::Vacuous { .. } => {
                let written = build(&writer);
                let sent = domain.iter().find(|value| written.is_valid(value));
                assert!(sent.is_none(), "{sent:?} is sent by {writer}");
            }
            Verdict::Undecided { .. } => undecided += 1,
        }
    }
    println!("{decided:?} decided, {undecided} undecided");
    assert!(decided[0] > pairs / 20 && decided[1] > pairs / 4);
    assert!(undecided * 40 < pairs, "{undecided} are undecided");
}

/// Reports whether an integer, the double for it, and the shortest decimal for that double are not the same. Validators
/// divide the double by some divisors, and the decimal by others.
fn is_ambiguous(value: &Value) -> bool {
    let double = value.as_f64().unwrap();
    let is_same = |text: String| text == format!("{double:.0}");
    double.fract() == 0.0
        && !(is_same(double.to_string()) && (value.is_f64() || is_same(value.to_string())))
}

/// Removes numeric exclusive bounds, which draft 4 does not have.
fn drop_new(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for name in ["exclusiveMinimum", "exclusiveMaximum"] {
                members.shift_remove(name);
            }
            members.values_mut().for_each(drop_new);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_new),
        _ => {}
    }
}

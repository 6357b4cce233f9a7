//! Numbers with bounds, and multiples.

use std::{collections::BTreeSet, fmt::Debug};

use jsonschema::Validator;
use repository_tests::generated::limits::v1 as limits;
use schema_runtime::{Integer, MAX_SAFE_INTEGER, Multiple};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{property, validator};

/// Reports whether the validator and the type accept a number, and checks that they agree and that the type writes
/// what it read.
#[track_caller]
fn agree<T: Serialize + DeserializeOwned>(validator: &Validator, text: &str) -> bool {
    let read = schema_runtime::from_str::<T>(text);
    let Ok(instance) = serde_json::from_str::<Value>(text) else {
        assert!(read.is_err(), "{text}");
        return false;
    };
    let expected = validator.is_valid(&instance);
    match read {
        Ok(value) => {
            assert!(expected, "{text} is accepted by the type alone");
            let written = serde_json::to_value(&value).unwrap();
            assert!(
                validator.is_valid(&written),
                "{text} is written as {written}"
            );
            assert_eq!(written.as_f64(), instance.as_f64(), "{text}");
        }
        Err(error) => assert!(
            !expected,
            "{text} is accepted by the validator alone: {error}"
        ),
    }
    expected
}

/// Returns numbers in every spelling, around powers of two and ten and the limits of types.
fn numbers() -> BTreeSet<String> {
    let mut numbers = BTreeSet::new();
    let edges: [i128; 11] = [
        0,
        10,
        15,
        1000,
        1 << 31,
        1 << 53,
        (1 << 53) + 1000,
        i64::MAX as i128,
        u64::MAX as i128,
        1 << 70,
        10_i128.pow(30),
    ];
    for edge in edges {
        for beside in -4..=4 {
            let integer = (edge + beside).to_string();
            for sign in ["", "-"] {
                let digits = integer.trim_start_matches('-');
                for end in [
                    "", ".0", ".5", "e0", "E2", "e-1", "e-2", "e15", "e300", "e400", "e-400",
                ] {
                    numbers.insert(format!("{sign}{digits}{end}"));
                }
            }
        }
    }
    for text in [
        "5e-324",
        "-5e-324",
        "1e-400",
        "-1e-400",
        "1e400",
        "-1e400",
        "1.7976931348623157e308",
        "-1.7976931348623157e308",
        "0.1",
        "-0.1",
        "-0",
        "-0.0",
        "0e5",
        "-0e-5",
        "null",
        "\"1\"",
        "[]",
        "{}",
        "true",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "NaN",
        "Infinity",
    ] {
        numbers.insert(text.into());
    }
    numbers
}

/// Compares a type with its schema, on all numbers and on the neighbours of its bounds.
#[track_caller]
fn compare<T: Serialize + DeserializeOwned + Debug>(name: &str) {
    let schema = property("numbers", name);
    let validator = validator("numbers", name);
    let mut texts = numbers();
    let mut accepted = 0;
    for keyword in ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"] {
        let mut down = match schema[keyword].as_f64() {
            Some(bound) => bound,
            None => continue,
        };
        let mut up = down;
        for _ in 0..200 {
            texts.extend([up, down].map(|number| format!("{number:?}")));
            texts.extend([up, down].map(|number| format!("{number:e}")));
            (up, down) = (up.next_up(), down.next_down());
        }
    }
    let mut random: u64 = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..4_000 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let number = f64::from_bits(random);
        let near = (random >> 40) as f64 / 1e5 - 50.0;
        texts.extend(
            [number, near, near.round(), near / 100.0]
                .iter()
                .filter(|number| number.is_finite())
                .map(|number| format!("{number:?}")),
        );
    }
    for text in &texts {
        accepted += usize::from(agree::<T>(&validator, text));
    }
    println!(
        "{name}: {} numbers compared, {accepted} accepted",
        texts.len()
    );
    assert!(accepted > 0 && accepted < texts.len(), "{name}: {accepted}");
}

#[test]
fn agreement_of_numbers() {
    compare::<limits::NumbersShare>("share");
    compare::<limits::NumbersOpen>("open");
    compare::<limits::NumbersFromZero>("from_zero");
    compare::<limits::NumbersAboveZero>("above_zero");
    compare::<limits::NumbersBelowZero>("below_zero");
    compare::<limits::NumbersAtMost>("at_most");
    compare::<limits::NumbersHalfOpen>("half_open");
    compare::<limits::NumbersHalfClosed>("half_closed");
    compare::<limits::NumbersOne>("one");
    compare::<limits::NumbersTiny>("tiny");
    compare::<limits::NumbersNegativeZero>("negative_zero");
    compare::<limits::NumbersWidest>("widest");
    compare::<limits::NumbersWidestOpen>("widest_open");
    compare::<limits::NumbersBoth>("both");
    compare::<limits::Degrees>("named");
    compare::<Multiple<i8, 2, -10, 10>>("even");
    compare::<Multiple<u16, 15, 15, 480>>("quarters");
    compare::<Multiple<i64, 1000, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>>("thousands");
    compare::<Integer<i8, -3, 3>>("any_integer");
    compare::<Integer<u8, 1, 1>>("version");
    compare::<Integer<u16, 300, 300>>("untyped");
    compare::<Integer<u8, 0, 0>>("zero");
    compare::<Integer<i8, -1, 2>>("stage");
    compare::<Integer<u8, 1, 3>>("level");
    compare::<Multiple<i64, MAX_SAFE_INTEGER, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>>(
        "huge_steps",
    );
}

#[test]
fn refused_numbers_are_named_with_their_bounds() {
    let refusal =
        |error: Result<(), schema_runtime::Error>| error.unwrap_err().message().to_owned();
    let share = schema_runtime::from_str::<limits::NumbersShare>("1.5").map(drop);
    assert_eq!(
        refusal(share),
        "invalid value: floating point `1.5`, expected a number from 0 to 1"
    );
    let text = schema_runtime::from_str::<limits::NumbersHalfOpen>("\"1\"").map(drop);
    assert_eq!(
        refusal(text),
        "invalid type: string \"1\", expected a number of at least -1.5 and less than 1.5"
    );
    let tiny = limits::NumbersTiny::new(0.0).unwrap_err();
    assert_eq!(
        tiny.to_string(),
        "NumbersTiny: expected a number from 5e-324 to 1, found 0"
    );
    let negative = limits::NumbersBelowZero::new(-0.0).unwrap_err();
    assert_eq!(
        negative.to_string(),
        "NumbersBelowZero: expected a number less than 0, found -0"
    );
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(limits::NumbersFromZero::new(value).is_err());
    }
    let step = schema_runtime::from_str::<Multiple<u16, 15, 15, 480>>("50").map(drop);
    assert_eq!(
        refusal(step),
        "invalid value: integer `50`, expected a multiple of 15 from 15 to 480"
    );
}

//! Strings of formats for which the standard library has a type.

use std::{collections::BTreeSet, net::Ipv4Addr};

use repository_tests::generated::limits::v1 as limits;
use schema_runtime::{Date, UniqueVec};
use serde_json::Value;

use crate::{compare_lists, validator};

#[test]
fn agreement_of_addresses() {
    let validator = validator("texts", "address");
    let mut random = fastrand::Rng::with_seed(1);
    let stock = [
        "0", "1", "9", "10", "99", "100", "127", "199", "249", "255", "256", "260", "00", "01",
        "1000", "", "-1", "+1", " 1", "1 ", "0x1", "1e1", "\u{661}", "a",
    ];
    let mut texts = BTreeSet::new();
    for _ in 0..300_000 {
        // Most parts are valid, so that many strings are.
        let parts: Vec<&str> = (0..[4, 4, 4, 4, 4, 3, 5][random.usize(..7)])
            .map(|_| match random.usize(..12) {
                0 => stock[random.usize(..stock.len())],
                _ => stock[random.usize(..10)],
            })
            .collect();
        let dot = [".", ".", ".", ".", "..", ":", ","][random.usize(..7)];
        texts.insert(match random.usize(..3) {
            0 => parts.join(dot),
            _ => parts.join("."),
        });
    }
    let mut accepted = 0;
    for text in &texts {
        let instance = Value::from(text.as_str());
        let expected = validator.is_valid(&instance);
        let read = schema_runtime::from_str::<Ipv4Addr>(&instance.to_string());
        assert_eq!(read.is_ok(), expected, "{text:?}");
        if let Ok(address) = read {
            accepted += 1;
            assert_eq!(serde_json::to_value(address).unwrap(), instance);
        }
    }
    println!("{} addresses compared, {accepted} accepted", texts.len());
    assert!(
        accepted > 9_000 && texts.len() - accepted > 9_000,
        "{accepted}"
    );
}

#[test]
fn agreement_of_different_texts() {
    compare_lists::<UniqueVec<Date>>(
        "texts",
        "dates",
        r#""2024-01-01" "2024-01-02" "2024-02-01" "0000-01-01" "2024-01-32""#,
    );
    compare_lists::<UniqueVec<Ipv4Addr, 1>>(
        "texts",
        "addresses",
        r#""1.2.3.4" "4.3.2.1" "0.0.0.0" "1.2.3.04""#,
    );
}

#[test]
fn refused_texts_are_named() {
    let date = schema_runtime::from_str::<limits::Day>("\"2023-02-29\"").unwrap_err();
    assert_eq!(
        date.to_string(),
        "invalid value: string \"2023-02-29\", expected an RFC 3339 date such as `2024-01-31`, at line 1 column 1"
    );
    let address = schema_runtime::from_str::<Ipv4Addr>("\"1.2.3\"").unwrap_err();
    assert_eq!(address.message(), "invalid IPv4 address syntax");
    let number = schema_runtime::from_str::<Ipv4Addr>("1").unwrap_err();
    assert_eq!(
        number.message(),
        "invalid type: integer `1`, expected IPv4 address"
    );
}

//! `Date` accepts exactly what the validator accepts as `date`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

#[expect(dead_code, reason = "it serves other types, too")]
#[path = "scalars/differential.rs"]
mod differential;

use differential::*;
use schema_runtime::Date;

#[test]
fn date_agrees_with_the_validator() {
    let accepted = "0000-01-01 0000-02-29 2000-02-29 2023-02-28 2024-02-29 9999-12-31";
    let refused = "
        1900-02-29 2023-02-29 2024-02-30 2024-04-31 2024-00-01 2024-13-01 2024-01-00 2024-01-32
        2024-1-01 2024-01-1 24-01-01 02024-01-01 -2024-01-01 +024-01-01 20240101 2024/01/01
        2024-01-01Z 2024-01-01T00:00:00Z
    ";
    let odd = [
        "",
        " 2024-01-01",
        "2024-01-01\n",
        "2024-01-0\u{661}",
        "2024-01-01\0",
    ];
    let differential = Differential::<Date>::new("date");
    differential.by_hand(accepted, refused, &odd);
    differential.at_random("- 0 1 2 9 / : + T é \u{661} ０ -- 31", |random| {
        let year = random.below(10_000);
        let (month, day) = (1 + random.below(12), 1 + random.below(31));
        format!("{year:04}-{month:02}-{day:02}")
    });
}

#[test]
fn date_agrees_with_the_validator_on_every_day() {
    let differential = Differential::<Date>::new("date");
    let (mut compared, mut accepted) = (0, 0);
    for year in [
        0, 1, 4, 100, 400, 1582, 1700, 1900, 2000, 2023, 2024, 2100, 2400, 9999,
    ] {
        for month in 0..=99 {
            for day in 0..=99 {
                let is_day = differential.agree(&format!("{year:04}-{month:02}-{day:02}"));
                let made = Date::new(year, month, day);
                assert_eq!(made.is_ok(), is_day, "{year} {month} {day}");
                accepted += usize::from(is_day);
                compared += 1;
            }
        }
    }
    println!("{compared} dates compared, {accepted} accepted");
    assert_eq!(
        accepted,
        14 * 365 + 6,
        "leap years are 0, 4, 400, 2000, 2024 and 2400"
    );
    assert!(Date::new(10_000, 1, 1).is_err());
}

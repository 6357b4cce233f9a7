//! Values convert to those of other crates and back, without a change that is not documented.
//!
//! The RFC 3339 parsers of these crates are a second opinion.

#![cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "time",
    feature = "url"
))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]
// With only one feature, some helpers are unused.
#![allow(dead_code, unused_imports)]

use schema_runtime::Timestamp;

#[cfg(feature = "chrono")]
#[path = "convert/chrono.rs"]
mod chrono;
#[cfg(feature = "jiff")]
#[path = "convert/jiff.rs"]
mod jiff;
#[cfg(feature = "time")]
#[path = "convert/time.rs"]
mod time;
#[cfg(feature = "url")]
#[path = "convert/url.rs"]
mod url;

/// Timestamps at the limits of the format, without leap seconds.
const EDGES: &[&str] = &[
    "0000-01-01T00:00:00Z",
    "0000-01-01T00:00:00+23:59",
    "0000-01-01T00:00:00.000000001-23:59",
    "0000-02-29T23:59:59Z",
    "1969-12-31T23:59:59.25Z",
    "1970-01-01T00:00:00Z",
    "2024-01-01T12:03:10-00:00",
    "2024-01-01T12:03:10+00:00",
    "2024-01-01T12:03:10+00:01",
    "2024-01-01T12:03:10+05:45",
    "2024-01-01T12:03:10-23:59",
    "2024-02-29t12:03:10z",
    "2024-01-01T12:03:10.5Z",
    "2024-01-01T12:03:10.000000001Z",
    "2024-01-01T12:03:10.123456789999Z",
    "2024-01-01T12:03:10.999999999999+01:00",
    "9999-12-30T22:00:00.999999999Z",
];

/// Timestamps after the maximum of jiff.
const LAST_DAY: &[&str] = &[
    "9999-12-30T22:00:01Z",
    "9999-12-31T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z",
    "9999-12-31T23:59:59.999999999+23:59",
];

/// Timestamps after the year 9999 in UTC.
const YEAR_10000: &[&str] = &["9999-12-31T23:59:59-00:01", "9999-12-31T00:01:00-23:59"];

const LEAP_SECONDS: &[&str] = &[
    "2016-12-31T23:59:60Z",
    "2016-12-31T23:59:60.25Z",
    "2016-12-31T15:59:60.123456789012-08:00",
    "2017-01-01T05:44:60+05:45",
];

#[track_caller]
fn at(text: &str) -> Timestamp {
    match text.parse() {
        Ok(timestamp) => timestamp,
        Err(error) => panic!("`{text}`: {error}"),
    }
}

/// Returns the offset from UTC in seconds, calculated in another way than in the crate.
#[track_caller]
fn offset_seconds(text: &str) -> i32 {
    let Some((hours, minutes)) = text.get(19..).unwrap().split_once(':') else {
        return 0;
    };
    let (before, hours) = hours.split_at(hours.len() - 2);
    let minutes = hours.parse::<i32>().unwrap() * 60 + minutes.parse::<i32>().unwrap();
    minutes * if before.ends_with('-') { -60 } else { 60 }
}

/// Returns the text without the digits of a second that the parsers of other crates reject.
fn with_nine_digits(text: &str) -> String {
    let Some((whole, rest)) = text.split_once('.') else {
        return text.to_owned();
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (fraction, zone) = rest.split_at(digits);
    let (nine, _) = fraction.split_at(digits.min(9));
    format!("{whole}.{nine}{zone}")
}

/// Returns random timestamps from a fixed seed, without leap seconds and without the last days of 9999.
fn any(count: usize) -> impl Iterator<Item = String> {
    let mut state: u64 = 0x5EED_0001;
    let mut below = move |bound: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % bound
    };
    (0..count).map(move |_| {
        let digits = below(13);
        let fraction: String = (0..digits)
            .map(|place| {
                let digit = char::from(b'0' + u8::try_from(below(10)).unwrap());
                if place == 0 {
                    format!(".{digit}")
                } else {
                    digit.to_string()
                }
            })
            .collect();
        let zone = match below(4) {
            0 => "Z".to_owned(),
            1 => "z".to_owned(),
            2 => format!("+{:02}:{:02}", below(24), below(60)),
            _ => format!("-{:02}:{:02}", below(24), below(60)),
        };
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{fraction}{zone}",
            below(9999),
            below(12) + 1,
            below(28) + 1,
            below(24),
            below(60),
            below(60),
        )
    })
}

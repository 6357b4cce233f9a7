use std::cmp::Ordering;

use schema_runtime::{Timestamp, Violation};
use time::{Date, OffsetDateTime, UtcDateTime, UtcOffset, format_description::well_known::Rfc3339};

use super::{EDGES, LAST_DAY, LEAP_SECONDS, YEAR_10000, any, at, offset_seconds};

fn with_edges(random: &[String]) -> impl Iterator<Item = &str> {
    let edges = [EDGES, LAST_DAY].concat();
    edges.into_iter().chain(random.iter().map(String::as_str))
}

#[test]
fn agrees_with_the_reader_of_time() {
    let random: Vec<String> = any(20_000).collect();
    for text in with_edges(&random) {
        let local = OffsetDateTime::try_from(&at(text)).unwrap();
        let theirs = OffsetDateTime::parse(text, &Rfc3339).unwrap();
        assert_eq!(local, theirs, "{text}");
        assert_eq!(local.offset(), theirs.offset(), "{text}");
        assert_eq!(
            local.offset().whole_seconds(),
            offset_seconds(text),
            "{text}"
        );
        assert_eq!(
            UtcDateTime::try_from(&at(text)).unwrap(),
            theirs.to_utc(),
            "{text}"
        );
    }
}

#[test]
fn comes_back_as_the_same_instant_and_offset() {
    let random: Vec<String> = any(20_000).collect();
    for text in with_edges(&random) {
        let local = OffsetDateTime::try_from(&at(text)).unwrap();
        let back = Timestamp::try_from(local).unwrap();
        assert_eq!(
            back.cmp_instant(&at(text)),
            Ordering::Equal,
            "{text} {back}"
        );
        assert_eq!(
            OffsetDateTime::try_from(&back).unwrap().offset(),
            local.offset()
        );
        let utc = UtcDateTime::try_from(&at(text)).unwrap();
        match Timestamp::try_from(utc) {
            Ok(back) => assert_eq!(UtcDateTime::try_from(&back).unwrap(), utc, "{text}"),
            Err(_) => assert_eq!(utc.year(), -1, "{text}"),
        }
    }
}

#[test]
fn a_leap_second_is_the_last_nanosecond_before_it() {
    for text in LEAP_SECONDS {
        let utc = UtcDateTime::try_from(&at(text)).unwrap();
        let back = Timestamp::try_from(utc).unwrap();
        assert_eq!(back.as_str(), "2016-12-31T23:59:59.999999999Z", "{text}");
    }
}

#[test]
fn what_time_cannot_hold_is_refused() {
    for text in YEAR_10000 {
        let refused = UtcDateTime::try_from(&at(text)).unwrap_err().to_string();
        assert_eq!(
            refused,
            "expected a time up to 9999-12-31T23:59:59.999999999Z"
        );
        assert!(OffsetDateTime::try_from(&at(text)).is_err(), "{text}");
    }
}

#[test]
fn what_rfc_3339_cannot_write_is_refused() {
    let refused = |result: Result<Timestamp, Violation>| result.unwrap_err().to_string();
    let years = "expected a time in the years 0000 to 9999";
    assert_eq!(refused(UtcDateTime::MIN.try_into()), years);
    let last = Timestamp::try_from(UtcDateTime::MAX).unwrap();
    assert_eq!(last.as_str().get(..19), Some("9999-12-31T23:59:59"));
    let year_1_bc = Date::from_ordinal_date(-1, 365).unwrap().midnight();
    assert_eq!(refused(year_1_bc.assume_utc().try_into()), years);

    let local = |seconds: i32| {
        let offset = UtcOffset::from_whole_seconds(seconds).unwrap();
        Timestamp::try_from(OffsetDateTime::UNIX_EPOCH.to_offset(offset))
    };
    for seconds in [1, -1, 59, 86_400, -86_400, 93_599, -93_599] {
        let offsets = "expected an offset from UTC of whole minutes, below 24 hours";
        assert_eq!(refused(local(seconds)), offsets, "{seconds}");
    }
    assert_eq!(local(86_340).unwrap().as_str(), "1970-01-01T23:59:00+23:59");
    assert_eq!(local(0).unwrap().as_str(), "1970-01-01T00:00:00Z");
}

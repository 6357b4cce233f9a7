use std::cmp::Ordering;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, TimeZone, Utc};
use schema_runtime::Timestamp;

use super::{EDGES, LAST_DAY, LEAP_SECONDS, YEAR_10000, any, at, offset_seconds};

fn with_edges(random: &[String]) -> impl Iterator<Item = &str> {
    let edges = [EDGES, LAST_DAY, YEAR_10000, LEAP_SECONDS].concat();
    edges.into_iter().chain(random.iter().map(String::as_str))
}

#[test]
fn agrees_with_the_reader_of_chrono() {
    let random: Vec<String> = any(20_000).collect();
    for text in with_edges(&random) {
        let local = DateTime::<FixedOffset>::from(&at(text));
        let theirs = DateTime::parse_from_rfc3339(text).unwrap();
        assert_eq!(local, theirs, "{text}");
        // Equality of chrono's times ignores the offset.
        assert_eq!(local.naive_local(), theirs.naive_local(), "{text}");
        assert_eq!(
            local.offset().local_minus_utc(),
            offset_seconds(text),
            "{text}"
        );
        assert_eq!(DateTime::<Utc>::from(&at(text)), theirs, "{text}");
    }
}

#[test]
fn comes_back_as_the_same_instant_and_offset() {
    let random: Vec<String> = any(20_000).collect();
    for text in with_edges(&random) {
        let local = DateTime::<FixedOffset>::from(&at(text));
        let back = Timestamp::try_from(local).unwrap();
        assert_eq!(
            back.cmp_instant(&at(text)),
            Ordering::Equal,
            "{text} {back}"
        );
        let again = DateTime::<FixedOffset>::from(&back);
        assert_eq!(
            (again, again.naive_local()),
            (local, local.naive_local()),
            "{text}"
        );
    }
}

#[test]
fn a_leap_second_stays_one() {
    let texts = [
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"),
        ("2016-12-31T23:59:60.25Z", "2016-12-31T23:59:60.250000000Z"),
        (
            "2016-12-31T15:59:60.123456789012-08:00",
            "2016-12-31T15:59:60.123456789-08:00",
        ),
        ("2017-01-01T05:44:60+05:45", "2017-01-01T05:44:60+05:45"),
    ];
    for (text, back) in texts {
        let local = DateTime::<FixedOffset>::from(&at(text));
        assert_eq!(Timestamp::try_from(local).unwrap().as_str(), back);
        let before = DateTime::<Utc>::from(&at("2016-12-31T23:59:59.999999999Z"));
        let after = DateTime::<Utc>::from(&at("2017-01-01T00:00:00Z"));
        let utc = DateTime::<Utc>::from(&at(text));
        assert!(before < utc && utc < after, "{text}");
    }
}

#[test]
fn what_rfc_3339_cannot_write_is_refused() {
    let refused =
        |result: Result<Timestamp, schema_runtime::Violation>| result.unwrap_err().to_string();
    let years = "expected a time in the years 0000 to 9999";
    assert_eq!(refused(DateTime::<Utc>::MIN_UTC.try_into()), years);
    assert_eq!(refused(DateTime::<Utc>::MAX_UTC.try_into()), years);
    let first = DateTime::<Utc>::from(&at("0000-01-01T00:00:00Z"));
    let last = DateTime::<Utc>::from(&at("9999-12-31T23:59:59.999999999Z"));
    assert!(Timestamp::try_from(first).is_ok() && Timestamp::try_from(last).is_ok());
    let nanosecond = TimeDelta::nanoseconds(1);
    assert_eq!(refused((first - nanosecond).try_into()), years);
    assert_eq!(refused((last + nanosecond).try_into()), years);

    let zone = |seconds| FixedOffset::east_opt(seconds).unwrap();
    for seconds in [1, -1, 59, 86_399, -86_399] {
        let local = DateTime::UNIX_EPOCH.with_timezone(&zone(seconds));
        let offsets = "expected an offset from UTC of whole minutes, below 24 hours";
        assert_eq!(refused(local.try_into()), offsets, "{seconds}");
    }
    let local = DateTime::UNIX_EPOCH.with_timezone(&zone(86_340));
    assert_eq!(
        Timestamp::try_from(local).unwrap().as_str(),
        "1970-01-01T23:59:00+23:59"
    );

    // chrono holds a leap second in any minute.
    let noon = NaiveDate::from_ymd_opt(2016, 12, 31)
        .and_then(|day| day.and_hms_nano_opt(12, 0, 59, 1_500_000_000))
        .unwrap();
    assert!(Timestamp::try_from(Utc.from_utc_datetime(&noon)).is_err());
}

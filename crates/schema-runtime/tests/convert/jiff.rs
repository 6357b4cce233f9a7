use std::cmp::Ordering;

use jiff::{Timestamp as Instant, ZonedDateTime, tz::Offset, tz::TimeZone};
use schema_runtime::Timestamp;

use super::{EDGES, LAST_DAY, LEAP_SECONDS, YEAR_10000, any, at, offset_seconds, with_nine_digits};

#[test]
fn agrees_with_the_reader_of_jiff() {
    let random: Vec<String> = any(20_000).collect();
    for text in EDGES
        .iter()
        .copied()
        .chain(random.iter().map(String::as_str))
    {
        let ours = Instant::try_from(&at(text)).unwrap();
        let theirs: Instant = with_nine_digits(text).parse().unwrap();
        assert_eq!(ours, theirs, "{text}");
        let zoned = ZonedDateTime::try_from(&at(text)).unwrap();
        assert_eq!(zoned.timestamp(), ours, "{text}");
        assert_eq!(zoned.offset().seconds(), offset_seconds(text), "{text}");
    }
}

#[test]
fn comes_back_as_the_same_instant_and_offset() {
    let random: Vec<String> = any(20_000).collect();
    for text in EDGES
        .iter()
        .copied()
        .chain(random.iter().map(String::as_str))
    {
        let zoned = ZonedDateTime::try_from(&at(text)).unwrap();
        let back = Timestamp::try_from(&zoned).unwrap();
        assert_eq!(
            back.cmp_instant(&at(text)),
            Ordering::Equal,
            "{text} {back}"
        );
        assert_eq!(
            ZonedDateTime::try_from(&back).unwrap().offset(),
            zoned.offset()
        );
        let instant = Instant::try_from(&at(text)).unwrap();
        // The year before 0 in UTC can only be written with an offset.
        match Timestamp::try_from(instant) {
            Ok(back) => assert_eq!(Instant::try_from(&back).unwrap(), instant, "{text}"),
            Err(_) => assert!(
                at(text).unix_seconds() < at(EDGES[0]).unix_seconds(),
                "{text}"
            ),
        }
    }
}

#[test]
fn a_leap_second_is_the_last_nanosecond_before_it() {
    for text in LEAP_SECONDS {
        let instant = Instant::try_from(&at(text)).unwrap();
        let last = "2016-12-31T23:59:59.999999999Z";
        assert_eq!(instant, last.parse::<Instant>().unwrap(), "{text}");
        assert_eq!(Timestamp::try_from(instant).unwrap().as_str(), last);
    }
}

#[test]
fn what_jiff_cannot_hold_is_refused() {
    for text in LAST_DAY.iter().chain(YEAR_10000) {
        let refused = Instant::try_from(&at(text)).unwrap_err().to_string();
        assert_eq!(
            refused,
            "expected a time up to 9999-12-30T22:00:00.999999999Z"
        );
        assert!(ZonedDateTime::try_from(&at(text)).is_err(), "{text}");
    }
}

#[test]
fn what_rfc_3339_cannot_write_is_refused() {
    let years = "expected a time in the years 0000 to 9999";
    let offsets = "expected an offset from UTC of whole minutes, below 24 hours";
    assert_eq!(
        Timestamp::try_from(Instant::MIN).unwrap_err().to_string(),
        years
    );
    let last = Timestamp::try_from(Instant::MAX).unwrap();
    assert_eq!(last.as_str(), "9999-12-30T22:00:00.999999999Z");
    let zoned = |seconds: i32| {
        let zone = TimeZone::fixed(Offset::from_seconds(seconds).unwrap());
        Timestamp::try_from(&Instant::UNIX_EPOCH.to_zoned_datetime(zone))
    };
    for seconds in [1, -1, 59, 86_400, -86_400, 93_599, -93_599] {
        assert_eq!(
            zoned(seconds).unwrap_err().to_string(),
            offsets,
            "{seconds}"
        );
    }
    assert_eq!(zoned(86_340).unwrap().as_str(), "1970-01-01T23:59:00+23:59");
    assert_eq!(
        zoned(-86_340).unwrap().as_str(),
        "1969-12-31T00:01:00-23:59"
    );
    assert_eq!(zoned(0).unwrap().as_str(), "1970-01-01T00:00:00Z");
}

//! The `date-time` format: a date and time of RFC 3339.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::violation::Violation;

const EXPECTED: &str = "an RFC 3339 date-time such as `2024-01-01T12:03:10Z`";

const SECONDS_PER_DAY: i64 = 86_400;
const MINUTES_PER_DAY: i64 = 1_440;
const MAX_NANOS: u32 = 999_999_999;

/// A date and time of RFC 3339, as the JSON Schema format `date-time` defines it.
///
/// `T` and `Z` may be in lower case, an offset goes from `-23:59` to `+23:59`, and a fraction of
/// a second has one digit or more. Second 60 is accepted wherever it falls on 23:59 UTC, on any
/// date: which days really have a leap second is not part of the format.
///
/// The text is kept as received. Equality and hash are those of the text, because that is what
/// is written back; two spellings of one instant differ. [`cmp_instant`](Self::cmp_instant)
/// compares instants.
///
/// # Examples
///
/// ```
/// use std::cmp::Ordering;
/// use schema_runtime::Timestamp;
///
/// let paris: Timestamp = "2024-01-01T13:03:10+01:00".parse()?;
/// let utc: Timestamp = "2024-01-01T12:03:10Z".parse()?;
/// assert_eq!(paris.as_str(), "2024-01-01T13:03:10+01:00");
/// assert_ne!(paris, utc);
/// assert_eq!(paris.cmp_instant(&utc), Ordering::Equal);
///
/// assert!("2024-01-01 12:03:10Z".parse::<Timestamp>().is_err());
/// assert!("2024-01-01T12:03:10".parse::<Timestamp>().is_err());
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
#[derive(Clone)]
pub struct Timestamp {
    text: String,
    instant: Instant,
}

/// What a text says, in the order that compares.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Instant {
    unix_seconds: i64,
    nanos: u32,
}

impl Timestamp {
    /// The text as received.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Timestamp;
    ///
    /// let at: Timestamp = "2024-01-01t12:03:10.50z".parse()?;
    /// assert_eq!(at.as_str(), "2024-01-01t12:03:10.50z");
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down; negative before it.
    ///
    /// Unix time has no number for a leap second. All of `23:59:60` counts as the last
    /// nanosecond before the second that follows, so that no instant compares as later than one
    /// that comes after it.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Timestamp;
    ///
    /// let at: Timestamp = "1970-01-01T01:00:00+00:30".parse()?;
    /// assert_eq!(at.unix_seconds(), 1_800);
    ///
    /// let leap: Timestamp = "2016-12-31T23:59:60Z".parse()?;
    /// let next: Timestamp = "2017-01-01T00:00:00Z".parse()?;
    /// assert_eq!(leap.unix_seconds(), next.unix_seconds() - 1);
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn unix_seconds(&self) -> i64 {
        self.instant.unix_seconds
    }

    /// Nanoseconds after [`unix_seconds`](Self::unix_seconds), from 0 to 999 999 999.
    ///
    /// Digits beyond the ninth are cut off. In a leap second it is always 999 999 999.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Timestamp;
    ///
    /// let at: Timestamp = "2024-01-01T12:03:10.5Z".parse()?;
    /// assert_eq!(at.subsec_nanos(), 500_000_000);
    ///
    /// let before_1970: Timestamp = "1969-12-31T23:59:59.25Z".parse()?;
    /// assert_eq!(before_1970.unix_seconds(), -1);
    /// assert_eq!(before_1970.subsec_nanos(), 250_000_000);
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn subsec_nanos(&self) -> u32 {
        self.instant.nanos
    }

    /// Compares the instants, to the nanosecond, whatever offset each is written with.
    ///
    /// This is not `Ord`: texts that differ can be the same instant.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Timestamp;
    ///
    /// let mut times: Vec<Timestamp> = vec![
    ///     "2024-01-01T12:00:00Z".try_into()?,
    ///     "2024-01-01T12:30:00+01:00".try_into()?,
    /// ];
    /// times.sort_by(Timestamp::cmp_instant);
    /// assert_eq!(times[0].as_str(), "2024-01-01T12:30:00+01:00");
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn cmp_instant(&self, other: &Self) -> Ordering {
        self.instant.cmp(&other.instant)
    }
}

impl FromStr for Timestamp {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        let instant = parse(text).ok_or(Violation::new(EXPECTED))?;
        Ok(Self {
            text: text.to_owned(),
            instant,
        })
    }
}

impl TryFrom<&str> for Timestamp {
    type Error = Violation;

    fn try_from(text: &str) -> Result<Self, Violation> {
        text.parse()
    }
}

impl TryFrom<String> for Timestamp {
    type Error = Violation;

    fn try_from(text: String) -> Result<Self, Violation> {
        match parse(&text) {
            Some(instant) => Ok(Self { text, instant }),
            None => Err(Violation::new(EXPECTED)),
        }
    }
}

/// Writes the time in UTC with `Z`, with nine digits of a second, or with none when all are zero.
///
/// # Errors
///
/// A time before the year 0 or after the year 9999, which RFC 3339 cannot write.
///
/// # Examples
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use schema_runtime::Timestamp;
///
/// let at = Timestamp::try_from(UNIX_EPOCH + Duration::from_millis(1_704_110_590_250))?;
/// assert_eq!(at.as_str(), "2024-01-01T12:03:10.250000000Z");
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
impl TryFrom<SystemTime> for Timestamp {
    type Error = Violation;

    fn try_from(time: SystemTime) -> Result<Self, Violation> {
        since_epoch(time)
            .and_then(|instant| {
                let text = write_utc(instant)?;
                Some(Self { text, instant })
            })
            .ok_or(Violation::new("a time in the years 0000 to 9999"))
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Timestamp {}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Timestamp").field(&self.text).finish()
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_string(TimestampVisitor)
    }
}

struct TimestampVisitor;

impl Visitor<'_> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Timestamp, E> {
        match parse(text) {
            Some(instant) => Ok(Timestamp {
                text: text.to_owned(),
                instant,
            }),
            None => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Timestamp, E> {
        match parse(&text) {
            Some(instant) => Ok(Timestamp { text, instant }),
            None => Err(E::invalid_value(Unexpected::Str(&text), &self)),
        }
    }
}

/// `YYYY-MM-DD "T" hh:mm:ss [ "." digits ] ( "Z" | ( "+" | "-" ) hh:mm )`
fn parse(text: &str) -> Option<Instant> {
    let mut reader = Reader(text.as_bytes());
    let year = reader.number::<4>()?;
    reader.one_of(b"-")?;
    let month = reader.number::<2>()?;
    reader.one_of(b"-")?;
    let day = reader.number::<2>()?;
    reader.one_of(b"Tt")?;
    let hour = reader.number::<2>()?;
    reader.one_of(b":")?;
    let minute = reader.number::<2>()?;
    reader.one_of(b":")?;
    let second = reader.number::<2>()?;
    let nanos = match reader.one_of(b".") {
        Some(_) => reader.fraction()?,
        None => 0,
    };
    let offset = reader.offset_minutes()?;
    if !reader.0.is_empty() {
        return None;
    }

    if day == 0 || day > days_in_month(year, month)? || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = days_from_civil(year, month, day)?;
    let minutes = hour * 60 + minute - offset;
    let minute_start = days * SECONDS_PER_DAY + minutes * 60;
    if second < 60 {
        return Some(Instant {
            unix_seconds: minute_start + second,
            nanos,
        });
    }
    let is_last_utc_minute = minutes.rem_euclid(MINUTES_PER_DAY) == MINUTES_PER_DAY - 1;
    is_last_utc_minute.then_some(Instant {
        unix_seconds: minute_start + 59,
        nanos: MAX_NANOS,
    })
}

/// The bytes not read yet.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    /// Takes one byte if it is among `wanted`.
    fn one_of(&mut self, wanted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        if !wanted.contains(first) {
            return None;
        }
        self.0 = rest;
        Some(*first)
    }

    /// Takes exactly `N` ASCII digits.
    fn number<const N: usize>(&mut self) -> Option<i64> {
        (0..N).try_fold(0, |value, _| {
            let digit = self.one_of(b"0123456789")?;
            Some(value * 10 + i64::from(digit - b'0'))
        })
    }

    /// Takes one digit or more, and gives the nanoseconds that the first nine stand for.
    fn fraction(&mut self) -> Option<u32> {
        let mut nanos = 0;
        let mut unit = 100_000_000;
        let mut next = Some(self.one_of(b"0123456789")?);
        while let Some(digit) = next {
            // From the tenth digit on, the unit is zero.
            nanos += u32::from(digit - b'0') * unit;
            unit /= 10;
            next = self.one_of(b"0123456789");
        }
        Some(nanos)
    }

    /// Takes `Z` or an offset, and gives how far local time is ahead of UTC.
    fn offset_minutes(&mut self) -> Option<i64> {
        let sign = match self.one_of(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(0),
        };
        let hours = self.number::<2>().filter(|hours| *hours <= 23)?;
        self.one_of(b":")?;
        let minutes = self.number::<2>().filter(|minutes| *minutes <= 59)?;
        Some(sign * (hours * 60 + minutes))
    }
}

fn since_epoch(time: SystemTime) -> Option<Instant> {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => Some(Instant {
            unix_seconds: i64::try_from(after.as_secs()).ok()?,
            nanos: after.subsec_nanos(),
        }),
        Err(error) => {
            let before = error.duration();
            let seconds = i64::try_from(before.as_secs()).ok()?;
            // Nanoseconds count forwards, from the whole second below.
            Some(match before.subsec_nanos() {
                0 => Instant {
                    unix_seconds: -seconds,
                    nanos: 0,
                },
                nanos => Instant {
                    unix_seconds: -seconds - 1,
                    nanos: MAX_NANOS + 1 - nanos,
                },
            })
        }
    }
}

fn write_utc(instant: Instant) -> Option<String> {
    let (year, month, day) = civil_from_days(instant.unix_seconds.div_euclid(SECONDS_PER_DAY))?;
    let of_day = instant.unix_seconds.rem_euclid(SECONDS_PER_DAY);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    let fraction = match instant.nanos {
        0 => String::new(),
        nanos => format!(".{nanos:09}"),
    };
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"
    ))
}

/// Days from 1970-01-01 to a date of the Gregorian calendar; `None` when there is no such month.
fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    let before_month = (1..month)
        .map(|m| days_in_month(year, m))
        .sum::<Option<i64>>()?;
    Some(days_before_year(year) + before_month + day - 1)
}

/// The date that is `days` after 1970-01-01; `None` outside of the years 0 to 9999.
fn civil_from_days(days: i64) -> Option<(i64, i64, i64)> {
    if !(days_before_year(0)..days_before_year(10_000)).contains(&days) {
        return None;
    }
    // A year has 365 or 366 days, so this is the year or one of the few after it.
    let mut year = 1970 + days.div_euclid(365).max(days.div_euclid(366));
    while days_before_year(year) > days {
        year -= 1;
    }
    let mut day = days - days_before_year(year) + 1;
    let mut month = 1;
    loop {
        let length = days_in_month(year, month)?;
        if day <= length {
            return Some((year, month, day));
        }
        day -= length;
        month += 1;
    }
}

/// Days from 1970-01-01 to January 1st of `year`.
fn days_before_year(year: i64) -> i64 {
    let last = year - 1;
    let leap_days = |last: i64| last.div_euclid(4) - last.div_euclid(100) + last.div_euclid(400);
    (year - 1970) * 365 + leap_days(last) - leap_days(1969)
}

pub(crate) fn days_in_month(year: i64, month: i64) -> Option<i64> {
    let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if is_leap_year => Some(29),
        2 => Some(28),
        _ => None,
    }
}

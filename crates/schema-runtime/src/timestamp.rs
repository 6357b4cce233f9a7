//! The `date-time` format: a date and time of RFC 3339.

use std::{
    borrow::{Borrow, Cow},
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    time::{SystemTime, UNIX_EPOCH},
};

use crate::{Borrowed, FromBorrowed, StringValue, Violation, inline_str::InlineStr, string_type};

const SECONDS_PER_DAY: i64 = 86_400;
const MINUTES_PER_DAY: i64 = 1_440;
const MAX_NANOS: u32 = 999_999_999;

/// A date and time of RFC 3339, as the JSON Schema format `date-time` defines it.
///
/// `T` and `Z` may be in lower case, an offset goes from `-23:59` to `+23:59`, and a fraction of
/// a second has one digit or more. Second 60 is accepted wherever it falls on 23:59 UTC, on any
/// date: which days really have a leap second is not part of the format.
///
/// The string is kept unchanged. Equality and hash are those of the string, because it is
/// written back; two spellings of the same instant are not equal. [`cmp_instant`](Self::cmp_instant)
/// compares instants, and [`instant`](Self::instant) returns what can be compared by `<`.
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
    text: InlineStr,
    instant: Instant,
}

/// The instant of a [`Timestamp`], to the nanosecond and without an offset. Instants are ordered by time.
///
/// # Examples
///
/// ```
/// use schema_runtime::Timestamp;
///
/// let paris: Timestamp = "2024-01-01T13:03:10+01:00".parse()?;
/// let utc: Timestamp = "2024-01-01T12:03:10Z".parse()?;
/// let later: Timestamp = "2024-01-01T12:03:11Z".parse()?;
/// assert!(paris.instant() == utc.instant() && utc.instant() < later.instant());
/// assert_eq!([&later, &paris].into_iter().min_by_key(|at| at.instant()), Some(&paris));
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    // The order of the fields is that of the derived comparison.
    unix_seconds: i64,
    nanos: u32,
}

impl Instant {
    const EPOCH: Self = Self {
        unix_seconds: 0,
        nanos: 0,
    };
}

impl Timestamp {
    /// Returns whole seconds since 1970-01-01T00:00:00Z, rounded down; negative before it.
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

    /// Returns nanoseconds after [`unix_seconds`](Self::unix_seconds), from 0 to 999 999 999.
    ///
    /// Digits beyond the ninth are truncated. In a leap second it is always 999 999 999.
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

    /// Returns the instant, which is ordered by time.
    #[must_use]
    pub fn instant(&self) -> Instant {
        self.instant
    }

    /// Compares instants, to the nanosecond, independently of their offsets.
    ///
    /// This is not `Ord`: different strings can be the same instant.
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

impl StringValue for Timestamp {
    const EXPECTED: &'static str = "an RFC 3339 date-time such as `2024-01-01T12:03:10Z`";

    fn accepts(text: &str) -> bool {
        parse(text).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        let instant = parse(&text)?;
        Some(Self {
            text: InlineStr::new(text),
            instant,
        })
    }

    #[inline]
    fn as_str(&self) -> &str {
        self.text.as_str()
    }
}

string_type!(Timestamp);

/// Hash and equality are those of the string.
impl Borrow<str> for Timestamp {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl FromBorrowed for Timestamp {
    fn from_borrowed(text: Borrowed<'_, Self>) -> Self {
        let text = text.into_string();
        // `accepts` has parsed the instant before, or there would be no such value.
        let instant = parse(&text).unwrap_or(Instant::EPOCH);
        Self {
            text: InlineStr::new(text.into()),
            instant,
        }
    }
}

/// Timestamps have no order by `<`, since two that are equal instants need not be equal: compare with
/// [`Timestamp::cmp_instant`], or what [`Timestamp::instant`] returns.
///
/// No type implements this trait. The compiler names it where two timestamps are compared by `<`.
pub trait CompareByInstant {}

impl<T: CompareByInstant> PartialOrd<T> for Timestamp
where
    Self: PartialEq<T>,
{
    fn partial_cmp(&self, _: &T) -> Option<Ordering> {
        None
    }
}

/// Formats the time in UTC with `Z`, with nine fractional digits, or with none if all are zero.
///
/// # Errors
///
/// Returns an error for a time before the year 0 or after the year 9999, which RFC 3339 cannot represent.
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
                Some(Self {
                    text: InlineStr::new(text.into()),
                    instant,
                })
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
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Timestamp").field(&self.as_str()).finish()
    }
}

/// Parses `YYYY-MM-DD "T" hh:mm:ss [ "." digits ] ( "Z" | ( "+" | "-" ) hh:mm )`.
fn parse(text: &str) -> Option<Instant> {
    let [
        y1,
        y2,
        y3,
        y4,
        b'-',
        mo1,
        mo2,
        b'-',
        d1,
        d2,
        b'T' | b't',
        h1,
        h2,
        b':',
        mi1,
        mi2,
        b':',
        s1,
        s2,
        rest @ ..,
    ] = text.as_bytes()
    else {
        return None;
    };
    let year = two_digits(*y1, *y2)? * 100 + two_digits(*y3, *y4)?;
    let (month, day) = (two_digits(*mo1, *mo2)?, two_digits(*d1, *d2)?);
    let (hour, minute) = (two_digits(*h1, *h2)?, two_digits(*mi1, *mi2)?);
    let second = two_digits(*s1, *s2)?;
    let (nanos, rest) = match rest {
        [b'.', digits @ ..] => fraction(digits)?,
        _ => (0, rest),
    };
    let offset = offset_minutes(rest)?;
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
    // A leap second ends the last minute of a UTC day. It counts as the last nanosecond before
    // that day ends, because Unix time has no number for it.
    let is_last_utc_minute = minutes.rem_euclid(MINUTES_PER_DAY) == MINUTES_PER_DAY - 1;
    is_last_utc_minute.then_some(Instant {
        unix_seconds: minute_start + 59,
        nanos: MAX_NANOS,
    })
}

fn digit(byte: u8) -> Option<u8> {
    let value = byte.wrapping_sub(b'0');
    (value <= 9).then_some(value)
}

fn two_digits(tens: u8, units: u8) -> Option<i64> {
    Some(i64::from(digit(tens)? * 10 + digit(units)?))
}

/// Returns the nanoseconds of the digits after a point, and the rest after them. At least one digit is required;
/// digits beyond the ninth are truncated.
fn fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let mut nanos = 0;
    let mut unit = 100_000_000;
    let mut rest = text;
    while let [first, after @ ..] = rest
        && let Some(digit) = digit(*first)
    {
        nanos += u32::from(digit) * unit;
        unit /= 10;
        rest = after;
    }
    (rest.len() < text.len()).then_some((nanos, rest))
}

fn offset_minutes(text: &[u8]) -> Option<i64> {
    match text {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (two_digits(*h1, *h2)?, two_digits(*m1, *m2)?);
            let offset = hours * 60 + minutes;
            let is_there = hours <= 23 && minutes <= 59;
            is_there.then_some(if *sign == b'-' { -offset } else { offset })
        }
        _ => None,
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

/// Returns the days from 1970-01-01 to a date of the Gregorian calendar, or `None` if there is no such month.
fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    // Days before each month of a year that is not a leap year.
    const BEFORE_MONTH: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let index = usize::try_from(month - 1).ok()?;
    let leap_day = i64::from(month > 2 && is_leap_year(year));
    Some(days_before_year(year) + BEFORE_MONTH.get(index)? + leap_day + day - 1)
}

/// Returns the date that is `days` after 1970-01-01, or `None` outside of the years 0 to 9999.
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

/// Returns the days from 1970-01-01 to January 1st of `year`.
fn days_before_year(year: i64) -> i64 {
    let last = year - 1;
    let leap_days = |last: i64| last.div_euclid(4) - last.div_euclid(100) + last.div_euclid(400);
    (year - 1970) * 365 + leap_days(last) - leap_days(1969)
}

pub(crate) fn days_in_month(year: i64, month: i64) -> Option<i64> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if is_leap_year(year) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

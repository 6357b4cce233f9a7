//! Feature `chrono`: [`Timestamp`] to and from `chrono::DateTime`.

use ::chrono::{DateTime, Datelike, FixedOffset, Offset, TimeDelta, TimeZone, Timelike, Utc};

use super::civil::{Civil, offset_seconds};
use crate::{Timestamp, Violation};

const SECOND: u32 = 1_000_000_000;

/// Converts to the instant, to the nanosecond: further digits are truncated. chrono has leap seconds, so
/// `23:59:60.5` is preserved.
///
/// # Examples
///
/// ```
/// use chrono::{DateTime, Utc};
/// use schema_runtime::Timestamp;
///
/// let at: Timestamp = "2024-01-01T13:03:10.5+01:00".parse()?;
/// let instant = DateTime::<Utc>::from(at);
/// assert_eq!(instant.timestamp_millis(), 1_704_110_590_500);
///
/// let text = Timestamp::try_from(instant)?;
/// assert_eq!(text.as_str(), "2024-01-01T12:03:10.500000000Z");
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
impl From<&Timestamp> for DateTime<Utc> {
    fn from(at: &Timestamp) -> Self {
        // chrono's years go far beyond those of RFC 3339, so this cannot overflow.
        let second = Self::UNIX_EPOCH + TimeDelta::seconds(at.unix_seconds());
        let nanos = leap_nanos(at).map_or(at.subsec_nanos(), |nanos| SECOND + nanos);
        second.with_nanosecond(nanos).unwrap_or(second)
    }
}

/// Converts to the same instant as for `DateTime<Utc>`, with the offset of the string: 0 for `Z` and `-00:00`.
///
/// # Examples
///
/// ```
/// use chrono::{DateTime, FixedOffset, Timelike};
/// use schema_runtime::Timestamp;
///
/// let at: Timestamp = "2024-01-01T13:03:10+01:00".parse()?;
/// let local = DateTime::<FixedOffset>::from(&at);
/// assert_eq!((local.hour(), local.offset().local_minus_utc()), (13, 3_600));
/// assert_eq!(Timestamp::try_from(local)?, at);
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
impl From<&Timestamp> for DateTime<FixedOffset> {
    fn from(at: &Timestamp) -> Self {
        let offset = FixedOffset::east_opt(offset_seconds(at)).unwrap_or_else(|| Utc.fix());
        DateTime::<Utc>::from(at).with_timezone(&offset)
    }
}

/// Converts as for a reference.
impl From<Timestamp> for DateTime<Utc> {
    fn from(at: Timestamp) -> Self {
        Self::from(&at)
    }
}

/// Converts as for a reference.
impl From<Timestamp> for DateTime<FixedOffset> {
    fn from(at: Timestamp) -> Self {
        Self::from(&at)
    }
}

/// Formats local time with its offset, and `Z` for an offset of 0; with nine fractional digits, or
/// with none if all are zero. The name of the time zone is not part of RFC 3339.
///
/// # Errors
///
/// Returns an error for times that RFC 3339 cannot represent: a local time before the year 0 or after the year 9999,
/// an offset that is not in whole minutes, and a leap second at any other time than 23:59 UTC.
impl<Z: TimeZone> TryFrom<DateTime<Z>> for Timestamp {
    type Error = Violation;

    fn try_from(at: DateTime<Z>) -> Result<Self, Violation> {
        // chrono writes a leap second as a second of more than 10^9 nanoseconds.
        let (leap, nanos) = (at.nanosecond() / SECOND, at.nanosecond() % SECOND);
        Civil {
            year: at.year(),
            month: at.month(),
            day: at.day(),
            hour: at.hour(),
            minute: at.minute(),
            second: at.second() + leap,
            nanos,
            offset_seconds: at.offset().fix().local_minus_utc(),
        }
        .write()
    }
}

/// Returns the nanoseconds of a leap second, if the timestamp is in one.
fn leap_nanos(at: &Timestamp) -> Option<u32> {
    let fraction = at.as_str().get(17..)?.strip_prefix("60")?;
    let digits = fraction
        .strip_prefix('.')
        .unwrap_or_default()
        .bytes()
        .take_while(u8::is_ascii_digit);
    let nanos = digits
        .chain(std::iter::repeat(b'0'))
        .take(9)
        .fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0'));
    Some(nanos)
}

//! Feature `jiff`: [`Timestamp`] to and from `jiff::Timestamp` and `jiff::ZonedDateTime`.

use ::jiff::{
    ZonedDateTime,
    civil::DateTime,
    tz::{Offset, TimeZone},
};

use super::civil::{Civil, offset_seconds};
use crate::{Timestamp, Violation};

/// Converts to the instant, to the nanosecond: further digits are truncated. jiff has no leap seconds; all of
/// `23:59:60` becomes the last nanosecond of `23:59:59`.
///
/// # Errors
///
/// Returns an error for a time after 9999-12-30T22:00:00.999999999Z, the maximum of jiff.
///
/// # Examples
///
/// ```
/// use schema_runtime::Timestamp;
///
/// let at: Timestamp = "2024-01-01T13:03:10.5+01:00".parse()?;
/// let instant = jiff::Timestamp::try_from(&at)?;
/// assert_eq!(instant.as_millisecond(), 1_704_110_590_500);
///
/// let text = Timestamp::try_from(instant)?;
/// assert_eq!(text.as_str(), "2024-01-01T12:03:10.500000000Z");
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
impl TryFrom<&Timestamp> for ::jiff::Timestamp {
    type Error = Violation;

    fn try_from(at: &Timestamp) -> Result<Self, Violation> {
        let too_late = || Violation::new("a time up to 9999-12-30T22:00:00.999999999Z");
        let nanos = i32::try_from(at.subsec_nanos()).map_err(|_| too_late())?;
        Self::new(at.unix_seconds(), nanos).map_err(|_| too_late())
    }
}

/// Converts as for a reference.
///
/// # Errors
///
/// Returns the errors of the conversion of a reference.
impl TryFrom<Timestamp> for ::jiff::Timestamp {
    type Error = Violation;

    fn try_from(value: Timestamp) -> Result<Self, Violation> {
        Self::try_from(&value)
    }
}

/// Converts to the same instant as for `jiff::Timestamp`, in a time zone with the offset of the string: UTC for
/// `Z`, `+00:00` and `-00:00`.
///
/// # Errors
///
/// Returns the same errors as for `jiff::Timestamp`.
///
/// # Examples
///
/// ```
/// use schema_runtime::Timestamp;
///
/// let at: Timestamp = "2024-01-01T13:03:10+01:00".parse()?;
/// let zoned = jiff::ZonedDateTime::try_from(&at)?;
/// assert_eq!((zoned.hour(), zoned.offset().seconds()), (13, 3_600));
/// assert_eq!(Timestamp::try_from(&zoned)?, at);
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
impl TryFrom<&Timestamp> for ZonedDateTime {
    type Error = Violation;

    fn try_from(at: &Timestamp) -> Result<Self, Violation> {
        let zone = match offset_seconds(at) {
            0 => TimeZone::UTC,
            seconds => TimeZone::fixed(
                Offset::from_seconds(seconds)
                    .map_err(|_| Violation::new("an offset below 24 hours"))?,
            ),
        };
        Ok(::jiff::Timestamp::try_from(at)?.to_zoned_datetime(zone))
    }
}

/// Converts as for a reference.
///
/// # Errors
///
/// Returns the errors of the conversion of a reference.
impl TryFrom<Timestamp> for ZonedDateTime {
    type Error = Violation;

    fn try_from(value: Timestamp) -> Result<Self, Violation> {
        Self::try_from(&value)
    }
}

/// Formats the instant in UTC with `Z`, with nine fractional digits, or with none if all are zero.
///
/// # Errors
///
/// Returns an error for a time before the year 0, which RFC 3339 cannot represent.
impl TryFrom<::jiff::Timestamp> for Timestamp {
    type Error = Violation;

    fn try_from(at: ::jiff::Timestamp) -> Result<Self, Violation> {
        write(Offset::UTC.to_datetime(at), Offset::UTC)
    }
}

/// Formats local time with its offset, and `Z` for an offset of 0. The name of the time zone is not
/// part of RFC 3339.
///
/// # Errors
///
/// Returns an error for times that RFC 3339 cannot represent: a time before the year 0, an offset that is not in
/// whole minutes or not below 24 hours.
impl TryFrom<&ZonedDateTime> for Timestamp {
    type Error = Violation;

    fn try_from(at: &ZonedDateTime) -> Result<Self, Violation> {
        write(at.datetime(), at.offset())
    }
}

fn write(local: DateTime, offset: Offset) -> Result<Timestamp, Violation> {
    let part = |value: i8| u32::from(value.unsigned_abs());
    Civil {
        year: local.year().into(),
        month: part(local.month()),
        day: part(local.day()),
        hour: part(local.hour()),
        minute: part(local.minute()),
        second: part(local.second()),
        nanos: local.subsec_nanosecond().unsigned_abs(),
        offset_seconds: offset.seconds(),
    }
    .write()
}

//! Feature `time`: [`Timestamp`] to and from `time::UtcDateTime` and `time::OffsetDateTime`.

use ::time::{OffsetDateTime, UtcDateTime, UtcOffset};

use super::civil::{Civil, offset_seconds};
use crate::{Timestamp, Violation};

/// Converts to the instant, to the nanosecond: further digits are truncated. `time` has no leap seconds; all of
/// `23:59:60` becomes the last nanosecond of `23:59:59`.
///
/// # Errors
///
/// Returns an error for a time that is after the year 9999 in UTC, such as 9999-12-31T23:59:59-01:00.
///
/// # Examples
///
/// ```
/// use schema_runtime::Timestamp;
///
/// let at: Timestamp = "2024-01-01T13:03:10.5+01:00".parse()?;
/// let instant = time::UtcDateTime::try_from(&at)?;
/// assert_eq!((instant.hour(), instant.millisecond()), (12, 500));
///
/// let text = Timestamp::try_from(instant)?;
/// assert_eq!(text.as_str(), "2024-01-01T12:03:10.500000000Z");
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
impl TryFrom<&Timestamp> for UtcDateTime {
    type Error = Violation;

    fn try_from(at: &Timestamp) -> Result<Self, Violation> {
        Self::from_unix_timestamp(at.unix_seconds())
            .and_then(|second| second.replace_nanosecond(at.subsec_nanos()))
            .map_err(|_| too_late())
    }
}

/// Converts as for a reference.
///
/// # Errors
///
/// Returns the errors of the conversion of a reference.
impl TryFrom<Timestamp> for UtcDateTime {
    type Error = Violation;

    fn try_from(value: Timestamp) -> Result<Self, Violation> {
        Self::try_from(&value)
    }
}

/// Converts to the same instant as for `UtcDateTime`, with the offset of the string: 0 for `Z` and `-00:00`.
///
/// # Errors
///
/// Returns the same errors as for `UtcDateTime`.
///
/// # Examples
///
/// ```
/// use schema_runtime::Timestamp;
///
/// let at: Timestamp = "2024-01-01T13:03:10+01:00".parse()?;
/// let local = time::OffsetDateTime::try_from(&at)?;
/// assert_eq!((local.hour(), local.offset().whole_hours()), (13, 1));
/// assert_eq!(Timestamp::try_from(local)?, at);
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
impl TryFrom<&Timestamp> for OffsetDateTime {
    type Error = Violation;

    fn try_from(at: &Timestamp) -> Result<Self, Violation> {
        let offset = UtcOffset::from_whole_seconds(offset_seconds(at))
            .map_err(|_| Violation::new("an offset below 24 hours"))?;
        UtcDateTime::try_from(at)?
            .checked_to_offset(offset)
            .ok_or_else(too_late)
    }
}

/// Converts as for a reference.
///
/// # Errors
///
/// Returns the errors of the conversion of a reference.
impl TryFrom<Timestamp> for OffsetDateTime {
    type Error = Violation;

    fn try_from(value: Timestamp) -> Result<Self, Violation> {
        Self::try_from(&value)
    }
}

/// Formats the instant in UTC with `Z`, with nine fractional digits, or with none if all are zero.
///
/// # Errors
///
/// Returns an error for a time before the year 0 or after the year 9999, which RFC 3339 cannot represent.
impl TryFrom<UtcDateTime> for Timestamp {
    type Error = Violation;

    fn try_from(at: UtcDateTime) -> Result<Self, Violation> {
        at.to_offset(UtcOffset::UTC).try_into()
    }
}

/// Formats local time with its offset, and `Z` for an offset of 0.
///
/// # Errors
///
/// Returns an error for times that RFC 3339 cannot represent: a local time before the year 0 or after the year 9999,
/// an offset that is not in whole minutes or not below 24 hours.
impl TryFrom<OffsetDateTime> for Timestamp {
    type Error = Violation;

    fn try_from(at: OffsetDateTime) -> Result<Self, Violation> {
        Civil {
            year: at.year(),
            month: u8::from(at.month()).into(),
            day: at.day().into(),
            hour: at.hour().into(),
            minute: at.minute().into(),
            second: at.second().into(),
            nanos: at.nanosecond(),
            offset_seconds: at.offset().whole_seconds(),
        }
        .write()
    }
}

fn too_late() -> Violation {
    Violation::new("a time up to 9999-12-31T23:59:59.999999999Z")
}

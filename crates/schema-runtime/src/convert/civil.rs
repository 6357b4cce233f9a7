//! Shared parts of the conversions of timestamps: parsing the offset, and formatting.

use crate::{Timestamp, Violation};

/// Returns how far local time is ahead of UTC, in seconds. `-00:00` is 0, like `Z`.
pub(super) fn offset_seconds(at: &Timestamp) -> i32 {
    let text = at.as_str().as_bytes();
    match text {
        [.., sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let digit = |byte: &u8| i32::from(byte.saturating_sub(b'0'));
            let minutes = (digit(h1) * 10 + digit(h2)) * 60 + digit(m1) * 10 + digit(m2);
            if *sign == b'-' {
                -minutes * 60
            } else {
                minutes * 60
            }
        }
        // A timestamp without an offset ends in `Z`.
        _ => 0,
    }
}

/// A local date and time, with its offset from UTC.
pub(super) struct Civil {
    pub(super) year: i32,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// The second, from 0 to 60.
    pub(super) second: u32,
    pub(super) nanos: u32,
    pub(super) offset_seconds: i32,
}

impl Civil {
    /// Formats as RFC 3339: `Z` for an offset of 0, and nine fractional digits, or none
    /// if all are zero.
    ///
    /// # Errors
    ///
    /// Returns an error for times that RFC 3339 cannot represent: a year outside of 0 to 9999, an offset that is not in
    /// whole minutes or not below 24 hours, a second 60 at any other minute than 23:59 UTC.
    pub(super) fn write(&self) -> Result<Timestamp, Violation> {
        if !(0..=9999).contains(&self.year) {
            return Err(Violation::new("a time in the years 0000 to 9999"));
        }
        let offset = self.offset_seconds.unsigned_abs();
        if !offset.is_multiple_of(60) || offset >= 86_400 {
            return Err(Violation::new(
                "an offset from UTC of whole minutes, below 24 hours",
            ));
        }
        let (hours, minutes) = (offset / 3_600, offset / 60 % 60);
        let zone = match self.offset_seconds {
            0 => "Z".to_owned(),
            1.. => format!("+{hours:02}:{minutes:02}"),
            _ => format!("-{hours:02}:{minutes:02}"),
        };
        let fraction = match self.nanos {
            0 => String::new(),
            nanos => format!(".{nanos:09}"),
        };
        let Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
            ..
        } = self;
        Timestamp::try_from(format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{zone}"
        ))
    }
}

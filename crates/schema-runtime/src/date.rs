//! The `date` format.

use std::{fmt, str::FromStr};

use serde_core::{
    de::{self, Deserialize, Deserializer, Unexpected, Visitor},
    ser::{Serialize, Serializer},
};

use crate::{
    timestamp::days_in_month,
    violation::{Violation, refused},
};

const EXPECTED: &str = "an RFC 3339 date such as `2024-01-31`";

/// A day of the Gregorian calendar in the years 0000 to 9999, in the format of RFC 3339.
///
/// # Examples
///
/// ```
/// use schema_runtime::Date;
///
/// let due: Date = serde_json::from_str("\"2024-02-29\"")?;
/// assert_eq!((due.year(), due.month(), due.day()), (2024, 2, 29));
/// assert!(due < Date::new(2024, 3, 1)?);
/// assert_eq!(due.to_string(), "2024-02-29");
/// assert!("2023-02-29".parse::<Date>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Creates a date from a year from 0 to 9999, a month from 1 to 12, and a day of that month from 1.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such day in the calendar.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Date;
    ///
    /// assert_eq!(Date::new(2024, 1, 31)?.to_string(), "2024-01-31");
    /// assert!(Date::new(2024, 4, 31).is_err());
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, Violation> {
        let last = days_in_month(year.into(), month.into());
        let is_day = last.is_some_and(|last| (1..=last).contains(&i64::from(day)));
        if year <= 9999 && is_day {
            Ok(Self { year, month, day })
        } else {
            Err(Violation::new(EXPECTED).found(format_args!("{year:04}-{month:02}-{day:02}")))
        }
    }

    /// Returns the year, from 0 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }
}

impl FromStr for Date {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u16, |number, digit| {
                let digit = digit.is_ascii_digit().then(|| u16::from(digit - b'0'))?;
                Some(number * 10 + digit)
            })
        };
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(Violation::new(EXPECTED).found_text(text));
        };
        let parts = (
            number(&[y1, y2, y3, y4]),
            number(&[m1, m2]).and_then(|month| month.try_into().ok()),
            number(&[d1, d2]).and_then(|day| day.try_into().ok()),
        );
        match parts {
            (Some(year), Some(month), Some(day)) => Self::new(year, month, day),
            _ => Err(Violation::new(EXPECTED).found_text(text)),
        }
    }
}

impl TryFrom<&str> for Date {
    type Error = Violation;

    fn try_from(text: &str) -> Result<Self, Violation> {
        text.parse()
    }
}

impl TryFrom<String> for Date {
    type Error = Violation;

    fn try_from(text: String) -> Result<Self, Violation> {
        text.parse()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!(
            "{:04}-{:02}-{:02}",
            self.year, self.month, self.day
        ))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DateVisitor)
    }
}

struct DateVisitor;

impl Visitor<'_> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        text.parse()
            .map_err(|_| refused(Unexpected::Str(text), &self))
    }
}

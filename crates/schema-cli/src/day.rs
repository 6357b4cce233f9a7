//! Days of the calendar, as `YYYY-MM-DD`.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff_v02::{SignedDuration, Timestamp, civil::Date, tz::Offset};
use schema_publish::signature::Days;
use schema_registry::released;

use crate::exit::Failure;

/// Parses a day of the command line.
pub(crate) fn parse(text: &str) -> Result<String, String> {
    let is_date = released::is_date(text);
    is_date
        .then(|| text.to_owned())
        .ok_or_else(|| "a day, as `YYYY-MM-DD`".to_owned())
}

/// The day that the clock shows, in UTC.
pub(crate) fn today() -> Result<String, Failure> {
    Ok(date()?.to_string())
}

/// The days of the past, as many as are given, and tomorrow: clocks do not agree about midnight.
pub(crate) fn past(days: u32) -> Result<Days, Failure> {
    let today = date()?;
    let first = today.saturating_sub(SignedDuration::from_hours(24 * i64::from(days)));
    let last = today.saturating_add(SignedDuration::from_hours(24));
    Ok(Days {
        first: first.to_string(),
        last: last.to_string(),
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "a signature has the day of its making, and its age is judged by today's; nothing else that is \
              published or fetched depends on the day"
)]
fn date() -> Result<Date, Failure> {
    let doing = "cannot determine the current date";
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let since = since.map_err(|error| Failure::other(doing, error.to_string()))?;
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    let now = Timestamp::from_second(seconds);
    let now = now.map_err(|error| Failure::other(doing, error.to_string()))?;
    Ok(Offset::UTC.to_datetime(now).date())
}

//! Conversions to and from the types of other crates, each behind a feature with the name of the crate.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "url")]
mod url;

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod civil;

//! What Rust types generated from JSON Schemas of events need at run time, for any family of
//! events.
//!
//! Generated code is the main user. Consumers of events meet [`Error`], the values that fields
//! hold ([`Timestamp`], [`Uuid`], [`Uri`], [`Integer`], [`Number`]), and what keeps unknown things
//! alive ([`Unknown`], [`RawObject`]).
//!
//! What holds here:
//! - A value accepts exactly what its schema accepts, `format` asserted, and is checked once.
//! - Bytes are read in one pass. Only when they are refused are they read again, to say where.
//! - Nothing panics on any input, nothing fetches, nothing reads a clock.
//! - Nothing here knows a particular family, nor the generator.
//!
//! # Features
//!
//! None is on by default, and none turns on another.
//!
//! | Feature | What it adds |
//! | --- | --- |
//! | `chrono` | [`Timestamp`] to and from `chrono::DateTime<Utc>` and `DateTime<FixedOffset>` |
//! | `jiff` | [`Timestamp`] to and from `jiff::Timestamp` and `jiff::ZonedDateTime` |
//! | `time` | [`Timestamp`] to and from `time::UtcDateTime` and `time::OffsetDateTime` |
//! | `url` | [`Uri`] to and from `url::Url` |

#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "time",
    feature = "url"
))]
mod convert;
mod dispatch;
mod error;
mod field;
mod integer;
mod located;
mod number;
mod object;
mod raw;
mod string;
mod timestamp;
mod union;
mod uri;
mod uuid;
mod violation;

pub use self::{
    dispatch::{Dispatch, EventSet, KnownPayload, Never, Payload},
    error::{Error, from_slice, from_str},
    field::{present, read_field, require, required},
    integer::{Integer, MAX_SAFE_INTEGER},
    number::Number,
    raw::{Raw, RawObject},
    string::{OpenSet, StringValue, Unknown},
    timestamp::Timestamp,
    union::{TaggedUnion, deserialize_union},
    uri::Uri,
    uuid::Uuid,
    violation::Violation,
};

#[doc(hidden)]
pub mod private {
    //! What the macros of this crate expand to. Not for use by hand.
    pub use serde;

    pub use crate::{object::Object, string::StringVisitor};
}

//! What Rust types generated from JSON Schemas of events need at run time, for any family of
//! events.
//!
//! Generated code is the main user. Consumers of events meet [`Error`], the values that fields
//! hold ([`Timestamp`], [`Date`], [`Uuid`], [`Uri`], [`Integer`], [`Multiple`], [`Number`], [`BoundedVec`],
//! [`UniqueVec`], [`ObjectMap`], [`BoundedMap`]), and what keeps unknown things alive ([`Unknown`],
//! [`RawObject`]).
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
//! | `schemars` | `schemars::JsonSchema` for all values, and for all types of generated code |

mod borrowed;
#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "time",
    feature = "url"
))]
mod convert;
mod copied;
mod date;
mod depth;
mod dispatch;
mod error;
mod event;
mod field;
mod ignored;
mod integer;
mod json_ord;
mod json_schema;
mod list;
mod located;
mod map;
mod multiple;
mod number;
mod object;
mod others;
mod range;
mod raw;
mod short;
mod split;
mod string;
mod timestamp;
mod transcript;
mod tuple;
mod union;
mod uri;
mod uuid;
mod violation;
mod whole;

pub use self::{
    borrowed::Borrowed,
    copied::copied,
    date::Date,
    dispatch::{Dispatch, EventSet, KnownPayload, Never, Payload, ReadPayload, SchemaRefSlot},
    error::{Error, from_slice, from_str},
    event::{EventNames, Lines, read_event},
    field::{read_field, require},
    integer::{Integer, MAX_SAFE_INTEGER},
    json_ord::JsonOrd,
    list::{BoundedVec, UniqueVec},
    map::{BoundedMap, ObjectMap},
    multiple::Multiple,
    number::Number,
    object::{Member, UnknownMembers, next_member},
    others::OtherMembers,
    range::NumberValue,
    raw::{Raw, RawObject, RawObjectRef, RawRef},
    string::{OpenSet, StringValue, Unknown},
    timestamp::Timestamp,
    union::{HeldMembers, read_tag},
    uri::Uri,
    uuid::Uuid,
    violation::Violation,
};

/// The traits of `serde`, which generated code implements. `serde` takes them from `serde_core` too, so
/// they are the same.
#[doc(no_inline)]
pub use serde_core as serde;

#[doc(hidden)]
pub mod private {
    //! What the macros of this crate expand to. Not for use by hand.
    #[cfg(feature = "schemars")]
    pub use schemars;

    #[cfg(feature = "schemars")]
    pub use crate::json_schema::{
        EventSchema, Members, ObjectSchema, TupleSchema, UnionSchema, number, string, strings,
    };
    pub use crate::{
        range::NumberValueVisitor,
        string::StringVisitor,
        tuple::{ListOf, end, item},
    };
}

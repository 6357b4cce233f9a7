//! Run-time support for Rust types generated from JSON Schemas of events, for any family of
//! events.
//!
//! Generated code is the main user. Consumers of events use [`Error`], the types of fields
//! ([`Timestamp`], [`Date`], [`Uuid`], [`Uri`], [`Integer`], [`Multiple`], [`Number`], [`BoundedVec`],
//! [`UniqueVec`], [`ObjectMap`], [`BoundedMap`]), and the types that preserve unknown input ([`Unknown`],
//! [`RawObject`]).
//!
//! Invariants:
//! - A type accepts exactly what its schema accepts, with `format` asserted. A value is checked once.
//! - Bytes are read in one pass. Only rejected bytes are read again, to find the position of the error.
//! - No input causes a panic. This crate does not fetch anything and does not read a clock.
//! - This crate does not know a particular family or the generator.
//!
//! # Features
//!
//! All features are off by default, and they are independent of each other.
//!
//! | Feature | What it adds |
//! | --- | --- |
//! | `chrono` | [`Timestamp`] to and from `chrono::DateTime<Utc>` and `DateTime<FixedOffset>` |
//! | `jiff` | [`Timestamp`] to and from `jiff::Timestamp` and `jiff::ZonedDateTime` |
//! | `time` | [`Timestamp`] to and from `time::UtcDateTime` and `time::OffsetDateTime` |
//! | `url` | [`Uri`] to and from `url::Url` |
//! | `schemars` | `schemars::JsonSchema` for all values, and for all types of generated code |
//! | `test-util` | examples and values for tests in generated code |

mod arithmetic;
mod borrowed;
#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "time",
    feature = "url"
))]
mod convert;
mod date;
mod depth;
mod dispatch;
mod error;
mod event;
mod field;
mod ignored_value;
mod inline_str;
mod integer;
mod integer_visitor;
mod into_owned;
mod json_ord;
mod json_schema;
mod json_writer;
mod list;
mod located;
mod major;
mod map;
mod number;
mod object;
mod other_members;
mod primitive;
mod range;
mod raw;
mod sample;
mod split_json;
mod string;
mod timestamp;
mod tuple;
mod union;
mod unique_names;
mod uri;
mod uuid_value;
mod violation;

pub use self::{
    borrowed::{Borrowed, FromBorrowed},
    date::Date,
    dispatch::{Dispatch, EventSet, KnownPayload, Never, Payload, ReadPayload, SchemaRefSlot},
    error::{Error, from_slice, from_str},
    event::{EventNames, Lines, ReadEvent, read_event},
    field::{read_field, require},
    integer::{I54, Integer, MAX_SAFE_INTEGER, Multiple, U53},
    into_owned::IntoOwned,
    json_ord::JsonOrd,
    list::{BoundedVec, UniqueVec},
    major::{MajorNames, Told, told_major},
    map::{BoundedMap, ObjectMap},
    number::Number,
    object::{Member, UnknownMembers, next_member},
    other_members::OtherMembers,
    primitive::{FitsIn, Primitive},
    range::NumberValue,
    raw::{Raw, RawObject, RawObjectRef, RawRef},
    string::{OpenSet, StringValue, Unknown},
    timestamp::{CompareByInstant, Instant, Timestamp},
    union::{HeldMembers, read_constant, read_tag},
    uri::Uri,
    uuid_value::Uuid,
    violation::Violation,
};

#[cfg(feature = "test-util")]
pub use self::sample::sample;

/// The crate that identifiers convert to and from.
#[doc(no_inline)]
pub use ::uuid;

/// The traits of `serde`, which generated code implements. `serde` itself re-exports them from `serde_core`.
#[doc(no_inline)]
pub use serde_core as serde;

#[doc(hidden)]
pub mod private {
    //! Items that the macros of this crate expand to. Do not use them directly.
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

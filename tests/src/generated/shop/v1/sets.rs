// @generated from shop/v1/sets.json by `cargo xtask codegen`. Changes made here are lost.

//! `sets`: Closed and open sets.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, IntoOwned, KnownPayload, ObjectMap, OpenSet, Payload, StringValue, Unknown,
};

use super::Kind;

/// Closed and open sets.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `one` is `the one`: Always the same.
/// - `one_typed` is `AND only`: Always the same.
/// - `one_enum` is `single`: Always the same.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sets {
    /// One of three.
    pub closed: SetsClosed,
    /// One of two, without a type.
    pub closed_untyped: SetsClosedUntyped,
    /// Words of generated code.
    pub closed_words: ClosedWords,
    /// Members that stand there twice.
    pub repeated: SetsRepeated,
    /// An open set.
    pub open: Open,
    /// Words of generated code, and others.
    pub open_words: OpenWords,
    /// An open set of short members.
    pub open_short: SetsOpenShort,
    /// An open set of members with a pattern.
    pub open_pattern: SetsOpenPattern,
    /// An open set with a pattern that says nothing.
    pub open_all: SetsOpenAll,
    /// Some of an open set.
    pub open_many: Vec<Open>,
    /// Numbers by name.
    pub by_member: ObjectMap<String, SetsByMemberValue>,
    /// One of two, or null.
    pub null_closed: Option<SetsNullClosed>,
    /// An open set, or null.
    pub null_open: Option<SetsNullOpen>,
}

schema_runtime::object_type! {
    Sets {
        required closed = "closed",
        required closed_untyped = "closed_untyped",
        required closed_words = "closed_words",
        required repeated = "repeated",
        "the one" one = "one",
        "AND only" one_typed = "one_typed",
        "single" one_enum = "one_enum",
        required open = "open",
        required open_words = "open_words",
        required open_short = "open_short",
        required open_pattern = "open_pattern",
        required open_all = "open_all",
        required open_many = "open_many",
        required by_member = "by_member",
        required null_closed = "null_closed",
        required null_open = "null_open",
    }
}

/// The required fields of [`Sets`].
#[derive(Clone, Debug, PartialEq)]
pub struct SetsFields {
    /// One of three.
    pub closed: SetsClosed,
    /// One of two, without a type.
    pub closed_untyped: SetsClosedUntyped,
    /// Words of generated code.
    pub closed_words: ClosedWords,
    /// Members that stand there twice.
    pub repeated: SetsRepeated,
    /// An open set.
    pub open: Open,
    /// Words of generated code, and others.
    pub open_words: OpenWords,
    /// An open set of short members.
    pub open_short: SetsOpenShort,
    /// An open set of members with a pattern.
    pub open_pattern: SetsOpenPattern,
    /// An open set with a pattern that says nothing.
    pub open_all: SetsOpenAll,
    /// Some of an open set.
    pub open_many: Vec<Open>,
    /// Numbers by name.
    pub by_member: ObjectMap<String, SetsByMemberValue>,
    /// One of two, or null.
    pub null_closed: Option<SetsNullClosed>,
    /// An open set, or null.
    pub null_open: Option<SetsNullOpen>,
}

impl Sets {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SetsFields) -> Self {
        Self {
            closed: fields.closed,
            closed_untyped: fields.closed_untyped,
            closed_words: fields.closed_words,
            repeated: fields.repeated,
            open: fields.open,
            open_words: fields.open_words,
            open_short: fields.open_short,
            open_pattern: fields.open_pattern,
            open_all: fields.open_all,
            open_many: fields.open_many,
            by_member: fields.by_member,
            null_closed: fields.null_closed,
            null_open: fields.null_open,
        }
    }
}

/// Borrowed variant of [`Sets`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetsRef<'a> {
    /// See [`Sets::closed`].
    pub closed: SetsClosed,
    /// See [`Sets::closed_untyped`].
    pub closed_untyped: SetsClosedUntyped,
    /// See [`Sets::closed_words`].
    pub closed_words: ClosedWords,
    /// See [`Sets::repeated`].
    pub repeated: SetsRepeated,
    /// See [`Sets::open`].
    pub open: Open,
    /// See [`Sets::open_words`].
    pub open_words: OpenWords,
    /// See [`Sets::open_short`].
    pub open_short: SetsOpenShort,
    /// See [`Sets::open_pattern`].
    pub open_pattern: SetsOpenPattern,
    /// See [`Sets::open_all`].
    pub open_all: SetsOpenAll,
    /// See [`Sets::open_many`].
    pub open_many: Vec<Open>,
    /// See [`Sets::by_member`].
    pub by_member: ObjectMap<Borrowed<'a, String>, SetsByMemberValue>,
    /// See [`Sets::null_closed`].
    pub null_closed: Option<SetsNullClosed>,
    /// See [`Sets::null_open`].
    pub null_open: Option<SetsNullOpen>,
}

schema_runtime::object_type! {
    SetsRef<'a> {
        required closed = "closed",
        required closed_untyped = "closed_untyped",
        required closed_words = "closed_words",
        required repeated = "repeated",
        "the one" one = "one",
        "AND only" one_typed = "one_typed",
        "single" one_enum = "one_enum",
        required open = "open",
        required open_words = "open_words",
        required open_short = "open_short",
        required open_pattern = "open_pattern",
        required open_all = "open_all",
        required open_many = "open_many",
        required by_member = "by_member",
        required null_closed = "null_closed",
        required null_open = "null_open",
    }
}

impl SetsRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Sets {
        Sets {
            closed: self.closed,
            closed_untyped: self.closed_untyped,
            closed_words: self.closed_words,
            repeated: self.repeated,
            open: self.open,
            open_words: self.open_words,
            open_short: self.open_short,
            open_pattern: self.open_pattern,
            open_all: self.open_all,
            open_many: self.open_many,
            by_member: IntoOwned::into_owned(self.by_member),
            null_closed: self.null_closed,
            null_open: self.null_open,
        }
    }
}

schema_runtime::into_owned!(SetsRef => Sets);

impl Sets {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "sets";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/sets.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Sets {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Sets::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Sets
    }
}

impl KnownPayload for Sets {
    const SCHEMA_REF: &'static str = Sets::SCHEMA_REF;
    const VERSION: &'static str = Sets::VERSION;
}

impl<'a> Payload for SetsRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Sets::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Sets
    }
}

impl<'a> KnownPayload for SetsRef<'a> {
    const SCHEMA_REF: &'static str = Sets::SCHEMA_REF;
    const VERSION: &'static str = Sets::VERSION;
}

/// One of three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetsClosed {
    /// `on`
    On,
    /// `off`
    Off,
    /// `stand-by`
    StandBy,
}

impl SetsClosed {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::On, Self::Off, Self::StandBy];
}

impl StringValue for SetsClosed {
    const EXPECTED: &'static str = "`on`, `off` or `stand-by`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "on" => Some(Self::On),
            "off" => Some(Self::Off),
            "stand-by" => Some(Self::StandBy),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::StandBy => "stand-by",
        }
    }
}

schema_runtime::string_type!(SetsClosed);

/// One of two, without a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetsClosedUntyped {
    /// `yes`
    Yes,
    /// `no`
    No,
}

impl SetsClosedUntyped {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Yes, Self::No];
}

impl StringValue for SetsClosedUntyped {
    const EXPECTED: &'static str = "`yes` or `no`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "yes" => Some(Self::Yes),
            "no" => Some(Self::No),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }
}

schema_runtime::string_type!(SetsClosedUntyped);

/// Words of generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosedWords {
    /// `error`
    Error,
    /// `unknown`
    Unknown,
    /// `uri`
    Uri,
    /// `uuid`
    Uuid,
    /// `raw`
    Raw,
    /// `some`
    Some,
    /// `none`
    None,
    /// `ok`
    Ok,
    /// `err`
    Err,
    /// `string`
    String,
    /// `option`
    Option,
    /// `box`
    Box,
    /// `event`
    Event,
    /// `data`
    Data,
    /// `self`
    Self_,
    /// `type`
    Type,
    /// `fn`
    Fn,
    /// `match`
    Match,
    /// `async`
    Async,
    /// `crate`
    Crate,
    /// `super`
    Super,
    /// `Cow`
    Cow,
    /// `fmt`
    Fmt,
    /// `require`
    Require,
}

impl ClosedWords {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::Error,
        Self::Unknown,
        Self::Uri,
        Self::Uuid,
        Self::Raw,
        Self::Some,
        Self::None,
        Self::Ok,
        Self::Err,
        Self::String,
        Self::Option,
        Self::Box,
        Self::Event,
        Self::Data,
        Self::Self_,
        Self::Type,
        Self::Fn,
        Self::Match,
        Self::Async,
        Self::Crate,
        Self::Super,
        Self::Cow,
        Self::Fmt,
        Self::Require,
    ];
}

impl StringValue for ClosedWords {
    const EXPECTED: &'static str = "`error`, `unknown`, `uri`, `uuid`, `raw`, `some`, `none`, `ok`, `err`, `string`, `option`, `box`, `event`, `data`, `self`, `type`, `fn`, `match`, `async`, `crate`, `super`, `Cow`, `fmt` or `require`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "error" => Some(Self::Error),
            "unknown" => Some(Self::Unknown),
            "uri" => Some(Self::Uri),
            "uuid" => Some(Self::Uuid),
            "raw" => Some(Self::Raw),
            "some" => Some(Self::Some),
            "none" => Some(Self::None),
            "ok" => Some(Self::Ok),
            "err" => Some(Self::Err),
            "string" => Some(Self::String),
            "option" => Some(Self::Option),
            "box" => Some(Self::Box),
            "event" => Some(Self::Event),
            "data" => Some(Self::Data),
            "self" => Some(Self::Self_),
            "type" => Some(Self::Type),
            "fn" => Some(Self::Fn),
            "match" => Some(Self::Match),
            "async" => Some(Self::Async),
            "crate" => Some(Self::Crate),
            "super" => Some(Self::Super),
            "Cow" => Some(Self::Cow),
            "fmt" => Some(Self::Fmt),
            "require" => Some(Self::Require),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Error => "error",
            Self::Unknown => "unknown",
            Self::Uri => "uri",
            Self::Uuid => "uuid",
            Self::Raw => "raw",
            Self::Some => "some",
            Self::None => "none",
            Self::Ok => "ok",
            Self::Err => "err",
            Self::String => "string",
            Self::Option => "option",
            Self::Box => "box",
            Self::Event => "event",
            Self::Data => "data",
            Self::Self_ => "self",
            Self::Type => "type",
            Self::Fn => "fn",
            Self::Match => "match",
            Self::Async => "async",
            Self::Crate => "crate",
            Self::Super => "super",
            Self::Cow => "Cow",
            Self::Fmt => "fmt",
            Self::Require => "require",
        }
    }
}

schema_runtime::string_type!(ClosedWords);

/// Members that stand there twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetsRepeated {
    /// `a`
    A,
    /// `b`
    B,
}

impl SetsRepeated {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::A, Self::B];
}

impl StringValue for SetsRepeated {
    const EXPECTED: &'static str = "`a` or `b`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "a" => Some(Self::A),
            "b" => Some(Self::B),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

schema_runtime::string_type!(SetsRepeated);

/// An open set without constraints.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Open {
    /// `first`
    First,
    /// `second`
    Second,
    /// `third_one`
    ThirdOne,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl Open {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::First, Self::Second, Self::ThirdOne];
}

impl OpenSet for Open {
    fn known(text: &str) -> Option<Self> {
        match text {
            "first" => Some(Self::First),
            "second" => Some(Self::Second),
            "third_one" => Some(Self::ThirdOne),
            _ => None,
        }
    }
}

impl StringValue for Open {
    const EXPECTED: &'static str = "a string";

    fn accepts(_text: &str) -> bool {
        true
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::ThirdOne => "third_one",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(Open);

/// Words of generated code, and others.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OpenWords {
    /// `error`
    Error,
    /// `unknown`
    Unknown_,
    /// `uri`
    Uri,
    /// `uuid`
    Uuid,
    /// `raw`
    Raw,
    /// `some`
    Some,
    /// `none`
    None,
    /// `ok`
    Ok,
    /// `err`
    Err,
    /// `string`
    String,
    /// `option`
    Option,
    /// `box`
    Box,
    /// `event`
    Event,
    /// `data`
    Data,
    /// `self`
    Self_,
    /// `type`
    Type,
    /// `fn`
    Fn,
    /// `match`
    Match,
    /// `async`
    Async,
    /// `crate`
    Crate,
    /// `super`
    Super,
    /// `Cow`
    Cow,
    /// `fmt`
    Fmt,
    /// `require`
    Require,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl OpenWords {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::Error,
        Self::Unknown_,
        Self::Uri,
        Self::Uuid,
        Self::Raw,
        Self::Some,
        Self::None,
        Self::Ok,
        Self::Err,
        Self::String,
        Self::Option,
        Self::Box,
        Self::Event,
        Self::Data,
        Self::Self_,
        Self::Type,
        Self::Fn,
        Self::Match,
        Self::Async,
        Self::Crate,
        Self::Super,
        Self::Cow,
        Self::Fmt,
        Self::Require,
    ];
}

impl OpenSet for OpenWords {
    fn known(text: &str) -> Option<Self> {
        match text {
            "error" => Some(Self::Error),
            "unknown" => Some(Self::Unknown_),
            "uri" => Some(Self::Uri),
            "uuid" => Some(Self::Uuid),
            "raw" => Some(Self::Raw),
            "some" => Some(Self::Some),
            "none" => Some(Self::None),
            "ok" => Some(Self::Ok),
            "err" => Some(Self::Err),
            "string" => Some(Self::String),
            "option" => Some(Self::Option),
            "box" => Some(Self::Box),
            "event" => Some(Self::Event),
            "data" => Some(Self::Data),
            "self" => Some(Self::Self_),
            "type" => Some(Self::Type),
            "fn" => Some(Self::Fn),
            "match" => Some(Self::Match),
            "async" => Some(Self::Async),
            "crate" => Some(Self::Crate),
            "super" => Some(Self::Super),
            "Cow" => Some(Self::Cow),
            "fmt" => Some(Self::Fmt),
            "require" => Some(Self::Require),
            _ => None,
        }
    }
}

impl StringValue for OpenWords {
    const EXPECTED: &'static str = "a string";

    fn accepts(_text: &str) -> bool {
        true
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Error => "error",
            Self::Unknown_ => "unknown",
            Self::Uri => "uri",
            Self::Uuid => "uuid",
            Self::Raw => "raw",
            Self::Some => "some",
            Self::None => "none",
            Self::Ok => "ok",
            Self::Err => "err",
            Self::String => "string",
            Self::Option => "option",
            Self::Box => "box",
            Self::Event => "event",
            Self::Data => "data",
            Self::Self_ => "self",
            Self::Type => "type",
            Self::Fn => "fn",
            Self::Match => "match",
            Self::Async => "async",
            Self::Crate => "crate",
            Self::Super => "super",
            Self::Cow => "Cow",
            Self::Fmt => "fmt",
            Self::Require => "require",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(OpenWords);

/// An open set of short members.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SetsOpenShort {
    /// `red`
    Red,
    /// `blue`
    Blue,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl SetsOpenShort {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Red, Self::Blue];
}

impl OpenSet for SetsOpenShort {
    fn known(text: &str) -> Option<Self> {
        match text {
            "red" => Some(Self::Red),
            "blue" => Some(Self::Blue),
            _ => None,
        }
    }
}

impl StringValue for SetsOpenShort {
    const EXPECTED: &'static str = "at most 5 characters";

    fn accepts(text: &str) -> bool {
        text.chars().count() <= 5
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Blue => "blue",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(SetsOpenShort);

/// An open set of members with a pattern.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SetsOpenPattern {
    /// `ab`
    Ab,
    /// `a-b-c`
    ABC,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl SetsOpenPattern {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Ab, Self::ABC];
}

impl OpenSet for SetsOpenPattern {
    fn known(text: &str) -> Option<Self> {
        match text {
            "ab" => Some(Self::Ab),
            "a-b-c" => Some(Self::ABC),
            _ => None,
        }
    }
}

impl StringValue for SetsOpenPattern {
    const EXPECTED: &'static str = "at least 2 characters that match `^[a-z-]+$`";

    fn accepts(text: &str) -> bool {
        text.len() >= 2 && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Ab => "ab",
            Self::ABC => "a-b-c",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

impl SetsOpenPattern {
    /// Matches `^[a-z-]+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'-' | b'a'..=b'z') => 1,
                (1, b'-' | b'a'..=b'z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::string_type!(SetsOpenPattern);

/// An open set with a pattern that says nothing.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SetsOpenAll {
    /// `é`
    É,
    /// `digit9`
    Digit9,
    /// `with space`
    WithSpace,
    /// `with.dot`
    WithDot,
    /// `with/slash`
    WithSlash,
    /// `with"quote`
    WithQuote,
    /// ``with`tick``
    WithTick,
    /// `a\`
    A,
    /// `b*/`
    B,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl SetsOpenAll {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::É,
        Self::Digit9,
        Self::WithSpace,
        Self::WithDot,
        Self::WithSlash,
        Self::WithQuote,
        Self::WithTick,
        Self::A,
        Self::B,
    ];
}

impl OpenSet for SetsOpenAll {
    fn known(text: &str) -> Option<Self> {
        match text {
            "é" => Some(Self::É),
            "digit9" => Some(Self::Digit9),
            "with space" => Some(Self::WithSpace),
            "with.dot" => Some(Self::WithDot),
            "with/slash" => Some(Self::WithSlash),
            "with\"quote" => Some(Self::WithQuote),
            "with`tick" => Some(Self::WithTick),
            "a\\" => Some(Self::A),
            "b*/" => Some(Self::B),
            _ => None,
        }
    }
}

impl StringValue for SetsOpenAll {
    const EXPECTED: &'static str = "a string";

    fn accepts(_text: &str) -> bool {
        true
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::É => "é",
            Self::Digit9 => "digit9",
            Self::WithSpace => "with space",
            Self::WithDot => "with.dot",
            Self::WithSlash => "with/slash",
            Self::WithQuote => "with\"quote",
            Self::WithTick => "with`tick",
            Self::A => "a\\",
            Self::B => "b*/",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(SetsOpenAll);

/// Numbers by name.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SetsByMemberValue {
    /// `x`
    X,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl SetsByMemberValue {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::X];
}

impl OpenSet for SetsByMemberValue {
    fn known(text: &str) -> Option<Self> {
        match text {
            "x" => Some(Self::X),
            _ => None,
        }
    }
}

impl StringValue for SetsByMemberValue {
    const EXPECTED: &'static str = "a string";

    fn accepts(_text: &str) -> bool {
        true
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::X => "x",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(SetsByMemberValue);

/// One of two, or null.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetsNullClosed {
    /// `l`
    L,
    /// `r`
    R,
}

impl SetsNullClosed {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::L, Self::R];
}

impl StringValue for SetsNullClosed {
    const EXPECTED: &'static str = "`l` or `r`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "l" => Some(Self::L),
            "r" => Some(Self::R),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::L => "l",
            Self::R => "r",
        }
    }
}

schema_runtime::string_type!(SetsNullClosed);

/// An open set, or null.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SetsNullOpen {
    /// `up`
    Up,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl SetsNullOpen {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Up];
}

impl OpenSet for SetsNullOpen {
    fn known(text: &str) -> Option<Self> {
        match text {
            "up" => Some(Self::Up),
            _ => None,
        }
    }
}

impl StringValue for SetsNullOpen {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Up => "up",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(SetsNullOpen);

// @generated from limits/v1/tuples.json by `cargo xtask codegen`. Changes made here are lost.

//! `tuples`: Tuples.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, BoundedMap, BoundedVec, Integer, IntoOwned, KnownPayload, Number, NumberValue,
    ObjectMap, Payload, Raw, StringValue, Timestamp, UniqueVec,
};

use super::EventEventType;

/// Lists of a fixed length, with a type for each item.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tuples {
    /// A text and a truth value.
    pub pair: TuplesPair,
    /// Two numbers by a definition.
    pub range: Span,
    /// Items with limits of their own.
    pub limited: TuplesLimited,
    /// Two texts, said another way.
    pub by_length: TuplesByLength,
    /// Two texts, said both ways.
    pub both: TuplesBoth,
    /// Items that may be null.
    pub holes: TuplesHoles,
    /// Anything, twice.
    pub anything: TuplesAnything,
    /// Thirteen truth values.
    pub long: TuplesLong,
    /// Pairs in a list.
    pub corners: BoundedVec<Span, 1>,
    /// Pairs by name.
    pub spans: ObjectMap<String, Span>,
    /// Pairs in a pair.
    pub inner: TuplesInner,
    /// A label and branches, which are such pairs, too.
    pub tree: Branch,
    /// A label, and the rest of the chain or null.
    pub chain: Chain,
    /// A pair, or null.
    pub nothing: Option<Span>,
    /// A pair that may be left out, or null.
    pub maybe: Option<Option<TuplesMaybe>>,
    /// A circle or a box, whose corners are pairs.
    pub choice: Choice,
}

schema_runtime::object_type! {
    Tuples {
        required pair = "pair",
        required range = "range",
        required limited = "limited",
        required by_length = "by_length",
        required both = "both",
        required holes = "holes",
        required anything = "anything",
        required long = "long",
        required corners = "corners",
        required spans = "spans",
        required inner = "inner",
        required tree = "tree",
        required chain = "chain",
        required nothing = "nothing",
        optional maybe = "maybe",
        required choice = "choice",
    }
}

/// The required fields of [`Tuples`].
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesFields {
    /// A text and a truth value.
    pub pair: TuplesPair,
    /// Two numbers by a definition.
    pub range: Span,
    /// Items with limits of their own.
    pub limited: TuplesLimited,
    /// Two texts, said another way.
    pub by_length: TuplesByLength,
    /// Two texts, said both ways.
    pub both: TuplesBoth,
    /// Items that may be null.
    pub holes: TuplesHoles,
    /// Anything, twice.
    pub anything: TuplesAnything,
    /// Thirteen truth values.
    pub long: TuplesLong,
    /// Pairs in a list.
    pub corners: BoundedVec<Span, 1>,
    /// Pairs by name.
    pub spans: ObjectMap<String, Span>,
    /// Pairs in a pair.
    pub inner: TuplesInner,
    /// A label and branches, which are such pairs, too.
    pub tree: Branch,
    /// A label, and the rest of the chain or null.
    pub chain: Chain,
    /// A pair, or null.
    pub nothing: Option<Span>,
    /// A circle or a box, whose corners are pairs.
    pub choice: Choice,
}

impl Tuples {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TuplesFields) -> Self {
        Self {
            pair: fields.pair,
            range: fields.range,
            limited: fields.limited,
            by_length: fields.by_length,
            both: fields.both,
            holes: fields.holes,
            anything: fields.anything,
            long: fields.long,
            corners: fields.corners,
            spans: fields.spans,
            inner: fields.inner,
            tree: fields.tree,
            chain: fields.chain,
            nothing: fields.nothing,
            maybe: None,
            choice: fields.choice,
        }
    }
}

/// Borrowed variant of [`Tuples`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TuplesRef<'a> {
    /// See [`Tuples::pair`].
    pub pair: TuplesPair,
    /// See [`Tuples::range`].
    pub range: Span,
    /// See [`Tuples::limited`].
    pub limited: TuplesLimited,
    /// See [`Tuples::by_length`].
    pub by_length: TuplesByLength,
    /// See [`Tuples::both`].
    pub both: TuplesBoth,
    /// See [`Tuples::holes`].
    pub holes: TuplesHoles,
    /// See [`Tuples::anything`].
    pub anything: TuplesAnything,
    /// See [`Tuples::long`].
    pub long: TuplesLong,
    /// See [`Tuples::corners`].
    pub corners: BoundedVec<Span, 1>,
    /// See [`Tuples::spans`].
    pub spans: ObjectMap<Borrowed<'a, String>, Span>,
    /// See [`Tuples::inner`].
    pub inner: TuplesInner,
    /// See [`Tuples::tree`].
    pub tree: Branch,
    /// See [`Tuples::chain`].
    pub chain: Chain,
    /// See [`Tuples::nothing`].
    pub nothing: Option<Span>,
    /// See [`Tuples::maybe`].
    pub maybe: Option<Option<TuplesMaybe>>,
    /// See [`Tuples::choice`].
    pub choice: Choice,
}

schema_runtime::object_type! {
    TuplesRef<'a> {
        required pair = "pair",
        required range = "range",
        required limited = "limited",
        required by_length = "by_length",
        required both = "both",
        required holes = "holes",
        required anything = "anything",
        required long = "long",
        required corners = "corners",
        required spans = "spans",
        required inner = "inner",
        required tree = "tree",
        required chain = "chain",
        required nothing = "nothing",
        optional maybe = "maybe",
        required choice = "choice",
    }
}

impl TuplesRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Tuples {
        Tuples {
            pair: self.pair,
            range: self.range,
            limited: self.limited,
            by_length: self.by_length,
            both: self.both,
            holes: self.holes,
            anything: self.anything,
            long: self.long,
            corners: self.corners,
            spans: IntoOwned::into_owned(self.spans),
            inner: self.inner,
            tree: self.tree,
            chain: self.chain,
            nothing: self.nothing,
            maybe: self.maybe,
            choice: self.choice,
        }
    }
}

schema_runtime::into_owned!(TuplesRef => Tuples);

impl Tuples {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "tuples";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/limits/v1/tuples.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Tuples {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Tuples::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Tuples
    }
}

impl KnownPayload for Tuples {
    const SCHEMA_REF: &'static str = Tuples::SCHEMA_REF;
    const VERSION: &'static str = Tuples::VERSION;
}

impl<'a> Payload for TuplesRef<'a> {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Tuples::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Tuples
    }
}

impl<'a> KnownPayload for TuplesRef<'a> {
    const SCHEMA_REF: &'static str = Tuples::SCHEMA_REF;
    const VERSION: &'static str = Tuples::VERSION;
}

/// A text and a truth value.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesPair(
    /// A text.
    pub String,
    /// A truth value.
    pub bool,
);

schema_runtime::tuple_type!(TuplesPair { 0 item_0, 1 item_1 });

/// From one number to another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Span(
    /// The lower end.
    pub Number,
    /// The upper end.
    pub Number,
);

schema_runtime::tuple_type!(Span { 0 item_0, 1 item_1 });

/// Two letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TuplesLimitedItem1(Cow<'static, str>);

impl StringValue for TuplesLimitedItem1 {
    const EXPECTED: &'static str = "a string that matches `^[A-Z]{2}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TuplesLimitedItem1 {
    /// Matches `^[A-Z]{2}$`.
    fn matches(text: &str) -> bool {
        text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

schema_runtime::text_type!(TuplesLimitedItem1);

/// A share of 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct TuplesLimitedItem2(Number);

impl NumberValue for TuplesLimitedItem2 {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(TuplesLimitedItem2);

/// Left or right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TuplesLimitedItem4 {
    /// `left`
    Left,
    /// `right`
    Right,
}

impl TuplesLimitedItem4 {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Left, Self::Right];
}

impl StringValue for TuplesLimitedItem4 {
    const EXPECTED: &'static str = "`left` or `right`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "left" => Some(Self::Left),
            "right" => Some(Self::Right),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

schema_runtime::string_type!(TuplesLimitedItem4);

/// Items with limits of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesLimited(
    /// Two letters.
    pub TuplesLimitedItem1,
    /// A share of 1.
    pub TuplesLimitedItem2,
    /// A digit.
    pub Integer<u8, 0, 9>,
    /// Left or right.
    pub TuplesLimitedItem4,
    /// Different texts.
    pub UniqueVec<String, 1>,
    /// Digits by name.
    pub BoundedMap<String, Integer<u8, 0, 9>, 0, 1>,
);

schema_runtime::tuple_type!(
    TuplesLimited { 0 item_0, 1 item_1, 2 item_2, 3 item_3, 4 item_4, 5 item_5 }
);

/// Two texts, said another way.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesByLength(
    /// The first.
    pub String,
    /// The second.
    pub String,
);

schema_runtime::tuple_type!(TuplesByLength { 0 item_0, 1 item_1 });

/// Two texts, said both ways.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesBoth(
    /// The first.
    pub String,
    /// The second.
    pub String,
);

schema_runtime::tuple_type!(TuplesBoth { 0 item_0, 1 item_1 });

/// Items that may be null.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesHoles(
    /// A text, or null.
    pub Option<String>,
    /// A moment, or null.
    pub Option<Timestamp>,
);

schema_runtime::tuple_type!(TuplesHoles { 0 item_0, 1 item_1 });

/// Anything, twice.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesAnything(
    /// `0`, which the schema does not describe.
    pub Raw,
    /// `1`, which the schema does not describe.
    pub Raw,
);

schema_runtime::tuple_type!(TuplesAnything { 0 item_0, 1 item_1 });

/// Thirteen truth values.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesLong(
    /// `0`, which the schema does not describe.
    pub bool,
    /// `1`, which the schema does not describe.
    pub bool,
    /// `2`, which the schema does not describe.
    pub bool,
    /// `3`, which the schema does not describe.
    pub bool,
    /// `4`, which the schema does not describe.
    pub bool,
    /// `5`, which the schema does not describe.
    pub bool,
    /// `6`, which the schema does not describe.
    pub bool,
    /// `7`, which the schema does not describe.
    pub bool,
    /// `8`, which the schema does not describe.
    pub bool,
    /// `9`, which the schema does not describe.
    pub bool,
    /// `10`, which the schema does not describe.
    pub bool,
    /// `11`, which the schema does not describe.
    pub bool,
    /// `12`, which the schema does not describe.
    pub bool,
);

schema_runtime::tuple_type!(
    TuplesLong { 0 item_0, 1 item_1, 2 item_2, 3 item_3, 4 item_4, 5 item_5, 6 item_6, 7
    item_7, 8 item_8, 9 item_9, 10 item_10, 11 item_11, 12 item_12 }
);

/// Where it is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SpotOf {
    /// Where.
    pub at: Span,
}

schema_runtime::object_type! {
    SpotOf {
        required at = "at",
    }
}

/// The required fields of [`SpotOf`].
#[derive(Clone, Debug, PartialEq)]
pub struct SpotOfFields {
    /// Where.
    pub at: Span,
}

impl SpotOf {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SpotOfFields) -> Self {
        Self { at: fields.at }
    }
}

/// A pair in place.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesInnerItem2(
    /// A text.
    pub String,
    /// `1`, which the schema does not describe.
    pub SpotOf,
);

schema_runtime::tuple_type!(TuplesInnerItem2 { 0 item_0, 1 item_1 });

/// Pairs in a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesInner(
    /// `0`, which the schema does not describe.
    pub Span,
    /// A pair in place.
    pub TuplesInnerItem2,
);

schema_runtime::tuple_type!(TuplesInner { 0 item_0, 1 item_1 });

/// A label and branches.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch(
    /// What it is called.
    pub String,
    /// The branches.
    pub Vec<Branch>,
);

schema_runtime::tuple_type!(Branch { 0 item_0, 1 item_1 });

/// A label and the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain(
    /// What it is called.
    pub String,
    /// The rest, or null.
    pub Option<Box<Chain>>,
);

schema_runtime::tuple_type!(Chain { 0 item_0, 1 item_1 });

/// A pair that may be left out, or null.
#[derive(Clone, Debug, PartialEq)]
pub struct TuplesMaybe(
    /// A text.
    pub String,
    /// A text.
    pub String,
);

schema_runtime::tuple_type!(TuplesMaybe { 0 item_0, 1 item_1 });

/// A circle or a box.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A circle.
    Circle(Circle),
    /// A box.
    Box(BoxOf),
}

impl Choice {
    /// Returns `kind`, which tells the branches apart.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Circle(_) => "circle",
            Self::Box(_) => "box",
        }
    }

    /// Returns whether this is `circle`.
    #[must_use]
    pub fn is_circle(&self) -> bool {
        matches!(self, Self::Circle(_))
    }

    /// Returns the payload if this is `circle`.
    #[must_use]
    pub fn as_circle(&self) -> Option<&Circle> {
        match self {
            Self::Circle(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `circle`, and to nothing otherwise.
    #[must_use]
    pub fn into_circle(self) -> Option<Circle> {
        match self {
            Self::Circle(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `box`.
    #[must_use]
    pub fn is_box(&self) -> bool {
        matches!(self, Self::Box(_))
    }

    /// Returns the payload if this is `box`.
    #[must_use]
    pub fn as_box(&self) -> Option<&BoxOf> {
        match self {
            Self::Box(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `box`, and to nothing otherwise.
    #[must_use]
    pub fn into_box(self) -> Option<BoxOf> {
        match self {
            Self::Box(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    Choice {
        tag kind = "kind",
    }
    Circle(Circle) = "circle" {
        required radius = "radius",
    }
    Box(BoxOf) = "box" {
        required sides = "sides",
    }
}

impl From<Circle> for Choice {
    fn from(branch: Circle) -> Self {
        Self::Circle(branch)
    }
}

impl From<BoxOf> for Choice {
    fn from(branch: BoxOf) -> Self {
        Self::Box(branch)
    }
}

/// A circle.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `kind` is `circle`: Here always `circle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// The radius.
    pub radius: CircleRadius,
}

schema_runtime::object_type! {
    Circle {
        "circle" kind = "kind",
        required radius = "radius",
    }
}

/// The required fields of [`Circle`].
#[derive(Clone, Debug, PartialEq)]
pub struct CircleFields {
    /// The radius.
    pub radius: CircleRadius,
}

impl Circle {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CircleFields) -> Self {
        Self {
            radius: fields.radius,
        }
    }
}

/// The radius.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct CircleRadius(Number);

impl NumberValue for CircleRadius {
    const EXPECTED: &'static str = "a number greater than 0";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value > 0.0).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(CircleRadius);

/// A box.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `kind` is `box`: Here always `box`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BoxOf {
    /// Its sides.
    pub sides: BoxOfSides,
}

schema_runtime::object_type! {
    BoxOf {
        required sides = "sides",
        "box" kind = "kind",
    }
}

/// The required fields of [`BoxOf`].
#[derive(Clone, Debug, PartialEq)]
pub struct BoxOfFields {
    /// Its sides.
    pub sides: BoxOfSides,
}

impl BoxOf {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: BoxOfFields) -> Self {
        Self {
            sides: fields.sides,
        }
    }
}

/// Its sides.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxOfSides(
    /// `0`, which the schema does not describe.
    pub Span,
    /// `1`, which the schema does not describe.
    pub Span,
);

schema_runtime::tuple_type!(BoxOfSides { 0 item_0, 1 item_1 });

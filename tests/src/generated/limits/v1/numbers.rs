// @generated from limits/v1/numbers.json by `cargo xtask codegen`. Changes made here are lost.

//! `numbers`: Numbers with bounds.

use schema_runtime::{
    Borrowed, Integer, IntoOwned, KnownPayload, MAX_SAFE_INTEGER, Multiple, Number, NumberValue,
    ObjectMap, Payload,
};

use super::EventEventType;

/// Numbers with bounds of every kind, and multiples.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Numbers {
    /// A share of 1.
    pub share: NumbersShare,
    /// Between 0 and 1, neither of them.
    pub open: NumbersOpen,
    /// At least 0.
    pub from_zero: NumbersFromZero,
    /// More than 0.
    pub above_zero: NumbersAboveZero,
    /// Less than 0.
    pub below_zero: NumbersBelowZero,
    /// At most a fraction.
    pub at_most: NumbersAtMost,
    /// At least -1.5, less than 1.5.
    pub half_open: NumbersHalfOpen,
    /// More than -1.5, at most 1.5.
    pub half_closed: NumbersHalfClosed,
    /// Always a third.
    pub one: NumbersOne,
    /// The smallest number above 0, or more.
    pub tiny: NumbersTiny,
    /// From -0.
    pub negative_zero: NumbersNegativeZero,
    /// As wide as bounds can be.
    pub widest: NumbersWidest,
    /// As wide as bounds can be, without them.
    pub widest_open: NumbersWidestOpen,
    /// The tighter of two bounds at each end.
    pub both: NumbersBoth,
    /// A number by a definition.
    pub named: Degrees,
    /// A number, or null.
    pub nothing: Option<NumbersNothing>,
    /// Shares.
    pub many: Vec<NumbersManyItem>,
    /// Shares by name.
    pub by_name: ObjectMap<String, NumbersByNameValue>,
    /// An even number.
    pub even: Multiple<i8, 2, -10, 10>,
    /// Minutes in quarters of an hour.
    pub quarters: Multiple<u16, 15, 15, 480>,
    /// Thousands.
    pub thousands: Multiple<i64, 1000, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>,
    /// Every integer is a multiple of 1.
    pub any_integer: Integer<i8, -3, 3>,
    /// Multiples of a number near 2^53.
    pub huge_steps: Multiple<i64, MAX_SAFE_INTEGER, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>,
    /// Always 1.
    pub version: Integer<u8, 1, 1>,
    /// Always 300.
    pub untyped: Integer<u16, 300, 300>,
    /// Always 0.
    pub zero: Integer<u8, 0, 0>,
    /// From -1 to 2.
    pub stage: Integer<i8, -1, 2>,
    /// 1 to 3, one of them twice.
    pub level: Integer<u8, 1, 3>,
    /// 1, 2 or null.
    pub null_stage: Option<Integer<u8, 1, 2>>,
    /// A share of 1. May be left out.
    pub maybe_share: Option<NumbersMaybeShare>,
    /// An even number. May be left out.
    pub maybe_even: Option<Multiple<u8, 2, 1, 8>>,
}

schema_runtime::object_type! {
    Numbers {
        required share = "share",
        required open = "open",
        required from_zero = "from_zero",
        required above_zero = "above_zero",
        required below_zero = "below_zero",
        required at_most = "at_most",
        required half_open = "half_open",
        required half_closed = "half_closed",
        required one = "one",
        required tiny = "tiny",
        required negative_zero = "negative_zero",
        required widest = "widest",
        required widest_open = "widest_open",
        required both = "both",
        required named = "named",
        required nothing = "nothing",
        required many = "many",
        required by_name = "by_name",
        required even = "even",
        required quarters = "quarters",
        required thousands = "thousands",
        required any_integer = "any_integer",
        required huge_steps = "huge_steps",
        required version = "version",
        required untyped = "untyped",
        required zero = "zero",
        required stage = "stage",
        required level = "level",
        required null_stage = "null_stage",
        optional maybe_share = "maybe_share",
        optional maybe_even = "maybe_even",
    }
}

/// The required fields of [`Numbers`].
#[derive(Clone, Debug, PartialEq)]
pub struct NumbersFields {
    /// A share of 1.
    pub share: NumbersShare,
    /// Between 0 and 1, neither of them.
    pub open: NumbersOpen,
    /// At least 0.
    pub from_zero: NumbersFromZero,
    /// More than 0.
    pub above_zero: NumbersAboveZero,
    /// Less than 0.
    pub below_zero: NumbersBelowZero,
    /// At most a fraction.
    pub at_most: NumbersAtMost,
    /// At least -1.5, less than 1.5.
    pub half_open: NumbersHalfOpen,
    /// More than -1.5, at most 1.5.
    pub half_closed: NumbersHalfClosed,
    /// Always a third.
    pub one: NumbersOne,
    /// The smallest number above 0, or more.
    pub tiny: NumbersTiny,
    /// From -0.
    pub negative_zero: NumbersNegativeZero,
    /// As wide as bounds can be.
    pub widest: NumbersWidest,
    /// As wide as bounds can be, without them.
    pub widest_open: NumbersWidestOpen,
    /// The tighter of two bounds at each end.
    pub both: NumbersBoth,
    /// A number by a definition.
    pub named: Degrees,
    /// A number, or null.
    pub nothing: Option<NumbersNothing>,
    /// Shares.
    pub many: Vec<NumbersManyItem>,
    /// Shares by name.
    pub by_name: ObjectMap<String, NumbersByNameValue>,
    /// An even number.
    pub even: Multiple<i8, 2, -10, 10>,
    /// Minutes in quarters of an hour.
    pub quarters: Multiple<u16, 15, 15, 480>,
    /// Thousands.
    pub thousands: Multiple<i64, 1000, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>,
    /// Every integer is a multiple of 1.
    pub any_integer: Integer<i8, -3, 3>,
    /// Multiples of a number near 2^53.
    pub huge_steps: Multiple<i64, MAX_SAFE_INTEGER, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>,
    /// Always 1.
    pub version: Integer<u8, 1, 1>,
    /// Always 300.
    pub untyped: Integer<u16, 300, 300>,
    /// Always 0.
    pub zero: Integer<u8, 0, 0>,
    /// From -1 to 2.
    pub stage: Integer<i8, -1, 2>,
    /// 1 to 3, one of them twice.
    pub level: Integer<u8, 1, 3>,
    /// 1, 2 or null.
    pub null_stage: Option<Integer<u8, 1, 2>>,
}

impl Numbers {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: NumbersFields) -> Self {
        Self {
            share: fields.share,
            open: fields.open,
            from_zero: fields.from_zero,
            above_zero: fields.above_zero,
            below_zero: fields.below_zero,
            at_most: fields.at_most,
            half_open: fields.half_open,
            half_closed: fields.half_closed,
            one: fields.one,
            tiny: fields.tiny,
            negative_zero: fields.negative_zero,
            widest: fields.widest,
            widest_open: fields.widest_open,
            both: fields.both,
            named: fields.named,
            nothing: fields.nothing,
            many: fields.many,
            by_name: fields.by_name,
            even: fields.even,
            quarters: fields.quarters,
            thousands: fields.thousands,
            any_integer: fields.any_integer,
            huge_steps: fields.huge_steps,
            version: fields.version,
            untyped: fields.untyped,
            zero: fields.zero,
            stage: fields.stage,
            level: fields.level,
            null_stage: fields.null_stage,
            maybe_share: None,
            maybe_even: None,
        }
    }
}

/// Borrowed variant of [`Numbers`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NumbersRef<'a> {
    /// See [`Numbers::share`].
    pub share: NumbersShare,
    /// See [`Numbers::open`].
    pub open: NumbersOpen,
    /// See [`Numbers::from_zero`].
    pub from_zero: NumbersFromZero,
    /// See [`Numbers::above_zero`].
    pub above_zero: NumbersAboveZero,
    /// See [`Numbers::below_zero`].
    pub below_zero: NumbersBelowZero,
    /// See [`Numbers::at_most`].
    pub at_most: NumbersAtMost,
    /// See [`Numbers::half_open`].
    pub half_open: NumbersHalfOpen,
    /// See [`Numbers::half_closed`].
    pub half_closed: NumbersHalfClosed,
    /// See [`Numbers::one`].
    pub one: NumbersOne,
    /// See [`Numbers::tiny`].
    pub tiny: NumbersTiny,
    /// See [`Numbers::negative_zero`].
    pub negative_zero: NumbersNegativeZero,
    /// See [`Numbers::widest`].
    pub widest: NumbersWidest,
    /// See [`Numbers::widest_open`].
    pub widest_open: NumbersWidestOpen,
    /// See [`Numbers::both`].
    pub both: NumbersBoth,
    /// See [`Numbers::named`].
    pub named: Degrees,
    /// See [`Numbers::nothing`].
    pub nothing: Option<NumbersNothing>,
    /// See [`Numbers::many`].
    pub many: Vec<NumbersManyItem>,
    /// See [`Numbers::by_name`].
    pub by_name: ObjectMap<Borrowed<'a, String>, NumbersByNameValue>,
    /// See [`Numbers::even`].
    pub even: Multiple<i8, 2, -10, 10>,
    /// See [`Numbers::quarters`].
    pub quarters: Multiple<u16, 15, 15, 480>,
    /// See [`Numbers::thousands`].
    pub thousands: Multiple<i64, 1000, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>,
    /// See [`Numbers::any_integer`].
    pub any_integer: Integer<i8, -3, 3>,
    /// See [`Numbers::huge_steps`].
    pub huge_steps: Multiple<i64, MAX_SAFE_INTEGER, { -MAX_SAFE_INTEGER }, MAX_SAFE_INTEGER>,
    /// See [`Numbers::version`].
    pub version: Integer<u8, 1, 1>,
    /// See [`Numbers::untyped`].
    pub untyped: Integer<u16, 300, 300>,
    /// See [`Numbers::zero`].
    pub zero: Integer<u8, 0, 0>,
    /// See [`Numbers::stage`].
    pub stage: Integer<i8, -1, 2>,
    /// See [`Numbers::level`].
    pub level: Integer<u8, 1, 3>,
    /// See [`Numbers::null_stage`].
    pub null_stage: Option<Integer<u8, 1, 2>>,
    /// See [`Numbers::maybe_share`].
    pub maybe_share: Option<NumbersMaybeShare>,
    /// See [`Numbers::maybe_even`].
    pub maybe_even: Option<Multiple<u8, 2, 1, 8>>,
}

schema_runtime::object_type! {
    NumbersRef<'a> {
        required share = "share",
        required open = "open",
        required from_zero = "from_zero",
        required above_zero = "above_zero",
        required below_zero = "below_zero",
        required at_most = "at_most",
        required half_open = "half_open",
        required half_closed = "half_closed",
        required one = "one",
        required tiny = "tiny",
        required negative_zero = "negative_zero",
        required widest = "widest",
        required widest_open = "widest_open",
        required both = "both",
        required named = "named",
        required nothing = "nothing",
        required many = "many",
        required by_name = "by_name",
        required even = "even",
        required quarters = "quarters",
        required thousands = "thousands",
        required any_integer = "any_integer",
        required huge_steps = "huge_steps",
        required version = "version",
        required untyped = "untyped",
        required zero = "zero",
        required stage = "stage",
        required level = "level",
        required null_stage = "null_stage",
        optional maybe_share = "maybe_share",
        optional maybe_even = "maybe_even",
    }
}

impl NumbersRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Numbers {
        Numbers {
            share: self.share,
            open: self.open,
            from_zero: self.from_zero,
            above_zero: self.above_zero,
            below_zero: self.below_zero,
            at_most: self.at_most,
            half_open: self.half_open,
            half_closed: self.half_closed,
            one: self.one,
            tiny: self.tiny,
            negative_zero: self.negative_zero,
            widest: self.widest,
            widest_open: self.widest_open,
            both: self.both,
            named: self.named,
            nothing: self.nothing,
            many: self.many,
            by_name: IntoOwned::into_owned(self.by_name),
            even: self.even,
            quarters: self.quarters,
            thousands: self.thousands,
            any_integer: self.any_integer,
            huge_steps: self.huge_steps,
            version: self.version,
            untyped: self.untyped,
            zero: self.zero,
            stage: self.stage,
            level: self.level,
            null_stage: self.null_stage,
            maybe_share: self.maybe_share,
            maybe_even: self.maybe_even,
        }
    }
}

schema_runtime::into_owned!(NumbersRef => Numbers);

impl Numbers {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "numbers";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/limits/v1/numbers.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Numbers {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Numbers::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Numbers
    }
}

impl KnownPayload for Numbers {
    const SCHEMA_REF: &'static str = Numbers::SCHEMA_REF;
    const VERSION: &'static str = Numbers::VERSION;
}

impl<'a> Payload for NumbersRef<'a> {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Numbers::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Numbers
    }
}

impl<'a> KnownPayload for NumbersRef<'a> {
    const SCHEMA_REF: &'static str = Numbers::SCHEMA_REF;
    const VERSION: &'static str = Numbers::VERSION;
}

/// A share of 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersShare(Number);

impl NumberValue for NumbersShare {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersShare);

/// Between 0 and 1, neither of them.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersOpen(Number);

impl NumberValue for NumbersOpen {
    const EXPECTED: &'static str = "a number greater than 0 and less than 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value > 0.0 && value < 1.0).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersOpen);

/// At least 0.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersFromZero(Number);

impl NumberValue for NumbersFromZero {
    const EXPECTED: &'static str = "a number of at least 0";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value >= 0.0).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersFromZero);

/// More than 0.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersAboveZero(Number);

impl NumberValue for NumbersAboveZero {
    const EXPECTED: &'static str = "a number greater than 0";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value > 0.0).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersAboveZero);

/// Less than 0.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersBelowZero(Number);

impl NumberValue for NumbersBelowZero {
    const EXPECTED: &'static str = "a number less than 0";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value < 0.0).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersBelowZero);

/// At most a fraction.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersAtMost(Number);

impl NumberValue for NumbersAtMost {
    const EXPECTED: &'static str = "a number of at most -0.1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value <= -0.1).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersAtMost);

/// At least -1.5, less than 1.5.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersHalfOpen(Number);

impl NumberValue for NumbersHalfOpen {
    const EXPECTED: &'static str = "a number of at least -1.5 and less than 1.5";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((-1.5..1.5).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersHalfOpen);

/// More than -1.5, at most 1.5.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersHalfClosed(Number);

impl NumberValue for NumbersHalfClosed {
    const EXPECTED: &'static str = "a number greater than -1.5 and at most 1.5";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value > -1.5 && value <= 1.5).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersHalfClosed);

/// Always a third.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersOne(Number);

impl NumberValue for NumbersOne {
    const EXPECTED: &'static str = "a number from 0.3333333333333333 to 0.3333333333333333";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.3333333333333333..=0.3333333333333333).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersOne);

/// The smallest number above 0, or more.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersTiny(Number);

impl NumberValue for NumbersTiny {
    const EXPECTED: &'static str = "a number from 5e-324 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((5e-324..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersTiny);

/// From -0.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersNegativeZero(Number);

impl NumberValue for NumbersNegativeZero {
    const EXPECTED: &'static str = "a number from 0 to 10";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=10.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersNegativeZero);

/// As wide as bounds can be.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersWidest(Number);

impl NumberValue for NumbersWidest {
    const EXPECTED: &'static str = "a number from -9007199254740991 to 9007199254740991";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((-9007199254740991.0..=9007199254740991.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersWidest);

/// As wide as bounds can be, without them.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersWidestOpen(Number);

impl NumberValue for NumbersWidestOpen {
    const EXPECTED: &'static str =
        "a number greater than -9007199254740991 and less than 9007199254740991";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value > -9007199254740991.0 && value < 9007199254740991.0).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersWidestOpen);

/// The tighter of two bounds at each end.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersBoth(Number);

impl NumberValue for NumbersBoth {
    const EXPECTED: &'static str = "a number of at least 1 and less than 9.5";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((1.0..9.5).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersBoth);

/// A temperature in degrees Celsius.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Degrees(Number);

impl NumberValue for Degrees {
    const EXPECTED: &'static str = "a number of at least -273.15";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value >= -273.15).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(Degrees);

/// A number, or null.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersNothing(Number);

impl NumberValue for NumbersNothing {
    const EXPECTED: &'static str = "a number greater than 0 and at most 100";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value > 0.0 && value <= 100.0).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersNothing);

/// Shares.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersManyItem(Number);

impl NumberValue for NumbersManyItem {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersManyItem);

/// Shares by name.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersByNameValue(Number);

impl NumberValue for NumbersByNameValue {
    const EXPECTED: &'static str = "a number of at least 0 and less than 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersByNameValue);

/// A share of 1. May be left out.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumbersMaybeShare(Number);

impl NumberValue for NumbersMaybeShare {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(NumbersMaybeShare);

// @generated from shop/v1/scalars.json by `cargo xtask codegen`. Changes made here are lost.

//! `scalars`: Every kind of single value.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, I54, Integer, IntoOwned, KnownPayload, MAX_SAFE_INTEGER, Number, Payload, Raw,
    RawObject, RawObjectRef, RawRef, StringValue, Timestamp, Uri, Uuid,
};

use super::{Kind, Money, Slug};

/// Every kind of single value: required, nullable, optional, and both.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scalars {
    /// Any text.
    pub text: String,
    /// A UUID.
    pub id: Uuid,
    /// A moment.
    pub at: Timestamp,
    /// An address.
    pub link: Uri,
    /// Yes or no.
    pub flag: bool,
    /// A share of 1.
    pub ratio: Number,
    /// From 0 to 10.
    pub small: Integer<u8, 0, 10>,
    /// From -40 to -1.
    pub negative: Integer<i8, -40, -1>,
    /// More than 0 and less than 10.
    pub between: Integer<u8, 1, 9>,
    /// At least 3, more than 4, at most 9, less than 12.
    pub both_bounds: Integer<u8, 5, 9>,
    /// As wide as integers are.
    pub widest: I54,
    /// The highest integer alone.
    pub highest: Integer<u64, MAX_SAFE_INTEGER, MAX_SAFE_INTEGER>,
    /// The lowest integer alone.
    pub lowest: Integer<i64, { -MAX_SAFE_INTEGER }, { -MAX_SAFE_INTEGER }>,
    /// From 1 to 1000, with bounds spelled as floats.
    pub spelled: Integer<u16, 1, 1000>,
    /// Up to a number of five digits.
    pub thousands: Integer<i32, -12_345, 1_234_567>,
    /// Any value.
    pub anything: Raw,
    /// `whatever`, which the schema does not describe.
    pub whatever: Raw,
    /// Any object.
    pub bag: RawObject,
    /// Any object, said another way.
    pub open_bag: RawObject,
    /// Text or null.
    pub null_text: Option<String>,
    /// A UUID or null.
    pub null_id: Option<Uuid>,
    /// Yes, no or null.
    pub null_flag: Option<bool>,
    /// A number or null.
    pub null_ratio: Option<Number>,
    /// From 0 to 10, or null.
    pub null_small: Option<Integer<u8, 0, 10>>,
    /// Any object, or null.
    pub null_bag: Option<RawObject>,
    /// Money or null.
    pub null_money: Option<Money>,
    /// A slug or null.
    pub null_slug: Option<Slug>,
    /// A number or null, by a definition.
    pub null_alias: MaybeNumber,
    /// Numbers or null.
    pub null_list: Option<Vec<Number>>,
    /// An object with fields, or null.
    pub null_object: Option<ScalarsNullObject>,
    /// Any value at all, and null for sure.
    pub null_anything: Option<Raw>,
    /// Two letters or null.
    pub null_code: Option<ScalarsNullCode>,
    /// Any text. May be left out.
    pub maybe_text: Option<String>,
    /// A UUID. May be left out.
    pub maybe_id: Option<Uuid>,
    /// A moment. May be left out.
    pub maybe_at: Option<Timestamp>,
    /// An address. May be left out.
    pub maybe_link: Option<Uri>,
    /// Yes or no. May be left out.
    pub maybe_flag: Option<bool>,
    /// A share of 1. May be left out.
    pub maybe_ratio: Option<Number>,
    /// From 0 to 10. May be left out.
    pub maybe_small: Option<Integer<u8, 0, 10>>,
    /// From -40 to -1. May be left out.
    pub maybe_negative: Option<Integer<i8, -40, -1>>,
    /// More than 0 and less than 10. May be left out.
    pub maybe_between: Option<Integer<u8, 1, 9>>,
    /// At least 3, more than 4, at most 9, less than 12. May be left out.
    pub maybe_both_bounds: Option<Integer<u8, 5, 9>>,
    /// As wide as integers are. May be left out.
    pub maybe_widest: Option<I54>,
    /// The highest integer alone. May be left out.
    pub maybe_highest: Option<Integer<u64, MAX_SAFE_INTEGER, MAX_SAFE_INTEGER>>,
    /// The lowest integer alone. May be left out.
    pub maybe_lowest: Option<Integer<i64, { -MAX_SAFE_INTEGER }, { -MAX_SAFE_INTEGER }>>,
    /// From 1 to 1000, with bounds spelled as floats. May be left out.
    pub maybe_spelled: Option<Integer<u16, 1, 1000>>,
    /// Up to a number of five digits. May be left out.
    pub maybe_thousands: Option<Integer<i32, -12_345, 1_234_567>>,
    /// Any value. May be left out.
    pub maybe_anything: Option<Raw>,
    /// `maybe_whatever`, which the schema does not describe.
    pub maybe_whatever: Option<Raw>,
    /// Any object. May be left out.
    pub maybe_bag: Option<RawObject>,
    /// Any object, said another way. May be left out.
    pub maybe_open_bag: Option<RawObject>,
    /// Text or null. May be left out.
    pub maybe_null_text: Option<Option<String>>,
    /// A UUID or null. May be left out.
    pub maybe_null_id: Option<Option<Uuid>>,
    /// Yes, no or null. May be left out.
    pub maybe_null_flag: Option<Option<bool>>,
    /// A number or null. May be left out.
    pub maybe_null_ratio: Option<Option<Number>>,
    /// From 0 to 10, or null. May be left out.
    pub maybe_null_small: Option<Option<Integer<u8, 0, 10>>>,
    /// Any object, or null. May be left out.
    pub maybe_null_bag: Option<Option<RawObject>>,
    /// Money or null. May be left out.
    pub maybe_null_money: Option<Option<Money>>,
    /// A slug or null. May be left out.
    pub maybe_null_slug: Option<Option<Slug>>,
    /// A number or null, by a definition. May be left out.
    pub maybe_null_alias: Option<MaybeNumber>,
    /// Numbers or null. May be left out.
    pub maybe_null_list: Option<Option<Vec<Number>>>,
    /// An object with fields, or null. May be left out.
    pub maybe_null_object: Option<Option<ScalarsMaybeNullObject>>,
    /// Any value at all, and null for sure. May be left out.
    pub maybe_null_anything: Option<Option<Raw>>,
    /// Two letters or null. May be left out.
    pub maybe_null_code: Option<Option<ScalarsMaybeNullCode>>,
}

schema_runtime::object_type! {
    Scalars {
        required text = "text",
        required id = "id",
        required at = "at",
        required link = "link",
        required flag = "flag",
        required ratio = "ratio",
        required small = "small",
        required negative = "negative",
        required between = "between",
        required both_bounds = "both_bounds",
        required widest = "widest",
        required highest = "highest",
        required lowest = "lowest",
        required spelled = "spelled",
        required thousands = "thousands",
        required anything = "anything",
        required whatever = "whatever",
        required bag = "bag",
        required open_bag = "open_bag",
        required null_text = "null_text",
        required null_id = "null_id",
        required null_flag = "null_flag",
        required null_ratio = "null_ratio",
        required null_small = "null_small",
        required null_bag = "null_bag",
        required null_money = "null_money",
        required null_slug = "null_slug",
        required null_alias = "null_alias",
        required null_list = "null_list",
        required null_object = "null_object",
        required null_anything = "null_anything",
        required null_code = "null_code",
        optional maybe_text = "maybe_text",
        optional maybe_id = "maybe_id",
        optional maybe_at = "maybe_at",
        optional maybe_link = "maybe_link",
        optional maybe_flag = "maybe_flag",
        optional maybe_ratio = "maybe_ratio",
        optional maybe_small = "maybe_small",
        optional maybe_negative = "maybe_negative",
        optional maybe_between = "maybe_between",
        optional maybe_both_bounds = "maybe_both_bounds",
        optional maybe_widest = "maybe_widest",
        optional maybe_highest = "maybe_highest",
        optional maybe_lowest = "maybe_lowest",
        optional maybe_spelled = "maybe_spelled",
        optional maybe_thousands = "maybe_thousands",
        optional maybe_anything = "maybe_anything",
        optional maybe_whatever = "maybe_whatever",
        optional maybe_bag = "maybe_bag",
        optional maybe_open_bag = "maybe_open_bag",
        optional maybe_null_text = "maybe_null_text",
        optional maybe_null_id = "maybe_null_id",
        optional maybe_null_flag = "maybe_null_flag",
        optional maybe_null_ratio = "maybe_null_ratio",
        optional maybe_null_small = "maybe_null_small",
        optional maybe_null_bag = "maybe_null_bag",
        optional maybe_null_money = "maybe_null_money",
        optional maybe_null_slug = "maybe_null_slug",
        optional maybe_null_alias = "maybe_null_alias",
        optional maybe_null_list = "maybe_null_list",
        optional maybe_null_object = "maybe_null_object",
        optional maybe_null_anything = "maybe_null_anything",
        optional maybe_null_code = "maybe_null_code",
    }
}

/// The required fields of [`Scalars`].
#[derive(Clone, Debug, PartialEq)]
pub struct ScalarsFields {
    /// Any text.
    pub text: String,
    /// A UUID.
    pub id: Uuid,
    /// A moment.
    pub at: Timestamp,
    /// An address.
    pub link: Uri,
    /// Yes or no.
    pub flag: bool,
    /// A share of 1.
    pub ratio: Number,
    /// From 0 to 10.
    pub small: Integer<u8, 0, 10>,
    /// From -40 to -1.
    pub negative: Integer<i8, -40, -1>,
    /// More than 0 and less than 10.
    pub between: Integer<u8, 1, 9>,
    /// At least 3, more than 4, at most 9, less than 12.
    pub both_bounds: Integer<u8, 5, 9>,
    /// As wide as integers are.
    pub widest: I54,
    /// The highest integer alone.
    pub highest: Integer<u64, MAX_SAFE_INTEGER, MAX_SAFE_INTEGER>,
    /// The lowest integer alone.
    pub lowest: Integer<i64, { -MAX_SAFE_INTEGER }, { -MAX_SAFE_INTEGER }>,
    /// From 1 to 1000, with bounds spelled as floats.
    pub spelled: Integer<u16, 1, 1000>,
    /// Up to a number of five digits.
    pub thousands: Integer<i32, -12_345, 1_234_567>,
    /// Any value.
    pub anything: Raw,
    /// `whatever`, which the schema does not describe.
    pub whatever: Raw,
    /// Any object.
    pub bag: RawObject,
    /// Any object, said another way.
    pub open_bag: RawObject,
    /// Text or null.
    pub null_text: Option<String>,
    /// A UUID or null.
    pub null_id: Option<Uuid>,
    /// Yes, no or null.
    pub null_flag: Option<bool>,
    /// A number or null.
    pub null_ratio: Option<Number>,
    /// From 0 to 10, or null.
    pub null_small: Option<Integer<u8, 0, 10>>,
    /// Any object, or null.
    pub null_bag: Option<RawObject>,
    /// Money or null.
    pub null_money: Option<Money>,
    /// A slug or null.
    pub null_slug: Option<Slug>,
    /// A number or null, by a definition.
    pub null_alias: MaybeNumber,
    /// Numbers or null.
    pub null_list: Option<Vec<Number>>,
    /// An object with fields, or null.
    pub null_object: Option<ScalarsNullObject>,
    /// Any value at all, and null for sure.
    pub null_anything: Option<Raw>,
    /// Two letters or null.
    pub null_code: Option<ScalarsNullCode>,
}

impl Scalars {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ScalarsFields) -> Self {
        Self {
            text: fields.text,
            id: fields.id,
            at: fields.at,
            link: fields.link,
            flag: fields.flag,
            ratio: fields.ratio,
            small: fields.small,
            negative: fields.negative,
            between: fields.between,
            both_bounds: fields.both_bounds,
            widest: fields.widest,
            highest: fields.highest,
            lowest: fields.lowest,
            spelled: fields.spelled,
            thousands: fields.thousands,
            anything: fields.anything,
            whatever: fields.whatever,
            bag: fields.bag,
            open_bag: fields.open_bag,
            null_text: fields.null_text,
            null_id: fields.null_id,
            null_flag: fields.null_flag,
            null_ratio: fields.null_ratio,
            null_small: fields.null_small,
            null_bag: fields.null_bag,
            null_money: fields.null_money,
            null_slug: fields.null_slug,
            null_alias: fields.null_alias,
            null_list: fields.null_list,
            null_object: fields.null_object,
            null_anything: fields.null_anything,
            null_code: fields.null_code,
            maybe_text: None,
            maybe_id: None,
            maybe_at: None,
            maybe_link: None,
            maybe_flag: None,
            maybe_ratio: None,
            maybe_small: None,
            maybe_negative: None,
            maybe_between: None,
            maybe_both_bounds: None,
            maybe_widest: None,
            maybe_highest: None,
            maybe_lowest: None,
            maybe_spelled: None,
            maybe_thousands: None,
            maybe_anything: None,
            maybe_whatever: None,
            maybe_bag: None,
            maybe_open_bag: None,
            maybe_null_text: None,
            maybe_null_id: None,
            maybe_null_flag: None,
            maybe_null_ratio: None,
            maybe_null_small: None,
            maybe_null_bag: None,
            maybe_null_money: None,
            maybe_null_slug: None,
            maybe_null_alias: None,
            maybe_null_list: None,
            maybe_null_object: None,
            maybe_null_anything: None,
            maybe_null_code: None,
        }
    }
}

/// Borrowed variant of [`Scalars`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ScalarsRef<'a> {
    /// See [`Scalars::text`].
    pub text: Borrowed<'a, String>,
    /// See [`Scalars::id`].
    pub id: Uuid,
    /// See [`Scalars::at`].
    pub at: Borrowed<'a, Timestamp>,
    /// See [`Scalars::link`].
    pub link: Borrowed<'a, Uri>,
    /// See [`Scalars::flag`].
    pub flag: bool,
    /// See [`Scalars::ratio`].
    pub ratio: Number,
    /// See [`Scalars::small`].
    pub small: Integer<u8, 0, 10>,
    /// See [`Scalars::negative`].
    pub negative: Integer<i8, -40, -1>,
    /// See [`Scalars::between`].
    pub between: Integer<u8, 1, 9>,
    /// See [`Scalars::both_bounds`].
    pub both_bounds: Integer<u8, 5, 9>,
    /// See [`Scalars::widest`].
    pub widest: I54,
    /// See [`Scalars::highest`].
    pub highest: Integer<u64, MAX_SAFE_INTEGER, MAX_SAFE_INTEGER>,
    /// See [`Scalars::lowest`].
    pub lowest: Integer<i64, { -MAX_SAFE_INTEGER }, { -MAX_SAFE_INTEGER }>,
    /// See [`Scalars::spelled`].
    pub spelled: Integer<u16, 1, 1000>,
    /// See [`Scalars::thousands`].
    pub thousands: Integer<i32, -12_345, 1_234_567>,
    /// See [`Scalars::anything`].
    pub anything: RawRef<'a>,
    /// See [`Scalars::whatever`].
    pub whatever: RawRef<'a>,
    /// See [`Scalars::bag`].
    pub bag: RawObjectRef<'a>,
    /// See [`Scalars::open_bag`].
    pub open_bag: RawObjectRef<'a>,
    /// See [`Scalars::null_text`].
    pub null_text: Option<Borrowed<'a, String>>,
    /// See [`Scalars::null_id`].
    pub null_id: Option<Uuid>,
    /// See [`Scalars::null_flag`].
    pub null_flag: Option<bool>,
    /// See [`Scalars::null_ratio`].
    pub null_ratio: Option<Number>,
    /// See [`Scalars::null_small`].
    pub null_small: Option<Integer<u8, 0, 10>>,
    /// See [`Scalars::null_bag`].
    pub null_bag: Option<RawObjectRef<'a>>,
    /// See [`Scalars::null_money`].
    pub null_money: Option<Money>,
    /// See [`Scalars::null_slug`].
    pub null_slug: Option<Borrowed<'a, Slug>>,
    /// See [`Scalars::null_alias`].
    pub null_alias: MaybeNumber,
    /// See [`Scalars::null_list`].
    pub null_list: Option<Vec<Number>>,
    /// See [`Scalars::null_object`].
    pub null_object: Option<ScalarsNullObject>,
    /// See [`Scalars::null_anything`].
    pub null_anything: Option<RawRef<'a>>,
    /// See [`Scalars::null_code`].
    pub null_code: Option<Borrowed<'a, ScalarsNullCode>>,
    /// See [`Scalars::maybe_text`].
    pub maybe_text: Option<Borrowed<'a, String>>,
    /// See [`Scalars::maybe_id`].
    pub maybe_id: Option<Uuid>,
    /// See [`Scalars::maybe_at`].
    pub maybe_at: Option<Borrowed<'a, Timestamp>>,
    /// See [`Scalars::maybe_link`].
    pub maybe_link: Option<Borrowed<'a, Uri>>,
    /// See [`Scalars::maybe_flag`].
    pub maybe_flag: Option<bool>,
    /// See [`Scalars::maybe_ratio`].
    pub maybe_ratio: Option<Number>,
    /// See [`Scalars::maybe_small`].
    pub maybe_small: Option<Integer<u8, 0, 10>>,
    /// See [`Scalars::maybe_negative`].
    pub maybe_negative: Option<Integer<i8, -40, -1>>,
    /// See [`Scalars::maybe_between`].
    pub maybe_between: Option<Integer<u8, 1, 9>>,
    /// See [`Scalars::maybe_both_bounds`].
    pub maybe_both_bounds: Option<Integer<u8, 5, 9>>,
    /// See [`Scalars::maybe_widest`].
    pub maybe_widest: Option<I54>,
    /// See [`Scalars::maybe_highest`].
    pub maybe_highest: Option<Integer<u64, MAX_SAFE_INTEGER, MAX_SAFE_INTEGER>>,
    /// See [`Scalars::maybe_lowest`].
    pub maybe_lowest: Option<Integer<i64, { -MAX_SAFE_INTEGER }, { -MAX_SAFE_INTEGER }>>,
    /// See [`Scalars::maybe_spelled`].
    pub maybe_spelled: Option<Integer<u16, 1, 1000>>,
    /// See [`Scalars::maybe_thousands`].
    pub maybe_thousands: Option<Integer<i32, -12_345, 1_234_567>>,
    /// See [`Scalars::maybe_anything`].
    pub maybe_anything: Option<RawRef<'a>>,
    /// See [`Scalars::maybe_whatever`].
    pub maybe_whatever: Option<RawRef<'a>>,
    /// See [`Scalars::maybe_bag`].
    pub maybe_bag: Option<RawObjectRef<'a>>,
    /// See [`Scalars::maybe_open_bag`].
    pub maybe_open_bag: Option<RawObjectRef<'a>>,
    /// See [`Scalars::maybe_null_text`].
    pub maybe_null_text: Option<Option<Borrowed<'a, String>>>,
    /// See [`Scalars::maybe_null_id`].
    pub maybe_null_id: Option<Option<Uuid>>,
    /// See [`Scalars::maybe_null_flag`].
    pub maybe_null_flag: Option<Option<bool>>,
    /// See [`Scalars::maybe_null_ratio`].
    pub maybe_null_ratio: Option<Option<Number>>,
    /// See [`Scalars::maybe_null_small`].
    pub maybe_null_small: Option<Option<Integer<u8, 0, 10>>>,
    /// See [`Scalars::maybe_null_bag`].
    pub maybe_null_bag: Option<Option<RawObjectRef<'a>>>,
    /// See [`Scalars::maybe_null_money`].
    pub maybe_null_money: Option<Option<Money>>,
    /// See [`Scalars::maybe_null_slug`].
    pub maybe_null_slug: Option<Option<Borrowed<'a, Slug>>>,
    /// See [`Scalars::maybe_null_alias`].
    pub maybe_null_alias: Option<MaybeNumber>,
    /// See [`Scalars::maybe_null_list`].
    pub maybe_null_list: Option<Option<Vec<Number>>>,
    /// See [`Scalars::maybe_null_object`].
    pub maybe_null_object: Option<Option<ScalarsMaybeNullObject>>,
    /// See [`Scalars::maybe_null_anything`].
    pub maybe_null_anything: Option<Option<RawRef<'a>>>,
    /// See [`Scalars::maybe_null_code`].
    pub maybe_null_code: Option<Option<Borrowed<'a, ScalarsMaybeNullCode>>>,
}

schema_runtime::object_type! {
    ScalarsRef<'a> {
        required text = "text",
        required id = "id",
        required at = "at",
        required link = "link",
        required flag = "flag",
        required ratio = "ratio",
        required small = "small",
        required negative = "negative",
        required between = "between",
        required both_bounds = "both_bounds",
        required widest = "widest",
        required highest = "highest",
        required lowest = "lowest",
        required spelled = "spelled",
        required thousands = "thousands",
        required anything = "anything",
        required whatever = "whatever",
        required bag = "bag",
        required open_bag = "open_bag",
        required null_text = "null_text",
        required null_id = "null_id",
        required null_flag = "null_flag",
        required null_ratio = "null_ratio",
        required null_small = "null_small",
        required null_bag = "null_bag",
        required null_money = "null_money",
        required null_slug = "null_slug",
        required null_alias = "null_alias",
        required null_list = "null_list",
        required null_object = "null_object",
        required null_anything = "null_anything",
        required null_code = "null_code",
        optional maybe_text = "maybe_text",
        optional maybe_id = "maybe_id",
        optional maybe_at = "maybe_at",
        optional maybe_link = "maybe_link",
        optional maybe_flag = "maybe_flag",
        optional maybe_ratio = "maybe_ratio",
        optional maybe_small = "maybe_small",
        optional maybe_negative = "maybe_negative",
        optional maybe_between = "maybe_between",
        optional maybe_both_bounds = "maybe_both_bounds",
        optional maybe_widest = "maybe_widest",
        optional maybe_highest = "maybe_highest",
        optional maybe_lowest = "maybe_lowest",
        optional maybe_spelled = "maybe_spelled",
        optional maybe_thousands = "maybe_thousands",
        optional maybe_anything = "maybe_anything",
        optional maybe_whatever = "maybe_whatever",
        optional maybe_bag = "maybe_bag",
        optional maybe_open_bag = "maybe_open_bag",
        optional maybe_null_text = "maybe_null_text",
        optional maybe_null_id = "maybe_null_id",
        optional maybe_null_flag = "maybe_null_flag",
        optional maybe_null_ratio = "maybe_null_ratio",
        optional maybe_null_small = "maybe_null_small",
        optional maybe_null_bag = "maybe_null_bag",
        optional maybe_null_money = "maybe_null_money",
        optional maybe_null_slug = "maybe_null_slug",
        optional maybe_null_alias = "maybe_null_alias",
        optional maybe_null_list = "maybe_null_list",
        optional maybe_null_object = "maybe_null_object",
        optional maybe_null_anything = "maybe_null_anything",
        optional maybe_null_code = "maybe_null_code",
    }
}

impl ScalarsRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Scalars {
        Scalars {
            text: IntoOwned::into_owned(self.text),
            id: self.id,
            at: IntoOwned::into_owned(self.at),
            link: IntoOwned::into_owned(self.link),
            flag: self.flag,
            ratio: self.ratio,
            small: self.small,
            negative: self.negative,
            between: self.between,
            both_bounds: self.both_bounds,
            widest: self.widest,
            highest: self.highest,
            lowest: self.lowest,
            spelled: self.spelled,
            thousands: self.thousands,
            anything: IntoOwned::into_owned(self.anything),
            whatever: IntoOwned::into_owned(self.whatever),
            bag: IntoOwned::into_owned(self.bag),
            open_bag: IntoOwned::into_owned(self.open_bag),
            null_text: IntoOwned::into_owned(self.null_text),
            null_id: self.null_id,
            null_flag: self.null_flag,
            null_ratio: self.null_ratio,
            null_small: self.null_small,
            null_bag: IntoOwned::into_owned(self.null_bag),
            null_money: self.null_money,
            null_slug: IntoOwned::into_owned(self.null_slug),
            null_alias: self.null_alias,
            null_list: self.null_list,
            null_object: self.null_object,
            null_anything: IntoOwned::into_owned(self.null_anything),
            null_code: IntoOwned::into_owned(self.null_code),
            maybe_text: IntoOwned::into_owned(self.maybe_text),
            maybe_id: self.maybe_id,
            maybe_at: IntoOwned::into_owned(self.maybe_at),
            maybe_link: IntoOwned::into_owned(self.maybe_link),
            maybe_flag: self.maybe_flag,
            maybe_ratio: self.maybe_ratio,
            maybe_small: self.maybe_small,
            maybe_negative: self.maybe_negative,
            maybe_between: self.maybe_between,
            maybe_both_bounds: self.maybe_both_bounds,
            maybe_widest: self.maybe_widest,
            maybe_highest: self.maybe_highest,
            maybe_lowest: self.maybe_lowest,
            maybe_spelled: self.maybe_spelled,
            maybe_thousands: self.maybe_thousands,
            maybe_anything: IntoOwned::into_owned(self.maybe_anything),
            maybe_whatever: IntoOwned::into_owned(self.maybe_whatever),
            maybe_bag: IntoOwned::into_owned(self.maybe_bag),
            maybe_open_bag: IntoOwned::into_owned(self.maybe_open_bag),
            maybe_null_text: IntoOwned::into_owned(self.maybe_null_text),
            maybe_null_id: self.maybe_null_id,
            maybe_null_flag: self.maybe_null_flag,
            maybe_null_ratio: self.maybe_null_ratio,
            maybe_null_small: self.maybe_null_small,
            maybe_null_bag: IntoOwned::into_owned(self.maybe_null_bag),
            maybe_null_money: self.maybe_null_money,
            maybe_null_slug: IntoOwned::into_owned(self.maybe_null_slug),
            maybe_null_alias: self.maybe_null_alias,
            maybe_null_list: self.maybe_null_list,
            maybe_null_object: self.maybe_null_object,
            maybe_null_anything: IntoOwned::into_owned(self.maybe_null_anything),
            maybe_null_code: IntoOwned::into_owned(self.maybe_null_code),
        }
    }
}

schema_runtime::into_owned!(ScalarsRef => Scalars);

impl Scalars {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "scalars";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/scalars.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Scalars {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Scalars::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Scalars
    }
}

impl KnownPayload for Scalars {
    const SCHEMA_REF: &'static str = Scalars::SCHEMA_REF;
    const VERSION: &'static str = Scalars::VERSION;
}

impl<'a> Payload for ScalarsRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Scalars::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Scalars
    }
}

impl<'a> KnownPayload for ScalarsRef<'a> {
    const SCHEMA_REF: &'static str = Scalars::SCHEMA_REF;
    const VERSION: &'static str = Scalars::VERSION;
}

/// A number or null.
pub type MaybeNumber = Option<Number>;

/// An object with fields, or null.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ScalarsNullObject {
    /// A flag.
    pub a: bool,
}

schema_runtime::object_type! {
    ScalarsNullObject {
        required a = "a",
    }
}

/// The required fields of [`ScalarsNullObject`].
#[derive(Clone, Debug, PartialEq)]
pub struct ScalarsNullObjectFields {
    /// A flag.
    pub a: bool,
}

impl ScalarsNullObject {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ScalarsNullObjectFields) -> Self {
        Self { a: fields.a }
    }
}

/// Two letters or null.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScalarsNullCode(Cow<'static, str>);

impl StringValue for ScalarsNullCode {
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

impl ScalarsNullCode {
    /// Matches `^[A-Z]{2}$`.
    fn matches(text: &str) -> bool {
        text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

schema_runtime::text_type!(ScalarsNullCode);

/// An object with fields, or null. May be left out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ScalarsMaybeNullObject {
    /// A flag.
    pub a: bool,
}

schema_runtime::object_type! {
    ScalarsMaybeNullObject {
        required a = "a",
    }
}

/// The required fields of [`ScalarsMaybeNullObject`].
#[derive(Clone, Debug, PartialEq)]
pub struct ScalarsMaybeNullObjectFields {
    /// A flag.
    pub a: bool,
}

impl ScalarsMaybeNullObject {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ScalarsMaybeNullObjectFields) -> Self {
        Self { a: fields.a }
    }
}

/// Two letters or null. May be left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScalarsMaybeNullCode(Cow<'static, str>);

impl StringValue for ScalarsMaybeNullCode {
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

impl ScalarsMaybeNullCode {
    /// Matches `^[A-Z]{2}$`.
    fn matches(text: &str) -> bool {
        text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

schema_runtime::text_type!(ScalarsMaybeNullCode);

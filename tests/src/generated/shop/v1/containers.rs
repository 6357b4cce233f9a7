// @generated from shop/v1/containers.json by `cargo xtask codegen`. Changes made here are lost.

//! `containers`: Lists and maps.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, Integer, IntoOwned, KnownPayload, Number, ObjectMap, Payload, Raw, RawObject,
    RawObjectRef, RawRef, StringValue, Timestamp, Uuid,
};

use super::{Kind, Money};

/// Lists and maps of everything.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Containers {
    /// Texts.
    pub texts: Vec<String>,
    /// Numbers.
    pub numbers: Vec<Number>,
    /// Anything, in a list.
    pub anythings: Vec<Raw>,
    /// Objects.
    pub bags: Vec<RawObject>,
    /// Amounts.
    pub moneys: Vec<Money>,
    /// Objects without a name.
    pub lines: Vec<ContainersLinesItem>,
    /// Constrained texts without a name.
    pub codes: Vec<ContainersCodesItem>,
    /// Members of a set without a name.
    pub sides: Vec<ContainersSidesItem>,
    /// Rows of small integers.
    pub grid: Vec<Vec<Integer<u8, 0, 255>>>,
    /// Three levels.
    pub cube: Vec<Vec<Vec<bool>>>,
    /// Texts with holes.
    pub holes: Vec<Option<String>>,
    /// Amounts with holes.
    pub money_holes: Vec<Option<Money>>,
    /// Items of two kinds.
    pub unions: Vec<Item>,
    /// Amounts by name.
    pub by_name: ObjectMap<String, Money>,
    /// Objects without a name, by name.
    pub lines_by_name: ObjectMap<String, ContainersLinesByNameValue>,
    /// Lists by name.
    pub lists_by_name: ObjectMap<String, Vec<Uuid>>,
    /// Maps by name.
    pub maps_by_name: ObjectMap<String, ObjectMap<String, bool>>,
    /// Texts by name, with holes.
    pub holes_by_name: ObjectMap<String, Option<ContainersHolesByNameValue>>,
    /// Anything by name.
    pub anything_by_name: ObjectMap<String, Raw>,
    /// Items by name.
    pub unions_by_name: ObjectMap<String, Item>,
    /// Maps in a list.
    pub map_list: Vec<ObjectMap<String, Timestamp>>,
    /// A matrix.
    pub matrix: Matrix,
    /// A dictionary.
    pub dictionary: Dictionary,
    /// A name for a name.
    pub alias: Alias,
    /// A name for a scalar.
    pub words: Words,
    /// Texts, or null.
    pub maybe_list: Option<Vec<String>>,
    /// Numbers by name, or null.
    pub maybe_map: Option<ObjectMap<String, Number>>,
    /// Texts, or nothing.
    pub optional_list: Option<Vec<String>>,
    /// Flags by name, or nothing.
    pub optional_map: Option<ObjectMap<String, bool>>,
    /// Amounts, null or nothing.
    pub optional_maybe_list: Option<Option<Vec<Money>>>,
}

schema_runtime::object_type! {
    Containers {
        required texts = "texts",
        required numbers = "numbers",
        required anythings = "anythings",
        required bags = "bags",
        required moneys = "moneys",
        required lines = "lines",
        required codes = "codes",
        required sides = "sides",
        required grid = "grid",
        required cube = "cube",
        required holes = "holes",
        required money_holes = "money_holes",
        required unions = "unions",
        required by_name = "by_name",
        required lines_by_name = "lines_by_name",
        required lists_by_name = "lists_by_name",
        required maps_by_name = "maps_by_name",
        required holes_by_name = "holes_by_name",
        required anything_by_name = "anything_by_name",
        required unions_by_name = "unions_by_name",
        required map_list = "map_list",
        required matrix = "matrix",
        required dictionary = "dictionary",
        required alias = "alias",
        required words = "words",
        required maybe_list = "maybe_list",
        required maybe_map = "maybe_map",
        optional optional_list = "optional_list",
        optional optional_map = "optional_map",
        optional optional_maybe_list = "optional_maybe_list",
    }
}

/// The required fields of [`Containers`].
#[derive(Clone, Debug, PartialEq)]
pub struct ContainersFields {
    /// Texts.
    pub texts: Vec<String>,
    /// Numbers.
    pub numbers: Vec<Number>,
    /// Anything, in a list.
    pub anythings: Vec<Raw>,
    /// Objects.
    pub bags: Vec<RawObject>,
    /// Amounts.
    pub moneys: Vec<Money>,
    /// Objects without a name.
    pub lines: Vec<ContainersLinesItem>,
    /// Constrained texts without a name.
    pub codes: Vec<ContainersCodesItem>,
    /// Members of a set without a name.
    pub sides: Vec<ContainersSidesItem>,
    /// Rows of small integers.
    pub grid: Vec<Vec<Integer<u8, 0, 255>>>,
    /// Three levels.
    pub cube: Vec<Vec<Vec<bool>>>,
    /// Texts with holes.
    pub holes: Vec<Option<String>>,
    /// Amounts with holes.
    pub money_holes: Vec<Option<Money>>,
    /// Items of two kinds.
    pub unions: Vec<Item>,
    /// Amounts by name.
    pub by_name: ObjectMap<String, Money>,
    /// Objects without a name, by name.
    pub lines_by_name: ObjectMap<String, ContainersLinesByNameValue>,
    /// Lists by name.
    pub lists_by_name: ObjectMap<String, Vec<Uuid>>,
    /// Maps by name.
    pub maps_by_name: ObjectMap<String, ObjectMap<String, bool>>,
    /// Texts by name, with holes.
    pub holes_by_name: ObjectMap<String, Option<ContainersHolesByNameValue>>,
    /// Anything by name.
    pub anything_by_name: ObjectMap<String, Raw>,
    /// Items by name.
    pub unions_by_name: ObjectMap<String, Item>,
    /// Maps in a list.
    pub map_list: Vec<ObjectMap<String, Timestamp>>,
    /// A matrix.
    pub matrix: Matrix,
    /// A dictionary.
    pub dictionary: Dictionary,
    /// A name for a name.
    pub alias: Alias,
    /// A name for a scalar.
    pub words: Words,
    /// Texts, or null.
    pub maybe_list: Option<Vec<String>>,
    /// Numbers by name, or null.
    pub maybe_map: Option<ObjectMap<String, Number>>,
}

impl Containers {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ContainersFields) -> Self {
        Self {
            texts: fields.texts,
            numbers: fields.numbers,
            anythings: fields.anythings,
            bags: fields.bags,
            moneys: fields.moneys,
            lines: fields.lines,
            codes: fields.codes,
            sides: fields.sides,
            grid: fields.grid,
            cube: fields.cube,
            holes: fields.holes,
            money_holes: fields.money_holes,
            unions: fields.unions,
            by_name: fields.by_name,
            lines_by_name: fields.lines_by_name,
            lists_by_name: fields.lists_by_name,
            maps_by_name: fields.maps_by_name,
            holes_by_name: fields.holes_by_name,
            anything_by_name: fields.anything_by_name,
            unions_by_name: fields.unions_by_name,
            map_list: fields.map_list,
            matrix: fields.matrix,
            dictionary: fields.dictionary,
            alias: fields.alias,
            words: fields.words,
            maybe_list: fields.maybe_list,
            maybe_map: fields.maybe_map,
            optional_list: None,
            optional_map: None,
            optional_maybe_list: None,
        }
    }
}

/// Borrowed variant of [`Containers`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainersRef<'a> {
    /// See [`Containers::texts`].
    pub texts: Vec<Borrowed<'a, String>>,
    /// See [`Containers::numbers`].
    pub numbers: Vec<Number>,
    /// See [`Containers::anythings`].
    pub anythings: Vec<RawRef<'a>>,
    /// See [`Containers::bags`].
    pub bags: Vec<RawObjectRef<'a>>,
    /// See [`Containers::moneys`].
    pub moneys: Vec<Money>,
    /// See [`Containers::lines`].
    pub lines: Vec<ContainersLinesItemRef<'a>>,
    /// See [`Containers::codes`].
    pub codes: Vec<Borrowed<'a, ContainersCodesItem>>,
    /// See [`Containers::sides`].
    pub sides: Vec<ContainersSidesItem>,
    /// See [`Containers::grid`].
    pub grid: Vec<Vec<Integer<u8, 0, 255>>>,
    /// See [`Containers::cube`].
    pub cube: Vec<Vec<Vec<bool>>>,
    /// See [`Containers::holes`].
    pub holes: Vec<Option<Borrowed<'a, String>>>,
    /// See [`Containers::money_holes`].
    pub money_holes: Vec<Option<Money>>,
    /// See [`Containers::unions`].
    pub unions: Vec<Item>,
    /// See [`Containers::by_name`].
    pub by_name: ObjectMap<Borrowed<'a, String>, Money>,
    /// See [`Containers::lines_by_name`].
    pub lines_by_name: ObjectMap<Borrowed<'a, String>, ContainersLinesByNameValueRef<'a>>,
    /// See [`Containers::lists_by_name`].
    pub lists_by_name: ObjectMap<Borrowed<'a, String>, Vec<Uuid>>,
    /// See [`Containers::maps_by_name`].
    pub maps_by_name: ObjectMap<Borrowed<'a, String>, ObjectMap<Borrowed<'a, String>, bool>>,
    /// See [`Containers::holes_by_name`].
    pub holes_by_name:
        ObjectMap<Borrowed<'a, String>, Option<Borrowed<'a, ContainersHolesByNameValue>>>,
    /// See [`Containers::anything_by_name`].
    pub anything_by_name: ObjectMap<Borrowed<'a, String>, RawRef<'a>>,
    /// See [`Containers::unions_by_name`].
    pub unions_by_name: ObjectMap<Borrowed<'a, String>, Item>,
    /// See [`Containers::map_list`].
    pub map_list: Vec<ObjectMap<Borrowed<'a, String>, Borrowed<'a, Timestamp>>>,
    /// See [`Containers::matrix`].
    pub matrix: Matrix,
    /// See [`Containers::dictionary`].
    pub dictionary: ObjectMap<Borrowed<'a, String>, Borrowed<'a, String>>,
    /// See [`Containers::alias`].
    pub alias: ObjectMap<Borrowed<'a, String>, Borrowed<'a, String>>,
    /// See [`Containers::words`].
    pub words: Borrowed<'a, String>,
    /// See [`Containers::maybe_list`].
    pub maybe_list: Option<Vec<Borrowed<'a, String>>>,
    /// See [`Containers::maybe_map`].
    pub maybe_map: Option<ObjectMap<Borrowed<'a, String>, Number>>,
    /// See [`Containers::optional_list`].
    pub optional_list: Option<Vec<Borrowed<'a, String>>>,
    /// See [`Containers::optional_map`].
    pub optional_map: Option<ObjectMap<Borrowed<'a, String>, bool>>,
    /// See [`Containers::optional_maybe_list`].
    pub optional_maybe_list: Option<Option<Vec<Money>>>,
}

schema_runtime::object_type! {
    ContainersRef<'a> {
        required texts = "texts",
        required numbers = "numbers",
        required anythings = "anythings",
        required bags = "bags",
        required moneys = "moneys",
        required lines = "lines",
        required codes = "codes",
        required sides = "sides",
        required grid = "grid",
        required cube = "cube",
        required holes = "holes",
        required money_holes = "money_holes",
        required unions = "unions",
        required by_name = "by_name",
        required lines_by_name = "lines_by_name",
        required lists_by_name = "lists_by_name",
        required maps_by_name = "maps_by_name",
        required holes_by_name = "holes_by_name",
        required anything_by_name = "anything_by_name",
        required unions_by_name = "unions_by_name",
        required map_list = "map_list",
        required matrix = "matrix",
        required dictionary = "dictionary",
        required alias = "alias",
        required words = "words",
        required maybe_list = "maybe_list",
        required maybe_map = "maybe_map",
        optional optional_list = "optional_list",
        optional optional_map = "optional_map",
        optional optional_maybe_list = "optional_maybe_list",
    }
}

impl ContainersRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Containers {
        Containers {
            texts: IntoOwned::into_owned(self.texts),
            numbers: self.numbers,
            anythings: IntoOwned::into_owned(self.anythings),
            bags: IntoOwned::into_owned(self.bags),
            moneys: self.moneys,
            lines: IntoOwned::into_owned(self.lines),
            codes: IntoOwned::into_owned(self.codes),
            sides: self.sides,
            grid: self.grid,
            cube: self.cube,
            holes: IntoOwned::into_owned(self.holes),
            money_holes: self.money_holes,
            unions: self.unions,
            by_name: IntoOwned::into_owned(self.by_name),
            lines_by_name: IntoOwned::into_owned(self.lines_by_name),
            lists_by_name: IntoOwned::into_owned(self.lists_by_name),
            maps_by_name: IntoOwned::into_owned(self.maps_by_name),
            holes_by_name: IntoOwned::into_owned(self.holes_by_name),
            anything_by_name: IntoOwned::into_owned(self.anything_by_name),
            unions_by_name: IntoOwned::into_owned(self.unions_by_name),
            map_list: IntoOwned::into_owned(self.map_list),
            matrix: self.matrix,
            dictionary: IntoOwned::into_owned(self.dictionary),
            alias: IntoOwned::into_owned(self.alias),
            words: IntoOwned::into_owned(self.words),
            maybe_list: IntoOwned::into_owned(self.maybe_list),
            maybe_map: IntoOwned::into_owned(self.maybe_map),
            optional_list: IntoOwned::into_owned(self.optional_list),
            optional_map: IntoOwned::into_owned(self.optional_map),
            optional_maybe_list: self.optional_maybe_list,
        }
    }
}

schema_runtime::into_owned!(ContainersRef => Containers);

impl Containers {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "containers";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/containers.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Containers {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Containers::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Containers
    }
}

impl KnownPayload for Containers {
    const SCHEMA_REF: &'static str = Containers::SCHEMA_REF;
    const VERSION: &'static str = Containers::VERSION;
}

impl<'a> Payload for ContainersRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Containers::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Containers
    }
}

impl<'a> KnownPayload for ContainersRef<'a> {
    const SCHEMA_REF: &'static str = Containers::SCHEMA_REF;
    const VERSION: &'static str = Containers::VERSION;
}

/// Objects without a name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainersLinesItem {
    /// What was bought.
    pub sku: String,
    /// `count`, which the schema does not describe.
    pub count: Option<Integer<u8, 1, 99>>,
}

schema_runtime::object_type! {
    ContainersLinesItem {
        required sku = "sku",
        optional count = "count",
    }
}

/// The required fields of [`ContainersLinesItem`].
#[derive(Clone, Debug, PartialEq)]
pub struct ContainersLinesItemFields {
    /// What was bought.
    pub sku: String,
}

impl ContainersLinesItem {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ContainersLinesItemFields) -> Self {
        Self {
            sku: fields.sku,
            count: None,
        }
    }
}

/// Borrowed variant of [`ContainersLinesItem`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainersLinesItemRef<'a> {
    /// See [`ContainersLinesItem::sku`].
    pub sku: Borrowed<'a, String>,
    /// See [`ContainersLinesItem::count`].
    pub count: Option<Integer<u8, 1, 99>>,
}

schema_runtime::object_type! {
    ContainersLinesItemRef<'a> {
        required sku = "sku",
        optional count = "count",
    }
}

impl ContainersLinesItemRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> ContainersLinesItem {
        ContainersLinesItem {
            sku: IntoOwned::into_owned(self.sku),
            count: self.count,
        }
    }
}

schema_runtime::into_owned!(ContainersLinesItemRef => ContainersLinesItem);

/// Constrained texts without a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContainersCodesItem(Cow<'static, str>);

impl StringValue for ContainersCodesItem {
    const EXPECTED: &'static str = "a string that matches `^[A-Z]+$`";

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

impl ContainersCodesItem {
    /// Matches `^[A-Z]+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'A'..=b'Z') => 1,
                (1, b'A'..=b'Z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(ContainersCodesItem);

/// Members of a set without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContainersSidesItem {
    /// `left`
    Left,
    /// `right`
    Right,
}

impl ContainersSidesItem {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Left, Self::Right];
}

impl StringValue for ContainersSidesItem {
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

schema_runtime::string_type!(ContainersSidesItem);

/// A thing or a service.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A thing.
    Thing(Thing),
    /// A service.
    Service(Service),
}

impl Item {
    /// Returns `what`, which tells the branches apart.
    #[must_use]
    pub fn what(&self) -> &'static str {
        match self {
            Self::Thing(_) => "thing",
            Self::Service(_) => "service",
        }
    }

    /// Returns whether this is `thing`.
    #[must_use]
    pub fn is_thing(&self) -> bool {
        matches!(self, Self::Thing(_))
    }

    /// Returns the payload if this is `thing`.
    #[must_use]
    pub fn as_thing(&self) -> Option<&Thing> {
        match self {
            Self::Thing(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `thing`, and to nothing otherwise.
    #[must_use]
    pub fn into_thing(self) -> Option<Thing> {
        match self {
            Self::Thing(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `service`.
    #[must_use]
    pub fn is_service(&self) -> bool {
        matches!(self, Self::Service(_))
    }

    /// Returns the payload if this is `service`.
    #[must_use]
    pub fn as_service(&self) -> Option<&Service> {
        match self {
            Self::Service(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `service`, and to nothing otherwise.
    #[must_use]
    pub fn into_service(self) -> Option<Service> {
        match self {
            Self::Service(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    Item {
        tag what = "what",
    }
    Thing(Thing) = "thing" {
        required grams = "grams",
    }
    Service(Service) = "service" {
        required hours = "hours",
    }
}

impl From<Thing> for Item {
    fn from(branch: Thing) -> Self {
        Self::Thing(branch)
    }
}

impl From<Service> for Item {
    fn from(branch: Service) -> Self {
        Self::Service(branch)
    }
}

/// A thing.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `what` is `thing`: Here always `thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Weight in grams.
    pub grams: Integer<u32, 0, 100_000>,
}

schema_runtime::object_type! {
    Thing {
        "thing" what = "what",
        required grams = "grams",
    }
}

/// The required fields of [`Thing`].
#[derive(Clone, Debug, PartialEq)]
pub struct ThingFields {
    /// Weight in grams.
    pub grams: Integer<u32, 0, 100_000>,
}

impl Thing {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ThingFields) -> Self {
        Self {
            grams: fields.grams,
        }
    }
}

/// A service.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `what` is `service`: Here always `service`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Service {
    /// How long, in hours.
    pub hours: Number,
}

schema_runtime::object_type! {
    Service {
        required hours = "hours",
        "service" what = "what",
    }
}

/// The required fields of [`Service`].
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceFields {
    /// How long, in hours.
    pub hours: Number,
}

impl Service {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ServiceFields) -> Self {
        Self {
            hours: fields.hours,
        }
    }
}

/// Objects without a name, by name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainersLinesByNameValue {
    /// What was bought.
    pub sku: String,
    /// `count`, which the schema does not describe.
    pub count: Option<Integer<u8, 1, 99>>,
}

schema_runtime::object_type! {
    ContainersLinesByNameValue {
        required sku = "sku",
        optional count = "count",
    }
}

/// The required fields of [`ContainersLinesByNameValue`].
#[derive(Clone, Debug, PartialEq)]
pub struct ContainersLinesByNameValueFields {
    /// What was bought.
    pub sku: String,
}

impl ContainersLinesByNameValue {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ContainersLinesByNameValueFields) -> Self {
        Self {
            sku: fields.sku,
            count: None,
        }
    }
}

/// Borrowed variant of [`ContainersLinesByNameValue`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainersLinesByNameValueRef<'a> {
    /// See [`ContainersLinesByNameValue::sku`].
    pub sku: Borrowed<'a, String>,
    /// See [`ContainersLinesByNameValue::count`].
    pub count: Option<Integer<u8, 1, 99>>,
}

schema_runtime::object_type! {
    ContainersLinesByNameValueRef<'a> {
        required sku = "sku",
        optional count = "count",
    }
}

impl ContainersLinesByNameValueRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> ContainersLinesByNameValue {
        ContainersLinesByNameValue {
            sku: IntoOwned::into_owned(self.sku),
            count: self.count,
        }
    }
}

schema_runtime::into_owned!(ContainersLinesByNameValueRef => ContainersLinesByNameValue);

/// Texts by name, with holes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContainersHolesByNameValue(Cow<'static, str>);

impl StringValue for ContainersHolesByNameValue {
    const EXPECTED: &'static str = "at most 3 characters";

    fn accepts(text: &str) -> bool {
        text.chars().count() <= 3
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(ContainersHolesByNameValue);

/// Rows of numbers.
pub type Matrix = Vec<Vec<Number>>;

/// Texts by name.
pub type Dictionary = ObjectMap<String, Words>;

/// A name for a scalar.
pub type Words = String;

/// A name for a name.
pub type Alias = Dictionary;

// @generated from shop/v1/containers.json by `cargo xtask codegen`. Changes made here are lost.

//! `containers`: Lists and maps.

use std::borrow::Cow;

use schema_runtime::{
    Integer, KnownPayload, Number, ObjectMap, Payload, Raw, RawObject, StringValue, TaggedUnion,
    Timestamp, Uuid,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Kind, Money};

/// Lists and maps of everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
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
    pub grid: Vec<Vec<Integer<0, 255>>>,
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
    #[serde(deserialize_with = "schema_runtime::required")]
    pub maybe_list: Option<Vec<String>>,
    /// Numbers by name, or null.
    #[serde(deserialize_with = "schema_runtime::required")]
    pub maybe_map: Option<ObjectMap<String, Number>>,
    /// Texts, or nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub optional_list: Option<Vec<String>>,
    /// Flags by name, or nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub optional_map: Option<ObjectMap<String, bool>>,
    /// Amounts, null or nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub optional_maybe_list: Option<Option<Vec<Money>>>,
}

schema_runtime::object_type!(Containers);

/// The required fields of a [`Containers`].
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
    pub grid: Vec<Vec<Integer<0, 255>>>,
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
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
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
    const EVENT_TYPE: Option<&'static str> = Some(Self::EVENT_TYPE);

    fn event_type(&self) -> Kind {
        Kind::Containers
    }

    fn deserialize_as<'de, D>(_: &Kind, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer)
    }
}

impl KnownPayload for Containers {
    const SCHEMA_REF: &'static str = Self::SCHEMA_REF;
    const VERSION: &'static str = Self::VERSION;
}

/// Objects without a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct ContainersLinesItem {
    /// What was bought.
    pub sku: String,
    /// `count`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub count: Option<Integer<1, 99>>,
}

schema_runtime::object_type!(ContainersLinesItem);

/// The required fields of a [`ContainersLinesItem`].
#[derive(Clone, Debug, PartialEq)]
pub struct ContainersLinesItemFields {
    /// What was bought.
    pub sku: String,
}

impl ContainersLinesItem {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ContainersLinesItemFields) -> Self {
        Self {
            sku: fields.sku,
            count: None,
        }
    }
}

/// Constrained texts without a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContainersCodesItem(String);

impl StringValue for ContainersCodesItem {
    const EXPECTED: &'static str = "a string that matches `^[A-Z]+$`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(text.into_owned()))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl ContainersCodesItem {
    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

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

schema_runtime::string_type!(ContainersCodesItem);

/// Members of a set without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContainersSidesItem {
    /// `left`
    Left,
    /// `right`
    Right,
}

impl StringValue for ContainersSidesItem {
    const EXPECTED: &'static str = "`left` or `right`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "left" => Some(Self::Left),
            "right" => Some(Self::Right),
            _ => None,
        }
    }

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

impl TaggedUnion for Item {
    const TAG: &'static str = "what";
    const TAGS: &'static [&'static str] = &["thing", "service"];

    fn branch<'de, D>(tag: &str, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match tag {
            "thing" => Deserialize::deserialize(deserializer).map(Self::Thing),
            _ => Deserialize::deserialize(deserializer).map(Self::Service),
        }
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        schema_runtime::deserialize_union(deserializer)
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Thing(branch) => branch.serialize(serializer),
            Self::Service(branch) => branch.serialize(serializer),
        }
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Thing {
    /// Here always `thing`.
    pub what: ThingWhat,
    /// Weight in grams.
    pub grams: Integer<0, 100_000>,
}

schema_runtime::object_type!(Thing);

/// The required fields of a [`Thing`].
#[derive(Clone, Debug, PartialEq)]
pub struct ThingFields {
    /// Here always `thing`.
    pub what: ThingWhat,
    /// Weight in grams.
    pub grams: Integer<0, 100_000>,
}

impl Thing {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ThingFields) -> Self {
        Self {
            what: fields.what,
            grams: fields.grams,
        }
    }
}

/// Here always `thing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThingWhat {
    /// `thing`
    Thing,
}

impl StringValue for ThingWhat {
    const EXPECTED: &'static str = "`thing`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "thing" => Some(Self::Thing),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Thing => "thing",
        }
    }
}

schema_runtime::string_type!(ThingWhat);

/// A service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Service {
    /// How long, in hours.
    pub hours: Number,
    /// Here always `service`.
    pub what: ServiceWhat,
}

schema_runtime::object_type!(Service);

/// The required fields of a [`Service`].
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceFields {
    /// How long, in hours.
    pub hours: Number,
    /// Here always `service`.
    pub what: ServiceWhat,
}

impl Service {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ServiceFields) -> Self {
        Self {
            hours: fields.hours,
            what: fields.what,
        }
    }
}

/// Here always `service`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceWhat {
    /// `service`
    Service,
}

impl StringValue for ServiceWhat {
    const EXPECTED: &'static str = "`service`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "service" => Some(Self::Service),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Service => "service",
        }
    }
}

schema_runtime::string_type!(ServiceWhat);

/// Objects without a name, by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct ContainersLinesByNameValue {
    /// What was bought.
    pub sku: String,
    /// `count`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub count: Option<Integer<1, 99>>,
}

schema_runtime::object_type!(ContainersLinesByNameValue);

/// The required fields of a [`ContainersLinesByNameValue`].
#[derive(Clone, Debug, PartialEq)]
pub struct ContainersLinesByNameValueFields {
    /// What was bought.
    pub sku: String,
}

impl ContainersLinesByNameValue {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ContainersLinesByNameValueFields) -> Self {
        Self {
            sku: fields.sku,
            count: None,
        }
    }
}

/// Texts by name, with holes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContainersHolesByNameValue(String);

impl StringValue for ContainersHolesByNameValue {
    const EXPECTED: &'static str = "at most 3 characters";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(text.into_owned()))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl ContainersHolesByNameValue {
    fn accepts(text: &str) -> bool {
        text.chars().count() <= 3
    }
}

schema_runtime::string_type!(ContainersHolesByNameValue);

/// Rows of numbers.
pub type Matrix = Vec<Vec<Number>>;

/// Texts by name.
pub type Dictionary = ObjectMap<String, Words>;

/// A name for a scalar.
pub type Words = String;

/// A name for a name.
pub type Alias = Dictionary;

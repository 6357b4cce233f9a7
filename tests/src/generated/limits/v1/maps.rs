// @generated from limits/v1/maps.json by `cargo xtask codegen`. Changes made here are lost.

//! `maps`: Maps with limits.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, BoundedMap, BoundedVec, Integer, IntoOwned, KnownPayload, Number, NumberValue,
    ObjectMap, OpenSet, Payload, Raw, RawRef, StringValue, UniqueVec, Unknown,
};

use super::{EventEventType, Slug};

/// Maps of so many members, and with names of a type.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Maps {
    /// One to three digits by name.
    pub one_to_three: BoundedMap<String, Integer<u8, 0, 9>, 1, 3>,
    /// Exactly one.
    pub one: BoundedMap<String, bool, 1, 1>,
    /// Any object that is not empty.
    pub some: BoundedMap<String, Raw, 1>,
    /// At most two values of any type.
    pub few: BoundedMap<String, Raw, 0, 2>,
    /// At most two values of any type, said another way.
    pub few_open: BoundedMap<String, Raw, 0, 2>,
    /// Always empty.
    pub none: BoundedMap<String, Raw, 0, 0>,
    /// Bounds spelled as floats.
    pub floats: BoundedMap<String, Integer<u8, 0, 9>, 1, 2>,
    /// Digits by slug.
    pub by_slug: ObjectMap<Slug, Integer<u8, 0, 9>>,
    /// Digits by names of a pattern.
    pub by_pattern: ObjectMap<MapsByPatternKey, Integer<u8, 0, 9>>,
    /// Digits by short names.
    pub by_length: ObjectMap<MapsByLengthKey, Integer<u8, 0, 9>>,
    /// Digits by side.
    pub by_side: ObjectMap<MapsBySideKey, Integer<u8, 0, 9>>,
    /// Digits by members of an open set.
    pub by_open: ObjectMap<MapsByOpenKey, Integer<u8, 0, 9>>,
    /// Digits by another name for a slug.
    pub by_alias: ObjectMap<Key, Integer<u8, 0, 9>>,
    /// Digits by any name.
    pub by_any: ObjectMap<String, Integer<u8, 0, 9>>,
    /// Digits by any name, said another way.
    pub by_text: ObjectMap<String, Integer<u8, 0, 9>>,
    /// Anything by slug.
    pub names: ObjectMap<Slug, Raw>,
    /// One or two digits by slug.
    pub few_by_slug: BoundedMap<Slug, Integer<u8, 0, 9>, 1, 2>,
    /// Digits by name, as many as there are.
    pub plain: ObjectMap<String, Integer<u8, 0, 9>>,
    /// Lists of different texts by name.
    pub lists: BoundedMap<String, UniqueVec<String>, 0, 2>,
    /// Maps by slug, each with a member.
    pub maps: ObjectMap<Slug, BoundedMap<String, Integer<u8, 0, 9>, 1>>,
    /// Points by name.
    pub structs: BoundedMap<String, Spot, 1>,
    /// Maps in a list.
    pub listed: BoundedVec<ObjectMap<Slug, Integer<u8, 0, 9>>, 0, 2>,
    /// A map by a definition.
    pub named: Index,
    /// A map, or null.
    pub nothing: Option<BoundedMap<String, Integer<u8, 0, 9>, 1>>,
    /// A map that may be left out.
    pub maybe: Option<BoundedMap<String, Integer<u8, 0, 9>, 1>>,
    /// A plain map that may be left out.
    pub maybe_plain: Option<ObjectMap<String, Integer<u8, 0, 9>>>,
    /// A map that holds maps of its own type.
    pub nested: Nested,
}

schema_runtime::object_type! {
    Maps {
        required one_to_three = "one_to_three",
        required one = "one",
        required some = "some",
        required few = "few",
        required few_open = "few_open",
        required none = "none",
        required floats = "floats",
        required by_slug = "by_slug",
        required by_pattern = "by_pattern",
        required by_length = "by_length",
        required by_side = "by_side",
        required by_open = "by_open",
        required by_alias = "by_alias",
        required by_any = "by_any",
        required by_text = "by_text",
        required names = "names",
        required few_by_slug = "few_by_slug",
        required plain = "plain",
        required lists = "lists",
        required maps = "maps",
        required structs = "structs",
        required listed = "listed",
        required named = "named",
        required nothing = "nothing",
        optional maybe = "maybe",
        optional maybe_plain = "maybe_plain",
        required nested = "nested",
    }
}

/// The required fields of [`Maps`].
#[derive(Clone, Debug, PartialEq)]
pub struct MapsFields {
    /// One to three digits by name.
    pub one_to_three: BoundedMap<String, Integer<u8, 0, 9>, 1, 3>,
    /// Exactly one.
    pub one: BoundedMap<String, bool, 1, 1>,
    /// Any object that is not empty.
    pub some: BoundedMap<String, Raw, 1>,
    /// At most two values of any type.
    pub few: BoundedMap<String, Raw, 0, 2>,
    /// At most two values of any type, said another way.
    pub few_open: BoundedMap<String, Raw, 0, 2>,
    /// Always empty.
    pub none: BoundedMap<String, Raw, 0, 0>,
    /// Bounds spelled as floats.
    pub floats: BoundedMap<String, Integer<u8, 0, 9>, 1, 2>,
    /// Digits by slug.
    pub by_slug: ObjectMap<Slug, Integer<u8, 0, 9>>,
    /// Digits by names of a pattern.
    pub by_pattern: ObjectMap<MapsByPatternKey, Integer<u8, 0, 9>>,
    /// Digits by short names.
    pub by_length: ObjectMap<MapsByLengthKey, Integer<u8, 0, 9>>,
    /// Digits by side.
    pub by_side: ObjectMap<MapsBySideKey, Integer<u8, 0, 9>>,
    /// Digits by members of an open set.
    pub by_open: ObjectMap<MapsByOpenKey, Integer<u8, 0, 9>>,
    /// Digits by another name for a slug.
    pub by_alias: ObjectMap<Key, Integer<u8, 0, 9>>,
    /// Digits by any name.
    pub by_any: ObjectMap<String, Integer<u8, 0, 9>>,
    /// Digits by any name, said another way.
    pub by_text: ObjectMap<String, Integer<u8, 0, 9>>,
    /// Anything by slug.
    pub names: ObjectMap<Slug, Raw>,
    /// One or two digits by slug.
    pub few_by_slug: BoundedMap<Slug, Integer<u8, 0, 9>, 1, 2>,
    /// Digits by name, as many as there are.
    pub plain: ObjectMap<String, Integer<u8, 0, 9>>,
    /// Lists of different texts by name.
    pub lists: BoundedMap<String, UniqueVec<String>, 0, 2>,
    /// Maps by slug, each with a member.
    pub maps: ObjectMap<Slug, BoundedMap<String, Integer<u8, 0, 9>, 1>>,
    /// Points by name.
    pub structs: BoundedMap<String, Spot, 1>,
    /// Maps in a list.
    pub listed: BoundedVec<ObjectMap<Slug, Integer<u8, 0, 9>>, 0, 2>,
    /// A map by a definition.
    pub named: Index,
    /// A map, or null.
    pub nothing: Option<BoundedMap<String, Integer<u8, 0, 9>, 1>>,
    /// A map that holds maps of its own type.
    pub nested: Nested,
}

impl Maps {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: MapsFields) -> Self {
        Self {
            one_to_three: fields.one_to_three,
            one: fields.one,
            some: fields.some,
            few: fields.few,
            few_open: fields.few_open,
            none: fields.none,
            floats: fields.floats,
            by_slug: fields.by_slug,
            by_pattern: fields.by_pattern,
            by_length: fields.by_length,
            by_side: fields.by_side,
            by_open: fields.by_open,
            by_alias: fields.by_alias,
            by_any: fields.by_any,
            by_text: fields.by_text,
            names: fields.names,
            few_by_slug: fields.few_by_slug,
            plain: fields.plain,
            lists: fields.lists,
            maps: fields.maps,
            structs: fields.structs,
            listed: fields.listed,
            named: fields.named,
            nothing: fields.nothing,
            maybe: None,
            maybe_plain: None,
            nested: fields.nested,
        }
    }
}

/// Borrowed variant of [`Maps`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MapsRef<'a> {
    /// See [`Maps::one_to_three`].
    pub one_to_three: BoundedMap<Borrowed<'a, String>, Integer<u8, 0, 9>, 1, 3>,
    /// See [`Maps::one`].
    pub one: BoundedMap<Borrowed<'a, String>, bool, 1, 1>,
    /// See [`Maps::some`].
    pub some: BoundedMap<Borrowed<'a, String>, RawRef<'a>, 1>,
    /// See [`Maps::few`].
    pub few: BoundedMap<Borrowed<'a, String>, RawRef<'a>, 0, 2>,
    /// See [`Maps::few_open`].
    pub few_open: BoundedMap<Borrowed<'a, String>, RawRef<'a>, 0, 2>,
    /// See [`Maps::none`].
    pub none: BoundedMap<Borrowed<'a, String>, RawRef<'a>, 0, 0>,
    /// See [`Maps::floats`].
    pub floats: BoundedMap<Borrowed<'a, String>, Integer<u8, 0, 9>, 1, 2>,
    /// See [`Maps::by_slug`].
    pub by_slug: ObjectMap<Borrowed<'a, Slug>, Integer<u8, 0, 9>>,
    /// See [`Maps::by_pattern`].
    pub by_pattern: ObjectMap<Borrowed<'a, MapsByPatternKey>, Integer<u8, 0, 9>>,
    /// See [`Maps::by_length`].
    pub by_length: ObjectMap<Borrowed<'a, MapsByLengthKey>, Integer<u8, 0, 9>>,
    /// See [`Maps::by_side`].
    pub by_side: ObjectMap<MapsBySideKey, Integer<u8, 0, 9>>,
    /// See [`Maps::by_open`].
    pub by_open: ObjectMap<MapsByOpenKey, Integer<u8, 0, 9>>,
    /// See [`Maps::by_alias`].
    pub by_alias: ObjectMap<Borrowed<'a, Slug>, Integer<u8, 0, 9>>,
    /// See [`Maps::by_any`].
    pub by_any: ObjectMap<Borrowed<'a, String>, Integer<u8, 0, 9>>,
    /// See [`Maps::by_text`].
    pub by_text: ObjectMap<Borrowed<'a, String>, Integer<u8, 0, 9>>,
    /// See [`Maps::names`].
    pub names: ObjectMap<Borrowed<'a, Slug>, RawRef<'a>>,
    /// See [`Maps::few_by_slug`].
    pub few_by_slug: BoundedMap<Borrowed<'a, Slug>, Integer<u8, 0, 9>, 1, 2>,
    /// See [`Maps::plain`].
    pub plain: ObjectMap<Borrowed<'a, String>, Integer<u8, 0, 9>>,
    /// See [`Maps::lists`].
    pub lists: BoundedMap<Borrowed<'a, String>, UniqueVec<Borrowed<'a, String>>, 0, 2>,
    /// See [`Maps::maps`].
    pub maps: ObjectMap<Borrowed<'a, Slug>, BoundedMap<Borrowed<'a, String>, Integer<u8, 0, 9>, 1>>,
    /// See [`Maps::structs`].
    pub structs: BoundedMap<Borrowed<'a, String>, Spot, 1>,
    /// See [`Maps::listed`].
    pub listed: BoundedVec<ObjectMap<Borrowed<'a, Slug>, Integer<u8, 0, 9>>, 0, 2>,
    /// See [`Maps::named`].
    pub named: BoundedMap<Borrowed<'a, Slug>, UniqueVec<Borrowed<'a, IndexValueItem>, 1, 3>, 0, 2>,
    /// See [`Maps::nothing`].
    pub nothing: Option<BoundedMap<Borrowed<'a, String>, Integer<u8, 0, 9>, 1>>,
    /// See [`Maps::maybe`].
    pub maybe: Option<BoundedMap<Borrowed<'a, String>, Integer<u8, 0, 9>, 1>>,
    /// See [`Maps::maybe_plain`].
    pub maybe_plain: Option<ObjectMap<Borrowed<'a, String>, Integer<u8, 0, 9>>>,
    /// See [`Maps::nested`].
    pub nested: NestedRef<'a>,
}

schema_runtime::object_type! {
    MapsRef<'a> {
        required one_to_three = "one_to_three",
        required one = "one",
        required some = "some",
        required few = "few",
        required few_open = "few_open",
        required none = "none",
        required floats = "floats",
        required by_slug = "by_slug",
        required by_pattern = "by_pattern",
        required by_length = "by_length",
        required by_side = "by_side",
        required by_open = "by_open",
        required by_alias = "by_alias",
        required by_any = "by_any",
        required by_text = "by_text",
        required names = "names",
        required few_by_slug = "few_by_slug",
        required plain = "plain",
        required lists = "lists",
        required maps = "maps",
        required structs = "structs",
        required listed = "listed",
        required named = "named",
        required nothing = "nothing",
        optional maybe = "maybe",
        optional maybe_plain = "maybe_plain",
        required nested = "nested",
    }
}

impl MapsRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Maps {
        Maps {
            one_to_three: IntoOwned::into_owned(self.one_to_three),
            one: IntoOwned::into_owned(self.one),
            some: IntoOwned::into_owned(self.some),
            few: IntoOwned::into_owned(self.few),
            few_open: IntoOwned::into_owned(self.few_open),
            none: IntoOwned::into_owned(self.none),
            floats: IntoOwned::into_owned(self.floats),
            by_slug: IntoOwned::into_owned(self.by_slug),
            by_pattern: IntoOwned::into_owned(self.by_pattern),
            by_length: IntoOwned::into_owned(self.by_length),
            by_side: self.by_side,
            by_open: self.by_open,
            by_alias: IntoOwned::into_owned(self.by_alias),
            by_any: IntoOwned::into_owned(self.by_any),
            by_text: IntoOwned::into_owned(self.by_text),
            names: IntoOwned::into_owned(self.names),
            few_by_slug: IntoOwned::into_owned(self.few_by_slug),
            plain: IntoOwned::into_owned(self.plain),
            lists: IntoOwned::into_owned(self.lists),
            maps: IntoOwned::into_owned(self.maps),
            structs: IntoOwned::into_owned(self.structs),
            listed: IntoOwned::into_owned(self.listed),
            named: IntoOwned::into_owned(self.named),
            nothing: IntoOwned::into_owned(self.nothing),
            maybe: IntoOwned::into_owned(self.maybe),
            maybe_plain: IntoOwned::into_owned(self.maybe_plain),
            nested: IntoOwned::into_owned(self.nested),
        }
    }
}

schema_runtime::into_owned!(MapsRef => Maps);

impl Maps {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "maps";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/limits/v1/maps.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Maps {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Maps::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Maps
    }
}

impl KnownPayload for Maps {
    const SCHEMA_REF: &'static str = Maps::SCHEMA_REF;
    const VERSION: &'static str = Maps::VERSION;
}

impl<'a> Payload for MapsRef<'a> {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Maps::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Maps
    }
}

impl<'a> KnownPayload for MapsRef<'a> {
    const SCHEMA_REF: &'static str = Maps::SCHEMA_REF;
    const VERSION: &'static str = Maps::VERSION;
}

/// Digits by names of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MapsByPatternKey(Cow<'static, str>);

impl StringValue for MapsByPatternKey {
    const EXPECTED: &'static str = "a string that matches `^x-[a-z]+$`";

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

impl MapsByPatternKey {
    /// Matches `^x-[a-z]+$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("x-") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, b'a'..=b'z') => 1,
                (1, b'a'..=b'z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(MapsByPatternKey);

/// Digits by short names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MapsByLengthKey(Cow<'static, str>);

impl StringValue for MapsByLengthKey {
    const EXPECTED: &'static str = "1 to 3 characters";

    fn accepts(text: &str) -> bool {
        (1..=3).contains(&text.chars().count())
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(MapsByLengthKey);

/// Digits by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MapsBySideKey {
    /// `left`
    Left,
    /// `right`
    Right,
}

impl MapsBySideKey {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Left, Self::Right];
}

impl StringValue for MapsBySideKey {
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

schema_runtime::string_type!(MapsBySideKey);

/// Digits by members of an open set.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MapsByOpenKey {
    /// `red`
    Red,
    /// `blue`
    Blue,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl MapsByOpenKey {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Red, Self::Blue];
}

impl OpenSet for MapsByOpenKey {
    fn known(text: &str) -> Option<Self> {
        match text {
            "red" => Some(Self::Red),
            "blue" => Some(Self::Blue),
            _ => None,
        }
    }
}

impl StringValue for MapsByOpenKey {
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
            Self::Red => "red",
            Self::Blue => "blue",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(MapsByOpenKey);

/// Another name for a slug.
pub type Key = Slug;

/// A point in a unit square.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Spot {
    /// To the right.
    pub x: SpotX,
    /// To the top.
    pub y: SpotY,
}

schema_runtime::object_type! {
    Spot {
        required x = "x",
        required y = "y",
    }
}

/// The required fields of [`Spot`].
#[derive(Clone, Debug, PartialEq)]
pub struct SpotFields {
    /// To the right.
    pub x: SpotX,
    /// To the top.
    pub y: SpotY,
}

impl Spot {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SpotFields) -> Self {
        Self {
            x: fields.x,
            y: fields.y,
        }
    }
}

/// To the right.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct SpotX(Number);

impl NumberValue for SpotX {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(SpotX);

/// To the top.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct SpotY(Number);

impl NumberValue for SpotY {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(SpotY);

/// One to three different words by slug.
pub type Index = BoundedMap<Key, UniqueVec<IndexValueItem, 1, 3>, 0, 2>;

/// One to three different words by slug.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndexValueItem(Cow<'static, str>);

impl StringValue for IndexValueItem {
    const EXPECTED: &'static str = "a string that matches `^[a-z]+$`";

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

impl IndexValueItem {
    /// Matches `^[a-z]+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a'..=b'z') => 1,
                (1, b'a'..=b'z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(IndexValueItem);

/// A node.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Nested {
    /// What is inside, by slug.
    pub inside: BoundedMap<Key, Nested, 0, 2>,
}

schema_runtime::object_type! {
    Nested {
        required inside = "inside",
    }
}

/// The required fields of [`Nested`].
#[derive(Clone, Debug, PartialEq)]
pub struct NestedFields {
    /// What is inside, by slug.
    pub inside: BoundedMap<Key, Nested, 0, 2>,
}

impl Nested {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: NestedFields) -> Self {
        Self {
            inside: fields.inside,
        }
    }
}

/// Borrowed variant of [`Nested`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NestedRef<'a> {
    /// See [`Nested::inside`].
    pub inside: BoundedMap<Borrowed<'a, Slug>, NestedRef<'a>, 0, 2>,
}

schema_runtime::object_type! {
    NestedRef<'a> {
        required inside = "inside",
    }
}

impl NestedRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Nested {
        Nested {
            inside: IntoOwned::into_owned(self.inside),
        }
    }
}

schema_runtime::into_owned!(NestedRef => Nested);

// @generated from limits/v1/lists.json by `cargo xtask codegen`. Changes made here are lost.

//! `lists`: Lists with limits.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, BoundedVec, Integer, IntoOwned, KnownPayload, Multiple, Number, NumberValue,
    ObjectMap, OpenSet, Payload, Raw, RawObject, RawObjectRef, RawRef, StringValue, Timestamp,
    UniqueVec, Unknown, Uri,
};

use super::{EventEventType, Slug};

/// Lists of so many items, and of different ones.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Lists {
    /// One to three texts.
    pub one_to_three: BoundedVec<String, 1, 3>,
    /// Exactly two.
    pub two: BoundedVec<bool, 2, 2>,
    /// At least one thing of any type.
    pub some: BoundedVec<Raw, 1>,
    /// At most two objects.
    pub few: BoundedVec<RawObject, 0, 2>,
    /// Always empty.
    pub none: BoundedVec<String, 0, 0>,
    /// Bounds spelled as floats.
    pub floats: BoundedVec<String, 1, 2>,
    /// Bounds that say nothing.
    pub unbounded: Vec<String>,
    /// Different texts.
    pub unique: UniqueVec<String>,
    /// One to three different slugs.
    pub unique_slugs: UniqueVec<Slug, 1, 3>,
    /// Different integers.
    pub unique_integers: UniqueVec<Integer<i8, -5, 5>>,
    /// Different even numbers, at least one.
    pub unique_even: UniqueVec<Multiple<i8, 2, -50, 50>, 1>,
    /// Yes or no, each once.
    pub unique_flags: UniqueVec<bool>,
    /// Sides, each once.
    pub unique_sides: UniqueVec<ListsUniqueSidesItem>,
    /// Members of an open set, each once.
    pub unique_open: UniqueVec<ListsUniqueOpenItem>,
    /// Different texts of times, even if they are the same moment.
    pub unique_times: UniqueVec<Timestamp>,
    /// Different addresses.
    pub unique_links: UniqueVec<Uri>,
    /// Different texts, and null once.
    pub unique_holes: UniqueVec<Option<String>>,
    /// Different rows of integers.
    pub unique_rows: UniqueVec<Vec<Integer<u8, 0, 9>>>,
    /// Different pairs.
    pub unique_pairs: UniqueVec<BoundedVec<String, 2, 2>>,
    /// Different lists, in each of which all is different.
    pub unique_sets: UniqueVec<UniqueVec<String>, 0, 3>,
    /// One object: there is no other that could be equal.
    pub unique_one: BoundedVec<RawObject, 0, 1>,
    /// Two rows of one or two.
    pub grid: BoundedVec<BoundedVec<ListsGridItemItem, 1, 2>, 2, 2>,
    /// Points.
    pub structs: BoundedVec<Point, 1>,
    /// Shapes: a union in a list.
    pub shapes: BoundedVec<Shape, 0, 2>,
    /// A list by a definition.
    pub named: Names,
    /// Lists by name.
    pub by_name: ObjectMap<String, BoundedVec<String, 1>>,
    /// A list, or null.
    pub nothing: Option<UniqueVec<String, 1>>,
    /// A list that may be left out.
    pub maybe: Option<BoundedVec<String, 1>>,
    /// A list of different texts that may be left out.
    pub maybe_unique: Option<UniqueVec<String>>,
    /// A tree whose inner nodes have two children.
    pub tree: Tree,
}

schema_runtime::object_type! {
    Lists {
        required one_to_three = "one_to_three",
        required two = "two",
        required some = "some",
        required few = "few",
        required none = "none",
        required floats = "floats",
        required unbounded = "unbounded",
        required unique = "unique",
        required unique_slugs = "unique_slugs",
        required unique_integers = "unique_integers",
        required unique_even = "unique_even",
        required unique_flags = "unique_flags",
        required unique_sides = "unique_sides",
        required unique_open = "unique_open",
        required unique_times = "unique_times",
        required unique_links = "unique_links",
        required unique_holes = "unique_holes",
        required unique_rows = "unique_rows",
        required unique_pairs = "unique_pairs",
        required unique_sets = "unique_sets",
        required unique_one = "unique_one",
        required grid = "grid",
        required structs = "structs",
        required shapes = "shapes",
        required named = "named",
        required by_name = "by_name",
        required nothing = "nothing",
        optional maybe = "maybe",
        optional maybe_unique = "maybe_unique",
        required tree = "tree",
    }
}

/// The required fields of [`Lists`].
#[derive(Clone, Debug, PartialEq)]
pub struct ListsFields {
    /// One to three texts.
    pub one_to_three: BoundedVec<String, 1, 3>,
    /// Exactly two.
    pub two: BoundedVec<bool, 2, 2>,
    /// At least one thing of any type.
    pub some: BoundedVec<Raw, 1>,
    /// At most two objects.
    pub few: BoundedVec<RawObject, 0, 2>,
    /// Always empty.
    pub none: BoundedVec<String, 0, 0>,
    /// Bounds spelled as floats.
    pub floats: BoundedVec<String, 1, 2>,
    /// Bounds that say nothing.
    pub unbounded: Vec<String>,
    /// Different texts.
    pub unique: UniqueVec<String>,
    /// One to three different slugs.
    pub unique_slugs: UniqueVec<Slug, 1, 3>,
    /// Different integers.
    pub unique_integers: UniqueVec<Integer<i8, -5, 5>>,
    /// Different even numbers, at least one.
    pub unique_even: UniqueVec<Multiple<i8, 2, -50, 50>, 1>,
    /// Yes or no, each once.
    pub unique_flags: UniqueVec<bool>,
    /// Sides, each once.
    pub unique_sides: UniqueVec<ListsUniqueSidesItem>,
    /// Members of an open set, each once.
    pub unique_open: UniqueVec<ListsUniqueOpenItem>,
    /// Different texts of times, even if they are the same moment.
    pub unique_times: UniqueVec<Timestamp>,
    /// Different addresses.
    pub unique_links: UniqueVec<Uri>,
    /// Different texts, and null once.
    pub unique_holes: UniqueVec<Option<String>>,
    /// Different rows of integers.
    pub unique_rows: UniqueVec<Vec<Integer<u8, 0, 9>>>,
    /// Different pairs.
    pub unique_pairs: UniqueVec<BoundedVec<String, 2, 2>>,
    /// Different lists, in each of which all is different.
    pub unique_sets: UniqueVec<UniqueVec<String>, 0, 3>,
    /// One object: there is no other that could be equal.
    pub unique_one: BoundedVec<RawObject, 0, 1>,
    /// Two rows of one or two.
    pub grid: BoundedVec<BoundedVec<ListsGridItemItem, 1, 2>, 2, 2>,
    /// Points.
    pub structs: BoundedVec<Point, 1>,
    /// Shapes: a union in a list.
    pub shapes: BoundedVec<Shape, 0, 2>,
    /// A list by a definition.
    pub named: Names,
    /// Lists by name.
    pub by_name: ObjectMap<String, BoundedVec<String, 1>>,
    /// A list, or null.
    pub nothing: Option<UniqueVec<String, 1>>,
    /// A tree whose inner nodes have two children.
    pub tree: Tree,
}

impl Lists {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ListsFields) -> Self {
        Self {
            one_to_three: fields.one_to_three,
            two: fields.two,
            some: fields.some,
            few: fields.few,
            none: fields.none,
            floats: fields.floats,
            unbounded: fields.unbounded,
            unique: fields.unique,
            unique_slugs: fields.unique_slugs,
            unique_integers: fields.unique_integers,
            unique_even: fields.unique_even,
            unique_flags: fields.unique_flags,
            unique_sides: fields.unique_sides,
            unique_open: fields.unique_open,
            unique_times: fields.unique_times,
            unique_links: fields.unique_links,
            unique_holes: fields.unique_holes,
            unique_rows: fields.unique_rows,
            unique_pairs: fields.unique_pairs,
            unique_sets: fields.unique_sets,
            unique_one: fields.unique_one,
            grid: fields.grid,
            structs: fields.structs,
            shapes: fields.shapes,
            named: fields.named,
            by_name: fields.by_name,
            nothing: fields.nothing,
            maybe: None,
            maybe_unique: None,
            tree: fields.tree,
        }
    }
}

/// Borrowed variant of [`Lists`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListsRef<'a> {
    /// See [`Lists::one_to_three`].
    pub one_to_three: BoundedVec<Borrowed<'a, String>, 1, 3>,
    /// See [`Lists::two`].
    pub two: BoundedVec<bool, 2, 2>,
    /// See [`Lists::some`].
    pub some: BoundedVec<RawRef<'a>, 1>,
    /// See [`Lists::few`].
    pub few: BoundedVec<RawObjectRef<'a>, 0, 2>,
    /// See [`Lists::none`].
    pub none: BoundedVec<Borrowed<'a, String>, 0, 0>,
    /// See [`Lists::floats`].
    pub floats: BoundedVec<Borrowed<'a, String>, 1, 2>,
    /// See [`Lists::unbounded`].
    pub unbounded: Vec<Borrowed<'a, String>>,
    /// See [`Lists::unique`].
    pub unique: UniqueVec<Borrowed<'a, String>>,
    /// See [`Lists::unique_slugs`].
    pub unique_slugs: UniqueVec<Borrowed<'a, Slug>, 1, 3>,
    /// See [`Lists::unique_integers`].
    pub unique_integers: UniqueVec<Integer<i8, -5, 5>>,
    /// See [`Lists::unique_even`].
    pub unique_even: UniqueVec<Multiple<i8, 2, -50, 50>, 1>,
    /// See [`Lists::unique_flags`].
    pub unique_flags: UniqueVec<bool>,
    /// See [`Lists::unique_sides`].
    pub unique_sides: UniqueVec<ListsUniqueSidesItem>,
    /// See [`Lists::unique_open`].
    pub unique_open: UniqueVec<ListsUniqueOpenItem>,
    /// See [`Lists::unique_times`].
    pub unique_times: UniqueVec<Borrowed<'a, Timestamp>>,
    /// See [`Lists::unique_links`].
    pub unique_links: UniqueVec<Borrowed<'a, Uri>>,
    /// See [`Lists::unique_holes`].
    pub unique_holes: UniqueVec<Option<Borrowed<'a, String>>>,
    /// See [`Lists::unique_rows`].
    pub unique_rows: UniqueVec<Vec<Integer<u8, 0, 9>>>,
    /// See [`Lists::unique_pairs`].
    pub unique_pairs: UniqueVec<BoundedVec<Borrowed<'a, String>, 2, 2>>,
    /// See [`Lists::unique_sets`].
    pub unique_sets: UniqueVec<UniqueVec<Borrowed<'a, String>>, 0, 3>,
    /// See [`Lists::unique_one`].
    pub unique_one: BoundedVec<RawObjectRef<'a>, 0, 1>,
    /// See [`Lists::grid`].
    pub grid: BoundedVec<BoundedVec<ListsGridItemItem, 1, 2>, 2, 2>,
    /// See [`Lists::structs`].
    pub structs: BoundedVec<Point, 1>,
    /// See [`Lists::shapes`].
    pub shapes: BoundedVec<Shape, 0, 2>,
    /// See [`Lists::named`].
    pub named: UniqueVec<Borrowed<'a, Slug>, 1, 2>,
    /// See [`Lists::by_name`].
    pub by_name: ObjectMap<Borrowed<'a, String>, BoundedVec<Borrowed<'a, String>, 1>>,
    /// See [`Lists::nothing`].
    pub nothing: Option<UniqueVec<Borrowed<'a, String>, 1>>,
    /// See [`Lists::maybe`].
    pub maybe: Option<BoundedVec<Borrowed<'a, String>, 1>>,
    /// See [`Lists::maybe_unique`].
    pub maybe_unique: Option<UniqueVec<Borrowed<'a, String>>>,
    /// See [`Lists::tree`].
    pub tree: TreeRef<'a>,
}

schema_runtime::object_type! {
    ListsRef<'a> {
        required one_to_three = "one_to_three",
        required two = "two",
        required some = "some",
        required few = "few",
        required none = "none",
        required floats = "floats",
        required unbounded = "unbounded",
        required unique = "unique",
        required unique_slugs = "unique_slugs",
        required unique_integers = "unique_integers",
        required unique_even = "unique_even",
        required unique_flags = "unique_flags",
        required unique_sides = "unique_sides",
        required unique_open = "unique_open",
        required unique_times = "unique_times",
        required unique_links = "unique_links",
        required unique_holes = "unique_holes",
        required unique_rows = "unique_rows",
        required unique_pairs = "unique_pairs",
        required unique_sets = "unique_sets",
        required unique_one = "unique_one",
        required grid = "grid",
        required structs = "structs",
        required shapes = "shapes",
        required named = "named",
        required by_name = "by_name",
        required nothing = "nothing",
        optional maybe = "maybe",
        optional maybe_unique = "maybe_unique",
        required tree = "tree",
    }
}

impl ListsRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Lists {
        Lists {
            one_to_three: IntoOwned::into_owned(self.one_to_three),
            two: self.two,
            some: IntoOwned::into_owned(self.some),
            few: IntoOwned::into_owned(self.few),
            none: IntoOwned::into_owned(self.none),
            floats: IntoOwned::into_owned(self.floats),
            unbounded: IntoOwned::into_owned(self.unbounded),
            unique: IntoOwned::into_owned(self.unique),
            unique_slugs: IntoOwned::into_owned(self.unique_slugs),
            unique_integers: self.unique_integers,
            unique_even: self.unique_even,
            unique_flags: self.unique_flags,
            unique_sides: self.unique_sides,
            unique_open: self.unique_open,
            unique_times: IntoOwned::into_owned(self.unique_times),
            unique_links: IntoOwned::into_owned(self.unique_links),
            unique_holes: IntoOwned::into_owned(self.unique_holes),
            unique_rows: self.unique_rows,
            unique_pairs: IntoOwned::into_owned(self.unique_pairs),
            unique_sets: IntoOwned::into_owned(self.unique_sets),
            unique_one: IntoOwned::into_owned(self.unique_one),
            grid: self.grid,
            structs: self.structs,
            shapes: self.shapes,
            named: IntoOwned::into_owned(self.named),
            by_name: IntoOwned::into_owned(self.by_name),
            nothing: IntoOwned::into_owned(self.nothing),
            maybe: IntoOwned::into_owned(self.maybe),
            maybe_unique: IntoOwned::into_owned(self.maybe_unique),
            tree: IntoOwned::into_owned(self.tree),
        }
    }
}

schema_runtime::into_owned!(ListsRef => Lists);

impl Lists {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "lists";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/limits/v1/lists.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Lists {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Lists::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Lists
    }
}

impl KnownPayload for Lists {
    const SCHEMA_REF: &'static str = Lists::SCHEMA_REF;
    const VERSION: &'static str = Lists::VERSION;
}

impl<'a> Payload for ListsRef<'a> {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Lists::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Lists
    }
}

impl<'a> KnownPayload for ListsRef<'a> {
    const SCHEMA_REF: &'static str = Lists::SCHEMA_REF;
    const VERSION: &'static str = Lists::VERSION;
}

/// Sides, each once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListsUniqueSidesItem {
    /// `left`
    Left,
    /// `right`
    Right,
}

impl ListsUniqueSidesItem {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Left, Self::Right];
}

impl StringValue for ListsUniqueSidesItem {
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

schema_runtime::string_type!(ListsUniqueSidesItem);

/// Members of an open set, each once.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ListsUniqueOpenItem {
    /// `a`
    A,
    /// `b`
    B,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl ListsUniqueOpenItem {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::A, Self::B];
}

impl OpenSet for ListsUniqueOpenItem {
    fn known(text: &str) -> Option<Self> {
        match text {
            "a" => Some(Self::A),
            "b" => Some(Self::B),
            _ => None,
        }
    }
}

impl StringValue for ListsUniqueOpenItem {
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
            Self::A => "a",
            Self::B => "b",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(ListsUniqueOpenItem);

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct ListsGridItemItem(Number);

impl NumberValue for ListsGridItemItem {
    const EXPECTED: &'static str = "a number of at least 0";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        (value >= 0.0).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(ListsGridItemItem);

/// A point in a unit square.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Point {
    /// To the right.
    pub x: PointX,
    /// To the top.
    pub y: PointY,
}

schema_runtime::object_type! {
    Point {
        required x = "x",
        required y = "y",
    }
}

/// The required fields of [`Point`].
#[derive(Clone, Debug, PartialEq)]
pub struct PointFields {
    /// To the right.
    pub x: PointX,
    /// To the top.
    pub y: PointY,
}

impl Point {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: PointFields) -> Self {
        Self {
            x: fields.x,
            y: fields.y,
        }
    }
}

/// To the right.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct PointX(Number);

impl NumberValue for PointX {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(PointX);

/// To the top.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct PointY(Number);

impl NumberValue for PointY {
    const EXPECTED: &'static str = "a number from 0 to 1";

    fn from_number(number: Number) -> Option<Self> {
        let value = number.get();
        ((0.0..=1.0).contains(&value)).then_some(Self(number))
    }

    fn number(&self) -> Number {
        self.0
    }
}

schema_runtime::number_type!(PointY);

/// A line or a mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line through points.
    Line(Line),
    /// A mark at a point.
    Mark(Mark),
}

impl Shape {
    /// Returns `shape`, which tells the branches apart.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        match self {
            Self::Line(_) => "line",
            Self::Mark(_) => "mark",
        }
    }

    /// Returns whether this is `line`.
    #[must_use]
    pub fn is_line(&self) -> bool {
        matches!(self, Self::Line(_))
    }

    /// Returns the payload if this is `line`.
    #[must_use]
    pub fn as_line(&self) -> Option<&Line> {
        match self {
            Self::Line(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `line`, and to nothing otherwise.
    #[must_use]
    pub fn into_line(self) -> Option<Line> {
        match self {
            Self::Line(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `mark`.
    #[must_use]
    pub fn is_mark(&self) -> bool {
        matches!(self, Self::Mark(_))
    }

    /// Returns the payload if this is `mark`.
    #[must_use]
    pub fn as_mark(&self) -> Option<&Mark> {
        match self {
            Self::Mark(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `mark`, and to nothing otherwise.
    #[must_use]
    pub fn into_mark(self) -> Option<Mark> {
        match self {
            Self::Mark(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    Shape {
        tag shape = "shape",
    }
    Line(Line) = "line" {
        required points = "points",
    }
    Mark(Mark) = "mark" {
        required at = "at",
    }
}

impl From<Line> for Shape {
    fn from(branch: Line) -> Self {
        Self::Line(branch)
    }
}

impl From<Mark> for Shape {
    fn from(branch: Mark) -> Self {
        Self::Mark(branch)
    }
}

/// A line through points.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `shape` is `line`: Here always `line`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Line {
    /// At least two points.
    pub points: BoundedVec<Point, 2>,
}

schema_runtime::object_type! {
    Line {
        "line" shape = "shape",
        required points = "points",
    }
}

/// The required fields of [`Line`].
#[derive(Clone, Debug, PartialEq)]
pub struct LineFields {
    /// At least two points.
    pub points: BoundedVec<Point, 2>,
}

impl Line {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: LineFields) -> Self {
        Self {
            points: fields.points,
        }
    }
}

/// A mark at a point.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `shape` is `mark`: Here always `mark`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mark {
    /// Where.
    pub at: Point,
}

schema_runtime::object_type! {
    Mark {
        "mark" shape = "shape",
        required at = "at",
    }
}

/// The required fields of [`Mark`].
#[derive(Clone, Debug, PartialEq)]
pub struct MarkFields {
    /// Where.
    pub at: Point,
}

impl Mark {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: MarkFields) -> Self {
        Self { at: fields.at }
    }
}

/// One or two different names.
pub type Names = UniqueVec<Slug, 1, 2>;

/// A node.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// What it is called.
    pub label: TreeLabel,
    /// Two nodes.
    pub children: Option<BoundedVec<Tree, 2, 2>>,
}

schema_runtime::object_type! {
    Tree {
        required label = "label",
        optional children = "children",
    }
}

/// The required fields of [`Tree`].
#[derive(Clone, Debug, PartialEq)]
pub struct TreeFields {
    /// What it is called.
    pub label: TreeLabel,
}

impl Tree {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TreeFields) -> Self {
        Self {
            label: fields.label,
            children: None,
        }
    }
}

/// Borrowed variant of [`Tree`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TreeRef<'a> {
    /// See [`Tree::label`].
    pub label: Borrowed<'a, TreeLabel>,
    /// See [`Tree::children`].
    pub children: Option<BoundedVec<TreeRef<'a>, 2, 2>>,
}

schema_runtime::object_type! {
    TreeRef<'a> {
        required label = "label",
        optional children = "children",
    }
}

impl TreeRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Tree {
        Tree {
            label: IntoOwned::into_owned(self.label),
            children: IntoOwned::into_owned(self.children),
        }
    }
}

schema_runtime::into_owned!(TreeRef => Tree);

/// What it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TreeLabel(Cow<'static, str>);

impl StringValue for TreeLabel {
    const EXPECTED: &'static str = "at most 5 characters";

    fn accepts(text: &str) -> bool {
        text.chars().count() <= 5
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TreeLabel);

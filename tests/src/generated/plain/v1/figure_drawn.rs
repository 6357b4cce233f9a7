// @generated from plain/v1/figure.drawn.json by `cargo xtask codegen`. Changes made here are lost.

//! `figure.drawn`: A figure: a union at the top.

use std::borrow::Cow;

use schema_runtime::{Number, StringValue};

/// A circle.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// Its radius.
    pub radius: Number,
    /// Here always `circle`.
    pub shape: CircleShape,
}

schema_runtime::object_type! {
    Circle {
        required radius = "radius",
        required shape = "shape",
    }
}

/// The required fields of [`Circle`].
#[derive(Clone, Debug, PartialEq)]
pub struct CircleFields {
    /// Its radius.
    pub radius: Number,
}

impl Circle {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CircleFields) -> Self {
        Self {
            radius: fields.radius,
            shape: CircleShape::Circle,
        }
    }
}

/// Here always `circle`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CircleShape {
    #[default]
    /// `circle`
    Circle,
}

impl StringValue for CircleShape {
    const EXPECTED: &'static str = "`circle`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "circle" => Some(Self::Circle),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Circle => "circle",
        }
    }
}

schema_runtime::string_type!(CircleShape);

/// Figures together.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// Here always `group`.
    pub shape: GroupShape,
    /// The figures.
    pub members: Vec<Figure>,
}

schema_runtime::object_type! {
    Group {
        required shape = "shape",
        required members = "members",
    }
}

/// The required fields of [`Group`].
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFields {
    /// The figures.
    pub members: Vec<Figure>,
}

impl Group {
    /// Creates a value from its required fields; those with a single possible value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: GroupFields) -> Self {
        Self {
            shape: GroupShape::Group,
            members: fields.members,
        }
    }
}

/// Here always `group`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupShape {
    #[default]
    /// `group`
    Group,
}

impl StringValue for GroupShape {
    const EXPECTED: &'static str = "`group`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "group" => Some(Self::Group),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Group => "group",
        }
    }
}

schema_runtime::string_type!(GroupShape);

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A circle.
    Circle(Circle),
    /// Figures together.
    Group(Group),
}

impl Figure {
    /// Returns the payload if this is `circle`.
    #[must_use]
    pub fn as_circle(&self) -> Option<&Circle> {
        match self {
            Self::Circle(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `group`.
    #[must_use]
    pub fn as_group(&self) -> Option<&Group> {
        match self {
            Self::Group(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    Figure {
        tag shape = "shape",
    }
    Circle(Circle) = "circle" {
        required radius = "radius",
    }
    Group(Group) = "group" {
        required members = "members",
    }
}

impl From<Circle> for Figure {
    fn from(branch: Circle) -> Self {
        Self::Circle(branch)
    }
}

impl From<Group> for Figure {
    fn from(branch: Group) -> Self {
        Self::Group(branch)
    }
}

/// A figure: a union at the top.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureDrawn {
    /// A circle.
    Circle(Circle),
    /// Figures together.
    Group(Group),
}

impl FigureDrawn {
    /// Returns the payload if this is `circle`.
    #[must_use]
    pub fn as_circle(&self) -> Option<&Circle> {
        match self {
            Self::Circle(held) => Some(held),
            _ => None,
        }
    }

    /// Returns the payload if this is `group`.
    #[must_use]
    pub fn as_group(&self) -> Option<&Group> {
        match self {
            Self::Group(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    FigureDrawn {
        tag shape = "shape",
    }
    Circle(Circle) = "circle" {
        required radius = "radius",
    }
    Group(Group) = "group" {
        required members = "members",
    }
}

impl From<Circle> for FigureDrawn {
    fn from(branch: Circle) -> Self {
        Self::Circle(branch)
    }
}

impl From<Group> for FigureDrawn {
    fn from(branch: Group) -> Self {
        Self::Group(branch)
    }
}

impl FigureDrawn {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "figure.drawn";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/plain/v1/figure.drawn.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.2.3";
}

// @generated from plain/v1/figure.drawn.json by `cargo xtask codegen`. Changes made here are lost.

//! `figure.drawn`: A figure: a union at the top.

use schema_runtime::Number;

/// A circle.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `shape` is `circle`: Here always `circle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// Its radius.
    pub radius: Number,
}

schema_runtime::object_type! {
    Circle {
        required radius = "radius",
        "circle" shape = "shape",
    }
}

/// The required fields of [`Circle`].
#[derive(Clone, Debug, PartialEq)]
pub struct CircleFields {
    /// Its radius.
    pub radius: Number,
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

/// Figures together.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `shape` is `group`: Here always `group`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// The figures.
    pub members: Vec<Figure>,
}

schema_runtime::object_type! {
    Group {
        "group" shape = "shape",
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
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: GroupFields) -> Self {
        Self {
            members: fields.members,
        }
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A circle.
    Circle(Circle),
    /// Figures together.
    Group(Group),
}

impl Figure {
    /// Returns `shape`, which tells the branches apart.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        match self {
            Self::Circle(_) => "circle",
            Self::Group(_) => "group",
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

    /// Returns whether this is `group`.
    #[must_use]
    pub fn is_group(&self) -> bool {
        matches!(self, Self::Group(_))
    }

    /// Returns the payload if this is `group`.
    #[must_use]
    pub fn as_group(&self) -> Option<&Group> {
        match self {
            Self::Group(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `group`, and to nothing otherwise.
    #[must_use]
    pub fn into_group(self) -> Option<Group> {
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
    /// Returns `shape`, which tells the branches apart.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        match self {
            Self::Circle(_) => "circle",
            Self::Group(_) => "group",
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

    /// Returns whether this is `group`.
    #[must_use]
    pub fn is_group(&self) -> bool {
        matches!(self, Self::Group(_))
    }

    /// Returns the payload if this is `group`.
    #[must_use]
    pub fn as_group(&self) -> Option<&Group> {
        match self {
            Self::Group(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `group`, and to nothing otherwise.
    #[must_use]
    pub fn into_group(self) -> Option<Group> {
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

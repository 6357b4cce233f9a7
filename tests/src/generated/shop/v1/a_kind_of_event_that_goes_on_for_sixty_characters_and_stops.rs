// @generated from shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops.json by `cargo xtask codegen`. Changes made here are lost.

//! `a_kind_of_event_that_goes_on_for_sixty_characters_and_stops`: Names of sixty characters.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, I54, IntoOwned, KnownPayload, ObjectMap, OpenSet, Payload, StringValue, Unknown,
};

use super::Kind;

/// An object with a long name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ANameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Bounds of many digits.
    pub a_name_that_goes_on_for_sixty_characters_and_then_stops_here: I54,
    /// `b_name_that_goes_on_for_sixty_characters_and_then_stops_here`, which the schema does not describe.
    pub b_name_that_goes_on_for_sixty_characters_and_then_stops_here:
        Option<ObjectMap<String, Vec<Option<BNameThatGoesOnForSixtyCharactersAndThenStopsHere>>>>,
}

schema_runtime::object_type! {
    ANameThatGoesOnForSixtyCharactersAndThenStopsHere {
        required a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here",
        optional b_name_that_goes_on_for_sixty_characters_and_then_stops_here = "b_name_that_goes_on_for_sixty_characters_and_then_stops_here",
    }
}

/// The required fields of [`ANameThatGoesOnForSixtyCharactersAndThenStopsHere`].
#[derive(Clone, Debug, PartialEq)]
pub struct ANameThatGoesOnForSixtyCharactersAndThenStopsHereFields {
    /// Bounds of many digits.
    pub a_name_that_goes_on_for_sixty_characters_and_then_stops_here: I54,
}

impl ANameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: ANameThatGoesOnForSixtyCharactersAndThenStopsHereFields) -> Self {
        Self {
            a_name_that_goes_on_for_sixty_characters_and_then_stops_here: fields
                .a_name_that_goes_on_for_sixty_characters_and_then_stops_here,
            b_name_that_goes_on_for_sixty_characters_and_then_stops_here: None,
        }
    }
}

/// Borrowed variant of [`ANameThatGoesOnForSixtyCharactersAndThenStopsHere`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ANameThatGoesOnForSixtyCharactersAndThenStopsHereRef<'a> {
    /// See [`ANameThatGoesOnForSixtyCharactersAndThenStopsHere::a_name_that_goes_on_for_sixty_characters_and_then_stops_here`].
    pub a_name_that_goes_on_for_sixty_characters_and_then_stops_here: I54,
    /// See [`ANameThatGoesOnForSixtyCharactersAndThenStopsHere::b_name_that_goes_on_for_sixty_characters_and_then_stops_here`].
    pub b_name_that_goes_on_for_sixty_characters_and_then_stops_here: Option<
        ObjectMap<
            Borrowed<'a, String>,
            Vec<Option<BNameThatGoesOnForSixtyCharactersAndThenStopsHere>>,
        >,
    >,
}

schema_runtime::object_type! {
    ANameThatGoesOnForSixtyCharactersAndThenStopsHereRef<'a> {
        required a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here",
        optional b_name_that_goes_on_for_sixty_characters_and_then_stops_here = "b_name_that_goes_on_for_sixty_characters_and_then_stops_here",
    }
}

impl ANameThatGoesOnForSixtyCharactersAndThenStopsHereRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> ANameThatGoesOnForSixtyCharactersAndThenStopsHere {
        ANameThatGoesOnForSixtyCharactersAndThenStopsHere {
            a_name_that_goes_on_for_sixty_characters_and_then_stops_here: self
                .a_name_that_goes_on_for_sixty_characters_and_then_stops_here,
            b_name_that_goes_on_for_sixty_characters_and_then_stops_here: IntoOwned::into_owned(
                self.b_name_that_goes_on_for_sixty_characters_and_then_stops_here,
            ),
        }
    }
}

schema_runtime::into_owned!(
    ANameThatGoesOnForSixtyCharactersAndThenStopsHereRef =>
    ANameThatGoesOnForSixtyCharactersAndThenStopsHere
);

/// A union with a long name.
#[derive(Clone, Debug, PartialEq)]
pub enum BNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// A branch with a long name.
    ANameThatGoesOnForSixtyCharactersAndThenStopsHere(
        CNameThatGoesOnForSixtyCharactersAndThenStopsHere,
    ),
    /// A branch with a long name.
    BNameThatGoesOnForSixtyCharactersAndThenStopsHere(
        DNameThatGoesOnForSixtyCharactersAndThenStopsHere,
    ),
}

impl BNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Returns `a_name_that_goes_on_for_sixty_characters_and_then_stops_here`, which tells the branches apart.
    #[must_use]
    pub fn a_name_that_goes_on_for_sixty_characters_and_then_stops_here(&self) -> &'static str {
        match self {
            Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere(_) => {
                "a_name_that_goes_on_for_sixty_characters_and_then_stops_here"
            }
            Self::BNameThatGoesOnForSixtyCharactersAndThenStopsHere(_) => {
                "b_name_that_goes_on_for_sixty_characters_and_then_stops_here"
            }
        }
    }

    /// Returns whether this is `a_name_that_goes_on_for_sixty_characters_and_then_stops_here`.
    #[must_use]
    pub fn is_a_name_that_goes_on_for_sixty_characters_and_then_stops_here(&self) -> bool {
        matches!(
            self,
            Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere(_)
        )
    }

    /// Returns the payload if this is `a_name_that_goes_on_for_sixty_characters_and_then_stops_here`.
    #[must_use]
    pub fn as_a_name_that_goes_on_for_sixty_characters_and_then_stops_here(
        &self,
    ) -> Option<&CNameThatGoesOnForSixtyCharactersAndThenStopsHere> {
        match self {
            Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `a_name_that_goes_on_for_sixty_characters_and_then_stops_here`, and to nothing otherwise.
    #[must_use]
    pub fn into_a_name_that_goes_on_for_sixty_characters_and_then_stops_here(
        self,
    ) -> Option<CNameThatGoesOnForSixtyCharactersAndThenStopsHere> {
        match self {
            Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `b_name_that_goes_on_for_sixty_characters_and_then_stops_here`.
    #[must_use]
    pub fn is_b_name_that_goes_on_for_sixty_characters_and_then_stops_here(&self) -> bool {
        matches!(
            self,
            Self::BNameThatGoesOnForSixtyCharactersAndThenStopsHere(_)
        )
    }

    /// Returns the payload if this is `b_name_that_goes_on_for_sixty_characters_and_then_stops_here`.
    #[must_use]
    pub fn as_b_name_that_goes_on_for_sixty_characters_and_then_stops_here(
        &self,
    ) -> Option<&DNameThatGoesOnForSixtyCharactersAndThenStopsHere> {
        match self {
            Self::BNameThatGoesOnForSixtyCharactersAndThenStopsHere(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `b_name_that_goes_on_for_sixty_characters_and_then_stops_here`, and to nothing otherwise.
    #[must_use]
    pub fn into_b_name_that_goes_on_for_sixty_characters_and_then_stops_here(
        self,
    ) -> Option<DNameThatGoesOnForSixtyCharactersAndThenStopsHere> {
        match self {
            Self::BNameThatGoesOnForSixtyCharactersAndThenStopsHere(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    BNameThatGoesOnForSixtyCharactersAndThenStopsHere {
        tag a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here",
    }
    ANameThatGoesOnForSixtyCharactersAndThenStopsHere(CNameThatGoesOnForSixtyCharactersAndThenStopsHere) = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here" {
        optional e = "e",
    }
    BNameThatGoesOnForSixtyCharactersAndThenStopsHere(DNameThatGoesOnForSixtyCharactersAndThenStopsHere) = "b_name_that_goes_on_for_sixty_characters_and_then_stops_here" {
        optional e = "e",
    }
}

impl From<CNameThatGoesOnForSixtyCharactersAndThenStopsHere>
    for BNameThatGoesOnForSixtyCharactersAndThenStopsHere
{
    fn from(branch: CNameThatGoesOnForSixtyCharactersAndThenStopsHere) -> Self {
        Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere(branch)
    }
}

impl From<DNameThatGoesOnForSixtyCharactersAndThenStopsHere>
    for BNameThatGoesOnForSixtyCharactersAndThenStopsHere
{
    fn from(branch: DNameThatGoesOnForSixtyCharactersAndThenStopsHere) -> Self {
        Self::BNameThatGoesOnForSixtyCharactersAndThenStopsHere(branch)
    }
}

/// A branch with a long name.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `a_name_that_goes_on_for_sixty_characters_and_then_stops_here` is `a_name_that_goes_on_for_sixty_characters_and_then_stops_here`: The tag.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// `e`, which the schema does not describe.
    pub e: Option<CNameThatGoesOnForSixtyCharactersAndThenStopsHereE>,
}

schema_runtime::object_type! {
    CNameThatGoesOnForSixtyCharactersAndThenStopsHere {
        "a_name_that_goes_on_for_sixty_characters_and_then_stops_here" a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here",
        optional e = "e",
    }
}

impl CNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// `CNameThatGoesOnForSixtyCharactersAndThenStopsHereE`, which the schema does not describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    /// `a_name_that_goes_on_for_sixty_characters_and_then_stops_here`
    ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
    /// `b_name_that_goes_on_for_sixty_characters_and_then_stops_here`
    BNameThatGoesOnForSixtyCharactersAndThenStopsHere,
}

impl CNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        Self::BNameThatGoesOnForSixtyCharactersAndThenStopsHere,
    ];
}

impl StringValue for CNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    const EXPECTED: &'static str = "`a_name_that_goes_on_for_sixty_characters_and_then_stops_here` or `b_name_that_goes_on_for_sixty_characters_and_then_stops_here`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "a_name_that_goes_on_for_sixty_characters_and_then_stops_here" => {
                Some(Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere)
            }
            "b_name_that_goes_on_for_sixty_characters_and_then_stops_here" => {
                Some(Self::BNameThatGoesOnForSixtyCharactersAndThenStopsHere)
            }
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere => {
                "a_name_that_goes_on_for_sixty_characters_and_then_stops_here"
            }
            Self::BNameThatGoesOnForSixtyCharactersAndThenStopsHere => {
                "b_name_that_goes_on_for_sixty_characters_and_then_stops_here"
            }
        }
    }
}

schema_runtime::string_type!(CNameThatGoesOnForSixtyCharactersAndThenStopsHereE);

/// A branch with a long name.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `a_name_that_goes_on_for_sixty_characters_and_then_stops_here` is `b_name_that_goes_on_for_sixty_characters_and_then_stops_here`: The tag.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// `e`, which the schema does not describe.
    pub e: Option<DNameThatGoesOnForSixtyCharactersAndThenStopsHereE>,
}

schema_runtime::object_type! {
    DNameThatGoesOnForSixtyCharactersAndThenStopsHere {
        "b_name_that_goes_on_for_sixty_characters_and_then_stops_here" a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here",
        optional e = "e",
    }
}

impl DNameThatGoesOnForSixtyCharactersAndThenStopsHere {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// `DNameThatGoesOnForSixtyCharactersAndThenStopsHereE`, which the schema does not describe.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    /// `a_name_that_goes_on_for_sixty_characters_and_then_stops_here`
    ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
    /// `a_name_that_goes_on_for_sixty_characters_and_then_stops_here_too`
    ANameThatGoesOnForSixtyCharactersAndThenStopsHereToo,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl DNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
        Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHereToo,
    ];
}

impl OpenSet for DNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    fn known(text: &str) -> Option<Self> {
        match text {
            "a_name_that_goes_on_for_sixty_characters_and_then_stops_here" => {
                Some(Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere)
            }
            "a_name_that_goes_on_for_sixty_characters_and_then_stops_here_too" => {
                Some(Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHereToo)
            }
            _ => None,
        }
    }
}

impl StringValue for DNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    const EXPECTED: &'static str = "at most 1000 characters that match `^a_name`";

    fn accepts(text: &str) -> bool {
        text.chars().count() <= 1000 && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHere => {
                "a_name_that_goes_on_for_sixty_characters_and_then_stops_here"
            }
            Self::ANameThatGoesOnForSixtyCharactersAndThenStopsHereToo => {
                "a_name_that_goes_on_for_sixty_characters_and_then_stops_here_too"
            }
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

impl DNameThatGoesOnForSixtyCharactersAndThenStopsHereE {
    /// Matches `^a_name`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("a_name") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, 0..=127) => 0,
                (0, 194..=223) => 1,
                (0, 224) => 2,
                (0, 225..=236 | 238..=239) => 3,
                (0, 237) => 4,
                (0, 240) => 5,
                (0, 241..=243) => 6,
                (0, 244) => 7,
                (1, 128..=191) => 0,
                (2, 160..=191) => 1,
                (3, 128..=191) => 1,
                (4, 128..=159) => 1,
                (5, 144..=191) => 3,
                (6, 128..=191) => 3,
                (7, 128..=143) => 3,
                _ => return false,
            };
        }
        state == 0
    }
}

schema_runtime::string_type!(DNameThatGoesOnForSixtyCharactersAndThenStopsHereE);

/// A long pattern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Short(Cow<'static, str>);

impl StringValue for Short {
    const EXPECTED: &'static str = "a string that matches `^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|my|ny|xi)$`";

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

impl Short {
    /// Matches `^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|my|ny|xi)$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a') => 1,
                (0, b'b' | b'z') => 2,
                (0, b'd') => 3,
                (0, b'e') => 4,
                (0, b'g') => 5,
                (0, b'i') => 6,
                (0, b'k') => 7,
                (0, b'l') => 8,
                (0, b'm'..=b'n') => 9,
                (0, b't') => 10,
                (0, b'x') => 11,
                (1, b'l') => 12,
                (2, b'e') => 13,
                (3, b'e') => 14,
                (4, b'p') => 15,
                (4, b't') => 16,
                (5, b'a') => 17,
                (6, b'o') => 13,
                (7, b'a') => 18,
                (8, b'a') => 19,
                (9, b'y') => 20,
                (10, b'h') => 2,
                (11, b'i') => 20,
                (12, b'p') => 21,
                (13, b't') => 16,
                (14, b'l') => 13,
                (15, b's') => 22,
                (16, b'a') => 20,
                (17, b'm') => 23,
                (18, b'p') => 24,
                (19, b'm') => 25,
                (21, b'h') => 16,
                (22, b'i') => 26,
                (23, b'm') => 16,
                (24, b'p') => 16,
                (25, b'b') => 27,
                (26, b'l') => 28,
                (27, b'd') => 16,
                (28, b'o') => 29,
                (29, b'n') => 20,
                _ => return false,
            };
        }
        state == 20
    }
}

schema_runtime::text_type!(Short);

/// Names of sixty characters.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AKindOfEventThatGoesOnForSixtyCharactersAndStops {
    /// A field with a long name.
    pub a_name_that_goes_on_for_sixty_characters_and_then_stops_here:
        ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
    /// Another.
    pub b_name_that_goes_on_for_sixty_characters_and_then_stops_here:
        Option<BNameThatGoesOnForSixtyCharactersAndThenStopsHere>,
    /// `s`, which the schema does not describe.
    pub s: Option<Short>,
}

schema_runtime::object_type! {
    AKindOfEventThatGoesOnForSixtyCharactersAndStops {
        required a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here",
        optional b_name_that_goes_on_for_sixty_characters_and_then_stops_here = "b_name_that_goes_on_for_sixty_characters_and_then_stops_here",
        optional s = "s",
    }
}

/// The required fields of [`AKindOfEventThatGoesOnForSixtyCharactersAndStops`].
#[derive(Clone, Debug, PartialEq)]
pub struct AKindOfEventThatGoesOnForSixtyCharactersAndStopsFields {
    /// A field with a long name.
    pub a_name_that_goes_on_for_sixty_characters_and_then_stops_here:
        ANameThatGoesOnForSixtyCharactersAndThenStopsHere,
}

impl AKindOfEventThatGoesOnForSixtyCharactersAndStops {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: AKindOfEventThatGoesOnForSixtyCharactersAndStopsFields) -> Self {
        Self {
            a_name_that_goes_on_for_sixty_characters_and_then_stops_here: fields
                .a_name_that_goes_on_for_sixty_characters_and_then_stops_here,
            b_name_that_goes_on_for_sixty_characters_and_then_stops_here: None,
            s: None,
        }
    }
}

/// Borrowed variant of [`AKindOfEventThatGoesOnForSixtyCharactersAndStops`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a> {
    /// See [`AKindOfEventThatGoesOnForSixtyCharactersAndStops::a_name_that_goes_on_for_sixty_characters_and_then_stops_here`].
    pub a_name_that_goes_on_for_sixty_characters_and_then_stops_here:
        ANameThatGoesOnForSixtyCharactersAndThenStopsHereRef<'a>,
    /// See [`AKindOfEventThatGoesOnForSixtyCharactersAndStops::b_name_that_goes_on_for_sixty_characters_and_then_stops_here`].
    pub b_name_that_goes_on_for_sixty_characters_and_then_stops_here:
        Option<BNameThatGoesOnForSixtyCharactersAndThenStopsHere>,
    /// See [`AKindOfEventThatGoesOnForSixtyCharactersAndStops::s`].
    pub s: Option<Borrowed<'a, Short>>,
}

schema_runtime::object_type! {
    AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a> {
        required a_name_that_goes_on_for_sixty_characters_and_then_stops_here = "a_name_that_goes_on_for_sixty_characters_and_then_stops_here",
        optional b_name_that_goes_on_for_sixty_characters_and_then_stops_here = "b_name_that_goes_on_for_sixty_characters_and_then_stops_here",
        optional s = "s",
    }
}

impl AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> AKindOfEventThatGoesOnForSixtyCharactersAndStops {
        AKindOfEventThatGoesOnForSixtyCharactersAndStops {
            a_name_that_goes_on_for_sixty_characters_and_then_stops_here: IntoOwned::into_owned(
                self.a_name_that_goes_on_for_sixty_characters_and_then_stops_here,
            ),
            b_name_that_goes_on_for_sixty_characters_and_then_stops_here: self
                .b_name_that_goes_on_for_sixty_characters_and_then_stops_here,
            s: IntoOwned::into_owned(self.s),
        }
    }
}

schema_runtime::into_owned!(
    AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef =>
    AKindOfEventThatGoesOnForSixtyCharactersAndStops
);

impl AKindOfEventThatGoesOnForSixtyCharactersAndStops {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str =
        "a_kind_of_event_that_goes_on_for_sixty_characters_and_stops";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str =
        "schemas/shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for AKindOfEventThatGoesOnForSixtyCharactersAndStops {
    type EventType = Kind;

    const EVENT_TYPE: Option<&'static str> =
        Some(AKindOfEventThatGoesOnForSixtyCharactersAndStops::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::AKindOfEventThatGoesOnForSixtyCharactersAndStops
    }
}

impl KnownPayload for AKindOfEventThatGoesOnForSixtyCharactersAndStops {
    const SCHEMA_REF: &'static str = AKindOfEventThatGoesOnForSixtyCharactersAndStops::SCHEMA_REF;
    const VERSION: &'static str = AKindOfEventThatGoesOnForSixtyCharactersAndStops::VERSION;
}

impl<'a> Payload for AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a> {
    type EventType = Kind;

    const EVENT_TYPE: Option<&'static str> =
        Some(AKindOfEventThatGoesOnForSixtyCharactersAndStops::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::AKindOfEventThatGoesOnForSixtyCharactersAndStops
    }
}

impl<'a> KnownPayload for AKindOfEventThatGoesOnForSixtyCharactersAndStopsRef<'a> {
    const SCHEMA_REF: &'static str = AKindOfEventThatGoesOnForSixtyCharactersAndStops::SCHEMA_REF;
    const VERSION: &'static str = AKindOfEventThatGoesOnForSixtyCharactersAndStops::VERSION;
}

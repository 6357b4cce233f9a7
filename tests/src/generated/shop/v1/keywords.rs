// @generated from shop/v1/keywords.json by `cargo xtask codegen`. Changes made here are lost.

//! `keywords`: Names that mean something in Rust.

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, Integer, IntoOwned, KnownPayload, OpenSet, Payload, StringValue, Unknown,
};

use super::Kind;

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Type(Cow<'static, str>);

impl StringValue for Type {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(Type);

/// An object.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Self_ {
    /// Text.
    pub self_: String,
    /// Another.
    pub crate_: Option<Box<Self_>>,
}

schema_runtime::object_type! {
    Self_ {
        required self_ = "self",
        optional crate_ = "crate",
    }
}

/// The required fields of [`Self_`].
#[derive(Clone, Debug, PartialEq)]
pub struct SelfFields {
    /// Text.
    pub self_: String,
}

impl Self_ {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SelfFields) -> Self {
        Self {
            self_: fields.self_,
            crate_: None,
        }
    }
}

/// Borrowed variant of [`Self_`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SelfRef<'a> {
    /// See [`Self_::self_`].
    pub self_: Borrowed<'a, String>,
    /// See [`Self_::crate_`].
    pub crate_: Option<Box<SelfRef<'a>>>,
}

schema_runtime::object_type! {
    SelfRef<'a> {
        required self_ = "self",
        optional crate_ = "crate",
    }
}

impl SelfRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Self_ {
        Self_ {
            self_: IntoOwned::into_owned(self.self_),
            crate_: IntoOwned::into_owned(self.crate_),
        }
    }
}

schema_runtime::into_owned!(SelfRef => Self_);

/// A set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fn {
    /// `fn`
    Fn,
    /// `Fn2`
    Fn2,
}

impl Fn {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Fn, Self::Fn2];
}

impl StringValue for Fn {
    const EXPECTED: &'static str = "`fn` or `Fn2`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "fn" => Some(Self::Fn),
            "Fn2" => Some(Self::Fn2),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Fn => "fn",
            Self::Fn2 => "Fn2",
        }
    }
}

schema_runtime::string_type!(Fn);

/// An open set.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Match {
    /// `match`
    Match,
    /// `self`
    Self_,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl Match {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[Self::Match, Self::Self_];
}

impl OpenSet for Match {
    fn known(text: &str) -> Option<Self> {
        match text {
            "match" => Some(Self::Match),
            "self" => Some(Self::Self_),
            _ => None,
        }
    }
}

impl StringValue for Match {
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
            Self::Match => "match",
            Self::Self_ => "self",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(Match);

/// A list.
pub type Async = Vec<Self_>;

/// A union.
#[derive(Clone, Debug, PartialEq)]
pub enum Crate {
    /// A branch.
    Self_(CrateSelf),
    /// A branch.
    Super(CrateSuper),
}

impl Crate {
    /// Returns `type`, which tells the branches apart.
    #[must_use]
    pub fn type_(&self) -> &'static str {
        match self {
            Self::Self_(_) => "self",
            Self::Super(_) => "super",
        }
    }

    /// Returns whether this is `self`.
    #[must_use]
    pub fn is_self_(&self) -> bool {
        matches!(self, Self::Self_(_))
    }

    /// Returns the payload if this is `self`.
    #[must_use]
    pub fn as_self_(&self) -> Option<&CrateSelf> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `self`, and to nothing otherwise.
    #[must_use]
    pub fn into_self_(self) -> Option<CrateSelf> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `super`.
    #[must_use]
    pub fn is_super(&self) -> bool {
        matches!(self, Self::Super(_))
    }

    /// Returns the payload if this is `super`.
    #[must_use]
    pub fn as_super(&self) -> Option<&CrateSuper> {
        match self {
            Self::Super(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `super`, and to nothing otherwise.
    #[must_use]
    pub fn into_super(self) -> Option<CrateSuper> {
        match self {
            Self::Super(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    Crate {
        tag type_ = "type",
    }
    Self_(CrateSelf) = "self" {
        required a_1 = "a_1",
    }
    Super(CrateSuper) = "super" {
        required inner = "inner",
    }
}

impl From<CrateSelf> for Crate {
    fn from(branch: CrateSelf) -> Self {
        Self::Self_(branch)
    }
}

impl From<CrateSuper> for Crate {
    fn from(branch: CrateSuper) -> Self {
        Self::Super(branch)
    }
}

/// Borrowed variant of [`Crate`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
pub enum CrateRef<'a> {
    /// A branch.
    Self_(CrateSelf),
    /// A branch.
    Super(CrateSuperRef<'a>),
}

impl<'a> CrateRef<'a> {
    /// Returns `type`, which tells the branches apart.
    #[must_use]
    pub fn type_(&self) -> &'static str {
        match self {
            Self::Self_(_) => "self",
            Self::Super(_) => "super",
        }
    }

    /// Returns whether this is `self`.
    #[must_use]
    pub fn is_self_(&self) -> bool {
        matches!(self, Self::Self_(_))
    }

    /// Returns the payload if this is `self`.
    #[must_use]
    pub fn as_self_(&self) -> Option<&CrateSelf> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `self`, and to nothing otherwise.
    #[must_use]
    pub fn into_self_(self) -> Option<CrateSelf> {
        match self {
            Self::Self_(held) => Some(held),
            _ => None,
        }
    }

    /// Returns whether this is `super`.
    #[must_use]
    pub fn is_super(&self) -> bool {
        matches!(self, Self::Super(_))
    }

    /// Returns the payload if this is `super`.
    #[must_use]
    pub fn as_super(&self) -> Option<&CrateSuperRef<'a>> {
        match self {
            Self::Super(held) => Some(held),
            _ => None,
        }
    }

    /// Converts to the payload if this is `super`, and to nothing otherwise.
    #[must_use]
    pub fn into_super(self) -> Option<CrateSuperRef<'a>> {
        match self {
            Self::Super(held) => Some(held),
            _ => None,
        }
    }
}

schema_runtime::union_type! {
    CrateRef<'a> {
        tag type_ = "type",
    }
    Self_(CrateSelf) = "self" {
        required a_1 = "a_1",
    }
    Super(CrateSuperRef) = "super" {
        required inner = "inner",
    }
}

impl<'a> From<CrateSelf> for CrateRef<'a> {
    fn from(branch: CrateSelf) -> Self {
        Self::Self_(branch)
    }
}

impl<'a> From<CrateSuperRef<'a>> for CrateRef<'a> {
    fn from(branch: CrateSuperRef<'a>) -> Self {
        Self::Super(branch)
    }
}

impl CrateRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Crate {
        match self {
            Self::Self_(held) => Crate::Self_(held),
            Self::Super(held) => Crate::Super(IntoOwned::into_owned(held)),
        }
    }
}

schema_runtime::into_owned!(CrateRef => Crate);

/// A branch.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `type` is `self`: Here always `self`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrateSelf {
    /// A flag.
    pub a_1: bool,
}

schema_runtime::object_type! {
    CrateSelf {
        "self" type_ = "type",
        required a_1 = "a_1",
    }
}

/// The required fields of [`CrateSelf`].
#[derive(Clone, Debug, PartialEq)]
pub struct CrateSelfFields {
    /// A flag.
    pub a_1: bool,
}

impl CrateSelf {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CrateSelfFields) -> Self {
        Self { a_1: fields.a_1 }
    }
}

/// A branch.
///
/// Fields with one value are written, and checked when this is read:
///
/// - `type` is `super`: Here always `super`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrateSuper {
    /// An object inside.
    pub inner: CrateSuperInner,
}

schema_runtime::object_type! {
    CrateSuper {
        "super" type_ = "type",
        required inner = "inner",
    }
}

/// The required fields of [`CrateSuper`].
#[derive(Clone, Debug, PartialEq)]
pub struct CrateSuperFields {
    /// An object inside.
    pub inner: CrateSuperInner,
}

impl CrateSuper {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CrateSuperFields) -> Self {
        Self {
            inner: fields.inner,
        }
    }
}

/// Borrowed variant of [`CrateSuper`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrateSuperRef<'a> {
    /// See [`CrateSuper::inner`].
    pub inner: CrateSuperInnerRef<'a>,
}

schema_runtime::object_type! {
    CrateSuperRef<'a> {
        "super" type_ = "type",
        required inner = "inner",
    }
}

impl CrateSuperRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> CrateSuper {
        CrateSuper {
            inner: IntoOwned::into_owned(self.inner),
        }
    }
}

schema_runtime::into_owned!(CrateSuperRef => CrateSuper);

/// `CrateSuperInnerYZ`, which the schema does not describe.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CrateSuperInnerYZ {
    /// Text.
    pub k: Option<String>,
}

schema_runtime::object_type! {
    CrateSuperInnerYZ {
        optional k = "k",
    }
}

impl CrateSuperInnerYZ {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// Borrowed variant of [`CrateSuperInnerYZ`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrateSuperInnerYZRef<'a> {
    /// See [`CrateSuperInnerYZ::k`].
    pub k: Option<Borrowed<'a, String>>,
}

schema_runtime::object_type! {
    CrateSuperInnerYZRef<'a> {
        optional k = "k",
    }
}

impl CrateSuperInnerYZRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> CrateSuperInnerYZ {
        CrateSuperInnerYZ {
            k: IntoOwned::into_owned(self.k),
        }
    }
}

schema_runtime::into_owned!(CrateSuperInnerYZRef => CrateSuperInnerYZ);

/// An object inside.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrateSuperInner {
    /// A flag.
    pub x: bool,
    /// `y_z`, which the schema does not describe.
    pub y_z: Option<CrateSuperInnerYZ>,
}

schema_runtime::object_type! {
    CrateSuperInner {
        required x = "x",
        optional y_z = "y_z",
    }
}

/// The required fields of [`CrateSuperInner`].
#[derive(Clone, Debug, PartialEq)]
pub struct CrateSuperInnerFields {
    /// A flag.
    pub x: bool,
}

impl CrateSuperInner {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CrateSuperInnerFields) -> Self {
        Self {
            x: fields.x,
            y_z: None,
        }
    }
}

/// Borrowed variant of [`CrateSuperInner`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrateSuperInnerRef<'a> {
    /// See [`CrateSuperInner::x`].
    pub x: bool,
    /// See [`CrateSuperInner::y_z`].
    pub y_z: Option<CrateSuperInnerYZRef<'a>>,
}

schema_runtime::object_type! {
    CrateSuperInnerRef<'a> {
        required x = "x",
        optional y_z = "y_z",
    }
}

impl CrateSuperInnerRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> CrateSuperInner {
        CrateSuperInner {
            x: self.x,
            y_z: IntoOwned::into_owned(self.y_z),
        }
    }
}

schema_runtime::into_owned!(CrateSuperInnerRef => CrateSuperInner);

/// Keywords.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeywordsKinds {
    /// `type`
    Type,
    /// `self`
    Self_,
    /// `fn`
    Fn,
    /// `match`
    Match,
    /// `async`
    Async,
    /// `crate`
    Crate,
    /// `super`
    Super,
    /// `box`
    Box,
    /// `gen`
    Gen,
    /// `dyn`
    Dyn,
    /// `await`
    Await,
    /// `yield`
    Yield,
    /// `macro`
    Macro,
    /// `static`
    Static,
    /// `const`
    Const,
    /// `union`
    Union,
    /// `auto`
    Auto,
    /// `try`
    Try,
    /// `abstract`
    Abstract,
    /// `true`
    True,
}

impl KeywordsKinds {
    /// All members, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::Type,
        Self::Self_,
        Self::Fn,
        Self::Match,
        Self::Async,
        Self::Crate,
        Self::Super,
        Self::Box,
        Self::Gen,
        Self::Dyn,
        Self::Await,
        Self::Yield,
        Self::Macro,
        Self::Static,
        Self::Const,
        Self::Union,
        Self::Auto,
        Self::Try,
        Self::Abstract,
        Self::True,
    ];
}

impl StringValue for KeywordsKinds {
    const EXPECTED: &'static str = "`type`, `self`, `fn`, `match`, `async`, `crate`, `super`, `box`, `gen`, `dyn`, `await`, `yield`, `macro`, `static`, `const`, `union`, `auto`, `try`, `abstract` or `true`";

    fn accepts(text: &str) -> bool {
        Self::from_text(Cow::Borrowed(text)).is_some()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "type" => Some(Self::Type),
            "self" => Some(Self::Self_),
            "fn" => Some(Self::Fn),
            "match" => Some(Self::Match),
            "async" => Some(Self::Async),
            "crate" => Some(Self::Crate),
            "super" => Some(Self::Super),
            "box" => Some(Self::Box),
            "gen" => Some(Self::Gen),
            "dyn" => Some(Self::Dyn),
            "await" => Some(Self::Await),
            "yield" => Some(Self::Yield),
            "macro" => Some(Self::Macro),
            "static" => Some(Self::Static),
            "const" => Some(Self::Const),
            "union" => Some(Self::Union),
            "auto" => Some(Self::Auto),
            "try" => Some(Self::Try),
            "abstract" => Some(Self::Abstract),
            "true" => Some(Self::True),
            _ => None,
        }
    }

    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Type => "type",
            Self::Self_ => "self",
            Self::Fn => "fn",
            Self::Match => "match",
            Self::Async => "async",
            Self::Crate => "crate",
            Self::Super => "super",
            Self::Box => "box",
            Self::Gen => "gen",
            Self::Dyn => "dyn",
            Self::Await => "await",
            Self::Yield => "yield",
            Self::Macro => "macro",
            Self::Static => "static",
            Self::Const => "const",
            Self::Union => "union",
            Self::Auto => "auto",
            Self::Try => "try",
            Self::Abstract => "abstract",
            Self::True => "true",
        }
    }
}

schema_runtime::string_type!(KeywordsKinds);

/// Keywords, and others.
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum KeywordsOpenKinds {
    /// `type`
    Type,
    /// `self`
    Self_,
    /// `fn`
    Fn,
    /// `match`
    Match,
    /// `async`
    Async,
    /// `crate`
    Crate,
    /// `super`
    Super,
    /// `box`
    Box,
    /// `gen`
    Gen,
    /// `dyn`
    Dyn,
    /// `await`
    Await,
    /// `yield`
    Yield,
    /// `macro`
    Macro,
    /// `static`
    Static,
    /// `const`
    Const,
    /// `union`
    Union,
    /// `auto`
    Auto,
    /// `try`
    Try,
    /// `abstract`
    Abstract,
    /// `true`
    True,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl KeywordsOpenKinds {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] = &[
        Self::Type,
        Self::Self_,
        Self::Fn,
        Self::Match,
        Self::Async,
        Self::Crate,
        Self::Super,
        Self::Box,
        Self::Gen,
        Self::Dyn,
        Self::Await,
        Self::Yield,
        Self::Macro,
        Self::Static,
        Self::Const,
        Self::Union,
        Self::Auto,
        Self::Try,
        Self::Abstract,
        Self::True,
    ];
}

impl OpenSet for KeywordsOpenKinds {
    fn known(text: &str) -> Option<Self> {
        match text {
            "type" => Some(Self::Type),
            "self" => Some(Self::Self_),
            "fn" => Some(Self::Fn),
            "match" => Some(Self::Match),
            "async" => Some(Self::Async),
            "crate" => Some(Self::Crate),
            "super" => Some(Self::Super),
            "box" => Some(Self::Box),
            "gen" => Some(Self::Gen),
            "dyn" => Some(Self::Dyn),
            "await" => Some(Self::Await),
            "yield" => Some(Self::Yield),
            "macro" => Some(Self::Macro),
            "static" => Some(Self::Static),
            "const" => Some(Self::Const),
            "union" => Some(Self::Union),
            "auto" => Some(Self::Auto),
            "try" => Some(Self::Try),
            "abstract" => Some(Self::Abstract),
            "true" => Some(Self::True),
            _ => None,
        }
    }
}

impl StringValue for KeywordsOpenKinds {
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
            Self::Type => "type",
            Self::Self_ => "self",
            Self::Fn => "fn",
            Self::Match => "match",
            Self::Async => "async",
            Self::Crate => "crate",
            Self::Super => "super",
            Self::Box => "box",
            Self::Gen => "gen",
            Self::Dyn => "dyn",
            Self::Await => "await",
            Self::Yield => "yield",
            Self::Macro => "macro",
            Self::Static => "static",
            Self::Const => "const",
            Self::Union => "union",
            Self::Auto => "auto",
            Self::Try => "try",
            Self::Abstract => "abstract",
            Self::True => "true",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(KeywordsOpenKinds);

/// Names that mean something in Rust.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Keywords {
    /// A field called `type`.
    pub type_: String,
    /// A field called `self`.
    pub self_: String,
    /// A field called `fn`.
    pub fn_: String,
    /// A field called `match`.
    pub match_: String,
    /// A field called `async`.
    pub async_: String,
    /// A field called `crate`.
    pub crate_: String,
    /// A field called `super`.
    pub super_: Option<String>,
    /// A field called `box`.
    pub box_: Option<String>,
    /// A field called `gen`.
    pub gen_: Option<String>,
    /// A field called `dyn`.
    pub dyn_: Option<String>,
    /// A field called `await`.
    pub await_: Option<String>,
    /// A field called `yield`.
    pub yield_: Option<String>,
    /// A field called `macro`.
    pub macro_: Option<String>,
    /// A field called `static`.
    pub static_: Option<String>,
    /// A field called `const`.
    pub const_: Option<String>,
    /// A field called `union`.
    pub union: Option<String>,
    /// A field called `auto`.
    pub auto: Option<String>,
    /// A field called `try`.
    pub try_: Option<String>,
    /// A field called `abstract`.
    pub abstract_: Option<String>,
    /// A field called `true`.
    pub true_: Option<String>,
    /// A field called `d`.
    pub d: Option<Integer<u8, 0, 1>>,
    /// A field called `s`.
    pub s: Option<Integer<u8, 0, 1>>,
    /// A field called `t`.
    pub t: Option<Integer<u8, 0, 1>>,
    /// A field called `de`.
    pub de: Option<Integer<u8, 0, 1>>,
    /// A field called `value`.
    pub value: Option<Integer<u8, 0, 1>>,
    /// A field called `fields`.
    pub fields: Option<Integer<u8, 0, 1>>,
    /// A field called `deserializer`.
    pub deserializer: Option<Integer<u8, 0, 1>>,
    /// A field called `serializer`.
    pub serializer: Option<Integer<u8, 0, 1>>,
    /// A field called `new`.
    pub new: Option<Integer<u8, 0, 1>>,
    /// A field called `default`.
    pub default: Option<Integer<u8, 0, 1>>,
    /// A field called `as_str`.
    pub as_str: Option<Integer<u8, 0, 1>>,
    /// A field called `text`.
    pub text: Option<Integer<u8, 0, 1>>,
    /// A field called `result`.
    pub result: Option<Integer<u8, 0, 1>>,
    /// A field called `__field0`.
    pub field0: Option<Integer<u8, 0, 1>>,
    /// A field called `std`.
    pub std: Option<Integer<u8, 0, 1>>,
    /// A field called `core`.
    pub core: Option<Integer<u8, 0, 1>>,
    /// A field called `serde`.
    pub serde: Option<Integer<u8, 0, 1>>,
    /// A field called `schema_runtime`.
    pub schema_runtime: Option<Integer<u8, 0, 1>>,
    /// A field called `string`.
    pub string: Option<Integer<u8, 0, 1>>,
    /// A field called `u8`.
    pub u8: Option<Integer<u8, 0, 1>>,
    /// A field called `camelCase`.
    pub camel_case: bool,
    /// A field called `kebab-case`.
    pub kebab_case: bool,
    /// A field called `Pascal_Case`.
    pub pascal_case: Option<bool>,
    /// A field called `with space`.
    pub with_space: Option<bool>,
    /// A field called `dotted.name`.
    pub dotted_name: Option<bool>,
    /// A field called `line2`.
    pub line2: Option<bool>,
    /// A field called `line_3`.
    pub line_3: Option<bool>,
    /// A field called `a1b2c3`.
    pub a1b2c3: Option<bool>,
    /// A field called `x_y_z`.
    pub x_y_z: Option<bool>,
    /// A field called `HTTPServer`.
    pub http_server: Option<bool>,
    /// A field called `ünïcode`.
    pub ünïcode: Option<bool>,
    /// A field called `don't`.
    pub don_t: Option<bool>,
    /// A field called `@at`.
    pub at: Option<bool>,
    /// A field called `$dollar`.
    pub dollar: Option<bool>,
    /// A field called `slash/ed`.
    pub slash_ed: Option<bool>,
    /// A field called `tilde~d`.
    pub tilde_d: Option<bool>,
    /// A field called `quote"d`.
    pub quote_d: Option<bool>,
    /// A field called `per%cent`.
    pub per_cent: Option<bool>,
    /// Of a named type.
    pub of_type: Type,
    /// Of a named type.
    pub of_self: Self_,
    /// Of a named type.
    pub of_fn: Fn,
    /// Of a named type.
    pub of_match: Match,
    /// Of a named type.
    pub of_async: Async,
    /// Of a named type.
    pub of_crate: Crate,
    /// Keywords.
    pub kinds: Option<KeywordsKinds>,
    /// Keywords, and others.
    pub open_kinds: Option<KeywordsOpenKinds>,
}

schema_runtime::object_type! {
    Keywords {
        required type_ = "type",
        required self_ = "self",
        required fn_ = "fn",
        required match_ = "match",
        required async_ = "async",
        required crate_ = "crate",
        optional super_ = "super",
        optional box_ = "box",
        optional gen_ = "gen",
        optional dyn_ = "dyn",
        optional await_ = "await",
        optional yield_ = "yield",
        optional macro_ = "macro",
        optional static_ = "static",
        optional const_ = "const",
        optional union = "union",
        optional auto = "auto",
        optional try_ = "try",
        optional abstract_ = "abstract",
        optional true_ = "true",
        optional d = "d",
        optional s = "s",
        optional t = "t",
        optional de = "de",
        optional value = "value",
        optional fields = "fields",
        optional deserializer = "deserializer",
        optional serializer = "serializer",
        optional new = "new",
        optional default = "default",
        optional as_str = "as_str",
        optional text = "text",
        optional result = "result",
        optional field0 = "__field0",
        optional std = "std",
        optional core = "core",
        optional serde = "serde",
        optional schema_runtime = "schema_runtime",
        optional string = "string",
        optional u8 = "u8",
        required camel_case = "camelCase",
        required kebab_case = "kebab-case",
        optional pascal_case = "Pascal_Case",
        optional with_space = "with space",
        optional dotted_name = "dotted.name",
        optional line2 = "line2",
        optional line_3 = "line_3",
        optional a1b2c3 = "a1b2c3",
        optional x_y_z = "x_y_z",
        optional http_server = "HTTPServer",
        optional ünïcode = "ünïcode",
        optional don_t = "don't",
        optional at = "@at",
        optional dollar = "$dollar",
        optional slash_ed = "slash/ed",
        optional tilde_d = "tilde~d",
        optional quote_d = "quote\"d",
        optional per_cent = "per%cent",
        required of_type = "of_type",
        required of_self = "of_self",
        required of_fn = "of_fn",
        required of_match = "of_match",
        required of_async = "of_async",
        required of_crate = "of_crate",
        optional kinds = "kinds",
        optional open_kinds = "open_kinds",
    }
}

/// The required fields of [`Keywords`].
#[derive(Clone, Debug, PartialEq)]
pub struct KeywordsFields {
    /// A field called `type`.
    pub type_: String,
    /// A field called `self`.
    pub self_: String,
    /// A field called `fn`.
    pub fn_: String,
    /// A field called `match`.
    pub match_: String,
    /// A field called `async`.
    pub async_: String,
    /// A field called `crate`.
    pub crate_: String,
    /// A field called `camelCase`.
    pub camel_case: bool,
    /// A field called `kebab-case`.
    pub kebab_case: bool,
    /// Of a named type.
    pub of_type: Type,
    /// Of a named type.
    pub of_self: Self_,
    /// Of a named type.
    pub of_fn: Fn,
    /// Of a named type.
    pub of_match: Match,
    /// Of a named type.
    pub of_async: Async,
    /// Of a named type.
    pub of_crate: Crate,
}

impl Keywords {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: KeywordsFields) -> Self {
        Self {
            type_: fields.type_,
            self_: fields.self_,
            fn_: fields.fn_,
            match_: fields.match_,
            async_: fields.async_,
            crate_: fields.crate_,
            super_: None,
            box_: None,
            gen_: None,
            dyn_: None,
            await_: None,
            yield_: None,
            macro_: None,
            static_: None,
            const_: None,
            union: None,
            auto: None,
            try_: None,
            abstract_: None,
            true_: None,
            d: None,
            s: None,
            t: None,
            de: None,
            value: None,
            fields: None,
            deserializer: None,
            serializer: None,
            new: None,
            default: None,
            as_str: None,
            text: None,
            result: None,
            field0: None,
            std: None,
            core: None,
            serde: None,
            schema_runtime: None,
            string: None,
            u8: None,
            camel_case: fields.camel_case,
            kebab_case: fields.kebab_case,
            pascal_case: None,
            with_space: None,
            dotted_name: None,
            line2: None,
            line_3: None,
            a1b2c3: None,
            x_y_z: None,
            http_server: None,
            ünïcode: None,
            don_t: None,
            at: None,
            dollar: None,
            slash_ed: None,
            tilde_d: None,
            quote_d: None,
            per_cent: None,
            of_type: fields.of_type,
            of_self: fields.of_self,
            of_fn: fields.of_fn,
            of_match: fields.of_match,
            of_async: fields.of_async,
            of_crate: fields.of_crate,
            kinds: None,
            open_kinds: None,
        }
    }
}

/// Borrowed variant of [`Keywords`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct KeywordsRef<'a> {
    /// See [`Keywords::type_`].
    pub type_: Borrowed<'a, String>,
    /// See [`Keywords::self_`].
    pub self_: Borrowed<'a, String>,
    /// See [`Keywords::fn_`].
    pub fn_: Borrowed<'a, String>,
    /// See [`Keywords::match_`].
    pub match_: Borrowed<'a, String>,
    /// See [`Keywords::async_`].
    pub async_: Borrowed<'a, String>,
    /// See [`Keywords::crate_`].
    pub crate_: Borrowed<'a, String>,
    /// See [`Keywords::super_`].
    pub super_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::box_`].
    pub box_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::gen_`].
    pub gen_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::dyn_`].
    pub dyn_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::await_`].
    pub await_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::yield_`].
    pub yield_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::macro_`].
    pub macro_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::static_`].
    pub static_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::const_`].
    pub const_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::union`].
    pub union: Option<Borrowed<'a, String>>,
    /// See [`Keywords::auto`].
    pub auto: Option<Borrowed<'a, String>>,
    /// See [`Keywords::try_`].
    pub try_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::abstract_`].
    pub abstract_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::true_`].
    pub true_: Option<Borrowed<'a, String>>,
    /// See [`Keywords::d`].
    pub d: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::s`].
    pub s: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::t`].
    pub t: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::de`].
    pub de: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::value`].
    pub value: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::fields`].
    pub fields: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::deserializer`].
    pub deserializer: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::serializer`].
    pub serializer: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::new`].
    pub new: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::default`].
    pub default: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::as_str`].
    pub as_str: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::text`].
    pub text: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::result`].
    pub result: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::field0`].
    pub field0: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::std`].
    pub std: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::core`].
    pub core: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::serde`].
    pub serde: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::schema_runtime`].
    pub schema_runtime: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::string`].
    pub string: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::u8`].
    pub u8: Option<Integer<u8, 0, 1>>,
    /// See [`Keywords::camel_case`].
    pub camel_case: bool,
    /// See [`Keywords::kebab_case`].
    pub kebab_case: bool,
    /// See [`Keywords::pascal_case`].
    pub pascal_case: Option<bool>,
    /// See [`Keywords::with_space`].
    pub with_space: Option<bool>,
    /// See [`Keywords::dotted_name`].
    pub dotted_name: Option<bool>,
    /// See [`Keywords::line2`].
    pub line2: Option<bool>,
    /// See [`Keywords::line_3`].
    pub line_3: Option<bool>,
    /// See [`Keywords::a1b2c3`].
    pub a1b2c3: Option<bool>,
    /// See [`Keywords::x_y_z`].
    pub x_y_z: Option<bool>,
    /// See [`Keywords::http_server`].
    pub http_server: Option<bool>,
    /// See [`Keywords::ünïcode`].
    pub ünïcode: Option<bool>,
    /// See [`Keywords::don_t`].
    pub don_t: Option<bool>,
    /// See [`Keywords::at`].
    pub at: Option<bool>,
    /// See [`Keywords::dollar`].
    pub dollar: Option<bool>,
    /// See [`Keywords::slash_ed`].
    pub slash_ed: Option<bool>,
    /// See [`Keywords::tilde_d`].
    pub tilde_d: Option<bool>,
    /// See [`Keywords::quote_d`].
    pub quote_d: Option<bool>,
    /// See [`Keywords::per_cent`].
    pub per_cent: Option<bool>,
    /// See [`Keywords::of_type`].
    pub of_type: Borrowed<'a, Type>,
    /// See [`Keywords::of_self`].
    pub of_self: SelfRef<'a>,
    /// See [`Keywords::of_fn`].
    pub of_fn: Fn,
    /// See [`Keywords::of_match`].
    pub of_match: Match,
    /// See [`Keywords::of_async`].
    pub of_async: Vec<SelfRef<'a>>,
    /// See [`Keywords::of_crate`].
    pub of_crate: CrateRef<'a>,
    /// See [`Keywords::kinds`].
    pub kinds: Option<KeywordsKinds>,
    /// See [`Keywords::open_kinds`].
    pub open_kinds: Option<KeywordsOpenKinds>,
}

schema_runtime::object_type! {
    KeywordsRef<'a> {
        required type_ = "type",
        required self_ = "self",
        required fn_ = "fn",
        required match_ = "match",
        required async_ = "async",
        required crate_ = "crate",
        optional super_ = "super",
        optional box_ = "box",
        optional gen_ = "gen",
        optional dyn_ = "dyn",
        optional await_ = "await",
        optional yield_ = "yield",
        optional macro_ = "macro",
        optional static_ = "static",
        optional const_ = "const",
        optional union = "union",
        optional auto = "auto",
        optional try_ = "try",
        optional abstract_ = "abstract",
        optional true_ = "true",
        optional d = "d",
        optional s = "s",
        optional t = "t",
        optional de = "de",
        optional value = "value",
        optional fields = "fields",
        optional deserializer = "deserializer",
        optional serializer = "serializer",
        optional new = "new",
        optional default = "default",
        optional as_str = "as_str",
        optional text = "text",
        optional result = "result",
        optional field0 = "__field0",
        optional std = "std",
        optional core = "core",
        optional serde = "serde",
        optional schema_runtime = "schema_runtime",
        optional string = "string",
        optional u8 = "u8",
        required camel_case = "camelCase",
        required kebab_case = "kebab-case",
        optional pascal_case = "Pascal_Case",
        optional with_space = "with space",
        optional dotted_name = "dotted.name",
        optional line2 = "line2",
        optional line_3 = "line_3",
        optional a1b2c3 = "a1b2c3",
        optional x_y_z = "x_y_z",
        optional http_server = "HTTPServer",
        optional ünïcode = "ünïcode",
        optional don_t = "don't",
        optional at = "@at",
        optional dollar = "$dollar",
        optional slash_ed = "slash/ed",
        optional tilde_d = "tilde~d",
        optional quote_d = "quote\"d",
        optional per_cent = "per%cent",
        required of_type = "of_type",
        required of_self = "of_self",
        required of_fn = "of_fn",
        required of_match = "of_match",
        required of_async = "of_async",
        required of_crate = "of_crate",
        optional kinds = "kinds",
        optional open_kinds = "open_kinds",
    }
}

impl KeywordsRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Keywords {
        Keywords {
            type_: IntoOwned::into_owned(self.type_),
            self_: IntoOwned::into_owned(self.self_),
            fn_: IntoOwned::into_owned(self.fn_),
            match_: IntoOwned::into_owned(self.match_),
            async_: IntoOwned::into_owned(self.async_),
            crate_: IntoOwned::into_owned(self.crate_),
            super_: IntoOwned::into_owned(self.super_),
            box_: IntoOwned::into_owned(self.box_),
            gen_: IntoOwned::into_owned(self.gen_),
            dyn_: IntoOwned::into_owned(self.dyn_),
            await_: IntoOwned::into_owned(self.await_),
            yield_: IntoOwned::into_owned(self.yield_),
            macro_: IntoOwned::into_owned(self.macro_),
            static_: IntoOwned::into_owned(self.static_),
            const_: IntoOwned::into_owned(self.const_),
            union: IntoOwned::into_owned(self.union),
            auto: IntoOwned::into_owned(self.auto),
            try_: IntoOwned::into_owned(self.try_),
            abstract_: IntoOwned::into_owned(self.abstract_),
            true_: IntoOwned::into_owned(self.true_),
            d: self.d,
            s: self.s,
            t: self.t,
            de: self.de,
            value: self.value,
            fields: self.fields,
            deserializer: self.deserializer,
            serializer: self.serializer,
            new: self.new,
            default: self.default,
            as_str: self.as_str,
            text: self.text,
            result: self.result,
            field0: self.field0,
            std: self.std,
            core: self.core,
            serde: self.serde,
            schema_runtime: self.schema_runtime,
            string: self.string,
            u8: self.u8,
            camel_case: self.camel_case,
            kebab_case: self.kebab_case,
            pascal_case: self.pascal_case,
            with_space: self.with_space,
            dotted_name: self.dotted_name,
            line2: self.line2,
            line_3: self.line_3,
            a1b2c3: self.a1b2c3,
            x_y_z: self.x_y_z,
            http_server: self.http_server,
            ünïcode: self.ünïcode,
            don_t: self.don_t,
            at: self.at,
            dollar: self.dollar,
            slash_ed: self.slash_ed,
            tilde_d: self.tilde_d,
            quote_d: self.quote_d,
            per_cent: self.per_cent,
            of_type: IntoOwned::into_owned(self.of_type),
            of_self: IntoOwned::into_owned(self.of_self),
            of_fn: self.of_fn,
            of_match: self.of_match,
            of_async: IntoOwned::into_owned(self.of_async),
            of_crate: IntoOwned::into_owned(self.of_crate),
            kinds: self.kinds,
            open_kinds: self.open_kinds,
        }
    }
}

schema_runtime::into_owned!(KeywordsRef => Keywords);

impl Keywords {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "keywords";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/keywords.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Keywords {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Keywords::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Keywords
    }
}

impl KnownPayload for Keywords {
    const SCHEMA_REF: &'static str = Keywords::SCHEMA_REF;
    const VERSION: &'static str = Keywords::VERSION;
}

impl<'a> Payload for KeywordsRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(Keywords::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::Keywords
    }
}

impl<'a> KnownPayload for KeywordsRef<'a> {
    const SCHEMA_REF: &'static str = Keywords::SCHEMA_REF;
    const VERSION: &'static str = Keywords::VERSION;
}

// @generated from shop/v1/keywords.json by `cargo xtask codegen`. Changes made here are lost.

//! `keywords`: Names that mean something in Rust.

use std::borrow::Cow;

use schema_runtime::{Integer, KnownPayload, OpenSet, Payload, StringValue, TaggedUnion, Unknown};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Kind;

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Type(String);

impl StringValue for Type {
    const EXPECTED: &'static str = "at least 1 character";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(text.into_owned()))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl Type {
    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }
}

schema_runtime::string_type!(Type);

/// An object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Self_ {
    /// Text.
    #[serde(rename = "self")]
    pub self_: String,
    /// Another.
    #[serde(rename = "crate")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub crate_: Option<Box<Self_>>,
}

schema_runtime::object_type!(Self_);

/// The required fields of a [`Self_`].
#[derive(Clone, Debug, PartialEq)]
pub struct SelfFields {
    /// Text.
    pub self_: String,
}

impl Self_ {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: SelfFields) -> Self {
        Self {
            self_: fields.self_,
            crate_: None,
        }
    }
}

/// A set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fn {
    /// `fn`
    Fn,
    /// `Fn2`
    Fn2,
}

impl StringValue for Fn {
    const EXPECTED: &'static str = "`fn` or `Fn2`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "fn" => Some(Self::Fn),
            "Fn2" => Some(Self::Fn2),
            _ => None,
        }
    }

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

impl OpenSet for Match {
    fn known(text: &str) -> Option<Self> {
        match text {
            "match" => Some(Self::Match),
            "self" => Some(Self::Self_),
            _ => None,
        }
    }

    fn accepts(_text: &str) -> bool {
        true
    }
}

impl StringValue for Match {
    const EXPECTED: &'static str = "a string";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

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

impl TaggedUnion for Crate {
    const TAG: &'static str = "type";
    const TAGS: &'static [&'static str] = &["self", "super"];

    fn branch<'de, D>(tag: &str, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        match tag {
            "self" => Deserialize::deserialize(deserializer).map(Self::Self_),
            _ => Deserialize::deserialize(deserializer).map(Self::Super),
        }
    }
}

impl<'de> Deserialize<'de> for Crate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        schema_runtime::deserialize_union(deserializer)
    }
}

impl Serialize for Crate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Self_(branch) => branch.serialize(serializer),
            Self::Super(branch) => branch.serialize(serializer),
        }
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

/// A branch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct CrateSelf {
    /// Here always `self`.
    #[serde(rename = "type")]
    pub type_: CrateSelfType,
    /// A flag.
    pub a_1: bool,
}

schema_runtime::object_type!(CrateSelf);

/// The required fields of a [`CrateSelf`].
#[derive(Clone, Debug, PartialEq)]
pub struct CrateSelfFields {
    /// Here always `self`.
    pub type_: CrateSelfType,
    /// A flag.
    pub a_1: bool,
}

impl CrateSelf {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CrateSelfFields) -> Self {
        Self {
            type_: fields.type_,
            a_1: fields.a_1,
        }
    }
}

/// Here always `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CrateSelfType {
    /// `self`
    Self_,
}

impl StringValue for CrateSelfType {
    const EXPECTED: &'static str = "`self`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "self" => Some(Self::Self_),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Self_ => "self",
        }
    }
}

schema_runtime::string_type!(CrateSelfType);

/// A branch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct CrateSuper {
    /// Here always `super`.
    #[serde(rename = "type")]
    pub type_: CrateSuperType,
    /// An object inside.
    pub inner: CrateSuperInner,
}

schema_runtime::object_type!(CrateSuper);

/// The required fields of a [`CrateSuper`].
#[derive(Clone, Debug, PartialEq)]
pub struct CrateSuperFields {
    /// Here always `super`.
    pub type_: CrateSuperType,
    /// An object inside.
    pub inner: CrateSuperInner,
}

impl CrateSuper {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CrateSuperFields) -> Self {
        Self {
            type_: fields.type_,
            inner: fields.inner,
        }
    }
}

/// Here always `super`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CrateSuperType {
    /// `super`
    Super,
}

impl StringValue for CrateSuperType {
    const EXPECTED: &'static str = "`super`";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        match &*text {
            "super" => Some(Self::Super),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Super => "super",
        }
    }
}

schema_runtime::string_type!(CrateSuperType);

/// `CrateSuperInnerYZ`, which the schema does not describe.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct CrateSuperInnerYZ {
    /// Text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub k: Option<String>,
}

schema_runtime::object_type!(CrateSuperInnerYZ);

impl CrateSuperInnerYZ {
    /// Makes a value without any field: all are optional, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// An object inside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct CrateSuperInner {
    /// A flag.
    pub x: bool,
    /// `y_z`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub y_z: Option<CrateSuperInnerYZ>,
}

schema_runtime::object_type!(CrateSuperInner);

/// The required fields of a [`CrateSuperInner`].
#[derive(Clone, Debug, PartialEq)]
pub struct CrateSuperInnerFields {
    /// A flag.
    pub x: bool,
}

impl CrateSuperInner {
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: CrateSuperInnerFields) -> Self {
        Self {
            x: fields.x,
            y_z: None,
        }
    }
}

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

impl StringValue for KeywordsKinds {
    const EXPECTED: &'static str = "`type`, `self`, `fn`, `match`, `async`, `crate`, `super`, `box`, `gen`, `dyn`, `await`, `yield`, `macro`, `static`, `const`, `union`, `auto`, `try`, `abstract` or `true`";

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

    fn accepts(_text: &str) -> bool {
        true
    }
}

impl StringValue for KeywordsOpenKinds {
    const EXPECTED: &'static str = "a string";

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct Keywords {
    /// A field called `type`.
    #[serde(rename = "type")]
    pub type_: String,
    /// A field called `self`.
    #[serde(rename = "self")]
    pub self_: String,
    /// A field called `fn`.
    #[serde(rename = "fn")]
    pub fn_: String,
    /// A field called `match`.
    #[serde(rename = "match")]
    pub match_: String,
    /// A field called `async`.
    #[serde(rename = "async")]
    pub async_: String,
    /// A field called `crate`.
    #[serde(rename = "crate")]
    pub crate_: String,
    /// A field called `super`.
    #[serde(rename = "super")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub super_: Option<String>,
    /// A field called `box`.
    #[serde(rename = "box")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub box_: Option<String>,
    /// A field called `gen`.
    #[serde(rename = "gen")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub gen_: Option<String>,
    /// A field called `dyn`.
    #[serde(rename = "dyn")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub dyn_: Option<String>,
    /// A field called `await`.
    #[serde(rename = "await")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub await_: Option<String>,
    /// A field called `yield`.
    #[serde(rename = "yield")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub yield_: Option<String>,
    /// A field called `macro`.
    #[serde(rename = "macro")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub macro_: Option<String>,
    /// A field called `static`.
    #[serde(rename = "static")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub static_: Option<String>,
    /// A field called `const`.
    #[serde(rename = "const")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub const_: Option<String>,
    /// A field called `union`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub union: Option<String>,
    /// A field called `auto`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub auto: Option<String>,
    /// A field called `try`.
    #[serde(rename = "try")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub try_: Option<String>,
    /// A field called `abstract`.
    #[serde(rename = "abstract")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub abstract_: Option<String>,
    /// A field called `true`.
    #[serde(rename = "true")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub true_: Option<String>,
    /// A field called `d`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub d: Option<Integer<0, 1>>,
    /// A field called `s`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub s: Option<Integer<0, 1>>,
    /// A field called `t`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub t: Option<Integer<0, 1>>,
    /// A field called `de`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub de: Option<Integer<0, 1>>,
    /// A field called `value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub value: Option<Integer<0, 1>>,
    /// A field called `fields`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub fields: Option<Integer<0, 1>>,
    /// A field called `deserializer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub deserializer: Option<Integer<0, 1>>,
    /// A field called `serializer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub serializer: Option<Integer<0, 1>>,
    /// A field called `new`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub new: Option<Integer<0, 1>>,
    /// A field called `default`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub default: Option<Integer<0, 1>>,
    /// A field called `as_str`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub as_str: Option<Integer<0, 1>>,
    /// A field called `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub text: Option<Integer<0, 1>>,
    /// A field called `result`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub result: Option<Integer<0, 1>>,
    /// A field called `__field0`.
    #[serde(rename = "__field0")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub field0: Option<Integer<0, 1>>,
    /// A field called `std`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub std: Option<Integer<0, 1>>,
    /// A field called `core`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub core: Option<Integer<0, 1>>,
    /// A field called `serde`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub serde: Option<Integer<0, 1>>,
    /// A field called `schema_runtime`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub schema_runtime: Option<Integer<0, 1>>,
    /// A field called `string`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub string: Option<Integer<0, 1>>,
    /// A field called `u8`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub u8: Option<Integer<0, 1>>,
    /// A field called `camelCase`.
    #[serde(rename = "camelCase")]
    pub camel_case: bool,
    /// A field called `kebab-case`.
    #[serde(rename = "kebab-case")]
    pub kebab_case: bool,
    /// A field called `Pascal_Case`.
    #[serde(rename = "Pascal_Case")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub pascal_case: Option<bool>,
    /// A field called `with space`.
    #[serde(rename = "with space")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub with_space: Option<bool>,
    /// A field called `dotted.name`.
    #[serde(rename = "dotted.name")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub dotted_name: Option<bool>,
    /// A field called `line2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub line2: Option<bool>,
    /// A field called `line_3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub line_3: Option<bool>,
    /// A field called `a1b2c3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub a1b2c3: Option<bool>,
    /// A field called `x_y_z`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub x_y_z: Option<bool>,
    /// A field called `HTTPServer`.
    #[serde(rename = "HTTPServer")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub http_server: Option<bool>,
    /// A field called `ünïcode`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub ünïcode: Option<bool>,
    /// A field called `don't`.
    #[serde(rename = "don't")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub don_t: Option<bool>,
    /// A field called `@at`.
    #[serde(rename = "@at")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub at: Option<bool>,
    /// A field called `$dollar`.
    #[serde(rename = "$dollar")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub dollar: Option<bool>,
    /// A field called `slash/ed`.
    #[serde(rename = "slash/ed")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub slash_ed: Option<bool>,
    /// A field called `tilde~d`.
    #[serde(rename = "tilde~d")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub tilde_d: Option<bool>,
    /// A field called `quote"d`.
    #[serde(rename = "quote\"d")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub quote_d: Option<bool>,
    /// A field called `per%cent`.
    #[serde(rename = "per%cent")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub kinds: Option<KeywordsKinds>,
    /// Keywords, and others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub open_kinds: Option<KeywordsOpenKinds>,
}

schema_runtime::object_type!(Keywords);

/// The required fields of a [`Keywords`].
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
    /// Makes a value of its required fields. Optional fields are absent, and can be set.
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
    const EVENT_TYPE: Option<&'static str> = Some(Self::EVENT_TYPE);

    fn event_type(&self) -> Kind {
        Kind::Keywords
    }

    fn deserialize_as<'de, D>(_: &Kind, deserializer: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer)
    }
}

impl KnownPayload for Keywords {
    const SCHEMA_REF: &'static str = Self::SCHEMA_REF;
    const VERSION: &'static str = Self::VERSION;
}

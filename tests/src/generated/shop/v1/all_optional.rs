// @generated from shop/v1/all_optional.json by `cargo xtask codegen`. Changes made here are lost.

//! `all_optional`: A body with optional fields alone.

use schema_runtime::{Borrowed, IntoOwned, KnownPayload, Number, Payload};

use super::Kind;

/// Optional fields alone, inside.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Inner {
    /// X.
    pub x: Option<bool>,
}

schema_runtime::object_type! {
    Inner {
        optional x = "x",
    }
}

impl Inner {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// Optional fields alone.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AllOptional {
    /// A.
    pub a: Option<String>,
    /// B.
    pub b: Option<Inner>,
    /// C.
    pub c: Option<Option<Number>>,
}

schema_runtime::object_type! {
    AllOptional {
        optional a = "a",
        optional b = "b",
        optional c = "c",
    }
}

impl AllOptional {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// Borrowed variant of [`AllOptional`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AllOptionalRef<'a> {
    /// See [`AllOptional::a`].
    pub a: Option<Borrowed<'a, String>>,
    /// See [`AllOptional::b`].
    pub b: Option<Inner>,
    /// See [`AllOptional::c`].
    pub c: Option<Option<Number>>,
}

schema_runtime::object_type! {
    AllOptionalRef<'a> {
        optional a = "a",
        optional b = "b",
        optional c = "c",
    }
}

impl AllOptionalRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> AllOptional {
        AllOptional {
            a: IntoOwned::into_owned(self.a),
            b: self.b,
            c: self.c,
        }
    }
}

schema_runtime::into_owned!(AllOptionalRef => AllOptional);

impl AllOptional {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "all_optional";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/all_optional.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for AllOptional {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(AllOptional::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::AllOptional
    }
}

impl KnownPayload for AllOptional {
    const SCHEMA_REF: &'static str = AllOptional::SCHEMA_REF;
    const VERSION: &'static str = AllOptional::VERSION;
}

impl<'a> Payload for AllOptionalRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(AllOptional::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::AllOptional
    }
}

impl<'a> KnownPayload for AllOptionalRef<'a> {
    const SCHEMA_REF: &'static str = AllOptional::SCHEMA_REF;
    const VERSION: &'static str = AllOptional::VERSION;
}

// @generated from limits/v1/texts.json by `cargo xtask codegen`. Changes made here are lost.

//! `texts`: Texts of formats.

use std::net::Ipv4Addr;

use schema_runtime::{Borrowed, Date, IntoOwned, KnownPayload, ObjectMap, Payload, UniqueVec};

use super::EventEventType;

/// Texts of formats.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Texts {
    /// A day.
    pub date: Date,
    /// An address.
    pub address: Ipv4Addr,
    /// A day, or null.
    pub null_date: Option<Date>,
    /// An address, or null.
    pub null_address: Option<Ipv4Addr>,
    /// Different days.
    pub dates: UniqueVec<Date>,
    /// Different addresses.
    pub addresses: UniqueVec<Ipv4Addr, 1>,
    /// Days by name.
    pub by_name: ObjectMap<String, Date>,
    /// A day by a definition.
    pub named: Day,
    /// A day that may be left out.
    pub maybe_date: Option<Date>,
    /// An address that may be left out.
    pub maybe_address: Option<Ipv4Addr>,
}

schema_runtime::object_type! {
    Texts {
        required date = "date",
        required address = "address",
        required null_date = "null_date",
        required null_address = "null_address",
        required dates = "dates",
        required addresses = "addresses",
        required by_name = "by_name",
        required named = "named",
        optional maybe_date = "maybe_date",
        optional maybe_address = "maybe_address",
    }
}

/// The required fields of [`Texts`].
#[derive(Clone, Debug, PartialEq)]
pub struct TextsFields {
    /// A day.
    pub date: Date,
    /// An address.
    pub address: Ipv4Addr,
    /// A day, or null.
    pub null_date: Option<Date>,
    /// An address, or null.
    pub null_address: Option<Ipv4Addr>,
    /// Different days.
    pub dates: UniqueVec<Date>,
    /// Different addresses.
    pub addresses: UniqueVec<Ipv4Addr, 1>,
    /// Days by name.
    pub by_name: ObjectMap<String, Date>,
    /// A day by a definition.
    pub named: Day,
}

impl Texts {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TextsFields) -> Self {
        Self {
            date: fields.date,
            address: fields.address,
            null_date: fields.null_date,
            null_address: fields.null_address,
            dates: fields.dates,
            addresses: fields.addresses,
            by_name: fields.by_name,
            named: fields.named,
            maybe_date: None,
            maybe_address: None,
        }
    }
}

/// Borrowed variant of [`Texts`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TextsRef<'a> {
    /// See [`Texts::date`].
    pub date: Date,
    /// See [`Texts::address`].
    pub address: Ipv4Addr,
    /// See [`Texts::null_date`].
    pub null_date: Option<Date>,
    /// See [`Texts::null_address`].
    pub null_address: Option<Ipv4Addr>,
    /// See [`Texts::dates`].
    pub dates: UniqueVec<Date>,
    /// See [`Texts::addresses`].
    pub addresses: UniqueVec<Ipv4Addr, 1>,
    /// See [`Texts::by_name`].
    pub by_name: ObjectMap<Borrowed<'a, String>, Date>,
    /// See [`Texts::named`].
    pub named: Day,
    /// See [`Texts::maybe_date`].
    pub maybe_date: Option<Date>,
    /// See [`Texts::maybe_address`].
    pub maybe_address: Option<Ipv4Addr>,
}

schema_runtime::object_type! {
    TextsRef<'a> {
        required date = "date",
        required address = "address",
        required null_date = "null_date",
        required null_address = "null_address",
        required dates = "dates",
        required addresses = "addresses",
        required by_name = "by_name",
        required named = "named",
        optional maybe_date = "maybe_date",
        optional maybe_address = "maybe_address",
    }
}

impl TextsRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> Texts {
        Texts {
            date: self.date,
            address: self.address,
            null_date: self.null_date,
            null_address: self.null_address,
            dates: self.dates,
            addresses: self.addresses,
            by_name: IntoOwned::into_owned(self.by_name),
            named: self.named,
            maybe_date: self.maybe_date,
            maybe_address: self.maybe_address,
        }
    }
}

schema_runtime::into_owned!(TextsRef => Texts);

impl Texts {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "texts";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/limits/v1/texts.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for Texts {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Texts::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Texts
    }
}

impl KnownPayload for Texts {
    const SCHEMA_REF: &'static str = Texts::SCHEMA_REF;
    const VERSION: &'static str = Texts::VERSION;
}

impl<'a> Payload for TextsRef<'a> {
    type EventType = EventEventType;
    const EVENT_TYPE: Option<&'static str> = Some(Texts::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> EventEventType {
        EventEventType::Texts
    }
}

impl<'a> KnownPayload for TextsRef<'a> {
    const SCHEMA_REF: &'static str = Texts::SCHEMA_REF;
    const VERSION: &'static str = Texts::VERSION;
}

/// A day.
pub type Day = Date;

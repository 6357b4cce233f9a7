// @generated from limits by `cargo xtask codegen`. Changes made here are lost.

//! Values with limits, one module for each major version.

#![allow(
    clippy::enum_variant_names,
    clippy::large_enum_variant,
    clippy::type_complexity,
    reason = "names, sizes and nesting are those of the schemas"
)]

use std::str::FromStr;

use schema_runtime::serde::{Serialize, Serializer};
use schema_runtime::{Error, Lines, ReadEvent};

pub mod v1;

/// An event of any major version.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AnyEvent {
    /// An event of [`v1`].
    V1(v1::Event),
}

impl AnyEvent {
    /// Reads the body of a delivery, as an event of the major version that it names.
    ///
    /// A body that names none is read as each of them, the newest first, until one accepts it and knows the type
    /// of the event. If none knows it, it is an event of the newest that accepts it.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not JSON, or if the schema of its major version rejects it. A body that
    /// names an unknown major version is read as the newest. If a body names none and all versions reject it,
    /// the error is that of the newest.
    #[inline]
    pub fn from_slice(body: &[u8]) -> Result<Self, Error> {
        v1::Event::from_slice(body).map(Self::V1)
    }

    /// Reads newline-delimited bodies, one after the other, as [`from_slice`](Self::from_slice) does. Empty
    /// lines are left out.
    #[must_use]
    pub fn from_lines(bodies: &[u8]) -> Lines<'_, Self> {
        Lines::new(bodies)
    }

    /// Returns the major version.
    #[must_use]
    pub fn major(&self) -> u32 {
        match self {
            Self::V1(_) => 1,
        }
    }
}

impl ReadEvent<'_> for AnyEvent {
    #[inline]
    fn from_slice(body: &[u8]) -> Result<Self, Error> {
        Self::from_slice(body)
    }
}

impl TryFrom<&[u8]> for AnyEvent {
    type Error = Error;

    #[inline]
    fn try_from(body: &[u8]) -> Result<Self, Error> {
        Self::from_slice(body)
    }
}

impl FromStr for AnyEvent {
    type Err = Error;

    #[inline]
    fn from_str(body: &str) -> Result<Self, Error> {
        Self::from_slice(body.as_bytes())
    }
}

impl Serialize for AnyEvent {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::V1(event) => event.serialize(serializer),
        }
    }
}

impl From<v1::Event> for AnyEvent {
    fn from(event: v1::Event) -> Self {
        Self::V1(event)
    }
}

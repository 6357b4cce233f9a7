// @generated from shop by `cargo xtask codegen`. Changes made here are lost.

//! Shop events: \*all\* \<kinds\> of `things`, one module for each major version.

#![allow(
    clippy::enum_variant_names,
    clippy::large_enum_variant,
    clippy::type_complexity,
    reason = "names, sizes and nesting are those of the schemas"
)]

use schema_runtime::Error;

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

    /// Returns the major version.
    #[must_use]
    pub fn major(&self) -> u32 {
        match self {
            Self::V1(_) => 1,
        }
    }
}

impl From<v1::Event> for AnyEvent {
    fn from(event: v1::Event) -> Self {
        Self::V1(event)
    }
}

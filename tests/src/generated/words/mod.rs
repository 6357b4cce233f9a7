// @generated from words by `cargo xtask codegen`. Changes made here are lost.

//! Words, one module for each major version.

#![allow(
    clippy::enum_variant_names,
    clippy::large_enum_variant,
    clippy::type_complexity,
    reason = "names, sizes and nesting are those of the schemas"
)]

use std::str::FromStr;

use schema_runtime::serde::{Serialize, Serializer};
use schema_runtime::{Error, Lines, MajorNames, ReadEvent, Told};

pub mod v1;

pub mod v2;

pub mod v3;

/// An event of any major version.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AnyEvent {
    /// An event of [`v1`].
    V1(v1::Event),
    /// An event of [`v2`].
    V2(v2::Event),
    /// An event of [`v3`].
    V3(v3::Event),
}

const MAJORS: &[MajorNames] = &[
    MajorNames {
        major: 1,
        version: Some("version"),
        schema_ref: Some(("schema_ref", "schemas/words/v1/")),
    },
    MajorNames {
        major: 2,
        version: Some("version"),
        schema_ref: Some(("schema_ref", "schemas/words/v2/")),
    },
    MajorNames {
        major: 3,
        version: Some("version"),
        schema_ref: None,
    },
];

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
        match schema_runtime::told_major(body, MAJORS) {
            Told::Major(1) => v1::Event::from_slice(body).map(Self::V1),
            Told::Major(2) => v2::Event::from_slice(body).map(Self::V2),
            Told::Major(3) => v3::Event::from_slice(body).map(Self::V3),
            Told::Major(_) | Told::Other => v3::Event::from_slice(body).map(Self::V3),
            Told::Nothing => {
                let mut best = v3::Event::from_slice(body).map(Self::V3);
                let older: &[fn(&[u8]) -> Result<Self, Error>] = &[
                    |body| v2::Event::from_slice(body).map(Self::V2),
                    |body| v1::Event::from_slice(body).map(Self::V1),
                ];
                for read in older {
                    if best.as_ref().is_ok_and(Self::is_known) {
                        break;
                    }
                    match read(body) {
                        Ok(event) if best.is_err() || event.is_known() => {
                            best = Ok(event);
                        }
                        _ => {}
                    }
                }
                best
            }
        }
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
            Self::V2(_) => 2,
            Self::V3(_) => 3,
        }
    }

    /// Returns whether the major version knows the type of the event.
    fn is_known(&self) -> bool {
        match self {
            Self::V1(event) => !event.data.is_unknown(),
            Self::V2(event) => !event.data.is_unknown(),
            Self::V3(event) => !event.data.is_unknown(),
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
            Self::V2(event) => event.serialize(serializer),
            Self::V3(event) => event.serialize(serializer),
        }
    }
}

impl From<v1::Event> for AnyEvent {
    fn from(event: v1::Event) -> Self {
        Self::V1(event)
    }
}

impl From<v2::Event> for AnyEvent {
    fn from(event: v2::Event) -> Self {
        Self::V2(event)
    }
}

impl From<v3::Event> for AnyEvent {
    fn from(event: v3::Event) -> Self {
        Self::V3(event)
    }
}

/// Converts events to the next major version, so that a program only handles the newest one.
pub trait Lift {
    /// The reason why an event cannot be converted.
    type Error;

    /// Converts an event of [`v1`] into one of [`v2`].
    ///
    /// # Errors
    ///
    /// Returns an error if the next version does not have the event.
    fn v1_to_v2(&mut self, event: v1::Event) -> Result<v2::Event, Self::Error>;

    /// Converts an event of [`v2`] into one of [`v3`].
    ///
    /// # Errors
    ///
    /// Returns an error if the next version does not have the event.
    fn v2_to_v3(&mut self, event: v2::Event) -> Result<v3::Event, Self::Error>;
}

impl AnyEvent {
    /// Converts to an event of the newest major version, step by step.
    ///
    /// # Errors
    ///
    /// The first error of a step.
    pub fn into_newest<L: Lift + ?Sized>(self, lift: &mut L) -> Result<v3::Event, L::Error> {
        match self {
            Self::V1(event) => {
                let event = lift.v1_to_v2(event)?;
                let event = lift.v2_to_v3(event)?;
                Ok(event)
            }
            Self::V2(event) => {
                let event = lift.v2_to_v3(event)?;
                Ok(event)
            }
            Self::V3(event) => Ok(event),
        }
    }
}

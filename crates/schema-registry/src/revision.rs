//! Revisions of events: three numbers, `1.4.2`, in the order of semantic versioning.

use std::{fmt, str::FromStr};

/// The revision of an event's schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision {
    /// The major version that it belongs to.
    pub major: u32,
    /// Raised when documents are accepted or described that were not before.
    pub minor: u32,
    /// Raised when the same documents are described in other words.
    pub patch: u32,
}

/// A text that is not three decimal numbers without leading zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRevision;

impl Revision {
    /// The first revision of a major version.
    #[must_use]
    pub fn first(major: u32) -> Self {
        Self {
            major,
            minor: 0,
            patch: 0,
        }
    }

    /// The next revision with other documents; `None` past the largest number.
    #[must_use]
    pub fn next_minor(self) -> Option<Self> {
        Some(Self {
            minor: self.minor.checked_add(1)?,
            patch: 0,
            ..self
        })
    }

    /// The next revision with the same documents; `None` past the largest number.
    #[must_use]
    pub fn next_patch(self) -> Option<Self> {
        Some(Self {
            patch: self.patch.checked_add(1)?,
            ..self
        })
    }
}

impl FromStr for Revision {
    type Err = NoRevision;

    fn from_str(text: &str) -> Result<Self, NoRevision> {
        let mut parts = text.split('.').map(|part| {
            let number: u32 = part.parse().map_err(|_| NoRevision)?;
            // `+1` and `01` are numbers to Rust.
            (number.to_string() == part)
                .then_some(number)
                .ok_or(NoRevision)
        });
        let mut next = || parts.next().unwrap_or(Err(NoRevision));
        let revision = Self {
            major: next()?,
            minor: next()?,
            patch: next()?,
        };
        match parts.next() {
            None => Ok(revision),
            Some(_) => Err(NoRevision),
        }
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

impl fmt::Display for NoRevision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a revision is three numbers, such as `1.0.0`")
    }
}

impl std::error::Error for NoRevision {}

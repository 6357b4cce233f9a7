//! The revision that a release gives to an event.

use schema_registry::revision::Revision;

use super::{Difference, Report};
use crate::revision_step::RevisionStep;

/// A reason why an event cannot be released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The schema has no revision, or an invalid one.
    NoRevision,
    /// The schema has a revision of another major version.
    OtherMajor {
        /// The revision in the schema.
        written: Revision,
    },
    /// The changes break a promise.
    Breaks {
        /// The latest released revision.
        before: Revision,
    },
    /// The number of the latest released revision cannot be increased.
    LastNumber {
        /// The latest released revision.
        before: Revision,
    },
    /// The revision in the schema was increased by hand, and the changes need a later one.
    TooLow {
        /// The revision in the schema.
        written: Revision,
        /// The latest released revision.
        before: Revision,
        /// The first revision that the changes allow.
        needed: Revision,
    },
}

impl Report<'_> {
    /// Returns the revision that a release gives to the event. `None` means that there is nothing to release: the
    /// schema equals that of the latest revision, and has the same revision.
    ///
    /// A revision that was increased by hand is released unchanged, even if nothing else has changed. `difference` is
    /// that of this report.
    ///
    /// # Errors
    ///
    /// Returns the reason if the event cannot be released as it is.
    pub fn next(&self, difference: Option<&Difference>) -> Result<Option<Revision>, Obstacle> {
        let written = self.event.revision().and_then(|text| text.parse().ok());
        let written: Revision = written.ok_or(Obstacle::NoRevision)?;
        if written.major != self.major.number {
            return Err(Obstacle::OtherMajor { written });
        }
        let (Some(latest), Some(difference)) = (self.latest(), difference) else {
            return Ok(Some(written));
        };
        let before = latest.released.revision;
        let needed = match difference.step {
            RevisionStep::None if written == before => return Ok(None),
            RevisionStep::Major => return Err(Obstacle::Breaks { before }),
            RevisionStep::Minor => before.next_minor(),
            RevisionStep::None | RevisionStep::Patch => before.next_patch(),
        };
        let needed = needed.ok_or(Obstacle::LastNumber { before })?;
        if written == before {
            Ok(Some(needed))
        } else if written >= needed {
            Ok(Some(written))
        } else {
            Err(Obstacle::TooLow {
                written,
                before,
                needed,
            })
        }
    }
}

//! Revisions that are requested by name.

use std::fmt;

use crate::lock::Locked;

/// A revision that is wanted: `job.completed@1.0.0`, or `webhooks/job.completed@1.0.0` if several families have
/// such an event.
///
/// # Examples
///
/// ```
/// let pin: schema_publish::fetch::Pin = "job.completed@1.0.0".parse()?;
/// assert_eq!((pin.event.as_str(), pin.revision.as_str()), ("job.completed", "1.0.0"));
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The family, if it is named.
    pub family: Option<String>,
    /// The event.
    pub event: String,
    /// The revision.
    pub revision: String,
}

impl Pin {
    pub(super) fn is_of(&self, family: &str) -> bool {
        self.family.as_ref().is_none_or(|it| it == family)
    }

    /// Reports whether a schema of a lock is the requested revision.
    pub(super) fn means(&self, locked: &Locked) -> bool {
        self.is_of(&locked.family) && self.event == locked.event && self.revision == locked.revision
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(family) = &self.family {
            write!(f, "{family}/")?;
        }
        write!(f, "{}@{}", self.event, self.revision)
    }
}

impl std::str::FromStr for Pin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let form = "an event and a revision: `job.completed@1.0.0`";
        let (event, revision) = text.split_once('@').ok_or(form)?;
        let (family, event) = match event.split_once('/') {
            Some((family, event)) => (Some(family.to_owned()), event),
            None => (None, event),
        };
        if event.is_empty() || revision.is_empty() {
            return Err(form.to_owned());
        }
        Ok(Self {
            family,
            event: event.to_owned(),
            revision: revision.to_owned(),
        })
    }
}

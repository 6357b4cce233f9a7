//! Unknown members of an envelope.

use std::{borrow::Cow, fmt};

use serde_core::ser::SerializeMap;

use crate::RawRef;

/// The members of an envelope that this version does not know, unchanged. Their names are
/// unique.
///
/// Events of an unknown type keep them, so they are written back completely.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct OtherMembers<'a>(Vec<(Cow<'a, str>, RawRef<'a>)>);

impl<'a> OtherMembers<'a> {
    pub(crate) fn push(&mut self, name: Cow<'a, str>, value: RawRef<'a>) {
        self.0.push((name, value));
    }

    /// Returns the number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the names and the values, in their original order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &RawRef<'a>)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// Converts borrowed strings to owned ones.
    #[must_use]
    pub fn into_owned(self) -> OtherMembers<'static> {
        let members = self.0.into_iter();
        let owned =
            members.map(|(name, value)| (name.into_owned().into(), value.into_owned().into()));
        OtherMembers(owned.collect())
    }

    /// Serializes the members into an object.
    ///
    /// # Errors
    ///
    /// Returns an error if they cannot be serialized.
    pub fn write<M: SerializeMap>(&self, object: &mut M) -> Result<(), M::Error> {
        self.iter()
            .try_for_each(|(name, value)| object.serialize_entry(name, value))
    }
}

impl fmt::Debug for OtherMembers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

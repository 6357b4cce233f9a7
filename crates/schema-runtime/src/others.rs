//! Members of an envelope that its type does not know.

use std::{borrow::Cow, fmt};

use serde_core::ser::SerializeMap;

use crate::RawRef;

/// The members of an envelope that this version does not know, as they came. No name stands in them
/// twice.
///
/// Events of a type that is not known keep them, so that they are written back whole.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct OtherMembers<'a>(Vec<(Cow<'a, str>, RawRef<'a>)>);

impl<'a> OtherMembers<'a> {
    pub(crate) fn push(&mut self, name: Cow<'a, str>, value: RawRef<'a>) {
        self.0.push((name, value));
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names and the values, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &RawRef<'a>)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// The same with texts of its own.
    #[must_use]
    pub fn into_owned(self) -> OtherMembers<'static> {
        let members = self.0.into_iter();
        let owned = members.map(|(name, value)| (name.into_owned().into(), value.into_owned()));
        OtherMembers(owned.collect())
    }

    /// Writes them among the other members of an object.
    ///
    /// # Errors
    ///
    /// If they cannot be written.
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

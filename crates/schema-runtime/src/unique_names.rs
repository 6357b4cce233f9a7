//! Names of members, none of which occurs twice.

use std::borrow::Cow;

use serde_core::de;

use crate::violation::shown;

/// The names of an object's members. A few are kept in a list, many in a hash table, so the time is linear even for
/// a hundred thousand names.
#[derive(Default)]
pub(crate) struct UniqueNames<'de> {
    few: Vec<Cow<'de, str>>,
    many: Table<'de>,
}

#[expect(
    clippy::disallowed_types,
    reason = "names are looked up in it; their order is nowhere to be seen"
)]
type Table<'de> = std::collections::HashSet<Cow<'de, str>>;

/// The length from which a list is slower than a table.
const FEW: usize = 8;

impl<'de> UniqueNames<'de> {
    /// Adds a name, and returns an error if it is a duplicate.
    pub(crate) fn insert<E: de::Error>(&mut self, name: Cow<'de, str>) -> Result<(), E> {
        if self.many.is_empty() {
            if self.few.contains(&name) {
                return Err(twice(&name));
            }
            if self.few.len() < FEW {
                self.few.push(name);
                return Ok(());
            }
            self.many.reserve(8 * FEW);
            self.many.extend(self.few.drain(..));
        }
        match self.many.replace(name) {
            None => Ok(()),
            Some(name) => Err(twice(&name)),
        }
    }
}

#[cold]
#[inline(never)]
fn twice<E: de::Error>(name: &str) -> E {
    E::custom(format_args!("duplicate field {:?}", shown(name)))
}

//! Names of members, none of which occurs twice.

use std::borrow::Cow;

use serde_core::de;

use crate::violation::shown;

/// The names of an object's members. A few are kept in place, many in a hash table, so the time is linear even for
/// a hundred thousand names.
#[derive(Default)]
pub(crate) struct UniqueNames<'de> {
    /// Names of the body, which are compared without an allocation. The rest of the array is unused.
    few: [&'de str; FEW],
    count: usize,
    /// Every name, as soon as one does not fit into `few`.
    many: Option<Box<Table<'de>>>,
}

#[expect(
    clippy::disallowed_types,
    reason = "names are looked up in it; their order is nowhere to be seen"
)]
type Table<'de> = std::collections::HashSet<Cow<'de, str>>;

/// The number of names from which a list is slower than a table.
const FEW: usize = 8;

impl<'de> UniqueNames<'de> {
    /// Adds a name, and returns an error if it is a duplicate.
    #[inline]
    pub(crate) fn insert<E: de::Error>(&mut self, name: Cow<'de, str>) -> Result<(), E> {
        if self.many.is_none() {
            let mut few = self.few.iter().take(self.count);
            if few.any(|few| *few == name) {
                return Err(twice(&name));
            }
            if let (Cow::Borrowed(name), Some(free)) = (&name, self.few.get_mut(self.count)) {
                *free = name;
                self.count += 1;
                return Ok(());
            }
        }
        match self.table().replace(name) {
            None => Ok(()),
            Some(name) => Err(twice(&name)),
        }
    }

    /// Returns the table, with the few names in it.
    fn table(&mut self) -> &mut Table<'de> {
        let few = self.few.iter().take(self.count);
        self.many.get_or_insert_with(|| {
            let mut table = Table::default();
            table.reserve(8 * FEW);
            table.extend(few.map(|name| Cow::Borrowed(*name)));
            Box::new(table)
        })
    }
}

#[cold]
#[inline(never)]
fn twice<E: de::Error>(name: &str) -> E {
    E::custom(format_args!("duplicate field {:?}", shown(name)))
}

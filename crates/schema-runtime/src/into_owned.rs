//! Conversion of values that borrow their strings into values that own them.

use std::net::Ipv4Addr;

use crate::{
    Borrowed, BoundedMap, BoundedVec, Date, FromBorrowed, Integer, JsonOrd, Number, ObjectMap, Raw,
    RawObject, RawObjectRef, RawRef, SchemaRefSlot, UniqueVec, Uuid,
};

/// A value that can be kept longer than the body that it was read from. The conversion copies strings that are
/// borrowed.
///
/// Different values have to convert to different ones: the conversion of a list without equal items, or of a map with a
/// least number of members, panics otherwise.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Borrowed, IntoOwned, Uri};
///
/// fn targets(body: &[u8]) -> Result<Vec<Uri>, schema_runtime::Error> {
///     let targets: Vec<Borrowed<'_, Uri>> = schema_runtime::from_slice(body)?;
///     Ok(targets.into_owned())
/// }
/// assert_eq!(targets(br#"["https://example.com"]"#)?[0], "https://example.com");
/// # Ok::<(), schema_runtime::Error>(())
/// ```
pub trait IntoOwned {
    /// The type that owns its strings. It has the same JSON.
    type Owned;

    /// Converts to a value that owns its strings.
    fn into_owned(self) -> Self::Owned;
}

/// Implements [`IntoOwned`](crate::IntoOwned): for a type that owns its strings, which is returned unchanged; or for
/// one with a lifetime, and a method `into_owned` of its own.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Borrowed, IntoOwned, Uri};
///
/// #[derive(Debug, PartialEq)]
/// struct Link(Uri);
/// struct LinkRef<'a>(Borrowed<'a, Uri>);
///
/// impl LinkRef<'_> {
///     fn into_owned(self) -> Link {
///         Link(self.0.into_owned())
///     }
/// }
///
/// schema_runtime::into_owned!(Link);
/// schema_runtime::into_owned!(LinkRef => Link);
///
/// let links = vec![LinkRef(Borrowed::new("https://example.com")?)];
/// assert_eq!(links.into_owned(), [Link("https://example.com".parse()?)]);
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
#[macro_export]
macro_rules! into_owned {
    ($type:ident => $owned:ty) => {
        impl $crate::IntoOwned for $type<'_> {
            type Owned = $owned;

            #[inline]
            fn into_owned(self) -> $owned {
                // An inherent method takes precedence over one of a trait.
                self.into_owned()
            }
        }
    };

    ($type:ty) => {
        impl $crate::IntoOwned for $type {
            type Owned = Self;

            #[inline]
            fn into_owned(self) -> Self {
                self
            }
        }
    };
}

into_owned!(bool);
into_owned!(Date);
into_owned!(Ipv4Addr);
into_owned!(Number);
into_owned!(Raw);
into_owned!(RawObject);
into_owned!(String);
into_owned!(Uuid);
into_owned!(RawObjectRef => RawObject);
into_owned!(RawRef => Raw);

impl<P, const MIN: i64, const MAX: i64, const OF: i64> IntoOwned for Integer<P, MIN, MAX, OF> {
    type Owned = Self;

    fn into_owned(self) -> Self {
        self
    }
}

impl<T: FromBorrowed> IntoOwned for Borrowed<'_, T> {
    type Owned = T;

    fn into_owned(self) -> T {
        self.into_owned()
    }
}

impl<T: IntoOwned> IntoOwned for Option<T> {
    type Owned = Option<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.map(T::into_owned)
    }
}

impl<T: IntoOwned> IntoOwned for Box<T> {
    type Owned = Box<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        Box::new((*self).into_owned())
    }
}

impl<T: IntoOwned> IntoOwned for Vec<T> {
    type Owned = Vec<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(T::into_owned).collect()
    }
}

impl<T: IntoOwned, const MIN: usize, const MAX: usize> IntoOwned for BoundedVec<T, MIN, MAX> {
    type Owned = BoundedVec<T::Owned, MIN, MAX>;

    fn into_owned(self) -> Self::Owned {
        BoundedVec::as_many(self.into_vec().into_owned())
    }
}

/// # Panics
///
/// Panics if two different items convert to equal ones, which an implementation of `IntoOwned` must not do.
impl<T: IntoOwned<Owned: JsonOrd>, const MIN: usize, const MAX: usize> IntoOwned
    for UniqueVec<T, MIN, MAX>
{
    type Owned = UniqueVec<T::Owned, MIN, MAX>;

    fn into_owned(self) -> Self::Owned {
        UniqueVec::as_different(self.into_vec().into_owned())
    }
}

impl<K: IntoOwned<Owned: Ord>, V: IntoOwned> IntoOwned for ObjectMap<K, V> {
    type Owned = ObjectMap<K::Owned, V::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.into_map().into_iter().map(owned_member).collect()
    }
}

/// # Panics
///
/// Panics if two different names convert to equal ones, which an implementation of `IntoOwned` must not do.
impl<K: IntoOwned<Owned: Ord>, V: IntoOwned, const MIN: usize, const MAX: usize> IntoOwned
    for BoundedMap<K, V, MIN, MAX>
{
    type Owned = BoundedMap<K::Owned, V::Owned, MIN, MAX>;

    fn into_owned(self) -> Self::Owned {
        let count = self.len();
        BoundedMap::as_many(
            self.into_map().into_iter().map(owned_member).collect(),
            count,
        )
    }
}

fn owned_member<K: IntoOwned, V: IntoOwned>((name, value): (K, V)) -> (K::Owned, V::Owned) {
    (name.into_owned(), value.into_owned())
}

impl<R: IntoOwned> IntoOwned for SchemaRefSlot<R> {
    type Owned = SchemaRefSlot<R::Owned>;

    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Absent => SchemaRefSlot::Absent,
            Self::Implied => SchemaRefSlot::Implied,
            Self::Given(given) => SchemaRefSlot::Given(given.into_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// A string whose conversion loses its content.
    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct Same(&'static str);

    impl IntoOwned for Same {
        type Owned = String;

        fn into_owned(self) -> String {
            "same".to_owned()
        }
    }

    #[test]
    #[should_panic(expected = "different names were converted to equal ones")]
    fn a_conversion_that_loses_names_makes_no_map() {
        let members = BTreeMap::from([(Same("a"), true), (Same("b"), true)]);
        let map = BoundedMap::<Same, bool, 2, 5>::new(members).unwrap();
        let _ = map.into_owned();
    }

    #[test]
    #[should_panic(expected = "different items were converted to equal ones")]
    fn a_conversion_that_makes_items_equal_makes_no_list() {
        let items = vec![Same("a"), Same("b")];
        let list = UniqueVec::<Same>::as_different(items);
        let _ = list.into_owned();
    }

    impl JsonOrd for Same {
        fn json_cmp(&self, other: &Self) -> std::cmp::Ordering {
            self.0.cmp(other.0)
        }
    }
}

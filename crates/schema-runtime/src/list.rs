//! The `array` type with `minItems`, `maxItems` and `uniqueItems`.

use std::{cmp::Ordering, fmt, marker::PhantomData, ops::Deref, slice, vec};

use serde_core::{
    de::{self, Deserialize, Deserializer, IgnoredAny, SeqAccess, Unexpected, Visitor},
    ser::{Serialize, Serializer},
};

use crate::{
    json_ord::{self, JsonOrd},
    violation::{Violation, refused},
};

/// A list of `MIN` to `MAX` items.
///
/// It dereferences to a slice. To change it, take the `Vec` with `into_vec`, and create a new list from it.
///
/// # Examples
///
/// ```
/// use schema_runtime::BoundedVec;
///
/// type Colours = BoundedVec<String, 1, 3>;
///
/// let colours: Colours = serde_json::from_str(r#"["red", "blue"]"#)?;
/// assert_eq!(colours.len(), 2);
/// assert_eq!(colours[0], "red");
///
/// let error = serde_json::from_str::<Colours>("[]").err().ok_or("accepted")?;
/// assert!(error.to_string().starts_with("invalid length 0, expected a list of 1 to 3 items"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoundedVec<T, const MIN: usize = 0, const MAX: usize = { usize::MAX }>(Vec<T>);

/// A list of `MIN` to `MAX` distinct items.
///
/// It dereferences to a slice. To change it, take the `Vec` with `into_vec`, and create a new list from it.
///
/// # Examples
///
/// ```
/// use schema_runtime::UniqueVec;
///
/// type Tags = UniqueVec<String>;
///
/// let tags: Tags = serde_json::from_str(r#"["new", "hot"]"#)?;
/// assert_eq!(tags.join(", "), "new, hot");
///
/// let error = serde_json::from_str::<Tags>(r#"["new", "hot", "new"]"#).err().ok_or("accepted")?;
/// assert!(error.to_string().starts_with(
///     "invalid value: equal items 0 and 2, expected a list of different items"
/// ));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UniqueVec<T, const MIN: usize = 0, const MAX: usize = { usize::MAX }>(Vec<T>);

impl<T, const MIN: usize, const MAX: usize> BoundedVec<T, MIN, MAX> {
    const EXPECTED: ExpectedItems = ExpectedItems {
        min: MIN,
        max: MAX,
        are_different: false,
    };

    /// Creates a list from items.
    ///
    /// # Errors
    ///
    /// Returns an error if there are fewer than `MIN` items or more than `MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::BoundedVec;
    ///
    /// let violation = BoundedVec::<u8, 1, 3>::new(vec![]).err().ok_or("accepted")?;
    /// assert_eq!(violation.to_string(), "expected a list of 1 to 3 items");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(items: Vec<T>) -> Result<Self, Violation> {
        if Self::EXPECTED.counts(items.len()) {
            Ok(Self(items))
        } else {
            Err(Self::EXPECTED.violation())
        }
    }

    /// Creates a list from the number of items that another list of this type has.
    pub(crate) fn as_many(items: Vec<T>) -> Self {
        Self(items)
    }
}

impl<T: JsonOrd, const MIN: usize, const MAX: usize> UniqueVec<T, MIN, MAX> {
    /// Creates a list from the number of items that another list of this type has. The items have to be different.
    pub(crate) fn as_different(items: Vec<T>) -> Self {
        assert!(
            equal_items(&items).is_none(),
            "different items were converted to equal ones"
        );
        Self(items)
    }

    const EXPECTED: ExpectedItems = ExpectedItems {
        min: MIN,
        max: MAX,
        are_different: true,
    };

    /// Creates a list from items.
    ///
    /// # Errors
    ///
    /// Returns an error if there are fewer than `MIN` items or more than `MAX`, or if two items are equal.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::UniqueVec;
    ///
    /// let violation = UniqueVec::<bool>::new(vec![true, true]).err().ok_or("accepted")?;
    /// assert_eq!(violation.to_string(), "expected a list of different items");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(items: Vec<T>) -> Result<Self, Violation> {
        if Self::EXPECTED.counts(items.len()) && equal_items(&items).is_none() {
            Ok(Self(items))
        } else {
            Err(Self::EXPECTED.violation())
        }
    }
}

impl<'de, T: Deserialize<'de>, const MIN: usize, const MAX: usize> Deserialize<'de>
    for BoundedVec<T, MIN, MAX>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = ListVisitor(Self::EXPECTED, PhantomData);
        deserializer.deserialize_seq(visitor).map(Self)
    }
}

impl<'de, T: Deserialize<'de> + JsonOrd, const MIN: usize, const MAX: usize> Deserialize<'de>
    for UniqueVec<T, MIN, MAX>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = ListVisitor(Self::EXPECTED, PhantomData);
        let items: Vec<T> = deserializer.deserialize_seq(visitor)?;
        match equal_items(&items) {
            None => Ok(Self(items)),
            Some((first, second)) => {
                let unexpected = format!("equal items {first} and {second}");
                let unexpected = Unexpected::Other(&unexpected);
                Err(refused(unexpected, &Self::EXPECTED))
            }
        }
    }
}

impl<T: JsonOrd, const MIN: usize, const MAX: usize> TryFrom<Vec<T>> for UniqueVec<T, MIN, MAX> {
    type Error = Violation;

    fn try_from(items: Vec<T>) -> Result<Self, Violation> {
        Self::new(items)
    }
}

impl<T, const MIN: usize, const MAX: usize> TryFrom<Vec<T>> for BoundedVec<T, MIN, MAX> {
    type Error = Violation;

    fn try_from(items: Vec<T>) -> Result<Self, Violation> {
        Self::new(items)
    }
}

/// Implements the common methods and traits of both lists.
macro_rules! list {
    ($list:ident) => {
        impl<T, const MIN: usize, const MAX: usize> $list<T, MIN, MAX> {
            /// Returns the items.
            #[must_use]
            pub fn as_slice(&self) -> &[T] {
                &self.0
            }

            /// Returns the items as a `Vec`.
            #[must_use]
            pub fn into_vec(self) -> Vec<T> {
                self.0
            }
        }

        impl<T, const MIN: usize, const MAX: usize> Deref for $list<T, MIN, MAX> {
            type Target = [T];

            fn deref(&self) -> &[T] {
                &self.0
            }
        }

        impl<T, const MIN: usize, const MAX: usize> AsRef<[T]> for $list<T, MIN, MAX> {
            fn as_ref(&self) -> &[T] {
                &self.0
            }
        }

        impl<T, const MIN: usize, const MAX: usize> From<$list<T, MIN, MAX>> for Vec<T> {
            fn from(list: $list<T, MIN, MAX>) -> Self {
                list.0
            }
        }

        impl<T, const MIN: usize, const MAX: usize> IntoIterator for $list<T, MIN, MAX> {
            type Item = T;
            type IntoIter = vec::IntoIter<T>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.into_iter()
            }
        }

        impl<'a, T, const MIN: usize, const MAX: usize> IntoIterator for &'a $list<T, MIN, MAX> {
            type Item = &'a T;
            type IntoIter = slice::Iter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<T: fmt::Debug, const MIN: usize, const MAX: usize> fmt::Debug for $list<T, MIN, MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl<T: Serialize, const MIN: usize, const MAX: usize> Serialize for $list<T, MIN, MAX> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<T: JsonOrd, const MIN: usize, const MAX: usize> JsonOrd for $list<T, MIN, MAX> {
            fn json_cmp(&self, other: &Self) -> Ordering {
                json_ord::slices(self, other)
            }
        }
    };
}

list!(BoundedVec);
list!(UniqueVec);

/// Returns the indices of two equal items, in O(n log n).
fn equal_items<T: JsonOrd>(items: &[T]) -> Option<(usize, usize)> {
    let mut sorted: Vec<(usize, &T)> = items.iter().enumerate().collect();
    sorted.sort_unstable_by(|one, other| one.1.json_cmp(other.1).then(one.0.cmp(&other.0)));
    let pairs = sorted.iter().zip(sorted.iter().skip(1));
    pairs
        .filter(|(one, other)| one.1.json_cmp(other.1).is_eq())
        .map(|(one, other)| (one.0, other.0))
        .min_by_key(|(_, second)| *second)
}

/// A description of a list, for errors.
#[derive(Clone, Copy)]
struct ExpectedItems {
    min: usize,
    max: usize,
    are_different: bool,
}

impl ExpectedItems {
    fn counts(self, count: usize) -> bool {
        (self.min..=self.max).contains(&count)
    }

    fn violation(self) -> Violation {
        Violation::new(self.to_string())
    }
}

impl fmt::Display for ExpectedItems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of ")?;
        let last = match (self.min, self.max) {
            (0, usize::MAX) => usize::MAX,
            (min, max) if min == max => {
                write!(f, "{min} ")?;
                min
            }
            (min, usize::MAX) => {
                write!(f, "at least {min} ")?;
                min
            }
            (0, max) => {
                write!(f, "at most {max} ")?;
                max
            }
            (min, max) => {
                write!(f, "{min} to {max} ")?;
                max
            }
        };
        f.write_str(if self.are_different { "different " } else { "" })?;
        f.write_str(if last == 1 { "item" } else { "items" })
    }
}

impl de::Expected for ExpectedItems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Reads up to the maximum number of items, and counts the excess ones.
struct ListVisitor<T>(ExpectedItems, PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        let mut count = 0;
        loop {
            if count < self.0.max {
                match list.next_element()? {
                    Some(item) => items.push(item),
                    None => break,
                }
            } else if list.next_element::<IgnoredAny>()?.is_none() {
                break;
            }
            count += 1;
        }
        if self.0.counts(count) {
            Ok(items)
        } else {
            Err(de::Error::invalid_length(count, &self.0))
        }
    }
}

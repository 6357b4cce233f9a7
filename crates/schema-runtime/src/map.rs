//! The `object` type as a map from names to values, with `propertyNames`, `minProperties` and
//! `maxProperties`.

use std::{
    collections::{BTreeMap, btree_map},
    fmt,
    marker::PhantomData,
    ops::{Deref, DerefMut},
};

use serde_core::{
    de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor},
    ser::{Serialize, Serializer},
};

use crate::violation::Violation;

/// An object whose members have names of one type and values of one type.
///
/// It is a `BTreeMap` that rejects duplicate names when it is deserialized: a plain `BTreeMap` silently keeps
/// the last of several members with the same name.
///
/// # Examples
///
/// ```
/// use schema_runtime::ObjectMap;
///
/// type Prices = ObjectMap<String, f64>;
///
/// let mut prices: Prices = serde_json::from_str(r#"{"tea": 2.5, "milk": 0.5}"#)?;
/// prices.insert("sugar".into(), 0.25);
/// assert_eq!(prices["tea"], 2.5);
/// assert_eq!(serde_json::to_string(&prices)?, r#"{"milk":0.5,"sugar":0.25,"tea":2.5}"#);
///
/// let error = serde_json::from_str::<Prices>(r#"{"tea": 2.5, "tea": 9}"#).err().ok_or("accepted")?;
/// assert!(error.to_string().starts_with("duplicate name of a member"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectMap<K, V>(BTreeMap<K, V>);

/// An object of `MIN` to `MAX` members with names of one type and values of one type.
///
/// It dereferences to a `BTreeMap`, and rejects duplicate names like [`ObjectMap`]. To change
/// it, take the `BTreeMap` with `into_map`, and create a new map from it.
///
/// # Examples
///
/// ```
/// use schema_runtime::BoundedMap;
///
/// type Prices = BoundedMap<String, f64, 1>;
///
/// let prices: Prices = serde_json::from_str(r#"{"tea": 2.5}"#)?;
/// assert_eq!(prices["tea"], 2.5);
///
/// let error = serde_json::from_str::<Prices>("{}").err().ok_or("accepted")?;
/// assert!(error.to_string().starts_with(
///     "invalid length 0, expected an object of at least 1 member"
/// ));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoundedMap<K, V, const MIN: usize = 0, const MAX: usize = { usize::MAX }>(
    BTreeMap<K, V>,
);

impl<K: Ord, V> ObjectMap<K, V> {
    /// Creates a map without members.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::ObjectMap;
    ///
    /// let mut map = ObjectMap::new();
    /// map.insert("tea".to_owned(), 2.5);
    /// assert_eq!(map.len(), 1);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K, V> ObjectMap<K, V> {
    /// Returns the members as a `BTreeMap`.
    #[must_use]
    pub fn into_map(self) -> BTreeMap<K, V> {
        self.0
    }
}

impl<K, V, const MIN: usize, const MAX: usize> BoundedMap<K, V, MIN, MAX> {
    /// Creates a map from the number of members that another map of this type has.
    pub(crate) fn as_many(members: BTreeMap<K, V>, count: usize) -> Self {
        assert!(
            members.len() == count,
            "different names were converted to equal ones"
        );
        Self(members)
    }
}

impl<K, V, const MIN: usize, const MAX: usize> BoundedMap<K, V, MIN, MAX> {
    /// Creates a map from members.
    ///
    /// # Errors
    ///
    /// Returns an error if there are fewer than `MIN` members or more than `MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use schema_runtime::BoundedMap;
    ///
    /// let violation = BoundedMap::<String, u8, 1, 3>::new(BTreeMap::new()).err().ok_or("accepted")?;
    /// assert_eq!(violation.to_string(), "expected an object of 1 to 3 members");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(members: BTreeMap<K, V>) -> Result<Self, Violation> {
        if (MIN..=MAX).contains(&members.len()) {
            Ok(Self(members))
        } else {
            Err(Violation::new(ExpectedMembers::<MIN, MAX>.to_string()))
        }
    }

    /// Returns the members as a `BTreeMap`.
    #[must_use]
    pub fn into_map(self) -> BTreeMap<K, V> {
        self.0
    }
}

impl<'de, K, V> Deserialize<'de> for ObjectMap<K, V>
where
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = MapVisitor::<K, V, 0, { usize::MAX }>(PhantomData);
        deserializer.deserialize_map(visitor).map(Self)
    }
}

impl<'de, K, V, const MIN: usize, const MAX: usize> Deserialize<'de> for BoundedMap<K, V, MIN, MAX>
where
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = MapVisitor::<K, V, MIN, MAX>(PhantomData);
        let members = deserializer.deserialize_map(visitor)?;
        if (MIN..=MAX).contains(&members.len()) {
            Ok(Self(members))
        } else {
            let expected = ExpectedMembers::<MIN, MAX>;
            Err(de::Error::invalid_length(members.len(), &expected))
        }
    }
}

impl<K: Ord, V> Default for ObjectMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> DerefMut for ObjectMap<K, V> {
    fn deref_mut(&mut self) -> &mut BTreeMap<K, V> {
        &mut self.0
    }
}

impl<K, V> From<BTreeMap<K, V>> for ObjectMap<K, V> {
    fn from(members: BTreeMap<K, V>) -> Self {
        Self(members)
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for ObjectMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for ObjectMap<K, V> {
    fn from(members: [(K, V); N]) -> Self {
        Self(members.into())
    }
}

impl<'a, K, V> IntoIterator for &'a mut ObjectMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = btree_map::IterMut<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl<K, V, const MIN: usize, const MAX: usize> TryFrom<BTreeMap<K, V>>
    for BoundedMap<K, V, MIN, MAX>
{
    type Error = Violation;

    fn try_from(members: BTreeMap<K, V>) -> Result<Self, Violation> {
        Self::new(members)
    }
}

/// Implements the common methods and traits of both maps.
macro_rules! map {
    ($map:ident $(, $min:ident, $max:ident)?) => {
        impl<K, V $(, const $min: usize, const $max: usize)?> Deref for $map<K, V $(, $min, $max)?> {
            type Target = BTreeMap<K, V>;

            fn deref(&self) -> &BTreeMap<K, V> {
                &self.0
            }
        }

        impl<K, V $(, const $min: usize, const $max: usize)?> From<$map<K, V $(, $min, $max)?>>
            for BTreeMap<K, V>
        {
            fn from(map: $map<K, V $(, $min, $max)?>) -> Self {
                map.0
            }
        }

        impl<K, V $(, const $min: usize, const $max: usize)?> IntoIterator
            for $map<K, V $(, $min, $max)?>
        {
            type Item = (K, V);
            type IntoIter = btree_map::IntoIter<K, V>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.into_iter()
            }
        }

        impl<'a, K, V $(, const $min: usize, const $max: usize)?> IntoIterator
            for &'a $map<K, V $(, $min, $max)?>
        {
            type Item = (&'a K, &'a V);
            type IntoIter = btree_map::Iter<'a, K, V>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<K: fmt::Debug, V: fmt::Debug $(, const $min: usize, const $max: usize)?> fmt::Debug
            for $map<K, V $(, $min, $max)?>
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl<K: Serialize, V: Serialize $(, const $min: usize, const $max: usize)?> Serialize
            for $map<K, V $(, $min, $max)?>
        {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
    };
}

map!(ObjectMap);
map!(BoundedMap, MIN, MAX);

/// A description of the number of members, for errors.
struct ExpectedMembers<const MIN: usize, const MAX: usize>;

impl<const MIN: usize, const MAX: usize> fmt::Display for ExpectedMembers<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = |count| if count == 1 { "member" } else { "members" };
        match (MIN, MAX) {
            (0, usize::MAX) => f.write_str("an object"),
            (min, max) if min == max => write!(f, "an object of {min} {}", members(min)),
            (min, usize::MAX) => write!(f, "an object of at least {min} {}", members(min)),
            (0, max) => write!(f, "an object of at most {max} {}", members(max)),
            (min, max) => write!(f, "an object of {min} to {max} {}", members(max)),
        }
    }
}

impl<const MIN: usize, const MAX: usize> de::Expected for ExpectedMembers<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Reads any number of members.
struct MapVisitor<K, V, const MIN: usize, const MAX: usize>(PhantomData<(K, V)>);

impl<'de, K, V, const MIN: usize, const MAX: usize> Visitor<'de> for MapVisitor<K, V, MIN, MAX>
where
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&ExpectedMembers::<MIN, MAX>, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<BTreeMap<K, V>, A::Error> {
        let mut members = BTreeMap::new();
        while let Some(name) = map.next_key_seed(NewName(&members))? {
            members.insert(name, map.next_value()?);
        }
        Ok(members)
    }
}

/// Reads a name that no other member has. A duplicate is rejected while it is read, so the error has the
/// position of the second member.
struct NewName<'m, K, V>(&'m BTreeMap<K, V>);

impl<'de, K: Deserialize<'de> + Ord, V> DeserializeSeed<'de> for NewName<'_, K, V> {
    type Value = K;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K, D::Error> {
        let name = K::deserialize(deserializer)?;
        if self.0.contains_key(&name) {
            return Err(de::Error::custom("duplicate name of a member"));
        }
        Ok(name)
    }
}

//! The `array` type with `prefixItems`: so many items, each of its own type.

use std::fmt;

use serde::{
    de::{self, DeserializeSeed, Deserializer, IgnoredAny, SeqAccess, Visitor},
    forward_to_deserialize_any,
};

/// A deserializer that hands over lists of a fixed length only: a derived `Deserialize` would leave
/// it to the format whether more items than it reads are an error.
#[doc(hidden)]
pub struct Tuple<D>(pub D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tuple<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_seq(TupleVisitor { length, visitor })
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple map struct enum identifier ignored_any
    }
}

struct TupleVisitor<V> {
    length: usize,
    visitor: V,
}

struct Expected(usize);

impl de::Expected for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of {} items", self.0)
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for TupleVisitor<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        de::Expected::fmt(&Expected(self.length), f)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<V::Value, A::Error> {
        let mut counted = Counted {
            list: &mut list,
            count: 0,
            is_over: false,
        };
        let result = self.visitor.visit_seq(&mut counted);
        let (mut count, is_over) = (counted.count, counted.is_over);
        if is_over {
            // The visitor asked for an item that is not there.
            return Err(de::Error::invalid_length(count, &Expected(self.length)));
        }
        let value = result?;
        while list.next_element::<IgnoredAny>()?.is_some() {
            count += 1;
        }
        if count == self.length {
            Ok(value)
        } else {
            Err(de::Error::invalid_length(count, &Expected(self.length)))
        }
    }
}

/// The items of a list, and how many there were so far.
struct Counted<'a, A> {
    list: &'a mut A,
    count: usize,
    is_over: bool,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for &mut Counted<'_, A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, A::Error> {
        let item = self.list.next_element_seed(seed)?;
        match item {
            Some(_) => self.count += 1,
            None => self.is_over = true,
        }
        Ok(item)
    }
}

/// Implements `Serialize` and `Deserialize` for a tuple struct of at least two fields that derives
/// them with `#[serde(remote = "Self")]`: it is read from lists of exactly as many items.
///
/// # Examples
///
/// ```
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// #[serde(remote = "Self")]
/// struct Pair(u32, bool);
///
/// schema_runtime::tuple_type!(Pair);
///
/// assert_eq!(serde_json::from_str::<Pair>("[3, true]")?, Pair(3, true));
/// let error = serde_json::from_str::<Pair>("[3, true, null]").unwrap_err();
/// assert!(error.to_string().starts_with("invalid length 3, expected a list of 2 items"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! tuple_type {
    ($type:ty) => {
        impl $crate::private::serde::Serialize for $type {
            fn serialize<S: $crate::private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                // The derived function, which is no method of the trait.
                Self::serialize(self, serializer)
            }
        }

        impl<'de> $crate::private::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                Self::deserialize($crate::private::Tuple(deserializer))
            }
        }
    };
}

//! Structs that are read from objects alone, and from objects whose names are each used once.

use std::{borrow::Cow, fmt};

use serde::{
    de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor},
    forward_to_deserialize_any,
};

use crate::ignored::{Ignored, Names};

/// A deserializer that hands over objects only: a derived `Deserialize` would take a list of the
/// fields' values as well. Members that the type ignores are not dropped unread.
#[doc(hidden)]
pub struct Object<D>(pub D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Object<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(ObjectVisitor(visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0
            .deserialize_struct(name, fields, ObjectVisitor(visitor))
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Reads an object whose names are each used once.
///
/// # Errors
///
/// If the value is no object, has a name twice, or is refused by the visitor.
pub fn read_object<'de, D: Deserializer<'de>, V: Visitor<'de>>(
    deserializer: D,
    name: &'static str,
    fields: &'static [&'static str],
    visitor: V,
) -> Result<V::Value, D::Error> {
    Object(deserializer).deserialize_struct(name, fields, visitor)
}

struct ObjectVisitor<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for ObjectVisitor<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Members {
            map,
            name: Cow::Borrowed(""),
            ignored: Names::default(),
        })
    }
}

/// The members of an object. It remembers the names of those that are ignored; a struct itself
/// refuses a repeated name that it knows.
struct Members<'de, A> {
    map: A,
    /// The name of the member whose value comes next.
    name: Cow<'de, str>,
    ignored: Names<'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        self.map.next_key_seed(Observed {
            inner: seed,
            name: &mut self.name,
        })
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(Member {
            inner: seed,
            name: &mut self.name,
            ignored: &mut self.ignored,
        })
    }
}

/// A seed, deserializer or visitor of a name, which leaves the name behind.
struct Observed<'n, 'de, T> {
    inner: T,
    name: &'n mut Cow<'de, str>,
}

impl<'de, K: DeserializeSeed<'de>> DeserializeSeed<'de> for Observed<'_, 'de, K> {
    type Value = K::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K::Value, D::Error> {
        self.inner.deserialize(Observed {
            inner: deserializer,
            name: self.name,
        })
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Observed<'_, 'de, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_identifier(Observed {
            inner: visitor,
            name: self.name,
        })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Observed<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<V::Value, E> {
        *self.name = Cow::Borrowed(name);
        self.inner.visit_borrowed_str(name)
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<V::Value, E> {
        *self.name = Cow::Owned(name.to_owned());
        self.inner.visit_str(name)
    }

    fn visit_string<E: de::Error>(self, name: String) -> Result<V::Value, E> {
        *self.name = Cow::Owned(name.clone());
        self.inner.visit_string(name)
    }
}

/// A seed or deserializer of a member's value, which looks into values that are ignored.
struct Member<'m, 'de, T> {
    inner: T,
    name: &'m mut Cow<'de, str>,
    ignored: &'m mut Names<'de>,
}

impl<'de, V: DeserializeSeed<'de>> DeserializeSeed<'de> for Member<'_, 'de, V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.deserialize(Member {
            inner: deserializer,
            name: self.name,
            ignored: self.ignored,
        })
    }
}

macro_rules! delegate {
    ($($method:ident($($argument:ident: $type:ty),*);)*) => {
        $(
            fn $method<V: Visitor<'de>>(
                self,
                $($argument: $type,)*
                visitor: V,
            ) -> Result<V::Value, D::Error> {
                self.inner.$method($($argument,)* visitor)
            }
        )*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Member<'_, 'de, D> {
    type Error = D::Error;

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.ignored.insert(std::mem::take(self.name))?;
        Ignored::deserialize(self.inner)?;
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }

    delegate! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_i128();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_u128();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_struct(name: &'static str, fields: &'static [&'static str]);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
    }
}

/// Implements `Serialize` and `Deserialize` for a struct that derives them with
/// `#[serde(remote = "Self")]`: it is read from objects alone, and no name stands in them twice.
///
/// # Examples
///
/// ```
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// #[serde(remote = "Self")]
/// struct Size {
///     width: u32,
/// }
///
/// schema_runtime::object_type!(Size);
///
/// assert_eq!(serde_json::from_str::<Size>(r#"{"width": 3}"#)?, Size { width: 3 });
/// assert!(serde_json::from_str::<Size>("[3]").is_err());
/// assert!(serde_json::from_str::<Size>(r#"{"width": 3, "x": 1, "x": 1}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! object_type {
    ($name:ident $(<$lifetime:lifetime>)?) => {
        impl $(<$lifetime>)? $crate::private::serde::Serialize for $name $(<$lifetime>)? {
            fn serialize<S: $crate::private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                // The derived function, which is no method of the trait.
                Self::serialize(self, serializer)
            }
        }

        impl<'de $(: $lifetime, $lifetime)?> $crate::private::serde::Deserialize<'de>
            for $name $(<$lifetime>)?
        {
            fn deserialize<D: $crate::private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                Self::deserialize($crate::private::Object(deserializer))
            }
        }
    };
}

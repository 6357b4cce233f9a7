//! Objects with known fields: read only from JSON objects, without duplicate names.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::{ignored_value::Ignored, unique_names::UniqueNames};

/// The name of a member: a known field, or any other name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member<'de, F> {
    /// A known field.
    Known(F),
    /// A name that the type does not know.
    Other(Cow<'de, str>),
}

/// Reads the name of the next member. `field` maps names to known fields.
///
/// # Errors
///
/// Returns an error if the object is incomplete, or malformed.
#[inline]
pub fn next_member<'de, F, A: MapAccess<'de>>(
    map: &mut A,
    field: impl FnOnce(&str) -> Option<F>,
) -> Result<Option<Member<'de, F>>, A::Error> {
    map.next_key_seed(MemberSeed(field, PhantomData))
}

struct MemberSeed<T, F>(T, PhantomData<F>);

impl<'de, T: FnOnce(&str) -> Option<F>, F> DeserializeSeed<'de> for MemberSeed<T, F> {
    type Value = Member<'de, F>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, name: D) -> Result<Self::Value, D::Error> {
        name.deserialize_str(self)
    }
}

impl<'de, T: FnOnce(&str) -> Option<F>, F> Visitor<'de> for MemberSeed<T, F> {
    type Value = Member<'de, F>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        let known = (self.0)(name).map(Member::Known);
        Ok(known.unwrap_or(Member::Other(Cow::Borrowed(name))))
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let known = (self.0)(name).map(Member::Known);
        Ok(known.unwrap_or_else(|| Member::Other(Cow::Owned(name.to_owned()))))
    }
}

/// The members of an object that its type does not know. They are checked nevertheless: they must be
/// JSON, without duplicate names inside or among them.
#[derive(Default)]
pub struct UnknownMembers<'de>(
    // Most objects have none, so the names are boxed.
    Option<Box<UniqueNames<'de>>>,
);

impl<'de> UnknownMembers<'de> {
    /// Reads the value of a member, and drops it.
    ///
    /// # Errors
    ///
    /// Returns an error if the name is a duplicate, or if the value is not JSON, is nested too deeply, or
    /// contains a duplicate name.
    #[inline(never)]
    pub fn skip<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.read::<Ignored, A>(name, map).map(drop)
    }

    /// Reads the value of a member.
    pub(crate) fn read<T: Deserialize<'de>, A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
    ) -> Result<T, A::Error> {
        map.next_value_seed(OnceSeed {
            names: self.0.get_or_insert_default(),
            name,
            value: PhantomData,
        })
    }
}

struct OnceSeed<'n, 'de, T> {
    names: &'n mut UniqueNames<'de>,
    name: Cow<'de, str>,
    value: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for OnceSeed<'_, 'de, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<T, D::Error> {
        // A duplicate name is rejected at the position of its second value.
        self.names.insert(self.name)?;
        T::deserialize(value)
    }
}

/// Implements `Serialize` and `Deserialize` for a struct: it is read only from objects, without duplicate
/// names. An optional field is an `Option` that is `None` only if the field is absent; `null` is a value. A required
/// field that can be one string only is not a field of the struct: its value is written instead of `required`. It is
/// serialized, and checked when the object is read.
///
/// # Examples
///
/// ```
/// #[derive(Debug, PartialEq)]
/// struct Size {
///     width: u32,
///     colour: Option<String>,
/// }
///
/// schema_runtime::object_type! {
///     Size {
///         "mm" unit = "unit",
///         required width = "width",
///         optional colour = "the-colour",
///     }
/// }
///
/// let size: Size = serde_json::from_str(r#"{"width": 3, "unit": "mm", "depth": 5}"#)?;
/// assert_eq!(size, Size { width: 3, colour: None });
/// assert_eq!(serde_json::to_string(&size)?, r#"{"unit":"mm","width":3}"#);
/// for refused in [
///     "[3]",
///     "{}",
///     r#"{"width": 3}"#,
///     r#"{"unit": "cm", "width": 3}"#,
///     r#"{"unit": "mm", "unit": "mm", "width": 3}"#,
///     r#"{"unit": "mm", "width": 3, "the-colour": null}"#,
///     r#"{"unit": "mm", "width": 3, "x": 1, "x": 1}"#,
/// ] {
///     assert!(serde_json::from_str::<Size>(refused).is_err(), "{refused}");
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! object_type {
    ($name:ident $(<$lifetime:lifetime>)? {
        $($($kind:ident $field:ident = $json:literal)? $($value:literal $fixed:ident = $fixed_json:literal)?,)*
    }) => {
        $crate::object_type!(@owned $name $($lifetime)?);

        impl $(<$lifetime>)? $crate::serde::Serialize for $name $(<$lifetime>)? {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                use $crate::serde::ser::SerializeStruct;

                let length = 0
                    $($(+ $crate::object_type!(@count $kind self.$field))?
                    $(+ $crate::object_type!(@count constant $value))?)*;
                let name = ::core::stringify!($name);
                #[allow(unused_mut, reason = "an object may have no fields")]
                let mut object = serializer.serialize_struct(name, length)?;
                $(
                    $($crate::object_type!(@write $kind object, $json, self.$field);)?
                    $(object.serialize_field($fixed_json, $value)?;)?
                )*
                object.end()
            }
        }

        impl<'de $(: $lifetime, $lifetime)?> $crate::serde::Deserialize<'de>
            for $name $(<$lifetime>)?
        {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                use ::core::option::Option::{None, Some};

                struct Visitor $(<$lifetime>(::core::marker::PhantomData<&$lifetime ()>))?;

                impl<'de $(: $lifetime, $lifetime)?> $crate::serde::de::Visitor<'de>
                    for Visitor $(<$lifetime>)?
                {
                    type Value = $name $(<$lifetime>)?;

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: $crate::serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> ::core::result::Result<Self::Value, A::Error> {
                        let mut unknown = $crate::UnknownMembers::default();
                        $($(let mut $field = None;)? $(let mut $fixed = None;)?)*
                        $crate::object_type!(@read map unknown {
                            $($($field = $json,)?)*
                        } {
                            $($($value $fixed = $fixed_json,)?)*
                        });
                        $($($crate::require($fixed, $fixed_json)?;)?)*
                        ::core::result::Result::Ok($name {
                            $($($field: $crate::object_type!(@take $kind $field, $json),)?)*
                        })
                    }
                }

                const FIELDS: &[&str] = &[$($($json)? $($fixed_json)?),*];
                let name = ::core::stringify!($name);
                let visitor = $crate::object_type!(@visitor Visitor $($lifetime)?);
                deserializer.deserialize_struct(name, FIELDS, visitor)
            }
        }
    };

    // A type without a lifetime owns its strings.
    (@owned $name:ident) => { $crate::into_owned!($name); };
    (@owned $name:ident $lifetime:lifetime) => {};

    // Reads members into the slots of their fields.
    (@read $map:ident $unknown:ident {
        $($field:ident = $json:literal,)*
    } {
        $($value:literal $fixed:ident = $fixed_json:literal,)*
    }) => {
        #[allow(non_camel_case_types, reason = "named as the fields are")]
        enum Field { $($field,)* $($fixed,)* }

        let known = |name: &str| -> ::core::option::Option<Field> {
            match name {
                $($json => Some(Field::$field),)*
                $($fixed_json => Some(Field::$fixed),)*
                _ => None,
            }
        };
        while let Some(member) = $crate::next_member(&mut $map, known)? {
            match member {
                $($crate::Member::Known(Field::$field) => {
                    $crate::read_field(&mut $field, $json, &mut $map)?;
                })*
                $($crate::Member::Known(Field::$fixed) => {
                    $crate::read_constant(&mut $fixed, $fixed_json, &[$value], &mut $map)?;
                })*
                $crate::Member::Other(name) => $unknown.skip(name, &mut $map)?,
            }
        }
    };

    (@visitor $visitor:ident) => { $visitor };
    (@visitor $visitor:ident $lifetime:lifetime) => { $visitor(::core::marker::PhantomData) };

    (@count required $value:expr) => { 1 };
    (@count constant $value:literal) => { 1 };
    (@count optional $value:expr) => { usize::from($value.is_some()) };

    (@write required $object:ident, $json:literal, $value:expr) => {
        $object.serialize_field($json, &$value)?
    };
    (@write optional $object:ident, $json:literal, $value:expr) => {
        match &$value {
            ::core::option::Option::Some(value) => $object.serialize_field($json, value)?,
            ::core::option::Option::None => $object.skip_field($json)?,
        }
    };

    (@take required $slot:ident, $json:literal) => { $crate::require($slot, $json)? };
    (@take optional $slot:ident, $json:literal) => { $slot };
}

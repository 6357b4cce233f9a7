//! Objects with a tag: a field that determines the other fields.

use std::{borrow::Cow, fmt, marker::PhantomData, vec};

use serde_core::de::{
    self, Deserialize, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess,
    Unexpected,
};

use crate::{field::Name, raw::Held, violation::duplicate};

/// Reads the value of a tag. `branch` maps tags to branches; `tags` lists all tags.
///
/// # Errors
///
/// Returns an error if the value is not a string, or not the tag of a branch.
#[inline]
pub fn read_tag<'de, T, A: MapAccess<'de>>(
    map: &mut A,
    tags: &'static [&'static str],
    branch: impl FnOnce(&str) -> Option<T>,
) -> Result<T, A::Error> {
    map.next_value_seed(TagSeed { tags, branch })
}

/// Reads the value of a field that can be one string only, which is the one member of `values`.
///
/// # Errors
///
/// Returns an error if the value is another one, or the field is a duplicate.
#[inline(never)]
pub fn read_constant<'de, A: MapAccess<'de>>(
    slot: &mut Option<()>,
    name: &'static str,
    values: &'static [&'static str],
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(duplicate(name));
    }
    let found = read_tag(map, values, |text| values.contains(&text).then_some(()));
    *slot = Some(found?);
    Ok(())
}

/// Rejects a tag at its own position.
struct TagSeed<F> {
    tags: &'static [&'static str],
    branch: F,
}

impl<'de, T, F: FnOnce(&str) -> Option<T>> DeserializeSeed<'de> for TagSeed<F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        let Name(tag) = Name::deserialize(deserializer)?;
        (self.branch)(&tag)
            .ok_or_else(|| crate::violation::refused(Unexpected::Str(&tag), &OneOf(self.tags)))
    }
}

struct OneOf(&'static [&'static str]);

impl Expected for OneOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, member) in self.0.iter().enumerate() {
            let before = match index {
                0 => "",
                _ if index + 1 == self.0.len() => " or ",
                _ => ", ",
            };
            write!(f, "{before}`{member}`")?;
        }
        Ok(())
    }
}

/// The members that come before the tag and depend on the branch.
#[derive(Default)]
pub struct HeldMembers<'de>(Vec<(Cow<'de, str>, Held<'de>)>);

impl<'de> HeldMembers<'de> {
    /// Keeps the next value as raw JSON.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is not JSON.
    #[inline(never)]
    pub fn hold<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.0.push((name, map.next_value()?));
        Ok(())
    }

    /// Returns the members in their order, if there are any.
    pub fn replay<E: de::Error>(self) -> Option<impl MapAccess<'de, Error = E>> {
        (!self.0.is_empty()).then(|| Replay {
            members: self.0.into_iter(),
            value: None,
            error: PhantomData,
        })
    }
}

struct Replay<'de, E> {
    members: vec::IntoIter<(Cow<'de, str>, Held<'de>)>,
    value: Option<Held<'de>>,
    error: PhantomData<E>,
}

impl<'de, E: de::Error> MapAccess<'de> for Replay<'de, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some((name, value)) = self.members.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        let name: de::value::CowStrDeserializer<'_, E> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        match self.value.take() {
            Some(held) => held.decode(seed),
            None => Err(E::custom("a value was asked for before its name")),
        }
    }
}

/// Implements `Serialize` and `Deserialize` for an enum of objects that are distinguished by a tag. It is read in
/// one pass: fields that all branches have with the same type are read in any position; other fields that
/// come before the tag are kept as raw JSON until the branch is known.
///
/// The first list has the tag and the common fields. Each branch follows, with its tag and its own fields, in the
/// syntax of [`object_type!`](crate::object_type). The tag is not a field of the branches.
///
/// # Examples
///
/// ```
/// #[derive(Debug, PartialEq)]
/// enum Shape {
///     Circle(Circle),
///     Square(Square),
/// }
///
/// #[derive(Debug, PartialEq)]
/// struct Circle {
///     name: String,
///     radius: u32,
/// }
///
/// #[derive(Debug, PartialEq)]
/// struct Square {
///     name: String,
/// }
///
/// schema_runtime::object_type! {
///     Circle { "circle" kind = "kind", required name = "name", required radius = "radius", }
/// }
/// schema_runtime::object_type! { Square { "square" kind = "kind", required name = "name", } }
///
/// schema_runtime::union_type! {
///     Shape {
///         tag kind = "kind",
///         required name = "name",
///     }
///     Circle(Circle) = "circle" {
///         required radius = "radius",
///     }
///     Square(Square) = "square" {}
/// }
///
/// let shape: Shape = serde_json::from_str(r#"{"radius": 3, "name": "a", "kind": "circle"}"#)?;
/// let circle = Circle { name: "a".into(), radius: 3 };
/// assert_eq!(shape, Shape::Circle(circle));
/// // What a branch does not know is ignored, but no name stands twice.
/// assert!(serde_json::from_str::<Shape>(r#"{"radius": "x", "name": "a", "kind": "square"}"#).is_ok());
/// for refused in [
///     r#"{"name": "a", "kind": "triangle"}"#,
///     r#"{"name": "a", "kind": "circle"}"#,
///     r#"{"name": "a", "kind": "square", "name": "a"}"#,
///     r#"{"x": 1, "name": "a", "kind": "square", "x": 1}"#,
///     r#"{"name": "a", "kind": "square", "kind": "square"}"#,
/// ] {
///     assert!(serde_json::from_str::<Shape>(refused).is_err());
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! union_type {
    ($name:ident $(<$lifetime:lifetime>)? { $($shared:tt)* } $($branches:tt)*) => {
        $crate::union_type! {
            @implement $name $(<$lifetime>)? { $($shared)* } { $($shared)* } $($branches)*
        }
    };

    // The shared fields are matched twice, one by one and as a whole: only the whole can be passed to each branch.
    (
        @implement $name:ident $(<$lifetime:lifetime>)?
        { tag $tag:ident = $tag_json:literal, $($kind:ident $field:ident = $json:literal,)* }
        $shared:tt
        $($variant:ident($branch:ident) = $value:literal $own:tt)*
    ) => {
        $crate::object_type!(@owned $name $($lifetime)?);

        impl $(<$lifetime>)? $crate::serde::Serialize for $name $(<$lifetime>)? {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(branch) => {
                        $crate::serde::Serialize::serialize(branch, serializer)
                    })*
                }
            }
        }

        impl<'de $(: $lifetime, $lifetime)?> $crate::serde::Deserialize<'de>
            for $name $(<$lifetime>)?
        {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                use ::core::option::Option::{None, Some};

                enum Branch { $($variant),* }

                #[allow(non_camel_case_types, reason = "named as the fields are")]
                enum Field { $tag, $($field),* }

                struct Visitor $(<$lifetime>(::core::marker::PhantomData<&$lifetime ()>))?;

                impl<'de $(: $lifetime, $lifetime)?> $crate::serde::de::Visitor<'de>
                    for Visitor $(<$lifetime>)?
                {
                    type Value = $name $(<$lifetime>)?;

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str(::core::concat!("an object with `", $tag_json, "`"))
                    }

                    fn visit_map<A: $crate::serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> ::core::result::Result<Self::Value, A::Error> {
                        let mut held = $crate::HeldMembers::default();
                        $(let mut $field = None;)*
                        let known = |name: &str| match name {
                            $tag_json => Some(Field::$tag),
                            $($json => Some(Field::$field),)*
                            _ => None,
                        };
                        loop {
                            match $crate::next_member(&mut map, known)? {
                                Some($crate::Member::Known(Field::$tag)) => break,
                                $(Some($crate::Member::Known(Field::$field)) => {
                                    $crate::read_field(&mut $field, $json, &mut map)?;
                                })*
                                Some($crate::Member::Other(name)) => held.hold(name, &mut map)?,
                                None => $crate::require(None, $tag_json)?,
                            }
                        }
                        let branch = |tag: &str| match tag {
                            $($value => Some(Branch::$variant),)*
                            _ => None,
                        };
                        ::core::result::Result::Ok(
                            match $crate::read_tag(&mut map, &[$($value),*], branch)? {
                                $(Branch::$variant => $name::$variant($crate::union_type!(
                                    @read map held $value $branch $shared $own
                                )),)*
                            },
                        )
                    }
                }

                let visitor = $crate::object_type!(@visitor Visitor $($lifetime)?);
                deserializer.deserialize_struct("", &[$tag_json], visitor)
            }
        }
    };

    // The remaining members of a branch, once its tag is known.
    (
        @read $map:ident $held:ident $tag_value:literal $branch:ident
        { tag $tag:ident = $tag_json:literal, $($kind:ident $field:ident = $json:literal,)* }
        {
            $(
                $($own_kind:ident $own:ident = $own_json:literal)?
                $($value:literal $fixed:ident = $fixed_json:literal)?,
            )*
        }
    ) => {{
        let mut unknown = $crate::UnknownMembers::default();
        let mut $tag = Some(());
        $($(let mut $own = None;)? $(let mut $fixed = None;)?)*
        if let Some(mut held) = $held.replay::<A::Error>() {
            $crate::object_type!(@read held unknown {
                $($($own = $own_json,)?)*
            } {
                $($($value $fixed = $fixed_json,)?)*
            });
        }
        $crate::object_type!(@read $map unknown {
            $($field = $json,)*
            $($($own = $own_json,)?)*
        } {
            $tag_value $tag = $tag_json,
            $($($value $fixed = $fixed_json,)?)*
        });
        $($($crate::require($fixed, $fixed_json)?;)?)*
        $branch {
            $($field: $crate::object_type!(@take $kind $field, $json),)*
            $($($own: $crate::object_type!(@take $own_kind $own, $own_json),)?)*
        }
    }};
}

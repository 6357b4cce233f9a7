//! The `array` type with `prefixItems`: a fixed number of items, each with its own type.

use std::fmt;

use serde_core::de::{self, Deserialize, Error, IgnoredAny, SeqAccess};

/// A description for errors: a list of this number of items.
#[doc(hidden)]
pub struct ListOf(pub usize);

impl de::Expected for ListOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of {} items", self.0)
    }
}

/// Reads the item at an index, which is required.
#[doc(hidden)]
pub fn item<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(
    list: &mut A,
    index: usize,
    expected: &ListOf,
) -> Result<T, A::Error> {
    let item = list.next_element()?;
    item.ok_or_else(|| A::Error::invalid_length(index, expected))
}

/// Ensures that there are no more items.
#[doc(hidden)]
pub fn end<'de, A: SeqAccess<'de>>(mut list: A, expected: &ListOf) -> Result<(), A::Error> {
    let mut count = expected.0;
    while list.next_element::<IgnoredAny>()?.is_some() {
        count += 1;
    }
    if count == expected.0 {
        Ok(())
    } else {
        Err(A::Error::invalid_length(count, expected))
    }
}

/// Implements `Serialize` and `Deserialize` for a tuple struct: it is read from lists with exactly one item for
/// each field. Each field is given by its index and a name for its value.
///
/// # Examples
///
/// ```
/// #[derive(Debug, PartialEq)]
/// struct Pair(u32, bool);
///
/// schema_runtime::tuple_type!(Pair { 0 count, 1 is_whole });
///
/// assert_eq!(serde_json::from_str::<Pair>("[3, true]")?, Pair(3, true));
/// let error = serde_json::from_str::<Pair>("[3, true, null]").err().ok_or("accepted")?;
/// assert!(error.to_string().starts_with("invalid length 3, expected a list of 2 items"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[macro_export]
macro_rules! tuple_type {
    ($name:ident { $($index:tt $item:ident),* }) => {
        $crate::into_owned!($name);

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                use $crate::serde::ser::SerializeTupleStruct;

                let length = [$($index),*].len();
                let mut list =
                    serializer.serialize_tuple_struct(::core::stringify!($name), length)?;
                $(list.serialize_field(&self.$index)?;)*
                list.end()
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                const EXPECTED: $crate::private::ListOf =
                    $crate::private::ListOf([$($index),*].len());

                struct Visitor;

                impl<'de> $crate::serde::de::Visitor<'de> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        $crate::serde::de::Expected::fmt(&EXPECTED, f)
                    }

                    fn visit_seq<A: $crate::serde::de::SeqAccess<'de>>(
                        self,
                        mut list: A,
                    ) -> ::core::result::Result<$name, A::Error> {
                        $(let $item = $crate::private::item(&mut list, $index, &EXPECTED)?;)*
                        $crate::private::end(list, &EXPECTED)?;
                        ::core::result::Result::Ok($name($($item),*))
                    }
                }

                deserializer.deserialize_seq(Visitor)
            }
        }
    };
}

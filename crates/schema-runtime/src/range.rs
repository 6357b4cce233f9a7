//! The `number` type with a `minimum`, a `maximum`, or both.

use std::{fmt, marker::PhantomData};

use serde_core::de::{self, Unexpected, Visitor};

use crate::{number::Number, violation::refused};

/// A type that represents a subset of all numbers.
///
/// [`number_type!`](crate::number_type) adds the usual traits to a type that implements it.
pub trait NumberValue: Sized {
    /// A description of accepted values, to follow "expected".
    const EXPECTED: &'static str;

    /// Converts a number, or returns `None` if the type does not accept it.
    fn from_number(number: Number) -> Option<Self>;

    /// Returns the number.
    fn number(&self) -> Number;
}

/// A visitor that deserializes a [`NumberValue`].
#[doc(hidden)]
pub struct NumberValueVisitor<T>(pub PhantomData<T>);

impl<T: NumberValue> NumberValueVisitor<T> {
    fn take<E: de::Error>(
        self,
        value: impl TryInto<Number>,
        unexpected: Unexpected<'_>,
    ) -> Result<T, E> {
        value
            .try_into()
            .ok()
            .and_then(T::from_number)
            .ok_or_else(|| refused(unexpected, &self))
    }
}

impl<T: NumberValue> Visitor<'_> for NumberValueVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    // An integer beyond 2^53 is rounded to be compared, but not to the other side of a bound that is itself
    // an integer below 2^53 or a fraction. Schemas with other bounds are not generated.

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        self.take(value, Unexpected::Signed(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        self.take(value, Unexpected::Unsigned(value))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<T, E> {
        let unexpected = format!("integer `{value}`");
        self.take(value as f64, Unexpected::Other(&unexpected))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<T, E> {
        let unexpected = format!("integer `{value}`");
        self.take(value as f64, Unexpected::Other(&unexpected))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        self.take(value, Unexpected::Float(value))
    }
}

/// Implements the usual traits for a [`NumberValue`]: `TryFrom<f64>`, `TryFrom<Number>`,
/// `From` for `f64` and for [`Number`], comparison with `f64`, `Display`, `Serialize` and `Deserialize`; and the functions
/// `new` and `get`.
///
/// # Examples
///
/// ```
/// use schema_runtime::Number;
///
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Share(Number);
///
/// impl schema_runtime::NumberValue for Share {
///     const EXPECTED: &'static str = "a number from 0 to 1";
///
///     fn from_number(number: Number) -> Option<Self> {
///         (0.0..=1.0).contains(&number.get()).then_some(Self(number))
///     }
///
///     fn number(&self) -> Number {
///         self.0
///     }
/// }
///
/// schema_runtime::number_type!(Share);
///
/// assert_eq!(Share::new(0.25)?.get(), 0.25);
/// let violation = Share::new(1.5).err().ok_or("accepted")?;
/// assert_eq!(violation.to_string(), "Share: expected a number from 0 to 1, found 1.5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[macro_export]
macro_rules! number_type {
    (@violation $type:ty, $number:expr) => {
        $crate::Violation::new(<$type as $crate::NumberValue>::EXPECTED)
            .found($number)
            .by(::core::stringify!($type))
    };

    ($type:ty) => {
        $crate::into_owned!($type);

        impl $type {
            /// Creates a value from a number in range.
            ///
            /// # Errors
            ///
            /// Returns an error for a number out of range, infinity, and NaN.
            pub fn new(value: f64) -> ::core::result::Result<Self, $crate::Violation> {
                $crate::Number::new(value)
                    .ok()
                    .and_then(<Self as $crate::NumberValue>::from_number)
                    .ok_or_else(|| $crate::number_type!(@violation $type, value))
            }

            /// Returns the value.
            #[must_use]
            pub fn get(&self) -> f64 {
                <Self as $crate::NumberValue>::number(self).get()
            }
        }

        impl ::core::convert::TryFrom<f64> for $type {
            type Error = $crate::Violation;

            fn try_from(value: f64) -> ::core::result::Result<Self, $crate::Violation> {
                Self::new(value)
            }
        }

        impl ::core::convert::TryFrom<$crate::Number> for $type {
            type Error = $crate::Violation;

            fn try_from(number: $crate::Number) -> ::core::result::Result<Self, $crate::Violation> {
                <Self as $crate::NumberValue>::from_number(number)
                    .ok_or_else(|| $crate::number_type!(@violation $type, number))
            }
        }

        impl ::core::convert::From<$type> for f64 {
            fn from(value: $type) -> Self {
                value.get()
            }
        }

        impl ::core::convert::From<$type> for $crate::Number {
            fn from(value: $type) -> Self {
                <$type as $crate::NumberValue>::number(&value)
            }
        }

        impl ::core::cmp::PartialEq<f64> for $type {
            #[inline]
            fn eq(&self, other: &f64) -> bool {
                self.get() == *other
            }
        }

        impl ::core::cmp::PartialEq<$type> for f64 {
            #[inline]
            fn eq(&self, other: &$type) -> bool {
                *self == other.get()
            }
        }

        impl ::core::cmp::PartialOrd<f64> for $type {
            #[inline]
            fn partial_cmp(&self, other: &f64) -> ::core::option::Option<::core::cmp::Ordering> {
                self.get().partial_cmp(other)
            }
        }

        impl ::core::cmp::PartialOrd<$type> for f64 {
            #[inline]
            fn partial_cmp(&self, other: &$type) -> ::core::option::Option<::core::cmp::Ordering> {
                self.partial_cmp(&other.get())
            }
        }

        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&<Self as $crate::NumberValue>::number(self), f)
            }
        }

        impl $crate::serde::Serialize for $type {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::serde::Serialize::serialize(
                    &<Self as $crate::NumberValue>::number(self),
                    serializer,
                )
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                deserializer.deserialize_f64($crate::private::NumberValueVisitor(
                    ::core::marker::PhantomData,
                ))
            }
        }
    };
}

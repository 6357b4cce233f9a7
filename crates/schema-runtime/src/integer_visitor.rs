//! Deserialization of integers, for types that accept a subset of them.

use std::{fmt, marker::PhantomData};

use serde_core::de::{self, Deserializer, Unexpected, Visitor};

use crate::violation::{Violation, refused};

/// A type that represents a subset of all integers.
pub(crate) trait IntegerValue: Sized {
    /// Writes a description of accepted values, to follow "expected".
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Converts a value. `None` represents a number that does not fit in `i64`, so it is in no range.
    fn checked(value: Option<i64>) -> Option<Self>;
}

/// Converts an integer, if the type accepts it.
pub(crate) fn checked<T: IntegerValue>(
    value: impl TryInto<i64> + fmt::Display + Copy,
) -> Result<T, Violation> {
    T::checked(value.try_into().ok()).ok_or_else(|| violation::<T>().found(value))
}

/// Parses the same strings as `i64`: decimal digits after an optional sign.
pub(crate) fn parsed<T: IntegerValue>(text: &str) -> Result<T, Violation> {
    T::checked(text.parse().ok()).ok_or_else(|| violation::<T>().found_text(text))
}

fn violation<T: IntegerValue>() -> Violation {
    Violation::new(IntegerVisitor::<T>(PhantomData).to_string())
}

/// Deserializes an integer.
pub(crate) fn deserialize<'de, T: IntegerValue, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let visitor = IntegerVisitor(PhantomData);
    if deserializer.is_human_readable() {
        // For a request for an integer, the buffer behind `untagged` and internally tagged enums rejects `3.0`. For
        // a request for a float, it and `serde_json` pass integers too. For a request for any value, `serde_json`
        // with `arbitrary_precision` passes a map.
        deserializer.deserialize_f64(visitor)
    } else {
        deserializer.deserialize_i64(visitor)
    }
}

struct IntegerVisitor<T>(PhantomData<T>);

impl<T: IntegerValue> IntegerVisitor<T> {
    fn take<E: de::Error>(self, value: Option<i64>, found: Unexpected<'_>) -> Result<T, E> {
        T::checked(value).ok_or_else(|| refused(found, &self))
    }

    /// Converts a 128-bit integer. `Unexpected` has no variant for it, so the error imitates the wording of the
    /// other errors.
    fn take_wide<E: de::Error>(
        self,
        value: impl TryInto<i64> + fmt::Display + Copy,
    ) -> Result<T, E> {
        T::checked(value.try_into().ok())
            .ok_or_else(|| refused(Unexpected::Other(&format!("integer `{value}`")), &self))
    }
}

impl<T: IntegerValue> fmt::Display for IntegerVisitor<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::expected(f)
    }
}

impl<T: IntegerValue> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::expected(f)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        self.take(Some(value), Unexpected::Signed(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        self.take(value.try_into().ok(), Unexpected::Unsigned(value))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<T, E> {
        self.take_wide(value)
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<T, E> {
        self.take_wide(value)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        self.take(whole(value), Unexpected::Float(value))
    }
}

/// Returns the `i64` that is equal to a float, if there is one.
fn whole(value: f64) -> Option<i64> {
    // The bounds are -2^63, which is `i64::MIN`, and 2^63, which is `i64::MAX` + 1. NaN is in no range, and within
    // the bounds the cast is exact for an integer.
    let fits = (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value);
    (fits && value.fract() == 0.0).then_some(value as i64)
}

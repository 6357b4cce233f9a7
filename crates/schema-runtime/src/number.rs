//! The `number` type.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::violation::Violation;

const EXPECTED: &str = "a number";

/// A number as JSON has it: neither infinite nor "not a number".
///
/// It is kept as an IEEE 754 double, as most readers of JSON do: an integer beyond
/// ±2<sup>53</sup>, and a decimal fraction, are rounded to the nearest one.
///
/// # Examples
///
/// ```
/// use schema_runtime::Number;
///
/// let share: Number = serde_json::from_str("0.25")?;
/// assert_eq!(share.get(), 0.25);
/// assert!(serde_json::from_str::<Number>("\"0.25\"").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Number(f64);

impl Number {
    /// Takes a finite value.
    ///
    /// # Errors
    ///
    /// Infinity and "not a number": JSON has no way to write them.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Number;
    ///
    /// assert_eq!(Number::new(1.5)?.get(), 1.5);
    /// assert!(Number::new(f64::NAN).is_err());
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn new(value: f64) -> Result<Self, Violation> {
        if value.is_finite() {
            Ok(Self(value))
        } else {
            Err(Violation::new(EXPECTED))
        }
    }

    /// The value, which is finite.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Number;
    ///
    /// assert_eq!(Number::from(3).get(), 3.0);
    /// ```
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Number {
    type Error = Violation;

    fn try_from(value: f64) -> Result<Self, Violation> {
        Self::new(value)
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(value.into())
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self(value.into())
    }
}

impl From<Number> for f64 {
    fn from(number: Number) -> Self {
        number.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_f64(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Number, E> {
        Ok(Number(value as f64))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Number, E> {
        Ok(Number(value as f64))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Number, E> {
        Ok(Number(value as f64))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Number, E> {
        Ok(Number(value as f64))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Number, E> {
        Number::new(value).map_err(|_| E::invalid_value(Unexpected::Float(value), &self))
    }
}

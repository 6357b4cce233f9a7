//! The `number` type.

use std::{cmp::Ordering, fmt};

use serde_core::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde_core::ser::{Serialize, Serializer};

use crate::violation::Violation;

const EXPECTED: &str = "a number";

/// A JSON number: neither infinite nor NaN.
///
/// A 64-bit integer is kept exactly, and any other number as the nearest IEEE 754 double, as in most
/// readers of JSON. Numbers are equal if their values are equal: `3` and `3.0` are.
///
/// # Examples
///
/// ```
/// use schema_runtime::Number;
///
/// let share: Number = serde_json::from_str("0.25")?;
/// assert_eq!(share.get(), 0.25);
/// assert!(serde_json::from_str::<Number>("\"0.25\"").is_err());
///
/// let large: Number = serde_json::from_str("9007199254740993")?;
/// assert_eq!(serde_json::to_string(&large)?, "9007199254740993");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Number(Value);

#[derive(Clone, Copy)]
enum Value {
    Signed(i64),
    Unsigned(u64),
    /// A finite number.
    Double(f64),
}

impl Value {
    fn integer(self) -> Option<i128> {
        match self {
            Self::Signed(value) => Some(value.into()),
            Self::Unsigned(value) => Some(value.into()),
            Self::Double(_) => None,
        }
    }
}

impl Number {
    /// Creates a number from a finite value.
    ///
    /// # Errors
    ///
    /// Returns an error for infinity and NaN, which JSON cannot represent.
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
            Ok(Self(Value::Double(value)))
        } else {
            Err(Violation::new(EXPECTED))
        }
    }

    /// Returns the value, which is finite. An integer beyond ±2<sup>53</sup> is rounded to the nearest double.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Number;
    ///
    /// assert_eq!(Number::from(3).get(), 3.0);
    /// ```
    #[must_use]
    pub fn get(self) -> f64 {
        match self.0 {
            Value::Signed(value) => value as f64,
            Value::Unsigned(value) => value as f64,
            Value::Double(value) => value,
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let rounded = self.get().partial_cmp(&other.get());
        if rounded != Some(Ordering::Equal) {
            return rounded;
        }
        // Doubles of this size are whole, and two integers may have been rounded to one.
        let exact = |value: Value| value.integer().unwrap_or(self.get() as i128);
        match (self.0, other.0) {
            (Value::Double(_), Value::Double(_)) => rounded,
            (one, other) => Some(exact(one).cmp(&exact(other))),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({self})")
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
        Self::from(i64::from(value))
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self::from(u64::from(value))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(Value::Signed(value))
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self(Value::Unsigned(value))
    }
}

impl From<Number> for f64 {
    fn from(number: Number) -> Self {
        number.get()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Signed(value) => fmt::Display::fmt(&value, f),
            Value::Unsigned(value) => fmt::Display::fmt(&value, f),
            Value::Double(value) => fmt::Display::fmt(&value, f),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Signed(value) => serializer.serialize_i64(value),
            Value::Unsigned(value) => serializer.serialize_u64(value),
            Value::Double(value) => serializer.serialize_f64(value),
        }
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
        Ok(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Number, E> {
        Ok(value.into())
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Number, E> {
        Ok(Number(Value::Double(value as f64)))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Number, E> {
        Ok(Number(Value::Double(value as f64)))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Number, E> {
        Number::new(value).map_err(|_| crate::violation::refused(Unexpected::Float(value), &self))
    }
}

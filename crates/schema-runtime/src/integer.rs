//! The `integer` type with a `minimum` and a `maximum`.

use std::fmt;
use std::str::FromStr;

use serde_core::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde_core::ser::{Serialize, Serializer};

use crate::violation::Violation;

/// The greatest integer that, with all below it, a JSON reader that keeps numbers as IEEE 754
/// doubles (such as JavaScript) tells apart: 2<sup>53</sup> − 1.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Integer, MAX_SAFE_INTEGER};
///
/// type Count = Integer<0, MAX_SAFE_INTEGER>;
/// assert_eq!(Count::new(MAX_SAFE_INTEGER)?.get(), 9_007_199_254_740_991);
/// assert!(Count::new(MAX_SAFE_INTEGER + 1).is_err());
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
pub const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// An integer from `MIN` to `MAX`, both included.
///
/// JSON Schema asks of an integer that its value be whole, not that it be written without a
/// point: `3.0` and `3e2` are read, `-0` and `-0.0` are 0, `1.5` and `"3"` are refused. It is
/// written without a point.
///
/// A range with `MIN` above `MAX` is empty: it refuses every value.
///
/// # Examples
///
/// ```
/// use schema_runtime::Integer;
///
/// type Percent = Integer<0, 100>;
///
/// let percent: Percent = serde_json::from_str("3e1")?;
/// assert_eq!(percent.get(), 30);
/// assert_eq!(serde_json::to_string(&percent)?, "30");
///
/// let error = serde_json::from_str::<Percent>("-1").unwrap_err();
/// assert!(error.to_string().starts_with(
///     "invalid value: integer `-1`, expected an integer from 0 to 100"
/// ));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer<const MIN: i64, const MAX: i64>(i64);

impl<const MIN: i64, const MAX: i64> Integer<MIN, MAX> {
    /// Takes a value in range.
    ///
    /// # Errors
    ///
    /// A value below `MIN` or above `MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Integer;
    ///
    /// let violation = Integer::<100, 599>::new(99).unwrap_err();
    /// assert_eq!(violation.to_string(), "expected an integer from 100 to 599");
    /// ```
    pub fn new(value: i64) -> Result<Self, Violation> {
        Self::checked(Some(value)).ok_or_else(Self::violation)
    }

    /// The value, from `MIN` to `MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Integer;
    ///
    /// assert_eq!(Integer::<0, 100>::new(42)?.get(), 42);
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn get(self) -> i64 {
        self.0
    }

    /// `None` stands for a number that does not fit in `i64`, and so in no range.
    fn checked(value: Option<i64>) -> Option<Self> {
        value.filter(|value| (MIN..=MAX).contains(value)).map(Self)
    }

    fn violation() -> Violation {
        Violation::new(Expected::<MIN, MAX>.to_string())
    }

    fn narrow(value: impl TryInto<i64>) -> Result<Self, Violation> {
        Self::checked(value.try_into().ok()).ok_or_else(Self::violation)
    }
}

impl<const MIN: i64, const MAX: i64> TryFrom<i64> for Integer<MIN, MAX> {
    type Error = Violation;

    fn try_from(value: i64) -> Result<Self, Violation> {
        Self::new(value)
    }
}

impl<const MIN: i64, const MAX: i64> TryFrom<i32> for Integer<MIN, MAX> {
    type Error = Violation;

    fn try_from(value: i32) -> Result<Self, Violation> {
        Self::narrow(value)
    }
}

impl<const MIN: i64, const MAX: i64> TryFrom<u32> for Integer<MIN, MAX> {
    type Error = Violation;

    fn try_from(value: u32) -> Result<Self, Violation> {
        Self::narrow(value)
    }
}

impl<const MIN: i64, const MAX: i64> TryFrom<u64> for Integer<MIN, MAX> {
    type Error = Violation;

    fn try_from(value: u64) -> Result<Self, Violation> {
        Self::narrow(value)
    }
}

impl<const MIN: i64, const MAX: i64> TryFrom<usize> for Integer<MIN, MAX> {
    type Error = Violation;

    fn try_from(value: usize) -> Result<Self, Violation> {
        Self::narrow(value)
    }
}

impl<const MIN: i64, const MAX: i64> From<Integer<MIN, MAX>> for i64 {
    fn from(value: Integer<MIN, MAX>) -> Self {
        value.0
    }
}

/// Reads what `i64` reads: decimal digits after an optional sign, no point and no exponent.
impl<const MIN: i64, const MAX: i64> FromStr for Integer<MIN, MAX> {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        Self::checked(text.parse().ok()).ok_or_else(Self::violation)
    }
}

impl<const MIN: i64, const MAX: i64> fmt::Display for Integer<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<const MIN: i64, const MAX: i64> Serialize for Integer<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de, const MIN: i64, const MAX: i64> Deserialize<'de> for Integer<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            // Asked for an integer, the buffer behind `untagged` and internally tagged enums
            // refuses `3.0`. Asked for a float it gives integers too, and so does `serde_json`.
            // Asked for anything, `serde_json` with `arbitrary_precision` gives a map.
            deserializer.deserialize_f64(Expected::<MIN, MAX>)
        } else {
            deserializer.deserialize_i64(Expected::<MIN, MAX>)
        }
    }
}

/// The range: as a phrase for errors, and as the visitor that reads into it.
struct Expected<const MIN: i64, const MAX: i64>;

impl<const MIN: i64, const MAX: i64> fmt::Display for Expected<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer from {MIN} to {MAX}")
    }
}

impl<const MIN: i64, const MAX: i64> Visitor<'_> for Expected<MIN, MAX> {
    type Value = Integer<MIN, MAX>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
        Integer::checked(Some(value))
            .ok_or_else(|| crate::violation::refused(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
        Integer::checked(value.try_into().ok())
            .ok_or_else(|| crate::violation::refused(Unexpected::Unsigned(value), &self))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Self::Value, E> {
        Integer::checked(value.try_into().ok()).ok_or_else(|| wide(value, &self))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Self::Value, E> {
        Integer::checked(value.try_into().ok()).ok_or_else(|| wide(value, &self))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
        Integer::checked(whole(value))
            .ok_or_else(|| crate::violation::refused(Unexpected::Float(value), &self))
    }
}

/// `Unexpected` has no variant for 128 bits, so this one is worded like the others by hand.
pub(crate) fn wide<E: de::Error>(value: impl fmt::Display, expected: &dyn de::Expected) -> E {
    crate::violation::refused(Unexpected::Other(&format!("integer `{value}`")), expected)
}

/// The integer a float is equal to, if there is one in `i64`.
pub(crate) fn whole(value: f64) -> Option<i64> {
    // -2^63 and 2^63: the first is `i64::MIN`, the second is one more than `i64::MAX`. Neither
    // bound holds for NaN, and within them the cast is exact for a whole number.
    let fits = (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value);
    (fits && value.fract() == 0.0).then_some(value as i64)
}

//! The `integer` type with a `minimum` and a `maximum`.

use std::fmt;
use std::str::FromStr;

use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::{Serialize, Serializer};

use crate::{
    violation::Violation,
    whole::{self, Whole},
};

/// The greatest safe integer, 2<sup>53</sup> − 1: JSON readers that keep numbers as IEEE 754
/// doubles (such as JavaScript) distinguish it from all other integers.
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

/// An integer from `MIN` to `MAX`, inclusive.
///
/// JSON Schema requires a whole value, however it is written: `3.0` and `3e2` are accepted, `-0` and `-0.0`
/// are 0, `1.5` and `"3"` are rejected. It is serialized without a decimal point. A number with a point or an
/// exponent is first rounded to the nearest double, as in validators that keep numbers as doubles: so
/// `0.99999999999999999999` is 1.
///
/// A range with `MIN` above `MAX` is empty: it rejects every value.
///
/// An integer is compared with primitives, added to them and converted as if it were one. A primitive that cannot
/// hold all values from `MIN` to `MAX` is a compile error.
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
/// let total: u64 = [percent, percent].iter().sum();
/// assert!(percent > 29 && total == 60);
///
/// let error = serde_json::from_str::<Percent>("-1").err().ok_or("accepted")?;
/// assert!(error.to_string().starts_with(
///     "invalid value: integer `-1`, expected an integer from 0 to 100"
/// ));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer<const MIN: i64, const MAX: i64>(i64);

/// An integer from 0 to 2<sup>53</sup> − 1, [`MAX_SAFE_INTEGER`]: unsigned, of 53 bits. All readers of JSON distinguish
/// these integers.
///
/// It is an [`Integer`], and as handy as an `u64`:
///
/// ```
/// use std::time::Duration;
/// use schema_runtime::U53;
///
/// fn total(durations: &[U53]) -> Duration {
///     Duration::from_millis(durations.iter().sum())
/// }
/// let duration = U53::literal::<1_250>();
/// assert!(duration > 1_000);
/// assert_eq!(total(&[duration, duration]), Duration::from_millis(2_500));
/// ```
// With literals, so that documentation shows numbers.
pub type U53 = Integer<0, 9_007_199_254_740_991>;

/// An integer from −(2<sup>53</sup> − 1) to 2<sup>53</sup> − 1: signed, of 54 bits. All readers of JSON distinguish these
/// integers.
pub type I54 = Integer<-9_007_199_254_740_991, 9_007_199_254_740_991>;

impl<const MIN: i64, const MAX: i64> Integer<MIN, MAX> {
    /// Creates an integer from a value in range.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is below `MIN` or above `MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Integer;
    ///
    /// let violation = Integer::<100, 599>::new(99).err().ok_or("accepted")?;
    /// assert_eq!(violation.to_string(), "expected an integer from 100 to 599, found 99");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(value: i64) -> Result<Self, Violation> {
        whole::checked(value)
    }

    /// Returns the value, from `MIN` to `MAX`.
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

    /// Creates an integer that is written in the program. The compiler rejects a value out of range.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Integer;
    ///
    /// let percent = Integer::<0, 100>::literal::<42>();
    /// assert_eq!(percent, 42);
    /// ```
    ///
    /// ```compile_fail
    /// schema_runtime::Integer::<0, 100>::literal::<101>();
    /// ```
    #[must_use]
    pub const fn literal<const VALUE: i64>() -> Self {
        const { assert!(MIN <= VALUE && VALUE <= MAX, "the literal is out of range") };
        Self(VALUE)
    }
}

/// Parses the same strings as `i64`: decimal digits after an optional sign, without a point or an exponent.
impl<const MIN: i64, const MAX: i64> FromStr for Integer<MIN, MAX> {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        whole::parsed(text)
    }
}

impl<const MIN: i64, const MAX: i64> fmt::Display for Integer<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<const MIN: i64, const MAX: i64> Serialize for Integer<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Digits without a sign are written faster.
        match u64::try_from(self.0) {
            Ok(value) if MIN >= 0 => serializer.serialize_u64(value),
            _ => serializer.serialize_i64(self.0),
        }
    }
}

impl<'de, const MIN: i64, const MAX: i64> Deserialize<'de> for Integer<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole::deserialize(deserializer)
    }
}

impl<const MIN: i64, const MAX: i64> Whole for Integer<MIN, MAX> {
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer from {MIN} to {MAX}")
    }

    fn checked(value: Option<i64>) -> Option<Self> {
        value.filter(|value| (MIN..=MAX).contains(value)).map(Self)
    }
}

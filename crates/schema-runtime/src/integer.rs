//! The `integer` type with a `minimum`, a `maximum`, and perhaps a `multipleOf`.

use std::{fmt, marker::PhantomData, str::FromStr};

use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::{Serialize, Serializer};

use crate::{
    integer_visitor::{self, IntegerValue},
    primitive::Primitive,
    violation::Violation,
};

/// The greatest safe integer, 2<sup>53</sup> − 1: JSON readers that keep numbers as IEEE 754
/// doubles (such as JavaScript) distinguish it from all other integers.
///
/// # Examples
///
/// ```
/// use schema_runtime::{MAX_SAFE_INTEGER, U53};
///
/// assert_eq!(U53::try_from(MAX_SAFE_INTEGER)?, 9_007_199_254_740_991_u64);
/// assert!(U53::try_from(MAX_SAFE_INTEGER + 1).is_err());
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
pub const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// An integer from `MIN` to `MAX`, inclusive, which stands in for the primitive `P`. If `OF` is not 1, it is a multiple of
/// `OF`: see [`Multiple`].
///
/// JSON Schema requires a whole value, however it is written: `3.0` and `3e2` are accepted, `-0` and `-0.0`
/// are 0, `1.5` and `"3"` are rejected. It is serialized without a decimal point. A number with a point or an
/// exponent is first rounded to the nearest double, as in validators that keep numbers as doubles: so
/// `0.99999999999999999999` is 1.
///
/// A range with `MIN` above `MAX` is empty: it rejects every value. A value that `P` cannot hold is rejected, too.
///
/// # Beside primitives
///
/// - Arithmetic is that of `P`: `+ - * / %` with `P` on either side, `+= -= *= /= %=` to a `P`. The result is a `P`, and overflow
///   is that of `P`: 50 percent in a `u8` times 10 is too much for it.
/// - It is compared with all primitive integers.
/// - `From` converts into the primitives into which every `P` fits, and into `i64` and `i128`; `TryFrom` into the
///   others. `f64::from` is for integers up to 2<sup>53</sup>; with greater bounds it fails to build.
/// - `TryFrom` converts from all primitive integers, and checks the bounds.
/// - For everything else, such as `checked_sub`, `match` and ranges, [`get`](Self::get) returns the primitive.
///
/// # Examples
///
/// ```
/// use schema_runtime::Integer;
///
/// type Percent = Integer<u8, 0, 100>;
///
/// let percent: Percent = serde_json::from_str("3e1")?;
/// assert_eq!(percent.get(), 30);
/// assert_eq!(serde_json::to_string(&percent)?, "30");
///
/// let total: u64 = [percent, percent].iter().sum();
/// assert!(percent > 29 && total == 60);
/// assert_eq!(percent / 7, 4);
/// assert_eq!(Percent::try_from(30_u64)?, percent);
///
/// let error = serde_json::from_str::<Percent>("-1").err().ok_or("accepted")?;
/// assert!(error.to_string().starts_with(
///     "invalid value: integer `-1`, expected an integer from 0 to 100"
/// ));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A primitive that may not hold the value needs `TryFrom`:
///
/// ```compile_fail
/// u32::from(schema_runtime::U53::literal::<3>());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer<P, const MIN: i64, const MAX: i64, const OF: i64 = 1>(i64, PhantomData<P>);

/// A multiple of `OF` from `MIN` to `MAX`, inclusive, which stands in for the primitive `P`. 0 and negative multiples are
/// allowed if they are in range.
///
/// It is an [`Integer`], whose documentation has more. `OF` must be greater than 0; otherwise every value is
/// rejected.
///
/// # Examples
///
/// ```
/// use schema_runtime::Multiple;
///
/// type Minutes = Multiple<u16, 15, 0, 480>;
///
/// let minutes: Minutes = serde_json::from_str("45.0")?;
/// assert_eq!(minutes.get(), 45);
/// assert_eq!(serde_json::to_string(&minutes)?, "45");
///
/// let error = serde_json::from_str::<Minutes>("50").err().ok_or("accepted")?;
/// assert!(error.to_string().starts_with(
///     "invalid value: integer `50`, expected a multiple of 15 from 0 to 480"
/// ));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub type Multiple<P, const OF: i64, const MIN: i64, const MAX: i64> = Integer<P, MIN, MAX, OF>;

/// An integer from 0 to 2<sup>53</sup> − 1, [`MAX_SAFE_INTEGER`]: unsigned, of 53 bits. All readers of JSON distinguish
/// these integers.
///
/// It is an [`Integer`], and as easy to use as a `u64`:
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
/// assert_eq!(duration / 1_000, 1);
/// assert_eq!(total(&[duration, duration]), Duration::from_millis(2_500));
/// ```
// Literals, so that documentation shows numbers.
pub type U53 = Integer<u64, 0, 9_007_199_254_740_991>;

/// An integer from −(2<sup>53</sup> − 1) to 2<sup>53</sup> − 1: signed, of 54 bits. All readers of JSON distinguish these
/// integers.
pub type I54 = Integer<i64, -9_007_199_254_740_991, 9_007_199_254_740_991>;

impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> Integer<P, MIN, MAX, OF> {
    /// The least value. Its use fails to build if the type has no values.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(schema_runtime::U53::MIN, 0);
    /// ```
    pub const MIN: Self = Self::in_range(MIN + (-(MIN % OF) + OF) % OF);

    /// The greatest value. Its use fails to build if the type has no values.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(schema_runtime::U53::MAX, schema_runtime::MAX_SAFE_INTEGER);
    /// ```
    pub const MAX: Self = Self::in_range(MAX - (MAX % OF + OF) % OF);

    /// Creates an integer from a value in range.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is below `MIN` or above `MAX`, or is not a multiple of `OF`.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Integer;
    ///
    /// let violation = Integer::<u16, 100, 599>::new(99).err().ok_or("accepted")?;
    /// assert_eq!(violation.to_string(), "expected an integer from 100 to 599, found 99");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(value: P) -> Result<Self, Violation> {
        integer_visitor::checked(value)
    }

    /// Returns the value, from `MIN` to `MAX`.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Integer;
    ///
    /// assert_eq!(Integer::<u8, 0, 100>::new(42)?.get(), 42);
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    #[inline]
    pub fn get(self) -> P {
        P::from_i64(self.0)
    }

    /// Creates an integer that is written in the program. A value out of range fails to build (`cargo check` does not
    /// evaluate it, unless it is that of a `const`).
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Integer;
    ///
    /// let percent = Integer::<u8, 0, 100>::literal::<42>();
    /// assert_eq!(percent, 42);
    /// ```
    ///
    /// ```compile_fail
    /// schema_runtime::Integer::<u8, 0, 100>::literal::<101>();
    /// ```
    #[must_use]
    pub const fn literal<const VALUE: i64>() -> Self {
        const { Self::in_range(VALUE) }
    }

    /// Creates an integer at compile time, and fails to build if it is out of range.
    const fn in_range(value: i64) -> Self {
        assert!(
            Self::holds(value),
            "the literal is not from MIN to MAX, or not a multiple of OF"
        );
        Self(value, PhantomData)
    }

    const fn holds(value: i64) -> bool {
        let is_in_range = MIN <= value && value <= MAX;
        // Division by 1 is skipped, which makes reading faster.
        let is_multiple = OF == 1 || (OF > 0 && value % OF == 0);
        is_in_range && P::LEAST <= value && value <= P::GREATEST && is_multiple
    }

    pub(crate) fn as_i64(self) -> i64 {
        self.0
    }
}

/// Parses the same strings as `i64`: decimal digits after an optional sign, without a point or an exponent.
impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> FromStr
    for Integer<P, MIN, MAX, OF>
{
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        integer_visitor::parsed(text)
    }
}

impl<P, const MIN: i64, const MAX: i64, const OF: i64> fmt::Display for Integer<P, MIN, MAX, OF> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// Formats the number as its primitive.
impl<P, const MIN: i64, const MAX: i64, const OF: i64> fmt::Debug for Integer<P, MIN, MAX, OF> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<P, const MIN: i64, const MAX: i64, const OF: i64> Serialize for Integer<P, MIN, MAX, OF> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Digits without a sign are written faster.
        match u64::try_from(self.0) {
            Ok(value) if MIN >= 0 => serializer.serialize_u64(value),
            _ => serializer.serialize_i64(self.0),
        }
    }
}

impl<'de, P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> Deserialize<'de>
    for Integer<P, MIN, MAX, OF>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        integer_visitor::deserialize(deserializer)
    }
}

impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> IntegerValue
    for Integer<P, MIN, MAX, OF>
{
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The bounds are limited to those of the primitive.
        let (min, max) = (MIN.max(P::LEAST), MAX.min(P::GREATEST));
        match OF {
            1 => write!(f, "an integer from {min} to {max}"),
            of => write!(f, "a multiple of {of} from {min} to {max}"),
        }
    }

    fn checked(value: Option<i64>) -> Option<Self> {
        let value = value.filter(|value| Self::holds(*value))?;
        Some(Self(value, PhantomData))
    }
}

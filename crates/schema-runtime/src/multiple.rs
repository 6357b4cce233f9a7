//! The `integer` type with a `multipleOf`.

use std::{fmt, marker::PhantomData, str::FromStr};

use serde_core::{
    de::{Deserialize, Deserializer},
    ser::{Serialize, Serializer},
};

use crate::{
    integer::holds,
    primitive::Primitive,
    violation::Violation,
    whole::{self, Whole},
};

/// A multiple of `OF` from `MIN` to `MAX`, inclusive, which stands in for the primitive `P`. 0 and negative multiples are
/// allowed if they are in range.
///
/// It is read, written, compared, converted and added like an [`Integer`](crate::Integer). `OF` must be greater than 0; otherwise
/// every value is rejected.
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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Multiple<P, const OF: i64, const MIN: i64, const MAX: i64>(i64, PhantomData<P>);

impl<P: Primitive, const OF: i64, const MIN: i64, const MAX: i64> Multiple<P, OF, MIN, MAX> {
    /// Creates a multiple from a value in range.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is below `MIN` or above `MAX`, or is not a multiple of `OF`.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Multiple;
    ///
    /// assert_eq!(Multiple::<u8, 5, 0, 100>::new(15)?.get(), 15);
    /// let violation = Multiple::<u8, 5, 0, 100>::new(16).err().ok_or("accepted")?;
    /// assert_eq!(violation.to_string(), "expected a multiple of 5 from 0 to 100, found 16");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(value: P) -> Result<Self, Violation> {
        whole::checked(value)
    }

    /// Returns the value.
    #[must_use]
    #[inline]
    pub fn get(self) -> P {
        P::from_i64(self.0)
    }

    pub(crate) fn as_i64(self) -> i64 {
        self.0
    }
}

/// Parses the same strings as `i64`: decimal digits after an optional sign, without a point or an exponent.
impl<P: Primitive, const OF: i64, const MIN: i64, const MAX: i64> FromStr
    for Multiple<P, OF, MIN, MAX>
{
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        whole::parsed(text)
    }
}

impl<P, const OF: i64, const MIN: i64, const MAX: i64> fmt::Display for Multiple<P, OF, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The number, as that of a primitive.
impl<P, const OF: i64, const MIN: i64, const MAX: i64> fmt::Debug for Multiple<P, OF, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<P, const OF: i64, const MIN: i64, const MAX: i64> Serialize for Multiple<P, OF, MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de, P: Primitive, const OF: i64, const MIN: i64, const MAX: i64> Deserialize<'de>
    for Multiple<P, OF, MIN, MAX>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole::deserialize(deserializer)
    }
}

impl<P: Primitive, const OF: i64, const MIN: i64, const MAX: i64> Whole
    for Multiple<P, OF, MIN, MAX>
{
    fn expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a multiple of {OF} from {MIN} to {MAX}")
    }

    fn checked(value: Option<i64>) -> Option<Self> {
        let is_multiple = |value: &i64| OF > 0 && value % OF == 0;
        let value = value
            .filter(|value| holds::<P>(MIN, MAX, *value))
            .filter(is_multiple)?;
        Some(Self(value, PhantomData))
    }
}

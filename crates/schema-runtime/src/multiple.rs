//! The `integer` type with a `multipleOf`.

use std::{fmt, str::FromStr};

use serde_core::{
    de::{self, Deserialize, Deserializer, Unexpected, Visitor},
    ser::{Serialize, Serializer},
};

use crate::{
    integer::{whole, wide},
    violation::Violation,
};

/// A multiple of `OF` from `MIN` to `MAX`, both included; 0 and negative ones as well, as far as
/// they are in range.
///
/// It is read and written as an [`Integer`](crate::Integer) is. `OF` is greater than 0; with another
/// one, every value is refused.
///
/// # Examples
///
/// ```
/// use schema_runtime::Multiple;
///
/// type Minutes = Multiple<15, 0, 480>;
///
/// let minutes: Minutes = serde_json::from_str("45.0")?;
/// assert_eq!(minutes.get(), 45);
/// assert_eq!(serde_json::to_string(&minutes)?, "45");
///
/// let error = serde_json::from_str::<Minutes>("50").unwrap_err();
/// assert!(error.to_string().starts_with(
///     "invalid value: integer `50`, expected a multiple of 15 from 0 to 480"
/// ));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Multiple<const OF: i64, const MIN: i64, const MAX: i64>(i64);

impl<const OF: i64, const MIN: i64, const MAX: i64> Multiple<OF, MIN, MAX> {
    /// Takes a multiple in range.
    ///
    /// # Errors
    ///
    /// A value below `MIN` or above `MAX`, or no multiple of `OF`.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Multiple;
    ///
    /// assert_eq!(Multiple::<5, 0, 100>::new(15)?.get(), 15);
    /// let violation = Multiple::<5, 0, 100>::new(16).unwrap_err();
    /// assert_eq!(violation.to_string(), "expected a multiple of 5 from 0 to 100");
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn new(value: i64) -> Result<Self, Violation> {
        Self::checked(Some(value)).ok_or_else(Self::violation)
    }

    /// The value.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }

    /// `None` stands for a number that does not fit in `i64`, and so in no range.
    fn checked(value: Option<i64>) -> Option<Self> {
        value
            .filter(|value| OF > 0 && (MIN..=MAX).contains(value) && value % OF == 0)
            .map(Self)
    }

    fn violation() -> Violation {
        Violation::new(Expected::<OF, MIN, MAX>.to_string())
    }
}

impl<const OF: i64, const MIN: i64, const MAX: i64> TryFrom<i64> for Multiple<OF, MIN, MAX> {
    type Error = Violation;

    fn try_from(value: i64) -> Result<Self, Violation> {
        Self::new(value)
    }
}

impl<const OF: i64, const MIN: i64, const MAX: i64> From<Multiple<OF, MIN, MAX>> for i64 {
    fn from(value: Multiple<OF, MIN, MAX>) -> Self {
        value.0
    }
}

/// Reads what `i64` reads: decimal digits after an optional sign, no point and no exponent.
impl<const OF: i64, const MIN: i64, const MAX: i64> FromStr for Multiple<OF, MIN, MAX> {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        Self::checked(text.parse().ok()).ok_or_else(Self::violation)
    }
}

impl<const OF: i64, const MIN: i64, const MAX: i64> fmt::Display for Multiple<OF, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<const OF: i64, const MIN: i64, const MAX: i64> Serialize for Multiple<OF, MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de, const OF: i64, const MIN: i64, const MAX: i64> Deserialize<'de>
    for Multiple<OF, MIN, MAX>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            // As `Integer` asks: for a float, which is given as an integer where it is one.
            deserializer.deserialize_f64(Expected::<OF, MIN, MAX>)
        } else {
            deserializer.deserialize_i64(Expected::<OF, MIN, MAX>)
        }
    }
}

/// What is accepted: as a phrase for errors, and as the visitor that reads it.
struct Expected<const OF: i64, const MIN: i64, const MAX: i64>;

impl<const OF: i64, const MIN: i64, const MAX: i64> fmt::Display for Expected<OF, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a multiple of {OF} from {MIN} to {MAX}")
    }
}

impl<const OF: i64, const MIN: i64, const MAX: i64> Visitor<'_> for Expected<OF, MIN, MAX> {
    type Value = Multiple<OF, MIN, MAX>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
        Multiple::checked(Some(value))
            .ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
        Multiple::checked(value.try_into().ok())
            .ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Self::Value, E> {
        Multiple::checked(value.try_into().ok()).ok_or_else(|| wide(value, &self))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Self::Value, E> {
        Multiple::checked(value.try_into().ok()).ok_or_else(|| wide(value, &self))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
        Multiple::checked(whole(value))
            .ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }
}

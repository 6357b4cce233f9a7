//! Why a value is refused.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use serde_core::de::{self, Unexpected};

/// Why a value is refused: what its schema expects in its place.
///
/// It does not repeat the refused value, which may be long or secret.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Timestamp, Violation};
///
/// let violation: Violation = "yesterday".parse::<Timestamp>().err().ok_or("accepted")?;
/// assert_eq!(
///     violation.to_string(),
///     "expected an RFC 3339 date-time such as `2024-01-01T12:03:10Z`",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    expected: Cow<'static, str>,
}

impl Violation {
    /// States what is expected, as a noun phrase that reads well after "expected".
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Violation;
    ///
    /// let fixed = Violation::new("at least one item");
    /// let computed = Violation::new(format!("at most {} items", 20));
    /// assert_eq!(fixed.to_string(), "expected at least one item");
    /// assert_eq!(computed.to_string(), "expected at most 20 items");
    /// ```
    pub fn new(expected: impl Into<Cow<'static, str>>) -> Self {
        Self {
            expected: expected.into(),
        }
    }

    /// What is expected, without the word "expected".
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Violation;
    ///
    /// assert_eq!(Violation::new("a URI").expected(), "a URI");
    /// ```
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl Error for Violation {}

/// What an error says of a value, kept out of the code that reads good ones.
#[cold]
#[inline(never)]
pub(crate) fn refused<E: de::Error>(found: Unexpected<'_>, expected: &dyn de::Expected) -> E {
    shown_value(found, |found| E::invalid_value(found, expected))
}

/// As many characters of a text are shown in an error.
const SHOWN: usize = 100;

/// A text as errors show it: what is long is cut.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    let end = text.char_indices().nth(SHOWN).map(|(end, _)| end);
    match end.and_then(|end| text.get(..end)) {
        Some(start) => Cow::Owned(format!("{start}…")),
        None => Cow::Borrowed(text),
    }
}

/// Calls something with a value as errors show it.
pub(crate) fn shown_value<T>(value: Unexpected<'_>, call: impl FnOnce(Unexpected<'_>) -> T) -> T {
    match value {
        Unexpected::Str(text) => call(Unexpected::Str(&shown(text))),
        other => call(other),
    }
}

/// The same of a name that stands twice.
#[cold]
#[inline(never)]
pub(crate) fn duplicate<E: de::Error>(field: &'static str) -> E {
    E::duplicate_field(field)
}

/// The same of a field that is not there.
#[cold]
#[inline(never)]
pub(crate) fn missing<E: de::Error>(field: &'static str) -> E {
    E::missing_field(field)
}

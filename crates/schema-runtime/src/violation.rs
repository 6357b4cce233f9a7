//! The reason why a value is rejected.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use serde_core::de::{self, Unexpected};

/// The reason why a value is rejected: the values that its schema accepts, the rejected value, and the type that rejects
/// it, as far as they are known.
///
/// A string is quoted and escaped, and truncated after 100 characters.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Timestamp, Violation};
///
/// let violation: Violation = "yesterday".parse::<Timestamp>().err().ok_or("accepted")?;
/// assert_eq!(
///     violation.to_string(),
///     "Timestamp: expected an RFC 3339 date-time such as `2024-01-01T12:03:10Z`, found \"yesterday\"",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Violation {
    expected: Cow<'static, str>,
    /// The rejected value, as the message shows it.
    found: Option<Box<str>>,
    type_name: Option<&'static str>,
}

impl Violation {
    /// Creates a violation from a noun phrase that reads well after "expected".
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
            found: None,
            type_name: None,
        }
    }

    /// Adds the rejected string. The message has it in quotes, escaped and truncated.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Violation;
    ///
    /// let violation = Violation::new("a colour").found_text("bl\nue");
    /// assert_eq!(violation.to_string(), r#"expected a colour, found "bl\nue""#);
    /// ```
    #[must_use]
    pub fn found_text(self, text: &str) -> Self {
        self.found(format_args!("{:?}", shown(text)))
    }

    /// Adds the rejected value, as it is shown: for example a number.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Violation;
    ///
    /// let violation = Violation::new("an even number").found(7);
    /// assert_eq!(violation.to_string(), "expected an even number, found 7");
    /// ```
    #[must_use]
    pub fn found(mut self, value: impl fmt::Display) -> Self {
        self.found = Some(value.to_string().into());
        self
    }

    /// Adds the name of the type that rejects the value.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Violation;
    ///
    /// assert_eq!(Violation::new("a URI").by("Target").to_string(), "Target: expected a URI");
    /// ```
    #[must_use]
    pub fn by(mut self, type_name: &'static str) -> Self {
        self.type_name = Some(type_name);
        self
    }

    /// Returns the description of accepted values, without the word "expected".
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
        if let Some(name) = self.type_name {
            write!(f, "{name}: ")?;
        }
        write!(f, "expected {}", self.expected)?;
        match &self.found {
            Some(found) => write!(f, ", found {found}"),
            None => Ok(()),
        }
    }
}

/// Formats as `Display` does, so that `unwrap` and `main` show the message.
impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Violation {}

/// Builds the error of a rejected value, separately from the code that reads valid ones.
#[cold]
#[inline(never)]
pub(crate) fn refused<E: de::Error>(found: Unexpected<'_>, expected: &dyn de::Expected) -> E {
    shown_value(found, |found| E::invalid_value(found, expected))
}

/// The maximum number of characters of a string in an error.
const SHOWN: usize = 100;

/// Returns a string as shown in errors: a long one is truncated.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    let end = text.char_indices().nth(SHOWN).map(|(end, _)| end);
    match end.and_then(|end| text.get(..end)) {
        Some(start) => Cow::Owned(format!("{start}…")),
        None => Cow::Borrowed(text),
    }
}

/// Calls a function with a value as shown in errors.
pub(crate) fn shown_value<T>(value: Unexpected<'_>, call: impl FnOnce(Unexpected<'_>) -> T) -> T {
    match value {
        Unexpected::Str(text) => call(Unexpected::Str(&shown(text))),
        other => call(other),
    }
}

/// Builds the error of a duplicate name.
#[cold]
#[inline(never)]
pub(crate) fn duplicate<E: de::Error>(field: &'static str) -> E {
    E::duplicate_field(field)
}

/// Builds the error of a missing field.
#[cold]
#[inline(never)]
pub(crate) fn missing<E: de::Error>(field: &'static str) -> E {
    E::missing_field(field)
}

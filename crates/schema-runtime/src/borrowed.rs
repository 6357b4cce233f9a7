//! Checked strings that borrow their text.

use std::{
    borrow::{Borrow, Cow},
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
};

use serde_core::{
    de::{self, Deserialize, Deserializer, Unexpected, Visitor},
    ser::{Serialize, Serializer},
};

use crate::{StringValue, Violation};

/// A string that `T` accepts, borrowed from the JSON that was read. Only a string with escapes is a
/// copy, since its unescaped form is not in the JSON.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Borrowed, Uri};
///
/// let body = r#""https://example.com/""#.to_owned();
/// let uri: Borrowed<'_, Uri> = serde_json::from_str(&body)?;
/// assert_eq!(uri.as_str(), "https://example.com/");
/// assert!(serde_json::from_str::<Borrowed<'_, Uri>>(r#""/""#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Borrowed<'a, T> {
    text: Cow<'a, str>,
    of: PhantomData<fn() -> T>,
}

impl<'a, T: StringValue> Borrowed<'a, T> {
    /// Checks and keeps a string.
    ///
    /// # Errors
    ///
    /// Returns an error if `T` does not accept the string.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Result<Self, Violation> {
        let text = text.into();
        if T::accepts(&text) {
            Ok(Self::of(text))
        } else {
            Err(Violation::new(T::EXPECTED).found_text(&text))
        }
    }
}

impl<T: FromBorrowed> Borrowed<'_, T> {
    /// Converts the string to a `T`. It is not checked again.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::{Borrowed, Timestamp};
    ///
    /// let at = Borrowed::<Timestamp>::new("1970-01-01T00:01:00Z")?;
    /// assert_eq!(at.into_owned().unix_seconds(), 60);
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    #[must_use]
    pub fn into_owned(self) -> T {
        T::from_borrowed(self)
    }
}

/// A type of strings that can be made without another check from a string that it has accepted: a [`Borrowed`]
/// proves that it was accepted.
pub trait FromBorrowed: StringValue {
    /// Converts a string that the type accepts.
    fn from_borrowed(text: Borrowed<'_, Self>) -> Self;
}

impl FromBorrowed for String {
    fn from_borrowed(text: Borrowed<'_, Self>) -> Self {
        text.into_string()
    }
}

impl<'a, T> Borrowed<'a, T> {
    fn of(text: Cow<'a, str>) -> Self {
        Self {
            text,
            of: PhantomData,
        }
    }

    /// Returns the string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the string, copied if it is borrowed.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text.into_owned()
    }
}

impl<T> PartialEq<str> for Borrowed<'_, T> {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl<T> PartialEq<&str> for Borrowed<'_, T> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl<T> PartialEq<Borrowed<'_, T>> for str {
    fn eq(&self, other: &Borrowed<'_, T>) -> bool {
        self == other.text
    }
}

impl<T> PartialEq<Borrowed<'_, T>> for &str {
    fn eq(&self, other: &Borrowed<'_, T>) -> bool {
        *self == other.text
    }
}

impl<T> From<Borrowed<'_, T>> for String {
    fn from(text: Borrowed<'_, T>) -> Self {
        text.into_string()
    }
}

/// Hash and order are those of the string.
impl<T> Borrow<str> for Borrowed<'_, T> {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl<T> Clone for Borrowed<'_, T> {
    fn clone(&self) -> Self {
        Self::of(self.text.clone())
    }
}

impl<T> fmt::Debug for Borrowed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<T> fmt::Display for Borrowed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<T> AsRef<str> for Borrowed<'_, T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<T> PartialEq for Borrowed<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Borrowed<'_, T> {}

impl<T> PartialOrd for Borrowed<'_, T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Borrowed<'_, T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Hash for Borrowed<'_, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<T> Serialize for Borrowed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de: 'a, 'a, T: StringValue> Deserialize<'de> for Borrowed<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(BorrowedVisitor(PhantomData))
    }
}

struct BorrowedVisitor<'a, T>(PhantomData<Borrowed<'a, T>>);

impl<'a, T: StringValue> BorrowedVisitor<'a, T> {
    fn take<E: de::Error>(&self, text: Cow<'a, str>) -> Result<Borrowed<'a, T>, E> {
        if T::accepts(&text) {
            Ok(Borrowed::of(text))
        } else {
            Err(crate::violation::refused(
                Unexpected::Str(&text),
                &T::EXPECTED,
            ))
        }
    }
}

impl<'de: 'a, 'a, T: StringValue> Visitor<'de> for BorrowedVisitor<'a, T> {
    type Value = Borrowed<'a, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        self.take(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        self.take(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
        self.take(Cow::Owned(text))
    }
}

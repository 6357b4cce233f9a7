//! The `uuid` format: a UUID in its hyphenated form only.

use std::fmt;
use std::str::FromStr;

use serde_core::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde_core::ser::{Serialize, Serializer};

use crate::violation::Violation;

const EXPECTED: &str = "a UUID such as `550e8400-e29b-41d4-a716-446655440000`";

/// A UUID, read from the 36-character hyphenated form of RFC 4122 only.
///
/// The JSON Schema format `uuid` allows only this form, in upper or lower case. The other forms
/// that [`uuid::Uuid`](::uuid::Uuid) parses (braces, `urn:uuid:`, no hyphens) are rejected. The
/// version and variant bits may have any value.
///
/// Equality and order are those of the 128 bits, so the letter case of the input does not matter.
/// Output is in lower case.
///
/// # Examples
///
/// ```
/// use schema_runtime::Uuid;
///
/// let id: Uuid = "550E8400-E29B-41D4-A716-446655440000".parse()?;
/// assert_eq!(id.to_string(), "550e8400-e29b-41d4-a716-446655440000");
///
/// assert_eq!(id, "550e8400-E29B-41d4-a716-446655440000");
///
/// assert!("550e8400e29b41d4a716446655440000".parse::<Uuid>().is_err());
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uuid(::uuid::Uuid);

impl Uuid {
    /// Borrows the value as the `uuid` crate's type.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Uuid;
    ///
    /// let id: Uuid = "550e8400-e29b-41d4-a716-446655440000".parse()?;
    /// assert_eq!(id.as_uuid().get_version_num(), 4);
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn as_uuid(&self) -> &::uuid::Uuid {
        &self.0
    }

    /// Returns the value as the `uuid` crate's type.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Uuid;
    ///
    /// let id = Uuid::from(uuid::Uuid::nil());
    /// assert_eq!(id.into_inner(), uuid::Uuid::nil());
    /// ```
    pub fn into_inner(self) -> ::uuid::Uuid {
        self.0
    }
}

impl FromStr for Uuid {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        parse(text).ok_or_else(|| Violation::new(EXPECTED).found_text(text))
    }
}

impl TryFrom<&str> for Uuid {
    type Error = Violation;

    fn try_from(text: &str) -> Result<Self, Violation> {
        text.parse()
    }
}

impl TryFrom<String> for Uuid {
    type Error = Violation;

    fn try_from(text: String) -> Result<Self, Violation> {
        text.parse()
    }
}

impl From<::uuid::Uuid> for Uuid {
    fn from(id: ::uuid::Uuid) -> Self {
        Self(id)
    }
}

impl From<Uuid> for ::uuid::Uuid {
    fn from(id: Uuid) -> Self {
        id.0
    }
}

impl PartialEq<::uuid::Uuid> for Uuid {
    fn eq(&self, other: &::uuid::Uuid) -> bool {
        self.0 == *other
    }
}

impl PartialEq<Uuid> for ::uuid::Uuid {
    fn eq(&self, other: &Uuid) -> bool {
        *self == other.0
    }
}

/// Compares in any letter case. A string that is not a UUID is not equal to any.
impl PartialEq<str> for Uuid {
    fn eq(&self, other: &str) -> bool {
        parse(other).as_ref() == Some(self)
    }
}

/// Compares in any letter case. A string that is not a UUID is not equal to any.
impl PartialEq<&str> for Uuid {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl AsRef<::uuid::Uuid> for Uuid {
    fn as_ref(&self) -> &::uuid::Uuid {
        &self.0
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0.as_hyphenated(), f)
    }
}

impl Serialize for Uuid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut buffer = ::uuid::Uuid::encode_buffer();
        serializer.serialize_str(self.0.as_hyphenated().encode_lower(&mut buffer))
    }
}

impl<'de> Deserialize<'de> for Uuid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(UuidVisitor)
    }
}

struct UuidVisitor;

impl Visitor<'_> for UuidVisitor {
    type Value = Uuid;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Uuid, E> {
        parse(text).ok_or_else(|| crate::violation::refused(Unexpected::Str(text), &self))
    }
}

fn parse(text: &str) -> Option<Uuid> {
    // Of all the forms that `try_parse` reads, only the hyphenated one is this long.
    if text.len() != ::uuid::fmt::Hyphenated::LENGTH {
        return None;
    }
    ::uuid::Uuid::try_parse(text).ok().map(Uuid)
}

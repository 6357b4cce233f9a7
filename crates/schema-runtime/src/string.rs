//! String types: checked newtypes, closed sets, open sets.

use std::{
    borrow::Cow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
};

use serde_core::de::{self, Unexpected, Visitor};

/// A type that represents a subset of all strings.
///
/// [`string_type!`](crate::string_type) adds the usual traits to a type that implements it.
pub trait StringValue: Sized {
    /// A description of accepted strings, to follow "expected".
    const EXPECTED: &'static str;

    /// Returns whether the type accepts a string.
    fn accepts(text: &str) -> bool;

    /// Converts a string, or returns `None` if the type does not accept it.
    fn from_text(text: Cow<'_, str>) -> Option<Self>;

    /// Returns the string.
    fn as_str(&self) -> &str;
}

/// Any string.
impl StringValue for String {
    const EXPECTED: &'static str = "a string";

    fn accepts(_: &str) -> bool {
        true
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Some(text.into_owned())
    }

    fn as_str(&self) -> &str {
        self
    }
}

/// A set of strings to which members may be added: known members, and any other string.
pub trait OpenSet: StringValue {
    /// Returns the known member that is equal to a string.
    fn known(text: &str) -> Option<Self>;
}

/// A member of an open set that this version does not know. It never holds a known member.
pub struct Unknown<T> {
    text: Box<str>,
    set: PhantomData<fn() -> T>,
}

impl<T: OpenSet> Unknown<T> {
    /// Creates an unknown member, or returns `None` if the string is a known member, or is not accepted at all.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        (T::known(text).is_none() && T::accepts(text)).then(|| Self {
            text: text.into(),
            set: PhantomData,
        })
    }

    /// Returns the string.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T> Clone for Unknown<T> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            set: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Unknown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<T> fmt::Display for Unknown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<T> AsRef<str> for Unknown<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<T> PartialEq<str> for Unknown<T> {
    fn eq(&self, other: &str) -> bool {
        *self.text == *other
    }
}

impl<T> PartialEq<&str> for Unknown<T> {
    fn eq(&self, other: &&str) -> bool {
        *self.text == **other
    }
}

impl<T> PartialEq for Unknown<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Unknown<T> {}

impl<T> PartialOrd for Unknown<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Unknown<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Hash for Unknown<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// A visitor that deserializes a [`StringValue`].
#[doc(hidden)]
pub struct StringVisitor<T>(pub PhantomData<T>);

impl<T: StringValue> Visitor<'_> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::from_text(Cow::Borrowed(text))
            .ok_or_else(|| crate::violation::refused(Unexpected::Str(text), &self))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<T, E> {
        // The string is checked before the conversion consumes it, so that an error needs no copy of it.
        if !T::accepts(&text) {
            return Err(crate::violation::refused(Unexpected::Str(&text), &self));
        }
        T::from_text(Cow::Owned(text))
            .ok_or_else(|| E::custom("the type rejects a string that it accepts"))
    }
}

/// Implements the usual traits for a [`StringValue`]: `FromStr`, `TryFrom<&str>`,
/// `TryFrom<String>`, `From` for `String`, `Display`, `AsRef<str>`, equality with `str` and `String`, `Serialize` and
/// `Deserialize`.
///
/// # Examples
///
/// ```
/// use std::borrow::Cow;
///
/// #[derive(Debug, PartialEq)]
/// struct Even(String);
///
/// impl schema_runtime::StringValue for Even {
///     const EXPECTED: &'static str = "an even number of bytes";
///
///     fn accepts(text: &str) -> bool {
///         text.len() % 2 == 0
///     }
///
///     fn from_text(text: Cow<'_, str>) -> Option<Self> {
///         Self::accepts(&text).then(|| Self(text.into_owned()))
///     }
///
///     fn as_str(&self) -> &str {
///         &self.0
///     }
/// }
///
/// schema_runtime::string_type!(Even);
///
/// assert_eq!("ab".parse::<Even>()?, "ab");
/// let violation = "abc".parse::<Even>().err().ok_or("accepted")?;
/// assert_eq!(violation.to_string(), r#"Even: expected an even number of bytes, found "abc""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[macro_export]
macro_rules! string_type {
    (@violation $type:ty, $text:expr) => {
        $crate::Violation::new(<$type as $crate::StringValue>::EXPECTED)
            .found_text($text)
            .by(::core::stringify!($type))
    };

    ($type:ty) => {
        $crate::into_owned!($type);

        impl $type {
            /// Returns the string.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                <Self as $crate::StringValue>::as_str(self)
            }
        }

        impl ::core::str::FromStr for $type {
            type Err = $crate::Violation;

            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::Violation> {
                <Self as $crate::StringValue>::from_text(::std::borrow::Cow::Borrowed(text))
                    .ok_or_else(|| $crate::string_type!(@violation $type, text))
            }
        }

        impl ::core::convert::TryFrom<&str> for $type {
            type Error = $crate::Violation;

            fn try_from(text: &str) -> ::core::result::Result<Self, $crate::Violation> {
                text.parse()
            }
        }

        impl ::core::convert::TryFrom<::std::string::String> for $type {
            type Error = $crate::Violation;

            fn try_from(
                text: ::std::string::String,
            ) -> ::core::result::Result<Self, $crate::Violation> {
                // The string is checked before the conversion consumes it, so that an error needs no copy of it.
                if <Self as $crate::StringValue>::accepts(&text) {
                    <Self as $crate::StringValue>::from_text(::std::borrow::Cow::Owned(text))
                        .ok_or_else(|| $crate::string_type!(@violation $type, ""))
                } else {
                    ::core::result::Result::Err($crate::string_type!(@violation $type, &text))
                }
            }
        }

        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::convert::AsRef<str> for $type {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::convert::From<$type> for ::std::string::String {
            fn from(value: $type) -> Self {
                value.as_str().to_owned()
            }
        }

        impl ::core::cmp::PartialEq<str> for $type {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $type {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl ::core::cmp::PartialEq<::std::string::String> for $type {
            #[inline]
            fn eq(&self, other: &::std::string::String) -> bool {
                self.as_str() == other
            }
        }

        impl ::core::cmp::PartialEq<$type> for ::std::string::String {
            #[inline]
            fn eq(&self, other: &$type) -> bool {
                self == other.as_str()
            }
        }

        impl ::core::cmp::PartialEq<$type> for str {
            #[inline]
            fn eq(&self, other: &$type) -> bool {
                self == other.as_str()
            }
        }

        impl ::core::cmp::PartialEq<$type> for &str {
            #[inline]
            fn eq(&self, other: &$type) -> bool {
                *self == other.as_str()
            }
        }

        impl $crate::serde::Serialize for $type {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                deserializer
                    .deserialize_str($crate::private::StringVisitor(::core::marker::PhantomData))
            }
        }
    };
}

/// Implements the usual traits for a newtype of `Cow<'static, str>` that is a [`StringValue`]: those of
/// [`string_type!`](crate::string_type), `Borrow<str>` and [`FromBorrowed`](crate::FromBorrowed). Its equality, order
/// and hash are those of the string.
///
/// # Examples
///
/// ```
/// use std::{borrow::Cow, collections::HashMap};
///
/// #[derive(Debug, PartialEq, Eq, Hash)]
/// struct Slug(Cow<'static, str>);
///
/// impl schema_runtime::StringValue for Slug {
///     const EXPECTED: &'static str = "one character or more";
///
///     fn accepts(text: &str) -> bool {
///         !text.is_empty()
///     }
///
///     fn from_text(text: Cow<'_, str>) -> Option<Self> {
///         Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
///     }
///
///     fn as_str(&self) -> &str {
///         &self.0
///     }
/// }
///
/// schema_runtime::text_type!(Slug);
///
/// let jobs = HashMap::from([("acme".parse::<Slug>()?, 3)]);
/// assert_eq!(jobs.get("acme"), Some(&3));
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
#[macro_export]
macro_rules! text_type {
    ($type:ty) => {
        $crate::string_type!($type);

        impl ::std::borrow::Borrow<str> for $type {
            #[inline]
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::FromBorrowed for $type {
            fn from_borrowed(text: $crate::Borrowed<'_, Self>) -> Self {
                Self(::std::borrow::Cow::Owned(text.into_string()))
            }
        }
    };
}

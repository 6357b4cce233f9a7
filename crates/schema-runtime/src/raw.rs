//! JSON that is kept unchanged.

use std::{any::type_name, borrow::Cow, cell::Cell, fmt};

use serde_core::{
    de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor},
    ser::{Serialize, SerializeStruct, Serializer},
};

use crate::{
    Error,
    depth::{self, is_too_deep},
    error::without_position,
    field::Name,
    from_str,
    ignored_value::Ignored,
    json_writer::JsonWriter,
    split_json::JsonText,
};

/// The name that requests the raw JSON of a value from the JSON parser.
pub(crate) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// A value that cannot be deserialized before something that comes after it, kept as raw JSON. It is checked
/// when it is deserialized.
pub(crate) struct Held<'de>(Cow<'de, str>);

impl<'de> Held<'de> {
    /// Deserializes the value in the middle of another value. Positions do not matter here: a rejected text
    /// is read again, with its tags first, so that no value has to wait.
    pub(crate) fn decode<S, E>(self, seed: S) -> Result<S::Value, E>
    where
        S: DeserializeSeed<'de>,
        E: de::Error,
    {
        // The parser of the inner text begins to count levels from 0. At least the object that has the value as a
        // member is around it.
        if is_nested(&self.0) && is_too_deep(&self.0, 1) {
            return Err(E::custom(depth::MESSAGE));
        }
        match self.0 {
            Cow::Borrowed(text) => seed.deserialize(&mut serde_json::Deserializer::from_str(text)),
            // A value that is read from a reader borrows nothing, so it may outlive this text.
            Cow::Owned(text) => {
                seed.deserialize(&mut serde_json::Deserializer::from_reader(text.as_bytes()))
            }
        }
        .map_err(|error| E::custom(without_position(&error)))
    }

    /// Returns the JSON of a value that is not deserialized, but still has to be readable.
    fn checked<E: de::Error>(self) -> Result<Cow<'de, str>, E> {
        if is_too_deep(&self.0, 0) {
            return Err(E::custom(depth::MESSAGE));
        }
        match serde_json::from_str::<Ignored>(&self.0) {
            Ok(Ignored) => Ok(self.0),
            Err(error) => Err(E::custom(without_position(&error))),
        }
    }
}

impl<'de> Deserialize<'de> for Held<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HeldVisitor;

        impl<'de> Visitor<'de> for HeldVisitor {
            type Value = Held<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any value")
            }

            // The JSON parser passes the value's own text, as the one member of a map.
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Held<'de>, A::Error> {
                match map.next_key::<Name<'de>>()? {
                    Some(Name(name)) if name == RAW_VALUE => {
                        let Name(text) = map.next_value()?;
                        if is_nested(&text) {
                            HOLDS_LEVELS.set(true);
                        }
                        Ok(Held(text))
                    }
                    _ => Err(de::Error::custom("the text of a value was expected")),
                }
            }

            // Any other format passes the value, which is written as JSON.
            fn visit_newtype_struct<D: Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Held<'de>, D::Error> {
                let mut text = String::new();
                JsonWriter::new(&mut text).deserialize(deserializer)?;
                Ok(Held(Cow::Owned(text)))
            }
        }

        deserializer.deserialize_newtype_struct(RAW_VALUE, HeldVisitor)
    }
}

thread_local! {
    /// True if a list or an object was kept as raw JSON since this was last set to `false`.
    static HOLDS_LEVELS: Cell<bool> = const { Cell::new(false) };
}

/// Calls a function, and returns whether it kept a list or an object as raw JSON. The levels around such values
/// are not counted, so the nesting of the whole text has to be checked.
#[inline]
pub(crate) fn watch_levels<T>(read: impl FnOnce() -> T) -> (T, bool) {
    let outer = HOLDS_LEVELS.replace(false);
    let value = read();
    (value, HOLDS_LEVELS.replace(outer))
}

fn is_nested(text: &str) -> bool {
    text.starts_with(['[', '{'])
}

/// The characters that end lines. They do not occur in the strings of JSON, and no two of its tokens need white
/// space between them.
const ENDS: [char; 2] = ['\n', '\r'];

/// Returns whether two JSON texts are the same without the ends of their lines.
fn is_same_line(one: &str, other: &str) -> bool {
    let is_kept = |c: &char| !ENDS.contains(c);
    one.chars()
        .filter(is_kept)
        .eq(other.chars().filter(is_kept))
}

/// Serializes a JSON text: with `serde_json` unchanged except for the ends of lines, and with any other format as
/// its value.
fn write<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    // Other formats would write the wrapper by which `serde_json` recognises such a text. Serializers of
    // `serde_json`, and those that wrap them, are recognised by their errors.
    if type_name::<S::Error>() != type_name::<serde_json::Error>() {
        return JsonText(text).serialize(serializer);
    }
    // A written body is one line, so that bodies can be written one below the other.
    let text = if text.contains(ENDS) {
        Cow::Owned(text.replace(ENDS, ""))
    } else {
        Cow::Borrowed(text)
    };
    let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
    raw.serialize_field(RAW_VALUE, &*text)?;
    raw.end()
}

/// Any JSON value, kept as JSON text.
///
/// Two values are equal if their JSON texts are, apart from line feeds, which are left out when a value is serialized.
///
/// # Examples
///
/// ```
/// let raw: schema_runtime::Raw = serde_json::from_str("[1.50, 2]")?;
/// assert_eq!(raw.as_str(), "[1.50, 2]");
/// assert_eq!(serde_json::to_string(&raw)?, "[1.50, 2]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Raw(Box<str>);

/// A JSON object, kept as JSON text.
///
/// # Examples
///
/// ```
/// use schema_runtime::RawObject;
///
/// let object: RawObject = serde_json::from_str(r#"{"a": 1}"#)?;
/// assert_eq!(object.as_str(), r#"{"a": 1}"#);
/// assert!(serde_json::from_str::<RawObject>("[]").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct RawObject(Box<str>);

/// Any JSON value, kept as JSON text and borrowed from the input.
///
/// # Examples
///
/// ```
/// let raw: schema_runtime::RawRef<'_> = serde_json::from_str("[1.50, 2]")?;
/// assert_eq!(raw.as_str(), "[1.50, 2]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct RawRef<'a>(Cow<'a, str>);

/// A JSON object, kept as JSON text and borrowed from the input.
///
/// # Examples
///
/// ```
/// let object: schema_runtime::RawObjectRef<'_> = serde_json::from_str(r#"{"a": 1}"#)?;
/// assert_eq!(object.as_str(), r#"{"a": 1}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct RawObjectRef<'a>(Cow<'a, str>);

impl RawRef<'_> {
    /// Converts to a value that owns its text.
    #[must_use]
    pub fn into_owned(self) -> Raw {
        Raw(self.0.into())
    }
}

impl RawObjectRef<'_> {
    /// Converts to an object that owns its text.
    #[must_use]
    pub fn into_owned(self) -> RawObject {
        RawObject(self.0.into())
    }
}

impl From<Raw> for RawRef<'_> {
    fn from(raw: Raw) -> Self {
        Self(Cow::Owned(raw.0.into()))
    }
}

macro_rules! raw_type {
    ($name:ident $(<$lifetime:lifetime>)?, $is_accepted:expr) => {
        impl $(<$lifetime>)? $name $(<$lifetime>)? {
            /// Returns the JSON text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Deserializes the value as another type.
            ///
            /// # Errors
            ///
            /// Returns an error if `T` does not accept the value. Positions are relative to the start of this value.
            pub fn decode<'r, T: Deserialize<'r>>(&'r self) -> Result<T, Error> {
                from_str(self.as_str())
            }
        }

        impl $(<$lifetime>)? PartialEq for $name $(<$lifetime>)? {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str() || is_same_line(self.as_str(), other.as_str())
            }
        }

        impl $(<$lifetime>)? Eq for $name $(<$lifetime>)? {}

        impl $(<$lifetime>)? fmt::Debug for $name $(<$lifetime>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.as_str())
            }
        }

        impl $(<$lifetime>)? fmt::Display for $name $(<$lifetime>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $(<$lifetime>)? Serialize for $name $(<$lifetime>)? {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                write(self.as_str(), serializer)
            }
        }

        impl<'de $(: $lifetime, $lifetime)?> Deserialize<'de> for $name $(<$lifetime>)? {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Held::deserialize(deserializer)?.checked()?;
                let is_accepted: fn(&str) -> bool = $is_accepted;
                if is_accepted(&text) {
                    Ok(Self(text.into()))
                } else {
                    Err(de::Error::custom("invalid type: expected an object"))
                }
            }
        }
    };
}

raw_type!(Raw, |_| true);
raw_type!(RawRef<'a>, |_| true);
raw_type!(RawObject, |text| text.starts_with('{'));
raw_type!(RawObjectRef<'a>, |text| text.starts_with('{'));

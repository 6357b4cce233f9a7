//! JSON that is kept as it came.

use std::fmt;

use serde::{
    de::{self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, Visitor},
    ser::{Serialize, Serializer},
};
use serde_json::value::RawValue;

use crate::{Error, error::without_place, from_str};

/// The name by which the JSON parser recognises that a value's own text is wanted.
pub(crate) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// Any JSON value, kept as its own text.
///
/// Two of them are equal if their texts are.
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
pub struct Raw(Box<RawValue>);

impl Raw {
    /// The JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    /// Reads the value as another type.
    ///
    /// # Errors
    ///
    /// If the value is not what `T` accepts. Places are counted from the start of this value.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        from_str(self.as_str())
    }

    /// Reads the value for a visitor that is in the middle of another value. Places do not matter
    /// then: a refused text is read again, with its tags first, and nothing is held.
    pub(crate) fn decode_seed<'de, S, E>(&self, seed: S) -> Result<S::Value, E>
    where
        S: DeserializeSeed<'de>,
        E: de::Error,
    {
        // Texts inside texts would each begin to count levels anew.
        if levels(self.as_str()) > DEEPEST {
            return Err(E::custom("nested too deeply"));
        }
        // A reader lends nothing, so the value may outlive this text.
        let mut deserializer = serde_json::Deserializer::from_reader(self.as_str().as_bytes());
        seed.deserialize(&mut deserializer)
            .map_err(|error| E::custom(without_place(&error)))
    }
}

/// As many levels of lists and objects as the JSON parser itself goes down.
pub(crate) const DEEPEST: usize = 127;

/// How many levels of lists and objects a JSON text has.
fn levels(text: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    let (mut is_string, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => is_string = !is_string,
            b'[' | b'{' if !is_string => {
                open += 1;
                most = most.max(open);
            }
            b']' | b'}' if !is_string => open = open.saturating_sub(1),
            _ => {}
        }
    }
    most
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raw({})", self.as_str())
    }
}

impl fmt::Display for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Raw {}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RawVisitor;

        impl<'de> Visitor<'de> for RawVisitor {
            type Value = Raw;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any value")
            }

            // The JSON parser hands over the value's own text.
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Raw, A::Error> {
                Box::<RawValue>::deserialize(de::value::MapAccessDeserializer::new(map)).map(Raw)
            }

            // Any other format hands over the value, which is written as JSON.
            fn visit_newtype_struct<D: Deserializer<'de>>(
                self,
                deserializer: D,
            ) -> Result<Raw, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                serde_json::value::to_raw_value(&value)
                    .map(Raw)
                    .map_err(de::Error::custom)
            }
        }

        deserializer.deserialize_newtype_struct(RAW_VALUE, RawVisitor)
    }
}

/// A JSON object, kept as its own text.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawObject(Raw);

impl RawObject {
    /// The JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Reads the object as another type.
    ///
    /// # Errors
    ///
    /// If the object is not what `T` accepts. Places are counted from the start of this object.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.0.decode()
    }
}

impl fmt::Display for RawObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for RawObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RawObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Raw::deserialize(deserializer)?;
        if raw.as_str().starts_with('{') {
            Ok(Self(raw))
        } else {
            Err(de::Error::custom("invalid type: expected an object"))
        }
    }
}

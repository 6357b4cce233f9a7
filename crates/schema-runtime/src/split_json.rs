//! Splitting of a JSON text into the texts of its members or items.

use std::{borrow::Cow, fmt};

use serde_core::{
    de::{self, Deserialize, Deserializer, MapAccess, Visitor},
    ser::{Error, Serialize, Serializer},
};
use serde_json::{Number, value::RawValue};

use crate::field::Name;

/// The name of a member, and the text of its value.
pub(crate) type NamedText<'de> = (Cow<'de, str>, &'de RawValue);

/// A value whose nested values are still JSON texts.
pub(crate) enum SplitJson<'de> {
    Object(Vec<NamedText<'de>>),
    Array(Vec<&'de RawValue>),
    Text(Cow<'de, str>),
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Double(f64),
}

impl<'de> SplitJson<'de> {
    /// Splits a text that is known to be JSON, without whitespace around it.
    ///
    /// # Errors
    ///
    /// Returns an error for a number out of range and for an unpaired surrogate, which the grammar of JSON allows.
    // Compiled where it is used: the parser is compiled there anyway.
    #[inline]
    pub(crate) fn new(text: &'de str) -> serde_json::Result<Self> {
        let mut plain = serde_json::Deserializer::from_str(text);
        match text.bytes().next() {
            Some(b'{') => {
                ObjectMembers::deserialize(&mut plain).map(|ObjectMembers(all)| Self::Object(all))
            }
            Some(b'[') => Vec::deserialize(&mut plain).map(Self::Array),
            Some(b'"') => Name::deserialize(&mut plain).map(|Name(text)| Self::Text(text)),
            Some(b'n') => Ok(Self::Null),
            Some(b't') => Ok(Self::Bool(true)),
            Some(b'f') => Ok(Self::Bool(false)),
            _ => Self::number(&text.parse()?),
        }
    }

    /// Converts a number, with the same result with and without `arbitrary_precision` of `serde_json`: with it, a number
    /// has no range, and -0 is an integer.
    fn number(number: &Number) -> serde_json::Result<Self> {
        let unsigned = number.as_u64().map(Self::Unsigned);
        let signed = number.as_i64().filter(|value| *value < 0).map(Self::Signed);
        let double = number.as_f64().map(Self::Double);
        unsigned
            .or(signed)
            .or(double)
            .ok_or_else(|| de::Error::custom("number out of range"))
    }
}

impl Serialize for SplitJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(members) => serializer.collect_map(
                members
                    .iter()
                    .map(|(name, value)| (name, JsonText(value.get()))),
            ),
            Self::Array(items) => {
                serializer.collect_seq(items.iter().map(|item| JsonText(item.get())))
            }
            Self::Text(text) => serializer.serialize_str(text),
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Unsigned(value) => serializer.serialize_u64(*value),
            Self::Signed(value) => serializer.serialize_i64(*value),
            Self::Double(value) => serializer.serialize_f64(*value),
        }
    }
}

/// A JSON text that is serialized as its value, in any format.
pub(crate) struct JsonText<'t>(pub(crate) &'t str);

impl Serialize for JsonText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let split = SplitJson::new(self.0).map_err(S::Error::custom)?;
        split.serialize(serializer)
    }
}

/// The members of one object.
struct ObjectMembers<'de>(Vec<NamedText<'de>>);

impl<'de> Deserialize<'de> for ObjectMembers<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor;

        impl<'de> Visitor<'de> for ObjectVisitor {
            type Value = ObjectMembers<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((Name(name), value)) = map.next_entry()? {
                    members.push((name, value));
                }
                Ok(ObjectMembers(members))
            }
        }

        deserializer.deserialize_map(ObjectVisitor)
    }
}

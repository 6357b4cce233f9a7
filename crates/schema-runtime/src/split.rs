//! One level of a JSON text.

use std::{borrow::Cow, fmt};

use serde_core::{
    de::{Deserialize, Deserializer, MapAccess, Visitor},
    ser::{Error, Serialize, Serializer},
};
use serde_json::value::RawValue;

use crate::field::Name;

/// The name of a member, and the text of its value.
pub(crate) type NamedText<'de> = (Cow<'de, str>, &'de RawValue);

/// A value whose own values are still texts.
pub(crate) enum Split<'de> {
    Object(Vec<NamedText<'de>>),
    Array(Vec<&'de RawValue>),
    Text(Cow<'de, str>),
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Double(f64),
}

impl<'de> Split<'de> {
    /// Splits a text that is known to be JSON, without space around it.
    ///
    /// # Errors
    ///
    /// If a number is out of range, or a text has half of a surrogate pair: JSON's grammar has both.
    pub(crate) fn new(text: &'de str) -> serde_json::Result<Self> {
        let mut plain = serde_json::Deserializer::from_str(text);
        match text.bytes().next() {
            Some(b'{') => Members::deserialize(&mut plain).map(|Members(all)| Self::Object(all)),
            Some(b'[') => Vec::deserialize(&mut plain).map(Self::Array),
            Some(b'"') => Name::deserialize(&mut plain).map(|Name(text)| Self::Text(text)),
            Some(b'n' | b't' | b'f') => plain.deserialize_any(ScalarVisitor),
            // Asked for anything, `serde_json` with `arbitrary_precision` gives a map.
            _ => plain.deserialize_f64(ScalarVisitor),
        }
    }
}

impl Serialize for Split<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(members) => serializer.collect_map(
                members
                    .iter()
                    .map(|(name, value)| (name, Json(value.get()))),
            ),
            Self::Array(items) => serializer.collect_seq(items.iter().map(|item| Json(item.get()))),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Unsigned(value) => serializer.serialize_u64(*value),
            Self::Signed(value) => serializer.serialize_i64(*value),
            Self::Double(value) => serializer.serialize_f64(*value),
        }
    }
}

/// The value of a JSON text, as it is written in any format.
pub(crate) struct Json<'t>(pub(crate) &'t str);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let split = Split::new(self.0).map_err(S::Error::custom)?;
        split.serialize(serializer)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Split<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, `true`, `false` or `null`")
    }

    fn visit_unit<E>(self) -> Result<Split<'de>, E> {
        Ok(Split::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Split<'de>, E> {
        Ok(Split::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Split<'de>, E> {
        Ok(Split::Unsigned(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Split<'de>, E> {
        Ok(Split::Signed(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Split<'de>, E> {
        Ok(Split::Double(value))
    }
}

/// The members of one object.
struct Members<'de>(Vec<NamedText<'de>>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((Name(name), value)) = map.next_entry()? {
                    members.push((name, value));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}

//! Values that a type does not know and ignores. They still must be JSON without duplicate names.

use std::fmt;

use serde_core::de::{
    self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor,
};

use crate::{field::Name, unique_names::UniqueNames};

/// Any value, read completely and dropped. It must not contain duplicate names or be nested too deeply.
pub(crate) struct Ignored;

impl<'de> Deserialize<'de> for Ignored {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredVisitor { is_number: false }.deserialize(deserializer)
    }
}

/// The only key of the map that `serde_json` passes for a number, with its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

struct IgnoredVisitor {
    /// True if an owned string is a number. Strings of the body are borrowed.
    is_number: bool,
}

impl<'de> DeserializeSeed<'de> for IgnoredVisitor {
    type Value = Ignored;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Ignored, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for IgnoredVisitor {
    type Value = Ignored;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_str<E>(self, _: &str) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Ignored, E> {
        if self.is_number && text.parse().is_ok_and(f64::is_infinite) {
            Err(E::custom("number out of range"))
        } else {
            Ok(Ignored)
        }
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_none<E>(self) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Ignored, D::Error> {
        Ignored::deserialize(deserializer)
    }

    fn visit_unit<E>(self) -> Result<Ignored, E> {
        Ok(Ignored)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Ignored, D::Error> {
        Ignored::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Ignored, A::Error> {
        while seq.next_element::<Ignored>()?.is_some() {}
        Ok(Ignored)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ignored, A::Error> {
        let mut names = UniqueNames::default();
        while let Some(Name(name)) = map.next_key()? {
            let is_number = name == NUMBER;
            names.insert(name)?;
            map.next_value_seed(IgnoredVisitor { is_number })?;
        }
        Ok(Ignored)
    }
}

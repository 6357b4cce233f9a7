//! Values of any serde format, written as JSON.

use std::fmt;

use serde_core::{
    de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor},
    ser::Serialize,
};

use crate::{
    depth::{self, DEEPEST},
    field::Name,
    unique_names::UniqueNames,
    violation::refused,
};

/// A JSON text to which the values that are read are appended.
pub(crate) struct JsonWriter<'t> {
    pub(crate) text: &'t mut String,
    /// The number of levels of lists and objects that may still be opened.
    levels: usize,
}

impl<'t> JsonWriter<'t> {
    pub(crate) fn new(text: &'t mut String) -> Self {
        Self {
            text,
            levels: DEEPEST,
        }
    }

    fn write<E: de::Error>(self, value: &(impl Serialize + ?Sized)) -> Result<(), E> {
        let text = serde_json::to_string(value).map_err(E::custom)?;
        self.text.push_str(&text);
        Ok(())
    }

    /// Opens a nesting level.
    fn open<E: de::Error>(&mut self, bracket: char) -> Result<(), E> {
        self.text.push(bracket);
        let levels = self.levels.checked_sub(1);
        self.levels = levels.ok_or_else(|| E::custom(depth::MESSAGE))?;
        Ok(())
    }

    fn inside(&mut self) -> JsonWriter<'_> {
        JsonWriter {
            text: self.text,
            levels: self.levels,
        }
    }
}

impl<'de> DeserializeSeed<'de> for JsonWriter<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// It is its own visitor. Values that JSON cannot represent are rejected.
impl<'de> Visitor<'de> for JsonWriter<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        self.write(&value)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.write(&value)
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<(), E> {
        self.write(&value)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.write(&value)
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<(), E> {
        self.write(&value)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<(), E> {
        if value.is_finite() {
            self.write(&value)
        } else {
            Err(refused(Unexpected::Float(value), &self))
        }
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<(), E> {
        self.write(value)
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.write(&())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        self.open('[')?;
        let start = self.text.len();
        while list
            .next_element_seed(Item(self.inside(), start))?
            .is_some()
        {}
        self.text.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        self.open('{')?;
        let mut names = UniqueNames::default();
        let mut separator = "";
        while let Some(Name(name)) = map.next_key()? {
            self.text.push_str(separator);
            self.inside().visit_str(&name)?;
            self.text.push(':');
            names.insert(name)?;
            map.next_value_seed(self.inside())?;
            separator = ",";
        }
        self.text.push('}');
        Ok(())
    }
}

/// An item of a list whose items begin at an offset of the text.
struct Item<'t>(JsonWriter<'t>, usize);

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.0.text.len() > self.1 {
            self.0.text.push(',');
        }
        self.0.deserialize(deserializer)
    }
}

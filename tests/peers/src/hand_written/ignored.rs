//! Unknown members: their names are unique, also inside them, and they are not nested too deeply.

use std::{borrow::Cow, collections::BTreeSet, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

/// A name, borrowed if it has no escapes.
pub(super) struct Name<'a>(pub(super) Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl<'de> Visitor<'de> for NameVisitor {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}

/// The names of an object that its type does not know.
#[derive(Default)]
pub(super) struct Others<'de>(BTreeSet<Cow<'de, str>>);

impl<'de> Others<'de> {
    /// Reads a member of an object with the given number of levels, its own included.
    pub(super) fn skip<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        levels: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if let Some(name) = self.0.replace(name) {
            return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
        }
        map.next_value_seed(Ignored { levels })
    }
}

/// Checks a value that was kept as raw JSON, below the given number of levels.
pub(super) fn check<E: Error>(raw: &RawValue, levels: usize) -> Result<(), E> {
    let mut deserializer = serde_json::Deserializer::from_str(raw.get());
    let checked = Ignored { levels }.deserialize(&mut deserializer);
    checked.map_err(E::custom)
}

/// The most levels that `serde_json` reads.
const DEEPEST: usize = 127;

/// A value below the given number of levels of lists and objects.
#[derive(Clone, Copy)]
struct Ignored {
    levels: usize,
}

impl Ignored {
    fn inside<E: Error>(self) -> Result<Self, E> {
        let levels = self.levels + 1;
        if levels > DEEPEST {
            return Err(E::custom("nested too deeply"));
        }
        Ok(Self { levels })
    }
}

impl<'de> DeserializeSeed<'de> for Ignored {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Ignored {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let inside = self.inside()?;
        while items.next_element_seed(inside)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let inside = self.inside::<A::Error>()?;
        let mut names = Others::default();
        while let Some(Name(name)) = map.next_key()? {
            names.skip(name, inside.levels, &mut map)?;
        }
        Ok(())
    }
}

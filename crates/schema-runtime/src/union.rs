//! Objects of which one field, the tag, decides what the others are.

use std::{borrow::Cow, fmt, iter::Chain, marker::PhantomData, option, vec};

use serde_core::de::{
    self, Deserialize, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess,
    Unexpected, Visitor,
};

use crate::{field::Name, raw::Held};

/// A choice between objects by a tag that each of them holds.
pub trait TaggedUnion<'de>: Sized {
    /// The name of the tag.
    const TAG: &'static str;
    /// The tag alone: what is to be read first where there is a choice.
    const FIELDS: &'static [&'static str] = &[Self::TAG];
    /// The tags of the branches.
    const TAGS: &'static [&'static str];

    /// Decodes the branch of a tag.
    ///
    /// # Errors
    ///
    /// If the branch refuses the object. A tag that is none of `TAGS` is refused before.
    fn branch<D: Deserializer<'de>>(tag: &str, deserializer: D) -> Result<Self, D::Error>;
}

/// Decodes a union in one pass: what stands before the tag is held as it is, the rest is decoded in
/// place.
///
/// # Errors
///
/// If the value is no object, has no tag or one that is not expected, or if the branch refuses it.
pub fn deserialize_union<'de, U, D>(deserializer: D) -> Result<U, D::Error>
where
    U: TaggedUnion<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_struct("", U::FIELDS, UnionVisitor(PhantomData))
}

struct UnionVisitor<U>(PhantomData<U>);

impl<'de, U: TaggedUnion<'de>> Visitor<'de> for UnionVisitor<U> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with `{}`", U::TAG)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<U, A::Error> {
        // Most objects have one member before the tag, or none: it needs no allocation.
        let mut first = None;
        let mut others = Vec::new();
        while let Some(Name(name)) = map.next_key()? {
            if name != U::TAG {
                let member = (name, map.next_value()?);
                match first {
                    None => first = Some(member),
                    Some(_) => others.push(member),
                }
                continue;
            }
            let tag = map.next_value_seed(TagSeed::<U>(PhantomData))?;
            let replay = Replay {
                held: first.into_iter().chain(others),
                tag_name: U::TAG,
                tag: Some(tag.clone()),
                value: None,
                rest: map,
            };
            return U::branch(&tag, de::value::MapAccessDeserializer::new(replay));
        }
        Err(crate::violation::missing(U::TAG))
    }
}

/// Decodes a tag, and refuses it at its own place if no branch has it.
struct TagSeed<U>(PhantomData<U>);

impl<'de, U: TaggedUnion<'de>> DeserializeSeed<'de> for TagSeed<U> {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        let Name(tag) = Name::deserialize(deserializer)?;
        if U::TAGS.contains(&&*tag) {
            Ok(tag)
        } else {
            Err(crate::violation::refused(
                Unexpected::Str(&tag),
                &OneOf(U::TAGS),
            ))
        }
    }
}

struct OneOf(&'static [&'static str]);

impl Expected for OneOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, member) in self.0.iter().enumerate() {
            let before = match index {
                0 => "",
                _ if index + 1 == self.0.len() => " or ",
                _ => ", ",
            };
            write!(f, "{before}`{member}`")?;
        }
        Ok(())
    }
}

/// A member that stands before the tag.
type HeldMember<'de> = (Cow<'de, str>, Held<'de>);

/// The members of the object in their order: those that were held, the tag, and the rest.
struct Replay<'de, A> {
    held: Chain<option::IntoIter<HeldMember<'de>>, vec::IntoIter<HeldMember<'de>>>,
    tag_name: &'static str,
    tag: Option<Cow<'de, str>>,
    value: Option<Value<'de>>,
    /// The members after the tag. They are next as soon as the tag has been given.
    rest: A,
}

/// A value whose name has been read, and that does not come from the rest.
enum Value<'de> {
    Held(Held<'de>),
    Tag(Cow<'de, str>),
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        if self.tag.is_none() {
            return self.rest.next_key_seed(seed);
        }
        let (name, value) = match self.held.next() {
            Some((name, value)) => (name, Some(Value::Held(value))),
            None => (
                Cow::Borrowed(self.tag_name),
                self.tag.take().map(Value::Tag),
            ),
        };
        self.value = value;
        let name: de::value::CowStrDeserializer<'_, A::Error> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match &self.value {
            None => self.rest.next_value_seed(seed),
            Some(_) => decode(self.value.take(), seed),
        }
    }
}

/// Decodes a value that does not come from the rest.
// Kept out of the code that reads a field where it stands.
#[inline(never)]
fn decode<'de, V: DeserializeSeed<'de>, E: de::Error>(
    value: Option<Value<'de>>,
    seed: V,
) -> Result<V::Value, E> {
    match value {
        Some(Value::Tag(tag)) => {
            let tag: de::value::CowStrDeserializer<'_, E> = tag.into_deserializer();
            seed.deserialize(tag)
        }
        Some(Value::Held(held)) => held.decode(seed),
        None => Err(E::custom("a value was asked for before its name")),
    }
}

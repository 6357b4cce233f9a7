//! A deserializer that tracks the position of every value.
//!
//! It reads a text that was already rejected once, so speed matters less: it splits one level of
//! the text at a time, and presents the members of a struct in the order in which the struct declares
//! them. So a type that declares its tag first deserializes all other members directly.

use std::{borrow::Cow, fmt, marker::PhantomData, vec};

use serde_core::{
    de::{
        self, Deserialize, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess,
        SeqAccess, Unexpected, Visitor,
    },
    forward_to_deserialize_any,
};
use serde_json::value::RawValue;

use crate::{
    depth::{self, DEEPEST, is_too_deep},
    error::without_position,
    raw::RAW_VALUE,
    split_json::{NamedText, SplitJson},
    violation::shown_value,
};

/// An error, with its position once that is known.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) message: String,
    pub(crate) position: Option<ErrorPosition>,
    /// The member of the current object that the message is about.
    member: Option<&'static str>,
}

#[derive(Debug)]
pub(crate) struct ErrorPosition {
    pub(crate) path: String,
    pub(crate) offset: usize,
}

impl Problem {
    fn new(message: String) -> Self {
        Self {
            message,
            position: None,
            member: None,
        }
    }

    fn too_deep() -> Self {
        Self::new(depth::MESSAGE.into())
    }

    fn json(error: &serde_json::Error) -> Self {
        Self::new(without_position(error))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        shown_value(found, |found| {
            Self::new(format!("invalid type: {found}, expected {expected}"))
        })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        shown_value(found, |found| {
            Self::new(format!("invalid value: {found}, expected {expected}"))
        })
    }

    fn missing_field(field: &'static str) -> Self {
        Self {
            member: Some(field),
            ..Self::new(format!("missing field `{field}`"))
        }
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self {
            member: Some(field),
            ..Self::new(format!("duplicate field `{field}`"))
        }
    }
}

/// Deserializes a text that is known to be JSON.
pub(crate) fn deserialize<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Problem> {
    let trimmed = text.trim_start_matches([' ', '\t', '\r', '\n']);
    let value = trimmed.trim_end_matches([' ', '\t', '\r', '\n']);
    Located {
        text: value,
        offset: text.len() - trimmed.len(),
        path: &Path::Top,
        depth: 0,
    }
    .read(PhantomData)
}

/// The path from the root to a value.
enum Path<'p> {
    Top,
    Member(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl Path<'_> {
    fn add_to(&self, path: &mut String) {
        match self {
            Self::Top => {}
            Self::Item(parent, index) => {
                parent.add_to(path);
                depth::add_item(path, *index);
            }
            Self::Member(parent, name) => {
                parent.add_to(path);
                depth::add_member(path, name);
            }
        }
    }

    fn in_words(&self) -> String {
        let mut path = String::new();
        self.add_to(&mut path);
        path
    }
}

/// One value of the text.
#[derive(Clone, Copy)]
struct Located<'de, 'p> {
    text: &'de str,
    offset: usize,
    path: &'p Path<'p>,
    depth: usize,
}

impl<'de> Located<'de, '_> {
    /// Deserializes the value. An error of the seed itself has the position of this value, too.
    fn read<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Problem> {
        self.locate(seed.deserialize(self))
    }

    /// Sets the position of an error to that of this value, unless it has the position of a value inside.
    fn locate<T>(&self, result: Result<T, Problem>) -> Result<T, Problem> {
        result.map_err(|problem| self.with_position(problem))
    }

    #[inline]
    fn with_position(&self, mut problem: Problem) -> Problem {
        if problem.position.is_none() {
            problem.position = Some(match problem.member {
                Some(member) => ErrorPosition {
                    path: Path::Member(self.path, member).in_words(),
                    offset: self.last(member).unwrap_or(self.offset),
                },
                None => ErrorPosition {
                    path: self.path.in_words(),
                    offset: self.offset,
                },
            });
        }
        problem
    }

    /// Returns the offset of the last value of a member, if this is an object that has the member.
    #[inline]
    fn last(&self, member: &str) -> Option<usize> {
        let Ok(SplitJson::Object(members)) = SplitJson::new(self.text) else {
            return None;
        };
        let (name, value) = members.iter().rfind(|(name, _)| name == member)?;
        let path = Path::Member(self.path, name);
        Some(self.inside(value.get(), &path).offset)
    }

    /// Deserializes a value without nested values of interest, with the JSON parser.
    fn plainly<T>(
        &self,
        read: impl FnOnce(
            &mut serde_json::Deserializer<serde_json::de::StrRead<'de>>,
        ) -> serde_json::Result<T>,
    ) -> Result<T, Problem> {
        let mut plain = serde_json::Deserializer::from_str(self.text);
        read(&mut plain).map_err(|error| Problem::json(&error))
    }

    fn value<V: Visitor<'de>>(
        &self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let result = self.split(fields).and_then(|split| match split {
            SplitJson::Object(members) => visitor.visit_map(Object {
                parent: self,
                members: members.into_iter(),
                value: None,
            }),
            SplitJson::Array(items) => visitor.visit_seq(Array {
                parent: self,
                items: items.into_iter().enumerate(),
            }),
            SplitJson::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            SplitJson::Text(Cow::Owned(text)) => visitor.visit_string(text),
            SplitJson::Null => visitor.visit_unit(),
            SplitJson::Bool(value) => visitor.visit_bool(value),
            SplitJson::Unsigned(value) => visitor.visit_u64(value),
            SplitJson::Signed(value) => visitor.visit_i64(value),
            SplitJson::Double(value) => visitor.visit_f64(value),
        });
        self.locate(result)
    }

    /// Splits one level of the text. This code is not generic, so it is compiled once for all types, in the crate
    /// that reads, where the parser is compiled anyway.
    #[inline]
    fn split(&self, fields: &'static [&'static str]) -> Result<SplitJson<'de>, Problem> {
        if self.depth >= DEEPEST && self.text.starts_with(['[', '{']) {
            return Err(Problem::too_deep());
        }
        let mut split = SplitJson::new(self.text).map_err(|error| Problem::json(&error))?;
        if let SplitJson::Object(members) = &mut split {
            for field in fields.iter().rev() {
                if let Some(at) = members.iter().position(|(name, _)| name == field) {
                    let member = members.remove(at);
                    members.insert(0, member);
                }
            }
        }
        Ok(split)
    }

    /// Returns a value inside this one. Its text is a part of this value's text.
    fn inside<'q>(&self, text: &'de str, path: &'q Path<'q>) -> Located<'de, 'q> {
        let into = text
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr());
        Located {
            text,
            offset: self.offset + into,
            path,
            depth: self.depth + 1,
        }
    }
}

impl<'de> Deserializer<'de> for Located<'de, '_> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.value(&[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        self.value(fields, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.text {
            "null" => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if name == RAW_VALUE {
            // A value that is kept as a text does not count the levels around it.
            let result = if is_too_deep(self.text, self.depth) {
                Err(Problem::too_deep())
            } else {
                self.plainly(|plain| plain.deserialize_newtype_struct(name, visitor))
            };
            return self.locate(result);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let result = self.plainly(|plain| plain.deserialize_enum(name, variants, visitor));
        self.locate(result)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier
    }
}

struct Object<'de, 'p> {
    parent: &'p Located<'de, 'p>,
    members: vec::IntoIter<NamedText<'de>>,
    value: Option<NamedText<'de>>,
}

impl<'de> MapAccess<'de> for Object<'de, '_> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        let Some((name, value)) = self.members.next() else {
            return Ok(None);
        };
        let (_, member) = self.value.insert((name.clone(), value));
        let path = Path::Member(self.parent.path, &name);
        let inside = self.parent.inside(member.get(), &path);
        let name: de::value::CowStrDeserializer<'_, Problem> = name.clone().into_deserializer();
        inside.locate(seed.deserialize(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let Some((name, value)) = self.value.take() else {
            return Err(Problem::new("a value was asked for before its name".into()));
        };
        let path = Path::Member(self.parent.path, &name);
        self.parent.inside(value.get(), &path).read(seed)
    }
}

struct Array<'de, 'p> {
    parent: &'p Located<'de, 'p>,
    items: std::iter::Enumerate<vec::IntoIter<&'de RawValue>>,
}

impl<'de> SeqAccess<'de> for Array<'de, '_> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Problem> {
        let Some((index, item)) = self.items.next() else {
            return Ok(None);
        };
        let path = Path::Item(self.parent.path, index);
        self.parent.inside(item.get(), &path).read(seed).map(Some)
    }
}

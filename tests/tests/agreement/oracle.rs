//! The documents that have to be accepted, and the answers of the types.
//!
//! A document has to be accepted if it has at most 127 levels and no duplicate names, and the validator accepts it.

use std::{cell::OnceCell, collections::BTreeSet, fmt};

use jsonschema::Validator;
use schema_registry::json;
use schema_runtime::Error;
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Number, Value};

/// A function that decodes a document, and writes the decoded value.
pub(crate) type Ask<'a> = Box<dyn Fn(&str) -> Result<String, Rejection> + 'a>;

/// The reason why a type rejects a document.
#[derive(Debug)]
pub(crate) struct Rejection {
    pub(crate) message: String,
    /// The error itself, if the type is part of this process.
    pub(crate) error: Option<Error>,
}

impl From<Error> for Rejection {
    fn from(error: Error) -> Self {
        Self {
            message: error.to_string(),
            error: Some(error),
        }
    }
}

/// A schema, and the types that are made from it.
pub(crate) struct Subject<'a> {
    pub(crate) name: String,
    pub(crate) schema: Judge,
    /// The types. Each of them has to agree with the schema, and with the others.
    pub(crate) types: Vec<Ask<'a>>,
}

/// The schema that judges a document.
pub(crate) enum Judge {
    One(Validator),
    /// The schema of the event that a field of the document names, or else the last one.
    Named(String, Vec<(String, Validator)>, Validator),
}

impl Judge {
    /// Reports whether a document is an event of a type that has a schema of its own.
    fn knows(&self, document: &Value) -> bool {
        match self {
            Self::One(_) => true,
            Self::Named(_, _, envelope) => !std::ptr::eq(self.of(document), envelope),
        }
    }

    pub(crate) fn of(&self, document: &Value) -> &Validator {
        match self {
            Self::One(validator) => validator,
            Self::Named(field, validators, envelope) => {
                let named = document.get(field).and_then(Value::as_str);
                let chosen = validators.iter().find(|(name, _)| Some(&**name) == named);
                chosen.map_or(envelope, |(_, validator)| validator)
            }
        }
    }
}

/// The result for a document.
pub(crate) struct Judgement {
    pub(crate) text: String,
    /// True if the text is JSON without duplicate names that a [`Value`] can hold.
    pub(crate) is_readable: bool,
    pub(crate) is_accepted: bool,
    /// The rejections of the types, if they reject it.
    pub(crate) rejections: Vec<Rejection>,
    pub(crate) disagreement: Option<Disagreement>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Disagreement {
    pub(crate) kind: Fault,
    /// The answer of the schema.
    pub(crate) schema: String,
    /// The answer of the type, or the value that it writes.
    pub(crate) types: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    AcceptedByTheTypeAlone,
    AcceptedByTheSchemaAlone,
    WrittenOtherwise,
    TypesDiffer,
}

impl Subject<'_> {
    pub(crate) fn judge(&self, text: &str) -> Judgement {
        let document = serde_json::from_str::<Strict>(text);
        let is_accepted = match &document {
            Ok(Strict(document)) => self.schema.of(document).is_valid(document),
            Err(_) => false,
        };
        let mut judgement = Judgement {
            text: text.to_owned(),
            is_readable: document.is_ok(),
            is_accepted,
            rejections: Vec::new(),
            disagreement: None,
        };
        // The value that the first type writes.
        let mut first: Option<String> = None;
        for ask in &self.types {
            let found = match (ask(text), is_accepted, &document) {
                (Err(error), false, _) => {
                    let other = judgement.rejections.first();
                    let differs = other.filter(|other| other.message != error.message);
                    let differs = differs.map(|other| {
                        let both = format!("refused: {}, and: {}", other.message, error.message);
                        (Fault::TypesDiffer, both)
                    });
                    judgement.rejections.push(error);
                    differs
                }
                (Err(error), true, _) => Some((
                    Fault::AcceptedByTheSchemaAlone,
                    format!("refused: {}", error.message),
                )),
                (Ok(written), true, Ok(Strict(read))) => match &first {
                    Some(other) if *other == written => None,
                    Some(other) => Some((Fault::TypesDiffer, format!("{other} and {written}"))),
                    None => {
                        let problem = difference(&self.schema, read, &written);
                        first = Some(written);
                        problem.map(|problem| (Fault::WrittenOtherwise, problem))
                    }
                },
                (Ok(written), _, _) => Some((
                    Fault::AcceptedByTheTypeAlone,
                    format!("accepted as {written}"),
                )),
            };
            if let (Some((kind, types)), None) = (found, &judgement.disagreement) {
                judgement.disagreement = Some(Disagreement {
                    kind,
                    schema: self.verdict(&document),
                    types,
                });
            }
        }
        judgement
    }

    /// Returns the answer of the schema with its reason, which costs more than the answer alone.
    fn verdict(&self, document: &Result<Strict, serde_json::Error>) -> String {
        let document = match document {
            Ok(Strict(document)) => document,
            Err(error) => return format!("refused: {error}"),
        };
        match self.schema.of(document).iter_errors(document).next() {
            Some(error) => format!("refused: `{}`: {error}", error.instance_path()),
            None => "accepted".into(),
        }
    }
}

/// Returns the difference between the value that was read and the value that was written, if a declared field
/// differs, or the written value is rejected.
fn difference(schema: &Judge, read: &Value, written: &str) -> Option<String> {
    let validator = schema.of(read);
    let Ok(Strict(written)) = &serde_json::from_str(written) else {
        return Some(format!("what is written is no JSON: {written}"));
    };
    if !validator.is_valid(written) {
        return Some(format!("what is written is refused: {written}"));
    }
    let said = OnceCell::new();
    let place = differing(read, written, "", &|| {
        said.get_or_init(|| Annotations {
            is_whole: !schema.knows(read),
            ..Annotations::of(validator, read)
        })
    })?;
    let written = written.pointer(&place);
    let written = written.map_or_else(|| "nothing".into(), Value::to_string);
    Some(format!("`{place}` is written otherwise: {written}"))
}

/// The annotations of a schema for the values of a document that it accepts.
#[derive(Default)]
struct Annotations {
    /// True if every name at the top counts as declared: an event of an unknown type keeps them.
    is_whole: bool,
    /// The names that some schema lists, with the path of the object that has them.
    declared: BTreeSet<(String, String)>,
    /// The paths of UUIDs.
    uuids: BTreeSet<String>,
}

impl Annotations {
    fn of(validator: &Validator, document: &Value) -> Self {
        let mut found = Self::default();
        for entry in validator.evaluate(document).iter_annotations() {
            let place = entry.instance_location.as_str();
            let said = entry.annotations.value();
            let keyword = entry.schema_location.rsplit('/').next();
            match (keyword, said) {
                (Some("properties" | "additionalProperties"), Value::Array(names)) => {
                    let names = names.iter().map(|name| name.as_str().unwrap());
                    let names = names.map(|name| (place.to_owned(), name.to_owned()));
                    found.declared.extend(names);
                }
                (Some("format"), Value::String(format)) if format == "uuid" => {
                    found.uuids.insert(place.to_owned());
                }
                _ => {}
            }
        }
        found
    }
}

/// Returns the path of the first difference. To ask the schema costs more than to compare.
fn differing<'a>(
    read: &Value,
    written: &Value,
    place: &str,
    said: &impl Fn() -> &'a Annotations,
) -> Option<String> {
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            let added = written.keys().find(|name| !read.contains_key(*name));
            if let Some(name) = added {
                return Some(json::child(place, name));
            }
            read.iter().find_map(|(name, value)| {
                let inner = json::child(place, name);
                let is_listed = || said().declared.contains(&(place.into(), name.into()));
                let is_declared = || (place.is_empty() && said().is_whole) || is_listed();
                match written.get(name) {
                    None => is_declared().then_some(inner),
                    Some(written) => differing(value, written, &inner, said),
                }
            })
        }
        (Value::Array(read), Value::Array(written)) if read.len() == written.len() => {
            let mut pairs = read.iter().zip(written).enumerate();
            pairs.find_map(|(index, (read, written))| {
                differing(read, written, &format!("{place}/{index}"), said)
            })
        }
        (Value::Number(read), Value::Number(written)) if is_same(read, written) => None,
        // A UUID is written in lower case.
        (Value::String(read), Value::String(written))
            if read != written && read.to_lowercase() == *written =>
        {
            (!said().uuids.contains(place)).then(|| place.to_owned())
        }
        _ => (read != written).then(|| place.to_owned()),
    }
}

/// Reports whether two numbers are equal: 3 and 3.0 are, 2^53 and 2^53 + 1 are not.
fn is_same(left: &Number, right: &Number) -> bool {
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => left == right,
        (None, None) => left.as_f64() == right.as_f64(),
        (Some(whole), None) => is_whole(right, whole),
        (None, Some(whole)) => is_whole(left, whole),
    }
}

/// Reports whether a double is exactly an integer of 64 bits.
fn is_whole(double: &Number, whole: i128) -> bool {
    // Doubles beyond the range of an `i128` become its ends, which have more than 64 bits.
    double
        .as_f64()
        .is_some_and(|double| double.fract() == 0.0 && double as i128 == whole)
}

/// JSON without duplicate names.
pub(crate) struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        let number = Number::from_f64(number);
        number
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number is out of range"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((name, Strict(value))) = members.next_entry::<String, Strict>()? {
            if object.contains_key(&name) {
                return Err(de::Error::custom(format!("`{name}` stands twice")));
            }
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

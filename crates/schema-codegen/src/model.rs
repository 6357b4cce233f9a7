//! The model that every target is rendered from: no references, no ambiguity, unique names. It names no language.

mod in_words;

use std::{collections::BTreeMap, ops::Deref, sync::Arc};

use schema_registry::{diagnostic::Diagnostic, pattern::Pattern};

/// Everything that is generated from a registry.
#[derive(Clone, Debug)]
pub struct Api {
    /// The families, in the order of their names.
    pub families: Vec<Family>,
}

/// Schemas that are versioned together.
#[derive(Clone, Debug)]
pub struct Family {
    /// The name of the folder.
    pub name: String,
    /// The title of the family.
    pub title: String,
    /// The introduction of the reference.
    pub description: String,
    /// The major versions, lowest first.
    pub majors: Vec<Major>,
    /// The schemas that have no exact type, as findings. Their values have the type [`Type::Unmapped`].
    pub unmapped: Vec<Diagnostic>,
}

/// One major version of a family.
#[derive(Clone, Debug)]
pub struct Major {
    /// The name of the folder: `v1`.
    pub name: String,
    /// The number in the name.
    pub number: u32,
    /// The folder of its schemas below the registry's: `webhooks/v1`.
    pub folder: String,
    /// The fields around each payload, if the family has any.
    pub envelope: Option<Envelope>,
    /// The events, in the order in which they are shown.
    pub events: Vec<Event>,
    /// Every named type: the envelope's first, then each event's, in the order of the text.
    pub types: Types,
}

/// The fields around each payload.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// The file of its schema, relative to the registry.
    pub source: String,
    /// The place of its schema.
    pub origin: Origin,
    /// The title of its schema.
    pub title: String,
    /// The description of its schema.
    pub description: String,
    /// The name of the field that identifies an event, if one does.
    pub id: Option<String>,
    /// The fields, in the order of the schema.
    pub fields: Vec<EnvelopeField>,
    /// The body that the reference shows.
    pub sample: Option<Sample>,
}

/// A field of the envelope, and its part in choosing an event's schema.
#[derive(Clone, Debug)]
pub struct EnvelopeField {
    /// The field.
    pub field: Field,
    /// Its part.
    pub role: EnvelopeRole,
}

/// The role of a field of the envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvelopeRole {
    /// It is data like any other.
    Plain,
    /// It names the type of the event.
    EventType,
    /// It names the revision of the event's schema.
    Version,
    /// It names the path of the event's schema.
    SchemaRef,
    /// It holds what is particular to the event.
    Payload,
}

/// One type of event.
#[derive(Clone, Debug)]
pub struct Event {
    /// The event's type: `job.completed`.
    pub event_type: String,
    /// The description of its schema.
    pub description: String,
    /// The current revision of its schema.
    pub revision: String,
    /// The path of its schema, as bodies name it.
    pub schema_ref: String,
    /// The file of its schema, relative to the registry.
    pub source: String,
    /// The place of its schema.
    pub origin: Origin,
    /// The name of its payload's type, in [`Major::types`].
    pub payload: String,
    /// The body that the reference shows.
    pub sample: Option<Sample>,
    /// Its examples by name, those with members that the schema does not know at the end.
    pub examples: Vec<Sample>,
    /// Its schema with everything that it refers to.
    pub bundle: serde_json::Value,
}

/// An example file.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The name of its file without the extension.
    pub case: String,
    /// Its path, as bodies and people name it.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A named type.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The name in upper camel case, unique in its major version.
    pub name: String,
    /// The title in the schema, if it has one.
    pub title: Option<String>,
    /// The description in the schema.
    pub description: String,
    /// The type of the event whose file defines it, or `None` for the envelope.
    pub event: Option<String>,
    /// The body that the reference shows for it.
    pub sample: Option<Sample>,
    /// The place of its schema.
    pub origin: Origin,
    /// Its kind.
    pub kind: Kind,
}

/// The place of a schema in a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The URI of its file.
    pub uri: Arc<str>,
    /// Its JSON pointer.
    pub pointer: String,
}

/// The kind of a named type, with its content.
#[derive(Clone, Debug)]
pub enum Kind {
    /// An object with known fields. It may have others, which readers ignore.
    Struct(Vec<Field>),
    /// One of several objects, distinguished by a tag.
    Union(Union),
    /// One of some strings.
    ClosedSet(Vec<String>),
    /// One of some strings, or a string that a later revision may add.
    OpenSet {
        /// The members known today.
        known: Vec<String>,
        /// The constraints of every member, known or not.
        text: Text,
    },
    /// A string with constraints.
    Text(Text),
    /// A number with bounds.
    Number(Range),
    /// A list of at least two items, each with a type of its own.
    Tuple(Vec<Item>),
    /// Another name for a type.
    Alias(Type),
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name in JSON.
    pub name: String,
    /// Its description.
    pub description: String,
    /// The keywords of its schema that its type does not check, as `"keyword"` or `"keyword": value`.
    pub unchecked: Vec<String>,
    /// True if it has to be present.
    pub required: bool,
    /// The type of its value.
    pub ty: Type,
}

/// One item of a tuple.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its description.
    pub description: String,
    /// Its type.
    pub ty: Type,
}

/// One of several objects.
#[derive(Clone, Debug)]
pub struct Union {
    /// The field whose value selects the object.
    pub tag: String,
    /// The objects.
    pub branches: Vec<Branch>,
}

/// One object of a union.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The value of the tag.
    pub tag: String,
    /// The name of its type.
    pub ty: String,
}

/// The constraints of a type of strings.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The fewest characters.
    pub min_length: Option<u64>,
    /// The most characters.
    pub max_length: Option<u64>,
    /// The pattern, as the schema has it and as regular expression engines accept it.
    pub pattern: Option<(String, Pattern)>,
}

/// The bounds of a type of numbers. There is at least one bound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lower bound.
    pub min: Option<Bound>,
    /// The upper bound.
    pub max: Option<Bound>,
}

/// One end of a range, within ±(2^53−1): rounding by a reader cannot move a number across it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The number.
    pub value: f64,
    /// True if the number itself is out of range.
    pub exclusive: bool,
}

/// The allowed number of items or members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The fewest.
    pub min: u32,
    /// The most.
    pub max: Option<u32>,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A named type of the same major version.
    Named(String),
    /// Any string.
    String,
    /// A UUID in its hyphenated form.
    Uuid,
    /// An RFC 3339 date and time.
    Timestamp,
    /// An RFC 3339 date.
    Date,
    /// An IPv4 address.
    Ipv4,
    /// An RFC 3986 URI.
    Uri,
    /// `true` or `false`.
    Boolean,
    /// An integer from `min` to `max`.
    Integer {
        /// The smallest.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// An integer from `min` to `max` that is a multiple of another one.
    Multiple {
        /// The other one, greater than 1.
        of: i64,
        /// The smallest.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// Any number.
    Number,
    /// Items of one type.
    Array(Box<Type>),
    /// Items of one type that are limited in number, unique, or both.
    List {
        /// The type of each item.
        item: Box<Type>,
        /// The allowed number.
        count: Count,
        /// True if no two items are equal.
        unique: bool,
    },
    /// Values of one type by name.
    Map(Box<Type>),
    /// Values of one type by name, with constraints on the names, on their number, or on both.
    Dictionary {
        /// The type of each name: any string, or a named type of strings.
        key: Box<Type>,
        /// The type of each value.
        value: Box<Type>,
        /// The allowed number.
        count: Count,
    },
    /// `null`, or another type.
    Nullable(Box<Type>),
    /// Any object.
    Object,
    /// Any value.
    Any,
    /// Any value, in place of a schema without an exact type. Its JSON types are listed, as far as the schema names
    /// them.
    Unmapped(Vec<String>),
}

impl Type {
    /// Returns the name of the named type that this is, or that its items or values are.
    #[must_use]
    pub fn named(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            _ => self.inner()?.named(),
        }
    }

    /// Returns the type of the items of a list, of the values of a map, or of a value that is not `null`.
    #[must_use]
    pub fn inner(&self) -> Option<&Self> {
        match self {
            Self::Array(inner)
            | Self::List { item: inner, .. }
            | Self::Map(inner)
            | Self::Dictionary { value: inner, .. }
            | Self::Nullable(inner) => Some(inner),
            _ => None,
        }
    }

    /// Returns what [`inner`](Self::inner) returns, to be changed.
    pub fn inner_mut(&mut self) -> Option<&mut Self> {
        match self {
            Self::Array(inner)
            | Self::List { item: inner, .. }
            | Self::Map(inner)
            | Self::Dictionary { value: inner, .. }
            | Self::Nullable(inner) => Some(inner),
            _ => None,
        }
    }
}

impl Major {
    /// Returns the type with a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&TypeDef> {
        self.types.find(name)
    }
}

/// Named types in their order, with an index by name.
#[derive(Clone, Debug)]
pub struct Types {
    list: Vec<TypeDef>,
    by_name: BTreeMap<String, usize>,
}

impl Types {
    /// Returns the type with a name. Several types with one name are a finding, and the first of them is returned.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&TypeDef> {
        self.list.get(*self.by_name.get(name)?)
    }

    /// Changes the list of types and rebuilds the index by name.
    pub fn change(&mut self, change: impl FnOnce(&mut Vec<TypeDef>)) {
        let mut list = std::mem::take(&mut self.list);
        change(&mut list);
        *self = list.into();
    }
}

impl From<Vec<TypeDef>> for Types {
    fn from(list: Vec<TypeDef>) -> Self {
        let places = list.iter().enumerate().rev();
        Self {
            by_name: places.map(|(at, ty)| (ty.name.clone(), at)).collect(),
            list,
        }
    }
}

impl Deref for Types {
    type Target = [TypeDef];

    fn deref(&self) -> &[TypeDef] {
        &self.list
    }
}

impl<'t> IntoIterator for &'t Types {
    type Item = &'t TypeDef;
    type IntoIter = std::slice::Iter<'t, TypeDef>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

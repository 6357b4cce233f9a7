//! The keywords of JSON Schema, by the kind of their values.

pub(crate) use schema_registry::keywords::KNOWN_VALUES;
pub(super) use schema_registry::keywords::is_annotation;
use schema_registry::keywords::{self, Holds, Purpose};

/// The kind of value that a keyword holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeywordKind {
    /// Information for people and tools, which accepts and rejects nothing.
    Annotation,
    /// A number that limits something.
    Bound,
    /// One schema.
    Schema,
    /// A list of schemas, each of which applies to the whole value.
    Branches,
    /// A list of schemas, each of which applies to one position; or a single schema.
    Positions,
    /// Schemas by name.
    Named,
    /// Anything else.
    Other,
}

impl KeywordKind {
    pub(super) fn of(name: &str) -> Self {
        if is_annotation(name) {
            return Self::Annotation;
        }
        match keywords::find(name).map(|keyword| (keyword.holds, keyword.purpose)) {
            Some((holds, _)) if holds.is_number() => Self::Bound,
            Some((Holds::Schema, _)) => Self::Schema,
            Some((Holds::SchemaList, Purpose::InPlaceApplicator)) => Self::Branches,
            Some((Holds::SchemaList | Holds::SchemaOrList, _)) => Self::Positions,
            Some((Holds::SchemaMap, _)) => Self::Named,
            _ => Self::Other,
        }
    }
}

/// Reports whether a keyword only informs people about the schema that holds it.
pub(super) fn is_text(keyword: &str) -> bool {
    is_annotation(keyword) && keyword != KNOWN_VALUES
}

//! The keywords of JSON Schema, and those that registries add to it.
//!
//! One table states for each keyword the form of its value, its purpose, the type of the values that it constrains, and
//! the drafts that define it. Code that walks schemas asks the table instead of naming keywords. Code that implements
//! one keyword names it.

use jsonschema::Draft::{Draft4, Draft6, Draft7, Draft201909, Draft202012};

pub use jsonschema::Draft;

/// The annotation that allows a finding in place: an object of rule names and reasons.
pub const ALLOW: &str = "x-allow";
/// The annotation that holds an event's current revision.
pub const EVENT_VERSION: &str = "x-event-version";
/// The annotation that lists the members of an open set that are known today.
pub const KNOWN_VALUES: &str = "x-known-values";
/// The annotation that names the example that the reference shows.
pub const SHOWN_EXAMPLE: &str = "x-example";
/// The annotation that names the file of a schema inside a bundle, from the folder of the event's.
pub const SOURCE: &str = "x-source";
/// The annotation of a deprecated schema with the day from which it is no longer sent, as `YYYY-MM-DD`.
pub const SUNSET: &str = "x-sunset";

/// The keywords that hold definitions, the one of newer drafts first.
pub const DEFINITIONS: [&str; 2] = ["$defs", "definitions"];

/// The beginning of the names of all keywords that JSON Schema does not define.
const EXTENSION: &str = "x-";

/// One keyword.
#[derive(Clone, Copy, Debug)]
pub struct Keyword {
    /// The name.
    pub name: &'static str,
    /// The form of its value. [`Keyword::holds_in`] returns that of one draft.
    pub holds: Holds,
    /// The purpose.
    pub purpose: Purpose,
    /// The type of the values that it constrains or describes.
    pub applies_to: Types,
    /// The first draft that defines it.
    pub since: Draft,
    /// The last draft that defines it.
    pub until: Draft,
}

/// The form of a keyword's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Any value.
    Value,
    /// A list of any values.
    ValueList,
    /// A boolean.
    Boolean,
    /// An object of booleans.
    BooleanMap,
    /// A number.
    Number,
    /// A number; in draft 4, a boolean.
    NumberOrBoolean,
    /// A number of characters, items or members.
    Count,
    /// A string.
    String,
    /// A list of different strings.
    StringList,
    /// A string, or a list of different strings.
    StringOrList,
    /// An object of strings.
    StringMap,
    /// An object of lists of different strings.
    StringListMap,
    /// A day, as `YYYY-MM-DD`.
    Date,
    /// The path of a file.
    Path,
    /// The revision of an event, as `1.0.0`.
    Revision,
    /// A schema.
    Schema,
    /// A list of schemas.
    SchemaList,
    /// A schema, or before draft 2020-12 a list of schemas.
    SchemaOrList,
    /// An object of schemas.
    SchemaMap,
    /// An object of schemas and of lists of different strings.
    SchemaOrStringsMap,
}

/// The purpose of a keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Rejects values.
    Assertion,
    /// Applies schemas to the value that the keyword itself applies to.
    InPlaceApplicator,
    /// Applies schemas to items, members or names of members.
    ChildApplicator,
    /// Refers to another schema, which applies to the same value.
    Reference,
    /// Gives a schema a name that references can use.
    Anchor,
    /// Holds schemas that apply only where something refers to them.
    Definitions,
    /// States the address or the draft of a schema.
    Identifier,
    /// Lists the vocabularies of a dialect.
    Vocabulary,
    /// Describes what a string encodes.
    Content,
    /// Tells people and tools something, and rejects nothing in any draft.
    Annotation,
    /// An annotation that JSON Schema does not define.
    Extension,
}

/// The type of the values that a keyword constrains. It accepts all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Types {
    /// Values of all types.
    All,
    /// Numbers, integers included.
    Numbers,
    /// Strings.
    Strings,
    /// Arrays.
    Arrays,
    /// Objects.
    Objects,
}

/// Every keyword, in the order of names.
#[rustfmt::skip]
pub static KEYWORDS: [Keyword; 69] = {
    use Holds::*;
    use Purpose::*;
    use Types::*;
    [
        row("$anchor",               String,             Anchor,            All,     Draft201909, Draft202012),
        row("$comment",              String,             Annotation,        All,     Draft7,      Draft202012),
        row("$defs",                 SchemaMap,          Definitions,       All,     Draft201909, Draft202012),
        row("$dynamicAnchor",        String,             Anchor,            All,     Draft202012, Draft202012),
        row("$dynamicRef",           String,             Reference,         All,     Draft202012, Draft202012),
        row("$id",                   String,             Identifier,        All,     Draft6,      Draft202012),
        row("$recursiveAnchor",      Boolean,            Anchor,            All,     Draft201909, Draft201909),
        row("$recursiveRef",         String,             Reference,         All,     Draft201909, Draft201909),
        row("$ref",                  String,             Reference,         All,     Draft4,      Draft202012),
        row("$schema",               String,             Identifier,        All,     Draft4,      Draft202012),
        row("$vocabulary",           BooleanMap,         Vocabulary,        All,     Draft201909, Draft202012),
        row("additionalItems",       Schema,             ChildApplicator,   Arrays,  Draft4,      Draft201909),
        row("additionalProperties",  Schema,             ChildApplicator,   Objects, Draft4,      Draft202012),
        row("allOf",                 SchemaList,         InPlaceApplicator, All,     Draft4,      Draft202012),
        row("anyOf",                 SchemaList,         InPlaceApplicator, All,     Draft4,      Draft202012),
        row("const",                 Value,              Assertion,         All,     Draft6,      Draft202012),
        row("contains",              Schema,             ChildApplicator,   Arrays,  Draft6,      Draft202012),
        row("contentEncoding",       String,             Content,           Strings, Draft7,      Draft202012),
        row("contentMediaType",      String,             Content,           Strings, Draft7,      Draft202012),
        row("contentSchema",         Schema,             Content,           Strings, Draft201909, Draft202012),
        row("default",               Value,              Annotation,        All,     Draft4,      Draft202012),
        row("definitions",           SchemaMap,          Definitions,       All,     Draft4,      Draft7),
        row("dependencies",          SchemaOrStringsMap, InPlaceApplicator, Objects, Draft4,      Draft7),
        row("dependentRequired",     StringListMap,      Assertion,         Objects, Draft201909, Draft202012),
        row("dependentSchemas",      SchemaMap,          InPlaceApplicator, Objects, Draft201909, Draft202012),
        row("deprecated",            Boolean,            Annotation,        All,     Draft201909, Draft202012),
        row("description",           String,             Annotation,        All,     Draft4,      Draft202012),
        row("else",                  Schema,             InPlaceApplicator, All,     Draft7,      Draft202012),
        row("enum",                  ValueList,          Assertion,         All,     Draft4,      Draft202012),
        row("examples",              ValueList,          Annotation,        All,     Draft6,      Draft202012),
        row("exclusiveMaximum",      NumberOrBoolean,    Assertion,         Numbers, Draft4,      Draft202012),
        row("exclusiveMinimum",      NumberOrBoolean,    Assertion,         Numbers, Draft4,      Draft202012),
        row("format",                String,             Assertion,         Strings, Draft4,      Draft202012),
        row("id",                    String,             Identifier,        All,     Draft4,      Draft4),
        row("if",                    Schema,             InPlaceApplicator, All,     Draft7,      Draft202012),
        row("items",                 SchemaOrList,       ChildApplicator,   Arrays,  Draft4,      Draft202012),
        row("maxContains",           Count,              Assertion,         Arrays,  Draft201909, Draft202012),
        row("maxItems",              Count,              Assertion,         Arrays,  Draft4,      Draft202012),
        row("maxLength",             Count,              Assertion,         Strings, Draft4,      Draft202012),
        row("maxProperties",         Count,              Assertion,         Objects, Draft4,      Draft202012),
        row("maximum",               Number,             Assertion,         Numbers, Draft4,      Draft202012),
        row("minContains",           Count,              Assertion,         Arrays,  Draft201909, Draft202012),
        row("minItems",              Count,              Assertion,         Arrays,  Draft4,      Draft202012),
        row("minLength",             Count,              Assertion,         Strings, Draft4,      Draft202012),
        row("minProperties",         Count,              Assertion,         Objects, Draft4,      Draft202012),
        row("minimum",               Number,             Assertion,         Numbers, Draft4,      Draft202012),
        row("multipleOf",            Number,             Assertion,         Numbers, Draft4,      Draft202012),
        row("not",                   Schema,             InPlaceApplicator, All,     Draft4,      Draft202012),
        row("oneOf",                 SchemaList,         InPlaceApplicator, All,     Draft4,      Draft202012),
        row("pattern",               String,             Assertion,         Strings, Draft4,      Draft202012),
        row("patternProperties",     SchemaMap,          ChildApplicator,   Objects, Draft4,      Draft202012),
        row("prefixItems",           SchemaList,         ChildApplicator,   Arrays,  Draft202012, Draft202012),
        row("properties",            SchemaMap,          ChildApplicator,   Objects, Draft4,      Draft202012),
        row("propertyNames",         Schema,             ChildApplicator,   Objects, Draft6,      Draft202012),
        row("readOnly",              Boolean,            Annotation,        All,     Draft7,      Draft202012),
        row("required",              StringList,         Assertion,         Objects, Draft4,      Draft202012),
        row("then",                  Schema,             InPlaceApplicator, All,     Draft7,      Draft202012),
        row("title",                 String,             Annotation,        All,     Draft4,      Draft202012),
        row("type",                  StringOrList,       Assertion,         All,     Draft4,      Draft202012),
        row("unevaluatedItems",      Schema,             ChildApplicator,   Arrays,  Draft201909, Draft202012),
        row("unevaluatedProperties", Schema,             ChildApplicator,   Objects, Draft201909, Draft202012),
        row("uniqueItems",           Boolean,            Assertion,         Arrays,  Draft4,      Draft202012),
        row("writeOnly",             Boolean,            Annotation,        All,     Draft7,      Draft202012),
        row(ALLOW,                   StringMap,          Extension,         All,     Draft4,      Draft202012),
        row(EVENT_VERSION,           Revision,           Extension,         All,     Draft4,      Draft202012),
        row(SHOWN_EXAMPLE,           Path,               Extension,         All,     Draft4,      Draft202012),
        row(KNOWN_VALUES,            StringList,         Extension,         Strings, Draft4,      Draft202012),
        row(SOURCE,                  Path,               Extension,         All,     Draft4,      Draft202012),
        row(SUNSET,                  Date,               Extension,         All,     Draft4,      Draft202012),
    ]
};

const fn row(
    name: &'static str,
    holds: Holds,
    purpose: Purpose,
    applies_to: Types,
    since: Draft,
    until: Draft,
) -> Keyword {
    Keyword {
        name,
        holds,
        purpose,
        applies_to,
        since,
        until,
    }
}

/// The values of `format`, in the order of names, each with the first draft that defines it.
pub static FORMATS: [(&str, Draft); 19] = [
    ("date", Draft7),
    ("date-time", Draft4),
    ("duration", Draft201909),
    ("email", Draft4),
    ("hostname", Draft4),
    ("idn-email", Draft7),
    ("idn-hostname", Draft7),
    ("ipv4", Draft4),
    ("ipv6", Draft4),
    ("iri", Draft7),
    ("iri-reference", Draft7),
    ("json-pointer", Draft6),
    ("regex", Draft7),
    ("relative-json-pointer", Draft7),
    ("time", Draft7),
    ("uri", Draft4),
    ("uri-reference", Draft6),
    ("uri-template", Draft6),
    ("uuid", Draft201909),
];

impl Keyword {
    /// Reports whether a draft defines the keyword.
    #[must_use]
    pub fn is_in(&self, draft: Draft) -> bool {
        self.since <= draft && draft <= self.until
    }

    /// Returns the form of the keyword's value in a draft that defines it.
    #[must_use]
    pub fn holds_in(&self, draft: Draft) -> Holds {
        match self.holds {
            Holds::NumberOrBoolean if draft == Draft4 => Holds::Boolean,
            Holds::NumberOrBoolean => Holds::Number,
            Holds::SchemaOrList if draft == Draft202012 => Holds::Schema,
            holds => holds,
        }
    }
}

impl Holds {
    /// Reports whether the value is an object that holds schemas by names that are not keywords.
    #[must_use]
    pub fn is_schema_map(self) -> bool {
        matches!(self, Self::SchemaMap | Self::SchemaOrStringsMap)
    }

    /// Reports whether the value is a number that limits something.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::NumberOrBoolean | Self::Count)
    }
}

impl Types {
    /// Returns the name that `type` has for these values. `None` for values of all types.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Numbers => Some("number"),
            Self::Strings => Some("string"),
            Self::Arrays => Some("array"),
            Self::Objects => Some("object"),
        }
    }
}

/// Returns the keyword of a name, whichever draft defines it.
#[must_use]
pub fn find(name: &str) -> Option<&'static Keyword> {
    let at = KEYWORDS.binary_search_by(|keyword| keyword.name.cmp(name));
    at.ok().and_then(|at| KEYWORDS.get(at))
}

/// Returns the keyword of a name, if a draft defines it.
#[must_use]
pub fn find_in(draft: Draft, name: &str) -> Option<&'static Keyword> {
    find(name).filter(|keyword| keyword.is_in(draft))
}

/// Returns the keywords of a draft that refer to schemas, `$ref` first.
pub fn references(draft: Draft) -> impl Iterator<Item = &'static str> {
    let all = KEYWORDS.iter().rev();
    all.filter(move |keyword| keyword.purpose == Purpose::Reference && keyword.is_in(draft))
        .map(|keyword| keyword.name)
}

/// Returns the purpose of a keyword, whichever draft defines it. Every name that begins with `x-` is an extension.
#[must_use]
pub fn purpose(name: &str) -> Option<Purpose> {
    if name.starts_with(EXTENSION) {
        Some(Purpose::Extension)
    } else {
        find(name).map(|keyword| keyword.purpose)
    }
}

/// Reports whether a keyword rejects nothing in any draft, and is there for people and tools.
#[must_use]
pub fn is_annotation(name: &str) -> bool {
    matches!(
        purpose(name),
        Some(Purpose::Annotation | Purpose::Extension)
    )
}

/// Reports whether a keyword refers to a schema.
#[must_use]
pub fn is_reference(name: &str) -> bool {
    purpose(name) == Some(Purpose::Reference)
}

/// Returns the first draft that defines a format.
#[must_use]
pub fn format_since(name: &str) -> Option<Draft> {
    let at = FORMATS.binary_search_by(|(format, _)| (*format).cmp(name));
    at.ok()
        .and_then(|at| FORMATS.get(at).map(|(_, since)| *since))
}

/// Returns the type of the values that a keyword of draft 2020-12 constrains, with `number` for integers, too. `None`
/// if it constrains values of all types, or none.
#[must_use]
pub fn type_of(name: &str) -> Option<&'static str> {
    let keyword = find_in(Draft202012, name)?;
    match keyword.purpose {
        Purpose::Assertion | Purpose::InPlaceApplicator | Purpose::ChildApplicator => {
            keyword.applies_to.name()
        }
        _ => None,
    }
}

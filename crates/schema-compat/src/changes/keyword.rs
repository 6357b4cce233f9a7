//! The keywords of JSON Schema, by the kind of their values.

/// The annotation that lists the members of an open set that are known today.
pub(crate) const KNOWN_VALUES: &str = "x-known-values";

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
    pub(super) fn of(keyword: &str) -> Self {
        match keyword {
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf"
            | "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" | "minContains" | "maxContains" => Self::Bound,
            "contains"
            | "additionalItems"
            | "unevaluatedItems"
            | "additionalProperties"
            | "unevaluatedProperties"
            | "propertyNames"
            | "not"
            | "if"
            | "then"
            | "else" => Self::Schema,
            "oneOf" | "anyOf" | "allOf" => Self::Branches,
            "items" | "prefixItems" => Self::Positions,
            "patternProperties" | "dependentSchemas" => Self::Named,
            keyword if is_annotation(keyword) => Self::Annotation,
            _ => Self::Other,
        }
    }
}

/// Reports whether a keyword only informs people about the schema that holds it.
pub(super) fn is_text(keyword: &str) -> bool {
    is_annotation(keyword) && keyword != KNOWN_VALUES
}

/// Reports whether a keyword accepts and rejects nothing, in any draft.
pub(super) fn is_annotation(keyword: &str) -> bool {
    keyword.starts_with("x-")
        || matches!(
            keyword,
            "$comment"
                | "title"
                | "description"
                | "default"
                | "examples"
                | "deprecated"
                | "readOnly"
                | "writeOnly"
        )
}

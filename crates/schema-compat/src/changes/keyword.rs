//! What the keywords of JSON Schema hold.

/// The annotation that lists the members of an open set that are known today.
pub(crate) const KNOWN_VALUES: &str = "x-known-values";

/// What a keyword holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A text or a list for people and tools, which admits and refuses nothing.
    Annotation,
    /// A number that limits something.
    Bound,
    /// One schema.
    Schema,
    /// A list of schemas, of which each is for the whole value.
    Branches,
    /// A list of schemas, of which each is for one position; or one schema.
    Positions,
    /// Schemas by name.
    Named,
    /// Anything else.
    Other,
}

impl Shape {
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

/// Whether a keyword only tells people something about the schema that holds it.
pub(super) fn is_text(keyword: &str) -> bool {
    is_annotation(keyword) && keyword != KNOWN_VALUES
}

/// Whether a keyword admits and refuses nothing, in any draft.
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

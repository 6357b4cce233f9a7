//! The keywords that no generated type checks. A help that offers one of them would lead to the next finding.

/// Returns the other way to write a keyword that no generated type checks, wherever it is.
#[must_use]
pub fn without_type(keyword: &str) -> Option<&'static str> {
    Some(match keyword {
        "if" | "then" | "else" | "dependentRequired" | "dependentSchemas" => {
            "write each case as an object in `$defs` that has the same required property with a `const` of its own, \
             and refer to them in a `oneOf`"
        }
        "not" => "say what is accepted instead of what is not",
        "patternProperties" => {
            "write `additionalProperties` with the schema of all values, and `propertyNames`"
        }
        "$dynamicRef" => "write a `$ref` with the JSON pointer of a definition, `#/$defs/…`",
        "$anchor" | "$dynamicAnchor" => "remove it, and refer to this schema by its JSON pointer",
        "unevaluatedProperties" => "remove it: readers ignore what they do not know",
        "contains" | "maxContains" | "minContains" | "unevaluatedItems" => {
            "remove it, and say it in the `description`"
        }
        _ => return None,
    })
}

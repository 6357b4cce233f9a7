//! What has no exact type, and the way to write it that has one.

use schema_registry::{
    diagnostic::Diagnostic,
    json::{self, NodeKind},
    kinds::is_true,
    rules::UNMAPPABLE_SCHEMA,
};

use super::{At, Lowering};

impl Lowering<'_> {
    /// Whether a schema says nothing but what the listed keywords say. Reports each other keyword.
    pub(super) fn only(&mut self, at: At<'_>, handled: &[&str]) -> bool {
        const ANNOTATIONS: &[&str] = &[
            "$comment",
            "$defs",
            "$id",
            "$schema",
            "default",
            "deprecated",
            "description",
            "examples",
            "readOnly",
            "title",
            "writeOnly",
        ];
        if let NodeKind::Bool(false) = at.node.kind {
            self.unmappable(at, "no value at all is accepted here", "remove this schema");
            return false;
        }
        let mut only = true;
        for member in at.node.members() {
            let keyword = member.name.as_str();
            let is_open = keyword == "additionalProperties" && is_true(&member.value);
            // `type` alone is judged by who asks.
            if handled.contains(&keyword)
                || ANNOTATIONS.contains(&keyword)
                || keyword.starts_with("x-")
                || (handled.is_empty() && keyword == "type")
                || is_open
            {
                continue;
            }
            only = false;
            let pointer = json::child(at.pointer, keyword);
            let message = match at.node.get("type") {
                None if handled.is_empty() => {
                    format!("`{keyword}` without `type` says nothing of other types of values")
                }
                _ => format!("there is no type that checks `{keyword}` here"),
            };
            let is_one_reference = keyword == "allOf"
                && matches!(member.value.items(), [one] if one.get("$ref").is_some());
            let help = match is_one_reference {
                true => "write the `$ref` itself beside the `description`, without `allOf`",
                false => rewrite(keyword),
            };
            self.unmappable(at.keyword(&pointer), &message, help);
        }
        only
    }

    /// Reports that an object refuses what it does not declare.
    pub(super) fn closed(&mut self, at: At<'_>) {
        let keyword = "additionalProperties";
        let pointer = json::child(at.pointer, keyword);
        let message = format!("there is no type that checks `{keyword}` here");
        self.unmappable(at.keyword(&pointer), &message, rewrite(keyword));
    }

    pub(super) fn unmappable(&mut self, at: At<'_>, message: &str, help: &str) {
        self.findings.push(
            Diagnostic::new(&UNMAPPABLE_SCHEMA, message)
                .help(help)
                .at(at.schema.location(at.pointer)),
        );
    }
}

/// The way to write what a keyword says so that it can be generated.
fn rewrite(keyword: &str) -> &'static str {
    match keyword {
        "anyOf" => {
            "for an open set, write `\"type\": \"string\"` with `x-known-values`; for objects, a `oneOf` with a tag"
        }
        "allOf" => "write the properties of all parts into one object",
        "if" | "then" | "else" | "dependentRequired" | "dependentSchemas" => {
            "write the cases as a `oneOf` of objects with a tag"
        }
        "not" => "say what is accepted instead of what is not",
        "patternProperties" => {
            "write `additionalProperties` with the schema of all values, and `propertyNames`"
        }
        "propertyNames" | "minProperties" | "maxProperties" => {
            "move what has names of its own into another object"
        }
        "prefixItems" => "write an object with a name for each item",
        "additionalProperties" | "unevaluatedProperties" => {
            "remove it: readers ignore what they do not know"
        }
        "$ref" => "move the keywords next to `$ref` to the definition, or vice versa",
        "oneOf" | "enum" | "const" => "move it to a definition of its own, and refer to it",
        "properties" | "required" => "add `\"type\": \"object\"`",
        "pattern" | "minLength" | "maxLength" | "format" => {
            "choose one: a `format`, or a `pattern` and lengths, of a `\"type\": \"string\"`"
        }
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
            "write an integer in the smallest unit, with bounds"
        }
        "multipleOf" => "write an integer in the smallest unit, with `multipleOf` and bounds",
        _ => "remove it, and say it in the `description`",
    }
}

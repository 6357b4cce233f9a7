//! Which values of a body a schema inside a document is about.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

use super::pointer::{self, child, item};

/// A definition that is used in more places than this is shown with so many of them.
const MOST_FIELDS: usize = 16;

/// The fields of a body by the pointers of the schemas that describe them.
pub(super) struct Fields(BTreeMap<String, Vec<String>>);

/// A schema that was visited, and the one that it was reached from.
struct Step {
    pointer: String,
    from: Option<usize>,
}

impl Fields {
    /// Follows a document from its root, through local references, nearest first.
    pub(super) fn of(root: &Value) -> Self {
        Self::reached(root, |_| true)
    }

    /// The fields that a document describes whatever branches and conditions hold.
    pub(super) fn certain(root: &Value) -> BTreeSet<String> {
        let fields = Self::reached(root, |keyword| {
            matches!(
                keyword,
                "$ref" | "allOf" | "properties" | "items" | "prefixItems"
            )
        });
        fields.0.into_values().flatten().collect()
    }

    /// Follows a document through some of its keywords.
    fn reached(root: &Value, follows: impl Fn(&str) -> bool) -> Self {
        let mut fields = Self(BTreeMap::new());
        let mut steps: Vec<Step> = Vec::new();
        let mut waiting = VecDeque::from([(String::new(), String::new(), None)]);
        while let Some((pointer, field, from)) = waiting.pop_front() {
            let known = fields.0.entry(pointer.clone()).or_default();
            if known.len() >= MOST_FIELDS
                || known.contains(&field)
                || comes_from(&steps, from, &pointer)
            {
                continue;
            }
            known.push(field.clone());
            let here = Some(steps.len());
            if let Some(schema) = root.pointer(&pointer) {
                each_part(schema, &follows, &pointer, &field, &mut |pointer, field| {
                    waiting.push_back((pointer, field, here));
                });
            }
            steps.push(Step { pointer, from });
        }
        fields
    }

    /// The fields that the schema at a pointer is about.
    pub(super) fn at(&self, pointer: &str) -> &[String] {
        self.0.get(pointer).map_or(&[], Vec::as_slice)
    }
}

/// The name of a field inside another.
pub(super) fn inside(field: &str, name: &str) -> String {
    if field.is_empty() {
        name.to_owned()
    } else {
        format!("{field}.{name}")
    }
}

/// Whether a schema was reached through itself, below another field.
fn comes_from(steps: &[Step], mut from: Option<usize>, pointer: &str) -> bool {
    while let Some(step) = from.and_then(|from| steps.get(from)) {
        if step.pointer == pointer {
            return true;
        }
        from = step.from;
    }
    false
}

/// Calls `visit` with the schemas that describe the same field or what is in it.
fn each_part(
    schema: &Value,
    follows: &impl Fn(&str) -> bool,
    at: &str,
    field: &str,
    visit: &mut impl FnMut(String, String),
) {
    let Value::Object(members) = schema else {
        return;
    };
    for (keyword, value) in members.iter().filter(|(keyword, _)| follows(keyword)) {
        let place = child(at, keyword);
        match (keyword.as_str(), value) {
            ("$ref", Value::String(reference)) => {
                if let Some(target) = pointer::target(reference) {
                    visit(target, field.to_owned());
                }
            }
            ("properties", Value::Object(properties)) => {
                for name in properties.keys() {
                    visit(child(&place, name), inside(field, name));
                }
            }
            ("patternProperties", Value::Object(patterns)) => {
                for pattern in patterns.keys() {
                    visit(child(&place, pattern), inside(field, "*"));
                }
            }
            ("dependentSchemas", Value::Object(schemas)) => {
                for name in schemas.keys() {
                    visit(child(&place, name), field.to_owned());
                }
            }
            ("prefixItems" | "items", Value::Array(items)) => {
                for index in 0..items.len() {
                    visit(item(&place, index), format!("{field}[{index}]"));
                }
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(branches)) => {
                for index in 0..branches.len() {
                    visit(item(&place, index), field.to_owned());
                }
            }
            ("additionalProperties" | "unevaluatedProperties", Value::Object(_)) => {
                visit(place, inside(field, "*"));
            }
            ("items" | "additionalItems" | "unevaluatedItems" | "contains", Value::Object(_)) => {
                visit(place, format!("{field}[]"));
            }
            ("not" | "if" | "then" | "else" | "propertyNames", Value::Object(_)) => {
                visit(place, field.to_owned());
            }
            _ => {}
        }
    }
}

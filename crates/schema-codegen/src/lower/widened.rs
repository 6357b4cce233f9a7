//! Notes in descriptions on keywords that a type does not check, because an allowance lets it accept more than its
//! schema.

use std::collections::BTreeSet;

use schema_registry::{json::Node, rules::UNMAPPABLE_SCHEMA};
use serde_json::Value;

use super::{At, Lowering};
use crate::markdown::{code, joined};

/// More references in a row than this are not followed.
const MOST_STEPS: usize = 16;

impl Lowering<'_> {
    /// The description of a property, with the keywords of its schema that its type does not check.
    pub(super) fn with_widening(&self, at: At<'_>, description: String) -> String {
        let mut keywords = BTreeSet::new();
        if self.registry.is_forbidden(at.schema, at.node) {
            return joined(&description, "The schema says that it is never sent.");
        }
        let mut place = Some((at.schema, at.pointer.to_owned(), at.node));
        for _ in 0..MOST_STEPS {
            let Some((schema, pointer, node)) = place.take() else {
                break;
            };
            for finding in &self.findings {
                let location = finding.location.as_ref();
                let location = location.filter(|it| {
                    finding.code == UNMAPPABLE_SCHEMA.name && it.source.path == schema.source.path
                });
                let rest = location.and_then(|it| it.pointer.strip_prefix(&pointer));
                match rest
                    .map(|rest| rest.split('/').collect::<Vec<_>>())
                    .as_deref()
                {
                    // The schema as a whole has no type.
                    Some([""]) => keywords.extend(asserted(node)),
                    // What stands in a property of its own is said there.
                    Some(["", "properties", _, ..]) | None => {}
                    Some(["", keyword, ..]) => {
                        keywords.insert(shown(node, keyword));
                    }
                    Some(_) => {}
                }
            }
            let reference = node.get("$ref").and_then(Node::as_str);
            place = reference.and_then(|reference| self.registry.follow(schema, reference));
        }
        if keywords.is_empty() {
            return description;
        }
        let keywords: Vec<String> = keywords.into_iter().collect();
        let note = format!(
            "The schema says more, by {}, which generated types do not check.",
            keywords.join(", ")
        );
        joined(&description, &note)
    }
}

/// The keywords of a schema that are no annotations.
fn asserted(node: &Node) -> impl Iterator<Item = String> {
    let annotations = [
        "$comment",
        "$defs",
        "default",
        "deprecated",
        "description",
        "examples",
        "title",
    ];
    let names = node.members().iter().map(|member| member.name.as_str());
    names
        .filter(move |name| !annotations.contains(name) && !name.starts_with("x-"))
        .map(|name| shown(node, name))
}

/// A keyword as code, with its value if that is short.
fn shown(node: &Node, keyword: &str) -> String {
    const LONGEST: usize = 60;
    let value = node.get(keyword).map(Node::to_value);
    let value = value.filter(|value| !value.is_array() && !value.is_object());
    let text = value.map(|value| format!("{}: {value}", Value::from(keyword)));
    let text = text.filter(|text| text.chars().count() <= LONGEST);
    code(text.as_deref().unwrap_or(keyword))
}

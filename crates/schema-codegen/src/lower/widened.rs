//! Notes in descriptions on keywords that a type does not check, because an allowance lets it accept more than its
//! schema.

use std::collections::BTreeSet;

use schema_registry::{json::Node, rules::UNMAPPABLE_SCHEMA};

use super::{At, Lowering};

/// More references in a row than this are not followed.
const MOST_STEPS: usize = 16;

impl Lowering<'_> {
    /// The description of a property, with the keywords of its schema that its type does not check.
    pub(super) fn with_widening(&self, at: At<'_>, description: String) -> String {
        let mut keywords = BTreeSet::new();
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
                        keywords.insert((*keyword).to_owned());
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
        let keywords: Vec<String> = keywords.iter().map(|it| format!("`{it}`")).collect();
        format!(
            "{description} The schema says more, by {}, which generated types do not check.",
            keywords.join(", ")
        )
        .trim_start()
        .to_owned()
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
    let members = node.members().iter().map(|member| member.name.clone());
    members.filter(move |name| !annotations.contains(&name.as_str()) && !name.starts_with("x-"))
}

//! The keywords that a type does not check, because it accepts more than its schema.

use std::collections::BTreeSet;

use schema_registry::json::Node;
use serde_json::Value;

use super::{At, Lowering, unsupported::needs_no_type};

/// The most references in a row that are followed.
const MOST_STEPS: usize = 16;

impl Lowering<'_> {
    /// Returns the keywords of a property that its type does not check, each with its value if that is short.
    pub(super) fn unchecked(&self, at: At<'_>) -> Vec<String> {
        let mut keywords = BTreeSet::new();
        let mut place = Some((at.schema, at.pointer.to_owned(), at.node));
        for _ in 0..MOST_STEPS {
            let Some((schema, pointer, node)) = place.take() else {
                break;
            };
            for finding in &self.unmapped {
                let location = finding.location.as_ref();
                let location = location.filter(|it| it.source.path == schema.source.path);
                let rest = location.and_then(|it| it.pointer.strip_prefix(&pointer));
                match rest
                    .map(|rest| rest.split('/').collect::<Vec<_>>())
                    .as_deref()
                {
                    // The schema as a whole has no type.
                    Some([""]) => keywords.extend(asserted(node)),
                    // A property inside has its own list.
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
        keywords.into_iter().collect()
    }
}

/// Returns the keywords of a schema that a type would have to check.
fn asserted(node: &Node) -> impl Iterator<Item = String> {
    let names = node.members().iter().map(|member| member.name.as_str());
    names
        .filter(|name| !needs_no_type(name))
        .map(|name| shown(node, name))
}

/// Returns a keyword, with its value if that is short.
fn shown(node: &Node, keyword: &str) -> String {
    const LONGEST: usize = 60;
    let value = node.get(keyword).map(Node::to_value);
    let value = value.filter(|value| !value.is_array() && !value.is_object());
    let text = value.map(|value| format!("{}: {value}", Value::from(keyword)));
    let text = text.filter(|text| text.chars().count() <= LONGEST);
    text.unwrap_or_else(|| keyword.to_owned())
}

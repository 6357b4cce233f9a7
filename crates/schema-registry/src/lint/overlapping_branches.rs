//! Checks for [`overlapping-branches`](RULE).

use crate::rules::OVERLAPPING_BRANCHES as RULE;
use crate::{
    canonical::{Algebra, Overlap},
    diagnostic::Diagnostic,
    json::Node,
    kinds::listed_types,
    model::{Registry, Schema},
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        if !registry.is_sound(schema) {
            continue;
        }
        let mut algebra = None;
        for inner in schema.subschemas() {
            let branches = inner.node.get("oneOf").map(Node::items).unwrap_or_default();
            let keyword = inner.keyword("oneOf");
            let tags: Vec<_> = branches
                .iter()
                .map(|branch| registry.branch_tags(schema, branch))
                .collect();
            let tagged = || branches.iter().zip(&tags).enumerate();
            for (right, (right_branch, right_tags)) in tagged() {
                for (left, (left_branch, left_tags)) in tagged().take(right) {
                    let told_apart = left_tags.iter().any(|(name, value)| {
                        right_tags.iter().any(|(n, v)| n == name && v != value)
                    });
                    if told_apart || registry.differ_in_type(schema, left_branch, right_branch) {
                        continue;
                    }
                    let (left, right) = (format!("{keyword}/{left}"), format!("{keyword}/{right}"));
                    let overlap = algebra
                        .get_or_insert_with(|| Algebra::of(registry, schema))
                        .as_ref()
                        .map_or(Overlap::Unknown, |algebra| algebra.overlap(&left, &right));
                    let message = match overlap {
                        Overlap::Disjoint => continue,
                        Overlap::Overlapping => {
                            format!("a document can meet this branch and `{left}`")
                        }
                        Overlap::Unknown => {
                            format!(
                                "it is not proved that this branch and `{left}` share no document"
                            )
                        }
                    };
                    findings.push(
                        Diagnostic::new(&RULE, message)
                            .help(match may_be_objects(registry, schema, right_branch) {
                                true => "give each branch a required property with a `const` of its own",
                                false => "write one schema for all values that any of these branches accepts",
                            })
                            .at(schema.location(right)),
                    );
                    // One pair is enough to see what is missing.
                    break;
                }
            }
        }
    }
}

/// Returns whether a branch says nothing against objects, which alone can have a tag.
fn may_be_objects(registry: &Registry, schema: &Schema, branch: &Node) -> bool {
    let reference = branch.get("$ref").and_then(Node::as_str);
    let target = reference.and_then(|reference| registry.follow(schema, reference));
    let types = listed_types(target.map_or(branch, |(_, _, node)| node));
    types.is_empty() || types.contains(&"object")
}

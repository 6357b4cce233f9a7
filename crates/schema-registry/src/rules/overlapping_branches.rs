use super::{FoundBy, Rule};
use crate::{
    canonical::{Algebra, Overlap},
    diagnostic::{Diagnostic, Severity},
    json::Node,
    kinds::listed_types,
    model::{Registry, Schema},
};

/// Branches of a `oneOf` that share documents.
pub(super) const RULE: Rule = Rule {
    name: "overlapping-branches",
    severity: Severity::Error,
    explanation: r#"
Finds two branches of a `oneOf` that can accept the same document, or cannot be proved not to.

Why: `oneOf` rejects a document that two of its branches accept. A tag, required and constant in each
branch, keeps them apart and tells readers which one to decode.

    "oneOf": [ { "required": ["artifact_count"] }, { "required": ["failure_reason"] } ]
                    (overlapping-branches: a document can have both)

The generator has no type for such branches: allow `unmappable-schema` in the same schema, too.
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
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

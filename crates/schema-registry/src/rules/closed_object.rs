use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    json::NodeKind,
    model::Registry,
};

/// An object that refuses what it does not know.
pub(super) const RULE: Rule = Rule {
    name: "closed-object",
    severity: Severity::Error,
    explanation: r#"
Finds an object that rejects fields it does not declare.

Why: a consumer that validates with such a schema breaks on the day a field is added, although it
could ignore it. Readers are open.

    "additionalProperties": false     (closed-object)

The generator has no type for such an object: allow `unmappable-schema` in the same schema, too.
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            for keyword in ["additionalProperties", "unevaluatedProperties"] {
                let value = inner.node.get(keyword).map(|node| &node.kind);
                if matches!(value, Some(NodeKind::Bool(false))) {
                    findings.push(
                        Diagnostic::new(
                            &RULE,
                            "this object rejects fields that it does not declare",
                        )
                        .help(format!(
                            "remove `{keyword}`: readers ignore what they do not know"
                        ))
                        .at(schema.location(inner.keyword(keyword))),
                    );
                }
            }
        }
    }
}

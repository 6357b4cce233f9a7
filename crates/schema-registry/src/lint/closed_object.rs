//! Checks for [`closed-object`](RULE).

use crate::rules::CLOSED_OBJECT as RULE;
use crate::{diagnostic::Diagnostic, json::NodeKind, model::Registry};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
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

use crate::rule::{Phase, Rule, Severity};

/// Branches of a `oneOf` that share documents.
pub const RULE: Rule = Rule {
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
    phase: Phase::Lint,
};

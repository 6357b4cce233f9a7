use crate::rule::{Phase, Rule, Severity};

/// A list of releases that says what cannot be.
pub const RULE: Rule = Rule {
    name: "invalid-release-index",
    severity: Severity::Error,
    explanation: r#"
Finds a `released/index.json` that is not what `released.schema.json` describes, an entry that is
duplicate or out of order, and a revision of another major version.

Why: the list is what protects released files. An entry that cannot be understood protects nothing.

    schemas/webhooks/v1/released/index.json: "revision": "2.0.0"     (invalid-release-index)
"#,
    phase: Phase::Loading,
};

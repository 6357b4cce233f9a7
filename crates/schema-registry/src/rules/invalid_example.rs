use crate::rule::{Phase, Rule, Severity};

/// An example that its own schema rejects.
pub const RULE: Rule = Rule {
    name: "invalid-example",
    severity: Severity::Error,
    explanation: r#"
Finds an example that the schema of its event rejects, with every reason and its place.

Why: either the example shows what is never sent, or the change to the schema breaks what is sent
today.

    "duration_ms": "1250"     (invalid-example: the schema asks for an integer)
"#,
    phase: Phase::Lint,
};

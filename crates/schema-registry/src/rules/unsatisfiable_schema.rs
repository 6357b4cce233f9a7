use crate::rule::{Phase, Rule, Severity};

/// A schema that no document meets.
pub const RULE: Rule = Rule {
    name: "unsatisfiable-schema",
    severity: Severity::Error,
    explanation: r#"
Finds a schema, or a branch of one, that no document at all can meet.

Why: its keywords contradict each other, so it rejects everything. No one means that.

    { "type": "integer", "minimum": 10, "maximum": 5 }     (unsatisfiable-schema)
"#,
    phase: Phase::Lint,
};

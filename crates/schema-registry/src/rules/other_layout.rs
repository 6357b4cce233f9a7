use crate::rule::{Phase, Rule, Severity};

/// A schema or an example that is formatted otherwise than `fmt` does it.
pub const RULE: Rule = Rule {
    name: "other-layout",
    severity: Severity::Hint,
    explanation: r#"
Finds a schema or an example that is not formatted as `fmt` does it. For `fmt --check`, that is an error.

Why: with one layout, a difference between two revisions shows what changed, and nothing else.

    {"type":"object"}     (other-layout)
"#,
    phase: Phase::Lint,
};

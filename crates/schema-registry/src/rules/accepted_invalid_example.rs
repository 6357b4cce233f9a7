use crate::rule::{Phase, Rule, Severity};

/// An invalid example that is accepted, or rejected for another reason than it states.
pub const RULE: Rule = Rule {
    name: "accepted-invalid-example",
    severity: Severity::Error,
    explanation: r#"
Finds a file below `invalid/` whose body the schema accepts, or rejects for another reason than the
file says, or whose file does not have the form that it should have.

Why: such a file documents a promise: this is rejected, here, by this keyword. A body that is rejected
because of a typo in it proves nothing.

    {
      "reason": "A duration cannot be negative.",
      "refused": { "pointer": "/data/duration_ms", "keyword": "minimum" },
      "body": { … }     (accepted-invalid-example: the duration in it is 0)
    }
"#,
    phase: Phase::Lint,
};

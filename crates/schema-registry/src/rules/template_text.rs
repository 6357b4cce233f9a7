use crate::rule::{Phase, Rule, Severity};

/// A text that a new event begins with.
pub const RULE: Rule = Rule {
    name: "template-text",
    severity: Severity::Hint,
    explanation: r#"
Finds a description that `new` has written and that is still as it was.

Why: what is released with it says for ever that something should be said there.

    "description": "Fired when `job.cancelled` happens. Say here when that is."     (template-text)
"#,
    phase: Phase::Lint,
};

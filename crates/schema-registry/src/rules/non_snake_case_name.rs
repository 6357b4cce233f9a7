use crate::rule::{Phase, Rule, Severity};

/// A name that is not in snake case.
pub const RULE: Rule = Rule {
    name: "non-snake-case-name",
    severity: Severity::Error,
    explanation: r#"
Finds a property or definition whose name is not in snake case, and an event whose type is not made
of such names with dots between them.

Why: one case for all names means that no one has to look it up, and that every language can turn them
into its own case without a clash.

    "jobId": { … }     (non-snake-case-name: `job_id`)
"#,
    phase: Phase::Lint,
};

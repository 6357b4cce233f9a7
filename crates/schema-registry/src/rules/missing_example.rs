use crate::rule::{Phase, Rule, Severity};

/// An event, or a branch of one, that no example shows.
pub const RULE: Rule = Rule {
    name: "missing-example",
    severity: Severity::Error,
    explanation: r#"
Finds an event, or a branch of an event's union, that no example shows, and an `x-example` that names
no file.

Why: examples are what readers copy, what the reference shows and what tests decode. A branch without
one is a branch that no one has tried.

    schemas/webhooks/v1/job.completed.json has the branches `succeeded` and `failed`,
    examples/job.completed/ has only bodies with `succeeded`     (missing-example)
"#,
    phase: Phase::Lint,
};

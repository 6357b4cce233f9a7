use crate::rule::{Phase, Rule, Severity};

/// An approval of a break that is not there.
pub const RULE: Rule = Rule {
    name: "unused-approval",
    severity: Severity::Error,
    explanation: r#"
Finds an entry of `approvals.toml` that accepts no break: the released revision and the schema of these
digests are compatible, or one of them is not there.

Why: an approval is for one change alone. One that outlives it hides nothing, but anyone who reads it believes
that it does.

    [[approval]]
    event = "job.completed"
    released = "41f5…"
    schema = "9c2e…"     (unused-approval: the schema has changed since)
    reason = "no one has subscribed yet"
"#,
    phase: Phase::Comparing,
};

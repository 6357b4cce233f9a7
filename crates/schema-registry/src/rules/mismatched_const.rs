use crate::rule::{Phase, Rule, Severity};

/// An event whose constants name another event.
pub const RULE: Rule = Rule {
    name: "mismatched-const",
    severity: Severity::Error,
    explanation: r#"
Finds an event whose `event_type` or `schema_ref` is not fixed, by `const`, to what its file's name
says, one that does not refine the envelope, and one whose `x-event-version` is missing or belongs to
another major version.

Why: readers choose the schema by these fields. An event that does not pin them accepts the bodies of
its neighbours.

    schemas/webhooks/v1/job.created.json:
        "event_type": { "const": "job.completed" }     (mismatched-const)
"#,
    phase: Phase::Lint,
};

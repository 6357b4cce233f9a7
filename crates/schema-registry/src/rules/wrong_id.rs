use crate::rule::{Phase, Rule, Severity};

/// A `$id` that differs from the address that the file's path gives.
pub const RULE: Rule = Rule {
    name: "wrong-id",
    severity: Severity::Error,
    explanation: r#"
Finds a `$id` that differs from the address that the file's path gives it, or that is missing.

Why: consumers find a schema by its address, and bodies name it by the end of that address. A copied
file that keeps the `$id` of its model answers to the wrong name.

    schemas/webhooks/v1/job.created.json:
        "$id": "https://docs.example.com/schemas/webhooks/v1/job.completed.json"     (wrong-id)
"#,
    phase: Phase::Lint,
};

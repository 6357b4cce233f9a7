use crate::rule::{Phase, Rule, Severity};

/// A schema that breaks what the family promises to consumers of released revisions.
pub const RULE: Rule = Rule {
    name: "breaking-change",
    severity: Severity::Error,
    explanation: r#"
Finds a schema that does not keep the promise of its family (`compatibility` in `registry.toml`) to the
consumers of a released revision of the same major version, and shows a body that proves it.

Why: consumers keep the schema that they have, and bodies wait in queues for days. What one side writes
and the other rejects is lost. A major version of its own leaves everyone the time to move; a break that
no one will notice can be accepted in `approvals.toml`, with the reason.

    released: "required": ["job_id", "artifact_count"]
    now:      "required": ["job_id"]     (breaking-change: readers of 1.0.0 reject a body without it)
"#,
    phase: Phase::Comparing,
};

use crate::rule::{Phase, Rule, Severity};

/// A released file that is not as it was released.
pub const RULE: Rule = Rule {
    name: "changed-released-file",
    severity: Severity::Error,
    explanation: r#"
Finds a file below `released/` whose bytes do not have the SHA-256 that `released/index.json` lists.

Why: what was released stays as it is. Consumers hold copies of it, and every later revision is compared
with it. A change of a schema is a revision of its own.

    released/index.json: "event": "job.completed", "revision": "1.0.0", "sha256": "41f5…"
    released/job.completed/1.0.0.json has the digest 9c2e…     (changed-released-file)
"#,
    phase: Phase::Loading,
};

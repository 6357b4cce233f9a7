use crate::rule::{Phase, Rule, Severity};

/// A released file that is not there.
pub const RULE: Rule = Rule {
    name: "missing-released-file",
    severity: Severity::Error,
    explanation: r#"
Finds an entry of `released/index.json` whose file does not exist.

Why: what was released stays. Without the file nothing can be compared with it, and anyone who looks for
its address finds nothing.

    released/index.json: "event": "job.completed", "revision": "1.0.0"
    released/job.completed/ is empty     (missing-released-file)
"#,
    phase: Phase::Loading,
};

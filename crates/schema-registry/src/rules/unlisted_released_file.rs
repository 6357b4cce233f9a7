use crate::rule::{Phase, Rule, Severity};

/// A released file that the list does not have.
pub const RULE: Rule = Rule {
    name: "unlisted-released-file",
    severity: Severity::Error,
    explanation: r#"
Finds a file below `released/` that `released/index.json` does not list.

Why: the list says what was released, and with which bytes. A file that it does not have was put there
by hand, or by a release that did not come to its end: `release` writes the list last, and
ends what was begun.

    released/job.completed/1.1.0.json, and index.json ends with 1.0.0     (unlisted-released-file)
"#,
    phase: Phase::Loading,
};

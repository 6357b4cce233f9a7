use crate::rule::{Phase, Rule, Severity};

/// A file in a place where nothing reads it.
pub const RULE: Rule = Rule {
    name: "unexpected-file",
    severity: Severity::Error,
    explanation: r#"
Finds files and folders in places where nothing reads them.

Why: an example of an event that does not exist, or a schema one folder too deep, looks tested and is
not. Hidden files and `*.md` are left alone.

    schemas/webhooks/v1/examples/job.complete/ok.json     (unexpected-file: no such event)
"#,
    phase: Phase::Loading,
};

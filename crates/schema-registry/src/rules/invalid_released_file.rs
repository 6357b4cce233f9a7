use crate::rule::{Phase, Rule, Severity};

/// A released file that is no bundle of its revision.
pub const RULE: Rule = Rule {
    name: "invalid-released-file",
    severity: Severity::Error,
    explanation: r#"
Finds a file below `released/` that is listed with its digest, and is not what its path says: a schema
complete in itself, whose `$id` ends in `<event>/<revision>.json`, whose `x-event-version` is that
revision, and whose references lead to places of the same file. It may be formatted in any way.

Why: others fetch the file by its address and use it alone.

    released/job.completed/1.1.0.json: "$id": "…/v1/job.completed/1.0.0.json"     (invalid-released-file)
"#,
    phase: Phase::Loading,
};

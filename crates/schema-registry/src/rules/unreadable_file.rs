use crate::rule::{Phase, Rule, Severity};

/// A file that cannot be read.
pub const RULE: Rule = Rule {
    name: "unreadable-file",
    severity: Severity::Error,
    explanation: r#"
Finds files that are not read: no permission, not UTF-8, too large, or a symbolic link.

Why: a link can lead anywhere, so a registry that followed links would not be self-contained.

    schemas/webhooks/v1/job.created.json -> /etc/passwd     (unreadable-file)
"#,
    phase: Phase::Loading,
};

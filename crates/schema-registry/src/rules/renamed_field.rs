use crate::rule::{Phase, Rule, Severity};

/// A field that seems to have another name.
pub const RULE: Rule = Rule {
    name: "renamed-field",
    severity: Severity::Hint,
    explanation: r#"
Finds an object that has lost a field since its last release and has a new one that says much the same.

Why: where both are optional, nothing is promised of either, and yet programs that read the old name find nothing.

    released: "file_size": { … }
    now:      "size_bytes": { … }     (renamed-field: readers of `file_size` find nothing)
"#,
    phase: Phase::Comparing,
};

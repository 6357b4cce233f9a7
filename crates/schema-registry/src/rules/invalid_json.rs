use crate::rule::{Phase, Rule, Severity};

/// A file that is not JSON.
pub const RULE: Rule = Rule {
    name: "invalid-json",
    severity: Severity::Error,
    explanation: r#"
Finds the first place where a file stops being JSON by RFC 8259.

Why: what only some readers take (comments, trailing commas, raw control characters, numbers that 64
bits cannot hold, more than 127 levels of nesting) breaks the other consumers of the same file.

    { "type": "object", }     (invalid-json: the last comma)
"#,
    phase: Phase::Loading,
};

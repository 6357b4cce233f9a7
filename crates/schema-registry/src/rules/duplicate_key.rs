use crate::rule::{Phase, Rule, Severity};

/// A key that stands twice in one object.
pub const RULE: Rule = Rule {
    name: "duplicate-key",
    severity: Severity::Error,
    explanation: r#"
Finds a key that occurs more than once in one JSON object.

Why: most readers silently keep the last value, some keep the first, some reject the text. A
schema that means different things to different readers is not a source of truth.

    "maxLength": 10,
    "maxLength": 20     (duplicate-key)
"#,
    phase: Phase::Loading,
};

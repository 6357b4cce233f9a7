use crate::rule::{Phase, Rule, Severity};

/// A schema without its title or description.
pub const RULE: Rule = Rule {
    name: "missing-description",
    severity: Severity::Error,
    explanation: r#"
Finds a property without `description`, and a file or definition without `title` or `description`.

Why: these texts are the documentation of everything generated. A duration without its unit is a
defect that no validator sees.

    "duration_ms": { "type": "integer" }     (missing-description)
"#,
    phase: Phase::Lint,
};

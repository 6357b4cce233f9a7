use crate::rule::{Phase, Rule, Severity};

/// An optional property that no example has.
pub const RULE: Rule = Rule {
    name: "unshown-field",
    severity: Severity::Hint,
    explanation: r#"
Finds an optional property of an object that occurs in examples, if no example has the property. One that is
`deprecated` need not be shown.

Why: the reference shows examples, tests decode them, and a field that none of them has was never tried.

    "width_px": { "description": "…", "type": "integer" }     (unshown-field: no example has `width_px`)
"#,
    phase: Phase::Lint,
};

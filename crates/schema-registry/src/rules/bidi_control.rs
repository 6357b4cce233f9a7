use crate::rule::{Phase, Rule, Severity};

/// A character that changes the order in which text is shown.
pub const RULE: Rule = Rule {
    name: "bidi-control",
    severity: Severity::Error,
    explanation: r#"
Finds characters that change the order in which text is shown, raw or escaped, and other control
characters that have no place in a description.

Why: they make source, and everything generated from it, show something else than it says.

    "description": "Access level: \u202Eresu\u202C"     (bidi-control)

Only a finding in a schema can be allowed, not one in an example or in `registry.toml`.
"#,
    phase: Phase::Lint,
};

use crate::rule::{Phase, Rule, Severity};

/// A pattern that looks only at part of the text.
pub const RULE: Rule = Rule {
    name: "unanchored-pattern",
    severity: Severity::Error,
    explanation: r#"
Finds a `pattern` that does not begin with `^` and end with `$` on every alternative.

Why: JSON Schema looks for the pattern anywhere in the text. `[a-z]+` accepts `<script>`.

    "pattern": "^a|b$"        (unanchored-pattern)
    "pattern": "^(a|b)$"
"#,
    phase: Phase::Lint,
};

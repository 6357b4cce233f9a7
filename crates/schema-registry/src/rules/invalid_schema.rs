use crate::rule::{Phase, Rule, Severity};

/// A file that is not a JSON Schema of 2020-12.
pub const RULE: Rule = Rule {
    name: "invalid-schema",
    severity: Severity::Error,
    explanation: r#"
Finds what the meta-schema of JSON Schema 2020-12 rejects, a missing or different `$schema`, and a
`pattern` that is not a regular expression.

Why: validators differ in what they make of an invalid schema; some ignore the broken keyword.

    { "type": "strnig" }     (invalid-schema)
"#,
    phase: Phase::Loading,
};

use super::{FoundBy, Rule};
use crate::diagnostic::Severity;

/// A file that is not a JSON Schema of 2020-12.
pub(crate) const RULE: Rule = Rule {
    name: "invalid-schema",
    severity: Severity::Error,
    explanation: r#"
Finds what the meta-schema of JSON Schema 2020-12 rejects, a missing or different `$schema`, and a
`pattern` that is not a regular expression.

Why: validators differ in what they make of an invalid schema; some ignore the broken keyword.

    { "type": "strnig" }     (invalid-schema)
"#,
    found_by: FoundBy::Loading,
};

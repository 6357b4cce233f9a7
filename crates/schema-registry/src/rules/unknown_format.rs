use crate::rule::{Phase, Rule, Severity};

/// A `format` that validators do not know.
pub const RULE: Rule = Rule {
    name: "unknown-format",
    severity: Severity::Error,
    explanation: r#"
Finds a `format` that JSON Schema 2020-12 does not define.

Why: validators silently ignore an unknown format, so nothing is checked.

    "format": "datetime"     (unknown-format: it is called `date-time`)

The generator does not know such a format either: allow `unmappable-schema` in the same schema, too.
"#,
    phase: Phase::Lint,
};

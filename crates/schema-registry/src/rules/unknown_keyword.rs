use crate::rule::{Phase, Rule, Severity};

/// A keyword that no reader knows.
pub const RULE: Rule = Rule {
    name: "unknown-keyword",
    severity: Severity::Error,
    explanation: r#"
Finds a keyword that JSON Schema 2020-12 does not define, unless it begins with `x-`; and a known `x-`
annotation whose value has the wrong form.

Why: validators silently ignore an unknown keyword, so a misspelt constraint constrains nothing.

    "maxLenght": 63     (unknown-keyword)

The generator does not know such a keyword either: allow `unmappable-schema` in the same schema, too.
"#,
    phase: Phase::Lint,
};

use crate::rule::{Phase, Rule, Severity};

/// An object that rejects unknown members.
pub const RULE: Rule = Rule {
    name: "closed-object",
    severity: Severity::Error,
    explanation: r#"
Finds an object that rejects fields it does not declare.

Why: a consumer that validates with such a schema breaks on the day a field is added, although it
could ignore it. Readers are open.

    "additionalProperties": false     (closed-object)

The generator has no type for such an object: allow `unmappable-schema` in the same schema, too.
"#,
    phase: Phase::Lint,
};

use crate::rule::{Phase, Rule, Severity};

/// A pattern that no engine matches in linear time.
pub const RULE: Rule = Rule {
    name: "non-linear-pattern",
    severity: Severity::Error,
    explanation: r#"
Finds a `pattern` that looks around or refers back to a group.

Why: bodies come from outside. Engines that support these constructs need exponential time on some
texts; all other patterns can be matched in time linear in the text.

    "pattern": "^(?!admin).*$"     (non-linear-pattern)

The generator has no type for such a pattern: allow `unmappable-schema` in the same schema, too.
"#,
    phase: Phase::Lint,
};

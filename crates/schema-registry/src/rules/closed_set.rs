use crate::rule::{Phase, Rule, Severity};

/// A set of strings that cannot grow.
pub const RULE: Rule = Rule {
    name: "closed-set",
    severity: Severity::Hint,
    explanation: r#"
Finds an `enum` of several strings in a family that promises its readers to send nothing that they reject
(`compatibility` is `forward` or `full`). One that is released is not found: it stays until the next major version.

Why: one more member breaks that promise, and takes a new major version. An open set, a string with `x-known-values`,
can grow: its readers take members that they do not know.

    "type": "string", "enum": ["light", "standard"]     (closed-set: there is no room for `stealth`)
"#,
    phase: Phase::Lint,
};

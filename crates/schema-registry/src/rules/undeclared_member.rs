use crate::rule::{Phase, Rule, Severity};

/// A member of an example that no schema declares.
pub const RULE: Rule = Rule {
    name: "undeclared-member",
    severity: Severity::Hint,
    explanation: r#"
Finds a member of an example that its schema does not declare, unless the name of the file begins with `unknown_` or
`newer_`: such examples show that readers ignore what they do not know.

Why: objects are open, so a misspelt member is valid, and shows a field that no one will ever see.

    "artefact_count": 3     (undeclared-member: the schema declares `artifact_count`)
"#,
    phase: Phase::Lint,
};

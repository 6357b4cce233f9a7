use crate::rule::{Phase, Rule, Severity};

/// An `x-allow` that allows nothing.
pub const RULE: Rule = Rule {
    name: "unused-allow",
    severity: Severity::Error,
    explanation: r#"
Finds an entry of `x-allow` that allows nothing: the rule finds nothing in that schema, does not
exist, cannot be allowed, or no reason is given.

Why: an allowance that outlives its cause hides the next one.

    "x-allow": { "closed-object": "" }     (unused-allow: give the reason)
"#,
    phase: Phase::Settling,
};

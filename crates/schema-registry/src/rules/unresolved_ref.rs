use crate::rule::{Phase, Rule, Severity};

/// A `$ref` that leads to nothing.
pub const RULE: Rule = Rule {
    name: "unresolved-ref",
    severity: Severity::Error,
    explanation: r##"
Finds a `$ref` whose file or JSON pointer does not exist in the registry, one that leads to something
other than a schema, and one that leads back to itself.

Why: a validator rejects such a schema, or worse, fails only when a body reaches the reference.

    { "$ref": "#/$defs/job_idd" }     (unresolved-ref)
"##,
    phase: Phase::Loading,
};

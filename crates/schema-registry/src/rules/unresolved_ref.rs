use super::{FoundBy, Rule};
use crate::diagnostic::Severity;

/// A `$ref` that leads to nothing.
pub(crate) const RULE: Rule = Rule {
    name: "unresolved-ref",
    severity: Severity::Error,
    explanation: r##"
Finds a `$ref` whose file or JSON pointer does not exist in the registry, one that leads to something
other than a schema, and one that leads back to itself.

Why: a validator rejects such a schema, or worse, fails only when a body reaches the reference.

    { "$ref": "#/$defs/job_idd" }     (unresolved-ref)
"##,
    found_by: FoundBy::Loading,
};

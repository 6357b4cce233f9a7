use super::{FoundBy, Rule};
use crate::diagnostic::Severity;

/// A key that stands twice in one object.
pub(crate) const RULE: Rule = Rule {
    name: "duplicate-key",
    severity: Severity::Error,
    explanation: r#"
Finds a key that stands more than once in one JSON object.

Why: most readers keep the last value in silence, some keep the first, some refuse the text. A
schema that means different things to different readers is no source of truth.

    "maxLength": 10,
    "maxLength": 20     (duplicate-key)
"#,
    found_by: FoundBy::Loading,
};

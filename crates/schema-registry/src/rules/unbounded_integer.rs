use crate::rule::{Phase, Rule, Severity};

/// An integer without bounds, or with bounds that not every reader can keep.
pub const RULE: Rule = Rule {
    name: "unbounded-integer",
    severity: Severity::Error,
    explanation: r#"
Finds an integer without lower and upper bound, or with bounds wider than ±(2^53-1).

Why: JavaScript, and every reader that takes JSON numbers as 64-bit floats, silently rounds larger
integers. A bound also says what a consumer has to store.

    "byte_size": { "type": "integer", "minimum": 0 }     (unbounded-integer: no `maximum`)

The generator has no type for such an integer: allow `unmappable-schema` in the same schema, too.
"#,
    phase: Phase::Lint,
};

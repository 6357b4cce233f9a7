use crate::rule::{Phase, Rule, Severity};

/// Names that become one in generated code.
pub const RULE: Rule = Rule {
    name: "name-collision",
    severity: Severity::Error,
    explanation: r#"
Finds names that differ in the schema and are one in generated code: types of one major version, and, in each
language that code is generated for, fields of one object and members of one set. A name that generated code has for
itself is found as well.

Why: generated code would not compile, or one of the two would be lost.

    "$defs": { "status": … } in two events of the same major version     (name-collision)
    "enum": ["on-hold", "on_hold"]                                       (name-collision)
"#,
    phase: Phase::Lowering,
};

use crate::rule::{Phase, Rule, Severity};

/// A schema for which no type accepts exactly the same values.
pub const RULE: Rule = Rule {
    name: "unmappable-schema",
    severity: Severity::Error,
    explanation: r#"
Finds a schema for which the generator has no type that accepts exactly the same values.

Why: a type that accepts more, or less, than its schema is silently wrong. The finding names the
way to write the same constraint so that it can be generated.

    { "anyOf": [ { "enum": ["a", "b"] }, { "type": "string" } ] }
                    (unmappable-schema: write `"type": "string"` with `"x-known-values": ["a", "b"]`)

Allowing it in place leaves to the validator what no type checks: the generated type is then wider than
the schema, at the widest any JSON.
"#,
    phase: Phase::Lowering,
};

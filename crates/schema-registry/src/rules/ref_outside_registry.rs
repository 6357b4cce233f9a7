use crate::rule::{Phase, Rule, Severity};

/// A `$ref` that leaves the registry.
pub const RULE: Rule = Rule {
    name: "ref-outside-registry",
    severity: Severity::Error,
    explanation: r#"
Finds a `$ref` that leaves the registry: another host, another scheme, or `..` past the top.

Why: what a schema means must not change with what a network or a disk answers. Nothing is ever
fetched.

    { "$ref": "https://example.com/common.json" }     (ref-outside-registry)
    { "$ref": "../../../secrets.json" }               (ref-outside-registry)
"#,
    phase: Phase::Loading,
};

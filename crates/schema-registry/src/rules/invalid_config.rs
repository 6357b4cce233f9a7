use crate::rule::{Phase, Rule, Severity};

/// `registry.toml` or `approvals.toml` does not say what it has to.
pub const RULE: Rule = Rule {
    name: "invalid-config",
    severity: Severity::Error,
    explanation: r#"
Finds what cannot be understood in `registry.toml` and `approvals.toml`.

Why: the files decide where schemas are addressed, where generated files go and which breaks are
accepted. A key that no program reads has no effect.

    base-url = "https://example.com/"     (invalid-config: the key is `base-uri`)
"#,
    phase: Phase::Loading,
};

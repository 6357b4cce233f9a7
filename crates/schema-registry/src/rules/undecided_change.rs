use crate::rule::{Phase, Rule, Severity};

/// A schema of which nothing proves that it keeps what the family promises.
pub const RULE: Rule = Rule {
    name: "undecided-change",
    severity: Severity::Error,
    explanation: r#"
Finds a schema that is different from a released revision of the same major version in a way that can
neither be proved to keep the promise of its family, nor be shown to break it by a body.

Why: what is not proved may break consumers. Write the schema in simpler words, take a step that is
decided, or accept it in `approvals.toml`, with the reason.

    released: "pattern": "^a{1,500}$"
    now:      "allOf": [ 40 times an `anyOf` ]     (undecided-change: over budget)
"#,
    phase: Phase::Comparing,
};

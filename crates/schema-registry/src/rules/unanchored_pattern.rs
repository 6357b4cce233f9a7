use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    model::Registry,
    pattern::Pattern,
};

/// A pattern that looks only at part of the text.
pub(super) const RULE: Rule = Rule {
    name: "unanchored-pattern",
    severity: Severity::Error,
    explanation: r#"
Finds a `pattern` that does not begin with `^` and end with `$` on every alternative.

Why: JSON Schema looks for the pattern anywhere in the text. `[a-z]+` accepts `<script>`.

    "pattern": "^a|b$"        (unanchored-pattern)
    "pattern": "^(a|b)$"
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for (pointer, text) in schema.patterns() {
            if Pattern::parse(text).is_ok_and(|pattern| !pattern.is_anchored()) {
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!("`{text}` does not have to match the whole text"),
                    )
                    .help(format!(
                        "write `^(?:{text})$`, or say with `.*` that the rest is free"
                    ))
                    .at(schema.location(pointer)),
                );
            }
        }
    }
}

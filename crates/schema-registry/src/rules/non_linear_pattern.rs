use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    model::Registry,
    pattern::{self, Pattern},
};

/// A pattern that no engine matches in linear time.
pub(super) const RULE: Rule = Rule {
    name: "non-linear-pattern",
    severity: Severity::Error,
    explanation: r#"
Finds a `pattern` that looks around or refers back to a group.

Why: bodies come from outside. Engines that support these constructs need exponential time on some
texts; all other patterns can be matched in time linear in the text.

    "pattern": "^(?!admin).*$"     (non-linear-pattern)

The generator has no type for such a pattern: allow `unmappable-schema` in the same schema, too.
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for (pointer, text) in schema.patterns() {
            // What is no regular expression at all is no valid schema either.
            if !pattern::is_regular_expression(text) {
                continue;
            }
            if let Err(problem) = Pattern::parse(text) {
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!("`{text}` cannot be matched in linear time: {problem}"),
                    )
                    .help("say what is allowed instead of what is not, or use `enum`")
                    .at(schema.location(pointer)),
                );
            }
        }
    }
}

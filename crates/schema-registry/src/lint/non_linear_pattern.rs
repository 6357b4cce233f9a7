//! Checks for [`non-linear-pattern`](RULE).

use crate::rules::NON_LINEAR_PATTERN as RULE;
use crate::{
    diagnostic::Diagnostic,
    model::Registry,
    pattern::{self, Pattern},
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for (pointer, text) in schema.patterns() {
            // A string that is not a regular expression makes the schema invalid already.
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

use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Location, Severity},
    model::Registry,
    validate::refusals,
};

/// An example that its own schema refuses.
pub(super) const RULE: Rule = Rule {
    name: "invalid-example",
    severity: Severity::Error,
    explanation: r#"
Finds an example that the schema of its event rejects, with every reason and its place.

Why: either the example shows what is never sent, or the change to the schema breaks what is sent
today.

    "duration_ms": "1250"     (invalid-example: the schema asks for an integer)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (_, _, event) in registry.events() {
        let Some(validator) = registry.validator(&event.schema) else {
            continue;
        };
        for example in &event.examples {
            for refusal in refusals(&validator, &example.root.to_value()) {
                let refused_by = registry.refused_by(&refusal, event);
                findings.push(
                    Diagnostic::new(&RULE, refusal.message)
                        .help(format!("{refused_by}; fix the example, or the schema"))
                        .at(Location::at_pointer(&example.source, refusal.pointer)),
                );
            }
        }
    }
}

use super::{FoundBy, Rule};
use crate::{
    canonical::Algebra,
    diagnostic::{Diagnostic, Severity},
    model::Registry,
};

/// A schema that no document meets.
pub(super) const RULE: Rule = Rule {
    name: "unsatisfiable-schema",
    severity: Severity::Error,
    explanation: r#"
Finds a schema, or a branch of one, that no document at all can meet.

Why: its keywords contradict each other, so it refuses everything. Nobody means that.

    { "type": "integer", "minimum": 10, "maximum": 5 }     (unsatisfiable-schema)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        let Some(algebra) = Algebra::of(registry, schema) else {
            continue;
        };
        for (pointer, causes) in algebra.unsatisfiable() {
            findings.push(
                Diagnostic::new(&RULE, "no document meets this schema")
                    .help(format!("these contradict each other: {causes}"))
                    .at(schema.location(pointer)),
            );
        }
    }
}

use std::collections::BTreeSet;

use super::{FoundBy, Rule};
use crate::{
    canonical::Algebra,
    diagnostic::{Diagnostic, Severity},
    kinds::is_forbidden,
    model::{Registry, Role, Schema},
    parallel,
};

/// A schema that no document meets.
pub(super) const RULE: Rule = Rule {
    name: "unsatisfiable-schema",
    severity: Severity::Error,
    explanation: r#"
Finds a schema, or a branch of one, that no document at all can meet.

Why: its keywords contradict each other, so it rejects everything. No one means that.

    { "type": "integer", "minimum": 10, "maximum": 5 }     (unsatisfiable-schema)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    let schemas: Vec<&Schema> = registry.schemas().collect();
    let found = parallel::map(&schemas, |schema| {
        let algebra = Algebra::of(registry, schema)?;
        // A property that must be absent is no contradiction: bodies without it meet the schema.
        let mut forbidden = BTreeSet::new();
        for inner in schema.subschemas() {
            if matches!(inner.role, Role::Property(_)) && is_forbidden(inner.node) {
                forbidden.insert(inner.pointer);
            }
        }
        let unsatisfiable = algebra.unsatisfiable().into_iter();
        let unsatisfiable = unsatisfiable.filter(|(pointer, _)| !forbidden.contains(pointer));
        let found = unsatisfiable.map(|(pointer, causes)| {
            Diagnostic::new(&RULE, "no document meets this schema")
                .help(format!("these contradict each other: {causes}"))
                .at(schema.location(pointer))
        });
        Some(found.collect::<Vec<_>>())
    });
    findings.extend(found.into_iter().flatten().flatten());
}

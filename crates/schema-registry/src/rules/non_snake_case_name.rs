use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    model::{Registry, Role},
    names,
};

/// A name that is not in snake case.
pub(super) const RULE: Rule = Rule {
    name: "non-snake-case-name",
    severity: Severity::Error,
    explanation: r#"
Finds a property or definition whose name is not in snake case, and an event whose type is not made
of such names with dots between them.

Why: one case for all names means that no one has to look it up, and that every language can turn them
into its own case without a clash.

    "jobId": { … }     (non-snake-case-name: `job_id`)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let (Role::Property(name) | Role::Definition(name)) = inner.role else {
                continue;
            };
            if !names::is_snake(name) {
                let help = match names::snake(name) {
                    other if names::is_snake(&other) => format!("call it `{other}`"),
                    _ => "begin with a lower-case letter".into(),
                };
                findings.push(
                    Diagnostic::new(&RULE, format!("`{name}` is not in snake case"))
                        .help(help)
                        .at(schema.location(inner.pointer.clone())),
                );
            }
        }
    }
    for (_, _, event) in registry.events() {
        if !event.event_type.split('.').all(names::is_snake) {
            findings.push(
                Diagnostic::new(
                    &RULE,
                    format!("`{}` is not in snake case", event.event_type),
                )
                .help("name the file in lower case, with dots and underscores: `job.created`")
                .at(event.schema.location("")),
            );
        }
    }
}

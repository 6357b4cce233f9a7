//! `check`: every rule, on every schema and example.

use schema_registry::diagnostic::Severity;

use crate::{
    context::{Context, count},
    exit::{Exit, Failure},
};

pub(crate) fn run(context: &Context) -> Result<Exit, Failure> {
    let place = context.place()?;
    let registry = context.registry(&place)?;
    let findings = schema_codegen::findings(&registry);
    let exit = context.report(&findings);
    let schemas = registry.schemas().count();
    let examples: usize = registry
        .events()
        .map(|(_, _, event)| event.examples.len() + event.invalid_examples.len())
        .sum();
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .count();
    let warnings = findings.len() - errors;
    context.say(&format!(
        "checked {} and {}: {}, {}",
        count(schemas, "schema"),
        count(examples, "example"),
        count(errors, "error"),
        count(warnings, "warning"),
    ));
    Ok(exit)
}

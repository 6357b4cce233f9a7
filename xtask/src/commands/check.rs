//! `check`: every rule, on every schema and example.

use schema_compat::{
    policy::{self, Asked},
    worker::Limits,
};
use schema_registry::{
    diagnostic::{self, Diagnostic, Severity},
    model::Registry,
};

use crate::{
    context::{Context, count},
    exit::{Exit, Failure},
    history,
    policy::with_ask,
};

pub(crate) fn run(context: &Context) -> Result<Exit, Failure> {
    let place = context.place()?;
    let registry = context.registry(&place)?;
    let mut findings = schema_codegen::findings(&registry);
    findings.extend(promises(context, &registry)?);
    match history::rewritten(&place.folder, &registry) {
        Ok(found) => findings.extend(found),
        Err(why) if has_releases(&registry) => context.say(&format!(
            "note: releases are not compared with the history: {why}"
        )),
        Err(_) => {}
    }
    diagnostic::sort(&mut findings);
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

/// What the schemas break of the promises of released revisions.
fn promises(context: &Context, registry: &Registry) -> Result<Vec<Diagnostic>, Failure> {
    if !has_releases(registry) && registry.approvals.is_empty() {
        return Ok(Vec::new());
    }
    with_ask(Limits::default(), |ask| {
        let reports = policy::reports(registry, Asked::Promised, |_| true, ask)
            .map_err(|error| Failure::new("cannot compare", error))?;
        for report in &reports {
            for against in report.accepted() {
                let (event, revision) = (&report.event.event_type, against.released.revision);
                let reason = against.approval.map_or("", |approval| &approval.reason);
                context.say(&format!(
                    "accepted: `{event}` breaks with {revision}, by `approvals.toml`: {reason}"
                ));
            }
        }
        Ok(policy::findings(registry, &reports, ask))
    })
}

fn has_releases(registry: &Registry) -> bool {
    let mut majors = registry.majors();
    majors.any(|(_, major)| !major.released.is_empty())
}

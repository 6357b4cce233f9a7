//! `codegen`: from schemas to files.

use clap::Args;
use schema_registry::{
    diagnostic::{self, Diagnostic, Location, Severity},
    lint,
    source::Source,
};

use crate::{
    cli::Format,
    context::{Context, count},
    exit::{Exit, Failure},
    rustfmt,
    sync::{self, Plan, State},
};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail if a generated file is not what the schemas say
    #[arg(long)]
    check: bool,
}

/// `schemas/ ─load→ Loaded ─resolve→ Registry ─lower→ Api ─render→ Vec<Artifact> ─rustfmt, sync→ files`
pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let registry = context.registry(&place)?;
    let (api, unmappable) = schema_codegen::lower(&registry);
    let mut findings = registry.findings.clone();
    findings.extend(unmappable);
    let mut findings = lint::settle(&registry, findings);
    // Whether an allowance is used is known only after every rule has run.
    findings.retain(|finding| finding.code != "unused-allow");
    if diagnostic::has_errors(&findings) {
        let exit = context.report(&findings);
        context.say("nothing was generated: the schemas have to be mended first");
        return Ok(exit);
    }
    let artifacts = rustfmt::format(schema_codegen::render(&api))?;
    let _lock = if arguments.check {
        None
    } else {
        Some(sync::lock(&place)?)
    };
    let plan = sync::plan(&place, &artifacts)?;
    if arguments.check {
        Ok(report(context, &plan))
    } else {
        write(context, &plan)
    }
}

fn write(context: &Context, plan: &Plan) -> Result<Exit, Failure> {
    let written = sync::write(plan)?;
    for change in plan
        .changes
        .iter()
        .filter(|change| change.state != State::Equal)
    {
        context.say(&format!("{:9} {}", change.state.done(), change.shown));
    }
    let kept = plan
        .changes
        .iter()
        .filter(|change| change.state == State::EditedOrphan)
        .count();
    context.say(&format!(
        "{}: {written} changed, {} equal",
        count(plan.changes.len(), "generated file"),
        plan.changes.len() - written - kept,
    ));
    if kept == 0 {
        return Ok(Exit::Fine);
    }
    context.say("a file that is generated no more was edited by hand; remove or move it yourself");
    Ok(Exit::Stale)
}

fn report(context: &Context, plan: &Plan) -> Exit {
    let stale: Vec<_> = plan
        .changes
        .iter()
        .filter(|change| change.state != State::Equal)
        .collect();
    if context.format == Format::Human {
        for change in &stale {
            anstream::println!("{}: {}", change.state.word(), change.shown);
            anstream::print!("{}", change.diff());
        }
        if stale.is_empty() {
            anstream::println!("{} up to date", count(plan.changes.len(), "generated file"));
        } else {
            anstream::println!(
                "\n{} not what the schemas say: run `{}`",
                count(stale.len(), "generated file"),
                schema_codegen::COMMAND
            );
        }
    } else {
        let findings: Vec<Diagnostic> = stale
            .iter()
            .map(|change| Diagnostic {
                code: "stale-file",
                severity: Severity::Error,
                message: format!("this generated file is {}", change.state.word()),
                help: Some(format!("run `{}`", schema_codegen::COMMAND)),
                location: Some(Location::at_span(
                    &Source {
                        path: change.shown.clone(),
                        text: "".into(),
                        root: None,
                    },
                    0..0,
                )),
            })
            .collect();
        context.report(&findings);
    }
    if stale.is_empty() {
        Exit::Fine
    } else {
        Exit::Stale
    }
}

//! `codegen`: from schemas to files.

use clap::Args;
use schema_registry::{
    diagnostic::{self, Diagnostic, Location},
    lint,
};

use crate::{
    cli::Format,
    context::{Context, count},
    exit::{Exit, Failure},
    rustfmt,
    sync::{self, Change, Plan, State},
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
    // What is written has to come from schemas that nobody changes meanwhile.
    let _lock = if arguments.check {
        None
    } else {
        Some(sync::lock(&place)?)
    };
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
    let plan = sync::plan(&place, &registry.config, &artifacts)?;
    if arguments.check {
        Ok(report(context, &plan))
    } else {
        write(context, &plan)
    }
}

fn write(context: &Context, plan: &Plan) -> Result<Exit, Failure> {
    let written = sync::write(plan)?;
    let kept: Vec<&Change> = plan
        .changes
        .iter()
        .filter(|change| change.state == State::EditedOrphan)
        .collect();
    if context.format != Format::Human {
        context.report(&findings(&kept));
    }
    for change in plan
        .changes
        .iter()
        .filter(|change| change.state != State::Equal)
    {
        context.say(&format!("{:9} {}", change.state.done(), change.shown));
    }
    context.say(&format!(
        "{}: {written} changed, {} equal",
        count(plan.changes.len(), "generated file"),
        plan.changes.len() - written - kept.len(),
    ));
    if kept.is_empty() {
        return Ok(Exit::Fine);
    }
    context.say(State::EditedOrphan.help());
    Ok(Exit::Stale)
}

fn report(context: &Context, plan: &Plan) -> Exit {
    let is_stale = |change: &&Change| change.state != State::Equal;
    let mut stale: Vec<&Change> = plan.changes.iter().filter(is_stale).collect();
    // The list of files follows from them; it is worth a word where it alone is wrong.
    if stale.is_empty() {
        stale.extend(Some(&plan.manifest).filter(is_stale));
    }
    if context.format == Format::Human {
        for change in &stale {
            context.say(&format!("{}: {}", change.state.word(), change.shown));
            for line in change.diff() {
                context.say(&line);
            }
        }
        if stale.is_empty() {
            context.say(&format!(
                "{} up to date",
                count(plan.changes.len(), "generated file")
            ));
        } else {
            context.say("");
            context.say(&format!(
                "out of date: {}; run `{}`",
                count(stale.len(), "generated file"),
                schema_codegen::COMMAND
            ));
        }
    } else {
        context.report(&findings(&stale));
    }
    if stale.is_empty() {
        Exit::Fine
    } else {
        Exit::Stale
    }
}

/// Files that are not what the schemas say, for programs.
fn findings(changes: &[&Change]) -> Vec<Diagnostic> {
    let finding = |change: &Change| {
        let message = format!("this generated file is {}", change.state.word());
        Diagnostic::error("stale-file", message)
            .help(change.state.help())
            .at(Location::of_file(&change.shown))
    };
    changes.iter().map(|change| finding(change)).collect()
}

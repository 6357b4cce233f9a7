//! `codegen`: from schemas to files.

use clap::Args;
use schema_registry::{
    diagnostic::{self, Diagnostic},
    lint,
    model::Registry,
    rules,
};

use crate::{
    checkout::{Checkout, Writer},
    cli::Format,
    context::{Context, count},
    exit::{Exit, Failure},
    next, rustfmt,
    sync::{self, Change, Plan, State},
    unchanged::Note,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Write nothing; fail if a generated file is out of date
    #[arg(long)]
    check: bool,
}

/// `schemas/ ─load→ Loaded ─resolve→ Registry ─lower→ Api ─render→ Vec<Artifact> ─rustfmt, sync→ files`
pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    // The lock keeps other runs from changing the schemas meanwhile.
    let checkout = Checkout::of(&place)?;
    let writer = checkout.lock_unless(arguments.check)?;
    let loaded = context.load_in(&checkout, &place)?;
    let note = Note::of(&loaded);
    if let Some(files) = note.as_ref().and_then(|note| note.files(&checkout)) {
        if let Some(writer) = &writer {
            sync::clean(writer, &files)?;
        }
        return Ok(unchanged(context, files.len(), arguments));
    }
    let session = context.session(loaded);
    let registry = &session.registry;
    let mut found = [&registry.findings, session.unmappable()].concat();
    if diagnostic::has_errors(&with_allowances(registry, found.clone())) {
        // The finding of a rule explains a place better than `unmappable-schema`.
        let by_rules = session.linted().iter().cloned();
        found.extend(by_rules.filter(|finding| lint::explains_unmappable(finding.code)));
        let exit = context.report(&with_allowances(registry, found));
        context.say("nothing was generated: fix the errors above first");
        return Ok(exit);
    }
    let next = match &writer {
        None => Vec::new(),
        Some(_) => next::after_generating(context, registry),
    };
    let targets = session.targets;
    let (config, artifacts) = session.into_rendered();
    let artifacts = rustfmt::format(artifacts)?;
    let plan = sync::plan(&checkout, &config, targets, artifacts)?;
    let exit = match writer {
        None => report(context, &plan),
        Some(writer) => write(context, &writer, &plan, &next)?,
    };
    if exit == Exit::Fine
        && plan.untrue.is_empty()
        && let Some(note) = note
    {
        note.write(&checkout);
    }
    Ok(exit)
}

/// Reports that every file is up to date.
fn unchanged(context: &Context, files: usize, arguments: &Arguments) -> Exit {
    if context.format != Format::Human {
        context.report(&[]);
    }
    let files_in_words = count(files, "generated file");
    context.say(&if arguments.check {
        format!("{files_in_words} up to date")
    } else {
        format!("{files_in_words}: 0 changed, {files} equal")
    });
    Exit::Fine
}

fn with_allowances(registry: &Registry, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut findings = lint::apply_allowances(registry, findings);
    // Unused allowances are known only after every rule has run.
    findings.retain(|finding| !finding.is(&rules::UNUSED_ALLOW));
    findings
}

fn write(
    context: &Context,
    writer: &Writer<'_>,
    plan: &Plan,
    next: &[String],
) -> Result<Exit, Failure> {
    let foreign = plan.foreign();
    if !foreign.is_empty() {
        // Generating only the other files would mix old and new.
        let exit = context.report(&sync::findings(&foreign));
        context.say("nothing was generated: other files are in the way");
        return Ok(exit);
    }
    let written = sync::write(writer, plan)?;
    let kept: Vec<&Change> = plan
        .changes
        .iter()
        .filter(|change| change.state.is_kept())
        .collect();
    let mut findings = plan.untrue.clone();
    if context.format != Format::Human {
        findings.extend(sync::findings(&kept));
    }
    if context.format != Format::Human || !findings.is_empty() {
        context.report(&findings);
    }
    for change in plan
        .changes
        .iter()
        .filter(|change| change.state != State::Equal)
    {
        context.say(&format!(
            "{:9} {}",
            change.state.done(),
            change.target.shown
        ));
    }
    context.say(&format!(
        "{}: {written} changed, {} equal",
        count(plan.changes.len(), "generated file"),
        plan.changes.len() - written - kept.len(),
    ));
    if kept.is_empty() {
        if written > 0 {
            next::say(context, next);
        }
        return Ok(Exit::Fine);
    }
    context.say(State::EditedOrphan.help());
    Ok(Exit::Stale)
}

fn report(context: &Context, plan: &Plan) -> Exit {
    let is_stale = |change: &&Change| change.state != State::Equal;
    let mut stale: Vec<&Change> = plan.changes.iter().filter(is_stale).collect();
    // The list of files follows from the files, so it is mentioned only if it alone is wrong.
    if stale.is_empty() {
        stale.extend(Some(&plan.manifest).filter(is_stale));
    }
    let mut findings = plan.untrue.clone();
    if context.format == Format::Human {
        if !findings.is_empty() {
            context.report(&findings);
        }
        for change in &stale {
            context.say(&format!("{}: {}", change.state.word(), change.target.shown));
            for line in change.diff() {
                context.say(&line);
            }
        }
        let foreign = plan.foreign();
        if !foreign.is_empty() {
            // Running `codegen` alone would not help.
            context.say("");
            context.report(&sync::findings(&foreign));
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
                context.command("codegen")
            ));
        }
    } else {
        findings.extend(sync::findings(&stale));
        context.report(&findings);
    }
    if stale.is_empty() {
        Exit::Fine
    } else {
        Exit::Stale
    }
}

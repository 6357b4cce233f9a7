//! `release`: makes a permanent revision of each event that changed.

mod changelog;
mod edits;
mod entry;
mod package;
mod plan;
mod sunset;

use clap::Args;
use schema_compat::policy::{Ask, Asked};
use schema_registry::{
    diagnostic::{self, Diagnostic},
    load::FileRole,
    model::Registry,
    released::{self, Release, ReleaseIndex},
    revision::Revision,
    rules,
};

use self::{edits::Edits, plan::Planned};
use super::validate::no_event;
use crate::{
    checkout::Checkout,
    context::{Context, count},
    day,
    exit::{Exit, Failure},
    history, next,
    policy::{judged, with_ask},
    rustfmt, source, sync,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The events to release [default: all that changed]
    #[arg(value_name = "EVENT")]
    events: Vec<String>,
    /// Write nothing; list what would be released
    #[arg(long)]
    dry_run: bool,
    /// The date of the release [default: that of the checked-out commit]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day::parse)]
    date: Option<String>,
    /// Notes for the list of releases and the changelog [default: the changes]
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
}

/// `Registry ─plan→ Vec<Planned> ─overlay→ Registry ─render→ files, the list of releases last`
pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let checkout = Checkout::of(&place)?;
    let writer = match arguments.dry_run {
        true => None,
        false => Some(checkout.lock()?),
    };
    let mut loaded = context.load_in(&checkout, &place)?;
    let session = context.session(loaded.clone());
    let registry = &session.registry;
    // This run completes a release that a killed run has begun.
    let mut findings = registry.findings.clone();
    findings.retain(|finding| !finding.is(&rules::UNLISTED_RELEASED_FILE));
    if diagnostic::has_errors(&findings) {
        let exit = context.report(&findings);
        context.say("nothing was released: fix the errors above first");
        return Ok(exit);
    }
    for name in &arguments.events {
        if !registry
            .events()
            .any(|(_, _, event)| event.event_type == *name)
        {
            let doing = format!("cannot release `{name}`");
            return Err(Failure::other(doing, no_event(registry, name)));
        }
    }
    let planned = with_ask(registry.config.comparison.into(), |ask| {
        planned(registry, &arguments.events, ask)
    })?;
    let planned = match planned {
        Ok(planned) => planned,
        Err(findings) => {
            let exit = context.report(&findings);
            context.say("nothing was released");
            return Ok(exit);
        }
    };
    if planned.is_empty() {
        context.say("nothing to release");
        return Ok(context.report(&[]));
    }
    let (date, source) = match &arguments.date {
        Some(date) => (date.clone(), "given by `--date`"),
        None => {
            let date = history::date_of_head(&place.folder).map_err(|why| {
                Failure::other(
                    "cannot determine the release date",
                    format!("pass `--date`, since {why}"),
                )
            })?;
            (
                date,
                "the date of the checked-out commit; `--date` sets another",
            )
        }
    };
    let findings = sunset::past(registry, &planned, &date);
    if !findings.is_empty() {
        let exit = context.report(&findings);
        context.say("nothing was released");
        return Ok(exit);
    }
    for plan in &planned {
        plan.edit(&mut loaded, &place);
    }
    // A bundle can hold the schema of another event that is released with it.
    let edited = context.session(loaded.clone());
    let rust = source::changes(&edited);
    let mut packages = Vec::new();
    for family in &registry.families {
        if planned.iter().any(|plan| plan.family == family.name) {
            packages.extend(package::package(&checkout, family, &planned, &rust)?);
        }
    }
    let mut files = Vec::new();
    for plan in &planned {
        files.push(plan.bundle(&edited.registry)?);
    }
    let mut indexes = Vec::new();
    for (plan, file) in planned.iter().zip(&files) {
        plan.put_bundle(&mut loaded, &place, file);
        if !indexes.contains(&(plan.family.clone(), plan.major.clone())) {
            indexes.push((plan.family.clone(), plan.major.clone()));
        }
    }
    let mut lists = Vec::new();
    for (family, major) in indexes {
        let added = planned.iter().zip(&files);
        let added = added.filter(|(plan, _)| plan.family == family && plan.major == major);
        let added = added.map(|(plan, file)| Release {
            event: plan.event_type.clone(),
            revision: plan.revision.to_string(),
            date: date.clone(),
            sha256: released::digest(file),
            notes: arguments.notes.clone().unwrap_or_else(|| plan.notes()),
        });
        let mut list = list(registry, &family, &major, added);
        let package = packages.iter().find(|package| package.family == family);
        list.crate_version = package.map(|package| package.version.to_string());
        list.order = order(registry, &family, &major);
        let text = list.text();
        let path = released::index_path(&format!("{family}/{major}"));
        let role = FileRole::ReleaseIndex;
        plan::put(&mut loaded, &place, &path, (&family, &major, role), &text);
        lists.push((path, text));
    }
    let future = context.session(loaded);
    let mut remarks = future.findings().to_vec();
    if diagnostic::has_errors(&remarks) {
        let exit = context.report(&remarks);
        context.say("nothing was released: fix the errors above first");
        return Ok(exit);
    }
    let log = changelog::Run {
        registry: &future.registry,
        date: &date,
        notes: arguments.notes.as_deref(),
        packages: &packages,
    };
    let mut edits = Edits::default();
    changelog::edit(&mut edits, &checkout, &planned, &log)?;
    for package in &packages {
        package.edit(&mut edits, &checkout)?;
    }
    let artifacts = rustfmt::format(future.render())?;
    let generated = sync::plan(
        &checkout,
        &future.registry.config,
        future.targets,
        artifacts,
    )?;
    let foreign = generated.foreign();
    if !foreign.is_empty() {
        let exit = context.report(&sync::findings(&foreign));
        context.say("nothing was released: other files are in the way");
        return Ok(exit);
    }
    remarks.extend(generated.untrue.iter().cloned());
    for plan in &planned {
        for line in plan.summary() {
            context.say(&line);
        }
    }
    for package in &packages {
        context.say(&package.summary());
    }
    context.say(&format!("date {date}, {source}"));
    let Some(writer) = writer else {
        context.say("");
        context.say("nothing was written");
        return Ok(context.report(&remarks));
    };
    let write = |path: &str, text: &str| writer.replace(&sync::target(&checkout, path)?, text);
    for plan in &planned {
        if let Some(text) = &plan.raised {
            write(&plan.path, text)?;
        }
    }
    for (plan, file) in planned.iter().zip(&files) {
        write(&plan.released_path(), file)?;
    }
    edits.write(&writer)?;
    sync::write(&writer, &generated)?;
    // Revisions are released only when the list has them. Until then, the next run begins again.
    for (path, text) in &lists {
        write(path, text)?;
    }
    context.say("");
    context.say(&format!(
        "released {}; commit all changed files together",
        count(planned.len(), "revision")
    ));
    context.report(&remarks);
    next::say(context, &next::to_commit(&future.registry.config));
    Ok(Exit::Fine)
}

/// Returns the plan of a release, or the findings of `check` and of the revisions that stop it.
///
/// A promise that another event breaks counts, too, because the release is committed together with it.
fn planned(
    registry: &Registry,
    events: &[String],
    ask: Ask<'_>,
) -> Result<Result<Vec<Planned>, Vec<Diagnostic>>, Failure> {
    let (reports, mut findings) = judged(registry, Asked::Both, ask)?;
    let mut planned = Vec::new();
    if !diagnostic::has_errors(&findings) {
        let wanted = reports
            .iter()
            .filter(|report| events.is_empty() || events.contains(&report.event.event_type));
        for report in wanted {
            match plan::plan(report, ask) {
                Ok(plan) => planned.extend(plan),
                Err(finding) => findings.push(*finding),
            }
        }
    }
    if !diagnostic::has_errors(&findings) {
        return Ok(Ok(planned));
    }
    diagnostic::sort(&mut findings);
    Ok(Err(findings))
}

/// Returns the list of releases of a major version with more entries.
fn list(
    registry: &Registry,
    family: &str,
    major: &str,
    added: impl Iterator<Item = Release>,
) -> ReleaseIndex {
    let mut releases: Vec<Release> = registry
        .majors()
        .filter(|(of, one)| of.name == family && one.name == major)
        .flat_map(|(_, major)| &major.released)
        .map(|released| released.entry.clone())
        .chain(added)
        .collect();
    let revision = |release: &Release| release.revision.parse().ok();
    releases.sort_by_key(|release| {
        let revision: Option<Revision> = revision(release);
        (release.event.clone(), revision)
    });
    ReleaseIndex {
        crate_version: None,
        order: Vec::new(),
        releases,
    }
}

/// Returns the events of a major version, in the order of the generated Rust.
fn order(registry: &Registry, family: &str, major: &str) -> Vec<String> {
    let mut majors = registry.majors();
    let found = majors.find(|(of, one)| of.name == family && one.name == major);
    let events = found.map(|(_, major)| major.events.iter());
    let names = events.into_iter().flatten();
    names.map(|event| event.event_type.clone()).collect()
}

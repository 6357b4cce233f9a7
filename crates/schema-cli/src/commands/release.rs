//! `release`: the events that changed, each as a revision that stays.

mod edits;
mod package;

use clap::Args;
use schema_compat::policy::Asked;
use schema_registry::{
    diagnostic::{self, Diagnostic},
    model::Registry,
    rules,
};
use schema_release::{
    changelog,
    due::due,
    package::Package,
    plan::Planned,
    registry_file::{RegistryFile, put},
    release_files::{Occasion, bundles, lists, raised},
    sunset,
};

use self::{edits::Edits, package::PackageFiles};
use super::validate::no_event;
use crate::{
    checkout::{Checkout, Writer},
    context::{Context, Place, count},
    day,
    exit::{Exit, Failure},
    history, next,
    policy::{judged, with_ask},
    rustfmt,
    session::Session,
    source, sync,
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

const FIX_FIRST: &str = "nothing was released: fix the errors above first";

/// `Registry ─due→ Vec<Planned> ─overlay→ Registry ─render→ files, the lists of releases last`
pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let checkout = Checkout::of(&place)?;
    let writer = checkout.lock_unless(arguments.dry_run)?;
    let mut loaded = context.load_in(&checkout, &place)?;
    let session = context.session(loaded.clone());
    let registry = &session.registry;
    let mut findings = registry.findings.clone();
    // This run completes what a killed one has begun.
    findings.retain(|finding| !finding.is(&rules::UNLISTED_RELEASED_FILE));
    if diagnostic::has_errors(&findings) {
        return Ok(stop(context, &findings, FIX_FIRST));
    }
    require_events(registry, &arguments.events)?;
    let planned = match planned(registry, &arguments.events)? {
        Ok(planned) => planned,
        Err(findings) => return Ok(stop(context, &findings, "nothing was released")),
    };
    if planned.is_empty() {
        context.say("nothing to release");
        return Ok(context.report(&[]));
    }
    let (date, date_source) = date(arguments, &place)?;
    let findings = sunset::past(registry, &planned, &date);
    if !findings.is_empty() {
        return Ok(stop(context, &findings, "nothing was released"));
    }
    let schemas = raised(&planned);
    put(&mut loaded, &place.shown_as, &schemas);
    let edited = context.session(loaded.clone());
    let (packages, package_files) = packages(&checkout, registry, &planned, &edited)?;
    let occasion = Occasion {
        date: &date,
        notes: arguments.notes.as_deref(),
        packages: &packages,
    };
    let bundles = bundles(&planned, &edited.registry)?;
    put(&mut loaded, &place.shown_as, &bundles);
    let lists = lists(registry, &planned, &bundles, &occasion);
    put(&mut loaded, &place.shown_as, &lists);
    let future = context.session(loaded);
    let mut remarks = future.findings().to_vec();
    if diagnostic::has_errors(&remarks) {
        return Ok(stop(context, &remarks, FIX_FIRST));
    }
    let mut edits = Edits::default();
    edit_changelogs(&mut edits, &checkout, &future.registry, &planned, &occasion)?;
    edit_packages(&mut edits, &checkout, &packages, &package_files)?;
    let generated = generated(&checkout, &future)?;
    let foreign = generated.foreign();
    if !foreign.is_empty() {
        let why = "nothing was released: other files are in the way";
        return Ok(stop(context, &sync::findings(&foreign), why));
    }
    remarks.extend(generated.untrue.iter().cloned());
    summarise(context, &planned, &occasion, date_source);
    let Some(writer) = writer else {
        context.say("");
        context.say("nothing was written");
        return Ok(context.report(&remarks));
    };
    write(&checkout, &writer, &schemas)?;
    write(&checkout, &writer, &bundles)?;
    edits.write(&writer)?;
    sync::write(&writer, &generated)?;
    // Revisions that no list contains are not released, so the next run begins again.
    write(&checkout, &writer, &lists)?;
    context.say("");
    let revisions = count(planned.len(), "revision");
    context.say(&format!(
        "released {revisions}; commit all changed files together"
    ));
    context.report(&remarks);
    next::say(context, &next::to_commit(&future.registry.config));
    Ok(Exit::Fine)
}

/// Reports findings and the reason why nothing is released.
fn stop(context: &Context, findings: &[Diagnostic], why: &str) -> Exit {
    let exit = context.report(findings);
    context.say(why);
    exit
}

/// Returns an error if the registry lacks one of the events.
fn require_events(registry: &Registry, events: &[String]) -> Result<(), Failure> {
    let is_known = |name: &&String| registry.events().any(|(_, _, it)| it.event_type == **name);
    match events.iter().find(|name| !is_known(name)) {
        None => Ok(()),
        Some(name) => {
            let doing = format!("cannot release `{name}`");
            Err(Failure::other(doing, no_event(registry, name)))
        }
    }
}

/// Returns the plan of a release, or the findings of `check` and of the revisions that prevent it.
fn planned(
    registry: &Registry,
    events: &[String],
) -> Result<Result<Vec<Planned>, Vec<Diagnostic>>, Failure> {
    with_ask(registry.config.comparison.into(), |ask| {
        let (reports, findings) = judged(registry, Asked::Both, ask)?;
        Ok(due(&reports, findings, events, ask))
    })
}

/// Returns the day of the release, and where it is from.
fn date(arguments: &Arguments, place: &Place) -> Result<(String, &'static str), Failure> {
    if let Some(date) = &arguments.date {
        return Ok((date.clone(), "given by `--date`"));
    }
    let date = history::date_of_head(&place.folder).map_err(|error| {
        Failure::other(
            "cannot determine the release date",
            format!("pass `--date`, since {error}"),
        )
    })?;
    let source = "the date of the checked-out commit; `--date` sets another";
    Ok((date, source))
}

/// Returns the crates to which the release gives a version, and their files. `edited` has the schemas with their new
/// revisions.
fn packages(
    checkout: &Checkout,
    registry: &Registry,
    planned: &[Planned],
    edited: &Session,
) -> Result<(Vec<Package>, Vec<PackageFiles>), Failure> {
    let changes = source::changes(edited);
    let mut packages = (Vec::new(), Vec::new());
    for family in &registry.families {
        if !planned
            .iter()
            .any(|plan| plan.folder.family() == family.name)
        {
            continue;
        }
        if let Some((manifest, files)) = package::find(checkout, family)? {
            let package = Package::next(family, manifest, planned, &changes)?;
            packages.0.push(package);
            packages.1.push(files);
        }
    }
    Ok(packages)
}

/// Adds the entries of the release to the changelogs that the families name. Entries that a killed run left are
/// replaced.
fn edit_changelogs(
    edits: &mut Edits,
    checkout: &Checkout,
    registry: &Registry,
    planned: &[Planned],
    occasion: &Occasion<'_>,
) -> Result<(), Failure> {
    for family in &registry.families {
        let Some(changelog) = &family.config.changelog else {
            continue;
        };
        let entries = changelog::entries(family, planned, registry, occasion);
        if entries.is_empty() {
            continue;
        }
        let target = sync::target(checkout, changelog)?;
        edits.edit(checkout, &target, Some(changelog::EMPTY), |text| {
            changelog::with_entries(text, &target.shown, &entries)
        })?;
    }
    Ok(())
}

/// Sets the versions of crates in their manifests and lock files.
fn edit_packages(
    edits: &mut Edits,
    checkout: &Checkout,
    packages: &[Package],
    files: &[PackageFiles],
) -> Result<(), Failure> {
    let raised = packages.iter().zip(files);
    for (package, files) in raised.filter(|(package, _)| package.is_raised()) {
        files.edit(package, edits, checkout)?;
    }
    Ok(())
}

/// Compares the generated files with those that a release needs.
fn generated(checkout: &Checkout, session: &Session) -> Result<sync::Plan, Failure> {
    let artifacts = rustfmt::format(session.render())?;
    let config = &session.registry.config;
    sync::plan(checkout, config, session.targets, artifacts)
}

/// Prints what is released.
fn summarise(context: &Context, planned: &[Planned], occasion: &Occasion<'_>, date_source: &str) {
    for line in planned.iter().flat_map(Planned::summary) {
        context.say(&line);
    }
    for package in occasion.packages {
        context.say(&package.summary());
    }
    context.say(&format!("date {}, {date_source}", occasion.date));
}

fn write(checkout: &Checkout, writer: &Writer<'_>, files: &[RegistryFile]) -> Result<(), Failure> {
    for file in files {
        writer.replace(&sync::target(checkout, &file.path())?, &file.text)?;
    }
    Ok(())
}

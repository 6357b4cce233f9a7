//! `check`: every rule, on every schema and example.

use std::{io, mem, thread};

use clap::Args;
use schema_compat::policy::Asked;
use schema_registry::{
    diagnostic::{self, Diagnostic, Location, Severity},
    layout::CONFIG_FILE,
    model::Registry,
    rules,
};

use crate::{
    STACK,
    checkout::Checkout,
    cli::Format,
    context::{Context, Place, count},
    exit::{Exit, Failure},
    history::{self, Gap},
    policy::{judged, with_ask},
    session::Session,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Fail if releases cannot be compared with the history, which needs a full clone with the branch `main`
    #[arg(long)]
    require_history: bool,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let checkout = Checkout::of(&place)?;
    let session = context.session(context.load_in(&checkout, &place)?);
    let registry = &session.registry;
    let mut findings = all_findings(context, &session)?;
    match history::rewritten(&place.folder, registry) {
        // The configuration was not read, so there is nothing to compare.
        _ if registry.config.is_unread() => {}
        Ok(found) => findings.extend(found),
        Err(Gap::Missing(why)) if !arguments.require_history => {
            if has_releases(registry) {
                match context.format {
                    Format::Human => context.say(&format!("note: {}", not_compared(&why))),
                    // Programs read only findings.
                    _ => findings.push(Diagnostic {
                        severity: Severity::Warning,
                        ..unchecked(&place, Gap::Missing(why), false)
                    }),
                }
            }
        }
        Err(gap) => findings.push(unchecked(&place, gap, arguments.require_history)),
    }
    diagnostic::sort(&mut findings);
    let exit = context.report(&findings);
    let schemas = registry.schemas().count();
    let examples: usize = registry
        .events()
        .map(|(_, _, event)| event.examples.len() + event.invalid_examples.len())
        .sum();
    let all = |severity| {
        let found = findings.iter().filter(|it| it.severity == severity);
        found.count()
    };
    let (errors, warnings) = (all(Severity::Error), all(Severity::Warning));
    let hints = match all(Severity::Hint) {
        0 => String::new(),
        hints => format!(", {}", count(hints, "hint")),
    };
    context.say(&format!(
        "checked {} and {}: {}, {}{hints}",
        count(schemas, "schema"),
        count(examples, "example"),
        count(errors, "error"),
        count(warnings, "warning"),
    ));
    // The process ends soon, and freeing each value of each schema would take a while.
    mem::forget(session);
    Ok(exit)
}

/// Returns the finding that releases were not compared with the history.
fn unchecked(place: &Place, gap: Gap, is_required: bool) -> Diagnostic {
    let (why, help) = match gap {
        Gap::Missing(why) if is_required => (why, "make a full clone, which has the branch `main`"),
        Gap::Missing(why) => (
            why,
            "make a full clone, which has the branch `main`; with `--require-history`, this is an error",
        ),
        Gap::Unreadable(why) => (
            why,
            "repair the checkout, or make a new clone: the released files cannot be determined from it",
        ),
    };
    let config = format!("{}/{CONFIG_FILE}", place.shown_as);
    Diagnostic::new(&rules::UNCHECKED_HISTORY, not_compared(&why))
        .help(help)
        .at(Location::of_file(config))
}

fn not_compared(why: &history::Error) -> String {
    format!("releases were not compared with the history: {why}")
}

/// Returns the findings of the rules, of the model that code is generated from, and of the promises of releases. Two
/// threads share the work, because the parts do not depend on each other.
fn all_findings(context: &Context, session: &Session) -> Result<Vec<Diagnostic>, Failure> {
    let cannot_start = |error| Failure::new("cannot start", error);
    let registry = &session.registry;
    let beside = thread::scope(|scope| {
        let beside = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || {
                session.unmappable();
                promises(registry)
            })
            .map_err(cannot_start)?;
        session.linted();
        let ended = beside.join();
        ended.unwrap_or_else(|_| Err(cannot_start(io::Error::other("a panic"))))
    });
    let (broken, accepted) = beside?;
    let mut findings = session.findings().to_vec();
    findings.extend(broken);
    for accepted in &accepted {
        context.say(accepted);
    }
    Ok(findings)
}

/// Returns the findings about broken promises of released revisions, and a line for each break with approval.
fn promises(registry: &Registry) -> Result<(Vec<Diagnostic>, Vec<String>), Failure> {
    if !has_releases(registry) && registry.approvals.is_empty() {
        return Ok(Default::default());
    }
    with_ask(registry.config.comparison.into(), |ask| {
        let (reports, findings) = judged(registry, Asked::Promised, ask)?;
        let mut accepted = Vec::new();
        for report in &reports {
            for against in report.accepted() {
                let (event, revision) = (&report.event.event_type, against.released.revision);
                for approval in &against.approvals {
                    accepted.push(format!(
                        "approved break: `{event}` is incompatible with {revision} (`approvals.toml`: {})",
                        approval.reason.trim()
                    ));
                }
            }
        }
        Ok((findings, accepted))
    })
}

fn has_releases(registry: &Registry) -> bool {
    let mut majors = registry.majors();
    majors.any(|(_, major)| !major.released.is_empty())
}

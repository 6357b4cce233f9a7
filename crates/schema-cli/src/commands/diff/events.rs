//! Compares the schemas of a registry with the released revisions, or with those of another state of the registry.

use codegen_rust::{
    Rust,
    semver::{Effect, SourceChange},
};
use schema_codegen::Target as _;
use schema_compat::{
    Settings, Undecided, Verdict,
    changes::{Answer, Classified, Direction, Directions},
    policy::{self, Against, Ask, Asked, Difference, Obstacle, Report},
    revision_step::RevisionStep,
    worker::{Asks, Limits, Question},
};
use schema_registry::{
    config::Compatibility,
    diagnostic,
    model::{Event, Registry},
};
use serde::Serialize;

use super::{
    state,
    text::{self, Printer},
};
use crate::{
    cli::Format,
    context::Context,
    exit::{Exit, Failure},
    output::{self, Lines, print_json},
    policy::with_ask,
    session::Session,
    source,
};

/// The output about an event, for programs.
#[derive(Serialize)]
struct Line<'a> {
    family: &'a str,
    major: &'a str,
    event: &'a str,
    /// True if the schema keeps all promises, or approvals cover the promises that it breaks.
    kept: bool,
    step: Option<RevisionStep>,
    /// The revision that a release gives the event. Absent if there is nothing to release, or the release is rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    changes: &'a [Classified],
    against: Vec<AgainstLine<'a>>,
}

#[derive(Serialize)]
struct AgainstLine<'a> {
    revision: String,
    #[serde(flatten)]
    verdicts: Directions<Option<Answer>>,
    /// The reasons of the approvals that give up promises to this revision's consumers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    approved: Vec<&'a str>,
    /// True if something breaks that no approval covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    beyond: Option<&'a Directions<Option<Verdict>>>,
}

/// The output about an event whose schema no longer exists, for programs.
#[derive(Serialize)]
struct GoneLine<'a> {
    family: &'a str,
    major: &'a str,
    event: &'a str,
    kept: bool,
    /// The last revision.
    gone: String,
}

/// The output about the generated Rust, for programs.
#[derive(Serialize)]
struct SourceLine<'a> {
    family: &'a str,
    source: String,
    effect: String,
    change: String,
}

/// Compares the events of these names, or all of them, with their released revisions, or with those of
/// another state of the registry.
pub(super) fn run(
    context: &Context,
    names: &[String],
    against: Option<&str>,
    printer: &Printer,
    settings: Settings,
    limits: &dyn Fn(Limits) -> Limits,
) -> Result<Exit, Failure> {
    let place = context.place()?;
    let mut registry = context.registry(&place)?;
    if diagnostic::has_errors(&registry.findings) {
        let exit = context.report(&registry.findings);
        context.say("nothing was compared: fix the errors above first");
        return Ok(exit);
    }
    if let Some(against) = against {
        let other = state::read(context, &place, against)?;
        if diagnostic::has_errors(&other.findings) {
            let exit = context.report(&other.findings);
            context.say(&format!(
                "nothing was compared: the registry of `{against}` has errors"
            ));
            return Ok(exit);
        }
        registry = registry.with_released_from(&other);
        context.say(&format!(
            "compared with `{against}` as if it were released:"
        ));
    }
    let has_event = |name: &String| {
        registry
            .events()
            .any(|(_, _, event)| event.event_type == *name)
    };
    if let Some(unknown) = names.iter().find(|name| !has_event(name)) {
        return Err(Failure::other(
            format!("cannot compare `{unknown}`"),
            "the registry has no such event, and a file name has to end in `.json`",
        ));
    }
    let session = Session::of(context.program.targets, registry);
    with_ask(limits(session.registry.config.comparison.into()), |ask| {
        let print = |report: &Report<'_>, difference: Option<&Difference>| match context.format {
            Format::Human => {
                let lines = human(context, report, difference, against.is_some(), printer, ask);
                output::print(&lines);
                Ok(())
            }
            _ => super::json_line(&line(report, difference, ask)).map(|line| print_json(&line)),
        };
        compare(context, &session, names, settings, &print, ask)
    })
}

/// Prints the comparison of an event with its releases.
type Print<'p> = &'p dyn Fn(&Report<'_>, Option<&Difference>) -> Result<(), Failure>;

fn compare(
    context: &Context,
    session: &Session,
    names: &[String],
    settings: Settings,
    print: Print<'_>,
    ask: Ask<'_>,
) -> Result<Exit, Failure> {
    let registry = &session.registry;
    let wanted = |event: &Event| names.is_empty() || names.contains(&event.event_type);
    let reports =
        policy::reports(registry, Asked::Both, settings, wanted, ask).map_err(super::no_worker)?;
    let mut is_kept = true;
    for report in &reports {
        let difference = report.difference(ask);
        is_kept &= report.broken().next().is_none();
        print(report, difference.as_ref())?;
    }
    if names.is_empty() {
        is_kept &= gone(context, registry)?;
        rust(context, session)?;
    }
    Ok(if is_kept { Exit::Fine } else { Exit::Findings })
}

/// Prints the events that no longer exist, and returns whether no promise was made to their consumers.
fn gone(context: &Context, registry: &Registry) -> Result<bool, Failure> {
    let mut is_kept = true;
    for (family, major, released) in registry.gone() {
        let kept = family.config.compatibility == Compatibility::None;
        is_kept &= kept;
        let (event, revision) = (&released.event_type, released.revision);
        if context.format == Format::Human {
            let event = major.folder.event(event);
            context.say(&format!(
                "{event}, since {revision}: its schema was removed"
            ));
        } else {
            print_json(&super::json_line(&GoneLine {
                family: &family.name,
                major: &major.name,
                event,
                kept,
                gone: revision.to_string(),
            })?);
        }
    }
    Ok(is_kept)
}

fn line<'a>(report: &'a Report<'_>, difference: Option<&'a Difference>, ask: Ask<'_>) -> Line<'a> {
    let against = report.against.iter().map(|against| AgainstLine {
        revision: against.released.revision.to_string(),
        verdicts: answers(report, against, ask),
        approved: reasons(against),
        beyond: Some(&against.beyond).filter(|beyond| **beyond != Directions::default()),
    });
    Line {
        family: &report.family.name,
        major: &report.major.name,
        event: &report.event.event_type,
        kept: report.broken().next().is_none(),
        step: difference.map(|difference| difference.step),
        next: report
            .next(difference)
            .ok()
            .flatten()
            .map(|revision| revision.to_string()),
        changes: difference.map_or(&[], |difference| &difference.changes),
        against: against.collect(),
    }
}

fn human(
    context: &Context,
    report: &Report<'_>,
    difference: Option<&Difference>,
    is_against: bool,
    printer: &Printer,
    ask: Ask<'_>,
) -> Lines {
    let mut out = Lines::default();
    out.write(&report.major.folder.event(&report.event.event_type));
    let (Some(latest), Some(difference)) = (report.latest(), difference) else {
        out.line(match is_against {
            true => ": new",
            false => ": never released",
        });
        return out;
    };
    out.line(&format!(
        ", since {}: {}",
        latest.released.revision,
        next(context, report, difference)
    ));
    let whole = Directions::from_fn(|direction| latest.verdicts.get(direction).clone());
    printer.changes(&mut out, &difference.changes, &whole, "  ");
    for against in &report.against {
        of_revision(&mut out, report, against, printer, ask);
    }
    out
}

/// Adds the verdicts on one released revision.
fn of_revision(
    out: &mut Lines,
    report: &Report<'_>,
    against: &Against<'_>,
    printer: &Printer,
    ask: Ask<'_>,
) {
    let answers = answers(report, against, ask);
    for direction in Direction::ALL {
        let Some(answer) = answers.get(direction) else {
            continue;
        };
        let revision = against.released.revision;
        let question = match direction {
            Direction::Forward => format!("new events, for readers of {revision}"),
            Direction::Backward => format!("events of {revision}, for new readers"),
        };
        let promise = match (report.promised.get(direction), reasons(against).as_slice()) {
            (false, _) => ", which is not promised".to_owned(),
            (true, []) => String::new(),
            (true, reasons) => format!(", approved: {}", reasons.join(" ")),
        };
        out.write(&format!("  {} ({question}): ", text::word(direction)));
        printer.verdict(out, answer, &promise, "    ");
        if let Some(beyond) = against.beyond.get(direction) {
            out.write("  not covered by an approval: ");
            printer.verdict(out, &text::plain(beyond), "", "    ");
        }
    }
}

/// Returns the verdicts on a released revision. A break in the profile `exact` has the verdict of `tolerant`, too.
fn answers(report: &Report<'_>, against: &Against<'_>, ask: Ask<'_>) -> Directions<Option<Answer>> {
    Directions::from_fn(|direction| {
        let verdict = against.verdicts.get(direction).clone()?;
        let mut again = |settings: &Settings| {
            let (writer, reader) = direction.writer_and_reader(&against.value, &report.bundle);
            let (writer, reader) = (writer.to_string(), reader.to_string());
            let question = Question {
                asks: Asks::Verdict,
                writer: &writer,
                reader: &reader,
                settings: *settings,
            };
            let asked = ask(&[question]).map(|verdicts| verdicts.into_iter().next());
            let answer = asked.ok().flatten();
            answer.unwrap_or_else(|| Verdict::Undecided(Undecided::not_compared()))
        };
        Some(Answer::new(verdict, &report.settings, &mut again))
    })
}

/// Returns the reasons of the approvals for a released revision.
fn reasons<'a>(against: &'a Against<'_>) -> Vec<&'a str> {
    let approvals = against.approvals.iter();
    approvals.map(|approval| approval.reason.trim()).collect()
}

/// Returns the step that follows, and the command that makes it.
fn next(context: &Context, report: &Report<'_>, difference: &Difference) -> String {
    let release = context.command("release");
    let step = match difference.step {
        RevisionStep::None => "no change",
        RevisionStep::Patch => "a patch",
        RevisionStep::Minor => "a minor revision",
        RevisionStep::Major => "a new major version",
    };
    match report.next(Some(difference)) {
        Ok(None) => "nothing to release".into(),
        Ok(Some(revision)) if difference.step == RevisionStep::None => {
            format!("{step} except the revision {revision}, `{release}`")
        }
        Ok(Some(_)) => format!("{step}, `{release}`"),
        Err(Obstacle::Breaks { .. }) => format!(
            "{step}, `{}`, or an approval, which `{}` shows",
            context.command(&format!("new-major {}", report.family.name)),
            context.command("check")
        ),
        Err(_) => format!("{step}, but `{release}` rejects the revision in the schema"),
    }
}

/// Prints the effects on programs that use the generated Rust.
fn rust(context: &Context, session: &Session) -> Result<(), Failure> {
    let registry = &session.registry;
    if registry.config.with_target(Rust::KEY).next().is_none() {
        return Ok(());
    }
    let changes: Vec<SourceChange> = source::changes(session)
        .into_iter()
        .filter(|change| change.kind.effect() != Effect::None)
        .collect();
    if context.format != Format::Human {
        for change in &changes {
            print_json(&super::json_line(&SourceLine {
                family: &change.family,
                source: change.path.clone(),
                effect: change.kind.effect().to_string(),
                change: change.kind.to_string(),
            })?);
        }
        return Ok(());
    }
    if registry
        .majors()
        .all(|(_, major)| major.released.is_empty())
    {
        return Ok(());
    }
    let breaks = changes
        .iter()
        .any(|change| change.kind.effect() == Effect::Breaking);
    context.say(match (changes.is_empty(), breaks) {
        (true, _) => "generated Rust: no change that programs notice",
        (false, false) => "generated Rust: programs compile as before",
        (false, true) => "generated Rust: programs have to be changed",
    });
    for change in &changes {
        context.say(&format!("  - {change}"));
    }
    Ok(())
}

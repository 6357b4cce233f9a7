//! Findings of `check` and `release` about broken promises.

use schema_registry::{
    approvals::Approval,
    bundle::place_in_files,
    config::Compatibility,
    diagnostic::{Diagnostic, Location},
    json::Node,
    layout::APPROVALS_FILE,
    model::{Major, Registry},
    rules::{BREAKING_CHANGE, RENAMED_FIELD, UNDECIDED_CHANGE, UNUSED_APPROVAL},
};
use serde_json::Value;

use super::{Against, Ask, Report};
use crate::{
    Refusal, Verdict,
    changes::{self, Change, ChangeKind, Direction, Effect, describe},
};

/// The maximum number of characters of an example on one line. A longer one is formatted on several lines.
const LONGEST_LINE: usize = 100;

/// The maximum number of lines of an example.
const MOST_LINES: usize = 60;

/// Returns findings about broken promises, renamed fields, missing schemas, and approvals that match no break.
#[must_use]
pub fn findings(registry: &Registry, reports: &[Report<'_>], ask: Ask<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    // The accepted breaks are unknown unless all approvals can be read.
    let judged = if registry.is_an_approval_unread() {
        &[]
    } else {
        reports
    };
    for report in judged {
        for direction in Direction::ALL {
            let mut broken = report
                .broken()
                .filter(|(_, broken, _)| *broken == direction);
            let Some((against, _, verdict)) = broken.next() else {
                continue;
            };
            let others: Vec<String> = broken
                .map(|(against, _, _)| against.released.revision.to_string())
                .collect();
            findings.push(finding(
                registry,
                report,
                direction,
                (against, verdict),
                &others,
                ask,
            ));
        }
    }
    findings.extend(reports.iter().flat_map(|report| renamed(registry, report)));
    findings.extend(gone(registry));
    findings.extend(unused(registry, reports));
    findings
}

fn finding(
    registry: &Registry,
    report: &Report<'_>,
    direction: Direction,
    (against, verdict): (&Against<'_>, &Verdict),
    others: &[String],
    ask: Ask<'_>,
) -> Diagnostic {
    let event = &report.event.event_type;
    let released = against.released;
    let revision = released.revision;
    let cause = cause(report, direction, ask);
    let place = place(registry, report, cause.as_ref());
    let also = match others {
        [] => String::new(),
        others => format!(" (and of {})", others.join(", ")),
    };
    let (rule, what, shown) = match verdict {
        Verdict::Undecided(undecided) => (
            &UNDECIDED_CHANGE,
            match direction {
                Direction::Forward => format!(
                    "could not prove that readers of `{event}` {revision}{also} accept new events: {}",
                    undecided.reason()
                ),
                Direction::Backward => format!(
                    "could not prove that new readers accept events of `{event}` {revision}{also}: {}",
                    undecided.reason()
                ),
            },
            None,
        ),
        Verdict::Vacuous { reason } => (
            &UNDECIDED_CHANGE,
            match direction {
                Direction::Forward => {
                    format!(
                        "nothing is promised to readers of `{event}` {revision}{also}: {reason}"
                    )
                }
                Direction::Backward => {
                    format!("`{event}` {revision}{also} promises nothing: {reason}")
                }
            },
            None,
        ),
        Verdict::Breaking {
            witness,
            refused_at,
        } => (
            &BREAKING_CHANGE,
            breaking(direction, event, &format!("{revision}{also}"), refused_at),
            Some(witness),
        ),
        // A compatible verdict is never broken.
        Verdict::Compatible { .. } => (&BREAKING_CHANGE, String::new(), None),
    };
    let caused = cause.map(|change| {
        let before = change
            .old
            .as_ref()
            .map(|old| format!(" (previously at `{}#{old}`)", released.source.path));
        format!("; {}{}", describe(&change), before.unwrap_or_default())
    });
    let uncovered = match against.approvals.as_slice() {
        [] => "",
        _ => "; the approvals of this revision match other breaks",
    };
    let witness = shown.map(|witness| example(witness, event));
    let help = format!(
        "{}stay compatible, start a new major version, or accept this break: \
         add this to `{}`, with your reason:\n\n{}",
        witness.unwrap_or_default(),
        released.shown(APPROVALS_FILE),
        approval(report, against),
    );
    Diagnostic::new(rule, what + uncovered + &caused.unwrap_or_default())
        .help(help)
        .command(["new-major", report.family.name.as_str()])
        .at(place)
}

/// Returns the example of a break: on one line if it is short, otherwise formatted, and truncated if it is very long.
fn example(witness: &Value, event: &str) -> String {
    let line = witness.to_string();
    if line.chars().count() <= LONGEST_LINE {
        return format!("example: {line}\n");
    }
    let text = format!("{witness:#}");
    let mut lines: Vec<&str> = text.lines().take(MOST_LINES).collect();
    let cut = match text.lines().count().saturating_sub(MOST_LINES) {
        0 => String::new(),
        rest => format!("… and {rest} more lines; `diff {event} --full` prints all"),
    };
    lines.extend(Some(cut.as_str()).filter(|cut| !cut.is_empty()));
    format!("example:\n\n{}\n\n", lines.join("\n"))
}

/// Returns the approval that accepts a break, to be pasted. It is rejected until someone fills in the reason.
fn approval(report: &Report<'_>, against: &Against<'_>) -> String {
    // TOML uses the same escapes as JSON.
    let event = Value::from(report.event.event_type.as_str());
    format!(
        "[[approval]]\nevent = {event}\nreleased = \"{}\"\nschema = \"{}\"\nreason = \"…\"",
        against.released.entry.sha256,
        report.digest(),
    )
}

fn breaking(direction: Direction, event: &str, revision: &str, refused: &Refusal) -> String {
    let at = match refused.instance.as_str() {
        "" => "the whole body".to_owned(),
        pointer => format!("`{pointer}`"),
    };
    let by = format!("{at}, by `{}`: {}", refused.keyword, refused.message);
    match direction {
        Direction::Forward => {
            format!("readers of `{event}` {revision} reject new events: {by}")
        }
        Direction::Backward => {
            format!("new readers reject events of `{event}` {revision}: {by}")
        }
    }
}

/// Returns the first change since the latest release that breaks the promise.
fn cause(report: &Report<'_>, direction: Direction, ask: Ask<'_>) -> Option<Change> {
    let difference = report.difference(ask)?;
    let breaks = |effect: &Effect| {
        let verdict = effect.verdict();
        verdict.is_some_and(|verdict| !verdict.is_compatible())
    };
    let classified = difference
        .changes
        .into_iter()
        .find(|classified| breaks(classified.verdicts.get(direction)))?;
    classified.changes.into_iter().next()
}

/// Returns the place of a change in the file that people edit. For a removed part, it is the place of the nearest part
/// around it.
fn place(registry: &Registry, report: &Report<'_>, cause: Option<&Change>) -> Location {
    let schema = &report.event.schema;
    let written = cause.and_then(|change| change.new.as_ref().or(change.old.as_ref()));
    let mut pointer = written.map_or("", String::as_str);
    loop {
        if report.bundle.pointer(pointer).is_some()
            && let Some(location) = place_in_files(registry, schema, &report.bundle, pointer)
        {
            return location;
        }
        match pointer.rsplit_once('/') {
            Some((above, _)) => pointer = above,
            None => return schema.location(""),
        }
    }
}

/// Returns findings about fields that seem to be renamed since the latest release.
fn renamed(registry: &Registry, report: &Report<'_>) -> Vec<Diagnostic> {
    let Some(latest) = report.latest() else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for change in changes::changes(&latest.value, &report.bundle) {
        let ChangeKind::FieldRenamed { from, to, .. } = &change.kind else {
            continue;
        };
        let message = format!(
            "`{to}` has nearly the same schema as `{from}`, which {} had",
            latest.released.revision
        );
        let help = format!(
            "if it is the same field, keep `{from}` beside it, with `\"deprecated\": true`, until no reader uses it"
        );
        let place = place(registry, report, Some(&change));
        findings.push(
            Diagnostic::new(&RENAMED_FIELD, message)
                .help(help)
                .at(place),
        );
    }
    findings
}

/// Returns findings about released events whose schema is missing, unless the family promises nothing.
fn gone(registry: &Registry) -> impl Iterator<Item = Diagnostic> {
    let gone = registry.gone().into_iter();
    let gone = gone.filter(|(family, ..)| family.config.compatibility != Compatibility::None);
    gone.map(|(family, _, released)| {
        let (event, revision) = (&released.event_type, released.revision);
        let message = format!(
            "`{event}` {revision} was released, but `{}` is missing: consumers still refer to it",
            released.shown(&released.folder.schema(event))
        );
        let help = "restore the schema, with `\"deprecated\": true` if the event is no longer sent; a new major version \
                    can leave it out";
        Diagnostic::new(&BREAKING_CHANGE, message)
            .help(help)
            .command(["new-major", family.name.as_str()])
            .at(Location::at_span(&released.source, 0..0))
    })
}

/// Returns findings about approvals that match no break. They would hide the next break.
fn unused(registry: &Registry, reports: &[Report<'_>]) -> Vec<Diagnostic> {
    let used: Vec<&Location> = reports
        .iter()
        .flat_map(Report::accepted)
        .flat_map(|against| against.approvals.iter().map(|approval| &approval.location))
        .collect();
    let is_used = |location: &Location| used.iter().any(|used| used.span == location.span);
    registry
        .approvals
        .iter()
        .filter(|approval| !is_used(&approval.location) && is_judged(registry, approval))
        .map(|approval| {
            let message = format!(
                "this approval matches no current break of `{}`",
                approval.event
            );
            Diagnostic::new(&UNUSED_APPROVAL, message)
                .help("remove it, or update its digests: the finding about the break shows them")
                .at(approval.location.clone())
        })
        .collect()
}

/// Reports whether everything that an approval can refer to was compared. Files that cannot be read have findings of
/// their own, and the approval may refer to one of them.
fn is_judged(registry: &Registry, approval: &Approval) -> bool {
    !registry.has_unknown_folder()
        && registry.majors().all(|(_, major)| {
            let event = &approval.event;
            let mut named = major.events.iter().filter(|it| it.event_type == *event);
            named.all(|event| registry.is_sound(&event.schema))
                && !registry.is_out_of_reach(&major.folder.schema(event))
                && !registry.is_release_index_unclear(&major.folder)
                && is_read(major, approval)
        })
}

/// Reports whether the revision of an approval was read, if the list of releases contains it.
fn is_read(major: &Major, approval: &Approval) -> bool {
    let index = major.release_index.as_ref();
    let root = index.and_then(|index| index.root.as_ref());
    let entries = root.and_then(|root| root.get("releases"));
    let mut entries = entries.map(Node::items).unwrap_or_default().iter();
    let is_listed = entries.any(|entry| {
        let digest = entry.get("sha256").and_then(Node::as_str);
        digest == Some(&approval.released)
    });
    let mut released = major.released.iter();
    !is_listed || released.any(|released| released.entry.sha256 == approval.released)
}

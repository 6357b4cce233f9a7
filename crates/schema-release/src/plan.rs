//! The plan for one event: the revision that it is released as, and the files that this changes.

use schema_compat::{
    Verdict,
    changes::{Classified, Directions, describe},
    policy::{Ask, Obstacle, Report},
    revision_step::RevisionStep,
};
use schema_registry::{
    diagnostic::Diagnostic,
    json,
    layout::{FileRole, MajorFolder},
    model::{EVENT_VERSION, Registry, Schema},
    released::canonical_text,
    revision::Revision,
    rules,
};

use crate::{
    error::{Attempt, Error, Reason},
    registry_file::RegistryFile,
};

/// An event that is to be released.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The folder of the event's major version.
    pub folder: MajorFolder,
    /// The type of the event.
    pub event_type: String,
    /// The revision that it is released as.
    pub revision: Revision,
    /// The revision before, if there was one.
    pub before: Option<Revision>,
    /// The step from the revision before.
    pub step: RevisionStep,
    /// The changes since the revision before.
    pub changes: Vec<Classified>,
    /// The verdicts on the revision before. Forward: its readers accept what is written now. Backward: readers of this
    /// revision accept what was written for the one before.
    pub verdicts: Directions<Option<Verdict>>,
    /// The released revisions that this one is incompatible with, and the reasons why that was approved.
    pub accepted: Vec<(Revision, String)>,
    /// The text of the schema with the revision. `None` if the schema has this revision already.
    pub raised: Option<String>,
}

/// Returns the plan for an event, or `None` if the event did not change.
///
/// # Errors
///
/// Returns a finding if the event cannot be released.
pub fn plan(report: &Report<'_>, ask: Ask<'_>) -> Result<Option<Planned>, Box<Diagnostic>> {
    planned(report, ask).map_err(|Rejection { why, help }| {
        let finding = Diagnostic::new(&rules::REFUSED_RELEASE, format!("cannot release {why}"));
        let place = report.event.schema.location(format!("/{EVENT_VERSION}"));
        Box::new(finding.help(help).at(place))
    })
}

fn planned(report: &Report<'_>, ask: Ask<'_>) -> Result<Option<Planned>, Rejection> {
    let event = report.event;
    let difference = report.difference(ask);
    let next = report.next(difference.as_ref());
    let Some(revision) = next.map_err(|obstacle| rejection(report, obstacle))? else {
        return Ok(None);
    };
    let raised = if event.revision().and_then(|text| text.parse().ok()) == Some(revision) {
        None
    } else {
        Some(raised(&event.schema, revision).ok_or_else(|| {
            Rejection::new(
                format!(
                    "{}: `{EVENT_VERSION}` cannot be raised in the schema",
                    name(report)
                ),
                format!("write {revision} there"),
            )
        })?)
    };
    let latest = report.latest();
    let (step, changes) = difference.map_or((RevisionStep::None, Vec::new()), |difference| {
        (difference.step, difference.changes)
    });
    Ok(Some(Planned {
        folder: report.major.folder.clone(),
        event_type: event.event_type.clone(),
        revision,
        before: latest.map(|latest| latest.released.revision),
        step,
        changes,
        verdicts: latest
            .map(|latest| latest.verdicts.clone())
            .unwrap_or_default(),
        accepted: accepted(report),
        raised,
    }))
}

/// Returns the event, as messages name it.
fn name(report: &Report<'_>) -> String {
    format!("{} `{}`", report.major.folder, report.event.event_type)
}

fn rejection(report: &Report<'_>, obstacle: Obstacle) -> Rejection {
    let (name, number) = (name(report), report.major.number);
    match obstacle {
        Obstacle::NoRevision => Rejection::new(
            format!("{name}: it does not say its revision"),
            format!(
                "write `\"{EVENT_VERSION}\": \"{}\"`",
                Revision::first(number)
            ),
        ),
        Obstacle::OtherMajor { written } => Rejection::new(
            format!(
                "{name}: `{EVENT_VERSION}` is {written}, which is not a revision of `v{number}`"
            ),
            format!("write one that begins with `{number}.`"),
        ),
        // The promises that are broken have findings of their own, and with these nothing is planned.
        Obstacle::Breaks { before } => Rejection::new(
            format!("{name}: the changes since {before} are incompatible with it"),
            format!("undo what `diff {}` shows", report.event.event_type),
        ),
        Obstacle::LastNumber { before } => Rejection::new(
            format!("{name}: there is no revision after {before}"),
            "begin a new major version",
        ),
        Obstacle::TooLow {
            written,
            before,
            needed,
        } => Rejection::new(
            format!(
                "{name}: `{EVENT_VERSION}` is {written}, and the changes since {before} need {needed}, \
                 or a later one"
            ),
            format!("write {needed}, or leave {before} there and let it be raised"),
        ),
    }
}

/// Returns the revisions whose break is approved for the current schema, with the reasons. Approvals of other schemas
/// do not count.
fn accepted(report: &Report<'_>) -> Vec<(Revision, String)> {
    let digest = report.digest();
    let accepted = report.accepted().filter_map(|against| {
        let mut approvals = against.approvals.iter();
        let approval = approvals.find(|it| it.schema == digest)?;
        Some((against.released.revision, approval.reason.trim().to_owned()))
    });
    accepted.collect()
}

/// Why an event cannot be released, and what to do.
/// The reason why an event cannot be released, and what to do.
struct Rejection {
    why: String,
    help: String,
}

impl Rejection {
    fn new(why: String, help: impl Into<String>) -> Self {
        Self {
            why,
            help: help.into(),
        }
    }
}

/// Returns the text of a schema with another revision, and no other change.
fn raised(schema: &Schema, revision: Revision) -> Option<String> {
    let span = &schema.root.get(EVENT_VERSION)?.span;
    let text = &schema.source.text;
    let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
    let raised = format!("{before}\"{revision}\"{after}");
    json::parse(&raised).ok().map(|_| raised)
}

impl Planned {
    /// Returns a line about each change, without that of the revision.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let revision = format!("/{EVENT_VERSION}");
        let changes = self.changes.iter().flat_map(|judged| &judged.changes);
        changes
            .filter(|change| change.new.as_deref() != Some(&*revision))
            .map(describe)
            .collect()
    }

    /// Returns the changes, as the list of releases has them.
    #[must_use]
    pub fn notes(&self) -> String {
        let lines = self.lines();
        match (self.before, lines.as_slice()) {
            (None, _) => "First revision.".into(),
            (Some(before), []) => format!("The same as {before}."),
            (Some(_), lines) => format!("{}.", lines.join("; ")),
        }
    }

    /// Returns a line about each approved break.
    #[must_use]
    pub fn breaks(&self) -> Vec<String> {
        let breaks = self.accepted.iter();
        breaks
            .map(|(revision, reason)| {
                format!("Approved break: incompatible with {revision}. {reason}")
            })
            .collect()
    }

    /// Returns the lines that describe the plan to people.
    #[must_use]
    pub fn summary(&self) -> Vec<String> {
        let since = match self.before {
            None => "first revision".to_owned(),
            Some(before) => format!("{} since {before}", step(self.step)),
        };
        let mut lines = vec![format!(
            "{} {} ({since})",
            self.folder.event(&self.event_type),
            self.revision
        )];
        lines.extend(self.lines().iter().map(|line| format!("  - {line}")));
        lines.extend(self.breaks().iter().map(|line| format!("  {line}")));
        lines
    }

    /// Returns the schema with its new revision, unless it has this revision already.
    pub(crate) fn raised_file(&self) -> Option<RegistryFile> {
        Some(RegistryFile {
            folder: self.folder.clone(),
            role: FileRole::Schema {
                stem: self.event_type.clone(),
            },
            text: self.raised.clone()?,
        })
    }

    /// Returns the bundle, made from a registry whose schemas have their new revisions.
    pub(crate) fn bundle(&self, registry: &Registry) -> Result<RegistryFile, Error> {
        let path = self.folder.schema(&self.event_type);
        let mut schemas = registry.schemas();
        let bundle = schemas
            .find(|schema| schema.path == path)
            .and_then(|schema| registry.release_bundle(schema, self.revision));
        let bundle = bundle.ok_or_else(|| {
            let event = self.event_type.clone();
            Error::new(Attempt::Release { event }, Reason::InvalidSchema)
        })?;
        Ok(RegistryFile {
            folder: self.folder.clone(),
            role: FileRole::Released {
                event: self.event_type.clone(),
                revision: self.revision,
            },
            text: canonical_text(&bundle),
        })
    }
}

/// Returns the word for a step.
pub(crate) fn step(step: RevisionStep) -> &'static str {
    match step {
        RevisionStep::None => "no change",
        RevisionStep::Patch => "patch",
        RevisionStep::Minor => "minor",
        RevisionStep::Major => "major",
    }
}

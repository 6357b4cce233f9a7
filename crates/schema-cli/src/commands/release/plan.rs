//! The revision that an event is released as, and the resulting changes in the registry.

use schema_compat::{
    Verdict,
    changes::{Classified, Directions, describe},
    policy::{Ask, Obstacle, Report},
    revision_step::RevisionStep,
};
use schema_registry::{
    diagnostic::Diagnostic,
    json,
    load::{FileRole, Loaded, LoadedFile, parse_source},
    model::{EVENT_VERSION, Registry, Schema},
    released::{self, canonical_text},
    revision::Revision,
    rules,
};

use crate::{context::Place, exit::Failure};

/// One event that is to be released.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) family: String,
    pub(super) major: String,
    pub(super) event_type: String,
    pub(super) revision: Revision,
    /// The revision before, if there was one.
    pub(super) before: Option<Revision>,
    pub(super) step: RevisionStep,
    pub(super) changes: Vec<Classified>,
    /// Forward: the verdict on readers of the previous revision and new bodies. Backward: the verdict on new readers
    /// and bodies of the previous revision.
    pub(super) verdicts: Directions<Option<Verdict>>,
    /// The released revisions whose promises this one breaks with approval, and the reasons.
    pub(super) accepted: Vec<(Revision, String)>,
    /// The path of the event's schema below the registry's folder.
    pub(super) path: String,
    /// The text of the schema with the new revision, unless it has the revision already.
    pub(super) raised: Option<String>,
}

/// Returns the release of an event, or `None` if there is nothing to release. The error says why it cannot be released.
pub(super) fn plan(report: &Report<'_>, ask: Ask<'_>) -> Result<Option<Planned>, Box<Diagnostic>> {
    next(report, ask).map_err(|Refused { why, help }| {
        let finding = Diagnostic::new(&rules::REFUSED_RELEASE, format!("cannot release {why}"));
        let place = report.event.schema.location(format!("/{EVENT_VERSION}"));
        Box::new(finding.help(help).at(place))
    })
}

fn next(report: &Report<'_>, ask: Ask<'_>) -> Result<Option<Planned>, Refused> {
    let event = report.event;
    let difference = report.difference(ask);
    let next = report.next(difference.as_ref());
    let Some(revision) = next.map_err(|obstacle| refused(report, obstacle))? else {
        return Ok(None);
    };
    let raised = if event.revision().and_then(|text| text.parse().ok()) == Some(revision) {
        None
    } else {
        Some(raised(&event.schema, revision).ok_or_else(|| {
            Refused::new(
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
        family: report.family.name.clone(),
        major: report.major.name.clone(),
        event_type: event.event_type.clone(),
        revision,
        before: latest.map(|latest| latest.released.revision),
        step,
        changes,
        verdicts: latest
            .map(|latest| latest.verdicts.clone())
            .unwrap_or_default(),
        accepted: accepted(report),
        path: event.schema.path.clone(),
        raised,
    }))
}

/// Returns the event as messages name it.
fn name(report: &Report<'_>) -> String {
    format!(
        "{}/{} `{}`",
        report.family.name, report.major.name, report.event.event_type
    )
}

fn refused(report: &Report<'_>, obstacle: Obstacle) -> Refused {
    let (name, number) = (name(report), report.major.number);
    match obstacle {
        Obstacle::NoRevision => Refused::new(
            format!("{name}: it does not say its revision"),
            format!(
                "write `\"{EVENT_VERSION}\": \"{}\"`",
                Revision::first(number)
            ),
        ),
        Obstacle::OtherMajor { written } => Refused::new(
            format!(
                "{name}: `{EVENT_VERSION}` is {written}, which is not a revision of `v{number}`"
            ),
            format!("write one that begins with `{number}.`"),
        ),
        // Broken promises have findings of their own, and with these nothing is planned.
        Obstacle::Breaks { before } => Refused::new(
            format!("{name}: the changes since {before} are incompatible with it"),
            format!("undo what `diff {}` shows", report.event.event_type),
        ),
        Obstacle::LastNumber { before } => Refused::new(
            format!("{name}: there is no revision after {before}"),
            "begin a new major version",
        ),
        Obstacle::TooLow {
            written,
            before,
            needed,
        } => Refused::new(
            format!(
                "{name}: `{EVENT_VERSION}` is {written}, and the changes since {before} need {needed}, \
                 or a later one"
            ),
            format!("write {needed}, or leave {before} there and let it be raised"),
        ),
    }
}

/// Returns the approved breaks of the present schema, with their reasons. Approvals of earlier breaks are left out.
fn accepted(report: &Report<'_>) -> Vec<(Revision, String)> {
    let digest = report.digest();
    let accepted = report.accepted().filter_map(|against| {
        let mut approvals = against.approvals.iter();
        let approval = approvals.find(|it| it.schema == digest)?;
        Some((against.released.revision, approval.reason.trim().to_owned()))
    });
    accepted.collect()
}

/// The reason why an event cannot be released, and what to do.
struct Refused {
    why: String,
    help: String,
}

impl Refused {
    fn new(why: String, help: impl Into<String>) -> Self {
        Self {
            why,
            help: help.into(),
        }
    }
}

/// Returns the text of a schema with another revision, and otherwise unchanged.
fn raised(schema: &Schema, revision: Revision) -> Option<String> {
    let span = &schema.root.get(EVENT_VERSION)?.span;
    let text = &schema.source.text;
    let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
    let raised = format!("{before}\"{revision}\"{after}");
    json::parse(&raised).ok().map(|_| raised)
}

impl Planned {
    /// Returns the folder of the major version, below the registry's folder.
    fn folder(&self) -> String {
        format!("{}/{}", self.family, self.major)
    }

    /// Returns the path of the bundle, below the registry's folder.
    pub(super) fn released_path(&self) -> String {
        released::file_path(&self.folder(), &self.event_type, self.revision)
    }

    /// Returns the changes, one line each.
    pub(super) fn lines(&self) -> Vec<String> {
        let revision = format!("/{EVENT_VERSION}");
        let changes = self.changes.iter().flat_map(|judged| &judged.changes);
        changes
            .filter(|change| change.new.as_deref() != Some(&*revision))
            .map(describe)
            .collect()
    }

    /// Returns the changes for the list of releases.
    pub(super) fn notes(&self) -> String {
        let lines = self.lines();
        match (self.before, lines.as_slice()) {
            (None, _) => "First revision.".into(),
            (Some(before), []) => format!("The same as {before}."),
            (Some(_), lines) => format!("{}.", lines.join("; ")),
        }
    }

    /// Returns the promises that are given up, one line each.
    pub(super) fn breaks(&self) -> Vec<String> {
        let breaks = self.accepted.iter();
        breaks
            .map(|(revision, reason)| {
                format!("Approved break: incompatible with {revision}. {reason}")
            })
            .collect()
    }

    /// Returns a summary of the release for people.
    pub(super) fn summary(&self) -> Vec<String> {
        let since = match self.before {
            None => "first revision".to_owned(),
            Some(before) => format!("{} since {before}", step(self.step)),
        };
        let mut lines = vec![format!(
            "{}/{} {} ({since})",
            self.folder(),
            self.event_type,
            self.revision
        )];
        lines.extend(self.lines().iter().map(|line| format!("  - {line}")));
        lines.extend(self.breaks().iter().map(|line| format!("  {line}")));
        lines
    }

    /// Puts the schema with its new revision into a loaded registry.
    pub(super) fn edit(&self, loaded: &mut Loaded, place: &Place) {
        if let Some(text) = &self.raised {
            let file = self.path.rsplit('/').next().unwrap_or_default();
            let stem = file.strip_suffix(".json").unwrap_or(file).to_owned();
            let role = FileRole::Schema { stem };
            put(
                loaded,
                place,
                &self.path,
                (&self.family, &self.major, role),
                text,
            );
        }
    }

    /// Returns the text of the bundle, made from a registry whose schemas have their new revisions.
    pub(super) fn bundle(&self, registry: &Registry) -> Result<String, Failure> {
        let mut schemas = registry.schemas();
        schemas
            .find(|schema| schema.path == self.path)
            .and_then(|schema| registry.release_bundle(schema, self.revision))
            .map(|bundle| canonical_text(&bundle))
            .ok_or_else(|| {
                let doing = format!("cannot release `{}`", self.event_type);
                Failure::other(doing, "its schema has errors, which `check` shows")
            })
    }

    /// Puts the bundle into a loaded registry.
    pub(super) fn put_bundle(&self, loaded: &mut Loaded, place: &Place, text: &str) {
        let role = FileRole::Released {
            event: self.event_type.clone(),
            revision: self.revision,
        };
        let path = self.released_path();
        put(
            loaded,
            place,
            &path,
            (&self.family, &self.major, role),
            text,
        );
    }
}

/// Returns the word for a step.
pub(super) fn step(step: RevisionStep) -> &'static str {
    match step {
        RevisionStep::None => "no change",
        RevisionStep::Patch => "patch",
        RevisionStep::Minor => "minor",
        RevisionStep::Major => "major",
    }
}

/// Puts a file into a loaded registry, and replaces the file that has its role.
pub(super) fn put(
    loaded: &mut Loaded,
    place: &Place,
    path: &str,
    (family, major, role): (&str, &str, FileRole),
    text: &str,
) {
    let shown = format!("{}/{path}", place.shown_as);
    let source = parse_source(shown, text.to_owned(), &mut loaded.findings);
    let source = loaded.sources.add(source);
    let same = loaded.files.iter_mut().find(|file| {
        (file.family.as_str(), file.major.as_str(), &file.role) == (family, major, &role)
    });
    // Files are in the order of events.
    if let Some(file) = same {
        file.source = source;
        return;
    }
    loaded.files.push(LoadedFile {
        source,
        family: family.to_owned(),
        major: major.to_owned(),
        role,
    });
}

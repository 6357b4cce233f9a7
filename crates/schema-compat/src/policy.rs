//! Comparisons of events with their released revisions, under the policy of their family.
//!
//! The policy is transitive: a schema is compared with every released revision of its major version,
//! because a consumer may know any of them.

mod approved;
mod findings;
mod next_revision;

use std::{collections::BTreeMap, io};

use schema_registry::{
    approvals::Approval,
    config::Compatibility,
    model::{EVENT_VERSION, Event, Family, Major, Registry},
    released::{self, Released},
};
use serde_json::{Map, Value};

pub use approved::beyond_approved;
pub use findings::findings;
pub use next_revision::Obstacle;

use crate::{
    Profile, Proof, Settings, Undecided, Verdict,
    changes::{self, Change, Classified, Direction, Directions},
    revision_step::{RevisionStep, revision_step},
    worker::{Asks, Question},
};

/// A function that compares schemas: it answers many questions at once, in their order.
pub type Ask<'a> = &'a dyn Fn(&[Question<'_>]) -> io::Result<Vec<Verdict>>;

/// The settings with which events are compared with released revisions: a writer sends what its schema declares, and a
/// reader ignores what it does not know.
pub const SETTINGS: Settings = Settings {
    profile: Profile::Tolerant,
    formats: crate::Formats::Assert,
    draft: crate::Draft::Draft202012,
    draft4_integers: crate::Draft4Integers::ByLetter,
};

/// An event, and its comparison with each of its released revisions.
#[derive(Clone, Debug)]
pub struct Report<'r> {
    /// The family of the event.
    pub family: &'r Family,
    /// The major version of the event.
    pub major: &'r Major,
    /// The event.
    pub event: &'r Event,
    /// The schema as it would be released.
    pub bundle: Value,
    /// The directions in which the family promises compatibility.
    pub promised: Directions<bool>,
    /// The released revisions of the major version, newest first.
    pub against: Vec<Against<'r>>,
    /// The settings of the comparisons.
    pub settings: Settings,
}

/// The comparison of an event with one released revision.
#[derive(Clone, Debug)]
pub struct Against<'r> {
    /// The revision.
    pub released: &'r Released,
    /// Its schema.
    pub value: Value,
    /// The verdicts, in the directions that were compared.
    pub verdicts: Directions<Option<Verdict>>,
    /// The approvals of breaks of this revision.
    pub approvals: Vec<&'r Approval>,
    /// The verdicts on breaks that no approval covers, in the promised directions. `None` if there is no break, if none
    /// is approved, or if an approval is for the current schema.
    pub beyond: Directions<Option<Verdict>>,
}

/// The differences from the latest released revision, and the step that they need.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The changes, each with its own verdicts.
    pub changes: Vec<Classified>,
    /// The step by which the revision has to increase.
    pub step: RevisionStep,
}

/// The directions to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The directions that the family promises.
    Promised,
    /// Both directions.
    Both,
}

/// Compares events with their released revisions under `settings`, usually [`SETTINGS`]. Skips events for which
/// `wanted` is false, and events whose schemas are not sound, because they have findings of their own.
///
/// # Errors
///
/// Returns an error if `ask` fails.
pub fn reports<'r>(
    registry: &'r Registry,
    asked: Asked,
    settings: Settings,
    wanted: impl Fn(&Event) -> bool,
    ask: Ask<'_>,
) -> io::Result<Vec<Report<'r>>> {
    let mut reports: Vec<Report<'r>> = registry
        .events()
        .filter(|(_, _, event)| wanted(event))
        .filter_map(|(family, major, event)| report(registry, family, major, event, settings))
        .collect();
    let mut texts = BTreeMap::new();
    let mut places = Vec::new();
    for (at, report) in reports.iter_mut().enumerate() {
        let promised = report.promised;
        for (old, against) in report.against.iter_mut().enumerate() {
            let is_same = is_same_but_revision(&against.value, &report.bundle);
            against.verdicts = Directions::from_fn(|direction| {
                if asked == Asked::Promised && !promised.get(direction) {
                    return None;
                }
                if !is_same {
                    places.push((at, old, direction));
                }
                Some(Verdict::Compatible {
                    proof: Proof::Identical,
                })
            });
            if !is_same {
                texts.entry(at).or_insert_with(|| report.bundle.to_string());
            }
        }
    }
    let questions: Vec<Question<'_>> = places
        .iter()
        .filter_map(|(at, old, direction)| {
            let new = texts.get(at)?.as_str();
            let old = reports.get(*at)?.against.get(*old)?.released;
            let (writer, reader) = match direction {
                Direction::Forward => (new, &*old.source.text),
                Direction::Backward => (&*old.source.text, new),
            };
            Some(Question {
                asks: Asks::Verdict,
                writer,
                reader,
                settings,
            })
        })
        .collect();
    let verdicts = ask(&questions)?;
    for ((at, old, direction), verdict) in places.into_iter().zip(verdicts) {
        let against = reports
            .get_mut(at)
            .and_then(|report| report.against.get_mut(old));
        if let Some(against) = against {
            *against.verdicts.get_mut(direction) = Some(verdict);
        }
    }
    for report in &mut reports {
        report.ask_beyond(ask)?;
    }
    Ok(reports)
}

fn report<'r>(
    registry: &'r Registry,
    family: &'r Family,
    major: &'r Major,
    event: &'r Event,
    settings: Settings,
) -> Option<Report<'r>> {
    let bundle = registry.release_bundle(&event.schema, major.revision_of(event))?;
    let released: Vec<&Released> = major.released_of(&event.event_type).collect();
    let approvals: Vec<&Approval> = registry
        .approvals
        .iter()
        .filter(|approval| approval.event == event.event_type)
        .collect();
    let mut newer = Vec::new();
    if !approvals.is_empty() {
        newer.push(digest(&bundle));
    }
    let mut against = Vec::new();
    for released in released.into_iter().rev() {
        let value = released.root.to_value();
        // The approval of a break that was released also applies to later revisions.
        let approvals_of = approvals.iter().copied().filter(|approval| {
            approval.released == released.entry.sha256 && newer.contains(&approval.schema)
        });
        let approvals_of = approvals_of.collect();
        if !approvals.is_empty() {
            newer.push(digest(&value));
        }
        against.push(Against {
            released,
            value,
            verdicts: Directions::default(),
            approvals: approvals_of,
            beyond: Directions::default(),
        });
    }
    Some(Report {
        family,
        major,
        event,
        bundle,
        promised: promised(family.config.compatibility),
        against,
        settings,
    })
}

impl Report<'_> {
    /// Returns the SHA-256 of the schema without its revision, which an approval names.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(&self.bundle)
    }

    /// Returns the latest released revision.
    #[must_use]
    pub fn latest(&self) -> Option<&Against<'_>> {
        self.against.first()
    }

    /// Returns the changes since the latest release, and the step that all releases together need. `None` if nothing
    /// was released.
    ///
    /// A direction that was not compared counts as undecided.
    #[must_use]
    pub fn difference(&self, ask: Ask<'_>) -> Option<Difference> {
        let latest = self.latest()?;
        let (old, new) = (&latest.value, &self.bundle);
        let changes = changes::changes_within_limits(old, new, |question| asked(ask, question));
        let changes = changes
            .unwrap_or_else(|error| vec![Change::unlisted(new, Undecided::no_worker(&error))]);
        let whole = Directions::from_fn(|direction| {
            let verdict = latest.verdicts.get(direction).clone();
            verdict.unwrap_or_else(|| Verdict::Undecided(Undecided::not_compared()))
        });
        let mut compare = |writer: &Value, reader: &Value, settings: &Settings| {
            one(ask, writer, reader, settings)
                .unwrap_or_else(|error| Verdict::Undecided(Undecided::no_worker(&error)))
        };
        let classified =
            changes::classify(old, new, &changes, &whole, &self.settings, &mut compare);
        let kept = |against: &Against<'_>| {
            Directions::from_fn(|direction| {
                *self.promised.get(direction) && against.approvals.is_empty()
            })
        };
        let mut step = revision_step(
            old,
            new,
            &changes,
            &whole,
            kept(latest),
            &self.settings,
            &mut compare,
        );
        // Earlier releases have consumers too.
        if step != RevisionStep::None && self.broken().next().is_some() {
            step = RevisionStep::Major;
        }
        Some(Difference {
            changes: classified,
            step,
        })
    }

    /// Returns the promises that the schema does not keep, the newest release first. For a release with approvals, the
    /// verdict is on the breaks that no approval covers.
    pub fn broken(&self) -> impl Iterator<Item = (&Against<'_>, Direction, &Verdict)> {
        self.against.iter().flat_map(move |against| {
            Direction::ALL.into_iter().filter_map(move |direction| {
                let verdicts = match against.approvals.as_slice() {
                    [] => &against.verdicts,
                    _ => &against.beyond,
                };
                let verdict = verdicts.get(direction).as_ref()?;
                (*self.promised.get(direction) && !verdict.is_compatible())
                    .then_some((against, direction, verdict))
            })
        })
    }
}

impl<'r> Report<'r> {
    /// Returns the releases that the schema breaks and that have approvals.
    pub fn accepted(&self) -> impl Iterator<Item = &Against<'r>> {
        self.against
            .iter()
            .filter(|against| !against.approvals.is_empty() && self.breaks(against))
    }

    /// Looks for breaks that no approval covers, for releases that have both breaks and approvals.
    fn ask_beyond(&mut self, ask: Ask<'_>) -> io::Result<()> {
        if self
            .against
            .iter()
            .all(|against| against.approvals.is_empty())
        {
            return Ok(());
        }
        let current = self.digest();
        let mut failure = None;
        let mut compare = |writer: &Value, reader: &Value, settings: &Settings| {
            one(ask, writer, reader, settings).unwrap_or_else(|error| {
                failure = Some(error);
                Verdict::Undecided(Undecided::not_compared())
            })
        };
        let released: Vec<(String, Value)> = self
            .against
            .iter()
            .map(|against| (digest(&against.value), against.value.clone()))
            .collect();
        let promised = self.promised;
        for against in &mut self.against {
            let approvals = &against.approvals;
            if approvals.is_empty() || approvals.iter().any(|it| it.schema == current) {
                continue;
            }
            let is_approved = |digest: &String| approvals.iter().any(|it| it.schema == *digest);
            let approved = released.iter().filter(|(digest, _)| is_approved(digest));
            // Without a list of changes, the breaks that an approval covers are unknown, so it covers nothing.
            let mut covering: Vec<&Value> = Vec::new();
            for (_, value) in approved {
                let limit = changes::limit_to_changes(value, &against.value, |question| {
                    asked(ask, question)
                });
                if limit?.is_none() {
                    covering.push(value);
                }
            }
            against.beyond = Directions::from_fn(|direction| {
                let verdict = against.verdicts.get(direction).as_ref()?;
                (*promised.get(direction) && !verdict.is_compatible()).then(|| {
                    beyond_approved(
                        &against.value,
                        &covering,
                        &self.bundle,
                        direction,
                        &self.settings,
                        &mut compare,
                    )
                })
            });
        }
        failure.map_or(Ok(()), Err)
    }

    /// Reports whether the schema breaks a promise to the consumers of a release, approved or not.
    fn breaks(&self, against: &Against<'_>) -> bool {
        Direction::ALL.into_iter().any(|direction| {
            let verdict = against.verdicts.get(direction).as_ref();
            *self.promised.get(direction) && verdict.is_some_and(|verdict| !verdict.is_compatible())
        })
    }
}

/// Asks one question.
fn one(ask: Ask<'_>, writer: &Value, reader: &Value, settings: &Settings) -> io::Result<Verdict> {
    let (writer, reader) = (writer.to_string(), reader.to_string());
    let question = Question {
        asks: Asks::Verdict,
        writer: &writer,
        reader: &reader,
        settings: *settings,
    };
    asked(ask, &question)
}

fn asked(ask: Ask<'_>, question: &Question<'_>) -> io::Result<Verdict> {
    let verdict = ask(&[*question])?.into_iter().next();
    verdict.ok_or_else(|| io::Error::other("there was no answer"))
}

/// Returns the directions in which a family promises compatibility.
#[must_use]
pub fn promised(compatibility: Compatibility) -> Directions<bool> {
    let (forward, backward) = match compatibility {
        Compatibility::None => (false, false),
        Compatibility::Backward => (false, true),
        Compatibility::Forward => (true, false),
        Compatibility::Full => (true, true),
    };
    Directions { forward, backward }
}

/// Returns the SHA-256 of a released schema without its revision.
#[must_use]
pub fn digest(bundle: &Value) -> String {
    released::digest(released::canonical_text(&without_revision(bundle)))
}

/// Returns a released schema without the members that contain its revision.
fn without_revision(bundle: &Value) -> Value {
    let mut bundle = bundle.clone();
    if let Some(members) = bundle.as_object_mut() {
        members.retain(|name, _| !says_revision(name));
    }
    bundle
}

/// Reports whether two released schemas are equal except for their revision.
fn is_same_but_revision(left: &Value, right: &Value) -> bool {
    let (Value::Object(left), Value::Object(right)) = (left, right) else {
        return left == right;
    };
    let counted = |members: &Map<String, Value>| {
        let names = members.keys();
        names.filter(|name| !says_revision(name)).count()
    };
    let mut members = left.iter().filter(|(name, _)| !says_revision(name));
    counted(left) == counted(right) && members.all(|(name, value)| right.get(name) == Some(value))
}

fn says_revision(name: &str) -> bool {
    name == "$id" || name == EVENT_VERSION
}

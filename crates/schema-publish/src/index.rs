//! `index.json`: the list of all published schemas, for programs.

use std::{collections::BTreeMap, ops::Bound};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::manifest::LAST_NUMBER;

/// Everything that is published, by family, major version, event and revision. Paths are below
/// `base_uri`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Index {
    /// The JSON Schema of this list.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The address below which everything is published; ends in `/`.
    pub base_uri: String,
    /// The number of the publication. It begins at 1, and increases by one whenever a published file has changed. A
    /// greater number is newer.
    #[schemars(range(min = 1, max = LAST_NUMBER))]
    pub number: u64,
    /// SHA-256 over the digests and paths of all files, except this one and those that list it. Two publications
    /// with the same index are equal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub files_sha256: String,
    /// The families, in the order of their names.
    pub families: Vec<FamilyEntry>,
}

/// Schemas that are versioned together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FamilyEntry {
    /// The name: `webhooks`.
    pub name: String,
    /// The title of the family.
    pub title: String,
    /// The description of the family.
    pub description: String,
    /// The major versions, lowest first.
    pub majors: Vec<MajorEntry>,
}

/// A major version of a family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MajorEntry {
    /// The name: `v1`.
    pub name: String,
    /// The number in the name.
    pub number: u32,
    /// The path of the schema of the fields around each payload, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub envelope: Option<String>,
    /// The events, in the order in which they are shown.
    pub events: Vec<EventEntry>,
}

/// A type of event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventEntry {
    /// The type: `job.completed`.
    pub event: String,
    /// The title of its schema.
    pub title: String,
    /// The description of its schema.
    pub description: String,
    /// The path of the schema as it is now. It changes with each release.
    pub schema: String,
    /// The revision that was released last: `1.0.0`.
    pub latest: String,
    /// True if programs should not begin to use the event.
    #[serde(default)]
    pub deprecated: bool,
    /// The day from which the event is no longer sent, as `YYYY-MM-DD`, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub sunset: Option<String>,
    /// Related files.
    #[serde(default)]
    pub links: Links,
    /// The released revisions, oldest first. None of them is ever removed.
    pub revisions: Vec<RevisionEntry>,
}

/// The paths of files that belong to an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Links {
    /// The page of the reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documentation: Option<String>,
    /// The schema of the same event in the next major version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
}

/// A released revision of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RevisionEntry {
    /// The revision: `1.0.0`.
    pub revision: String,
    /// The path of its schema, whose bytes never change.
    pub path: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal digits.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// The day of the release, as `YYYY-MM-DD`.
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// The release notes, for people.
    pub notes: String,
}

/// An event with its family and its major version.
#[derive(Clone, Copy, Debug)]
pub struct ListedEvent<'i> {
    /// The family.
    pub family: &'i FamilyEntry,
    /// The major version.
    pub major: &'i MajorEntry,
    /// The event.
    pub event: &'i EventEntry,
}

impl Index {
    /// Returns every event of every family.
    pub fn events(&self) -> impl Iterator<Item = ListedEvent<'_>> {
        self.families.iter().flat_map(|family| {
            family.majors.iter().flat_map(move |major| {
                major.events.iter().map(move |event| ListedEvent {
                    family,
                    major,
                    event,
                })
            })
        })
    }

    /// Returns every revision of every event.
    pub fn revisions(&self) -> impl Iterator<Item = (ListedEvent<'_>, &RevisionEntry)> {
        self.events()
            .flat_map(|found| found.event.revisions.iter().map(move |it| (found, it)))
    }

    /// Returns the paths of the mutable schemas that the index names.
    pub fn schemas(&self) -> impl Iterator<Item = &str> {
        self.events().flat_map(|found| {
            let named = [&found.event.links.successor, &found.major.envelope];
            let named = named.into_iter().flatten().chain([&found.event.schema]);
            named.map(String::as_str)
        })
    }

    /// Returns the paths of all mutable files that the index names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let pages = self.events().filter_map(|found| {
            let page = &found.event.links.documentation;
            page.as_deref()
        });
        self.schemas().chain(pages)
    }

    /// Returns the revisions that `other` lacks or has with another digest, each as a sentence without full stop.
    #[must_use]
    pub fn missing_from(&self, other: &Self) -> Vec<String> {
        let mut missing = Vec::new();
        let others: BTreeMap<&str, &str> = other
            .revisions()
            .map(|(_, it)| (it.path.as_str(), it.sha256.as_str()))
            .collect();
        for (found, revision) in self.revisions() {
            let (path, digest) = (&revision.path, &revision.sha256);
            match others.get(path.as_str()) {
                Some(here) if *here == digest => {}
                Some(here) => missing.push(format!(
                    "`{path}` is published with the digest {digest}, and has {here} here"
                )),
                None => missing.push(format!(
                    "`{}` {} is published, but not released here",
                    found.event.event, revision.revision
                )),
            }
        }
        missing
    }

    /// Sets the successor of each event: its schema in the next major version that has it.
    pub(crate) fn link_successors(&mut self) {
        for family in &mut self.families {
            let mut schemas = BTreeMap::<String, BTreeMap<u32, String>>::new();
            for major in &family.majors {
                for it in &major.events {
                    let of_event = schemas.entry(it.event.clone()).or_default();
                    of_event.insert(major.number, it.schema.clone());
                }
            }
            for major in &mut family.majors {
                for event in &mut major.events {
                    let later = (Bound::Excluded(major.number), Bound::Unbounded);
                    let of_event = schemas.get(&event.event);
                    let next = of_event.and_then(|it| it.range(later).next());
                    event.links.successor = next.map(|(_, schema)| schema.clone());
                }
            }
        }
    }
}

/// Returns the JSON Schema of the list.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Index).to_value()
}

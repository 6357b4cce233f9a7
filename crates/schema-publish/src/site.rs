//! The files that are published of a registry: their paths, their bytes, and whether they may change.
//!
//! Only what is released is published, so that the same release gives the same bytes wherever it is
//! published from.

use std::collections::BTreeMap;

use schema_registry::{
    diagnostic::{Diagnostic, Location},
    layout,
    model::{Event, Major, Registry, SUNSET},
    released::{Released, canonical_text, digest},
    rules,
    rules::INVALID_SUNSET,
};
use serde_json::Value;

use crate::{
    catalog,
    index::{EventEntry, FamilyEntry, Index, Links, MajorEntry, RevisionEntry},
    manifest::Manifest,
    portable_path,
};

/// The list of families, major versions, events and revisions.
pub const INDEX: &str = "index.json";
/// The JSON Schema of [`INDEX`].
pub const INDEX_SCHEMA: &str = "index.schema.json";
/// The list of schemas for editors, in the form of SchemaStore.
pub const CATALOG: &str = "catalog.json";
/// The digests of all files, in the form of `sha256sum`, except of itself and of [`SIGNATURE`].
pub const SUMS: &str = "SHA256SUMS";
/// The list of all files with size, digest and media type, except itself, [`SIGNATURE`] and [`SUMS`].
pub const MANIFEST: &str = "manifest.json";
/// The signature of [`MANIFEST`], in the form of `minisign`.
pub const SIGNATURE: &str = "manifest.json.minisig";
/// The folder of the reference.
pub const REFERENCE: &str = "reference";

/// The time for which a published file keeps its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
    /// Forever: a released revision.
    Immutable,
    /// Until the next release.
    Mutable,
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the place of publication, with `/` between its parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media_type: &'static str,
    /// The time for which it keeps its bytes.
    pub lifetime: Lifetime,
}

/// A page of the reference, with its path below [`REFERENCE`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The path: `webhooks/v1.md`.
    pub path: String,
    /// The text, in Markdown.
    pub text: String,
}

/// The files that are published of a registry.
#[derive(Clone, Debug)]
pub struct Site {
    /// The files by their paths, except [`INDEX`] and those that list or sign it.
    pub files: BTreeMap<String, File>,
    /// The content of [`INDEX`], as the first publication has it. Its number depends on what is published already.
    pub index: Index,
    /// The list of [`Self::files`].
    pub listed: Manifest,
}

/// Returns the files to publish of a registry, with the pages of its reference.
///
/// # Errors
///
/// Returns all problems, if an event has changes that are not released or an invalid sunset, or if a path is not
/// valid on every system.
pub fn site(registry: &Registry, pages: Vec<Page>) -> Result<Site, Vec<Diagnostic>> {
    let mut builder = Builder {
        registry,
        pages: &pages,
        files: Vec::new(),
        problems: Vec::new(),
    };
    let mut index = builder.index();
    let schema = json_bytes(&crate::index::json_schema());
    builder.add(INDEX_SCHEMA, schema, SCHEMA, Lifetime::Mutable);
    let catalog = json_bytes(&catalog::catalog(&index));
    builder.add(CATALOG, catalog, JSON, Lifetime::Mutable);
    for page in &pages {
        let path = format!("{REFERENCE}/{}", page.path);
        let bytes = page.text.clone().into_bytes();
        builder.add(path, bytes, MARKDOWN, Lifetime::Mutable);
    }
    builder
        .files
        .sort_by(|left, right| left.path.cmp(&right.path));
    let listed = Manifest::of(builder.files.iter());
    index.files_sha256 = listed.files_sha256();
    let (files, mut problems) = (builder.files, builder.problems);
    let names = files.iter().map(|file| file.path.as_str());
    let names = names.chain([INDEX, MANIFEST, SIGNATURE, SUMS]);
    problems.extend(portable_path::unusable(names).map(|(path, why)| {
        let path = path.escape_debug();
        let message = format!("`{path}` cannot be published: {why}");
        Diagnostic::new(&rules::UNPUBLISHABLE_NAME, message)
            .help("rename the schema, example or page that it is made from")
    }));
    if !problems.is_empty() {
        return Err(problems);
    }
    let files = files.into_iter().map(|file| (file.path.clone(), file));
    Ok(Site {
        files: files.collect(),
        index,
        listed,
    })
}

pub(crate) const JSON: &str = "application/json";
pub(crate) const SCHEMA: &str = "application/schema+json";
const MARKDOWN: &str = "text/markdown; charset=utf-8";

struct Builder<'a> {
    registry: &'a Registry,
    pages: &'a [Page],
    files: Vec<File>,
    problems: Vec<Diagnostic>,
}

impl Builder<'_> {
    fn add(
        &mut self,
        path: impl Into<String>,
        bytes: Vec<u8>,
        media_type: &'static str,
        lifetime: Lifetime,
    ) {
        self.files.push(File {
            path: path.into(),
            bytes,
            media_type,
            lifetime,
        });
    }

    fn index(&mut self) -> Index {
        let registry = self.registry;
        let families = registry.families.iter().filter_map(|family| {
            let majors: Vec<MajorEntry> = family
                .majors
                .iter()
                .filter_map(|major| self.major(major))
                .collect();
            (!majors.is_empty()).then(|| FamilyEntry {
                name: family.name.clone(),
                title: family.config.title.clone(),
                description: family.config.description.clone(),
                majors,
            })
        });
        let mut index = Index {
            schema: format!("{}{INDEX_SCHEMA}", registry.config.base_uri),
            base_uri: registry.config.base_uri.clone(),
            number: 1,
            // Known once all files are.
            files_sha256: String::new(),
            families: families.collect(),
        };
        index.link_successors();
        index
    }

    fn major(&mut self, major: &Major) -> Option<MajorEntry> {
        let page = format!("{}.md", major.folder);
        let page = self.pages.iter().find(|it| {
            let rest = it.path.strip_suffix(&page);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        });
        let reference = page.map(|page| format!("{REFERENCE}/{}", page.path));
        for event in &major.events {
            self.unreleased(major, event);
        }
        let mut released: Vec<&str> = major.events.iter().map(|it| &*it.event_type).collect();
        for gone in &major.released {
            if !released.contains(&gone.event_type.as_str()) {
                released.push(&gone.event_type);
            }
        }
        let events: Vec<EventEntry> = released
            .into_iter()
            .filter_map(|event| self.event(major, event, reference.as_ref()))
            .collect();
        if events.is_empty() {
            return None;
        }
        let envelope = major.envelope.as_ref().and_then(|envelope| {
            let value = self.registry.bundle(envelope)?;
            let path = self.registry.public_path(&envelope.path);
            self.add(path.as_str(), json_bytes(&value), SCHEMA, Lifetime::Mutable);
            Some(path)
        });
        for event in &major.events {
            self.examples(major, event);
        }
        Some(MajorEntry {
            name: major.name.clone(),
            number: major.number,
            envelope,
            events,
        })
    }

    /// Reports an event that differs from its latest release, since its examples and its part of the reference are
    /// not those of the release either.
    fn unreleased(&mut self, major: &Major, event: &Event) {
        let name = &event.event_type;
        let message = match major.released_of(name).last() {
            None => format!("`{name}` was never released"),
            Some(latest) => {
                let bundle = self.registry.release_bundle(&event.schema, latest.revision);
                if bundle.is_some_and(|bundle| bundle == latest.root.to_value()) {
                    return;
                }
                format!(
                    "`{name}` has changes since {} that are not released",
                    latest.revision
                )
            }
        };
        let help = "release it, or publish from the commit of a release";
        self.problems.push(
            Diagnostic::new(&rules::UNRELEASED_CHANGE, message)
                .help(help)
                .command(["release"])
                .at(event.schema.location("")),
        );
    }

    fn event(
        &mut self,
        major: &Major,
        event_type: &str,
        reference: Option<&String>,
    ) -> Option<EventEntry> {
        let released: Vec<&Released> = major.released_of(event_type).collect();
        let latest = released.last()?;
        let file = latest.folder.schema(event_type);
        let path = self.registry.public_path(&file);
        let revisions: Vec<RevisionEntry> = released
            .iter()
            .map(|released| self.revision(&path, released))
            .collect();
        let mut current = latest.root.to_value();
        if let Some(id) = current.get_mut("$id") {
            *id = format!("{}{path}", self.registry.config.base_uri).into();
        }
        let text = |name: &str| current.get(name).and_then(Value::as_str);
        let sunset = match text(SUNSET) {
            Some(day) if !schema_registry::released::is_date(day) => {
                let message =
                    format!("`{SUNSET}` of `{event_type}` is `{day}`, which is not a date");
                let place = Location::at_pointer(&latest.source, format!("/{SUNSET}"));
                self.problems.push(
                    Diagnostic::new(&INVALID_SUNSET, message)
                        .help("write it as `YYYY-MM-DD`, and release it")
                        .at(place),
                );
                None
            }
            day => day.map(str::to_owned),
        };
        let entry = EventEntry {
            event: event_type.to_owned(),
            title: text("title").unwrap_or(event_type).to_owned(),
            description: text("description").unwrap_or_default().to_owned(),
            schema: path.clone(),
            latest: latest.revision.to_string(),
            deprecated: current.get("deprecated") == Some(&Value::Bool(true)),
            sunset,
            links: Links {
                documentation: reference.cloned(),
                successor: None,
            },
            revisions,
        };
        self.add(path, json_bytes(&current), SCHEMA, Lifetime::Mutable);
        Some(entry)
    }

    fn revision(&mut self, current: &str, released: &Released) -> RevisionEntry {
        let path = layout::published_revision(current, released.revision);
        let bytes = released.source.text.as_bytes().to_vec();
        let entry = RevisionEntry {
            revision: released.revision.to_string(),
            path: path.clone(),
            sha256: digest(&bytes),
            date: released.entry.date.clone(),
            notes: released.entry.notes.clone(),
        };
        self.add(path, bytes, SCHEMA, Lifetime::Immutable);
        entry
    }

    fn examples(&mut self, major: &Major, event: &Event) {
        for (valid, examples) in [(true, &event.examples), (false, &event.invalid_examples)] {
            for example in examples {
                let folder = &major.folder;
                let path = folder.example(&event.event_type, &example.case, valid);
                let path = self.registry.public_path(&path);
                let bytes = example.source.text.as_bytes().to_vec();
                self.add(path, bytes, JSON, Lifetime::Mutable);
            }
        }
    }
}

/// Returns JSON in the canonical form of the registry's own files.
pub(crate) fn json_bytes(value: &Value) -> Vec<u8> {
    canonical_text(value).into_bytes()
}

//! The decisions of a release, on registries that are in memory.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod release {
    mod changelog;
    mod due;
    mod files;
    mod new_event;
    mod new_major;
    mod objections;
    mod package;
}

use std::path::Path;

use schema_compat::{changes::Directions, revision_step::RevisionStep};
use schema_registry::{
    layout::MajorFolder,
    load::{self, Loaded},
    revision::Revision,
};
use schema_release::{plan::Planned, registry_file::RegistryFile};

/// Loads a registry of `tests/fixtures`.
fn fixture(name: &str) -> Loaded {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    load::load(&fixtures.join(name), "schemas").unwrap()
}

fn revision(text: &str) -> Revision {
    text.parse().unwrap()
}

/// Returns a plan for an event of the fixture `webhooks`, without changes.
fn planned(event: &str, new: &str, before: Option<&str>) -> Planned {
    Planned {
        folder: MajorFolder::new("webhooks", "v1"),
        event_type: event.into(),
        revision: revision(new),
        before: before.map(revision),
        step: RevisionStep::Minor,
        changes: Vec::new(),
        verdicts: Directions::default(),
        accepted: Vec::new(),
        raised: None,
    }
}

fn paths(files: &[RegistryFile]) -> Vec<String> {
    files.iter().map(RegistryFile::path).collect()
}

#[track_caller]
fn text<'a>(files: &'a [RegistryFile], path: &str) -> &'a str {
    let file = files.iter().find(|file| file.path() == path);
    &file.unwrap_or_else(|| panic!("no `{path}`")).text
}

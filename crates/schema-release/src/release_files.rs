//! The files of a release below the registry's folder: raised schemas, bundles and lists of releases.

use std::iter::zip;

use schema_registry::{
    layout::{FileRole, MajorFolder},
    model::{Major, Registry},
    released::{self, Release, ReleaseIndex},
    revision::Revision,
};

use crate::{Error, package::Package, plan::Planned, registry_file::RegistryFile};

/// The facts that are the same for all revisions of a release.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// The day of the release.
    pub date: &'a str,
    /// The notes of the user. Without them, the list of releases has the changes.
    pub notes: Option<&'a str>,
    /// The crates to which the release gives a version.
    pub packages: &'a [Package],
}

/// Returns the schemas that need another revision, with that revision.
#[must_use]
pub fn raised(planned: &[Planned]) -> Vec<RegistryFile> {
    planned.iter().filter_map(Planned::raised_file).collect()
}

/// Returns the bundle of each planned revision. The schemas of `registry` have their new revisions already: a bundle
/// can hold the schema of another event that is released with it.
///
/// # Errors
///
/// Returns an error if a schema cannot be bundled.
pub fn bundles(planned: &[Planned], registry: &Registry) -> Result<Vec<RegistryFile>, Error> {
    planned.iter().map(|plan| plan.bundle(registry)).collect()
}

/// Returns the list of releases of each major version of which something is released. `bundles` are those of the
/// planned revisions, in the same order.
#[must_use]
pub fn lists(
    registry: &Registry,
    planned: &[Planned],
    bundles: &[RegistryFile],
    occasion: &Occasion<'_>,
) -> Vec<RegistryFile> {
    let mut folders: Vec<&MajorFolder> = Vec::new();
    for plan in planned {
        if !folders.contains(&&plan.folder) {
            folders.push(&plan.folder);
        }
    }
    let list = |folder: &MajorFolder| {
        let added = zip(planned, bundles).filter(|(plan, _)| plan.folder == *folder);
        let added = added.map(|(plan, bundle)| Release {
            event: plan.event_type.clone(),
            revision: plan.revision.to_string(),
            date: occasion.date.to_owned(),
            sha256: released::digest(&bundle.text),
            notes: occasion.notes.map_or_else(|| plan.notes(), str::to_owned),
        });
        let mut packages = occasion.packages.iter();
        let package = packages.find(|package| package.family == folder.family());
        let mut known = registry.majors();
        let known = known.find(|(_, major)| major.folder == *folder);
        let list = ReleaseIndex {
            crate_version: package.map(|package| package.version.to_string()),
            ..list(known.map(|(_, major)| major), added)
        };
        RegistryFile {
            folder: folder.clone(),
            role: FileRole::ReleaseIndex,
            text: list.text(),
        }
    };
    folders.into_iter().map(list).collect()
}

/// Returns the list of releases of a major version, with more entries. The order of events is that of the generated
/// Rust.
fn list(major: Option<&Major>, added: impl Iterator<Item = Release>) -> ReleaseIndex {
    let released = major.into_iter().flat_map(|major| &major.released);
    let released = released.map(|released| released.entry.clone());
    let mut releases: Vec<Release> = released.chain(added).collect();
    releases.sort_by_key(|release| {
        let revision: Option<Revision> = release.revision.parse().ok();
        (release.event.clone(), revision)
    });
    let events = major.into_iter().flat_map(|major| &major.events);
    ReleaseIndex {
        crate_version: None,
        order: events.map(|event| event.event_type.clone()).collect(),
        releases,
    }
}

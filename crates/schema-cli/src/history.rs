//! Releases in the history of the checkout. Nothing here starts a program, reads a configuration
//! of git, or takes a variable of the environment: a repository is data.

mod copy;
mod error;
mod objects;
mod repository;
mod revision;

use std::path::Path;

use gix_hash::ObjectId;
use schema_registry::{
    diagnostic::Diagnostic,
    json,
    layout::{self, MajorFolder},
    load,
    model::Registry,
    released::{self, Listed},
    text,
};

use self::{
    error::{ErrorKind, ErrorPlace},
    objects::Entry,
    repository::Repository,
};

pub(crate) use copy::{FILES, copy};
pub(crate) use error::Error;

/// The reason why releases are not compared with the history.
#[derive(Debug)]
pub(crate) enum Gap {
    /// The history is missing or incomplete, as it may be in a shallow clone.
    Missing(Error),
    /// The history exists, but cannot be read or is not trustworthy.
    Unreadable(Error),
}

impl Gap {
    fn missing(kind: ErrorKind) -> Self {
        Self::Missing(kind.into())
    }
}

/// Returns the releases that differ from those of the main branch, as it was when this branch left it or as it is now;
/// or the reason why they cannot be compared.
pub(crate) fn rewritten(folder: &Path, registry: &Registry) -> Result<Vec<Diagnostic>, Gap> {
    let repository = Repository::of(folder)?;
    if repository.is_shallow().map_err(Gap::Unreadable)? {
        return Err(Gap::missing(ErrorKind::Shallow));
    }
    let head = repository.head().map_err(Gap::Unreadable)?;
    let head = head.ok_or_else(|| Gap::missing(ErrorKind::NoCommit))?;
    let main = repository.main().map_err(Gap::Unreadable)?;
    let (name, main) = main.ok_or_else(|| Gap::missing(ErrorKind::NoMain))?;
    let bases = repository.bases(head, main).map_err(Gap::Unreadable)?;
    if bases.is_empty() {
        return Err(Gap::Unreadable(
            ErrorKind::NoCommonCommit { main: name }.into(),
        ));
    }
    let mut findings = Vec::new();
    let mut is_there = false;
    for base in &bases {
        let lists = lists_at(&repository, *base).map_err(|error| {
            Gap::Unreadable(error.at(ErrorPlace::Base {
                commit: *base,
                main: name,
            }))
        })?;
        is_there |= lists.is_some();
        for (major, before) in lists.unwrap_or_default() {
            findings.extend(released::rewritten(
                registry,
                &major,
                &before,
                Listed::Before,
            ));
        }
    }
    // Releases of `main` since then may be missing here. A revision that both have has to be the same, even if the
    // first release is newer than this branch.
    if !bases.contains(&main) {
        let tip = lists_at(&repository, main).map_err(|error| {
            Gap::Unreadable(error.at(ErrorPlace::Tip {
                commit: main,
                main: name,
            }))
        })?;
        for (major, beside) in tip.unwrap_or_default() {
            let mut others = released::rewritten(registry, &major, &beside, Listed::Beside);
            others.retain(|other| findings.iter().all(|it| it.message != other.message));
            findings.append(&mut others);
        }
    }
    let has_releases = registry
        .majors()
        .any(|(_, major)| !major.released.is_empty());
    if !is_there && has_releases {
        return Err(Gap::missing(ErrorKind::NoRegistryAtBase {
            commits: bases,
            main: name,
        }));
    }
    Ok(findings)
}

/// Returns the day of the commit that is checked out, as `YYYY-MM-DD`.
pub(crate) fn date_of_head(folder: &Path) -> Result<String, Error> {
    let repository = Repository::of(folder)?;
    let head = repository.head()?;
    let head = head.ok_or(ErrorKind::NoCommit)?;
    repository.objects.day(&head)
}

impl From<Gap> for Error {
    fn from(gap: Gap) -> Self {
        match gap {
            Gap::Missing(error) | Gap::Unreadable(error) => error,
        }
    }
}

/// The list of releases of each major version, `<family>/<major>`, that has one.
type Lists = Vec<(MajorFolder, String)>;

/// Returns the lists of releases that a registry has at a commit, if it exists there. A major version without a list
/// has no releases at that commit, so none can be lost.
fn lists_at(repository: &Repository, commit: ObjectId) -> Result<Option<Lists>, Error> {
    let objects = &repository.objects;
    let Some(registry) = repository.registry_at(commit)? else {
        return Ok(None);
    };
    let families = objects.tree(&registry)?;
    if named(&families, layout::CONFIG_FILE).is_none() {
        return Ok(None);
    }
    let folders = |entries: Vec<Entry>| entries.into_iter().filter(|entry| entry.mode.is_tree());
    let mut lists = Vec::new();
    for family in folders(families) {
        for major in folders(objects.tree(&family.id)?) {
            let name = |folder: &Entry| String::from_utf8_lossy(&folder.name).into_owned();
            let major_folder = MajorFolder::new(&name(&family), &name(&major));
            let inside = objects.tree(&major.id)?;
            let Some(folder) = named(&inside, layout::RELEASED_FOLDER) else {
                continue;
            };
            let path = major_folder.release_index();
            let unreadable = |error: Error| error.at(ErrorPlace::List { path: path.clone() });
            if !folder.mode.is_tree() {
                return Err(unreadable(ErrorKind::ReleasedNotAFolder.into()));
            }
            let files = objects.tree(&folder.id)?;
            let Some(list) = named(&files, layout::RELEASE_INDEX_FILE) else {
                continue;
            };
            if !list.mode.is_blob() {
                return Err(ErrorKind::NotRegular { path }.into());
            }
            let bytes = objects.blob(&list.id, load::LARGEST_FILE);
            let bytes = bytes.map_err(unreadable)?;
            // A list that cannot be read is an error, because it would protect no release.
            let text = text::decode(bytes)
                .map_err(|why| unreadable(ErrorKind::Undecodable { why }.into()))?;
            json::parse(&text).map_err(|error| ErrorKind::NotJson { path, error })?;
            lists.push((major_folder, text));
        }
    }
    Ok(Some(lists))
}

fn named<'a>(entries: &'a [Entry], name: &str) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.name == name.as_bytes())
}

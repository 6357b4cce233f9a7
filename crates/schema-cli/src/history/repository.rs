//! The repository that a registry is in. It is found, opened and read without `git`, its configuration or its
//! environment.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use gix_hash::{Kind as HashKind, ObjectId};
use gix_ref::{Target, file};
use gix_revision::Graph;

use super::{
    Gap,
    error::{Error, ErrorKind, ErrorPlace},
    objects::Objects,
};
use crate::checkout::clean;

/// The branches that releases are made on, the first that exists. Full names: a tag or a branch that is
/// called `origin/main` is another reference.
const MAIN_BRANCHES: [&str; 2] = ["refs/remotes/origin/main", "refs/heads/main"];

/// The files that lead to a repository or describe it are short.
const LARGEST_FILE: u64 = 64 * 1024;

/// The most references to references that are followed, as in `git`.
const MOST_LINKS: usize = 5;

pub(super) struct Repository {
    pub(super) objects: Objects,
    references: file::Store,
    /// The files of one work tree: `HEAD`.
    folder: PathBuf,
    /// The files that all work trees of the repository have in common.
    common: PathBuf,
    /// The registry's folder, from the top of the work tree.
    inside: PathBuf,
}

/// The place of a registry in a work tree.
struct Place {
    /// The folder that has `.git`.
    top: PathBuf,
    inside: PathBuf,
}

impl Repository {
    /// Opens the repository that a folder is in: that of the nearest `.git` above.
    pub(super) fn of(registry: &Path) -> Result<Self, Gap> {
        let place = place(registry).map_err(Gap::Unreadable)?;
        let place = place.ok_or_else(|| Gap::Missing(ErrorKind::NoCheckout.into()))?;
        Self::open(place).map_err(Gap::Unreadable)
    }

    fn open(place: Place) -> Result<Self, Error> {
        let folder = git_folder(&place.top.join(".git"))?;
        let common = match small_file(&folder.join("commondir"))? {
            Some(path) => folder.join(path.trim_end()),
            None => folder.clone(),
        };
        let objects = common.join("objects");
        let objects =
            Objects::open(&objects).map_err(|error| unreadable(&objects, error.into()))?;
        let references =
            file::Store::for_linked_worktree(folder.clone(), common.clone(), HashKind::Sha1);
        Ok(Self {
            objects,
            references,
            folder,
            common,
            inside: place.inside,
        })
    }

    /// Reports whether the history ends where a clone was cut off.
    pub(super) fn is_shallow(&self) -> Result<bool, Error> {
        let cut_off = small_file(&self.common.join("shallow"))?;
        Ok(cut_off.is_some_and(|commits| !commits.trim().is_empty()))
    }

    /// Returns the commit that is checked out, unless there is none yet.
    pub(super) fn head(&self) -> Result<Option<ObjectId>, Error> {
        if self.target("HEAD")?.is_none() {
            let folder = self.folder.clone();
            return Err(ErrorKind::NoHead { folder }.into());
        }
        let head = self.reference("HEAD")?;
        head.map(|id| self.objects.commit(id)).transpose()
    }

    /// Returns the main branch: its name, and its commit.
    pub(super) fn main(&self) -> Result<Option<(&'static str, ObjectId)>, Error> {
        for name in MAIN_BRANCHES {
            if let Some(id) = self.reference(name)? {
                return Ok(Some((name, self.objects.commit(id)?)));
            }
        }
        Ok(None)
    }

    /// Returns the latest commits that two have in common: one, unless branches were merged crosswise.
    pub(super) fn bases(&self, one: ObjectId, other: ObjectId) -> Result<Vec<ObjectId>, Error> {
        let mut graph = Graph::new(&self.objects, None);
        let found = gix_revision::merge_base(one, &[other], &mut graph);
        Ok(found?.into_iter().flatten().collect())
    }

    /// Returns the tree of the registry's folder at a commit, if there is one.
    pub(super) fn registry_at(&self, commit: ObjectId) -> Result<Option<ObjectId>, Error> {
        let mut tree = self.objects.tree_of(&commit)?;
        for component in &self.inside {
            let entries = self.objects.tree(&tree)?;
            let name = component.as_encoded_bytes();
            let found = entries.into_iter().find(|entry| entry.name == name);
            match found {
                Some(entry) if entry.mode.is_tree() => tree = entry.id,
                _ => return Ok(None),
            }
        }
        Ok(Some(tree))
    }

    /// Returns the object that a reference of exactly this name leads to.
    pub(super) fn reference(&self, name: &str) -> Result<Option<ObjectId>, Error> {
        let mut name = name.to_owned();
        for _ in 0..MOST_LINKS {
            match self.target(&name)? {
                None => return Ok(None),
                Some(Target::Object(id)) => return Ok(Some(id)),
                Some(Target::Symbolic(next)) => name = next.as_bstr().to_string(),
            }
        }
        Err(ErrorKind::LongReference { name }.into())
    }

    fn target(&self, name: &str) -> Result<Option<Target>, Error> {
        // Opening a pipe would wait forever.
        for path in [
            self.folder.join(name),
            self.common.join(name),
            self.common.join("packed-refs"),
        ] {
            let is_odd = fs::metadata(&path).is_ok_and(|it| !it.is_file() && !it.is_dir());
            if is_odd {
                return Err(ErrorKind::NotRegularFile { path }.into());
            }
        }
        let found = self.references.try_find(name).map_err(|error| {
            let name = name.to_owned();
            Error::from(error).at(ErrorPlace::Reference { name })
        })?;
        // The lookup also tries longer names that end in this one.
        let found = found.filter(|found| found.name.as_bstr() == name);
        Ok(found.map(|found| found.target))
    }
}

/// Finds the work tree that a folder is in.
fn place(registry: &Path) -> Result<Option<Place>, Error> {
    let problem = |error: io::Error| {
        let path = registry.to_owned();
        Error::from(error).at(ErrorPlace::Find { path })
    };
    let real = registry.canonicalize().map_err(problem)?;
    let named = clean(&std::path::absolute(registry).map_err(problem)?);
    // A link in the work tree that leads elsewhere would choose another history.
    if let Some(top) = top(&named)? {
        let inside = named.strip_prefix(&top).unwrap_or(&named).to_owned();
        let top = top.canonicalize().map_err(problem)?;
        if top.join(&inside) != real {
            return Err(ErrorKind::Link { named, real }.into());
        }
        return Ok(Some(Place { top, inside }));
    }
    Ok(top(&real)?.map(|top| Place {
        inside: real.strip_prefix(&top).unwrap_or(&real).to_owned(),
        top,
    }))
}

/// Returns the nearest folder with an entry called `.git`. A bare repository as plain files in between is an error:
/// anyone who can commit files can commit one, and `git` would use it as the repository of the registry.
fn top(folder: &Path) -> Result<Option<PathBuf>, Error> {
    let mut embedded: Option<&Path> = None;
    for folder in folder.ancestors() {
        let entry = folder.join(".git");
        match fs::symlink_metadata(&entry) {
            Ok(_) => {
                let Some(embedded) = embedded else {
                    return Ok(Some(folder.to_owned()));
                };
                let path = embedded.to_owned();
                return Err(ErrorKind::EmbeddedRepository { path }.into());
            }
            Err(error) if is_absent(error.kind()) => {}
            Err(error) => return Err(unreadable(&entry, error.into())),
        }
        if folder.join("HEAD").exists()
            && folder.join("objects").is_dir()
            && folder.join("refs").is_dir()
        {
            embedded = Some(folder);
        }
    }
    Ok(None)
}

/// Returns the folder that `.git` is, or that it names.
fn git_folder(entry: &Path) -> Result<PathBuf, Error> {
    if entry.is_dir() {
        return Ok(entry.to_owned());
    }
    let text = small_file(entry)?.unwrap_or_default();
    let named = text.strip_prefix("gitdir:").map(str::trim);
    let named = named
        .filter(|path| !path.is_empty())
        .ok_or_else(|| ErrorKind::NoGitFolder {
            path: entry.to_owned(),
        })?;
    Ok(entry.parent().unwrap_or(entry).join(named))
}

/// Reads a file that is there or not, and never waits for one.
fn small_file(path: &Path) -> Result<Option<String>, Error> {
    let problem = |error| unreadable(path, error);
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => Err(problem(ErrorKind::UnexpectedKind.into())),
        Ok(found) if found.len() > LARGEST_FILE => {
            let size = found.len();
            Err(problem(ErrorKind::TooLargeFile { size }.into()))
        }
        Ok(_) => fs::read_to_string(path)
            .map(Some)
            .map_err(|error| problem(error.into())),
        Err(error) if is_absent(error.kind()) => Ok(None),
        Err(error) => Err(problem(error.into())),
    }
}

fn unreadable(path: &Path, error: Error) -> Error {
    error.at(ErrorPlace::Read {
        path: path.display().to_string(),
    })
}

fn is_absent(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

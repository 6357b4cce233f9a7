//! Copies of a registry as it was at a commit, made of the bytes of its objects.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
};

use gix_hash::ObjectId;
use schema_registry::{layout, load};

use super::{
    error::{Error, ErrorKind, ErrorPlace},
    objects::Objects,
    repository::Repository,
    revision,
};
use crate::checkout::is_git;

/// The folder of the files below the folder of a copy.
pub(crate) const FILES: &str = "files";

/// A registry has four folders one in another.
const DEEPEST: usize = 16;

/// More files than these, or more bytes in all of them, are not those of a registry.
const MOST_FILES: usize = 100_000;
const MOST_BYTES: usize = 1024 * 1024 * 1024;

/// Copies the registry's files as they are at a commit, or says why not. Nothing but the bytes of the files
/// counts: no filter, no attribute, no link.
pub(crate) fn copy(folder: &Path, commit: &str, copy: &Path) -> Result<(), Error> {
    let repository = Repository::of(folder)?;
    let found = revision::commit(&repository, commit)?;
    let tree = repository.registry_at(found)?;
    let tree = tree.ok_or(ErrorKind::NoRegistry { commit: found })?;
    let mut writer = Writer {
        objects: &repository.objects,
        files: 0,
        bytes: 0,
    };
    let files = copy.join(FILES);
    writer
        .folder(&tree, "", &files, 0)
        .map_err(|error| error.at(ErrorPlace::Commit(found)))
}

struct Writer<'a> {
    objects: &'a Objects,
    files: usize,
    bytes: usize,
}

impl Writer<'_> {
    /// Writes a folder whose path in the registry is `path`, which ends in a slash or is empty.
    fn folder(
        &mut self,
        tree: &ObjectId,
        path: &str,
        to: &Path,
        depth: usize,
    ) -> Result<(), Error> {
        if depth > DEEPEST {
            let (path, most) = (path.to_owned(), DEEPEST);
            return Err(ErrorKind::NestedTooDeeply { path, most }.into());
        }
        fs::create_dir(to).map_err(|error| {
            let path = path.to_owned();
            Error::from(error).at(ErrorPlace::Copy { path })
        })?;
        for entry in self.objects.tree(tree)? {
            let name = String::from_utf8_lossy(&entry.name).into_owned();
            let shown = format!("{path}{name}");
            if leads_elsewhere(&entry.name) {
                return Err(ErrorKind::FileName { path: shown }.into());
            }
            if layout::is_ignored(&name) {
                continue;
            }
            let to = to.join(&name);
            if entry.mode.is_tree() {
                self.folder(&entry.id, &format!("{shown}/"), &to, depth + 1)?;
            } else if entry.mode.is_blob() {
                self.file(&entry.id, &to)
                    .map_err(|error| error.at(ErrorPlace::Copy { path: shown }))?;
            } else {
                return Err(ErrorKind::LinkOrSubmodule { path: shown }.into());
            }
        }
        Ok(())
    }

    fn file(&mut self, blob: &ObjectId, to: &Path) -> Result<(), Error> {
        let bytes = self.objects.blob(blob, load::LARGEST_FILE)?;
        self.files += 1;
        self.bytes = self.bytes.saturating_add(bytes.len());
        if self.files > MOST_FILES || self.bytes > MOST_BYTES {
            return Err(ErrorKind::LargeRegistry {
                most_files: MOST_FILES,
                most_bytes: MOST_BYTES,
            }
            .into());
        }
        // Never over another file: a tree can have two entries of one name.
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(to)
            .and_then(|mut file| file.write_all(&bytes))?;
        Ok(())
    }
}

/// Reports whether a name leads out of its folder, somewhere or on some system, or is not UTF-8.
fn leads_elsewhere(name: &[u8]) -> bool {
    let Ok(name) = str::from_utf8(name) else {
        return true;
    };
    matches!(name, "" | "." | "..") || is_git(name) || name.contains(['/', '\\', ':', '\0'])
}

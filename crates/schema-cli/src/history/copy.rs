//! Copies of a registry as it was at a commit, made of the bytes of its objects.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
};

use gix_hash::ObjectId;
use schema_registry::{layout, load};

use super::{objects::Objects, repository::Repository, revision};
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
pub(crate) fn copy(folder: &Path, commit: &str, copy: &Path) -> Result<(), String> {
    let repository = Repository::of(folder)?;
    let found = revision::commit(&repository, commit)?;
    let tree = repository.registry_at(found)?;
    let tree = tree.ok_or_else(|| format!("commit {found} has no such registry"))?;
    let mut writer = Writer {
        objects: &repository.objects,
        files: 0,
        bytes: 0,
    };
    let files = copy.join(FILES);
    writer
        .folder(&tree, "", &files, 0)
        .map_err(|why| format!("commit {found}: {why}"))
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
    ) -> Result<(), String> {
        if depth > DEEPEST {
            return Err(format!(
                "`{path}` is nested too deeply: the limit is {DEEPEST} folders"
            ));
        }
        fs::create_dir(to).map_err(|error| format!("cannot copy `{path}`: {error}"))?;
        for entry in self.objects.tree(tree)? {
            let name = String::from_utf8_lossy(&entry.name).into_owned();
            let shown = format!("{path}{name}");
            if leads_elsewhere(&entry.name) {
                return Err(format!("`{shown}` is not a name that a file can have"));
            }
            if layout::is_ignored(&name) {
                continue;
            }
            let to = to.join(&name);
            if entry.mode.is_tree() {
                self.folder(&entry.id, &format!("{shown}/"), &to, depth + 1)?;
            } else if entry.mode.is_blob() {
                self.file(&entry.id, &to)
                    .map_err(|why| format!("cannot copy `{shown}`: {why}"))?;
            } else {
                return Err(format!(
                    "`{shown}` is a link or a submodule, which a registry cannot contain"
                ));
            }
        }
        Ok(())
    }

    fn file(&mut self, blob: &ObjectId, to: &Path) -> Result<(), String> {
        let bytes = self.objects.blob(blob, load::LARGEST_FILE)?;
        self.files += 1;
        self.bytes = self.bytes.saturating_add(bytes.len());
        if self.files > MOST_FILES || self.bytes > MOST_BYTES {
            return Err(format!(
                "the registry has more than {MOST_FILES} files or {MOST_BYTES} bytes"
            ));
        }
        // Never over another file: a tree can have two entries of one name.
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(to)
            .and_then(|mut file| file.write_all(&bytes))
            .map_err(|error| error.to_string())
    }
}

/// Reports whether a name leads out of its folder, somewhere or on some system, or is not UTF-8.
fn leads_elsewhere(name: &[u8]) -> bool {
    let Ok(name) = str::from_utf8(name) else {
        return true;
    };
    matches!(name, "" | "." | "..") || is_git(name) || name.contains(['/', '\\', ':', '\0'])
}

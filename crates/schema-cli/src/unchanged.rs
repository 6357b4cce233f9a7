//! Notes about the inputs and outputs of runs, so that a run that would change nothing ends after reading.
//!
//! A note is a file in the user's folder of caches. Its name is a digest of everything that a run reads: the program,
//! `rustfmt`, and all files of the registry. It holds the digest of the list of generated files. The note alone is not
//! enough: each file has to have the digest in the list.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use schema_publish::temporary_file;
use schema_registry::{layout::MANIFEST_FILE, load::Loaded, released::digest};
use tempfile::Builder;

use crate::{
    checkout::{Checkout, Target},
    rustfmt,
};

/// The note of a run that has read something.
pub(crate) struct Note {
    path: PathBuf,
}

impl Note {
    /// Returns the place of the note for a registry, or `None` if there is no folder for notes, or if something is wrong
    /// with the registry.
    pub(crate) fn of(loaded: &Loaded) -> Option<Self> {
        if !loaded.findings.is_empty() {
            return None;
        }
        let mut read = String::new();
        for (_, source) in loaded.sources.iter() {
            read.push_str(&format!("{}  {}\n", digest(&*source.text), source.path));
        }
        read.push_str(&identity()?);
        let path = folder()?.join(digest(read));
        Some(Self { path })
    }

    /// Returns the generated files if all of them are what this note was made for.
    pub(crate) fn files(&self, checkout: &Checkout) -> Option<Vec<Target>> {
        let noted = fs::read_to_string(&self.path).ok()?;
        let manifest = text(checkout, MANIFEST_FILE)?;
        if digest(&manifest) != noted {
            return None;
        }
        let mut files = Vec::new();
        for line in manifest.lines() {
            let (listed, path) = line.split_once("  ")?;
            if digest(text(checkout, path)?) != listed {
                return None;
            }
            files.push(checkout.target(path).ok()?);
        }
        Some(files)
    }

    /// Notes that the present files were generated from the inputs of this run.
    pub(crate) fn write(&self, checkout: &Checkout) {
        let write = || {
            let manifest = text(checkout, MANIFEST_FILE)?;
            let folder = self.path.parent()?;
            fs::create_dir_all(folder).ok()?;
            keep_few(folder);
            let bytes = digest(manifest);
            let file = temporary_file::write(&mut Builder::new(), folder, bytes.as_bytes());
            file.ok()?.persist(&self.path).ok()
        };
        // Without a note, the next run takes longer.
        let _ = write();
    }
}

/// The text of a file of the checkout.
fn text(checkout: &Checkout, path: &str) -> Option<String> {
    let target = checkout.target(path).ok()?;
    String::from_utf8(checkout.read(&target).ok()??).ok()
}

/// Returns the identity of the program and of `rustfmt`.
fn identity() -> Option<String> {
    let itself = env::current_exe().ok()?;
    let metadata = fs::metadata(&itself).ok()?;
    let changed = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let rustfmt = rustfmt::version()?;
    let length = metadata.len();
    Some(format!(
        "{}\n{length}\n{changed:?}\n{rustfmt}",
        itself.display()
    ))
}

/// The folder of notes, as the XDG specification names it.
fn folder() -> Option<PathBuf> {
    let caches = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let caches = caches.filter(|folder| folder.is_absolute());
    let caches = caches.or_else(|| Some(env::home_dir()?.join(".cache")))?;
    Some(caches.join("schemas/generated"))
}

/// Removes all notes if there are many. A file with another name than a note has is someone else's.
fn keep_few(folder: &Path) {
    const MOST: usize = 200;
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let is_note =
        |name: &str| name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    let notes: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| entry.file_name().to_str().is_some_and(is_note))
        .map(|entry| entry.path())
        .collect();
    if notes.len() > MOST {
        for note in notes {
            // A note that stays does no harm.
            let _ = fs::remove_file(note);
        }
    }
}

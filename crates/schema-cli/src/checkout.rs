//! The checkout that a registry is in. Commands read and write its files only in this way.
//!
//! A registry is data that anyone may have written. Paths in its files never lead above the top of the checkout, into a
//! `.git`, or behind a link.

use std::{
    cell::RefCell,
    cmp::Ordering,
    collections::BTreeSet,
    fs::{self, File, FileType},
    io,
    path::{self, Component, Path, PathBuf},
};

use schema_publish::temporary_file;
use schema_registry::{
    config::{self, Config},
    diagnostic::{Diagnostic, Location},
    file,
    layout::CONFIG_FILE,
    load::Loaded,
    rules, text,
};

use crate::{context::Place, exit::Failure};

/// The largest file of a checkout that is read: a page of the reference may be that of many events.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The names of files that are being written.
const TEMPORARY: (&str, &str) = (".codegen-", ".tmp");

/// The message for a registry behind a link.
const LINKED: &str =
    "a symbolic link leads to the registry's folder; name the folder itself with `--registry`";

/// The folder that a run may write in.
#[derive(Clone, Debug)]
pub(crate) struct Checkout {
    /// The nearest folder, from the registry's upwards, that has a `.git`, else the folder above the
    /// registry. No link leads to it.
    top: PathBuf,
    /// The path of the registry's folder below the top.
    registry: PathBuf,
    shown_as: String,
}

/// A place below the top of a checkout. All spellings of a path have the same place.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    below: PathBuf,
    /// The path as messages show it.
    pub(crate) shown: String,
}

/// The reason why nothing is read or written at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misplaced {
    NotRelative,
    Outside,
    Git,
}

impl std::fmt::Display for Misplaced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotRelative => "is not a path relative to `registry.toml`",
            Self::Outside => "leads out of the checkout",
            Self::Git => "leads into the `.git` folder",
        })
    }
}

/// Writes files of a checkout, and keeps other writers of the same registry waiting until it is dropped.
#[derive(Debug)]
pub(crate) struct Writer<'c> {
    checkout: &'c Checkout,
    /// The folders without files that killed runs have left.
    swept: RefCell<BTreeSet<PathBuf>>,
    /// Locked until it is closed.
    _lock: File,
}

impl Checkout {
    /// Finds the checkout of a registry.
    pub(crate) fn of(place: &Place) -> Result<Self, Failure> {
        let doing = || format!("cannot read `{}/{CONFIG_FILE}`", place.shown_as);
        let failed = |error| Failure::new(doing(), error);
        let folder = clean(&path::absolute(&place.folder).map_err(failed)?);
        let has_git = |folder: &&Path| fs::symlink_metadata(folder.join(".git")).is_ok();
        let top = folder.ancestors().find(has_git).or(folder.parent());
        let top = top.unwrap_or(&folder);
        let registry = folder.strip_prefix(top).unwrap_or(Path::new(""));
        let checkout = Self {
            top: fs::canonicalize(top).map_err(failed)?,
            registry: registry.to_owned(),
            shown_as: place.shown_as.clone(),
        };
        let real = fs::canonicalize(&place.folder).map_err(failed)?;
        let kind = checkout.look(&checkout.registry).map_err(failed)?;
        let why = match kind {
            Some(kind) if kind.is_dir() => {
                let is_same = fs::canonicalize(checkout.folder()).map_err(failed)? == real;
                (!is_same).then_some(LINKED)
            }
            Some(kind) if !kind.is_symlink() => {
                Some("the registry is not a folder; name its folder")
            }
            _ => Some(LINKED),
        };
        if let Some(why) = why {
            return Err(Failure::other(doing(), why));
        }
        Ok(checkout)
    }

    /// Locks the registry for writing, or returns `None` for a run that only reads.
    pub(crate) fn lock_unless(&self, reads_only: bool) -> Result<Option<Writer<'_>>, Failure> {
        if reads_only {
            return Ok(None);
        }
        self.lock().map(Some)
    }

    /// Locks the registry for writing.
    pub(crate) fn lock(&self) -> Result<Writer<'_>, Failure> {
        let shown = shown(&self.shown_as, CONFIG_FILE);
        let path = self.registry.join(CONFIG_FILE);
        let opened = match self.look(&path) {
            // Opening a pipe would wait forever.
            Ok(Some(kind)) if !kind.is_file() => Err(why_no_file(kind)),
            Ok(_) => File::open(self.top.join(path)),
            Err(error) => Err(error),
        };
        let lock = opened.map_err(|error| Failure::new(format!("cannot read `{shown}`"), error))?;
        lock.lock()
            .map_err(|error| Failure::new(format!("cannot lock `{shown}`"), error))?;
        Ok(Writer {
            swept: RefCell::default(),
            checkout: self,
            _lock: lock,
        })
    }

    /// Returns the place of a path relative to the registry's folder, or the reason why nothing is read or written
    /// there.
    pub(crate) fn target(&self, path: &str) -> Result<Target, Misplaced> {
        // The part between two `/` has to be one name on every system.
        if path.starts_with('/') || path.contains(['\\', ':', '\0']) {
            return Err(Misplaced::NotRelative);
        }
        let mut below = self.registry.clone();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." if !below.pop() => return Err(Misplaced::Outside),
                ".." => {}
                part => below.push(part),
            }
        }
        if below.iter().any(|part| is_git(&part.to_string_lossy())) {
            return Err(Misplaced::Git);
        }
        Ok(Target {
            below,
            shown: shown(&self.shown_as, path),
        })
    }

    /// Reports the outputs and changelogs of `registry.toml` that do not stay in the checkout.
    pub(crate) fn findings(&self, loaded: &Loaded) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let Some(file) = loaded.sources.get(loaded.config_source) else {
            return findings;
        };
        for path in named(&loaded.config) {
            // A path that is not relative has a finding already.
            if let Err(why @ (Misplaced::Outside | Misplaced::Git)) = self.target(path) {
                let span = config::find(&file.text, &format!("\"{path}\""));
                let finding = Diagnostic::new(&rules::INVALID_CONFIG, format!("`{path}` {why}"))
                    .help("name a path in the checkout: below the folder that has `.git` or, without one, below the registry's parent folder")
                    .at(Location::at_span(file, span));
                findings.push(finding);
            }
        }
        findings
    }

    /// Reads a file; `None` if it is not there.
    pub(crate) fn read(&self, target: &Target) -> Result<Option<Vec<u8>>, Failure> {
        let attempt = || match self.look(&target.below)? {
            None => Ok(None),
            Some(kind) if !kind.is_file() => Err(why_no_file(kind)),
            Some(_) => file::plain(&self.top.join(&target.below), LARGEST).map(Some),
        };
        attempt().map_err(|error| Failure::new(format!("cannot read `{}`", target.shown), error))
    }

    /// Reads a file of text; `None` if it is not there.
    pub(crate) fn read_text(&self, target: &Target) -> Result<Option<String>, Failure> {
        let Some(bytes) = self.read(target)? else {
            return Ok(None);
        };
        text::decode(bytes)
            .map(Some)
            .map_err(|why| Failure::other(format!("cannot read `{}`", target.shown), why))
    }

    /// Reports whether an entry of any kind exists there.
    pub(crate) fn exists(&self, target: &Target) -> io::Result<bool> {
        Ok(self.look(&target.below)?.is_some())
    }

    /// Reports whether a place is the registry's folder, or in it.
    pub(crate) fn is_in_registry(&self, target: &Target) -> bool {
        target.below.starts_with(&self.registry)
    }

    fn folder(&self) -> PathBuf {
        self.top.join(&self.registry)
    }

    /// Looks at each part of a path below the top, and returns the kind of the last. `None` if it, or a
    /// folder before it, is not there.
    fn look(&self, below: &Path) -> io::Result<Option<FileType>> {
        let mut path = self.top.clone();
        let mut kind = fs::symlink_metadata(&path)?.file_type();
        for part in below.components() {
            if !kind.is_dir() {
                let shown = path.strip_prefix(&self.top).unwrap_or(&path).display();
                let why = match kind.is_symlink() {
                    true => format!(
                        "`{shown}` is a symbolic link, which is not followed; put a folder there, or name the one that it leads to"
                    ),
                    false => format!("`{shown}` is not a folder; move it away"),
                };
                return Err(io::Error::other(why));
            }
            path.push(part);
            kind = match fs::symlink_metadata(&path) {
                Ok(metadata) => metadata.file_type(),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(error),
            };
        }
        Ok(Some(kind))
    }
}

impl PartialEq for Target {
    fn eq(&self, other: &Self) -> bool {
        self.below == other.below
    }
}

impl Eq for Target {}

impl PartialOrd for Target {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Target {
    fn cmp(&self, other: &Self) -> Ordering {
        self.below.cmp(&other.below)
    }
}

impl Target {
    /// Reports whether it is below another one.
    pub(crate) fn is_below(&self, other: &Self) -> bool {
        self.below != other.below && self.below.starts_with(&other.below)
    }

    /// Returns the folder that it is in, below the top.
    pub(crate) fn folder(&self) -> &Path {
        self.below.parent().unwrap_or(Path::new(""))
    }
}

impl Writer<'_> {
    /// Writes a file beside its place and renames it, so that a reader sees the old file or the new one.
    pub(crate) fn replace(&self, target: &Target, text: &str) -> Result<(), Failure> {
        let attempt = || -> io::Result<()> {
            if let Some(kind) = self.checkout.look(&target.below)?
                && !kind.is_file()
            {
                return Err(why_no_file(kind));
            }
            let path = self.path(target);
            let folder = path.parent().unwrap_or(&self.checkout.top);
            fs::create_dir_all(folder)?;
            self.sweep(folder)?;
            let mut builder = tempfile::Builder::new();
            builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
            let file = temporary_file::write(&mut builder, folder, text.as_bytes())?;
            file.as_file().sync_data()?;
            file.persist(path)?;
            Ok(())
        };
        attempt().map_err(|error| Failure::new(format!("cannot write `{}`", target.shown), error))
    }

    /// Removes a plain file, and the folders that are empty without it.
    pub(crate) fn remove(&self, target: &Target) -> Result<(), Failure> {
        let attempt = || match self.checkout.look(&target.below)? {
            Some(kind) if !kind.is_file() => Err(why_no_file(kind)),
            _ => fs::remove_file(self.path(target)),
        };
        attempt()
            .map_err(|error| Failure::new(format!("cannot remove `{}`", target.shown), error))?;
        for folder in target.below.ancestors().skip(1) {
            let is_above = self.checkout.registry.starts_with(folder);
            // A folder that is not empty stays.
            if is_above || fs::remove_dir(self.checkout.top.join(folder)).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Removes files that killed runs have left beside a file.
    pub(crate) fn clean(&self, beside: &Target) -> Result<(), Failure> {
        let folder = beside.folder();
        let attempt = || match self.checkout.look(folder)? {
            Some(kind) if kind.is_dir() => self.sweep(&self.checkout.top.join(folder)),
            _ => Ok(()),
        };
        attempt()
            .map_err(|error| Failure::new(format!("cannot clean beside `{}`", beside.shown), error))
    }

    /// Removes a folder with all that is in it.
    pub(crate) fn remove_folder(&self, target: &Target) -> Result<(), Failure> {
        let attempt = || match self.checkout.look(&target.below)? {
            None => Ok(()),
            Some(kind) if kind.is_dir() => fs::remove_dir_all(self.path(target)),
            Some(_) => Err(io::Error::other("it is not a folder; move it away")),
        };
        attempt().map_err(|error| Failure::new(format!("cannot remove `{}`", target.shown), error))
    }

    /// Gives a folder another name. Nothing may have that name yet.
    pub(crate) fn rename_folder(&self, from: &Target, to: &Target) -> Result<(), Failure> {
        let attempt = || {
            self.checkout.look(&from.below)?;
            match self.checkout.look(&to.below)? {
                None => fs::rename(self.path(from), self.path(to)),
                Some(_) => Err(io::Error::from(io::ErrorKind::AlreadyExists)),
            }
        };
        attempt().map_err(|error| Failure::new(format!("cannot write `{}`", to.shown), error))
    }

    /// Removes what killed runs have left in a folder. To look into it once is enough: no one else writes there now.
    fn sweep(&self, folder: &Path) -> io::Result<()> {
        if self.swept.borrow().contains(folder) {
            return Ok(());
        }
        sweep(folder)?;
        self.swept.borrow_mut().insert(folder.to_owned());
        Ok(())
    }

    fn path(&self, target: &Target) -> PathBuf {
        self.checkout.top.join(&target.below)
    }
}

/// The paths that `registry.toml` has files written to.
fn named(config: &Config) -> impl Iterator<Item = &String> {
    config.families.values().flat_map(|family| {
        let folders = family.targets.values().map(|target| &target.folder);
        family.changelog.iter().chain(folders)
    })
}

/// Removes files that killed runs have left. No other run writes while this one has the lock.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_temporary = name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
        if is_temporary && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Reports whether a name is that of git's own folder on some system. Letter case, suffixes that Windows ignores and
/// characters that macOS ignores make no difference there.
pub(crate) fn is_git(name: &str) -> bool {
    let is_visible = |c: &char| !matches!(c, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{feff}');
    let name: String = name.chars().filter(is_visible).collect();
    let name = name.trim_end_matches(['.', ' ']).to_ascii_lowercase();
    name == ".git" || name == "git~1"
}

fn why_no_file(kind: FileType) -> io::Error {
    io::Error::other(match kind.is_symlink() {
        true => "it is a symbolic link, which is not followed; move it away",
        false => "it is not a plain file; move it away",
    })
}

/// Returns a path without `.` and `..`, as its text has it.
pub(crate) fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}

/// Returns a path relative to the registry as messages show it: `schemas` and `../docs/x` make `docs/x`.
fn shown(registry: &str, path: &str) -> String {
    let mut parts: Vec<&str> = registry.split('/').collect();
    for part in path.split('/') {
        match (part, parts.last()) {
            ("..", Some(last)) if !matches!(*last, ".." | "." | "") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

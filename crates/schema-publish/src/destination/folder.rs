//! Folders as destinations. Files are written atomically, and replace only the version that was read.

use std::{
    collections::BTreeMap,
    fs::{self, TryLockError},
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use schema_registry::released::digest;
use tempfile::{Builder, TempPath};

use super::{
    Tag, Use, Version, Written,
    limits::{Budget, Excess, LARGEST, Limits, Reading},
    sink::Sink,
};
use crate::{
    error::{Attempt, Error, Reason},
    portable_path,
    site::{File, Lifetime},
    temporary_file,
};

/// The folder of incomplete files.
const UNFINISHED: &str = ".schemas-unfinished";

/// The prefix of the names of incomplete files. Files with other names are never removed from the folder.
const PREFIX: &str = "unfinished-";

/// The longest time to wait for the lock of another publisher.
const PATIENCE: Duration = Duration::from_mins(5);

#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
    /// Complete files that are not at their paths yet, by these paths.
    staged: Mutex<BTreeMap<String, TempPath>>,
}

/// The lock of a folder. Taking it removes the incomplete files of other runs.
#[derive(Debug)]
pub(crate) struct FolderLock {
    /// The handle that is locked until it is closed.
    _file: fs::File,
    unfinished: PathBuf,
}

impl Folder {
    pub(crate) fn open(root: PathBuf, purpose: Use) -> Result<Self, Error> {
        let shown = root.display();
        if root.as_os_str().is_empty() {
            return Err(Error::new(Attempt::UseFolder, Reason::NoName));
        }
        match (purpose, fs::metadata(&root)) {
            (_, Ok(metadata)) if metadata.is_dir() => {}
            (_, Ok(_)) => {
                return Err(Error::new(
                    Attempt::use_target(shown),
                    Reason::NotADirectory,
                ));
            }
            (Use::Writing, Err(error)) if error.kind() == io::ErrorKind::NotFound => {}
            (_, Err(error)) => return Err(Error::new(Attempt::read(shown), error)),
        }
        Ok(Self {
            root,
            staged: Mutex::default(),
        })
    }

    /// Locks the folder, which is created if it does not exist. `waits` is called repeatedly while another process
    /// holds the lock.
    pub(crate) fn lock(&self, waits: &dyn Fn()) -> Result<FolderLock, Error> {
        let attempt = || Attempt::WriteTo {
            folder: self.root.display().to_string(),
        };
        let failed = |error| Error::new(attempt(), Reason::Io(error));
        fs::create_dir_all(&self.root).map_err(failed)?;
        let file = handle(&self.root).map_err(failed)?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(error)) => return Err(failed(error)),
                Err(TryLockError::WouldBlock) if started.elapsed() > PATIENCE => {
                    return Err(Error::new(attempt(), Reason::LockHeld));
                }
                Err(TryLockError::WouldBlock) => {
                    waits();
                    thread::sleep(Duration::from_millis(20));
                }
            }
        }
        let unfinished = self.root.join(UNFINISHED);
        match fs::symlink_metadata(&unfinished) {
            Ok(there) if there.is_dir() => clear(&unfinished).map_err(failed)?,
            Ok(_) => {
                let path = unfinished.display().to_string();
                return Err(Error::new(attempt(), Reason::NotADirectoryInside { path }));
            }
            Err(_) => fs::create_dir(&unfinished).map_err(failed)?,
        }
        Ok(FolderLock {
            _file: file,
            unfinished,
        })
    }

    /// Writes a file atomically, and replaces any file at its path.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let unfinished = self.unfinished(path, bytes, Lifetime::Mutable)?;
        let put = unfinished.persist(self.path(path));
        put.map_err(|error| cannot_write(path, error.error))
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub(super) fn get<S: Sink>(
        &self,
        path: &str,
        reading: Reading<'_>,
    ) -> Result<Option<(S, Version)>, Error> {
        let got: Option<S> = into(&self.root, path, reading)?;
        Ok(got.map(|got| {
            let version = Version(Tag::Digest(got.sha256()));
            (got, version)
        }))
    }

    /// Writes the complete file into the folder of incomplete ones.
    pub(super) fn stage(&self, file: &File) -> Result<(), Error> {
        let staged = self.unfinished(&file.path, &file.bytes, file.lifetime)?;
        if let Ok(mut all) = self.staged.lock() {
            all.insert(file.path.clone(), staged);
        }
        Ok(())
    }

    fn staged(&self, file: &File) -> Result<TempPath, Error> {
        let staged = self.staged.lock().ok();
        match staged.and_then(|mut all| all.remove(&file.path)) {
            Some(staged) => Ok(staged),
            None => self.unfinished(&file.path, &file.bytes, file.lifetime),
        }
    }

    fn unfinished(&self, path: &str, bytes: &[u8], lifetime: Lifetime) -> Result<TempPath, Error> {
        let failed = |error| cannot_write(path, error);
        let target = self.path(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let folder = self.root.join(UNFINISHED);
        let mut builder = Builder::new();
        builder.prefix(PREFIX);
        let unfinished = temporary_file::write(&mut builder, &folder, bytes).map_err(failed)?;
        // A power cut may leave the name of a file without its bytes. The next run fixes a mutable file, but cannot
        // fix a revision.
        if lifetime == Lifetime::Immutable {
            unfinished.as_file().sync_all().map_err(failed)?;
        }
        // There may be more files than a process can have open.
        Ok(unfinished.into_temp_path())
    }

    pub(super) fn create(&self, file: &File) -> Result<Written, Error> {
        match self.staged(file)?.persist_noclobber(self.path(&file.path)) {
            Ok(()) => Ok(Written::Done),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                Ok(Written::Another)
            }
            Err(error) => Err(cannot_write(&file.path, error.error)),
        }
    }

    pub(super) fn replace(&self, file: &File, version: &Version) -> Result<Written, Error> {
        let there = read(&self.root, &file.path)?;
        if there.is_none_or(|there| Version(Tag::Digest(digest(&there))) != *version) {
            return Ok(Written::Another);
        }
        match self.staged(file)?.persist(self.path(&file.path)) {
            Ok(()) => Ok(Written::Done),
            Err(error) => Err(cannot_write(&file.path, error.error)),
        }
    }

    pub(crate) fn remove(&self, path: &str) -> Result<(), Error> {
        match fs::remove_file(self.path(path)) {
            Err(error) if !is_absent(&error) => {
                let path = path.to_owned();
                Err(Error::new(Attempt::Remove { path }, error))
            }
            _ => {
                self.remove_empty_folders(path);
                Ok(())
            }
        }
    }

    fn remove_empty_folders(&self, path: &str) {
        let mut path = path;
        while let Some((folder, _)) = path.rsplit_once('/') {
            // A folder that is not empty stays.
            if fs::remove_dir(self.path(folder)).is_err() {
                return;
            }
            path = folder;
        }
    }

    pub(super) fn list(&self, budget: &Budget) -> Result<Vec<String>, Error> {
        let mut files = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            let attempt = || Attempt::List {
                folder: self.root.join(&folder).display().to_string(),
            };
            let entries = match fs::read_dir(self.path(&folder)) {
                Ok(entries) => entries,
                Err(error) if folder.is_empty() && is_absent(&error) => return Ok(files),
                Err(error) => return Err(Error::new(attempt(), error)),
            };
            for entry in entries {
                let entry = entry.map_err(|error| Error::new(attempt(), error))?;
                let kind = entry
                    .file_type()
                    .map_err(|error| Error::new(attempt(), error))?;
                budget
                    .file()
                    .map_err(|excess| Error::new(attempt(), excess))?;
                let name = entry.file_name();
                let name = name.to_string_lossy();
                let path = match folder.as_str() {
                    "" => name.into_owned(),
                    folder => format!("{folder}/{name}"),
                };
                if !kind.is_dir() {
                    files.push(path);
                } else if portable_path::is_too_deep(&path) {
                    // Systems limit paths to a few thousand bytes, and no published file is so deep.
                    files.push(format!("{path}/"));
                } else if path != UNFINISHED {
                    folders.push(path);
                }
            }
        }
        files.sort();
        Ok(files)
    }
}

/// Returns a file below a folder, or `None` if it does not exist. A symbolic link is an error: it may lead out of
/// the folder, and what is written through it would be written there.
pub(crate) fn read(root: &Path, path: &str) -> Result<Option<Vec<u8>>, Error> {
    let budget = Budget::new(Limits::NONE);
    let most = LARGEST;
    let budget = &budget;
    into(root, path, Reading { most, budget })
}

fn into<S: Sink>(root: &Path, path: &str, reading: Reading<'_>) -> Result<Option<S>, Error> {
    let attempt = || Attempt::read(path);
    let failed = |reason: Reason| Error::new(attempt(), reason).of_file();
    let exceeded = |excess: Excess| excess.error(attempt());
    let mut place = root.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        let there = match fs::symlink_metadata(&place) {
            Ok(there) => there,
            Err(error) if is_absent(&error) => return Ok(None),
            Err(error) => return Err(failed(error.into())),
        };
        let is_last = parts.peek().is_none();
        match there.file_type() {
            kind if kind.is_dir() && !is_last => {}
            kind if kind.is_file() && !is_last => return Ok(None),
            kind if kind.is_file() => reading.size(there.len()).map_err(exceeded)?,
            kind => {
                let kind = match (kind.is_dir(), kind.is_symlink()) {
                    (true, _) => "a folder",
                    (_, true) => "a symbolic link",
                    _ => "something else",
                };
                let path = place.display().to_string();
                return Err(failed(Reason::NotAFile { path, kind }));
            }
        }
    }
    let mut file = match fs::File::open(&place) {
        Ok(file) => file,
        Err(error) if is_absent(&error) => return Ok(None),
        Err(error) => return Err(failed(error.into())),
    };
    let mut sink = S::default();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(Some(sink)),
            Ok(count) => {
                let part = buffer.get(..count).unwrap_or_default();
                reading.part(&mut sink, part).map_err(exceeded)?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error.into())),
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // The next run removes what cannot be removed now. The folder stays if it contains someone else's files.
        let _ = clear(&self.unfinished);
        let _ = fs::remove_dir(&self.unfinished);
    }
}

/// Opens the folder itself. Its handle can be locked, which leaves no file behind.
#[cfg(unix)]
fn handle(folder: &Path) -> io::Result<fs::File> {
    fs::File::open(folder)
}

/// Opens a lock file next to the folder, since folders have no handles on these systems.
#[cfg(not(unix))]
fn handle(folder: &Path) -> io::Result<fs::File> {
    let mut name = folder.as_os_str().to_owned();
    name.push(".lock");
    fs::File::create(PathBuf::from(name))
}

/// Removes the incomplete files of interrupted runs.
fn clear(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(PREFIX) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn cannot_write(path: &str, error: io::Error) -> Error {
    Error::new(Attempt::write(path), error)
}

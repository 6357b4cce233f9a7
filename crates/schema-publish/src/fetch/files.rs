//! The files of a consumer's folder.

use std::{collections::BTreeSet, path::Path};

use schema_registry::released::digest;

use super::Fetched;
use crate::{
    destination::{self, Folder, Use},
    error::{Attempt, Error, Reason},
    lock::{LOCK, Lock, Locked},
    publish::ProgressFn,
};

/// The lock of a folder, as it was read.
#[derive(PartialEq, Eq)]
pub(super) struct EarlierLock {
    bytes: Option<Vec<u8>>,
    pub(super) lock: Option<Lock>,
}

impl EarlierLock {
    pub(super) fn read(folder: &Path) -> Result<Self, Error> {
        let bytes = destination::read(folder, LOCK)?;
        let lock = bytes.as_deref().map(Lock::parse).transpose()?;
        Ok(Self { bytes, lock })
    }
}

/// Returns the state of the file of each schema of a lock.
///
/// # Errors
///
/// Returns an error if a file has another digest and the earlier lock does not list it: it is someone else's.
pub(super) fn states(
    folder: &Path,
    before: Option<&Lock>,
    lock: &Lock,
) -> Result<Vec<Fetched>, Error> {
    let ours = before.into_iter().flat_map(|before| &before.schemas);
    let ours: BTreeSet<&str> = ours.map(|it| it.path.as_str()).collect();
    let states = lock.schemas.iter().map(|locked| {
        let path = locked.path.as_str();
        match state(folder, locked)? {
            Fetched::Replaced if !ours.contains(path) => {
                Err(Error::new(Attempt::write(path), Reason::AnotherFile))
            }
            state => Ok(state),
        }
    });
    states.collect()
}

fn state(folder: &Path, locked: &Locked) -> Result<Fetched, Error> {
    let bytes = destination::read(folder, &locked.path)?;
    Ok(match bytes {
        Some(bytes) if digest(&bytes) == locked.sha256 => Fetched::Equal,
        Some(_) => Fetched::Replaced,
        None => Fetched::New,
    })
}

/// Writes a lock and schemas, and removes the schemas that only the earlier lock lists. Returns the removed ones.
///
/// The lock is written before the schemas, so that it lists everything that an interrupted run leaves behind, and
/// the next run continues from there.
pub(super) fn write(
    folder: &Path,
    before: &EarlierLock,
    lock: &Lock,
    schemas: &[(&Locked, Vec<u8>)],
    progress: ProgressFn<'_>,
) -> Result<Vec<Locked>, Error> {
    let target = Folder::open(folder.to_owned(), Use::Writing)?;
    let _guard = target.lock(&|| progress("waiting for another run: fetched", 0, 0))?;
    let now = EarlierLock::read(folder)?;
    if now != *before && now.lock.as_ref() != Some(lock) {
        return Err(Error::new(Attempt::Fetch, Reason::ChangedMeanwhile));
    }
    states(folder, now.lock.as_ref(), lock)?;
    let mut removed = Vec::new();
    for old in gone(now.lock.as_ref(), lock) {
        // A file that was changed since is not the one that was fetched, so it stays.
        if state(folder, old)? == Fetched::Equal {
            target.remove(&old.path)?;
            removed.push(old.clone());
        }
    }
    if now.lock.as_ref() != Some(lock) {
        target.put(LOCK, lock.text()?.as_bytes())?;
    }
    for (locked, bytes) in schemas {
        target.put(&locked.path, bytes)?;
    }
    Ok(removed)
}

/// Returns the schemas that only the earlier lock lists.
fn gone<'l>(before: Option<&'l Lock>, lock: &Lock) -> Vec<&'l Locked> {
    let kept: BTreeSet<&str> = lock.schemas.iter().map(|it| it.path.as_str()).collect();
    let before = before.into_iter().flat_map(|before| &before.schemas);
    before
        .filter(|old| !kept.contains(old.path.as_str()))
        .collect()
}

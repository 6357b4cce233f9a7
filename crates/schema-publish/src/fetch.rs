//! Fetches verified schemas for the build of a consumer, and the same ones each time.

mod agree;
mod choose;
mod files;
mod pin;
mod source;

use std::path::Path;

pub use self::pin::Pin;
use self::{files::EarlierLock, source::Published};
use crate::{
    destination::{Destination, Use},
    error::{Attempt, Error, Reason},
    lock::{Lock, Locked},
    publish::ProgressFn,
    signature::{self, Days, Statement, Trust, Verifier},
};

/// A request for schemas.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The address of the publication, as [`Destination::open`] takes it.
    pub source: &'a str,
    /// The address of a server that speaks the protocol of the source.
    pub endpoint: Option<&'a str>,
    /// The revisions. With none, the latest of every event.
    pub pins: &'a [Pin],
    /// The key whose owner has to have signed the manifest.
    pub key: Option<&'a Verifier>,
    /// The address of the registry, if it is read from another one, such as a mirror.
    pub base_uri: Option<&'a str>,
    /// The days on which the manifest may have been signed.
    pub days: Option<&'a Days>,
    /// Permission to replace the revisions in the lock with newer ones.
    pub update: bool,
    /// Permission to accept an older publication than that of the lock.
    pub allow_rollback: bool,
}

/// The state of a file before fetching, compared with the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// The file has the digest in the lock.
    Equal,
    /// The file did not exist.
    New,
    /// The file had another digest, and was replaced.
    Replaced,
    /// The file is no longer wanted, and was removed.
    Removed,
}

/// The proof of what was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Nothing was requested: all files have the digests of the lock.
    Local,
    /// The files have the digests of the lock, which has no key.
    Lock,
    /// The files have the digests of the source's own manifest.
    Manifest {
        /// True if there is a signature, which was not verified.
        is_signed: bool,
    },
    /// The files have the digests of a manifest that the owner of a key signed.
    Signed {
        /// The key.
        key: String,
        /// The statement that is signed together with the manifest.
        statement: Statement,
    },
}

/// The schemas that were fetched.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The schemas, each with the state of its file.
    pub schemas: Vec<(Locked, Fetched)>,
    /// The proof that they are the published ones.
    pub verified: Verified,
}

/// Fetches schemas into a folder, next to a lock file. If a lock that is not to be updated exists with all of its
/// files, nothing is requested.
///
/// # Errors
///
/// Returns an error if the source cannot be read, differs from its manifest, is older than the lock, or lacks a
/// revision; if the lock does not match the request; or if a file cannot be written, or would replace someone
/// else's. Files are written only after all of them are verified.
pub fn fetch(
    folder: &Path,
    wanted: &Wanted<'_>,
    progress: ProgressFn<'_>,
) -> Result<Summary, Error> {
    // Messages show the address, so it is checked for secrets first.
    Destination::check(wanted.source)?;
    let before = EarlierLock::read(folder)?;
    let old = before.lock.as_ref();
    let key = agree::key(old, wanted)?;
    let kept = old.filter(|_| !wanted.update);
    if let Some(lock) = kept {
        agree::with_wanted(lock, wanted)?;
        let states = files::states(folder, old, lock)?;
        if states.iter().all(|state| *state == Fetched::Equal) {
            return Ok(Summary {
                schemas: lock.schemas.iter().cloned().zip(states).collect(),
                verified: Verified::Local,
            });
        }
    }
    if wanted.pins.is_empty() && old.is_some_and(|lock| wanted.update && lock.pinned) {
        return Err(Error::new(Attempt::ChooseUpdates, Reason::LockedPins));
    }
    let source = Destination::open(wanted.source, wanted.endpoint, Use::Reading)?;
    let trust = key.as_ref().map(|key| trust(key, old, wanted));
    let trust = trust.transpose()?;
    let (lock, published) = match (kept, &trust) {
        (Some(lock), None) => (lock.clone(), None),
        (_, trust) => {
            let published = source::published(&source, wanted, trust.as_ref())?;
            (lock(old, &published, wanted)?, Some(published))
        }
    };
    let states = files::states(folder, old, &lock)?;
    let missing = lock.schemas.iter().zip(&states);
    let missing = missing.filter(|(_, state)| **state != Fetched::Equal);
    let missing: Vec<&Locked> = missing.map(|(locked, _)| locked).collect();
    let got = source::schemas(
        &source,
        &lock.base_uri,
        &missing,
        published.as_ref(),
        progress,
    )?;
    let got: Vec<(&Locked, Vec<u8>)> = missing.into_iter().zip(got).collect();
    let mut schemas: Vec<(Locked, Fetched)> = lock.schemas.iter().cloned().zip(states).collect();
    if old != Some(&lock) || !got.is_empty() {
        let removed = files::write(folder, &before, &lock, &got, progress)?;
        schemas.extend(removed.into_iter().map(|it| (it, Fetched::Removed)));
    }
    Ok(Summary {
        schemas,
        verified: verified(key.as_ref(), published),
    })
}

/// Returns the key to trust, and the registry for which its owner has to sign: the one that the caller names, or
/// that of the address, or that of the lock. Anyone may have edited the lock, so one that names another registry
/// than the other two is rejected.
fn trust<'k>(
    key: &'k Verifier,
    lock: Option<&Lock>,
    wanted: &Wanted<'_>,
) -> Result<Trust<'k>, Error> {
    let said = signature::registry_of(wanted.source, wanted.base_uri);
    let locked = lock.map(|lock| lock.base_uri.clone());
    if let (Some(said), Some(locked)) = (&said, &locked)
        && said != locked
    {
        let reason = Reason::AnotherRegistryNamed {
            locked: locked.clone(),
            wanted: said.clone(),
        };
        return Err(Error::new(Attempt::TrustLock, reason));
    }
    Ok(Trust {
        key,
        base_uri: said.or(locked),
        days: wanted.days.cloned(),
    })
}

/// Returns the lock to be written: the old one, or a new one of what is published.
fn lock(old: Option<&Lock>, published: &Published, wanted: &Wanted<'_>) -> Result<Lock, Error> {
    let index = &published.index;
    if let Some(old) = old {
        agree::no_older(old, index, wanted)?;
        if !wanted.update {
            agree::with_published(old, index)?;
            return Ok(old.clone());
        }
        agree::nothing_gone(old, index, wanted)?;
    }
    let lock = choose::choose(index, wanted)?;
    match lock.why_unusable() {
        Some(reason) => Err(Error::new(Attempt::MakeLock, reason)),
        None => Ok(lock),
    }
}

fn verified(key: Option<&Verifier>, published: Option<Published>) -> Verified {
    match (key, published.map(|published| published.statement)) {
        (Some(key), Some(Some(statement))) => Verified::Signed {
            key: key.to_line(),
            statement,
        },
        (_, Some(statement)) => Verified::Manifest {
            is_signed: statement.is_some(),
        },
        (_, None) => Verified::Lock,
    }
}

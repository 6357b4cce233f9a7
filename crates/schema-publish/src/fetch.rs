//! What the build of a consumer does: gets verified schemas, and the same ones each time.

mod agree;
mod choose;
mod files;
mod pin;
mod source;

use std::path::Path;

pub use self::pin::Pin;
use self::{files::Before, source::Published};
use crate::{
    destination::{Destination, Use},
    error::Error,
    lock::{LOCK, Lock, Locked},
    publish::Progress,
    signature::{self, Days, Statement, Trust, Verifier},
};

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Where it is published, as [`Destination::open`] takes it.
    pub source: &'a str,
    /// The address of a server that speaks the protocol of the source.
    pub endpoint: Option<&'a str>,
    /// The revisions. With none, the latest of every event.
    pub pins: &'a [Pin],
    /// The key whose owner has to have signed the manifest.
    pub key: Option<&'a Verifier>,
    /// The address of the registry, where it is read from another one.
    pub base_uri: Option<&'a str>,
    /// The days in which the manifest has to be signed.
    pub days: Option<&'a Days>,
    /// Whether newer revisions may take the place of those of the lock.
    pub update: bool,
    /// Permission to take an older publication than that of the lock.
    pub allow_rollback: bool,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// It is as the lock says.
    Equal,
    /// It was not there.
    New,
    /// It was another one.
    Replaced,
    /// It is no longer wanted, and was removed.
    Removed,
}

/// The proof of what was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Nothing was asked for: all files have the digests of the lock.
    Local,
    /// The files have the digests of the lock, which has no key.
    Lock,
    /// The files have the digests of the source's own manifest.
    Manifest {
        /// Says that there is a signature, which was not verified.
        is_signed: bool,
    },
    /// The files have the digests of a manifest that the owner of a key signed.
    Signed {
        /// The key.
        key: String,
        /// The statement that is signed beside the manifest.
        statement: Statement,
    },
}

/// What was fetched.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The schemas, each with what became of it.
    pub schemas: Vec<(Locked, Fetched)>,
    /// The proof of them.
    pub verified: Verified,
}

/// Fetches schemas into a folder, beside a lock file. If the lock is there and all of its files are,
/// nothing is asked for.
///
/// # Errors
///
/// If the source cannot be read, is not what its manifest says, is older than the lock, or has no such revision;
/// if the lock wants something else; or if a file cannot be written, or someone else's is in its place. Files are
/// written only once all were verified.
pub fn fetch(folder: &Path, wanted: &Wanted<'_>, progress: Progress<'_>) -> Result<Summary, Error> {
    // Messages show the address, so it is looked at first.
    Destination::check(wanted.source)?;
    let before = Before::read(folder)?;
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
        let why = format!(
            "`{LOCK}` was made with `--pin`: pass `--pin` with the revisions to fetch now, or remove `{LOCK}` to \
             fetch the latest revision of every event"
        );
        return Err(Error::refused("cannot determine what to update", why));
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

/// Whom to trust: the owner of the key, for the registry that the caller names, or that of the address. A lock,
/// whoever may have edited it, says nothing against these; it is only asked where there is neither.
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
        let why = format!(
            "it is for the registry {locked}, and this is {said}; if {locked} is right, pass it with `--base-uri`, \
             and if not, remove `{LOCK}` to start again"
        );
        return Err(Error::refused(format!("cannot trust `{LOCK}`"), why));
    }
    Ok(Trust {
        key,
        base_uri: said.or(locked),
        days: wanted.days.cloned(),
    })
}

/// The lock as it is to be: that which is there, or a new one of what is published.
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
        Some(why) => Err(Error::refused(format!("cannot make `{LOCK}`"), why)),
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

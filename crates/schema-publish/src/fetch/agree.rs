//! Checks a lock against the request and against the publication.

use std::collections::BTreeSet;

use super::{Wanted, choose::revision};
use crate::{
    error::{Attempt, Error, Reason},
    index::Index,
    lock::{Lock, Locked},
    signature::Verifier,
};

/// Returns the key to verify with: the caller's, or else that of the lock. A lock with a key is only updated with a
/// key.
pub(super) fn key(lock: Option<&Lock>, wanted: &Wanted<'_>) -> Result<Option<Verifier>, Error> {
    let locked = lock.and_then(|lock| lock.key.as_deref());
    match (wanted.key, locked) {
        (Some(key), _) => Ok(Some(key.clone())),
        (None, Some(locked)) if wanted.update => {
            let key = locked.to_owned();
            Err(Error::new(Attempt::UpdateLock, Reason::LockedKey { key }))
        }
        (None, Some(locked)) => Verifier::parse(locked).map(Some),
        (None, None) => Ok(None),
    }
}

/// Checks that a lock that is not updated matches the request.
pub(super) fn with_wanted(lock: &Lock, wanted: &Wanted<'_>) -> Result<(), Error> {
    let another = |reason| Err(Error::new(Attempt::MatchLock, reason));
    if lock.source.trim_end_matches('/') != wanted.source.trim_end_matches('/') {
        return another(Reason::AnotherSource {
            locked: lock.source.clone(),
            wanted: wanted.source.to_owned(),
        });
    }
    if let Some(key) = wanted.key
        && lock.key.as_ref() != Some(&key.to_line())
    {
        return another(Reason::AnotherKey);
    }
    if wanted.pins.is_empty() {
        return Ok(());
    }
    if !lock.pinned {
        return another(Reason::LockNotPinned);
    }
    for pin in wanted.pins {
        if !lock.schemas.iter().any(|it| pin.means(it)) {
            return another(Reason::LacksPin { pin: pin.clone() });
        }
    }
    for it in &lock.schemas {
        if !wanted.pins.iter().any(|pin| pin.means(it)) {
            return another(Reason::AlsoHas {
                event: it.event.clone(),
                revision: it.revision.clone(),
            });
        }
    }
    Ok(())
}

/// Checks that everything in a lock is published, since anyone may have edited the lock.
pub(super) fn with_published(lock: &Lock, index: &Index) -> Result<(), Error> {
    match missing(&lock.schemas, index).next() {
        Some(it) => {
            let reason = Reason::NotPublished(Box::new(it.clone()));
            Err(Error::new(Attempt::TrustLock, reason))
        }
        None => Ok(()),
    }
}

/// Checks that a publication is of the same registry as an earlier lock, and is not older.
pub(super) fn no_older(before: &Lock, index: &Index, wanted: &Wanted<'_>) -> Result<(), Error> {
    if before.base_uri != index.base_uri {
        let reason = Reason::AnotherRegistry {
            locked: before.base_uri.clone(),
            published: index.base_uri.clone(),
        };
        return Err(Error::new(Attempt::UpdateLock, reason));
    }
    if index.number < before.number && !wanted.allow_rollback {
        return Err(older(Reason::OlderNumber {
            number: index.number,
            locked: before.number,
        }));
    }
    Ok(())
}

/// Checks that a publication has everything that an earlier lock lists.
pub(super) fn nothing_gone(before: &Lock, index: &Index, wanted: &Wanted<'_>) -> Result<(), Error> {
    match missing(&before.schemas, index).next() {
        Some(it) if !wanted.allow_rollback => Err(older(Reason::LacksRevision {
            event: it.event.clone(),
            revision: it.revision.clone(),
        })),
        _ => Ok(()),
    }
}

fn older(reason: Reason) -> Error {
    Error::new(Attempt::VerifyNewer, reason)
}

/// Returns the schemas that are not published as they are locked.
fn missing<'l>(schemas: &'l [Locked], index: &Index) -> impl Iterator<Item = &'l Locked> {
    let published: BTreeSet<Locked> = index
        .events()
        .flat_map(|found| {
            let revisions = found.event.revisions.iter();
            revisions.filter_map(move |it| revision(found, &it.revision))
        })
        .collect();
    schemas.iter().filter(move |it| !published.contains(*it))
}

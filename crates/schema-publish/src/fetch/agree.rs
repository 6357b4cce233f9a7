//! Checks a lock against the request and against the publication.

use std::collections::BTreeSet;

use super::{Wanted, choose::revision};
use crate::{
    error::Error,
    index::Index,
    lock::{LOCK, Lock, Locked},
    signature::Verifier,
};

/// Returns the key to verify with: the caller's, or else that of the lock. A lock with a key is only updated with a
/// key.
pub(super) fn key(lock: Option<&Lock>, wanted: &Wanted<'_>) -> Result<Option<Verifier>, Error> {
    let locked = lock.and_then(|lock| lock.key.as_deref());
    match (wanted.key, locked) {
        (Some(key), _) => Ok(Some(key.clone())),
        (None, Some(locked)) if wanted.update => {
            let why = format!(
                "its files were verified with the key {locked}; pass that key with `--key`, or the publisher's new \
                 one, or remove `{LOCK}` to start again without a key"
            );
            Err(Error::refused(format!("cannot update `{LOCK}`"), why))
        }
        (None, Some(locked)) => Verifier::parse(locked).map(Some),
        (None, None) => Ok(None),
    }
}

/// Checks that a lock that is not updated matches the request.
pub(super) fn with_wanted(lock: &Lock, wanted: &Wanted<'_>) -> Result<(), Error> {
    let another = |why: String| {
        let why = format!("{why}; pass `--update` to make a new lock");
        Err(Error::refused(
            format!("`{LOCK}` does not match this command"),
            why,
        ))
    };
    if lock.source.trim_end_matches('/') != wanted.source.trim_end_matches('/') {
        return another(format!(
            "it was made from {}, and this is {}",
            lock.source, wanted.source
        ));
    }
    if let Some(key) = wanted.key
        && lock.key.as_ref() != Some(&key.to_line())
    {
        return another("its files were not verified with this key".into());
    }
    if wanted.pins.is_empty() {
        return Ok(());
    }
    if !lock.pinned {
        return another(
            "it was made without `--pin`, for the latest revision of every event".into(),
        );
    }
    for pin in wanted.pins {
        if !lock.schemas.iter().any(|it| pin.means(it)) {
            return another(format!("it does not have {pin}"));
        }
    }
    for it in &lock.schemas {
        if !wanted.pins.iter().any(|pin| pin.means(it)) {
            return another(format!("it also has {}@{}", it.event, it.revision));
        }
    }
    Ok(())
}

/// Checks that everything in a lock is published, since anyone may have edited the lock.
pub(super) fn with_published(lock: &Lock, index: &Index) -> Result<(), Error> {
    match missing(&lock.schemas, index).next() {
        Some(it) => Err(Error::refused(
            format!("cannot trust `{LOCK}`"),
            format!(
                "{}@{} is not published at `{}` with the digest {}, as the lock says; pass `--update` to make a new lock",
                it.event, it.revision, it.published, it.sha256
            ),
        )),
        None => Ok(()),
    }
}

/// Checks that a publication is of the same registry as an earlier lock, and is not older.
pub(super) fn no_older(before: &Lock, index: &Index, wanted: &Wanted<'_>) -> Result<(), Error> {
    if before.base_uri != index.base_uri {
        let why = format!(
            "it is for the registry {}, and this is {}; remove it to start again",
            before.base_uri, index.base_uri
        );
        return Err(Error::refused(format!("cannot update `{LOCK}`"), why));
    }
    if index.number < before.number && !wanted.allow_rollback {
        return Err(older(&format!(
            "it has the number {}, and `{LOCK}` has {}",
            index.number, before.number
        )));
    }
    Ok(())
}

/// Checks that a publication has everything that an earlier lock lists.
pub(super) fn nothing_gone(before: &Lock, index: &Index, wanted: &Wanted<'_>) -> Result<(), Error> {
    match missing(&before.schemas, index).next() {
        Some(it) if !wanted.allow_rollback => Err(older(&format!(
            "it lacks {}@{} as recorded in `{LOCK}`, and revisions are never removed",
            it.event, it.revision
        ))),
        _ => Ok(()),
    }
}

fn older(why: &str) -> Error {
    Error::refused(
        "the publication is older than the one that was fetched before",
        format!("{why}; ask its publisher, and pass `--allow-rollback` if this is intended"),
    )
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

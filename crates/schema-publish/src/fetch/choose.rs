//! Chooses the revisions of a new lock.

use super::Wanted;
use crate::{
    error::{Attempt, Error, Reason},
    index::{Index, ListedEvent},
    lock::{Lock, Locked},
    signature::Verifier,
};

/// Returns a lock of the wanted revisions: those of the pins, or the latest one of every event.
pub(super) fn choose(index: &Index, wanted: &Wanted<'_>) -> Result<Lock, Error> {
    let mut schemas = match wanted.pins {
        [] => latest(index)?,
        _ => pinned(index, wanted)?,
    };
    schemas.sort_by(|left, right| left.path.cmp(&right.path));
    let twice = schemas.windows(2).find_map(|pair| match pair {
        [left, right] if left.path == right.path => Some((left, right)),
        _ => None,
    });
    if let Some((left, right)) = twice {
        let reason = Reason::PinnedTwice {
            event: left.event.clone(),
            revisions: [left.revision.clone(), right.revision.clone()],
        };
        return Err(Error::new(Attempt::Fetch, reason));
    }
    Ok(Lock {
        source: wanted.source.to_owned(),
        base_uri: index.base_uri.clone(),
        number: index.number,
        key: wanted.key.map(Verifier::to_line),
        pinned: !wanted.pins.is_empty(),
        schemas,
    })
}

fn latest(index: &Index) -> Result<Vec<Locked>, Error> {
    let latest = index.events().map(|found| {
        let event = found.event;
        revision(found, &event.latest).ok_or_else(|| {
            let name = event.event.clone();
            let revision = event.latest.clone();
            Error::new(
                Attempt::FetchNamed { name },
                Reason::NoRevision { revision },
            )
        })
    });
    latest.collect()
}

fn pinned(index: &Index, wanted: &Wanted<'_>) -> Result<Vec<Locked>, Error> {
    let mut schemas = Vec::new();
    for (at, pin) in wanted.pins.iter().enumerate() {
        if wanted.pins.iter().take(at).any(|it| it == pin) {
            continue;
        }
        let failed = |reason| {
            let name = pin.to_string();
            Err(Error::new(Attempt::FetchNamed { name }, reason))
        };
        let named: Vec<ListedEvent<'_>> = index
            .events()
            .filter(|found| found.event.event == pin.event && pin.is_of(&found.family.name))
            .collect();
        let having: Vec<Locked> = named
            .iter()
            .filter_map(|found| revision(*found, &pin.revision))
            .collect();
        match <[Locked; 1]>::try_from(having) {
            Ok([locked]) => schemas.push(locked),
            Err(having) if having.is_empty() => {
                let revisions = named.iter().flat_map(|found| &found.event.revisions);
                let known: Vec<String> = revisions.map(|it| it.revision.clone()).collect();
                return failed(if known.is_empty() {
                    Reason::NoEvent
                } else {
                    Reason::NoSuchRevision { known }
                });
            }
            Err(_) => return failed(Reason::SeveralFamilies),
        }
    }
    Ok(schemas)
}

/// Returns a revision of an event, if the event has it.
pub(super) fn revision(found: ListedEvent<'_>, revision: &str) -> Option<Locked> {
    let mut revisions = found.event.revisions.iter();
    let entry = revisions.find(|it| it.revision == revision)?;
    Some(Locked {
        family: found.family.name.clone(),
        event: found.event.event.clone(),
        revision: entry.revision.clone(),
        path: found.event.schema.clone(),
        published: entry.path.clone(),
        sha256: entry.sha256.clone(),
    })
}

//! What the build of a consumer does: gets verified schemas, and the same ones each time.

use std::{collections::BTreeSet, fmt, path::Path, thread, time::Duration};

use schema_registry::released::digest;

use crate::{
    check,
    destination::{self, Destination, Folder, Use},
    error::Error,
    index::{Found, Index},
    lock::{LOCK, Lock, Locked},
    names,
    parallel::try_map,
    publish::Progress,
    signature::Verifier,
    site::INDEX,
    verify::{Finding, why_another},
};

/// A revision that is wanted: `job.completed@1.0.0`, or `webhooks/job.completed@1.0.0` where several
/// families have such an event.
///
/// # Examples
///
/// ```
/// let pin: schema_publish::fetch::Pin = "job.completed@1.0.0".parse()?;
/// assert_eq!((pin.event.as_str(), pin.revision.as_str()), ("job.completed", "1.0.0"));
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The family, if it is named.
    pub family: Option<String>,
    /// The event.
    pub event: String,
    /// The revision.
    pub revision: String,
}

impl Pin {
    fn is_of(&self, family: &str) -> bool {
        self.family.as_ref().is_none_or(|it| it == family)
    }

    /// Whether a schema of a lock is what is wanted.
    fn means(&self, locked: &Locked) -> bool {
        self.is_of(&locked.family) && self.event == locked.event && self.revision == locked.revision
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(family) = &self.family {
            write!(f, "{family}/")?;
        }
        write!(f, "{}@{}", self.event, self.revision)
    }
}

impl std::str::FromStr for Pin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let form = "an event and a revision: `job.completed@1.0.0`";
        let (event, revision) = text.split_once('@').ok_or(form)?;
        let (family, event) = match event.split_once('/') {
            Some((family, event)) => (Some(family.to_owned()), event),
            None => (None, event),
        };
        if event.is_empty() || revision.is_empty() {
            return Err(form.to_owned());
        }
        Ok(Self {
            family,
            event: event.to_owned(),
            revision: revision.to_owned(),
        })
    }
}

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
    /// Whether newer revisions may take the place of those of the lock.
    pub update: bool,
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

/// What was fetched.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The schemas, each with what became of it.
    pub schemas: Vec<(Locked, Fetched)>,
    /// Whether the source was asked for anything.
    pub was_online: bool,
}

/// Fetches schemas into a folder, beside a lock file. If the lock is there and all of its files are,
/// nothing is asked for.
///
/// # Errors
///
/// If the source cannot be read, is not what its manifest says, or has no such revision; if the lock
/// wants something else; or if a file cannot be written. Files are written only once all were verified.
pub fn fetch(folder: &Path, wanted: &Wanted<'_>, progress: Progress<'_>) -> Result<Summary, Error> {
    let before = locked(folder, wanted.update)?;
    let lock = match &before {
        Some(lock) if wanted.update => {
            if lock.pinned && wanted.pins.is_empty() {
                let why = format!(
                    "it has revisions that were asked for by `--pin`: ask for those that you want now, or \
                     remove `{LOCK}` for the latest of every event"
                );
                return Err(Error::refused("cannot tell what to update", why));
            }
            look(wanted)?
        }
        Some(lock) => {
            agrees(lock, wanted)?;
            lock.clone()
        }
        None => look(wanted)?,
    };
    if let Some(why) = why_unusable(&lock) {
        return Err(Error::refused(format!("cannot use `{LOCK}`"), why));
    }
    let states = lock.schemas.iter().map(|locked| state(folder, locked));
    let states = states.collect::<Result<Vec<Fetched>, Error>>()?;
    let missing: Vec<&Locked> = lock
        .schemas
        .iter()
        .zip(&states)
        .filter(|(_, state)| **state != Fetched::Equal)
        .map(|(locked, _)| locked)
        .collect();
    let was_online = before.is_none() || wanted.update || !missing.is_empty();
    let mut got = Vec::new();
    if !missing.is_empty() {
        let source = Destination::open(wanted.source, wanted.endpoint, Use::Reading)?;
        let total = missing.len();
        let heard = |done| progress("fetched", done, total);
        got = try_map(&missing, source.at_once(), &heard, |locked| {
            verified(&source, locked)
        })?;
    }
    let mut schemas: Vec<(Locked, Fetched)> =
        lock.schemas.iter().cloned().zip(states.clone()).collect();
    if before.as_ref() != Some(&lock) || !missing.is_empty() {
        let target = Folder::open(folder.to_owned(), Use::Writing)?;
        let _guard = target.lock(&|| progress("waiting for another run: fetched", 0, 0))?;
        for (locked, bytes) in missing.iter().zip(&got) {
            target.put(&locked.path, bytes)?;
        }
        for old in gone(before.as_ref(), &lock) {
            // What was changed since is no longer what was fetched.
            if state(folder, old)? == Fetched::Equal {
                target.remove(&old.path)?;
                schemas.push((old.clone(), Fetched::Removed));
            }
        }
        target.put(LOCK, lock.text()?.as_bytes())?;
    }
    Ok(Summary {
        schemas,
        was_online,
    })
}

/// What only the lock before has.
fn gone<'l>(before: Option<&'l Lock>, lock: &Lock) -> Vec<&'l Locked> {
    let before = before.into_iter().flat_map(|before| &before.schemas);
    let gone = before.filter(|old| {
        let is_safe = why_no_schema(&old.path).is_none();
        is_safe && lock.schemas.iter().all(|it| it.path != old.path)
    });
    gone.collect()
}

/// Why nothing can be fetched by a lock: a source that is not trusted has said what is in it, or somebody has
/// changed it.
fn why_unusable(lock: &Lock) -> Option<String> {
    if lock.schemas.is_empty() {
        return Some("it has no schema".into());
    }
    let mut paths = BTreeSet::new();
    for it in &lock.schemas {
        let unusable = names::why_unusable(&it.published).map(|why| (&it.published, why));
        let unusable = unusable.or_else(|| Some((&it.path, why_no_schema(&it.path)?)));
        if let Some((path, why)) = unusable {
            return Some(format!("`{}` can be no file: {why}", path.escape_debug()));
        }
        if !paths.insert(&it.path) {
            return Some(format!("it has `{}` twice", it.path));
        }
        if !it.published.ends_with(&format!("/{}.json", it.revision)) {
            return Some(format!(
                "`{}` is not the revision {}",
                it.published, it.revision
            ));
        }
    }
    None
}

/// The lock of a folder. One that is replaced may be whatever it is.
fn locked(folder: &Path, is_replaced: bool) -> Result<Option<Lock>, Error> {
    let Some(bytes) = destination::read(folder, LOCK)? else {
        return Ok(None);
    };
    match Lock::parse(&bytes) {
        Err(_) if is_replaced => Ok(None),
        lock => lock.map(Some),
    }
}

/// Why a file may not be written in the folder: a source that is not trusted says where it goes.
fn why_no_schema(path: &str) -> Option<String> {
    let is_hidden = path.split('/').any(|part| part.starts_with('.'));
    let is_json = path.ends_with(".json");
    names::why_unusable(path).or_else(|| {
        (is_hidden || !is_json).then(|| "schemas are in files that end in `.json` and show".into())
    })
}

/// Whether a lock is what is wanted.
fn agrees(lock: &Lock, wanted: &Wanted<'_>) -> Result<(), Error> {
    let another = |why: String| {
        let why = format!("{why}; `--update` makes a new lock");
        Err(Error::refused(format!("`{LOCK}` says otherwise"), why))
    };
    if lock.source.trim_end_matches('/') != wanted.source.trim_end_matches('/') {
        return another(format!(
            "it is of {}, and this is {}",
            lock.source, wanted.source
        ));
    }
    if let Some(key) = wanted.key
        && lock.key.as_ref() != Some(&key.to_line())
    {
        return another("what it has was not verified with this key".into());
    }
    if wanted.pins.is_empty() {
        return Ok(());
    }
    if !lock.pinned {
        return another("it has the latest revision of every event".into());
    }
    for pin in wanted.pins {
        if !lock.schemas.iter().any(|it| pin.means(it)) {
            return another(format!("it does not have {pin}"));
        }
    }
    for it in &lock.schemas {
        if !wanted.pins.iter().any(|pin| pin.means(it)) {
            return another(format!("it has {}@{}, too", it.event, it.revision));
        }
    }
    Ok(())
}

/// Looks for what is wanted in the index.
fn look(wanted: &Wanted<'_>) -> Result<Lock, Error> {
    let source = Destination::open(wanted.source, wanted.endpoint, Use::Reading)?;
    let index = index(&source, wanted)?;
    let mut schemas = Vec::new();
    let mut add = |found: Found<'_>, revision: &str| {
        let revisions = &found.event.revisions;
        let entry = revisions.iter().find(|it| it.revision == revision)?;
        schemas.push(Locked {
            family: found.family.name.clone(),
            event: found.event.event.clone(),
            revision: entry.revision.clone(),
            path: found.event.schema.clone(),
            published: entry.path.clone(),
            sha256: entry.sha256.clone(),
        });
        Some(())
    };
    for (at, pin) in wanted.pins.iter().enumerate() {
        if wanted.pins.iter().take(at).any(|it| it == pin) {
            continue;
        }
        let doing = || format!("cannot fetch {pin}");
        let named: Vec<Found<'_>> = index
            .events()
            .filter(|found| found.event.event == pin.event && pin.is_of(&found.family.name))
            .collect();
        let having: Vec<Found<'_>> = named
            .iter()
            .filter(|found| {
                let mut revisions = found.event.revisions.iter();
                revisions.any(|it| it.revision == pin.revision)
            })
            .copied()
            .collect();
        match having.as_slice() {
            [found] => {
                let _ = add(*found, &pin.revision);
            }
            [] => {
                let revisions = named.iter().flat_map(|found| &found.event.revisions);
                let revisions: Vec<&str> = revisions.map(|it| it.revision.as_str()).collect();
                let why = match revisions.as_slice() {
                    [] => "there is no such event".to_owned(),
                    there => format!("there is no such revision, only {}", there.join(", ")),
                };
                return Err(Error::refused(doing(), why));
            }
            [..] => {
                let why = "several families have it; write `family/event@revision`";
                return Err(Error::refused(doing(), why));
            }
        }
    }
    if wanted.pins.is_empty() {
        for found in index.events() {
            if add(found, &found.event.latest).is_none() {
                let why = format!("it has no revision {}", found.event.latest);
                let doing = format!("cannot fetch {}", found.event.event);
                return Err(Error::refused(doing, why));
            }
        }
    }
    schemas.sort_by(|left, right| left.path.cmp(&right.path));
    let twice = schemas.windows(2).find_map(|pair| match pair {
        [left, right] if left.path == right.path => Some((left, right)),
        _ => None,
    });
    if let Some((left, right)) = twice {
        let why = format!(
            "`{}` is wanted in two revisions of one major version: {} and {}",
            left.event, left.revision, right.revision
        );
        return Err(Error::refused("cannot fetch", why));
    }
    Ok(Lock {
        source: wanted.source.to_owned(),
        key: wanted.key.map(Verifier::to_line),
        pinned: !wanted.pins.is_empty(),
        schemas,
    })
}

/// The index, as the manifest means it. While a publication is under way it can be another one, so it is
/// looked at again.
fn index(source: &Destination, wanted: &Wanted<'_>) -> Result<Index, Error> {
    const TIMES: u32 = 5;
    let doing = || format!("cannot trust {}", wanted.source);
    let mut time = 1;
    loop {
        let why = match verified_index(source, wanted)? {
            Ok(index) => return Ok(index),
            Err(finding) => format!("`{}`: {}", finding.path, finding.message),
        };
        if time == TIMES {
            return Err(Error::refused(doing(), why));
        }
        thread::sleep(Duration::from_millis(200) * time);
        time += 1;
    }
}

fn verified_index(
    source: &Destination,
    wanted: &Wanted<'_>,
) -> Result<Result<Index, Finding>, Error> {
    let finding = |message: String| {
        Ok(Err(Finding {
            path: INDEX.to_owned(),
            message,
        }))
    };
    let manifest = match check::manifest(source, wanted.key)? {
        Ok(signed) => signed.manifest,
        Err(finding) => return Ok(Err(finding)),
    };
    let files = manifest.by_path();
    let Some(entry) = files.get(INDEX) else {
        return finding("the manifest does not list it".into());
    };
    let Some(stored) = source.get(INDEX)? else {
        return finding("it is missing".into());
    };
    if let Some(why) = why_another(&stored.bytes, &entry.sha256) {
        return finding(why);
    }
    let index: Index = match serde_json::from_slice(&stored.bytes) {
        Ok(index) => index,
        Err(error) => return finding(format!("it is no index: {error}")),
    };
    for (_, revision) in index.revisions() {
        let listed = files.get(revision.path.as_str());
        if listed.is_none_or(|entry| entry.sha256 != revision.sha256) {
            return finding(format!(
                "the manifest does not have `{}` as it says",
                revision.path
            ));
        }
    }
    Ok(Ok(index))
}

/// The bytes of a schema, if they are those of the lock.
fn verified(source: &Destination, locked: &Locked) -> Result<Vec<u8>, Error> {
    let doing = || format!("cannot fetch `{}`", locked.published);
    let stored = source.get(&locked.published)?;
    let stored = stored.ok_or_else(|| Error::refused(doing(), "it is missing"))?;
    match why_another(&stored.bytes, &locked.sha256) {
        Some(why) => Err(Error::refused(doing(), why)),
        None => Ok(stored.bytes),
    }
}

/// What is there already.
fn state(folder: &Path, locked: &Locked) -> Result<Fetched, Error> {
    let bytes = destination::read(folder, &locked.path)?;
    Ok(match bytes {
        Some(bytes) if digest(&bytes) == locked.sha256 => Fetched::Equal,
        Some(_) => Fetched::Replaced,
        None => Fetched::New,
    })
}

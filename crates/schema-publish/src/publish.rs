//! Brings a destination to what is published, without ever changing a revision.
//!
//! The order makes what a reader sees consistent, and keeps publishers from undoing each other's work,
//! though nothing but conditional writes of single files is asked of a destination:
//!
//! 1. What is there is read, `index.json` last. Whatever the index there has, this publication has too,
//!    or nothing is written.
//! 2. Where there could be too little room, everything is written beside its place.
//! 3. Revisions that are not there are created, and then what else the index names.
//! 4. The index, which is another one if any file is, takes the place of the version that was read. From
//!    here on, who has less is refused.
//! 5. Every other file takes the place of the version that was read before the index was, as long as the
//!    index stays: what another publisher has written since is not touched, and all is looked at again.
//! 6. What is published no more is removed; then come the catalog, the manifest, its signature and the
//!    digests.
//! 7. All is read again, until nothing is left to do.
//!
//! A request that may have failed is made again, and each time the index is looked at before. What no store
//! can prevent is one request that is under way while another publication begins and ends, and is carried
//! out then: it can spoil a file that may change, never a revision. `verify` finds it, and a repetition
//! mends it.

use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
    time::{Duration, Instant},
};

use schema_registry::released::digest;

use crate::{
    destination::{Destination, Stored, Version, Written},
    error::Error,
    index::Index,
    manifest::Manifest,
    names,
    parallel::try_map,
    signature::{self, Key, Verifier},
    site::{CATALOG, File, INDEX, Lifetime, MANIFEST, SIGNATURE, SUMS, Site},
};

/// Hears of long work: what is done, how much of it, and of how much.
pub type Progress<'a> = &'a (dyn Fn(&str, usize, usize) + Sync);

/// Files that stand for all others, in the order in which they are written.
const LAST: [&str; 4] = [CATALOG, MANIFEST, SIGNATURE, SUMS];

/// So many times another publisher may come in between.
const ROUNDS: u32 = 20;

/// A write of which nobody knows whether it was carried out is made again so many times,
const ATTEMPTS: u32 = 7;

/// unless it has taken so long.
const PATIENCE: Duration = Duration::from_mins(1);

/// What has to be done about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is not there.
    New,
    /// It is there as it should be.
    Equal,
    /// It is there otherwise.
    Changed,
    /// It is there, and is published no more.
    Removed,
    /// It cannot be brought to what it should be, and why.
    Refused(String),
}

impl Change {
    /// The change in one word.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Equal => "equal",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Refused(_) => "refused",
        }
    }
}

/// What has to be done, by path.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The change of every file that is published, or was.
    pub changes: BTreeMap<String, Change>,
    versions: BTreeMap<String, Version>,
}

impl Plan {
    /// What cannot be done, with the reasons.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &str)> {
        self.changes
            .iter()
            .filter_map(|(path, change)| match change {
                Change::Refused(why) => Some((path.as_str(), why.as_str())),
                _ => None,
            })
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.changes.values().all(|change| *change == Change::Equal)
    }

    /// How many files have such a change.
    #[must_use]
    pub fn count(&self, change: &Change) -> usize {
        self.changes.values().filter(|it| *it == change).count()
    }
}

/// What became of a publication.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Everything is published. The plan says what had to be done for it.
    Published(Plan),
    /// Nothing was written, or nothing more: the plan says why.
    Refused(Plan),
}

/// Everything that goes to a destination.
#[derive(Clone, Debug)]
pub struct Publication {
    files: BTreeMap<String, File>,
    index: Index,
    /// What verifies the signature, if there is one.
    verifier: Option<Verifier>,
    /// Whether the signature of another key may be replaced.
    is_key_new: bool,
}

impl Publication {
    /// What is published, with a signature of its manifest if there is a key.
    ///
    /// # Errors
    ///
    /// If the key cannot sign.
    pub fn new(site: Site, key: Option<&Key>) -> Result<Self, Error> {
        let manifest = site.manifest_file();
        let mut files = site.files;
        let text = |path: &str, text: String| File {
            path: path.to_owned(),
            bytes: text.into_bytes(),
            media_type: "text/plain; charset=utf-8",
            lifetime: Lifetime::Mutable,
        };
        let signature = key
            .map(|key| key.sign(&manifest.bytes, MANIFEST))
            .transpose()?;
        let sums = site.manifest.sums(&manifest.bytes);
        files.insert(MANIFEST.to_owned(), manifest);
        files.insert(SUMS.to_owned(), text(SUMS, sums));
        if let Some(signature) = signature {
            files.insert(SIGNATURE.to_owned(), text(SIGNATURE, signature));
        }
        Ok(Self {
            files,
            index: site.index,
            verifier: key.map(Key::verifier).transpose()?,
            is_key_new: false,
        })
    }

    /// The same, whose signature may take the place of one by another key.
    #[must_use]
    pub fn with_new_key(self) -> Self {
        Self {
            is_key_new: true,
            ..self
        }
    }

    /// The files by their paths.
    #[must_use]
    pub fn files(&self) -> &BTreeMap<String, File> {
        &self.files
    }

    /// What would have to be done. Nothing is written.
    ///
    /// # Errors
    ///
    /// If the destination cannot be read.
    pub fn plan(&self, destination: &Destination, progress: Progress<'_>) -> Result<Plan, Error> {
        let mut paths: Vec<&str> = self.files.keys().map(String::as_str).collect();
        let before = destination.get(MANIFEST)?;
        let before = before.and_then(|it| serde_json::from_slice::<Manifest>(&it.bytes).ok());
        let before = before.unwrap_or_default();
        let removed = before.files.iter().filter(|entry| {
            !self.files.contains_key(&entry.path) && names::why_unusable(&entry.path).is_none()
        });
        paths.extend(removed.map(|entry| entry.path.as_str()));
        let is_new_signature = !self.files.contains_key(SIGNATURE);
        paths.extend(is_new_signature.then_some(SIGNATURE));
        paths.retain(|path| *path != INDEX);
        let total = paths.len();
        let heard = |done| progress("compared", done, total);
        let mut stored: BTreeMap<&str, Stored> =
            try_map(&paths, destination.at_once(), &heard, |path| {
                Ok(destination.get(path)?.map(|stored| (*path, stored)))
            })?
            .into_iter()
            .flatten()
            .collect();
        // What is written after this is written by somebody who has this index, or more.
        if let Some(index) = destination.get(INDEX)? {
            stored.insert(INDEX, index);
        }
        Ok(self.compared(&before, &stored))
    }

    fn compared(&self, before: &Manifest, stored: &BTreeMap<&str, Stored>) -> Plan {
        // Without an index, and without a revision of a publication that was only begun, nothing is
        // published there: a file that is there is somebody else's.
        let is_begun = self.files.values().any(|file| {
            let there = stored.get(file.path.as_str());
            file.lifetime == Lifetime::Immutable && there.is_some_and(|it| it.bytes == file.bytes)
        });
        let is_publication = is_begun || stored.contains_key(INDEX);
        let mut changes = BTreeMap::new();
        for (path, file) in &self.files {
            let change = match stored.get(path.as_str()) {
                None => Change::New,
                Some(there) if self.is_as_good(file, &there.bytes) => Change::Equal,
                Some(there) if file.lifetime == Lifetime::Immutable => {
                    Change::Refused(is_another(&there.bytes, &file.bytes))
                }
                Some(_) if !is_publication => Change::Refused(
                    "there is another file, and no publication that it is a part of".into(),
                ),
                Some(there) => match self.why_no_other_key(file, &there.bytes) {
                    Some(why) => Change::Refused(why),
                    None => Change::Changed,
                },
            };
            changes.insert(path.clone(), change);
        }
        if let Some(there) = stored.get(INDEX)
            && let Some(why) = self.why_not_over(&there.bytes)
        {
            changes.insert(INDEX.to_owned(), Change::Refused(why));
        }
        let listed = before.by_path();
        for path in stored.keys() {
            if self.files.contains_key(*path) {
                continue;
            }
            let is_revision = listed.get(path).is_some_and(|entry| entry.immutable);
            let is_same_manifest = changes.get(MANIFEST) == Some(&Change::Equal);
            let change = match *path {
                SIGNATURE if is_same_manifest => continue,
                SIGNATURE => Change::Refused(
                    "what is published there is signed, and this would not be; give the key".into(),
                ),
                _ if is_revision => Change::Refused(
                    "it is published there as a revision, which stays, and is not released here"
                        .into(),
                ),
                _ => Change::Removed,
            };
            changes.insert((*path).to_owned(), change);
        }
        let versions = stored
            .iter()
            .map(|(path, stored)| ((*path).to_owned(), stored.version.clone()))
            .collect();
        Plan { changes, versions }
    }

    /// Why the signature may not take the place of another one: consumers know one key.
    fn why_no_other_key(&self, file: &File, there: &[u8]) -> Option<String> {
        let ours = self.verifier.as_ref().map(Verifier::id)?;
        let other = signature::key_id(there).filter(|other| *other != ours)?;
        let is_refused = file.path == SIGNATURE && !self.is_key_new;
        is_refused.then(|| {
            format!(
                "the key {other} signed what is there, and this is {ours}; `--new-key` lets it take over"
            )
        })
    }

    /// Why the index may not take the place of another one.
    fn why_not_over(&self, bytes: &[u8]) -> Option<String> {
        let there: Index = match serde_json::from_slice(bytes) {
            Ok(index) => index,
            Err(error) => return Some(format!("what is there is no such index: {error}")),
        };
        if there.base_uri != self.index.base_uri {
            return Some(format!(
                "what is there is published below {}, and this below {}",
                there.base_uri, self.index.base_uri
            ));
        }
        let missing = there.missing_from(&self.index);
        (!missing.is_empty()).then(|| missing.join("; "))
    }

    /// Publishes: all of it, or as little as can be.
    ///
    /// # Errors
    ///
    /// If the destination cannot be read or written. What was written until then is no harm, and a
    /// repetition goes on from there.
    pub fn publish(
        &self,
        destination: &Destination,
        progress: Progress<'_>,
    ) -> Result<Outcome, Error> {
        // A refusal leaves not even an empty folder behind.
        let plan = self.plan(destination, progress)?;
        if plan.refused().next().is_some() {
            return Ok(Outcome::Refused(plan));
        }
        let guard = destination.lock()?;
        // Before there was a lock, somebody else may have had it.
        let mut next = (!guard.is_lock()).then_some(plan);
        let mut first = None;
        for round in 0..ROUNDS {
            let plan = match next.take() {
                Some(plan) => plan,
                None => self.plan(destination, progress)?,
            };
            if plan.refused().next().is_some() {
                return Ok(Outcome::Refused(plan));
            }
            let is_done = plan.is_done()
                || (self.carry_out(&plan, destination, progress)? && guard.is_lock());
            let first = first.get_or_insert(plan);
            if is_done {
                return Ok(Outcome::Published(first.clone()));
            }
            // Whoever came in between gets time to finish.
            thread::sleep(Duration::from_millis(20) * round.min(20));
        }
        Err(Error::refused(
            "cannot publish",
            "a file is another one each time it is looked at: other publishers are at work, or the \
             server gives tags that it does not take back",
        ))
    }

    /// Does what a plan says. Whether nobody came in between.
    fn carry_out(
        &self,
        plan: &Plan,
        destination: &Destination,
        progress: Progress<'_>,
    ) -> Result<bool, Error> {
        let named: BTreeSet<&str> = self.index.names().collect();
        let is_written = |file: &&File| {
            let change = plan.changes.get(&file.path);
            matches!(change, Some(Change::New | Change::Changed))
        };
        let is_new = |file: &File| plan.changes.get(&file.path) == Some(&Change::New);
        let written: Vec<&File> = self.files.values().filter(is_written).collect();
        let (mut revisions, mut named_by_index, mut others) = (vec![], vec![], vec![]);
        for file in written.iter().copied() {
            let path = file.path.as_str();
            match file.lifetime {
                _ if path == INDEX || LAST.contains(&path) => {}
                Lifetime::Immutable => revisions.push(file),
                Lifetime::Mutable if is_new(file) && named.contains(path) => {
                    named_by_index.push(file);
                }
                Lifetime::Mutable => others.push(file),
            }
        }
        let total = written.len() + plan.count(&Change::Removed);
        let heard = |done| progress("staged", done, total);
        try_map(&written, destination.at_once(), &heard, |file| {
            destination.stage(file)
        })?;
        let anybody = || Ok(true);
        let winner = || self.is_index_ours(destination);
        let mut before = 0;
        let mut all = |files: &[&File], may: &(dyn Fn() -> Result<bool, Error> + Sync)| {
            let heard = |done| progress("written", before + done, total);
            let done = try_map(files, destination.at_once(), &heard, |file| {
                self.write(file, plan, destination, may)
            })?;
            before += files.len();
            Ok(done.into_iter().all(|done| done))
        };
        let one = |path: &str| -> Vec<&File> { self.files.get(path).into_iter().collect() };
        for files in [revisions, named_by_index, one(INDEX)] {
            if !all(&files, &anybody)? {
                return Ok(false);
            }
        }
        if !all(&others, &winner)? {
            return Ok(false);
        }
        for (path, change) in &plan.changes {
            if *change == Change::Removed && !repeated(&winner, || destination.remove(path))? {
                return Ok(false);
            }
        }
        for path in LAST {
            if !all(&one(path), &winner)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Writes one file as the plan says, as long as `may` says so. Whether it is now what it should be.
    fn write(
        &self,
        file: &File,
        plan: &Plan,
        destination: &Destination,
        may: &(dyn Fn() -> Result<bool, Error> + Sync),
    ) -> Result<bool, Error> {
        let is_written = match (plan.changes.get(&file.path), plan.versions.get(&file.path)) {
            (Some(Change::New), _) => repeated(may, || destination.create(file))?,
            (Some(Change::Changed), Some(version)) => {
                repeated(may, || destination.replace(file, version))?
            }
            _ => return Ok(true),
        };
        if is_written {
            return Ok(true);
        }
        let there = destination.get(&file.path)?;
        Ok(there.is_some_and(|there| self.is_as_good(file, &there.bytes)))
    }

    /// Whether nobody else has published since the index was written.
    fn is_index_ours(&self, destination: &Destination) -> Result<bool, Error> {
        let there = destination.get(INDEX)?;
        let ours = self.files.get(INDEX);
        Ok(there.map(|there| there.bytes).as_ref() == ours.map(|file| &file.bytes))
    }

    /// Whether some bytes are what a file should be. Each signature of the same key is as good.
    fn is_as_good(&self, file: &File, bytes: &[u8]) -> bool {
        if let (SIGNATURE, Some(verifier)) = (file.path.as_str(), &self.verifier) {
            let manifest = self.files.get(MANIFEST);
            return manifest.is_some_and(|it| verifier.why_refused(&it.bytes, bytes).is_none());
        }
        file.bytes == bytes
    }

    /// Whether the publication has a signature.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.verifier.is_some()
    }
}

/// Makes a request, again if nobody knows what became of it, as long as `may` says so. Whether it was carried
/// out; if not, another file is there, or another version, or it may not be made.
fn repeated(
    may: &(dyn Fn() -> Result<bool, Error> + Sync),
    request: impl Fn() -> Result<Written, Error>,
) -> Result<bool, Error> {
    let started = Instant::now();
    let mut attempt = 1;
    while may()? {
        match request()? {
            Written::Done => return Ok(true),
            Written::Another => return Ok(false),
            Written::Unknown(error) => {
                if attempt == ATTEMPTS || started.elapsed() > PATIENCE {
                    return Err(error);
                }
                let pause = Duration::from_millis(100) * 2_u32.pow(attempt);
                thread::sleep(pause.min(Duration::from_secs(5)));
                attempt += 1;
            }
        }
    }
    Ok(false)
}

fn is_another(there: &[u8], here: &[u8]) -> String {
    format!(
        "a revision never changes: there it has the digest {}, and here {}",
        digest(there),
        digest(here)
    )
}

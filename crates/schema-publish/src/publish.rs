//! Publishes to a destination, without ever changing a revision.
//!
//! A destination needs to support only conditional writes of single files. The order of the writes keeps what a
//! reader sees consistent, and keeps publishers from undoing each other's work:
//!
//! 1. The destination is read, `index.json` last. If its index has a revision that this publication lacks, nothing
//!    is written.
//! 2. If the destination can run out of space, all files are written under temporary names.
//! 3. The files that are about to be created are added to `claims.json`, so that of two publishers with different
//!    bytes for one revision, one writes nothing at all.
//! 4. Missing revisions are created, and then the other missing files that the index names.
//! 5. The index, which differs if any file does, replaces the version that was read, with the next number. From
//!    here on, a publisher that lacks a revision is rejected, and a publisher that has the same revisions with
//!    other files has to begin again.
//! 6. Files that are no longer published are removed. Then come the manifest, its signature, the digests and the
//!    catalog: all that a build needs is there.
//! 7. Every other file replaces the version that was read before the index was.
//! 8. Everything is read again, until nothing is left to do.
//!
//! From step 6 on, files are written only while the index is still the one of step 5, so that nothing that another
//! publisher has written since is changed. A request that may have failed is made again, each time after another
//! look at the index. No store can prevent that a request which was sent before another publication is carried out
//! after it. Such a request can spoil a mutable file, but never a revision. `verify` finds the spoiled file, and
//! publishing again fixes it.

use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use crate::{
    claims::{CLAIMS, Claims},
    destination::{Destination, Written},
    error::{Attempt, Error, Reason},
    index::Index,
    manifest::Manifest,
    parallel::try_map,
    plan::{Change, Plan},
    retry::Attempts,
    signature::{Key, Statement, Verifier},
    site::{CATALOG, File, INDEX, JSON, Lifetime, MANIFEST, SIGNATURE, SUMS, Site, json_bytes},
};

/// A callback for the progress of long work: what was done, the number of finished items, and the number of all
/// items.
pub type ProgressFn<'a> = &'a (dyn Fn(&str, usize, usize) + Sync);

/// The files that list or sign others, in the order in which they are written after the index.
const LISTS: [&str; 4] = [MANIFEST, SIGNATURE, SUMS, CATALOG];

/// The most attempts to publish while other publishers change the destination.
const ROUNDS: u32 = 20;

/// The outcome of a publication.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Everything is published. The plan has the changes that were needed. The paths are those of files at the
    /// destination that are not published. Their owner is unknown, so they stay.
    Published(Plan, Vec<String>),
    /// Nothing, or nothing more, was written, for the reasons in the plan.
    Refused(Plan),
}

/// The files that are published to a destination, and the way to sign them.
#[derive(Clone, Debug)]
pub struct Publication<'k> {
    /// All files except those of [`Self::lists`].
    pub(crate) files: BTreeMap<String, File>,
    pub(crate) index: Index,
    /// The list of [`Self::files`].
    listed: Manifest,
    /// The claims that are made before files are created.
    pub(crate) claims: Claims,
    /// The way to sign the manifest, if it is signed.
    pub(crate) signing: Option<Signing<'k>>,
    /// The key that verifies the signature, if there is one.
    pub(crate) verifier: Option<Verifier>,
    /// True if a signature by another key may be replaced.
    pub(crate) is_key_new: bool,
}

/// The way to sign a manifest.
#[derive(Clone, Copy, Debug)]
pub struct Signing<'k> {
    /// The key.
    pub key: &'k Key,
    /// The day of the signature, as `YYYY-MM-DD`.
    pub day: &'k str,
    /// True if a valid signature of another day is replaced.
    pub is_renewed: bool,
}

impl<'k> Publication<'k> {
    /// Returns the publication of a site. Its manifest is signed if there is a key.
    ///
    /// # Errors
    ///
    /// Returns an error if the key is damaged.
    pub fn new(site: Site, signing: Option<Signing<'k>>) -> Result<Self, Error> {
        let verifier = signing.map(|signing| signing.key.verifier()).transpose()?;
        Ok(Self {
            claims: Claims::of(&site.files, &site.index),
            files: site.files,
            index: site.index,
            listed: site.listed,
            signing,
            verifier,
            is_key_new: false,
        })
    }

    /// Returns the index with a number.
    pub(crate) fn index_file(&self, number: u64) -> File {
        let mut index = self.index.clone();
        index.number = number;
        json_file(INDEX, &json!(index))
    }

    /// Returns the manifest with a number.
    pub(crate) fn manifest_file(&self, number: u64) -> File {
        let index = self.index_file(number);
        json_file(MANIFEST, &json!(self.listed.with(number, &index)))
    }

    /// Returns the index with a number, and all files that list or sign it.
    pub(crate) fn lists(&self, number: u64) -> Result<BTreeMap<String, File>, Error> {
        let index = self.index_file(number);
        let listed = self.listed.with(number, &index);
        let manifest = json_file(MANIFEST, &json!(listed));
        let text = |path: &str, text: String| File {
            path: path.to_owned(),
            bytes: text.into_bytes(),
            media_type: "text/plain; charset=utf-8",
            lifetime: Lifetime::Mutable,
        };
        let signature = self.signing.map(|signing| {
            let statement = Statement {
                base_uri: self.index.base_uri.clone(),
                signed_on: signing.day.to_owned(),
            };
            signing.key.sign(&manifest.bytes, &statement)
        });
        let signature = signature.transpose()?.map(|it| text(SIGNATURE, it));
        let sums = text(SUMS, listed.sums(&manifest.bytes));
        let lists = [index, manifest, sums].into_iter().chain(signature);
        Ok(lists.map(|file| (file.path.clone(), file)).collect())
    }

    /// Returns the same publication, whose signature may replace one by another key.
    #[must_use]
    pub fn with_new_key(self) -> Self {
        Self {
            is_key_new: true,
            ..self
        }
    }

    /// Publishes all files, or none if a change is rejected before the first write.
    ///
    /// # Errors
    ///
    /// Returns an error if the destination cannot be read or written, or if others keep changing it. Files that
    /// were written before the error are harmless, and publishing again continues from there.
    pub fn publish(
        &self,
        destination: &Destination,
        progress: ProgressFn<'_>,
    ) -> Result<Outcome, Error> {
        // A rejected publication leaves not even an empty folder behind.
        let plan = self.plan(destination, progress)?;
        if plan.refused().next().is_some() {
            return Ok(Outcome::Refused(plan));
        }
        let guard =
            destination.lock(&|| progress("waiting for another publisher: written", 0, 0))?;
        // Another publisher may have written until the lock was taken, so the plan is made again.
        let mut next = (!guard.is_lock()).then_some(plan);
        let mut first: Option<Plan> = None;
        for round in 0..ROUNDS {
            let mut plan = match next.take() {
                Some(plan) => plan,
                None => self.plan(destination, progress)?,
            };
            if let Some(first) = &first {
                self.reject_if_overtaken(first, &mut plan);
            }
            if plan.refused().next().is_some() {
                return Ok(Outcome::Refused(plan));
            }
            let is_done = plan.is_done()
                || (self.carry_out(&plan, destination, progress)? && guard.is_lock());
            let first = first.get_or_insert(plan);
            if is_done {
                let unknown = self.unknown_files(first, destination)?;
                return Ok(Outcome::Published(first.clone(), unknown));
            }
            // The other publisher gets time to finish.
            thread::sleep(Duration::from_millis(20) * round.min(20));
        }
        Err(Error::new(Attempt::Publish, Reason::Unstable))
    }

    /// Carries out a plan. Returns `false` if another publisher has written in between.
    fn carry_out(
        &self,
        plan: &Plan,
        destination: &Destination,
        progress: ProgressFn<'_>,
    ) -> Result<bool, Error> {
        let named: BTreeSet<&str> = self.index.names().collect();
        let is_written = |file: &&File| {
            let change = plan.changes.get(&file.path);
            matches!(change, Some(Change::New | Change::Changed))
        };
        let is_new = |file: &File| plan.changes.get(&file.path) == Some(&Change::New);
        let files = self.files.values().chain(plan.lists.values());
        let written: Vec<&File> = files.filter(is_written).collect();
        let (mut revisions, mut named_by_index, mut others) = (vec![], vec![], vec![]);
        for file in written.iter().copied() {
            let path = file.path.as_str();
            match file.lifetime {
                _ if path == INDEX || LISTS.contains(&path) => {}
                Lifetime::Immutable => revisions.push(file),
                Lifetime::Mutable if is_new(file) && named.contains(path) => {
                    named_by_index.push(file);
                }
                Lifetime::Mutable => others.push(file),
            }
        }
        let removed: Vec<&str> = plan.with(&Change::Removed).collect();
        let claims = plan.claims.file();
        let total = written.len() + removed.len() + 1;
        let heard = |done| progress("staged", done, total);
        try_map(&written, destination.at_once(), &heard, |file| {
            destination.stage(file)
        })?;
        let anybody = || Ok(true);
        let winner = || is_index_ours(plan, destination);
        let mut before = 0;
        let mut all = |files: &[&File], may: &(dyn Fn() -> Result<bool, Error> + Sync)| {
            let heard = |done| progress("written", before + done, total);
            let done = try_map(files, destination.at_once(), &heard, |file| {
                self.write(file, plan, destination, may)
            })?;
            before += files.len();
            Ok(done.into_iter().all(|done| done))
        };
        let one = |path: &str| -> Vec<&File> {
            let file = plan.lists.get(path).or_else(|| self.files.get(path));
            file.into_iter().collect()
        };
        for files in [vec![&claims], revisions, named_by_index, one(INDEX)] {
            if !all(&files, &anybody)? {
                return Ok(false);
            }
        }
        let is_removed = try_map(&removed, destination.at_once(), &|_| {}, |path| {
            repeated(&winner, || destination.remove(path))
        })?;
        if is_removed.contains(&false) {
            return Ok(false);
        }
        for path in LISTS {
            if !all(&one(path), &winner)? {
                return Ok(false);
            }
        }
        all(&others, &winner)
    }

    /// Writes one file as the plan says, while `may` returns `true`. Returns `false` if the file does not have the
    /// right content afterwards.
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
        Ok(there.is_some_and(|there| self.is_as_good(&plan.lists, file, &there.bytes)))
    }

    /// Returns the paths at the destination that are neither published nor claimed.
    fn unknown_files(&self, plan: &Plan, destination: &Destination) -> Result<Vec<String>, Error> {
        let mut listed = destination.list()?.unwrap_or_default();
        listed.retain(|path| {
            let is_ours = self.files.contains_key(path) || plan.lists.contains_key(path);
            let is_known = is_ours || plan.claims.has(path);
            !is_known && path != CLAIMS && path != SIGNATURE
        });
        Ok(listed)
    }

    /// Reports whether the publication has a signature.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.verifier.is_some()
    }
}

/// Reports whether the published index is still the one that a plan writes, so that no other publisher has written
/// in between.
fn is_index_ours(plan: &Plan, destination: &Destination) -> Result<bool, Error> {
    let there = destination.get(INDEX)?;
    let ours = plan.lists.get(INDEX);
    Ok(there.map(|there| there.bytes).as_ref() == ours.map(|file| &file.bytes))
}

fn json_file(path: &str, value: &Value) -> File {
    File {
        path: path.to_owned(),
        bytes: json_bytes(value),
        media_type: JSON,
        lifetime: Lifetime::Mutable,
    }
}

/// Makes a request, and retries it if its outcome is unknown, while `may` returns `true`. Returns `false` if
/// another file or version is there, or if `may` returned `false`.
fn repeated(
    may: &(dyn Fn() -> Result<bool, Error> + Sync),
    request: impl Fn() -> Result<Written, Error>,
) -> Result<bool, Error> {
    let mut attempts = Attempts::new();
    while may()? {
        match request()? {
            Written::Done => return Ok(true),
            Written::Another => return Ok(false),
            Written::Unknown(_) if attempts.goes_on() => {}
            Written::Unknown(error) => return Err(error),
        }
    }
    Ok(false)
}

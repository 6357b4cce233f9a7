//! The changes that a publication makes to a destination, and the reasons why it cannot make them.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::released::digest;

use crate::{
    claims::{CLAIMS, Claims},
    destination::{Destination, Stored, Version},
    error::{Attempt, Error, Reason},
    index::Index,
    manifest::{Entry, LAST_NUMBER, Manifest},
    parallel::try_map,
    portable_path,
    publish::{ProgressFn, Publication},
    quote::{quoted, why_unreadable},
    signature::{self, Verifier},
    site::{File, INDEX, Lifetime, MANIFEST, REFERENCE, SIGNATURE, SUMS},
};

/// The change of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The file does not exist yet.
    New,
    /// The file exists with the right content.
    Equal,
    /// The file exists with other content, and is replaced.
    Changed,
    /// The file is no longer published, and is removed.
    Removed,
    /// The change is rejected, for this reason.
    Refused(String),
}

impl Change {
    /// Returns the change in one word.
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

/// The changes of a publication, by path.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The change of every file that is published, or was.
    pub changes: BTreeMap<String, Change>,
    /// True if the published files have a signature that stays, although this publication has none.
    pub keeps_signature: bool,
    /// True if the published manifest is not signed by the key of this publication, so that nothing is removed
    /// because of it.
    pub distrusts_manifest: bool,
    pub(crate) versions: BTreeMap<String, Version>,
    /// The files that depend on the number of this publication, which follows from the published number.
    pub(crate) lists: BTreeMap<String, File>,
    /// The published claims, together with those of this publication.
    pub(crate) claims: Claims,
    /// The published index, if there is one.
    index: Option<Vec<u8>>,
}

/// The earlier publication, as far as it is trusted.
#[derive(Default)]
struct EarlierPublication {
    manifest: Manifest,
    /// True if the key of this publication signed the manifest.
    is_signed: bool,
    /// True if there is a manifest that is not trusted, because this publication has a key that did not sign it.
    is_distrusted: bool,
}

impl Plan {
    /// Returns the paths of rejected changes, with the reasons.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &str)> {
        self.changes
            .iter()
            .filter_map(|(path, change)| match change {
                Change::Refused(why) => Some((path.as_str(), why.as_str())),
                _ => None,
            })
    }

    /// Returns the paths with the given change.
    pub fn with(&self, change: &Change) -> impl Iterator<Item = &str> {
        let changes = self.changes.iter().filter(move |(_, it)| *it == change);
        changes.map(|(path, _)| path.as_str())
    }

    /// Reports whether nothing is left to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.changes.values().all(|change| *change == Change::Equal)
    }

    /// Returns the number of files with the given change.
    #[must_use]
    pub fn count(&self, change: &Change) -> usize {
        self.with(change).count()
    }
}

impl Publication<'_> {
    /// Returns the changes that publishing would make. Nothing is written.
    ///
    /// # Errors
    ///
    /// Returns an error if the destination cannot be read, or if there is no next number.
    pub fn plan(&self, destination: &Destination, progress: ProgressFn<'_>) -> Result<Plan, Error> {
        let before = self.before(destination)?;
        let removed = self.no_longer_published(&before.manifest);
        let mut paths: BTreeSet<&str> = self.files.keys().map(String::as_str).collect();
        paths.extend(removed.iter().map(|entry| entry.path.as_str()));
        paths.extend([CLAIMS, MANIFEST, SIGNATURE, SUMS]);
        let paths: Vec<&str> = paths.into_iter().collect();
        let total = paths.len();
        let heard = |done| progress("compared", done, total);
        let mut stored: BTreeMap<&str, Stored> =
            try_map(&paths, destination.at_once(), &heard, |path| {
                let stored = match destination.get(path) {
                    // Only the earlier manifest lists the path, and what is there is not a published file.
                    Err(error) if error.is_of_file() && !self.is_known(path) => None,
                    stored => stored?,
                };
                Ok(stored.map(|stored| (*path, stored)))
            })?
            .into_iter()
            .flatten()
            .collect();
        // The index is read last. Anything that is written later is written by a publisher that has this index, or
        // a newer one.
        if let Some(index) = destination.get(INDEX)? {
            stored.insert(INDEX, index);
        }
        let number = self.number(stored.get(INDEX), &before)?;
        Ok(self.compared(&before, &removed, &stored, self.lists(number)?))
    }

    /// Returns the number of this publication: that of the published index if this publication has the same index,
    /// and the next number if not. One conditional write of the index decides between publishers, so no two
    /// publications have the same number.
    ///
    /// The number never decreases, because consumers that have fetched a greater number reject a smaller one. So
    /// every published list counts, even one that was restored from an older state, or that another key signed.
    /// With a key, however, someone else who can write there must not be able to use up the numbers. So a list that
    /// is not signed by the key counts at most as half of the greatest number. No honest publisher gets that far,
    /// so the next number is greater than that of any honest publisher, and half of the numbers are left. The
    /// manifest with that next number is signed, and counts in full.
    fn number(&self, index: Option<&Stored>, before: &EarlierPublication) -> Result<u64, Error> {
        let there = index.and_then(|it| serde_json::from_slice::<Index>(&it.bytes).ok());
        let there = there.map(|it| it.number);
        let most = match &self.verifier {
            Some(_) => LAST_NUMBER / 2,
            None => u64::MAX,
        };
        let listed = match (before.is_signed, before.manifest.number) {
            (true, listed) => listed,
            (false, listed) => listed.min(most),
        };
        // The other list still has the number if one of them is missing or older.
        let highest = there.unwrap_or(0).min(most).max(listed);
        let is_same = |index: &Stored| index.bytes == self.index_file(highest).bytes;
        if there == Some(highest) && index.is_some_and(is_same) {
            return Ok(highest);
        }
        let next = highest.checked_add(1).filter(|next| *next <= LAST_NUMBER);
        next.ok_or_else(|| Error::new(Attempt::Publish, Reason::LastNumber { number: highest }))
    }

    /// Reports whether this publication writes a file at a path.
    fn is_known(&self, path: &str) -> bool {
        self.files.contains_key(path) || [CLAIMS, MANIFEST, SIGNATURE, SUMS].contains(&path)
    }

    /// Returns the earlier publication, as far as it is trusted: its manifest can list someone else's files if
    /// other people can write there.
    fn before(&self, destination: &Destination) -> Result<EarlierPublication, Error> {
        let Some(before) = destination.get(MANIFEST)? else {
            return Ok(EarlierPublication::default());
        };
        let manifest: Manifest = serde_json::from_slice(&before.bytes).unwrap_or_default();
        let is_signed = match &self.verifier {
            Some(key) => {
                let signature = destination.get(SIGNATURE)?;
                signature.is_some_and(|it| key.verify(&before.bytes, &it.bytes).is_ok())
            }
            None => false,
        };
        let is_ours = || self.manifest_file(manifest.number).bytes == before.bytes;
        if self.verifier.is_some() && !is_signed && !is_ours() {
            return Ok(EarlierPublication {
                is_distrusted: true,
                ..EarlierPublication::default()
            });
        }
        Ok(EarlierPublication {
            manifest,
            is_signed,
            is_distrusted: false,
        })
    }

    /// Returns the entries of a manifest that this publication does not have. A manifest can list anything, so
    /// files that may be someone else's are left out. Published files are pages of the reference, and JSON files in
    /// the folders of this publication.
    fn no_longer_published<'m>(&self, before: &'m Manifest) -> Vec<&'m Entry> {
        let folder = |path: &str| path.split_once('/').map(|(folder, _)| folder.to_owned());
        let ours: BTreeSet<String> = self.files.keys().filter_map(|it| folder(it)).collect();
        let is_ours = |path: &str| {
            let has_form = match path.strip_prefix(REFERENCE) {
                Some(rest) if rest.starts_with('/') => path.ends_with(".md"),
                _ => path.ends_with(".json"),
            };
            has_form && folder(path).is_some_and(|folder| ours.contains(&folder))
        };
        let files = before.files.iter().filter(|entry| {
            let path = &entry.path;
            !self.files.contains_key(path)
                && is_ours(path)
                && portable_path::why_unusable(path).is_none()
        });
        files.collect()
    }

    fn compared(
        &self,
        before: &EarlierPublication,
        removed: &[&Entry],
        stored: &BTreeMap<&str, Stored>,
        lists: BTreeMap<String, File>,
    ) -> Plan {
        let mut changes = BTreeMap::new();
        let claims = self.claims(&mut changes, stored);
        // A publication writes its claims before its other files, and its index after those that are claimed. So
        // without an index or a claim, an existing file is someone else's.
        let claimed = stored.get(CLAIMS);
        let claimed = claimed.and_then(|it| Claims::parse(&it.bytes).ok());
        // A manifest that lists the index belongs to a publication whose index was lost, and so do the other lists.
        let has_lists = before.manifest.files.iter().any(|it| it.path == INDEX);
        let is_published = |path: &str| {
            let is_claimed = claimed.as_ref().is_some_and(|claims| claims.has(path));
            let is_list = has_lists && [MANIFEST, SIGNATURE, SUMS].contains(&path);
            stored.contains_key(INDEX) || is_claimed || is_list || path == CLAIMS
        };
        for (path, file) in self.files.iter().chain(&lists) {
            let change = match stored.get(path.as_str()) {
                _ if changes.contains_key(path) => continue,
                None => Change::New,
                Some(there) if self.is_as_good(&lists, file, &there.bytes) => Change::Equal,
                Some(there) if file.lifetime == Lifetime::Immutable => {
                    Change::Refused(is_another(&digest(&there.bytes), &digest(&file.bytes)))
                }
                Some(_) if !is_published(path) => Change::Refused(
                    "another file is already there, which is not part of a publication".into(),
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
        for entry in removed {
            let Some(there) = stored.get(entry.path.as_str()) else {
                continue;
            };
            let change = if entry.immutable {
                Change::Refused(
                    "already published as a revision, but missing from this checkout's releases; pull the latest main"
                        .into(),
                )
            } else if digest(&there.bytes) == entry.sha256 {
                Change::Removed
            } else {
                // The file is not the one that was published, so it is someone else's.
                continue;
            };
            changes.insert(entry.path.clone(), change);
        }
        let is_signed = stored.contains_key(SIGNATURE) && self.verifier.is_none();
        let keeps_signature = is_signed && changes.get(MANIFEST) == Some(&Change::Equal);
        if is_signed && !keeps_signature {
            let why = "the published files are signed, and these would not be; pass `--key`";
            changes.insert(SIGNATURE.to_owned(), Change::Refused(why.into()));
        }
        let versions = stored
            .iter()
            .map(|(path, stored)| ((*path).to_owned(), stored.version.clone()))
            .collect();
        Plan {
            changes,
            keeps_signature,
            distrusts_manifest: before.is_distrusted,
            versions,
            lists,
            claims,
            index: stored.get(INDEX).map(|index| index.bytes.clone()),
        }
    }

    /// Returns the published claims together with those of this publication, and adds the change of the list, or
    /// its conflicts, to `changes`.
    fn claims(
        &self,
        changes: &mut BTreeMap<String, Change>,
        stored: &BTreeMap<&str, Stored>,
    ) -> Claims {
        let Some(there) = stored.get(CLAIMS) else {
            changes.insert(CLAIMS.to_owned(), Change::New);
            return self.claims.clone();
        };
        let there = match Claims::parse(&there.bytes) {
            Ok(claims) => claims,
            Err(error) => {
                changes.insert(CLAIMS.to_owned(), Change::Refused(error.why()));
                return self.claims.clone();
            }
        };
        for (path, other, ours) in there.conflicts(&self.claims) {
            let is_there = stored.get(path).map(|it| digest(&it.bytes));
            let (path, why) = match is_there {
                Some(there) if there == ours => (
                    CLAIMS,
                    format!(
                        "it is damaged: it has another digest of `{path}` than the published file; remove it, and \
                         `publish` writes it again"
                    ),
                ),
                Some(there) => (path, is_another(&there, ours)),
                None => {
                    let why = is_another(other, ours);
                    (path, format!("another publisher has claimed it: {why}"))
                }
            };
            changes.insert(path.to_owned(), Change::Refused(why));
        }
        if changes.contains_key(CLAIMS) {
            return there;
        }
        let both = there.with(&self.claims);
        let change = if both == there {
            Change::Equal
        } else {
            Change::Changed
        };
        changes.insert(CLAIMS.to_owned(), change);
        both
    }

    /// Rejects a plan if, since the first plan, another publisher has published the same revisions with other
    /// files. Neither publication has fewer revisions than the other, so they would replace each other forever.
    pub(crate) fn reject_if_overtaken(&self, first: &Plan, plan: &mut Plan) {
        let Some(there) = plan.index.as_ref().filter(|_| plan.index != first.index) else {
            return;
        };
        let is_ours = plan.lists.get(INDEX).is_some_and(|it| it.bytes == *there);
        let has_less = serde_json::from_slice::<Index>(there)
            .is_ok_and(|there| !self.index.missing_from(&there).is_empty());
        // An index with more revisions is rejected already.
        let is_refused = matches!(plan.changes.get(INDEX), Some(Change::Refused(_)));
        if is_ours || has_less || is_refused {
            return;
        }
        let differing: Vec<&str> = plan
            .with(&Change::Changed)
            .chain(plan.with(&Change::New))
            .chain(plan.with(&Change::Removed))
            .filter(|path| path.contains('/'))
            .take(5)
            .collect();
        let why = format!(
            "another publisher has published the same revisions with other files; differing files \
             include: {}. Publish again to overwrite them",
            differing.join(", ")
        );
        plan.changes.insert(INDEX.to_owned(), Change::Refused(why));
    }

    /// Returns the reason why a signature may not be replaced, if another key made it: consumers know one key.
    fn why_no_other_key(&self, file: &File, there: &[u8]) -> Option<String> {
        let ours = self.verifier.as_ref().map(Verifier::id)?;
        let other = signature::key_id(there).filter(|other| *other != ours)?;
        let is_refused = file.path == SIGNATURE && !self.is_key_new;
        is_refused.then(|| {
            format!(
                "the key {other} signed the published files, and this is {ours}; pass `--new-key` to replace it"
            )
        })
    }

    /// Returns the reason why the published index may not be replaced.
    fn why_not_over(&self, bytes: &[u8]) -> Option<String> {
        let there: Index = match serde_json::from_slice(bytes) {
            Ok(index) => index,
            Err(error) => {
                let why = why_unreadable(&error);
                return Some(format!("the published index is not valid: {why}"));
            }
        };
        if there.base_uri != self.index.base_uri {
            return Some(format!(
                "the published files are below {}, and these would be below {}",
                quoted(&there.base_uri),
                self.index.base_uri
            ));
        }
        let missing = there.missing_from(&self.index);
        (!missing.is_empty()).then(|| missing.join("; "))
    }

    /// Reports whether a file may stay with the given bytes. Any signature by the same key for the same registry
    /// may stay, unless one of today is requested.
    pub(crate) fn is_as_good(
        &self,
        lists: &BTreeMap<String, File>,
        file: &File,
        bytes: &[u8],
    ) -> bool {
        let (SIGNATURE, Some(verifier), Some(signing)) =
            (file.path.as_str(), &self.verifier, &self.signing)
        else {
            return file.bytes == bytes;
        };
        let manifest = lists.get(MANIFEST);
        let statement = manifest.and_then(|it| verifier.verify(&it.bytes, bytes).ok());
        statement.is_some_and(|it| {
            let is_new_enough = !signing.is_renewed || it.signed_on == signing.day;
            it.base_uri == self.index.base_uri && is_new_enough
        })
    }
}

fn is_another(there: &str, here: &str) -> String {
    format!(
        "a revision never changes: the digest at the destination is {there}, and here it is {here}"
    )
}

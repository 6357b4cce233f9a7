//! `schemas.lock`: the revisions that were fetched, and their digests.

use std::collections::BTreeSet;

use schema_registry::{
    revision::Revision,
    text::{self, Oddity},
};
use serde::{Deserialize, Serialize};

use crate::{
    destination::Destination,
    error::{Attempt, Error, Reason},
    portable_path,
    revision_path::RevisionNames,
};

/// The name of the lock file.
pub const LOCK: &str = "schemas.lock";

const HEADER: &str = "\
# Written by `fetch`; keep it under version control. As long as it is here, the same revisions with the
# same bytes are fetched again; `fetch --update` looks for newer ones.

";

/// The content of a lock file: the schemas that were fetched, and their source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The address of the source.
    pub source: String,
    /// The address of the registry. Publications of other registries are rejected.
    #[serde(rename = "base-uri")]
    pub base_uri: String,
    /// The number of the publication: one with a lower number is older.
    pub number: u64,
    /// The public key whose owner signed the publication, if that was verified. An update then needs a key, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// True if the revisions were requested by name. Otherwise they were the latest ones of every event.
    #[serde(default)]
    pub pinned: bool,
    /// The schemas, in the order of their paths.
    #[serde(rename = "schema", default)]
    pub schemas: Vec<Locked>,
}

/// One schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locked {
    /// The family: `webhooks`.
    pub family: String,
    /// The type of the event: `job.completed`.
    pub event: String,
    /// The revision: `1.0.0`.
    pub revision: String,
    /// The path of the file, relative to the lock: the one that bodies name in `schema_ref`.
    pub path: String,
    /// The path of the revision below the source.
    pub published: String,
    /// SHA-256 of the bytes.
    pub sha256: String,
}

impl Locked {
    /// Returns the reason if the paths are not those of the revision. Files are written to these paths, and anyone
    /// may have edited the lock.
    fn why_misplaced(&self) -> Option<String> {
        let revision: Revision = match self.revision.parse() {
            Ok(revision) => revision,
            Err(why) => return Some(format!("`{}`: {why}", self.revision.escape_debug())),
        };
        let names = RevisionNames {
            family: &self.family,
            event: &self.event,
            revision,
        };
        names.why_other_paths(&self.path, &self.published)
    }
}

impl Lock {
    /// Parses a lock file. Anyone may have edited it, so it is rejected unless each schema is at the path of its
    /// event.
    ///
    /// # Errors
    ///
    /// Returns an error if it is not a valid lock.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let failed = |reason| Error::new(Attempt::ReadLock, reason);
        let lock: Self = toml::from_slice(bytes).map_err(|error| {
            failed(oddity(bytes).map_or_else(|| Reason::Toml(error), Reason::Odd))
        })?;
        match lock.why_unusable() {
            Some(reason) => Err(failed(reason)),
            None => Ok(lock),
        }
    }

    /// Returns the reason why nothing can be fetched by a lock.
    pub(crate) fn why_unusable(&self) -> Option<Reason> {
        if self.schemas.is_empty() {
            return Some(Reason::LockEmpty);
        }
        if !self.base_uri.ends_with('/') {
            return Some(Reason::LockBaseUri);
        }
        if Destination::check(&self.source).is_err() {
            return Some(Reason::LockSource);
        }
        let misplaced = self.schemas.iter().find_map(Locked::why_misplaced);
        let paths = || self.schemas.iter().map(|it| it.path.as_str());
        misplaced
            .map(|why| Reason::LockMisplaced { why })
            .or_else(|| {
                let mut seen = BTreeSet::new();
                let path = paths().find(|path| !seen.insert(*path))?.to_owned();
                Some(Reason::LockTwice { path })
            })
            .or_else(|| {
                // The lock is one of the files, too.
                let (path, why) = portable_path::unusable(paths().chain([LOCK])).next()?;
                let (path, why) = (path.to_owned(), why.to_string());
                Some(Reason::LockUnwritable { path, why })
            })
    }

    /// Returns the text of the lock file.
    ///
    /// # Errors
    ///
    /// Returns an error if the lock cannot be written as TOML.
    pub fn text(&self) -> Result<String, Error> {
        let text = toml::to_string(self);
        let text =
            text.map_err(|error| Error::new(Attempt::write(LOCK), Reason::TomlWrite(error)))?;
        Ok(format!("{HEADER}{text}"))
    }
}

fn oddity(bytes: &[u8]) -> Option<Oddity> {
    text::oddity(str::from_utf8(bytes).ok()?)
}

//! `claims.json`: the files that publishers are about to create, listed before they exist.
//!
//! Publishers create many files at once. If two publishers had different bytes for two revisions, each could create
//! one of them, and neither could ever finish. One conditional write of this list decides between them instead.
//! Entries are never removed, so an interrupted publisher keeps its claims until it continues.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::released::digest;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    error::{Attempt, Error, Reason},
    index::Index,
    site::{File, JSON, Lifetime, json_bytes},
};

/// The path of the list of claims.
pub const CLAIMS: &str = "claims.json";

/// The claimed paths, whether or not their files exist yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// SHA-256 of each revision, by its path.
    pub revisions: BTreeMap<String, String>,
    /// The paths of mutable files, which have to exist before the index names them.
    pub files: BTreeSet<String>,
}

impl Claims {
    /// Returns the claims for the revisions among `files`, and for the mutable files that `index` names.
    #[must_use]
    pub fn of(files: &BTreeMap<String, File>, index: &Index) -> Self {
        let revisions = files
            .values()
            .filter(|file| file.lifetime == Lifetime::Immutable)
            .map(|file| (file.path.clone(), digest(&file.bytes)));
        Self {
            revisions: revisions.collect(),
            files: index.names().map(str::to_owned).collect(),
        }
    }

    /// Parses a list of claims. Its only valid form is the one that [`Claims::file`] writes.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are not such a list.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let failed = |reason| Error::new(Attempt::read(CLAIMS), reason);
        let claims: Self =
            serde_json::from_slice(bytes).map_err(|error| failed(Reason::Claims(error)))?;
        if json_bytes(&json!(claims)) == bytes {
            Ok(claims)
        } else {
            Err(failed(Reason::ClaimsForm))
        }
    }

    /// Returns the list as a file.
    #[must_use]
    pub fn file(&self) -> File {
        File {
            path: CLAIMS.into(),
            bytes: json_bytes(&json!(self)),
            media_type: JSON,
            lifetime: Lifetime::Mutable,
        }
    }

    /// Returns the revisions that both lists have with different digests: the path, the digest here, and the digest
    /// in `other`.
    pub fn conflicts<'c>(
        &'c self,
        other: &'c Self,
    ) -> impl Iterator<Item = (&'c str, &'c str, &'c str)> {
        self.revisions.iter().filter_map(|(path, here)| {
            let there = other.revisions.get(path).filter(|there| *there != here)?;
            Some((path.as_str(), here.as_str(), there.as_str()))
        })
    }

    /// Returns the claims of both lists. Where digests differ, this list takes precedence.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut both = other.clone();
        both.revisions.extend(self.revisions.clone());
        both.files.extend(self.files.iter().cloned());
        both
    }

    /// Reports whether a path is claimed.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.revisions.contains_key(path) || self.files.contains(path)
    }
}

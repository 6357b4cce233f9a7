//! `claims.json`: what is about to be created, from before it is.
//!
//! Publishers create many files at once, so of two that have different bytes for two revisions each could win
//! one, and neither could ever end. One conditional write of this list decides between them instead. Nothing is
//! ever taken off it, so that a revision whose publisher was cut off keeps its name until that one goes on.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::released::digest;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    index::Index,
    quote::why_unreadable,
    site::{File, JSON, Lifetime, json_bytes},
};

/// The list of what is claimed.
pub const CLAIMS: &str = "claims.json";

/// What has its name already, whether it is there yet or not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// SHA-256 of each revision, by its path.
    pub revisions: BTreeMap<String, String>,
    /// The paths of what may change, and has to be there before the index names it.
    pub files: BTreeSet<String>,
}

impl Claims {
    /// What has to be claimed before some files are created that an index names.
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

    /// Reads the list, which has one form only; or says why it is none.
    ///
    /// # Errors
    ///
    /// If it is none.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let claims: Self = serde_json::from_slice(bytes)
            .map_err(|error| format!("not a list of claims: {}", why_unreadable(&error)))?;
        match json_bytes(&json!(claims)) == bytes {
            true => Ok(claims),
            false => Err("not a list of claims in the form that `publish` writes".into()),
        }
    }

    /// The list as a file.
    #[must_use]
    pub fn file(&self) -> File {
        File {
            path: CLAIMS.into(),
            bytes: json_bytes(&json!(self)),
            media_type: JSON,
            lifetime: Lifetime::Mutable,
        }
    }

    /// The revisions that both have, with different digests: here and there.
    pub fn conflicts<'c>(
        &'c self,
        other: &'c Self,
    ) -> impl Iterator<Item = (&'c str, &'c str, &'c str)> {
        self.revisions.iter().filter_map(|(path, here)| {
            let there = other.revisions.get(path).filter(|there| *there != here)?;
            Some((path.as_str(), here.as_str(), there.as_str()))
        })
    }

    /// What both have. Where they differ, this one is right.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut both = other.clone();
        both.revisions.extend(self.revisions.clone());
        both.files.extend(self.files.iter().cloned());
        both
    }

    /// Whether a path is claimed.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.revisions.contains_key(path) || self.files.contains(path)
    }
}

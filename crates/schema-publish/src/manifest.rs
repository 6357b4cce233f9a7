//! `manifest.json` and `SHA256SUMS`: every file with its digest.

use std::{collections::BTreeMap, fmt::Write as _};

use schema_registry::released::digest;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::site::{File, INDEX, Lifetime, MANIFEST};

/// The greatest number of a publication: every JSON parser reads integers up to it exactly.
pub const LAST_NUMBER: u64 = (1 << 53) - 1;

/// Every published file, except this list, its signature and the list of digests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// The number of the publication, which is also in the index: a greater one is a newer one.
    #[schemars(range(min = 1, max = LAST_NUMBER))]
    pub number: u64,
    /// The files, in the order of their paths.
    pub files: Vec<Entry>,
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// Its path below the place of publication.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in lower-case hexadecimal digits.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// Its media type.
    pub media_type: String,
    /// True if its bytes never change.
    pub immutable: bool,
}

impl Entry {
    fn of(file: &File) -> Self {
        Self {
            path: file.path.clone(),
            size: file.bytes.len() as u64,
            sha256: digest(&file.bytes),
            media_type: file.media_type.to_owned(),
            immutable: file.lifetime == Lifetime::Immutable,
        }
    }
}

impl Manifest {
    /// Returns the list of some files, with the number of the first publication.
    pub fn of<'f>(files: impl Iterator<Item = &'f File>) -> Self {
        Self {
            number: 1,
            files: files.map(Entry::of).collect(),
        }
    }

    /// Returns the same list with another number and one more file.
    #[must_use]
    pub fn with(&self, number: u64, file: &File) -> Self {
        let mut files = self.files.clone();
        let at = files.partition_point(|entry| entry.path < file.path);
        files.insert(at, Entry::of(file));
        Self { number, files }
    }

    /// Returns the content of `SHA256SUMS` for this list, whose own file has the given bytes.
    #[must_use]
    pub fn sums(&self, bytes: &[u8]) -> String {
        let own = digest(bytes);
        let mut digests: BTreeMap<&str, &str> = self.digests().collect();
        digests.insert(MANIFEST, &own);
        sums(digests.into_iter().map(|(path, sha256)| (sha256, path)))
    }

    /// Returns the SHA-256 over the digests and paths of all files except the index, which contains it.
    #[must_use]
    pub fn files_sha256(&self) -> String {
        let files = self.digests().filter(|(path, _)| *path != INDEX);
        digest(sums(files.map(|(path, sha256)| (sha256, path))))
    }

    fn digests(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter();
        files.map(|entry| (entry.path.as_str(), entry.sha256.as_str()))
    }

    /// Returns the entries by path.
    #[must_use]
    pub fn by_path(&self) -> BTreeMap<&str, &Entry> {
        let files = self.files.iter();
        files.map(|entry| (entry.path.as_str(), entry)).collect()
    }
}

/// Returns the JSON Schema of the list.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Manifest).to_value()
}

/// Formats the digests and paths of files as `sha256sum` does.
pub(crate) fn sums<'p>(digests: impl IntoIterator<Item = (&'p str, &'p str)>) -> String {
    let digests = digests.into_iter();
    digests.fold(String::new(), |mut text, (sha256, path)| {
        // Writing to a `String` does not fail.
        let _ = writeln!(text, "{sha256}  {path}");
        text
    })
}

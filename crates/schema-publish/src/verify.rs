//! Whether what is published is whole, and what its publisher made of it.
//!
//! Whatever the files hold, a run ends, and takes memory within limits: the lists are kept, of other files one
//! or a few at a time. Nothing that is published decides how it is judged.

mod contents;
mod files;
mod lists;
mod schemas;

use schema_registry::{model::Registry, released::digest};

use crate::{
    destination::{Destination, Stored},
    error::Error,
    manifest::Manifest,
    names,
    publish::Progress,
    quote::{quoted, why_unreadable},
    signature::{self, Verifier},
    site::{MANIFEST, SIGNATURE},
};

/// Lists are kept as a whole while files are compared with them.
const LARGEST_LIST: u64 = 64 << 20;

/// No signature is longer.
const LARGEST_SIGNATURE: u64 = 1 << 16;

/// What is wrong with something that is published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file.
    pub path: String,
    /// What is wrong, as a sentence without full stop.
    pub message: String,
}

/// A registry that what is published may come from.
#[derive(Clone, Copy, Debug)]
pub struct AtHand<'r> {
    /// The registry.
    pub registry: &'r Registry,
    /// Whether it was asked for. If not, one of another address is left alone.
    pub is_named: bool,
}

/// What was looked at, and what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What is wrong, in the order of paths.
    pub findings: Vec<Finding>,
    /// How many files were compared with their digests.
    pub files: usize,
    /// How many schemas were resolved.
    pub schemas: usize,
    /// Whether the index was compared with a registry.
    pub is_compared: bool,
    /// What could not be looked at, as sentences without full stop.
    pub notes: Vec<String>,
}

impl Report {
    fn add(&mut self, path: &str, message: impl Into<String>) {
        self.findings.push(Finding {
            path: path.to_owned(),
            message: message.into(),
        });
    }
}

/// The manifest of a place, and its signature if there is one.
pub(crate) struct Signed {
    pub(crate) manifest: Manifest,
    /// The bytes of the manifest.
    bytes: Vec<u8>,
    is_signed: bool,
}

/// Reads the manifest, and judges its signature by a key if one is given.
pub(crate) fn manifest(
    source: &Destination,
    key: Option<&Verifier>,
) -> Result<Result<Signed, Finding>, Error> {
    let finding = |path: &str, message: String| {
        Ok(Err(Finding {
            path: path.to_owned(),
            message,
        }))
    };
    let bytes = match look(source, MANIFEST, LARGEST_LIST)? {
        Ok(Some(stored)) => stored.bytes,
        Ok(None) => {
            let why = match source.hides() {
                true => "it is missing, or must not be read: nothing is published here",
                false => "it is missing: nothing is published here",
            };
            return finding(MANIFEST, why.into());
        }
        Err(why) => return finding(MANIFEST, why),
    };
    let signature = match look(source, SIGNATURE, LARGEST_SIGNATURE)? {
        Ok(signature) => signature,
        Err(why) => return finding(SIGNATURE, why),
    };
    if let Some(key) = key {
        let Some(signature) = &signature else {
            return finding(
                SIGNATURE,
                "it is missing: nobody signed the manifest".into(),
            );
        };
        if let Some(why) = key.why_refused(&bytes, &signature.bytes) {
            let message = format!("the owner of the key did not sign this manifest: {why}");
            return finding(SIGNATURE, message);
        }
    }
    if let Some(signature) = &signature
        && let Some(why) = signature::why_none(&signature.bytes)
    {
        return finding(SIGNATURE, why);
    }
    let manifest: Manifest = match serde_json::from_slice(&bytes) {
        Ok(manifest) => manifest,
        Err(error) => {
            let message = format!("it is no manifest: {}", why_unreadable(&error));
            return finding(MANIFEST, message);
        }
    };
    let paths = manifest.files.iter().map(|entry| entry.path.as_str());
    if let Some((path, why)) = names::unusable(paths).next() {
        let message = format!("it lists `{}`: {why}", quoted(path));
        return finding(MANIFEST, message);
    }
    Ok(Ok(Signed {
        manifest,
        bytes,
        is_signed: signature.is_some(),
    }))
}

/// A file of at most so many bytes, if it is there; or why what is there is none. That is for the report, while
/// a place that cannot be read is an error.
fn look(
    source: &Destination,
    path: &str,
    most: u64,
) -> Result<Result<Option<Stored>, String>, Error> {
    of_file(source.get_within(path, most))
}

/// Makes a finding of an error that concerns one file alone.
fn of_file<T>(got: Result<T, Error>) -> Result<Result<T, String>, Error> {
    match got {
        Err(error) if error.is_of_file() => Ok(Err(error.why())),
        got => got.map(Ok),
    }
}

/// Why some bytes are not those that a list means; `None` if they are.
pub(crate) fn why_another(bytes: &[u8], sha256: &str) -> Option<String> {
    why_other_digest(&digest(bytes), sha256)
}

fn why_other_digest(found: &str, sha256: &str) -> Option<String> {
    let is_other = found != sha256;
    is_other.then(|| {
        format!(
            "it has the digest {found}, and should have {}",
            quoted(sha256)
        )
    })
}

/// Verifies a place. With a key, the manifest has to be signed by its owner; with a registry, the index
/// has to be what is released there.
///
/// # Errors
///
/// If the place cannot be read, or is over the limits of the source.
pub fn verify(
    source: &Destination,
    key: Option<&Verifier>,
    registry: Option<AtHand<'_>>,
    progress: Progress<'_>,
) -> Result<Report, Error> {
    let mut report = Report::default();
    let signed = match manifest(source, key)? {
        Ok(signed) => signed,
        Err(finding) => {
            report.findings.push(finding);
            return Ok(report);
        }
    };
    if signed.is_signed && key.is_none() {
        let note = "it is signed; give the public key by `--key` to have that verified";
        report.notes.push(note.into());
    }
    if !signed.is_signed {
        report.notes.push("it is not signed".into());
    }
    let Signed {
        manifest, bytes, ..
    } = &signed;
    let index = contents::index(source, manifest, &mut report)?;
    files::compare(source, manifest, index.as_ref(), &mut report, progress)?;
    let claims = lists::claims(source, &mut report)?;
    lists::extra(source, manifest, &claims, key.is_some(), &mut report)?;
    lists::sums(source, manifest, bytes, &mut report)?;
    if let Some(index) = &index {
        contents::claimed(index, &claims, &mut report);
        contents::compare(index, registry, &mut report);
    }
    report.findings.sort();
    report.findings.dedup();
    Ok(report)
}

//! Verifies that a publication is complete, and unchanged since its publisher wrote it.
//!
//! A run ends and its memory is limited, whatever the files contain: only the lists are kept in memory as a whole,
//! and other files one or a few at a time. Nothing in a publication decides how it is checked.

mod contents;
mod files;
mod lists;

use schema_registry::{model::Registry, released::digest};

use crate::{
    check::{self, Signed},
    claims::CLAIMS,
    destination::{Destination, LARGEST, Stored},
    error::Error,
    publish::ProgressFn,
    quote::quoted,
    signature::{Statement, Trust},
    site::{INDEX, MANIFEST, SIGNATURE},
};

/// The most bytes of a list. Lists are kept in memory while files are compared with them.
const LARGEST_LIST: u64 = 64 << 20;

/// The most bytes of a signature.
const LARGEST_SIGNATURE: u64 = 1 << 16;

/// A defect of a publication.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The path of the file.
    pub path: String,
    /// The defect, as a sentence without full stop.
    pub message: String,
}

/// A local registry that the publication may come from.
#[derive(Clone, Copy, Debug)]
pub struct LocalRegistry<'r> {
    /// The registry.
    pub registry: &'r Registry,
    /// True if the user named the registry. Otherwise, it is compared only if it has the same address.
    pub is_named: bool,
}

/// The result of verifying a publication.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The defects, in the order of paths.
    pub findings: Vec<Finding>,
    /// The number of files that were compared with their digests.
    pub files: usize,
    /// The number of schemas that were checked.
    pub schemas: usize,
    /// True if the index was compared with a registry.
    pub is_compared: bool,
    /// The statement that is signed together with the manifest, if that was verified.
    pub signed: Option<Statement>,
    /// Facts that are not defects, such as what could not be checked, as sentences without full stop.
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

/// Returns a file, or `None` if it does not exist, or the error because of which it cannot be used. This inner error
/// belongs in the report, while the outer one means that the source cannot be read.
pub(crate) fn look(
    source: &Destination,
    path: &str,
) -> Result<Result<Option<Stored>, Error>, Error> {
    let most = match path {
        INDEX | MANIFEST | CLAIMS => LARGEST_LIST,
        SIGNATURE => LARGEST_SIGNATURE,
        _ => LARGEST,
    };
    look_within(source, path, most)
}

/// Returns a file as [`look`] does, if it has at most `most` bytes.
fn look_within(
    source: &Destination,
    path: &str,
    most: u64,
) -> Result<Result<Option<Stored>, Error>, Error> {
    of_file(source.get_within(path, most))
}

/// Separates an error that concerns a single file, which is a finding, from other errors.
fn of_file<T>(got: Result<T, Error>) -> Result<Result<T, Error>, Error> {
    match got {
        Err(error) if error.is_of_file() => Ok(Err(error)),
        got => got.map(Ok),
    }
}

/// Returns the reason if some bytes do not have the listed digest.
pub(crate) fn why_another(bytes: &[u8], sha256: &str) -> Option<String> {
    why_other_digest(&digest(bytes), sha256)
}

fn why_other_digest(found: &str, sha256: &str) -> Option<String> {
    let is_other = found != sha256;
    is_other.then(|| {
        format!(
            "it has the digest {found}, and {} is expected",
            quoted(sha256)
        )
    })
}

/// Verifies a publication. With a key, the manifest has to be signed by its owner for this registry. With a
/// registry, the index has to match what is released there.
///
/// # Errors
///
/// Returns an error if the source cannot be read, or exceeds its limits.
pub fn verify(
    source: &Destination,
    trust: Option<&Trust<'_>>,
    registry: Option<LocalRegistry<'_>>,
    progress: ProgressFn<'_>,
) -> Result<Report, Error> {
    let mut report = Report::default();
    let signed = match check::manifest(source, trust)? {
        Ok(signed) => signed,
        Err(finding) => {
            report.findings.push(finding);
            return Ok(report);
        }
    };
    match (&signed.statement, trust) {
        (None, _) => report.notes.push("it is not signed".into()),
        (Some(_), None) => {
            let note = "it is signed; pass the public key with `--key` to verify the signature";
            report.notes.push(note.into());
        }
        (Some(statement), Some(_)) => report.signed = Some(statement.clone()),
    }
    let Signed {
        manifest, bytes, ..
    } = &signed;
    let index = contents::index(source, &signed, &mut report)?;
    files::compare(source, manifest, index.as_ref(), &mut report, progress)?;
    let claims = lists::claims(source, &mut report)?;
    lists::extra(source, manifest, &claims, trust.is_some(), &mut report)?;
    lists::sums(source, manifest, bytes, &mut report)?;
    if let Some(index) = &index {
        contents::claimed(index, &claims, &mut report);
        contents::compare(index, registry, &mut report);
    }
    report.findings.sort();
    report.findings.dedup();
    Ok(report)
}

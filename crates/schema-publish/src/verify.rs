//! Whether what is published is whole, and what its publisher made of it.
//!
//! Whatever the files hold, a run ends, and takes memory within limits: the lists are kept, of other files one
//! or a few at a time. Nothing that is published decides how it is judged.

mod contents;
mod files;
mod lists;

use schema_registry::{model::Registry, released::digest};

use crate::{
    check::{self, Signed},
    claims::CLAIMS,
    destination::{Destination, LARGEST, Stored},
    error::Error,
    publish::Progress,
    quote::quoted,
    signature::{Statement, Trust},
    site::{INDEX, MANIFEST, SIGNATURE},
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
    /// The statement that is signed beside the manifest, if that was verified.
    pub signed: Option<Statement>,
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

/// A file, if it is there; or why what is there is none. That is for the report, while a place that cannot be
/// read is an error.
pub(crate) fn look(
    source: &Destination,
    path: &str,
) -> Result<Result<Option<Stored>, String>, Error> {
    let most = match path {
        INDEX | MANIFEST | CLAIMS => LARGEST_LIST,
        SIGNATURE => LARGEST_SIGNATURE,
        _ => LARGEST,
    };
    look_within(source, path, most)
}

/// The same, of a file that has no more bytes than that.
fn look_within(
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
            "it has the digest {found}, and {} is expected",
            quoted(sha256)
        )
    })
}

/// Verifies a place. With a key, the manifest has to be signed by its owner for this registry; with a registry,
/// the index has to be what is released there.
///
/// # Errors
///
/// If the place cannot be read, or is over the limits of the source.
pub fn verify(
    source: &Destination,
    trust: Option<&Trust<'_>>,
    registry: Option<AtHand<'_>>,
    progress: Progress<'_>,
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

//! Whether what is published is whole, and what its publisher made of it.

mod contents;

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::{model::Registry, released::digest};

use crate::{
    check::{self, Signed},
    claims::{CLAIMS, Claims},
    destination::{Destination, Stored},
    error::Error,
    manifest::{Entry, Manifest},
    parallel::try_map,
    publish::Progress,
    signature::{Statement, Trust},
    site::{CATALOG, INDEX, INDEX_SCHEMA, MANIFEST, SIGNATURE, SUMS},
};

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
    match source.get(path) {
        Err(error) if error.is_of_file() => Ok(Err(error.why())),
        got => got.map(Ok),
    }
}

/// Why some bytes are not those that a list means; `None` if they are.
pub(crate) fn why_another(bytes: &[u8], sha256: &str) -> Option<String> {
    let found = digest(bytes);
    (found != sha256).then(|| format!("it has the digest {found}, and should have {sha256}"))
}

/// Verifies a place. With a key, the manifest has to be signed by its owner for this registry; with a registry,
/// the index has to be what is released there.
///
/// # Errors
///
/// If the place cannot be read.
pub fn verify(
    source: &Destination,
    trust: Option<&Trust<'_>>,
    registry: Option<AtHand<'_>>,
    progress: Progress<'_>,
) -> Result<Report, Error> {
    let mut report = Report::default();
    let signed = match check::manifest(source, trust)? {
        Ok(signed) => {
            report.notes.extend(match (&signed.statement, trust) {
                (None, _) => Some("it is not signed".to_owned()),
                (Some(_), None) => Some(
                    "it is signed; give the public key by `--key` to have that verified".to_owned(),
                ),
                (Some(statement), Some(_)) => {
                    report.signed = Some(statement.clone());
                    None
                }
            });
            signed
        }
        Err(finding) => {
            report.findings.push(finding);
            return Ok(report);
        }
    };
    let Signed {
        manifest, bytes, ..
    } = &signed;
    let files = files(source, manifest, &mut report, progress)?;
    let claims = claims(source, &mut report)?;
    extra(source, manifest, &claims, &mut report)?;
    sums(source, manifest, bytes, &mut report)?;
    contents::judge(&signed, &files, &claims, registry, &mut report);
    report.findings.sort();
    report.findings.dedup();
    Ok(report)
}

type Files = BTreeMap<String, Vec<u8>>;

/// The files of the manifest, each as it should be.
fn files(
    source: &Destination,
    manifest: &Manifest,
    report: &mut Report,
    progress: Progress<'_>,
) -> Result<Files, Error> {
    let listed = manifest.by_path();
    for path in [INDEX, INDEX_SCHEMA, CATALOG] {
        if !listed.contains_key(path) {
            report.add(path, "the manifest does not list it");
        }
    }
    let total = manifest.files.len();
    let heard = |done| progress("verified", done, total);
    let got = try_map(
        &manifest.files,
        source.at_once(),
        &heard,
        |entry: &Entry| look(source, &entry.path),
    )?;
    let mut files = BTreeMap::new();
    for (entry, stored) in manifest.files.iter().zip(got) {
        report.files += 1;
        let stored = match stored {
            Ok(Some(stored)) => stored,
            Ok(None) => {
                report.add(&entry.path, "it is missing");
                continue;
            }
            Err(why) => {
                report.add(&entry.path, why);
                continue;
            }
        };
        let size = stored.bytes.len() as u64;
        if let Some(why) = why_another(&stored.bytes, &entry.sha256) {
            report.add(&entry.path, why);
        } else if size != entry.size {
            let message = format!("it has {size} bytes, and the manifest says {}", entry.size);
            report.add(&entry.path, message);
        } else {
            files.insert(entry.path.clone(), stored.bytes);
        }
    }
    Ok(files)
}

/// A file that no list has the digest of; `None` if it is not there or no file, which is found then.
fn unlisted(
    source: &Destination,
    path: &str,
    report: &mut Report,
) -> Result<Option<Vec<u8>>, Error> {
    match look(source, path)? {
        Ok(Some(found)) => return Ok(Some(found.bytes)),
        Ok(None) => report.add(path, "it is missing"),
        Err(why) => report.add(path, why),
    }
    Ok(None)
}

/// What is claimed. It is written before everything else, so the manifest does not list it.
fn claims(source: &Destination, report: &mut Report) -> Result<Claims, Error> {
    let Some(bytes) = unlisted(source, CLAIMS, report)? else {
        return Ok(Claims::default());
    };
    let claims = Claims::parse(&bytes);
    Ok(claims.unwrap_or_else(|why| {
        report.add(CLAIMS, why);
        Claims::default()
    }))
}

fn extra(
    source: &Destination,
    manifest: &Manifest,
    claims: &Claims,
    report: &mut Report,
) -> Result<(), Error> {
    let Some(listed) = source.list()? else {
        let note =
            "this server does not list its files, so nobody can tell whether there are others";
        report.notes.push(note.into());
        return Ok(());
    };
    let known: BTreeSet<&str> = manifest
        .files
        .iter()
        .map(|entry| entry.path.as_str())
        .chain([CLAIMS, MANIFEST, SIGNATURE, SUMS])
        .collect();
    for path in listed {
        if known.contains(path.as_str()) {
            continue;
        }
        match claims.has(&path) {
            true => report.notes.push(format!(
                "`{path}` is claimed and not published: its publisher has not ended, or was stopped"
            )),
            false => report.add(&path, "the manifest does not list it"),
        }
    }
    Ok(())
}

/// What `sha256sum` would say, in the one form that it is written in.
fn sums(
    source: &Destination,
    manifest: &Manifest,
    bytes: &[u8],
    report: &mut Report,
) -> Result<(), Error> {
    let Some(found) = unlisted(source, SUMS, report)? else {
        return Ok(());
    };
    let wanted = manifest.sums(bytes);
    if found == wanted.as_bytes() {
        return Ok(());
    }
    let found = String::from_utf8_lossy(&found);
    let (here, there): (BTreeSet<&str>, BTreeSet<&str>) =
        (wanted.lines().collect(), found.lines().collect());
    for line in here.difference(&there) {
        report.add(SUMS, format!("it lacks the line `{line}`"));
    }
    for line in there.difference(&here) {
        report.add(SUMS, format!("it has the line `{}`", line.escape_debug()));
    }
    if here == there {
        report.add(SUMS, "its lines are not as they were written");
    }
    Ok(())
}

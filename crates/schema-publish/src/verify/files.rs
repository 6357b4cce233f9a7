//! Checks every file of the manifest: that it exists, has its digest, and has the expected content.

use std::{
    collections::BTreeMap,
    sync::mpsc::{self, Receiver, SyncSender},
    thread,
};

use schema_registry::{load::LARGEST_FILE, released::digest};

use super::{Finding, Report, look_within, of_file, why_other_digest};
use crate::{
    catalog::catalog,
    check,
    destination::Destination,
    error::Error,
    index::{self, EventEntry, Index},
    manifest::{Entry, Manifest},
    parallel::{self, joined, try_map},
    publish::ProgressFn,
    quote::quoted,
    site::{CATALOG, INDEX, INDEX_SCHEMA, json_bytes},
};

/// The files that the index names.
struct Expected<'i> {
    index: Option<&'i Index>,
    /// The schemas that the index names, by path.
    schemas: BTreeMap<&'i str, SchemaRole<'i>>,
    /// The digest of the schema of the index.
    index_schema: String,
    /// The digest of the catalog that follows from the index.
    catalog: Option<String>,
}

#[derive(Clone, Copy)]
enum SchemaRole<'i> {
    /// A schema that may change.
    Current,
    /// A revision, with its event if it is the latest one.
    Revision(Option<&'i EventEntry>),
}

impl<'i> Expected<'i> {
    fn of(index: Option<&'i Index>) -> Self {
        let mut schemas = BTreeMap::new();
        for path in index.into_iter().flat_map(Index::schemas) {
            schemas.insert(path, SchemaRole::Current);
        }
        for found in index.into_iter().flat_map(Index::events) {
            let event = found.event;
            for revision in &event.revisions {
                // A revision belongs to one event. Another event that names it, too, is a finding about the index.
                let role = schemas
                    .entry(revision.path.as_str())
                    .or_insert(SchemaRole::Revision(None));
                let is_last = event.revisions.last() == Some(revision);
                match role {
                    SchemaRole::Revision(Some(_)) => {}
                    _ => *role = SchemaRole::Revision(is_last.then_some(event)),
                }
            }
        }
        Self {
            index,
            schemas,
            index_schema: digest(json_bytes(&index::json_schema())),
            catalog: index.map(|index| digest(json_bytes(&catalog(index)))),
        }
    }
}

/// The result for one file.
#[derive(Default)]
struct Compared {
    findings: Vec<Finding>,
    is_schema: bool,
}

impl Compared {
    fn add(&mut self, path: &str, message: impl Into<String>) {
        self.findings.push(Finding {
            path: path.to_owned(),
            message: message.into(),
        });
    }
}

/// A schema that has its digest, and is sent to the thread that checks schemas.
struct ReadSchema<'m> {
    entry: &'m Entry,
    bytes: Vec<u8>,
}

/// Compares each file with its entry in the manifest, and with what the index requires.
pub(super) fn compare(
    source: &Destination,
    manifest: &Manifest,
    index: Option<&Index>,
    report: &mut Report,
    progress: ProgressFn<'_>,
) -> Result<(), Error> {
    let listed = manifest.by_path();
    for path in [INDEX, INDEX_SCHEMA, CATALOG] {
        if !listed.contains_key(path) {
            report.add(path, "the manifest does not list it");
        }
    }
    let expected = Expected::of(index);
    let (listed, expected) = (&listed, &expected);
    let total = manifest.files.len();
    let heard = |done| progress("verified", done, total);
    let (compared, judged) = thread::scope(|scope| {
        let (send, receive) = mpsc::sync_channel(1);
        let judge = parallel::judge(scope, move || judge(source, listed, expected, receive))?;
        let compared = try_map(&manifest.files, source.at_once(), &heard, |entry| {
            file(source, entry, expected, &send)
        });
        drop(send);
        let judged = joined(judge);
        Ok::<_, Error>((compared?, judged?))
    })?;
    report.files += compared.len();
    for compared in compared {
        report.schemas += usize::from(compared.is_schema);
        report.findings.extend(compared.findings);
    }
    report.findings.extend(judged);
    Ok(())
}

/// Compares one file, and sends it to the thread that checks schemas if it is one.
fn file<'m>(
    source: &Destination,
    entry: &'m Entry,
    expected: &Expected<'_>,
    judge: &SyncSender<ReadSchema<'m>>,
) -> Result<Compared, Error> {
    let path = entry.path.as_str();
    let mut compared = Compared::default();
    let is_schema = expected.schemas.contains_key(path) && path != INDEX_SCHEMA;
    let (size, sha256, bytes) = if is_schema {
        match look_within(source, path, LARGEST_FILE)? {
            Ok(Some(stored)) => {
                let size = stored.bytes.len() as u64;
                (size, digest(&stored.bytes), Some(stored.bytes))
            }
            Ok(None) => return Ok(missing(path, compared)),
            Err(error) => return Ok(with(path, error.why(), compared)),
        }
    } else {
        match of_file(source.sum(path))? {
            Ok(Some(summed)) => (summed.size, summed.sha256, None),
            Ok(None) => return Ok(missing(path, compared)),
            Err(error) => return Ok(with(path, error.why(), compared)),
        }
    };
    if let Some(why) = why_other_digest(&sha256, &entry.sha256) {
        return Ok(with(path, why, compared));
    }
    if size != entry.size {
        let why = format!("it has {size} bytes, and the manifest says {}", entry.size);
        return Ok(with(path, why, compared));
    }
    if path == INDEX_SCHEMA {
        compared.is_schema = true;
        if sha256 != expected.index_schema {
            compared.add(
                path,
                "it is not the schema that this version of the tool writes: either another version has published \
                 it, which can verify it, or someone has changed the file",
            );
        }
    }
    let is_other = |catalog: &String| path == CATALOG && *catalog != sha256;
    if expected.catalog.as_ref().is_some_and(is_other) {
        compared.add(path, "it is not the catalog of this index");
    }
    if let Some(bytes) = bytes {
        compared.is_schema = true;
        // The other thread has ended with an error, which says why.
        let _ = judge.send(ReadSchema { entry, bytes });
    }
    Ok(compared)
}

fn missing(path: &str, compared: Compared) -> Compared {
    with(path, "it is missing".into(), compared)
}

fn with(path: &str, why: String, mut compared: Compared) -> Compared {
    compared.add(path, why);
    compared
}

/// Checks schemas as they arrive.
fn judge(
    source: &Destination,
    listed: &BTreeMap<&str, &Entry>,
    expected: &Expected<'_>,
    schemas: Receiver<ReadSchema<'_>>,
) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let Some(index) = expected.index else {
        return Ok(findings);
    };
    for ReadSchema { entry, bytes } in schemas {
        source.check_time()?;
        let path = entry.path.as_str();
        let mut add = |path: &str, message: String| {
            findings.push(Finding {
                path: path.to_owned(),
                message,
            });
        };
        let address = format!("{}{path}", index.base_uri);
        let (schema, why) = check::schema(&bytes, Some(&address), &|| source.check_time())?;
        why.into_iter().for_each(|why| add(path, why));
        // The current schema of an event is its latest revision, but for its address.
        if let Some(SchemaRole::Revision(Some(event))) = expected.schemas.get(path)
            && let Some(mut schema) = schema
            && let Some(current) = listed.get(event.schema.as_str())
        {
            if let Some(id) = schema.get_mut("$id") {
                *id = format!("{}{}", index.base_uri, event.schema).into();
            }
            if digest(json_bytes(&schema)) != current.sha256 {
                let message = format!(
                    "it is not the revision {} of its event",
                    quoted(&event.latest)
                );
                add(&event.schema, message);
            }
        }
    }
    Ok(findings)
}

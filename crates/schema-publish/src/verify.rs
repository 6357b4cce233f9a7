//! Whether what is published is whole, and what its publisher made of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    str,
};

use jsonschema::PatternOptions;
use schema_registry::{model::Registry, released::digest};
use serde_json::Value;

use crate::{
    destination::{Destination, Stored},
    error::Error,
    index::Index,
    manifest::{Entry, Manifest},
    names,
    parallel::try_map,
    publish::Progress,
    signature::{self, Verifier},
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

/// What was looked at, and what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What is wrong, in the order of paths.
    pub findings: Vec<Finding>,
    /// How many files were compared with their digests.
    pub files: usize,
    /// How many schemas were resolved.
    pub schemas: usize,
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
    let Some(Stored { bytes, .. }) = source.get(MANIFEST)? else {
        return finding(MANIFEST, "it is missing: nothing is published here".into());
    };
    let signature = source.get(SIGNATURE)?;
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
        Err(error) => return finding(MANIFEST, format!("it is no manifest: {error}")),
    };
    let paths = manifest.files.iter().map(|entry| entry.path.as_str());
    if let Some((path, why)) = names::unusable(paths).next() {
        let message = format!("it lists `{}`: {why}", path.escape_debug());
        return finding(MANIFEST, message);
    }
    Ok(Ok(Signed {
        manifest,
        bytes,
        is_signed: signature.is_some(),
    }))
}

/// Why some bytes are not those that a list means; `None` if they are.
pub(crate) fn why_another(bytes: &[u8], sha256: &str) -> Option<String> {
    let found = digest(bytes);
    (found != sha256).then(|| format!("it has the digest {found}, and should have {sha256}"))
}

/// Verifies a place. With a key, the manifest has to be signed by its owner; with a registry, the index
/// has to be what is released there.
///
/// # Errors
///
/// If the place cannot be read.
pub fn verify(
    source: &Destination,
    key: Option<&Verifier>,
    registry: Option<&Registry>,
    progress: Progress<'_>,
) -> Result<Report, Error> {
    let mut report = Report::default();
    let (manifest, bytes) = match manifest(source, key)? {
        Ok(signed) => {
            if signed.is_signed && key.is_none() {
                let note = "it is signed; give the public key by `--key` to have that verified";
                report.notes.push(note.into());
            }
            if !signed.is_signed {
                report.notes.push("it is not signed".into());
            }
            (signed.manifest, signed.bytes)
        }
        Err(finding) => {
            report.findings.push(finding);
            return Ok(report);
        }
    };
    let files = files(source, &manifest, &mut report, progress)?;
    extra(source, &manifest, &mut report)?;
    sums(source, &bytes, &files, &mut report)?;
    let index = index(&manifest, &files, &mut report);
    let base = index.as_ref().map(|index| index.base_uri.as_str());
    schemas(&manifest, &files, base, &mut report);
    catalog(&files, base, &mut report);
    if let Some((index, registry)) = index.as_ref().zip(registry) {
        released(index, registry, &mut report);
    }
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
    let total = manifest.files.len();
    let heard = |done| progress("verified", done, total);
    let got = try_map(
        &manifest.files,
        source.at_once(),
        &heard,
        |entry: &Entry| source.get(&entry.path),
    )?;
    let mut files = BTreeMap::new();
    for (entry, stored) in manifest.files.iter().zip(got) {
        report.files += 1;
        let Some(stored) = stored else {
            report.add(&entry.path, "it is missing");
            continue;
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

fn extra(source: &Destination, manifest: &Manifest, report: &mut Report) -> Result<(), Error> {
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
        .chain([MANIFEST, SIGNATURE, SUMS])
        .collect();
    for path in listed {
        if !known.contains(path.as_str()) {
            report.add(&path, "the manifest does not list it");
        }
    }
    Ok(())
}

/// Every schema is one by its meta-schema, resolves without anything else, and says its own address.
fn schemas(manifest: &Manifest, files: &Files, base: Option<&str>, report: &mut Report) {
    for entry in &manifest.files {
        if entry.media_type != "application/schema+json" {
            continue;
        }
        let Some(bytes) = files.get(&entry.path) else {
            continue;
        };
        report.schemas += 1;
        let schema: Value = match serde_json::from_slice(bytes) {
            Ok(schema) => schema,
            Err(error) => {
                report.add(&entry.path, format!("it is no JSON: {error}"));
                continue;
            }
        };
        if let Some(why) = why_unusable(&schema) {
            report.add(&entry.path, why);
        }
        let address = base.map(|base| format!("{base}{}", entry.path));
        let id = schema.get("$id").and_then(Value::as_str);
        if entry.path != INDEX_SCHEMA && id != address.as_deref() {
            let message = format!(
                "its `$id` is {}, and its address {}",
                id.unwrap_or("missing"),
                address.as_deref().unwrap_or("unknown")
            );
            report.add(&entry.path, message);
        }
    }
}

/// Why a schema cannot be used as it is, alone.
fn why_unusable(schema: &Value) -> Option<String> {
    if let Err(error) = jsonschema::meta::validate(schema) {
        let place = error.instance_path().to_string();
        return Some(format!("it is no schema: {error}, at `{place}`"));
    }
    validator(schema).err()
}

fn validator(schema: &Value) -> Result<jsonschema::Validator, String> {
    jsonschema::options()
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .offline()
        .build(schema)
        .map_err(|error| format!("it cannot be used alone: {error}"))
}

/// What `sha256sum` would say.
fn sums(
    source: &Destination,
    manifest: &[u8],
    files: &Files,
    report: &mut Report,
) -> Result<(), Error> {
    let Some(sums) = source.get(SUMS)? else {
        report.add(SUMS, "it is missing");
        return Ok(());
    };
    let text = match str::from_utf8(&sums.bytes) {
        Ok(text) => text,
        Err(error) => {
            report.add(SUMS, error.to_string());
            return Ok(());
        }
    };
    let mut listed = BTreeMap::new();
    for line in text.lines() {
        match line.split_once("  ") {
            Some((sum, path)) => {
                listed.insert(path, sum);
            }
            None => report.add(
                SUMS,
                format!("`{}` is no digest and path", line.escape_debug()),
            ),
        }
    }
    let files = files.iter().map(|(path, bytes)| (path.as_str(), &**bytes));
    for (path, bytes) in files.chain([(MANIFEST, manifest)]) {
        match listed.remove(path) {
            None => report.add(SUMS, format!("it does not list `{path}`")),
            Some(sum) if sum != digest(bytes) => {
                report.add(SUMS, format!("it has another digest of `{path}`"));
            }
            Some(_) => {}
        }
    }
    let is_wrong =
        |path: &str, report: &Report| report.findings.iter().any(|finding| finding.path == path);
    for path in listed.into_keys() {
        // What is missing or damaged has a finding of its own.
        if !is_wrong(path, report) {
            report.add(SUMS, format!("it lists `{path}`, which is not published"));
        }
    }
    if !text.ends_with('\n') {
        report.add(SUMS, "its last line does not end");
    }
    Ok(())
}

fn catalog(files: &Files, base: Option<&str>, report: &mut Report) {
    let base = base.unwrap_or_default();
    let Some(bytes) = files.get(CATALOG) else {
        return;
    };
    let catalog: Value = match serde_json::from_slice(bytes) {
        Ok(catalog) => catalog,
        Err(error) => return report.add(CATALOG, format!("it is no JSON: {error}")),
    };
    let schemas = catalog.get("schemas").and_then(Value::as_array);
    for schema in schemas.into_iter().flatten() {
        let address = schema
            .get("url")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let is_there = address
            .strip_prefix(base)
            .is_some_and(|path| files.contains_key(path));
        if !is_there {
            report.add(CATALOG, format!("`{address}` is not published"));
        }
    }
}

/// The index, if it is one. It says what there is, no less and no more.
fn index(manifest: &Manifest, files: &Files, report: &mut Report) -> Option<Index> {
    let listed = manifest.by_path();
    let Some(bytes) = files.get(INDEX) else {
        if !listed.contains_key(INDEX) {
            report.add(INDEX, "the manifest does not list it");
        }
        return None;
    };
    let index: Index = match serde_json::from_slice(bytes) {
        Ok(index) => index,
        Err(error) => {
            report.add(INDEX, format!("it is no index: {error}"));
            return None;
        }
    };
    let schema = files.get(INDEX_SCHEMA);
    let schema = schema.and_then(|bytes| serde_json::from_slice::<Value>(bytes).ok());
    if let Some(schema) = schema
        && let Ok(validator) = validator(&schema)
        && let Ok(value) = serde_json::from_slice::<Value>(bytes)
        && let Some(error) = validator.iter_errors(&value).next()
    {
        let place = error.instance_path().to_string();
        report.add(
            INDEX,
            format!("its schema refuses it: {error}, at `{place}`"),
        );
    }
    let mut named = BTreeSet::new();
    for found in index.events() {
        let event = found.event;
        let links = &event.links;
        let paths = [
            &links.documentation,
            &links.successor,
            &found.major.envelope,
        ];
        let paths = paths.into_iter().flatten().chain([&event.schema]);
        for path in paths {
            if !listed.contains_key(path.as_str()) {
                report.add(INDEX, format!("it names `{path}`, which is not published"));
            }
        }
        if event.revisions.last().map(|it| &it.revision) != Some(&event.latest) {
            let message = format!(
                "the latest revision of `{}` is not the last one",
                event.event
            );
            report.add(INDEX, message);
        }
    }
    for (_, revision) in index.revisions() {
        named.insert(revision.path.as_str());
        match listed.get(revision.path.as_str()) {
            None => report.add(
                INDEX,
                format!("it names `{}`, which is not published", revision.path),
            ),
            Some(entry) if entry.sha256 != revision.sha256 => report.add(
                INDEX,
                format!("it has another digest of `{}`", revision.path),
            ),
            Some(_) => {}
        }
    }
    for entry in &manifest.files {
        if entry.immutable && !named.contains(entry.path.as_str()) {
            report.add(
                INDEX,
                format!("it does not name the revision `{}`", entry.path),
            );
        }
    }
    Some(index)
}

/// What is published is what is released.
fn released(index: &Index, registry: &Registry, report: &mut Report) {
    let mut here = BTreeMap::new();
    for (_, major) in registry.majors() {
        for released in &major.released {
            let folder = registry.public_path(&released.folder);
            let path = format!(
                "{folder}/{}/{}.json",
                released.event_type, released.revision
            );
            here.insert(path, released.entry.sha256.as_str());
        }
    }
    let published: BTreeMap<&str, &str> = index
        .revisions()
        .map(|(_, revision)| (revision.path.as_str(), revision.sha256.as_str()))
        .collect();
    for (path, sha256) in &here {
        match published.get(path.as_str()) {
            None => report.add(path, "it is released here, and not published there"),
            Some(there) if there != sha256 => report.add(
                path,
                format!("it is published with the digest {there}, and was released with {sha256}"),
            ),
            Some(_) => {}
        }
    }
    for path in published.keys() {
        if !here.contains_key(*path) {
            report.add(path, "it is published there, and not released here");
        }
    }
}

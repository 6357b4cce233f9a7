//! What the files say: schemas that can be used, and lists that agree with them and with each other.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::PatternOptions;
use schema_registry::model::Registry;
use serde_json::Value;

use super::{Files, Report};
use crate::{
    catalog,
    index::{self, EventEntry, Index},
    manifest::Manifest,
    site::{CATALOG, INDEX, INDEX_SCHEMA, json_bytes},
};

/// Judges the files of a manifest, of which each has its digest.
pub(super) fn judge(
    manifest: &Manifest,
    files: &Files,
    registry: Option<&Registry>,
    report: &mut Report,
) {
    let index = index(manifest, files, report);
    let base = index.as_ref().map(|index| index.base_uri.as_str());
    schemas(manifest, files, base, report);
    let Some(index) = index else {
        return;
    };
    catalog(&index, files, report);
    for found in index.events() {
        current(&index, found.event, files, report);
    }
    if let Some(registry) = registry {
        released(&index, registry, report);
    }
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
        // Without an index nobody knows the address, and that is a finding already.
        let address = base.map(|base| format!("{base}{}", entry.path));
        let id = schema.get("$id").and_then(Value::as_str);
        if let Some(address) = address
            && entry.path != INDEX_SCHEMA
            && id != Some(address.as_str())
        {
            let message = format!(
                "its `$id` is {}, and its address {address}",
                id.unwrap_or("missing"),
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

/// The list for editors follows from the index.
fn catalog(index: &Index, files: &Files, report: &mut Report) {
    let is_wrong = |bytes: &Vec<u8>| *bytes != json_bytes(&catalog::catalog(index));
    if files.get(CATALOG).is_some_and(is_wrong) {
        report.add(CATALOG, "it is not the catalog of this index");
    }
}

/// The current schema of an event is its latest revision, but for its address.
fn current(index: &Index, event: &EventEntry, files: &Files, report: &mut Report) {
    let latest = event.revisions.last();
    let latest = latest.and_then(|it| files.get(&it.path));
    let Some((latest, current)) = latest.zip(files.get(&event.schema)) else {
        return;
    };
    let Ok(mut schema) = serde_json::from_slice::<Value>(latest) else {
        return;
    };
    if let Some(id) = schema.get_mut("$id") {
        *id = format!("{}{}", index.base_uri, event.schema).into();
    }
    if *current != json_bytes(&schema) {
        let message = format!("it is not the revision {} of its event", event.latest);
        report.add(&event.schema, message);
    }
}

/// The index, if it is one. It says what there is, no less and no more.
fn index(manifest: &Manifest, files: &Files, report: &mut Report) -> Option<Index> {
    let listed = manifest.by_path();
    let bytes = files.get(INDEX)?;
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
    if files
        .get(INDEX_SCHEMA)
        .is_some_and(|bytes| *bytes != json_bytes(&index::json_schema()))
    {
        let note = format!("`{INDEX_SCHEMA}` was written by another version of this program");
        report.notes.push(note);
    }
    if index.files_sha256 != manifest.files_sha256() {
        report.add(INDEX, "its `files_sha256` is not that of these files");
    }
    for path in index.names() {
        if !listed.contains_key(path) {
            report.add(INDEX, format!("it names `{path}`, which is not published"));
        }
    }
    for found in index.events() {
        let event = found.event;
        if event.revisions.last().map(|it| &it.revision) != Some(&event.latest) {
            let message = format!(
                "the latest revision of `{}` is not the last one",
                event.event
            );
            report.add(INDEX, message);
        }
    }
    let mut named = BTreeSet::new();
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

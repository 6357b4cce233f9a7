//! What the files say: schemas that can be used, and lists that agree with them and with each other.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::PatternOptions;
use schema_registry::model::Registry;
use serde_json::Value;

use super::{AtHand, Files, Report};
use crate::{
    catalog,
    claims::{CLAIMS, Claims},
    index::{self, EventEntry, Index, RevisionEntry},
    manifest::Manifest,
    site::{CATALOG, INDEX, INDEX_SCHEMA, SCHEMA, json_bytes},
};

/// The dialect of all schemas that are published.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Judges the files of a manifest, of which each has its digest.
pub(super) fn judge(
    manifest: &Manifest,
    files: &Files,
    claims: &Claims,
    registry: Option<AtHand<'_>>,
    report: &mut Report,
) {
    let index = index(manifest, files, report);
    schemas(manifest, files, index.as_ref(), report);
    let Some(index) = index else {
        return;
    };
    catalog(&index, files, report);
    for found in index.events() {
        current(&index, found.event, files, report);
    }
    claimed(&index, claims, report);
    let Some(AtHand { registry, is_named }) = registry else {
        return;
    };
    let (here, there) = (&registry.config.base_uri, &index.base_uri);
    if here != there && !is_named {
        report.notes.push(format!(
            "the registry that is at hand is published below {here}, and this below {there}, so nothing is \
             compared with it"
        ));
        return;
    }
    report.is_compared = true;
    released(&index, registry, report);
}

/// Every schema is one of its dialect, resolves without anything else, and says its own address. What is a
/// schema, and whether it stays, is for the index to say, not for the manifest alone.
fn schemas(manifest: &Manifest, files: &Files, index: Option<&Index>, report: &mut Report) {
    let revisions = index.into_iter().flat_map(Index::revisions);
    let revisions: BTreeSet<&str> = revisions.map(|(_, it)| it.path.as_str()).collect();
    let named = index.into_iter().flat_map(Index::schemas);
    let mut named: BTreeSet<&str> = named.chain([INDEX_SCHEMA]).collect();
    named.extend(&revisions);
    for entry in &manifest.files {
        let path = entry.path.as_str();
        let is_named = named.contains(path);
        if is_named != (entry.media_type == SCHEMA) && (is_named || index.is_some()) {
            let message = format!("the manifest says that it is `{}`", entry.media_type);
            report.add(path, message);
        }
        if index.is_some() && entry.immutable != revisions.contains(path) {
            let message = match entry.immutable {
                true => {
                    "the manifest says that it stays, and the index does not name it as a revision"
                }
                false => "it is a revision, and the manifest says that it may change",
            };
            report.add(path, message);
        }
        let Some(bytes) = files.get(path).filter(|_| is_named) else {
            continue;
        };
        report.schemas += 1;
        let schema: Value = match serde_json::from_slice(bytes) {
            Ok(schema) => schema,
            Err(error) => {
                report.add(path, format!("it is no JSON: {error}"));
                continue;
            }
        };
        if let Some(why) = why_unusable(&schema) {
            report.add(path, why);
        }
        let text = |name: &str| schema.get(name).and_then(Value::as_str);
        if text("$schema") != Some(DIALECT) {
            report.add(path, format!("its `$schema` is not {DIALECT}"));
        }
        // Without an index nobody knows the address, and that is a finding already.
        let address = index.map(|index| format!("{}{path}", index.base_uri));
        if let Some(address) = address
            && path != INDEX_SCHEMA
            && text("$id") != Some(address.as_str())
        {
            let message = format!(
                "its `$id` is {}, and its address {address}",
                text("$id").unwrap_or("missing"),
            );
            report.add(path, message);
        }
    }
}

/// Everything that the index names has its name by a claim.
fn claimed(index: &Index, claims: &Claims, report: &mut Report) {
    for path in index.names() {
        if !claims.files.contains(path) {
            report.add(CLAIMS, format!("it does not claim `{path}`"));
        }
    }
    for (_, revision) in index.revisions() {
        if claims.revisions.get(&revision.path) != Some(&revision.sha256) {
            let message = format!("it does not claim `{}` as it is published", revision.path);
            report.add(CLAIMS, message);
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
            here.insert(path, &released.entry);
        }
    }
    let published: BTreeMap<&str, &RevisionEntry> = index
        .revisions()
        .map(|(_, revision)| (revision.path.as_str(), revision))
        .collect();
    for (path, here) in &here {
        let Some(there) = published.get(path.as_str()) else {
            report.add(path, "it is released here, and not published there");
            continue;
        };
        for (what, there, here) in [
            ("digest", &there.sha256, &here.sha256),
            ("date", &there.date, &here.date),
            ("notes", &there.notes, &here.notes),
        ] {
            if there != here {
                let message = format!(
                    "it is published with the {what} `{}`, and was released with `{here}`",
                    there.escape_debug()
                );
                report.add(path, message);
            }
        }
    }
    for path in published.keys() {
        if !here.contains_key(*path) {
            report.add(path, "it is published there, and not released here");
        }
    }
}

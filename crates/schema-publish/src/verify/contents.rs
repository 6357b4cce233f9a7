//! What the files say: schemas that can be used, and lists that agree with them and with each other.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::model::Registry;
use serde_json::Value;

use super::{AtHand, Files, Report};
use crate::{
    catalog,
    check::{self, Signed},
    claims::{CLAIMS, Claims},
    index::{self, EventEntry, Index, RevisionEntry},
    site::{CATALOG, INDEX, INDEX_SCHEMA, json_bytes},
};

/// Judges the files of a manifest, of which each has its digest.
pub(super) fn judge(
    signed: &Signed,
    files: &Files,
    claims: &Claims,
    registry: Option<AtHand<'_>>,
    report: &mut Report,
) {
    let index = index(signed, files, report);
    schemas(files, index.as_ref(), report);
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

/// Every schema can be used as it is, and says its own address.
fn schemas(files: &Files, index: Option<&Index>, report: &mut Report) {
    let revisions = index.into_iter().flat_map(Index::revisions);
    let revisions = revisions.map(|(_, it)| it.path.as_str());
    let named = index.into_iter().flat_map(Index::schemas).chain(revisions);
    let named: BTreeSet<&str> = named.chain([INDEX_SCHEMA]).collect();
    for path in named {
        let Some(bytes) = files.get(path) else {
            continue;
        };
        report.schemas += 1;
        // Without an index the address is not known, and that is a finding already.
        let index = index.filter(|_| path != INDEX_SCHEMA);
        let address = index.map(|index| format!("{}{path}", index.base_uri));
        for why in check::schema(bytes, address.as_deref()) {
            report.add(path, why);
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

/// The index, if it is one.
fn index(signed: &Signed, files: &Files, report: &mut Report) -> Option<Index> {
    let (index, findings) = check::index(signed, files.get(INDEX)?);
    report.findings.extend(findings);
    let is_other = |bytes: &Vec<u8>| *bytes != json_bytes(&index::json_schema());
    if files.get(INDEX_SCHEMA).is_some_and(is_other) {
        let note = format!("`{INDEX_SCHEMA}` was written by another version of this program");
        report.notes.push(note);
    }
    index
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

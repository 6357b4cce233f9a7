//! What the index says: whether it is one, agrees with the manifest, and is what is released.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::model::Registry;
use serde_json::json;

use super::{AtHand, LARGEST_LIST, Report, look, why_another};
use crate::{
    claims::{CLAIMS, Claims},
    destination::Destination,
    error::Error,
    index::{self, Index, RevisionEntry},
    manifest::Manifest,
    quote::{quoted, why_unreadable},
    site::INDEX,
};

/// The catalog, which is made of the index to be compared, has these bytes of addresses at most.
const LONGEST_ADDRESSES: u64 = 64 << 20;

/// The index, if it is one. It says what there is, no less and no more. What keeps it from being read is found
/// where files are compared with the manifest.
pub(super) fn index(
    source: &Destination,
    manifest: &Manifest,
    report: &mut Report,
) -> Result<Option<Index>, Error> {
    let listed = manifest.by_path();
    let Some(entry) = listed.get(INDEX) else {
        return Ok(None);
    };
    let bytes = match look(source, INDEX, LARGEST_LIST)? {
        Ok(Some(stored)) => stored.bytes,
        Ok(None) => return Ok(None),
        Err(why) => {
            report.add(INDEX, why);
            return Ok(None);
        }
    };
    if why_another(&bytes, &entry.sha256).is_some() {
        return Ok(None);
    }
    let index: Index = match serde_json::from_slice(&bytes) {
        Ok(index) => index,
        Err(error) => {
            report.add(INDEX, format!("it is no index: {}", why_unreadable(&error)));
            return Ok(None);
        }
    };
    drop(bytes);
    if let Some(why) = why_invalid(&index).or_else(|| why_too_long(&index)) {
        report.add(INDEX, why);
        return Ok(None);
    }
    agrees(&index, manifest, report);
    Ok(Some(index))
}

/// Why an index is not as its schema says: the schema of this program, since anything can be published as that
/// of the index.
fn why_invalid(index: &Index) -> Option<String> {
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .offline()
        .build(&index::json_schema());
    let validator = match validator {
        Ok(validator) => validator,
        Err(error) => return Some(format!("its schema cannot be used: {error}")),
    };
    let value = json!(index);
    let error = validator.iter_errors(&value).next()?;
    let place = error.instance_path().to_string();
    Some(format!(
        "its schema rejects it: {}, at `{}`",
        quoted(&error.to_string()),
        quoted(&place)
    ))
}

/// Why the addresses of an index are not written out.
fn why_too_long(index: &Index) -> Option<String> {
    let base = index.base_uri.len() as u64;
    let lengths = index.events().map(|found| {
        let names = found.family.name.len() + found.major.name.len();
        let addresses = 1 + found.event.revisions.len() as u64;
        (names as u64)
            .saturating_mul(2)
            .saturating_add(base.saturating_mul(addresses))
    });
    let length = lengths.fold(0_u64, u64::saturating_add);
    (length > LONGEST_ADDRESSES).then(|| {
        format!("its addresses have {length} bytes together, and {LONGEST_ADDRESSES} are read")
    })
}

/// Compares the index with the manifest.
fn agrees(index: &Index, manifest: &Manifest, report: &mut Report) {
    let listed = manifest.by_path();
    if index.files_sha256 != manifest.files_sha256() {
        report.add(INDEX, "its `files_sha256` is not that of these files");
    }
    for path in index.names() {
        if !listed.contains_key(path) {
            report.add(
                INDEX,
                format!("it names `{}`, which is not published", quoted(path)),
            );
        }
    }
    for found in index.events() {
        let event = found.event;
        if event.revisions.last().map(|it| &it.revision) != Some(&event.latest) {
            let message = format!(
                "the latest revision of `{}` is not the last one",
                quoted(&event.event)
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
                format!(
                    "it names `{}`, which is not published",
                    quoted(&revision.path)
                ),
            ),
            Some(entry) if entry.sha256 != revision.sha256 => report.add(
                INDEX,
                format!("it has another digest of `{}`", quoted(&revision.path)),
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
}

/// Everything that the index names has its name by a claim.
pub(super) fn claimed(index: &Index, claims: &Claims, report: &mut Report) {
    for path in index.names() {
        if !claims.files.contains(path) {
            report.add(CLAIMS, format!("it does not claim `{}`", quoted(path)));
        }
    }
    for (_, revision) in index.revisions() {
        if claims.revisions.get(&revision.path) != Some(&revision.sha256) {
            let message = format!(
                "it does not claim `{}` as it is published",
                quoted(&revision.path)
            );
            report.add(CLAIMS, message);
        }
    }
}

/// Compares the index with what is released in a registry, if one is at hand.
pub(super) fn compare(index: &Index, registry: Option<AtHand<'_>>, report: &mut Report) {
    let Some(AtHand { registry, is_named }) = registry else {
        return;
    };
    let (here, there) = (&registry.config.base_uri, &index.base_uri);
    if here != there && !is_named {
        report.notes.push(format!(
            "the registry that is at hand is published below {here}, and this below {}, so nothing is \
             compared with it",
            quoted(there)
        ));
        return;
    }
    report.is_compared = true;
    released(index, registry, report);
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
                    quoted(there)
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

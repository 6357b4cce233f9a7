//! Checks an index: it has to name exactly what is published.

use std::collections::BTreeSet;

use schema_registry::{layout, revision::Revision};
use serde_json::json;

use super::{Findings, Signed};
use crate::{
    index::{self, EventEntry, Index, ListedEvent},
    manifest::{Entry, Manifest},
    quote::{quoted, why_unreadable},
    revision_path::RevisionNames,
    site::{INDEX, INDEX_SCHEMA, SCHEMA, SIGNATURE},
    verify::Finding,
};

/// Checks the bytes of an index, whose digest is the one in the manifest. Without findings, the index can be relied
/// on. It is `None` if it cannot be read, or if its names are too long.
pub(crate) fn index(signed: &Signed, bytes: &[u8]) -> (Option<Index>, Vec<Finding>) {
    let manifest = &signed.manifest;
    let mut findings = Findings::default();
    let index = read(bytes, &mut findings);
    if let Some(index) = &index {
        if !index.base_uri.ends_with('/') {
            findings.add(INDEX, "its `base_uri` does not end in `/`");
        }
        if index.files_sha256 != manifest.files_sha256() {
            findings.add(INDEX, "its `files_sha256` is not that of these files");
        }
        if index.number != manifest.number {
            let message = format!(
                "it has the number {}, and the manifest {}",
                index.number, manifest.number
            );
            findings.add(INDEX, message);
        }
        if let Some(statement) = &signed.statement
            && statement.base_uri != index.base_uri
        {
            let message = format!(
                "its signature is for the registry {}, and the index is that of {}",
                quoted(&statement.base_uri),
                quoted(&index.base_uri)
            );
            findings.add(SIGNATURE, message);
        }
        families(index, &mut findings);
        for found in index.events() {
            event(found, &mut findings);
        }
        listed(index, manifest, &mut findings);
        files(index, manifest, &mut findings);
    }
    (index, findings.0)
}

/// Parses an index and validates it with this program's schema. The schema in the publication is not used, because
/// it can be anything.
fn read(bytes: &[u8], findings: &mut Findings) -> Option<Index> {
    let index: Index = match serde_json::from_slice(bytes) {
        Ok(index) => index,
        Err(error) => {
            let why = why_unreadable(&error);
            findings.add(INDEX, format!("not an index: {why}"));
            return None;
        }
    };
    if let Some(why) = why_too_long(&index) {
        findings.add(INDEX, why);
        return None;
    }
    // Validation leaves out unknown members, which may be anything and take any amount of memory.
    if let Some(why) = super::why_invalid(&json!(index), &index::json_schema()) {
        findings.add(INDEX, why);
    }
    Some(index)
}

/// Returns the reason if the names or the addresses of an index are too long. Each of them is in many messages, and
/// in the catalog that is compared.
fn why_too_long(index: &Index) -> Option<String> {
    const LONGEST_NAME: usize = 900;
    const LONGEST_ADDRESSES: u64 = 64 << 20;
    let base = &index.base_uri;
    let mut length = 0_u64;
    let mut names = vec![base.as_str()];
    for ListedEvent {
        family,
        major,
        event,
    } in index.events()
    {
        names.extend([&*family.name, &major.name, &event.event]);
        names.extend([&*event.schema, &event.latest]);
        let revisions = event.revisions.iter();
        names.extend(revisions.flat_map(|it| [&*it.revision, &it.path, &it.sha256]));
        let addresses = base.len() * (1 + event.revisions.len());
        length += (addresses + 2 * (family.name.len() + major.name.len())) as u64;
    }
    let longest = names.into_iter().map(str::len).max().unwrap_or_default();
    if longest > LONGEST_NAME {
        return Some(format!(
            "it has a name of {longest} bytes, and {LONGEST_NAME} are read"
        ));
    }
    (length > LONGEST_ADDRESSES).then(|| {
        format!("its addresses have {length} bytes together, and {LONGEST_ADDRESSES} are read")
    })
}

/// Checks that each family, major version and event occurs once, and that major versions are in order.
fn families(index: &Index, findings: &mut Findings) {
    let mut families = BTreeSet::new();
    for family in &index.families {
        if !families.insert(&family.name) {
            findings.add(INDEX, format!("it has the family `{}` twice", family.name));
        }
        let mut before = None;
        for major in &family.majors {
            let name = format!("`{}` of `{}`", major.name, family.name);
            if major.name != layout::major_name(major.number) {
                let message = format!("{name} has the number {}", major.number);
                findings.add(INDEX, message);
            }
            if before.is_some_and(|before| before >= major.number) {
                findings.add(INDEX, format!("{name} comes after a later one"));
            }
            before = Some(major.number);
            let mut events = BTreeSet::new();
            for event in &major.events {
                if !events.insert(&event.event) {
                    let message = format!("it has `{}` twice in {name}", event.event);
                    findings.add(INDEX, message);
                }
            }
        }
    }
}

/// Checks that the revisions of an event occur once each, oldest first, and at the paths of the event.
fn event(found: ListedEvent<'_>, findings: &mut Findings) {
    let EventEntry {
        event,
        schema,
        latest,
        revisions,
        ..
    } = found.event;
    if revisions.last().map(|it| &it.revision) != Some(latest) {
        let message = format!("the latest revision of `{event}` is not the last one");
        findings.add(INDEX, message);
    }
    let mut before: Option<Revision> = None;
    for entry in revisions {
        let name = &entry.revision;
        let Ok(revision) = name.parse::<Revision>() else {
            let message = format!("`{name}` of `{event}` is not a revision, such as `1.0.0`");
            findings.add(INDEX, message);
            continue;
        };
        match before {
            Some(before) if before == revision => {
                findings.add(INDEX, format!("it has `{event}` {name} twice"));
            }
            Some(before) if before > revision => {
                findings.add(INDEX, format!("`{event}` {name} comes after {before}"));
            }
            _ => {}
        }
        before = Some(revision);
        let family = &found.family.name;
        let why = RevisionNames {
            family,
            event,
            revision,
        }
        .why_other_paths(schema, &entry.path);
        if let Some(why) = why {
            findings.add(INDEX, why);
        } else if revision.major != found.major.number {
            let message = format!("`{event}` {name} is not of `{}`", found.major.name);
            findings.add(INDEX, message);
        }
    }
}

/// Checks that the manifest lists everything that the index names, with the same digest.
fn listed(index: &Index, manifest: &Manifest, findings: &mut Findings) {
    let listed = manifest.by_path();
    let missing = |path: &str| format!("it names `{path}`, which is not published");
    for path in index.names() {
        if !listed.contains_key(path) {
            findings.add(INDEX, missing(path));
        }
    }
    for (_, revision) in index.revisions() {
        let path = &revision.path;
        match listed.get(path.as_str()) {
            None => findings.add(INDEX, missing(path)),
            Some(entry) if entry.sha256 != revision.sha256 => {
                findings.add(INDEX, format!("it has another digest of `{path}`"));
            }
            Some(_) => {}
        }
    }
}

/// Checks entries of the manifest against the index: exactly the schemas have the media type of schemas, and
/// exactly the revisions are immutable.
fn files(index: &Index, manifest: &Manifest, findings: &mut Findings) {
    let revisions: BTreeSet<&str> = index.revisions().map(|(_, it)| it.path.as_str()).collect();
    let mut schemas: BTreeSet<&str> = index.schemas().chain([INDEX_SCHEMA]).collect();
    schemas.extend(&revisions);
    for Entry {
        path,
        media_type,
        immutable,
        ..
    } in &manifest.files
    {
        if schemas.contains(path.as_str()) != (media_type == SCHEMA) {
            let message = format!("the manifest says that it is `{}`", quoted(media_type));
            findings.add(path, message);
        }
        match (*immutable, revisions.contains(path.as_str())) {
            (true, false) => {
                findings.add(
                    path,
                    "the manifest says that it stays, and the index does not name it as a revision",
                );
                findings.add(INDEX, format!("it does not name the revision `{path}`"));
            }
            (false, true) => findings.add(
                path,
                "it is a revision, and the manifest says that it may change",
            ),
            _ => {}
        }
    }
}

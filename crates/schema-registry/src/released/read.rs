//! Reads released files, and finds those that have changed.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Release, Released, digest, json_schema, shown};
use crate::{
    bundle::unbundle,
    diagnostic::{Diagnostic, Location},
    json::Node,
    keywords::EVENT_VERSION,
    layout::{self, FileRole, MajorFolder},
    load::LoadedFile,
    model::{Registry, subschemas},
    parallel,
    reference::{percent_decode, references},
    revision::Revision,
    rules::{
        CHANGED_RELEASED_FILE, INVALID_RELEASE_INDEX, INVALID_RELEASED_FILE, MISSING_RELEASED_FILE,
        UNLISTED_RELEASED_FILE,
    },
    source::Source,
    text,
    validate::violations,
};

/// The type of an event, and a revision.
type Key = (String, Revision);

/// Returns the unchanged released revisions of one major version, and its release index if that is JSON. Other released
/// files become findings. `folder` is the folder of the major version, relative to the registry's folder.
pub(crate) fn read(
    registry: &mut Registry,
    folder: &MajorFolder,
    number: u32,
    files: &[&LoadedFile],
) -> (Vec<Released>, Option<Source>) {
    let mut index = None;
    let mut released: BTreeMap<Key, Source> = BTreeMap::new();
    for file in files {
        let Some(source) = registry.sources.get(file.source) else {
            continue;
        };
        match &file.role {
            FileRole::ReleaseIndex => index = Some(source.clone()),
            FileRole::Released { event, revision } => {
                released.insert((event.clone(), *revision), source.clone());
            }
            FileRole::Schema { .. } | FileRole::Example { .. } => {}
        }
    }
    let mut findings = Vec::new();
    let listed = index
        .as_ref()
        .map(|index| entries(index, number, &mut findings))
        .unwrap_or_default();
    for (key, (_, pointer)) in &listed {
        let path = folder.released(&key.0, key.1);
        if !released.contains_key(key)
            && !registry.is_broken(&path)
            && let Some(index) = &index
        {
            findings.push(
                Diagnostic::new(
                    &MISSING_RELEASED_FILE,
                    format!(
                        "`{}` {} was released, and `{}` is not there",
                        key.0,
                        key.1,
                        shown(index, &folder.release_index(), &path)
                    ),
                )
                .help("bring the file back from the history; what was released stays")
                .at(Location::at_pointer(index, pointer)),
            );
        }
    }
    // An index that is not understood could list the file.
    let is_unclear = !findings
        .iter()
        .all(|finding| finding.code == MISSING_RELEASED_FILE.name)
        || index.as_ref().is_some_and(|index| index.root.is_none())
        || registry.is_broken(&folder.release_index());
    let released: Vec<(Key, Source)> = released.into_iter().collect();
    let judged = parallel::map(&released, |((event_type, revision), source)| {
        let bundle = bundle_of(source, folder, event_type, *revision);
        (digest(&*source.text), bundle)
    });
    let mut sound = Vec::new();
    for (((event_type, revision), source), (found, bundle)) in released.into_iter().zip(judged) {
        let Some((entry, _)) = listed.get(&(event_type.clone(), revision)) else {
            if !is_unclear {
                findings.push(
                    Diagnostic::new(
                        &UNLISTED_RELEASED_FILE,
                        format!("the list of releases does not have `{event_type}` {revision}"),
                    )
                    .help("if a release was interrupted, run it again; otherwise remove the file")
                    .command(["release"])
                    .at(Location::at_span(&source, 0..0)),
                );
            }
            continue;
        };
        if found != entry.sha256 {
            let message = match text::oddity(&source.text).filter(|_| source.root.is_none()) {
                Some(oddity) => format!(
                    "`{event_type}` {revision} is not as it was released: {}",
                    oddity.message
                ),
                None => format!(
                    "`{event_type}` {revision} was released with the digest `{}`, and the file has `{found}`",
                    entry.sha256
                ),
            };
            findings.push(
                Diagnostic::new(&CHANGED_RELEASED_FILE, message)
                    .help("bring the file back from the history; a change is a revision of its own")
                    .at(Location::at_span(&source, 0..0)),
            );
            continue;
        }
        match bundle {
            Err(finding) => findings.push(*finding),
            Ok(root) => sound.push(Released {
                event_type,
                revision,
                source,
                root,
                entry: entry.clone(),
                folder: folder.clone(),
            }),
        }
    }
    registry.findings.append(&mut findings);
    (sound, index.filter(|index| index.root.is_some()))
}

/// Returns the order of events in the release index. Entries that are not strings have findings of their own.
pub(crate) fn order(index: &Source) -> Vec<String> {
    let order = index.root.as_ref().and_then(|root| root.get("order"));
    let names = order.map(Node::items).unwrap_or_default();
    let names = names.iter().filter_map(Node::as_str);
    names.map(str::to_owned).collect()
}

/// Returns the entries of the release index, with their JSON pointers. The first of two entries for the same release
/// wins.
fn entries(
    index: &Source,
    number: u32,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<Key, (Release, String)> {
    let mut listed = BTreeMap::new();
    let Some(root) = &index.root else {
        return listed;
    };
    let mut problem = |message: String, help: &str, pointer: &str| {
        findings.push(
            Diagnostic::new(&INVALID_RELEASE_INDEX, message)
                .help(help)
                .at(Location::at_pointer(index, pointer)),
        );
    };
    let options = jsonschema::options().should_validate_formats(true);
    let mut rejected = BTreeSet::new();
    match options.build(&json_schema()) {
        Ok(validator) => {
            for violation in violations(&validator, &root.to_value()) {
                rejected.insert(violation.pointer.clone());
                problem(
                    violation.message,
                    "bring the list back from the history; `release` alone writes it",
                    &violation.pointer,
                );
            }
        }
        Err(error) => problem(error.to_string(), "the list cannot be checked", ""),
    }
    let mut last: Option<Key> = None;
    for (pointer, release, revision) in readable(root) {
        let is_rejected = |rejected: &String| {
            rejected
                .strip_prefix(&pointer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if rejected.iter().any(is_rejected) {
            continue;
        }
        if revision.major != number {
            problem(
                format!("{revision} is not a revision of `v{number}`"),
                "each major version has a list of its own",
                &format!("{pointer}/revision"),
            );
            continue;
        }
        let key = (release.event.clone(), revision);
        if listed.contains_key(&key) {
            problem(
                format!("`{}` {revision} is listed already", release.event),
                "keep the entry that was released",
                &pointer,
            );
            continue;
        }
        if last.as_ref().is_some_and(|last| *last > key) {
            problem(
                format!("`{}` {revision} is out of order", release.event),
                "order the entries by event, then by revision",
                &pointer,
            );
        }
        last = Some(key.clone());
        listed.insert(key, (release, pointer));
    }
    listed
}

/// Returns the entries of a release index that can be deserialized, with their JSON pointers.
pub(super) fn readable(root: &Node) -> impl Iterator<Item = (String, Release, Revision)> {
    let items = root.get("releases").map(Node::items).unwrap_or_default();
    items.iter().enumerate().filter_map(|(index, item)| {
        let release: Release = serde_json::from_value(item.to_value()).ok()?;
        let revision = release.revision.parse().ok()?;
        Some((format!("/releases/{index}"), release, revision))
    })
}

/// Returns the tree of a file, or a finding if the file is not the bundle that its path names.
fn bundle_of(
    source: &Source,
    folder: &MajorFolder,
    event_type: &str,
    revision: Revision,
) -> Result<Arc<Node>, Box<Diagnostic>> {
    let problem = |message: String, pointer: &str| {
        let finding = Diagnostic::new(&INVALID_RELEASED_FILE, message)
            .help("`release` alone writes such files; bring it back from the history");
        Err(Box::new(finding.at(Location::at_pointer(source, pointer))))
    };
    let Some(root) = source.root.as_ref().filter(|root| root.is_object()) else {
        return problem("this is not a schema".into(), "");
    };
    let path = layout::published_revision(&folder.schema(event_type), revision);
    let id = root.get("$id").and_then(Node::as_str).unwrap_or_default();
    if !id.ends_with(&format!("/{path}")) {
        return problem(format!("`$id` has to end in `{path}`"), "/$id");
    }
    let version = root.get(EVENT_VERSION).map(Node::as_str);
    if version.is_some_and(|version| version != Some(&revision.to_string())) {
        let pointer = format!("/{EVENT_VERSION}");
        return problem(
            format!("`{EVENT_VERSION}` has to be `{revision}`"),
            &pointer,
        );
    }
    for inner in subschemas(root) {
        for (keyword, text) in references(inner.node) {
            let pointer = text.strip_prefix('#').and_then(percent_decode);
            if pointer.is_none_or(|pointer| root.at(&pointer).is_none()) {
                return problem(
                    format!("`{text}` leads to nothing in this file"),
                    &inner.keyword(keyword),
                );
            }
        }
    }
    if unbundle(root, folder, event_type).is_none() {
        return problem("this is not a bundle of schemas".into(), "");
    }
    Ok(Arc::clone(root))
}

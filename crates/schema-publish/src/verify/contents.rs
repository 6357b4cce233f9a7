//! Checks the index: its form, and its releases.

use std::collections::BTreeMap;

use schema_registry::{layout, model::Registry};

use super::{LocalRegistry, Report, look, why_another};
use crate::{
    check::{self, Signed},
    claims::{CLAIMS, Claims},
    destination::Destination,
    error::Error,
    index::{Index, RevisionEntry},
    quote::quoted,
    site::INDEX,
};

/// Returns the index, if it can be read, and reports what is wrong with it. A missing index, or one with another
/// digest, is reported where files are compared with the manifest.
pub(super) fn index(
    source: &Destination,
    signed: &Signed,
    report: &mut Report,
) -> Result<Option<Index>, Error> {
    let listed = signed.manifest.by_path();
    let Some(entry) = listed.get(INDEX) else {
        return Ok(None);
    };
    let bytes = match look(source, INDEX)? {
        Ok(Some(stored)) => stored.bytes,
        Ok(None) => return Ok(None),
        Err(error) => {
            report.add(INDEX, error.why());
            return Ok(None);
        }
    };
    if why_another(&bytes, &entry.sha256).is_some() {
        return Ok(None);
    }
    let (index, findings) = check::index(signed, &bytes);
    report.findings.extend(findings);
    Ok(index)
}

/// Checks that everything that the index names is claimed.
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

/// Compares the index with what is released in a registry, if one is available.
pub(super) fn compare(index: &Index, registry: Option<LocalRegistry<'_>>, report: &mut Report) {
    let Some(LocalRegistry { registry, is_named }) = registry else {
        return;
    };
    let (here, there) = (&registry.config.base_uri, &index.base_uri);
    if here != there && !is_named {
        report.notes.push(format!(
            "the local registry is published below {here}, and this publication is below {}, so nothing is \
             compared with it",
            quoted(there)
        ));
        return;
    }
    report.is_compared = true;
    released(index, registry, report);
}

/// Checks that the published revisions are the released ones.
fn released(index: &Index, registry: &Registry, report: &mut Report) {
    let mut here = BTreeMap::new();
    for (_, major) in registry.majors() {
        for released in &major.released {
            let schema = registry.public_path(&released.folder.schema(&released.event_type));
            let path = layout::published_revision(&schema, released.revision);
            here.insert(path, &released.entry);
        }
    }
    let published: BTreeMap<&str, &RevisionEntry> = index
        .revisions()
        .map(|(_, revision)| (revision.path.as_str(), revision))
        .collect();
    for (path, here) in &here {
        let Some(there) = published.get(path.as_str()) else {
            report.add(path, "it is released here, but not published there");
            continue;
        };
        for (what, there, here) in [
            ("digest", &there.sha256, &here.sha256),
            ("date", &there.date, &here.date),
            ("notes", &there.notes, &here.notes),
        ] {
            if there != here {
                let message = format!(
                    "it is published with the {what} `{}`, but was released with `{here}`",
                    quoted(there)
                );
                report.add(path, message);
            }
        }
    }
    for path in published.keys() {
        if !here.contains_key(*path) {
            report.add(path, "it is published there, but not released here");
        }
    }
}

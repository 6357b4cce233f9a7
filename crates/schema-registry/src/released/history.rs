//! Compares what is listed as released with what was listed earlier.

use std::collections::BTreeMap;

use super::{Release, read::readable};
use crate::{
    diagnostic::{Diagnostic, Location},
    json,
    layout::{CONFIG_FILE, MajorFolder},
    model::Registry,
    revision::Revision,
    rules::REWRITTEN_RELEASE,
    source::Source,
};

/// The list of releases that another one is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// An earlier one: what it has must still be there.
    Before,
    /// One made beside it: what both have must be the same.
    Beside,
}

/// Returns what a list of releases lost, or has otherwise, than another list. `folder` is that of the
/// major version, below the registry's: `webhooks/v1`. Entries of the other list that cannot be read
/// protect nothing.
#[must_use]
pub fn rewritten(
    registry: &Registry,
    folder: &MajorFolder,
    other: &str,
    listed: Listed,
) -> Vec<Diagnostic> {
    let Ok(other) = json::parse(other) else {
        return Vec::new();
    };
    // A list that cannot be read has a finding of its own, and may have all of them.
    if registry.config.is_unread() || registry.is_release_index_unclear(folder) {
        return Vec::new();
    }
    let index = registry
        .majors()
        .find(|(_, major)| major.folder == *folder)
        .and_then(|(_, major)| major.release_index.clone());
    let root = index.as_ref().and_then(|index| index.root.clone());
    let now: BTreeMap<(String, Revision), (String, Release)> = root
        .iter()
        .flat_map(|root| readable(root))
        .map(|(pointer, release, revision)| ((release.event.clone(), revision), (pointer, release)))
        .collect();
    let index = index.unwrap_or_else(|| nothing_at(registry, &folder.release_index()));
    let mut findings = Vec::new();
    for (_, old, revision) in readable(&other.root) {
        let event = &old.event;
        let found = now.get(&(event.clone(), revision));
        let (message, pointer) = match found {
            Some((_, release)) if *release == old => continue,
            None if listed == Listed::Beside => continue,
            Some((pointer, _)) => (
                format!("the entry of `{event}` {revision} is not as it was released"),
                pointer.as_str(),
            ),
            None => (
                format!("`{event}` {revision} was released, and is no longer listed"),
                "/releases",
            ),
        };
        let old = serde_json::json!(old);
        findings.push(
            Diagnostic::new(&REWRITTEN_RELEASE, message)
                .help(format!("bring the entry back: {old}"))
                .at(Location::at_pointer(&index, pointer)),
        );
    }
    findings
}

/// A file of which only the path is known.
fn nothing_at(registry: &Registry, path: &str) -> Source {
    let config = registry.sources.get(registry.config_source);
    let shown_as = config
        .and_then(|config| config.path.strip_suffix(CONFIG_FILE))
        .unwrap_or_default();
    Source {
        path: format!("{shown_as}{path}"),
        text: "".into(),
        root: None,
    }
}

//! The newest released revisions of a major version, as a registry of their own.

use std::collections::BTreeMap;

use super::{Released, canonical_text};
use crate::{
    layout::{self, FileRole},
    load::{Loaded, LoadedFile, parse_source},
    model::{Major, Registry},
    resolve::resolve,
    source::Sources,
};

impl Registry {
    /// Returns the latest released revision of each event of a major version, as a registry in memory without examples.
    /// Its findings are those of loading such files. Returns `None` if nothing was released.
    ///
    /// Each event brings the envelope that it was released with. If two envelopes differ, the one with the later date
    /// wins, then the one with the higher revision. An event that was not released again after a change of the envelope
    /// is therefore shown with the new envelope.
    #[must_use]
    pub fn latest_released(&self, major: &Major) -> Option<Self> {
        let mut latest: BTreeMap<&str, &Released> = BTreeMap::new();
        for released in &major.released {
            // The releases are sorted by revision, so the latest one remains.
            latest.insert(&released.event_type, released);
        }
        let mut releases: Vec<&Released> = latest.into_values().collect();
        if releases.is_empty() {
            return None;
        }
        releases.sort_by_key(|released| (&released.entry.date, released.revision));
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for released in &releases {
            texts.extend(
                released
                    .unbundle()
                    .into_iter()
                    .map(|file| (file.path, canonical_text(&file.value))),
            );
        }
        // The schema of an event's own release replaces the copy in the release of another event that refers to it.
        for released in &releases {
            if let Some(own) = released.unbundle().into_iter().next() {
                texts.insert(own.path, canonical_text(&own.value));
            }
        }
        let mut loaded = Loaded {
            config: self.config.clone(),
            config_source: self.config_source,
            sources: Sources::default(),
            files: Vec::new(),
            approvals: Vec::new(),
            findings: Vec::new(),
        };
        if let Some(config) = self.sources.get(self.config_source) {
            loaded.config_source = loaded.sources.add(config.clone());
        }
        // Without a known order, the events keep their current order.
        if !major.released_order.is_empty()
            && let Some(released) = releases.first()
            && let Some(family) = loaded.config.families.get_mut(released.folder.family())
        {
            family.order.clone_from(&major.released_order);
        }
        // An event that was not released would be reported as missing.
        for family in loaded.config.families.values_mut() {
            let is_here = |name: &String| releases.iter().any(|it| it.event_type == *name);
            family.order.retain(is_here);
        }
        for (path, text) in texts {
            let Some((folder, stem)) = layout::split_schema(&path) else {
                continue;
            };
            let role = FileRole::Schema {
                stem: stem.to_owned(),
            };
            let source = parse_source(path, text, &mut loaded.findings);
            loaded.files.push(LoadedFile {
                source: loaded.sources.add(source),
                folder,
                role,
            });
        }
        Some(resolve(loaded))
    }
}

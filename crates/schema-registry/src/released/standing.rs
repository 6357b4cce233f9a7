//! Another state of a registry's schemas, in the place of what was released.

use super::{Release, Released, canonical_text, digest};
use crate::{
    load::parse_source,
    model::{Event, Family, Major, Registry},
};

impl Registry {
    /// This registry with the events of another one in the place of what it released, so that two states
    /// of the same schemas are compared as a release is. Events that are not sound there are left out.
    #[must_use]
    pub fn with_released_from(mut self, other: &Self) -> Self {
        for family in &mut self.families {
            for major in &mut family.majors {
                major.release_index = None;
                let mut theirs = other.majors();
                let found = theirs
                    .find(|(theirs, one)| theirs.name == family.name && one.name == major.name);
                major.released = found
                    .map(|(_, one)| other.standing(one))
                    .unwrap_or_default();
                let events = found.map(|(_, one)| one.events.iter());
                let names = events.into_iter().flatten();
                major.released_order = names.map(|event| event.event_type.clone()).collect();
            }
        }
        self
    }

    /// The events of a major version, as if they were released as they are.
    fn standing(&self, major: &Major) -> Vec<Released> {
        let mut standing: Vec<Released> = major
            .events
            .iter()
            .filter_map(|event| self.stands(major, event))
            .collect();
        standing.sort_by(|left, right| left.event_type.cmp(&right.event_type));
        standing
    }

    fn stands(&self, major: &Major, event: &Event) -> Option<Released> {
        let revision = major.revision_of(event);
        let text = canonical_text(&self.release_bundle(&event.schema, revision)?);
        let entry = Release {
            event: event.event_type.clone(),
            revision: revision.to_string(),
            date: String::new(),
            sha256: digest(&text),
            notes: String::new(),
        };
        let path = major.folder.released(&event.event_type, revision);
        let source = parse_source(path, text, &mut Vec::new());
        Some(Released {
            event_type: event.event_type.clone(),
            revision,
            root: source.root.clone()?,
            source,
            entry,
            folder: major.folder.clone(),
        })
    }

    /// The events that were released, and whose schemas are not there: the last revision of each.
    #[must_use]
    pub fn gone(&self) -> Vec<(&Family, &Major, &Released)> {
        let mut gone: Vec<(&Family, &Major, &Released)> = Vec::new();
        for (family, major) in self.majors() {
            for released in &major.released {
                let name = &released.event_type;
                let is_there = major.events.iter().any(|event| event.event_type == *name)
                    || self.is_out_of_reach(&released.folder.schema(name));
                if is_there {
                    continue;
                }
                // They are in the order of revisions.
                gone.retain(|(.., other)| {
                    (&other.folder, &other.event_type) != (&released.folder, name)
                });
                gone.push((family, major, released));
            }
        }
        gone
    }
}

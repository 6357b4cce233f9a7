//! Which files were not read: what they may have is not missing.

use crate::{model::Registry, rules::UNREADABLE_FILE, source::Source};

impl Registry {
    /// Returns whether the file at a path below the registry's folder is there, and was not taken for what it is.
    /// That is a finding already, and what follows from it is none.
    #[must_use]
    pub fn is_broken(&self, path: &str) -> bool {
        let is_object = |source: &Source| source.root.as_ref().is_some_and(|root| root.is_object());
        let mut sources = self.sources.iter().map(|(_, source)| source);
        sources.any(|source| ends_in(&source.path, path) && !is_object(source))
            || self.is_unread(path)
    }

    /// Returns whether a file is broken, or in a folder that was not read.
    #[must_use]
    pub fn is_out_of_reach(&self, path: &str) -> bool {
        let mut above = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
        self.is_broken(path) || above.any(|folder| self.is_unread(folder))
    }

    fn is_unread(&self, path: &str) -> bool {
        let mut findings = self.findings.iter();
        findings.any(|finding| {
            let location = finding.location.as_ref();
            finding.code == UNREADABLE_FILE.name
                && location.is_some_and(|location| ends_in(&location.source.path, path))
        })
    }
}

fn ends_in(shown: &str, path: &str) -> bool {
    let folder = shown.strip_suffix(path);
    folder.is_some_and(|folder| folder.ends_with('/'))
}

//! Files that were not read. The content that they may have does not count as missing.

use std::io;

use crate::{
    diagnostic::Diagnostic,
    layout::{self, APPROVALS_FILE, CONFIG_FILE, MajorFolder, Part},
    model::Registry,
    rule::Rule,
    rules::{
        INVALID_CONFIG, INVALID_JSON, INVALID_RELEASE_INDEX, UNEXPECTED_FILE, UNREADABLE_FILE,
    },
    source::Source,
};

impl Registry {
    /// Reports whether the file at a path relative to the registry's folder exists, but could not be read or is not a
    /// JSON object. That is a finding already, so its consequences are not reported.
    #[must_use]
    pub fn is_broken(&self, path: &str) -> bool {
        let is_object = |source: &Source| source.root.as_ref().is_some_and(|root| root.is_object());
        let mut sources = self.sources.iter().map(|(_, source)| source);
        sources.any(|source| self.below(&source.path) == Some(path) && !is_object(source))
            || self.is_unread(path)
    }

    /// Reports whether a file is broken, or in a folder that was not read.
    #[must_use]
    pub fn is_out_of_reach(&self, path: &str) -> bool {
        self.is_broken(path) || layout::folders_above(path).any(|folder| self.is_unread(folder))
    }

    /// Reports whether `approvals.toml`, or a part of it, was not understood. Any break may be accepted in it in that
    /// case.
    #[must_use]
    pub fn is_an_approval_unread(&self) -> bool {
        self.has_finding(&INVALID_CONFIG, APPROVALS_FILE) || self.is_unread(APPROVALS_FILE)
    }

    /// Reports whether the release index of a major version is not understood, or the folder does not
    /// belong to a family. That is already an error, which cannot be turned off.
    #[must_use]
    pub fn is_release_index_unclear(&self, folder: &MajorFolder) -> bool {
        let path = folder.release_index();
        self.is_out_of_reach(&path)
            || self.has_finding(&INVALID_RELEASE_INDEX, &path)
            || self.has_finding(&UNEXPECTED_FILE, folder.family())
    }

    /// Reports whether a folder of the registry does not belong to a family. Its contents were not read.
    #[must_use]
    pub fn has_unknown_folder(&self) -> bool {
        let mut findings = self.findings.iter();
        findings.any(|finding| {
            let path = self.path_of(finding);
            finding.code == UNEXPECTED_FILE.name && path.is_some_and(layout::is_at_the_top)
        })
    }

    /// Returns the findings about schemas that were not read, and about folders that may contain schemas.
    pub fn unread_schemas(&self) -> impl Iterator<Item = &Diagnostic> {
        self.unread().filter(|finding| {
            let path = self.path_of(finding);
            path.is_none_or(layout::may_hold_schemas)
        })
    }

    /// Returns the findings about files that were not read.
    pub fn unread(&self) -> impl Iterator<Item = &Diagnostic> {
        let is_config_unread = self.config.is_unread();
        self.findings.iter().filter(move |finding| {
            let unread = [INVALID_JSON.name, UNREADABLE_FILE.name];
            is_config_unread || unread.contains(&finding.code)
        })
    }

    /// Reports whether a file in a folder, or below it, is not JSON.
    pub(crate) fn has_unparsed_file_in(&self, folder: &str) -> bool {
        let mut sources = self.sources.iter().map(|(_, source)| source);
        sources.any(|source| {
            let path = self.below(&source.path).filter(|_| source.root.is_none());
            path.is_some_and(|path| layout::is_in(folder, path))
        })
    }

    /// Returns the path of a file relative to the registry's folder.
    pub(crate) fn below<'p>(&self, shown: &'p str) -> Option<&'p str> {
        let config = self.sources.get(self.config_source)?;
        shown.strip_prefix(config.path.strip_suffix(CONFIG_FILE)?)
    }

    /// Returns the path, relative to the registry's folder, of the file that a finding is about.
    pub(crate) fn path_of<'f>(&self, finding: &'f Diagnostic) -> Option<&'f str> {
        let location = finding.location.as_ref()?;
        self.below(&location.source.path)
    }

    fn is_unread(&self, path: &str) -> bool {
        self.has_finding(&UNREADABLE_FILE, path)
    }

    fn has_finding(&self, rule: &Rule, path: &str) -> bool {
        let mut findings = self.findings.iter();
        findings.any(|finding| finding.code == rule.name && self.path_of(finding) == Some(path))
    }
}

/// Creates the finding about a file that is not read. `path` is relative to the registry's folder.
pub(crate) fn unread(path: &str, why: &io::Error) -> Diagnostic {
    let part = Part::of(path);
    let is_too_large = why.kind() == io::ErrorKind::FileTooLarge;
    let help = if part == Part::Released {
        "bring it back from the history: what was released stays as it is"
    } else if part == Part::Examples && is_too_large {
        "shorten it: an example shows one event"
    } else if path == APPROVALS_FILE && is_too_large {
        "remove the approvals of revisions that no consumer uses"
    } else if is_too_large {
        "make it smaller"
    } else {
        "make it a regular file in UTF-8 that the tool may read"
    };
    Diagnostic::new(&UNREADABLE_FILE, format!("this file is not read: {why}")).help(help)
}

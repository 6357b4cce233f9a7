//! The folder with what was released.

use super::{Child, ChildKind, FileRole, Loader, MOVE_IT, RELEASE_INDEX_FILE};

impl Loader<'_> {
    pub(super) fn released(&mut self, family: &str, major: &str, folder: &Child) {
        for entry in self.children(&folder.path) {
            match entry.kind {
                ChildKind::File if entry.name == RELEASE_INDEX_FILE => {
                    self.read(&entry, family, major, FileRole::ReleaseIndex);
                }
                ChildKind::Folder => {
                    for file in self.children(&entry.path) {
                        self.released_file(family, major, &entry.name, &file);
                    }
                }
                _ => self.unexpected(
                    &entry,
                    "released schemas belong in a folder named after their event",
                    MOVE_IT.into(),
                ),
            }
        }
    }

    fn released_file(&mut self, family: &str, major: &str, event: &str, entry: &Child) {
        let stem = entry.name.strip_suffix(".json");
        match (&entry.kind, stem.map(str::parse)) {
            (ChildKind::File, Some(Ok(revision))) => {
                let role = FileRole::Released {
                    event: event.to_owned(),
                    revision,
                };
                self.read(entry, family, major, role);
            }
            _ => self.unexpected(
                entry,
                "a released schema is a file `<revision>.json`",
                MOVE_IT.into(),
            ),
        }
    }
}

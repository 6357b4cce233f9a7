//! The folder with what was released.

use super::{Child, ChildKind, Loader, MOVE_IT};
use crate::layout::{self, FileRole, MajorFolder, RELEASE_INDEX_FILE};

impl Loader<'_> {
    pub(super) fn released(&mut self, folder: &MajorFolder, released: &Child) {
        for entry in self.children(&released.path) {
            match entry.kind {
                ChildKind::File if entry.name == RELEASE_INDEX_FILE => {
                    self.read(&entry, folder, FileRole::ReleaseIndex);
                }
                ChildKind::Folder => {
                    for file in self.children(&entry.path) {
                        self.released_file(folder, &entry.name, &file);
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

    fn released_file(&mut self, folder: &MajorFolder, event: &str, entry: &Child) {
        match (&entry.kind, layout::stem(&entry.name).map(str::parse)) {
            (ChildKind::File, Some(Ok(revision))) => {
                let role = FileRole::Released {
                    event: event.to_owned(),
                    revision,
                };
                self.read(entry, folder, role);
            }
            _ => self.unexpected(
                entry,
                "a released schema is a file `<revision>.json`",
                MOVE_IT.into(),
            ),
        }
    }
}

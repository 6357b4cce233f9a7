//! Another state of a registry: in another folder, or at a commit.

use std::{io, path::Path};

use schema_registry::{layout, model::Registry};

use crate::{
    context::{Context, FOLDER, Place},
    exit::Failure,
    history,
};

/// Reads the registry of a folder, or of a checkout that has one; else that of a commit.
pub(super) fn read(context: &Context, place: &Place, named: &str) -> Result<Registry, Failure> {
    let folder = Path::new(named);
    if folder.is_dir() {
        let inside = folder.join(FOLDER);
        let has_own = folder.join(layout::CONFIG_FILE).is_file();
        let found = if !has_own && inside.is_dir() {
            Place {
                folder: inside,
                shown_as: format!("{named}/{FOLDER}"),
            }
        } else {
            Place {
                folder: folder.to_owned(),
                shown_as: named.to_owned(),
            }
        };
        return context.registry(&found);
    }
    let doing = || format!("cannot compare with `{named}`");
    let copy = tempfile::tempdir().map_err(|error| Failure::new(doing(), error))?;
    history::copy(&place.folder, named, copy.path())
        .map_err(|error| Failure::new(doing(), io::Error::other(error)))?;
    context.registry(&Place {
        folder: copy.path().join(history::FILES),
        shown_as: format!("{named}:{}", place.shown_as),
    })
}

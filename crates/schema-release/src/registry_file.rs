//! Files of a registry that are to be written.

use schema_registry::{
    layout::{self, FileRole, MajorFolder},
    load::{Loaded, LoadedFile, parse_source},
};

/// A file of a registry, with the text that it is to have.
#[derive(Clone, Debug)]
pub struct RegistryFile {
    /// The folder of the file's major version.
    pub folder: MajorFolder,
    /// The purpose of the file.
    pub role: FileRole,
    /// The text of the file.
    pub text: String,
}

impl RegistryFile {
    /// Returns the path below the registry's folder.
    #[must_use]
    pub fn path(&self) -> String {
        self.folder.file(&self.role)
    }
}

/// Adds new files to a loaded registry, as if they had been read. `folder` is the registry's folder, as messages show
/// it.
pub fn add(loaded: &mut Loaded, folder: &str, files: &[RegistryFile]) {
    for file in files {
        let added = read(loaded, folder, file);
        loaded.files.push(added);
    }
}

/// Puts files into a loaded registry, as if they had been read. Each replaces the file of the same role, or is added.
/// `folder` is the registry's folder, as messages show it.
pub fn put(loaded: &mut Loaded, folder: &str, files: &[RegistryFile]) {
    for file in files {
        let added = read(loaded, folder, file);
        let same = loaded
            .files
            .iter_mut()
            .find(|known| (&known.folder, &known.role) == (&file.folder, &file.role));
        // The order of files is that of events.
        match same {
            Some(known) => known.source = added.source,
            None => loaded.files.push(added),
        }
    }
}

fn read(loaded: &mut Loaded, folder: &str, file: &RegistryFile) -> LoadedFile {
    let shown = layout::join(folder, &file.path());
    let source = parse_source(shown, file.text.clone(), &mut loaded.findings);
    LoadedFile {
        source: loaded.sources.add(source),
        folder: file.folder.clone(),
        role: file.role.clone(),
    }
}

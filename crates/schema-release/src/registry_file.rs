//! Files of a registry that are to be written.

use schema_registry::load::{FileRole, Loaded, LoadedFile, parse_source};

/// A file of a registry, with the text that it is to have.
#[derive(Clone, Debug)]
pub struct RegistryFile {
    /// The path of the file below the registry's folder.
    pub path: String,
    /// The family of the file.
    pub family: String,
    /// The major version of the file, as its folder is called.
    pub major: String,
    /// The purpose of the file.
    pub role: FileRole,
    /// The text of the file.
    pub text: String,
}

impl RegistryFile {
    /// Returns the path below the folder of the major version.
    #[must_use]
    pub fn path_in_major(&self) -> &str {
        let folder = format!("{}/{}/", self.family, self.major);
        self.path.strip_prefix(&folder).unwrap_or(&self.path)
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
        let same = loaded.files.iter_mut().find(|known| {
            (&known.family, &known.major, &known.role) == (&file.family, &file.major, &file.role)
        });
        // The order of files is that of events.
        match same {
            Some(known) => known.source = added.source,
            None => loaded.files.push(added),
        }
    }
}

fn read(loaded: &mut Loaded, folder: &str, file: &RegistryFile) -> LoadedFile {
    let shown = format!("{folder}/{}", file.path);
    let source = parse_source(shown, file.text.clone(), &mut loaded.findings);
    LoadedFile {
        source: loaded.sources.add(source),
        family: file.family.clone(),
        major: file.major.clone(),
        role: file.role.clone(),
    }
}

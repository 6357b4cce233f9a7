//! A new major version: a copy of the newest one, under the next number.

use schema_registry::{
    layout::{self, FileRole, MajorFolder},
    load::{Loaded, LoadedFile},
    model::{Family, Major, Registry},
};

use crate::{
    error::{Attempt, Error, Reason},
    registry_file::RegistryFile,
    renumber::Renumber,
};

/// The next major version of a family.
#[derive(Clone, Copy, Debug)]
pub struct NewMajor<'a> {
    registry: &'a Registry,
    family: &'a Family,
    copied: &'a Major,
    number: u32,
}

impl<'a> NewMajor<'a> {
    /// Begins a major version of a family.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such family, or if its newest major version does not exist, was never released,
    /// or has the greatest number.
    pub fn new(registry: &'a Registry, family: &str) -> Result<Self, Error> {
        let failed = |reason| {
            let family = family.to_owned();
            Error::new(Attempt::StartMajor { family }, reason)
        };
        let families = &registry.families;
        let found = families.iter().find(|known| known.name == family);
        let family = found.ok_or_else(|| failed(Reason::UndeclaredFamily))?;
        let copied = family.majors.last();
        let copied = copied.ok_or_else(|| failed(Reason::NoMajorToCopy))?;
        if copied.released.is_empty() {
            let major = copied.name.clone();
            return Err(failed(Reason::Unreleased { major }));
        }
        let number = copied.number.checked_add(1);
        Ok(Self {
            registry,
            family,
            copied,
            number: number.ok_or_else(|| failed(Reason::NoMajorAfter))?,
        })
    }

    /// Returns the major version that is copied.
    #[must_use]
    pub fn copied(&self) -> &'a Major {
        self.copied
    }

    /// Returns the name of the new major version.
    #[must_use]
    pub fn name(&self) -> String {
        layout::major_name(self.number)
    }

    /// Returns the folder of the new major version.
    #[must_use]
    pub fn folder(&self) -> MajorFolder {
        MajorFolder::new(&self.family.name, &self.name())
    }

    /// Returns the copies of the schemas and examples, with the new number. Released files are not copied. `loaded` is
    /// the registry as it was loaded.
    #[must_use]
    pub fn files(&self, loaded: &Loaded) -> Vec<RegistryFile> {
        let Self {
            registry,
            family,
            copied,
            number,
        } = *self;
        let renumber = Renumber::new(registry, family, copied, number);
        let folder = self.folder();
        let is_copied = |file: &&LoadedFile| file.folder == copied.folder;
        let files = loaded.files.iter().filter(is_copied);
        files
            .filter_map(|file| {
                let source = loaded.sources.get(file.source)?;
                if let FileRole::ReleaseIndex | FileRole::Released { .. } = &file.role {
                    return None;
                }
                Some(RegistryFile {
                    folder: folder.clone(),
                    role: file.role.clone(),
                    text: renumber.file(source, &file.role),
                })
            })
            .collect()
    }
}

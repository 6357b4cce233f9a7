//! The version of the crate that holds a family's generated Rust.

use codegen_rust::semver::{SourceChange, Step, crate_step, next_version};
use schema_registry::{model::Family, revision::Revision, text};
use toml_edit::{DocumentMut, Item, Value};

use crate::{
    error::{Attempt, Error, Reason},
    plan::Planned,
};

/// The package of a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The name of the package.
    pub name: String,
    /// The version of the package, as it is written.
    pub version: String,
}

impl Manifest {
    /// Reads the text of a `Cargo.toml`. Returns `None` if it has no package, or one without a version of its own.
    /// `file` is the manifest, as messages name it.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not TOML.
    pub fn read(text: &str, file: &str) -> Result<Option<Self>, Error> {
        let document = parse(text, file)?;
        let text = |key: &str| {
            let package = document.get("package")?;
            package.get(key)?.as_str().map(str::to_owned)
        };
        let found = text("name").zip(text("version"));
        Ok(found.map(|(name, version)| Self { name, version }))
    }
}

/// A crate and the version that a release gives it.
#[derive(Clone, Debug)]
pub struct Package {
    /// The family whose types the crate holds.
    pub family: String,
    /// The name of the crate.
    pub name: String,
    /// The version that the release gives it.
    pub version: Revision,
    /// The version of the release before, and the step from it to this one.
    pub before: Option<(Revision, Step)>,
    /// The changes that concern programs which use the crate.
    pub changes: Vec<SourceChange>,
    /// The version in its manifest.
    pub written: Revision,
}

impl Package {
    /// Returns the crate of a family of which something is released, with its next version. `changes` are those of all
    /// families.
    ///
    /// The version in the manifest is kept if it is high enough, or if there was no release before.
    ///
    /// # Errors
    ///
    /// Returns an error if the version in the manifest is not three numbers, or if no version follows the last one.
    pub fn next(
        family: &Family,
        manifest: Manifest,
        planned: &[Planned],
        changes: &[SourceChange],
    ) -> Result<Self, Error> {
        let Manifest { name, version } = manifest;
        let failed = |reason| {
            let package = name.clone();
            Error::new(Attempt::NextVersion { package }, reason)
        };
        let Ok(written) = version.parse::<Revision>() else {
            return Err(failed(Reason::Version { version }));
        };
        let mut changes = changes.to_vec();
        changes.retain(|change| change.family == family.name);
        let released = family.majors.iter().filter_map(|major| {
            let index = major.release_index.as_ref()?.root.as_ref()?;
            index.get("crate")?.as_str()?.parse::<Revision>().ok()
        });
        let (version, before) = match released.max() {
            None => (written, None),
            Some(last) => {
                // Code of a major version of which nothing was released is all new.
                let is_new =
                    |plan: &Planned| plan.folder.family() == family.name && plan.before.is_none();
                let least = match planned.iter().any(is_new) {
                    true => Step::Minor,
                    false => Step::Patch,
                };
                let step = crate_step(&changes).max(least);
                let next = next_version(last, step);
                let next = next.ok_or_else(|| failed(Reason::NoVersionAfter(last)))?;
                (next.max(written), Some((last, step)))
            }
        };
        Ok(Self {
            family: family.name.clone(),
            name,
            version,
            before,
            changes,
            written,
        })
    }

    /// Returns the line that describes the version to people.
    #[must_use]
    pub fn summary(&self) -> String {
        match &self.before {
            None => format!("crate {} {} (first release)", self.name, self.version),
            Some((before, step)) => {
                format!(
                    "crate {} {} ({} since {before})",
                    self.name,
                    self.version,
                    step_to_cargo(*before, *step)
                )
            }
        }
    }

    /// Reports whether the release changes the version in the manifest.
    #[must_use]
    pub fn is_raised(&self) -> bool {
        self.version != self.written
    }

    /// Returns the text of the manifest with the version. `file` is the manifest, as messages name it.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not TOML.
    pub fn in_manifest(&self, text: &str, file: &str) -> Result<String, Error> {
        let mut document = parse(text, file)?;
        let package = document.get_mut("package");
        let version = package.and_then(|package| package.get_mut("version"));
        set_version(version, &self.version.to_string());
        Ok(document.to_string())
    }

    /// Returns the text of a lock file with the version. `file` is the lock file, as messages name it.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not TOML.
    pub fn in_lock_file(&self, text: &str, file: &str) -> Result<String, Error> {
        let mut document = parse(text, file)?;
        let (version, written) = (self.version.to_string(), self.written.to_string());
        let packages = document
            .get_mut("package")
            .and_then(Item::as_array_of_tables_mut);
        for package in packages
            .into_iter()
            .flat_map(|packages| packages.iter_mut())
        {
            let has = |key: &str, text: &str| package.get(key).and_then(Item::as_str) == Some(text);
            // A package that is not of this workspace has a source.
            if has("name", &self.name)
                && has("version", &written)
                && !package.contains_key("source")
            {
                set_version(package.get_mut("version"), &version);
            }
        }
        Ok(document.to_string())
    }
}

/// Returns the word for a step of a crate. Before 1.0.0 there are no minor versions to Cargo: a step is compatible or
/// breaking.
pub(crate) fn step_to_cargo(before: Revision, step: Step) -> &'static str {
    match (before.major, step) {
        (0, Step::Major) => "breaking",
        (0, Step::Minor | Step::Patch) => "compatible",
        (_, Step::Major) => "major",
        (_, Step::Minor) => "minor",
        (_, Step::Patch) => "patch",
    }
}

/// Changes a version, and keeps the white space and comments around it.
fn set_version(item: Option<&mut Item>, version: &str) {
    if let Some(old) = item.and_then(Item::as_value_mut) {
        let mut new = Value::from(version);
        *new.decor_mut() = old.decor().clone();
        *old = new;
    }
}

fn parse(content: &str, file: &str) -> Result<DocumentMut, Error> {
    content.parse::<DocumentMut>().map_err(|error| {
        let reason = text::oddity(content).map_or(Reason::NotToml(error), Reason::Odd);
        let file = file.to_owned();
        Error::new(Attempt::Read { file }, reason)
    })
}

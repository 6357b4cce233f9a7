//! The version of the crate that holds a family's generated Rust.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use schema_codegen::source::{SourceChange, Step, crate_step, next_version};
use schema_registry::{model::Family, revision::Revision};
use toml_edit::{DocumentMut, Item, Value};

use super::plan::Planned;
use crate::{context::Place, exit::Failure, sync};

/// A crate and the version that a release gives it.
pub(super) struct Package {
    /// The family whose types it holds.
    pub(super) family: String,
    pub(super) name: String,
    pub(super) version: Revision,
    /// The version of the release before, and how far this one is from it.
    pub(super) before: Option<(Revision, Step)>,
    /// What changed for programs that use it.
    pub(super) changes: Vec<SourceChange>,
    manifest: PathBuf,
    written: Revision,
}

/// The crate of a family of which something is released. `None` if its Rust is not generated, or not
/// into a crate, or into one whose version others decide.
pub(super) fn package(
    place: &Place,
    family: &Family,
    planned: &[Planned],
    rust: &[SourceChange],
) -> Result<Option<Package>, Failure> {
    let Some(output) = &family.config.outputs.rust else {
        return Ok(None);
    };
    let Some((manifest, name, version)) = manifest(&place.folder.join(output))? else {
        return Ok(None);
    };
    let doing = || format!("cannot tell the next version of the crate `{name}`");
    let Ok(written) = version.parse::<Revision>() else {
        let why = format!("its version is `{version}`; write three numbers, such as `0.1.0`");
        return Err(Failure::other(doing(), why));
    };
    let changes: Vec<SourceChange> = rust
        .iter()
        .filter(|change| change.family == family.name)
        .cloned()
        .collect();
    let released = family.majors.iter().filter_map(|major| {
        let index = major.release_index.as_ref()?.root.as_ref()?;
        index.get("crate")?.as_str()?.parse::<Revision>().ok()
    });
    let Some(last) = released.max() else {
        return Ok(Some(Package {
            family: family.name.clone(),
            name,
            version: written,
            before: None,
            changes,
            manifest,
            written,
        }));
    };
    // Code of a major version of which nothing was released is all new.
    let is_new = |plan: &Planned| plan.family == family.name && plan.before.is_none();
    let least = match planned.iter().any(is_new) {
        true => Step::Minor,
        false => Step::Patch,
    };
    let step = crate_step(&changes).max(least);
    let next = next_version(last, step)
        .ok_or_else(|| Failure::other(doing(), format!("there is none after {last}")))?;
    Ok(Some(Package {
        family: family.name.clone(),
        name,
        version: next.max(written),
        before: Some((last, step)),
        changes,
        manifest,
        written,
    }))
}

impl Package {
    /// What is released, for people.
    pub(super) fn summary(&self) -> String {
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

    /// Writes the version into the manifest, and into the lock file if there is one.
    pub(super) fn write(&self, place: &Place) -> Result<(), Failure> {
        if self.version == self.written {
            return Ok(());
        }
        let version = self.version.to_string();
        edit(place, &self.manifest, |document| {
            let package = document.get_mut("package");
            set_version(
                package.and_then(|package| package.get_mut("version")),
                &version,
            );
        })?;
        let above = self.manifest.ancestors().skip(1);
        let lock = above
            .map(|folder| folder.join("Cargo.lock"))
            .find(|lock| lock.is_file());
        let Some(lock) = lock else {
            return Ok(());
        };
        let written = self.written.to_string();
        edit(place, &lock, |document| {
            let packages = document
                .get_mut("package")
                .and_then(Item::as_array_of_tables_mut);
            for package in packages
                .into_iter()
                .flat_map(|packages| packages.iter_mut())
            {
                let has =
                    |key: &str, text: &str| package.get(key).and_then(Item::as_str) == Some(text);
                // One from elsewhere has a source.
                if has("name", &self.name)
                    && has("version", &written)
                    && !package.contains_key("source")
                {
                    set_version(package.get_mut("version"), &version);
                }
            }
        })
    }
}

/// The word for a step of a crate. Before 1.0.0 there are no minor versions to Cargo: a step is
/// compatible or breaking.
pub(super) fn step_to_cargo(before: Revision, step: Step) -> &'static str {
    match (before.major, step) {
        (0, Step::Major) => "breaking",
        (0, Step::Minor | Step::Patch) => "compatible",
        (_, Step::Major) => "major",
        (_, Step::Minor) => "minor",
        (_, Step::Patch) => "patch",
    }
}

/// Changes a version, and not what stands around it.
fn set_version(item: Option<&mut Item>, version: &str) {
    if let Some(old) = item.and_then(Item::as_value_mut) {
        let mut new = Value::from(version);
        *new.decor_mut() = old.decor().clone();
        *old = new;
    }
}

/// The manifest of the package that a folder is in, its name, and its version.
fn manifest(folder: &Path) -> Result<Option<(PathBuf, String, String)>, Failure> {
    // The folder need not be there yet, so its path is taken as it is written.
    let Some(path) = clean(folder)
        .ancestors()
        .map(|folder| folder.join("Cargo.toml"))
        .find(|manifest| manifest.is_file())
    else {
        return Ok(None);
    };
    let document = read(&path)?;
    let text = |key: &str| {
        let package = document.get("package")?;
        package.get(key)?.as_str().map(str::to_owned)
    };
    Ok(text("name")
        .zip(text("version"))
        .map(|(name, version)| (path, name, version)))
}

/// A path without `..`: what stands before them need not be there.
fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        let is_up = part.as_os_str() == "..";
        let is_name = clean.file_name().is_some();
        match is_up && is_name {
            true => {
                clean.pop();
            }
            false => clean.push(part),
        }
    }
    clean
}

fn read(path: &Path) -> Result<DocumentMut, Failure> {
    let doing = || format!("cannot read `{}`", path.display());
    let text = fs::read_to_string(path).map_err(|error| Failure::new(doing(), error))?;
    text.parse::<DocumentMut>().map_err(|error| {
        let error = io::Error::new(io::ErrorKind::InvalidData, error);
        Failure::new(doing(), error)
    })
}

fn edit(place: &Place, path: &Path, change: impl FnOnce(&mut DocumentMut)) -> Result<(), Failure> {
    let mut document = read(path)?;
    let before = document.to_string();
    change(&mut document);
    let after = document.to_string();
    if after == before {
        return Ok(());
    }
    let below = path.strip_prefix(clean(&place.folder)).unwrap_or(path);
    sync::replace(path, &below.display().to_string(), &after)
}

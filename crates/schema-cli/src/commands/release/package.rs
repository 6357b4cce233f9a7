//! The version of the crate that holds a family's generated Rust.

use codegen_rust::{
    Rust,
    semver::{SourceChange, Step, crate_step, next_version},
};
use schema_codegen::Target as _;
use schema_registry::{model::Family, revision::Revision, text};
use toml_edit::{DocumentMut, Item, Value};

use super::{edits::Edits, plan::Planned};
use crate::{
    checkout::{Checkout, Target},
    exit::Failure,
};

/// A crate and the version that a release gives it.
pub(super) struct Package {
    /// The family whose types it holds.
    pub(super) family: String,
    pub(super) name: String,
    pub(super) version: Revision,
    /// The version of the previous release, and the step from it to this one.
    pub(super) before: Option<(Revision, Step)>,
    /// The changes for programs that use it.
    pub(super) changes: Vec<SourceChange>,
    manifest: Target,
    /// The lock files that may have its version, the nearest first.
    locks: Vec<Target>,
    written: Revision,
}

/// Returns the crate of a family with a release. `None` if its Rust is not generated, or not into a crate, or into a
/// crate whose version is set elsewhere.
pub(super) fn package(
    checkout: &Checkout,
    family: &Family,
    planned: &[Planned],
    rust: &[SourceChange],
) -> Result<Option<Package>, Failure> {
    let Some(target) = family.config.targets.get(Rust::KEY) else {
        return Ok(None);
    };
    let output = &target.folder;
    let Some((manifest, name, version)) = manifest(checkout, output)? else {
        return Ok(None);
    };
    let locks = from(checkout, output, "Cargo.lock")
        .filter(|lock| manifest.folder().starts_with(lock.folder()))
        .collect();
    let doing = || format!("cannot determine the next version of the crate `{name}`");
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
            locks,
            written,
        }));
    };
    // Code of a major version without releases is all new.
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
        locks,
        written,
    }))
}

impl Package {
    /// Returns a summary of the release for people.
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

    /// Sets the version in the manifest, and in the lock file if there is one.
    pub(super) fn edit(&self, edits: &mut Edits, checkout: &Checkout) -> Result<(), Failure> {
        if self.version == self.written {
            return Ok(());
        }
        let version = self.version.to_string();
        edit(edits, checkout, &self.manifest, |document| {
            let package = document.get_mut("package");
            set_version(
                package.and_then(|package| package.get_mut("version")),
                &version,
            );
        })?;
        let is_there = |lock: &&Target| checkout.exists(lock).is_ok_and(|is_there| is_there);
        let Some(lock) = self.locks.iter().find(is_there) else {
            return Ok(());
        };
        let written = self.written.to_string();
        edit(edits, checkout, lock, |document| {
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

/// Returns the word for a step of a crate. Before 1.0.0, Cargo knows only compatible and breaking steps.
pub(super) fn step_to_cargo(before: Revision, step: Step) -> &'static str {
    match (before.major, step) {
        (0, Step::Major) => "breaking",
        (0, Step::Minor | Step::Patch) => "compatible",
        (_, Step::Major) => "major",
        (_, Step::Minor) => "minor",
        (_, Step::Patch) => "patch",
    }
}

/// Changes a version, and keeps the text around it.
fn set_version(item: Option<&mut Item>, version: &str) {
    if let Some(old) = item.and_then(Item::as_value_mut) {
        let mut new = Value::from(version);
        *new.decor_mut() = old.decor().clone();
        *old = new;
    }
}

/// Returns the manifest of the package that a folder is in, with the name and the version of the package.
fn manifest(
    checkout: &Checkout,
    output: &str,
) -> Result<Option<(Target, String, String)>, Failure> {
    for target in from(checkout, output, "Cargo.toml") {
        let Some(text) = checkout.read_text(&target)? else {
            continue;
        };
        let document = parse(&target, &text)?;
        let text = |key: &str| {
            let package = document.get("package")?;
            package.get(key)?.as_str().map(str::to_owned)
        };
        let found = text("name").zip(text("version"));
        return Ok(found.map(|(name, version)| (target, name, version)));
    }
    Ok(None)
}

/// Returns the files of a name in a folder and in those above it, up to the top of the checkout.
fn from<'a>(
    checkout: &'a Checkout,
    folder: &'a str,
    name: &'a str,
) -> impl Iterator<Item = Target> + 'a {
    (0..).map_while(move |up| {
        let path = format!("{folder}/{}{name}", "../".repeat(up));
        checkout.target(&path).ok()
    })
}

fn parse(target: &Target, content: &str) -> Result<DocumentMut, Failure> {
    content.parse::<DocumentMut>().map_err(|error| {
        let why = match text::oddity(content) {
            Some(oddity) => format!("{}; {}", oddity.message, oddity.help),
            None => error.to_string(),
        };
        Failure::other(format!("cannot read `{}`", target.shown), why)
    })
}

fn edit(
    edits: &mut Edits,
    checkout: &Checkout,
    target: &Target,
    change: impl FnOnce(&mut DocumentMut),
) -> Result<(), Failure> {
    edits.edit(checkout, target, None, |text| {
        let mut document = parse(target, text)?;
        change(&mut document);
        Ok(document.to_string())
    })
}

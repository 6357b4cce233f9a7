//! The manifest and the lock files of the crate that holds a family's generated Rust.

use codegen_rust::Rust;
use schema_codegen::Target as _;
use schema_registry::model::Family;
use schema_release::package::{Manifest, Package};

use super::edits::Edits;
use crate::{
    checkout::{Checkout, Target},
    exit::Failure,
};

/// The files that have the version of a crate.
pub(super) struct PackageFiles {
    manifest: Target,
    /// The lock files that may have its version, the nearest first.
    locks: Vec<Target>,
}

/// Finds the crate of a family. Returns `None` if the family's Rust is not generated, or not into a crate, or into a
/// crate that has no version of its own.
pub(super) fn find(
    checkout: &Checkout,
    family: &Family,
) -> Result<Option<(Manifest, PackageFiles)>, Failure> {
    let Some(target) = family.config.targets.get(Rust::KEY) else {
        return Ok(None);
    };
    let output = &target.folder;
    for manifest in from(checkout, output, "Cargo.toml") {
        let Some(text) = checkout.read_text(&manifest)? else {
            continue;
        };
        let Some(package) = Manifest::read(&text, &manifest.shown)? else {
            return Ok(None);
        };
        let locks = from(checkout, output, "Cargo.lock")
            .filter(|lock| manifest.folder().starts_with(lock.folder()))
            .collect();
        return Ok(Some((package, PackageFiles { manifest, locks })));
    }
    Ok(None)
}

impl PackageFiles {
    /// Sets the version in the manifest, and in the nearest lock file if there is one.
    pub(super) fn edit(
        &self,
        package: &Package,
        edits: &mut Edits,
        checkout: &Checkout,
    ) -> Result<(), Failure> {
        let manifest = &self.manifest;
        edits.edit(checkout, manifest, None, |text| {
            package.in_manifest(text, &manifest.shown)
        })?;
        let is_there = |lock: &&Target| checkout.exists(lock).is_ok_and(|is_there| is_there);
        let Some(lock) = self.locks.iter().find(is_there) else {
            return Ok(());
        };
        edits.edit(checkout, lock, None, |text| {
            package.in_lock_file(text, &lock.shown)
        })
    }
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

//! Reading a registry in a build script.

use std::path::Path;

use schema_registry::{load, model::Registry, resolve};

/// Reads a registry that has to load without findings, and makes cargo run the script again when one of its files
/// changes.
pub(crate) fn read(folder: &str) -> Registry {
    println!("cargo::rerun-if-changed={folder}");
    let registry = resolve::resolve(load::load(Path::new(folder), "schemas").unwrap());
    for finding in &registry.findings {
        println!("cargo::warning={}: {}", finding.code, finding.message);
    }
    assert!(
        registry.findings.is_empty(),
        "`{folder}` has errors; `cargo xtask check` shows where"
    );
    registry
}

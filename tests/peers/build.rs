//! Lets typify make its types, as the tests of the repository do.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    dead_code,
    reason = "a build script reports by a panic, and writes into its own folder"
)]

#[path = "../build/normalise.rs"]
mod normalise;
#[path = "../build/typify.rs"]
mod typify;

use std::{env, fs, path::Path};

use schema_registry::{load, resolve};

fn main() {
    println!("cargo::rerun-if-changed=../../schemas");
    let registry = resolve::resolve(load::load(Path::new("../../schemas"), "schemas").unwrap());
    assert!(
        registry.findings.is_empty(),
        "`schemas` has errors; `cargo xtask check` shows where"
    );
    let file = Path::new(&env::var_os("OUT_DIR").unwrap()).join("typify.rs");
    fs::write(file, typify::types(&registry)).unwrap();
}

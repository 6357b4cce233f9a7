//! Makes typify's types, as the tests of the repository do.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a build script reports by a panic, and writes into its own folder"
)]

#[path = "../build/normalise.rs"]
mod normalise;
#[path = "../build/registry.rs"]
mod registry;
#[path = "../build/typify.rs"]
mod typify;

use std::{env, fs, path::Path};

fn main() {
    // The names are for tests of all events; the contenders name theirs themselves.
    let typify::Made { code, names: _ } = typify::make(&registry::read("../../schemas"));
    let file = Path::new(&env::var_os("OUT_DIR").unwrap()).join("typify.rs");
    fs::write(file, code).unwrap();
}

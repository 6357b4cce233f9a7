//! Lists the generated types of every event for the tests, and lets typify make types of its own.
//!
//! Both come from the schemas, so tests name no event, and neither file can be stale.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a build script reports by a panic, and writes into its own folder"
)]

mod events;
mod normalise;
mod typify;

use std::{env, fs, path::Path};

use schema_registry::{load, model::Registry, resolve};

fn main() {
    for folder in ["build", SCHEMAS, EVERYTHING] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let (schemas, everything) = (read(SCHEMAS), read(EVERYTHING));
    let lists = [
        events::list("webhooks", &schemas, |_| "::scrapenest_webhooks".to_owned()),
        events::list("everything", &everything, |family| {
            format!("::repository_tests::generated::{family}")
        }),
        events::list_of_typify("webhooks", &typify::names(&schemas)),
    ];
    write("events.rs", &lists.concat());
    write("typify.rs", &typify::types(&schemas));
}

/// The schemas of this repository, relative to the package.
const SCHEMAS: &str = "../schemas";

/// The fixture that has every construct.
const EVERYTHING: &str = "fixtures/everything";

/// Reads a registry in which loading finds nothing.
fn read(folder: &str) -> Registry {
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

fn write(name: &str, text: &str) {
    let folder = env::var_os("OUT_DIR").unwrap();
    fs::write(Path::new(&folder).join(name), text).unwrap();
}

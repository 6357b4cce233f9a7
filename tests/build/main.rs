//! Lists the generated types of every event for the tests, and lets typify make types of its own.
//!
//! Both come from the schemas, so the tests that use them name no event, and neither file can be stale. Tests that
//! name events use the types of a fixture, which does not change with the schemas.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a build script reports by a panic, and writes into its own folder"
)]

mod events;
mod frozen;
mod normalise;
mod registry;
mod typify;

use std::{env, fs, path::PathBuf};

use registry::read;
use typify::Made;

fn main() {
    println!("cargo::rerun-if-changed=build");
    let (schemas, everything) = (read(SCHEMAS), read(EVERYTHING));
    let Made { code, names } = typify::make(&schemas);
    let lists = [
        events::list("webhooks", &schemas, |_| "::scrapenest_webhooks".to_owned()),
        events::list("everything", &everything, |family| {
            format!("::repository_tests::generated::{family}")
        }),
        events::list_of_typify("webhooks", &names),
    ];
    write("events.rs", &lists.concat());
    write("typify.rs", &code);
    frozen::write(&read(FROZEN), &output().join("frozen"));
}

/// The schemas of this repository, relative to the package.
const SCHEMAS: &str = "../schemas";

/// The fixture that has every construct.
const EVERYTHING: &str = "fixtures/everything";

/// The fixture that keeps the first webhook events.
const FROZEN: &str = "fixtures/webhooks";

fn output() -> PathBuf {
    env::var_os("OUT_DIR").unwrap().into()
}

fn write(name: &str, text: &str) {
    fs::write(output().join(name), text).unwrap();
}

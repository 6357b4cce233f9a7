//! The registries that tests read their schemas from.

use std::path::Path;

use schema_registry::{load, model::Registry, resolve};

/// The schemas of this repository.
#[must_use]
pub fn webhooks() -> Registry {
    sound("schemas")
}

/// The webhook events as they were at first, which tests can name: they do not change with the schemas.
#[must_use]
pub fn frozen() -> Registry {
    sound(FROZEN)
}

/// The folder of [`frozen`], from the root of the repository.
pub const FROZEN: &str = "tests/fixtures/webhooks";

/// The fixture that has every construct which the generator supports.
#[must_use]
pub fn everything() -> Registry {
    sound("tests/fixtures/everything")
}

/// A registry in which loading finds nothing.
#[track_caller]
fn sound(folder: &str) -> Registry {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    let registry = resolve::resolve(load::load(&folder, "schemas").unwrap());
    assert!(registry.findings.is_empty(), "{:?}", registry.findings);
    registry
}

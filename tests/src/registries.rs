//! The registries that tests read their schemas from.

use std::{fs, path::Path};

use schema_registry::{load, model::Registry, resolve};
use serde_json::Value;

/// Returns the schemas of this repository.
#[must_use]
pub fn webhooks() -> Registry {
    sound("schemas")
}

/// Returns a fixture that keeps the first webhook events. Tests can name them, since they do not change with the
/// schemas.
#[must_use]
pub fn frozen() -> Registry {
    sound(FROZEN)
}

/// The folder of [`frozen`], from the root of the repository.
pub const FROZEN: &str = "tests/fixtures/webhooks";

/// Returns the fixture that has every construct that the generator supports.
#[must_use]
pub fn everything() -> Registry {
    sound("tests/fixtures/everything")
}

/// Returns a registry that has to load without findings.
#[track_caller]
fn sound(folder: &str) -> Registry {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    let registry = resolve::resolve(load::load(&folder, "schemas").unwrap());
    assert!(registry.findings.is_empty(), "{:?}", registry.findings);
    registry
}

/// Returns a registry of draft 2020-12 with some files, by their paths without `.json`. `base` is the base URI,
/// which the rest of the configuration does not have.
#[allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a registry of a test is written once, of files that are objects"
)]
#[track_caller]
pub fn written<P: AsRef<str>>(base: &str, config: &str, files: &[(P, Value)]) -> Registry {
    let folder = tempfile::tempdir().unwrap();
    let config = format!("base-uri = {base:?}\npath = \"\"\n{config}");
    fs::write(folder.path().join("registry.toml"), config).unwrap();
    for (path, schema) in files {
        let path = format!("{}.json", path.as_ref());
        let mut schema = schema.clone();
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
        schema["$id"] = format!("{base}{path}").into();
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("{schema:#}\n")).unwrap();
    }
    resolve::resolve(load::load(folder.path(), "registry").unwrap())
}

/// Resolves a registry of some files, by their paths in its folder.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "it lies in a folder of the test alone"
)]
pub fn of_files(files: &[(String, String)]) -> Registry {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    resolve::resolve(load::load(folder.path(), "schemas").unwrap())
}

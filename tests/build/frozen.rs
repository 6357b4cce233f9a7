//! The types of a fixture that keeps the first webhook events, for tests that name an event or a field.

use std::{
    fs,
    path::{Path, PathBuf},
};

use schema_codegen::Generator;
use schema_registry::model::Registry;

/// Writes the generated Rust of a registry's only family below a folder, which becomes a module `frozen`.
pub(crate) fn write(registry: &Registry, folder: &Path) {
    let (api, findings) = schema_codegen::lower(registry);
    assert!(findings.is_empty(), "{findings:?}");
    let [family] = api.families.as_slice() else {
        panic!("one family is expected")
    };
    for artifact in Generator::render(&codegen_rust::Rust, &registry.config, &api) {
        let output = &registry.families[0].config.targets["rust"].folder;
        let path = Path::new(&artifact.path).strip_prefix(output).unwrap();
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, artifact.text).unwrap();
    }
    // An included file cannot have inner documentation, as `mod.rs` has.
    let majors = family.majors.iter();
    let modules: String = majors
        .map(|major| format!("pub mod {};\n", major.name))
        .collect();
    let list: PathBuf = folder.join("majors.rs");
    fs::write(list, modules).unwrap();
}

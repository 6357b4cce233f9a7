//! Asks the compiler which programs compile with which generated code.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
    process::Command,
};

use schema_codegen::Artifact;
use serde_json::Value;
use tempfile::TempDir;

use super::program::Program;

/// A package with the code that is generated from several registries, and with programs that use it.
pub(crate) struct Package {
    folder: TempDir,
    states: Vec<String>,
}

impl Default for Package {
    fn default() -> Self {
        let package = Self {
            folder: TempDir::new().unwrap(),
            states: Vec::new(),
        };
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let runtime = crates.join("schema-runtime");
        package.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"programs\"\nedition = \"2024\"\n\n[workspace]\n\n\
                 [profile.dev]\ndebug = 0\nincremental = false\n\n\
                 [lib]\nname = \"generated\"\n\n\
                 [dependencies]\nschema-runtime = {{ path = {runtime:?} }}\n"
            ),
        );
        // The versions of dependencies that are there already.
        let lock = fs::read_to_string(crates.join("../Cargo.lock")).unwrap();
        package.write("Cargo.lock", &lock);
        package
    }
}

impl Package {
    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Adds the code of one registry, by a name.
    pub(crate) fn add_state(&mut self, name: &str, artifacts: &[Artifact]) {
        let mut families = BTreeSet::new();
        for artifact in artifacts {
            families.extend(artifact.path.split('/').next());
            self.write(&format!("src/{name}/{}", artifact.path), &artifact.text);
        }
        let modules = families.iter().map(|family| format!("pub mod {family};\n"));
        self.write(&format!("src/{name}/mod.rs"), &modules.collect::<String>());
        self.states.push(name.to_owned());
    }

    /// Adds a program that uses a module of one state.
    pub(crate) fn add_program(&self, name: &str, state: &str, module: &str, program: &Program) {
        let path = self
            .folder
            .path()
            .join(format!("src/{state}/{module}/mod.rs"));
        let root = fs::read_to_string(path).unwrap_or_default();
        let module = module.replace('/', "::");
        let mut text = format!("#![allow(warnings)]\nuse generated::{state}::{module}::*;\n");
        for inner in ["borrowed", "new"] {
            if root.contains(&format!("pub mod {inner} ")) {
                text.push_str(&format!("use generated::{state}::{module}::{inner}::*;\n"));
            }
        }
        for part in program {
            text.push_str(part);
            text.push('\n');
        }
        text.push_str("fn main() {}\n");
        self.write(&format!("src/bin/{name}.rs"), &text);
    }

    /// Compiles the programs, and returns the result of each: success, or its first error.
    pub(crate) fn check(&self) -> BTreeMap<String, Result<(), String>> {
        let modules = self.states.iter().map(|name| format!("pub mod {name};\n"));
        let modules: String = modules.collect();
        self.write("src/lib.rs", &format!("#![allow(warnings)]\n{modules}"));
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args([
                "check",
                "--quiet",
                "--offline",
                "--keep-going",
                "--lib",
                "--bins",
            ])
            .args(["--message-format", "json", "--target-dir"])
            .arg(root.join("target/programs"))
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let mut checked = BTreeMap::new();
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let message: Value = serde_json::from_str(line).unwrap();
            let target = &message["target"];
            let name = target["name"].as_str().unwrap_or_default().to_owned();
            let of_package = target["src_path"].as_str().is_some_and(|path| {
                Path::new(path).starts_with(self.folder.path().canonicalize().unwrap())
            });
            match message["reason"].as_str() {
                Some("compiler-artifact") if of_package => {
                    checked.insert(name, Ok(()));
                }
                Some("compiler-message") if message["message"]["level"] == "error" => {
                    let text = message["message"]["rendered"].as_str().unwrap().to_owned();
                    checked.entry(name).or_insert(Err(text));
                }
                _ => {}
            }
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let library = checked.remove("generated");
        assert_eq!(
            library,
            Some(Ok(())),
            "generated code does not compile: {said}"
        );
        checked
    }
}

//! The programs that the tool starts.

use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use repository_tests::tool::Repository;

use crate::{CREATED, cli::release::released};

fn script(repository: &Repository, path: &str, text: &str) {
    repository.write(path, format!("#!/bin/sh\n{text}\n"));
    let permissions = fs::Permissions::from_mode(0o755);
    fs::set_permissions(repository.at(path), permissions).unwrap();
}

fn change(repository: &Repository) {
    repository.edit(CREATED, |root| root["description"] = "There is one.".into());
}

/// `rustup` would run the program that the toolchain file of the current folder names.
#[test]
fn a_toolchain_file_of_the_registry_runs_nothing() {
    let repository = released();
    let evil = repository.at("evil");
    for program in ["rustfmt", "cargo", "rustc"] {
        let text = format!("touch '{}'; exit 1", repository.at("ran").display());
        script(&repository, &format!("evil/bin/{program}"), &text);
    }
    fs::create_dir_all(repository.at("evil/lib")).unwrap();
    let file = format!("[toolchain]\npath = \"{}\"\n", evil.display());
    repository.write("rust-toolchain.toml", file);
    change(&repository);
    let mut command = repository.tool(["codegen"]).command();
    // With this variable, the toolchain of the test would be used.
    let output = command.env_remove("RUSTUP_TOOLCHAIN").output().unwrap();
    assert!(!repository.at("ran").exists(), "{output:?}");
    assert!(output.status.success(), "{output:?}");
}

/// Returns the folder of the first program with a name.
pub(crate) fn folder_of(program: &str) -> PathBuf {
    let path = env::var_os("PATH").unwrap();
    env::split_paths(&path)
        .find(|folder| folder.join(program).is_file())
        .unwrap()
}

/// A program is started in a folder where files of the repository have no effect, and without secrets.
#[test]
fn programs_are_started_elsewhere_and_without_secrets() {
    let repository = released();
    let said = repository.at("said");
    let real = folder_of("rustfmt").join("rustfmt");
    let text = format!(
        "pwd > '{0}'; env >> '{0}'; exec '{1}' \"$@\"",
        said.display(),
        real.display()
    );
    script(&repository, "bin/rustfmt", &text);
    change(&repository);
    let path = env::join_paths(
        [repository.at("bin")]
            .into_iter()
            .chain(env::split_paths(&env::var_os("PATH").unwrap())),
    );
    let outcome = repository
        .tool(["codegen"])
        .env("PATH", path.unwrap())
        .env("SCHEMA_SIGNING_KEY", "untrusted comment: a secret")
        .env(
            "RUSTUP_TOOLCHAIN",
            env::var_os("RUSTUP_TOOLCHAIN").unwrap_or("stable".into()),
        )
        .run();
    outcome.exits(0);
    let said = fs::read_to_string(said).unwrap();
    let folder = Path::new(said.lines().next().unwrap());
    assert!(
        !folder.starts_with(repository.at("").canonicalize().unwrap()),
        "{said}"
    );
    assert!(said.contains("\nRUSTUP_TOOLCHAIN="), "{said}");
    assert!(!said.contains("SCHEMA_SIGNING_KEY"), "{said}");
    assert!(!said.contains("a secret"), "{said}");
}

//! A registry is data: nothing outside the checkout is touched, whatever the registry's files name.

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use repository_tests::tool::{GENERATED, Outcome, Repository};
use tempfile::TempDir;

use crate::{
    CONFIG,
    cli::{
        claims::{MARK, claim},
        release::{CHANGELOG, RELEASE, released, unreleased},
    },
    fresh, make_duration_a_string,
};

const RUST: &str = "\"../crates/scrapenest-webhooks/src/generated\"";
const DOCS: &str = "\"../docs\"";

/// A folder that belongs to someone else.
pub(super) struct Elsewhere {
    folder: TempDir,
    before: BTreeMap<PathBuf, Vec<u8>>,
}

impl Elsewhere {
    pub(super) fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            write(&folder.path().join(path), text);
        }
        let before = contents(folder.path());
        Self { folder, before }
    }

    /// Returns the path from the folder of a repository, which is another temporary folder.
    pub(super) fn relative(&self) -> String {
        let name = self.folder.path().file_name().unwrap();
        format!("../{}", name.to_str().unwrap())
    }

    #[track_caller]
    pub(super) fn is_untouched(&self) {
        assert_eq!(contents(self.folder.path()), self.before);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "it is in a folder of the test alone"
)]
fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Returns every file and folder below a folder.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut contents = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            contents.extend(self::contents(&path));
            contents.insert(path, Vec::new());
        } else {
            let bytes = fs::read(&path).unwrap();
            contents.insert(path, bytes);
        }
    }
    contents
}

/// Runs every command that writes, or that shows what it would write.
fn all_commands(repository: &Repository) -> Vec<Outcome> {
    let commands: [&[&str]; 5] = [
        &["check"],
        &["codegen", "--check"],
        &["codegen"],
        &["release", "--date", "2026-01-02", "--dry-run"],
        &RELEASE,
    ];
    let runs = commands.iter().map(|command| repository.run(*command));
    runs.collect()
}

#[test]
fn an_output_outside_the_checkout_is_rejected() {
    let elsewhere = Elsewhere::with(&[
        ("README.md", "# Mine\n"),
        (".ssh/authorized_keys", "a key\n"),
        (".codegen-x.tmp", "mine"),
        ("empty/folder/file.md", "mine"),
    ]);
    let relative = elsewhere.relative();
    let outside = [
        format!("../{relative}"),
        format!("../docs/../{relative}/new"),
        format!("../../../../..{}", elsewhere.folder.path().display()),
        "../..".to_owned(),
    ];
    for output in outside {
        for old in [RUST, DOCS] {
            let repository = unreleased();
            repository.replace(CONFIG, old, &format!("\"{output}\""));
            let claims = [
                (format!("{output}/README.md"), "# Mine\n"),
                (format!("{output}/.ssh/authorized_keys"), "a key\n"),
                (format!("{output}/empty/folder/file.md"), "mine"),
            ];
            let claims = claims.each_ref().map(|(path, text)| (path.as_str(), *text));
            claim(&repository, &claims);
            let before = repository.tree();
            for outcome in all_commands(&repository) {
                outcome
                    .exits(1)
                    .says(&format!(
                        "error[invalid-config]: `{output}` leads out of the checkout"
                    ))
                    .says(&format!("--> {CONFIG}:"))
                    .says("name a path in the checkout: below the folder that has `.git`");
            }
            assert_eq!(repository.tree(), before, "{output}");
            elsewhere.is_untouched();
        }
    }
}

#[test]
fn an_output_in_the_folder_of_git_is_rejected() {
    for output in [
        "../.git",
        "../.git/hooks",
        "../vendor/.git/hooks",
        "../.GIT/hooks",
        "../.git./hooks",
        "../git~1",
        "../.g\u{200c}it",
    ] {
        let repository = unreleased();
        repository.write(".git/hooks/README.md", "mine");
        repository.replace(CONFIG, DOCS, &format!("\"{output}\""));
        let before = repository.tree();
        for outcome in all_commands(&repository) {
            outcome.exits(1).says("leads into the `.git` folder");
        }
        assert_eq!(repository.tree(), before, "{output}");
    }
}

/// The top of the checkout is the folder with `.git`, wherever the registry is below it.
#[test]
fn outputs_lead_up_to_the_folder_of_git() {
    let repository = fresh();
    for path in ["schemas", "docs", "crates"] {
        fs::create_dir_all(repository.at("deep/inside")).unwrap();
        fs::rename(
            repository.at(path),
            repository.at(&format!("deep/inside/{path}")),
        )
        .unwrap();
    }
    let config = "deep/inside/schemas/registry.toml";
    repository.replace(config, DOCS, "\"../../../pages\"");
    let codegen = || {
        let run = repository.tool(["codegen"]).folder("deep/inside");
        run.run()
    };
    codegen().exits(1).says("leads out of the checkout");
    assert!(!repository.at("pages").exists());
    // In a linked worktree, it is a file.
    repository.write(".git", "gitdir: elsewhere\n");
    codegen().exits(0).says("created   ../../pages/README.md");
    assert!(repository.at("pages/webhooks/v1.md").is_file());
    repository.write("deep/.git", "gitdir: elsewhere\n");
    codegen().exits(1).says("leads out of the checkout");
}

#[test]
fn a_linked_output_folder_is_not_followed() {
    let page = "<!-- @generated from webhooks/v1 by `cargo xtask codegen`. -->\n";
    let elsewhere = Elsewhere::with(&[
        ("v1.md", page),
        ("webhooks/v1.md", page),
        ("README.md", page),
        ("mod.rs", MARK),
        (".codegen-x.tmp", "mine"),
    ]);
    for (path, target) in [
        ("docs/webhooks", ""),
        ("docs", ""),
        ("docs/README.md", "README.md"),
        ("docs/webhooks/v1.md", "none"),
        ("crates", ""),
        (GENERATED, ""),
    ] {
        let repository = unreleased();
        make_duration_a_string(&repository);
        let link = repository.at(path);
        repository.remove(path);
        symlink(elsewhere.folder.path().join(target), &link).unwrap();
        let before = repository.files();
        for command in [&["codegen"] as &[&str], &["codegen", "--check"], &RELEASE] {
            let outcome = repository.run(command);
            if command != RELEASE {
                outcome.exits(2).complains("is a symbolic link");
            }
            assert_ne!(outcome.code, Some(0), "{outcome}");
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "{path}");
            assert_eq!(repository.files(), before, "{path}");
            elsewhere.is_untouched();
        }
    }
}

#[test]
fn a_linked_registry_is_not_written() {
    let other = fresh();
    make_duration_a_string(&other);
    let before = other.tree();
    let repository = fresh();
    repository.remove("schemas");
    symlink(other.at("schemas"), repository.at("schemas")).unwrap();
    for command in [
        &["codegen"] as &[&str],
        &["fmt"],
        &["new", "job.cancelled"],
        &RELEASE,
        &["new-major", "webhooks"],
        &["codegen", "--registry", "schemas"],
        &["codegen", "--registry", "schemas/../schemas"],
    ] {
        let outcome = repository.run(command);
        outcome
            .exits(2)
            .complains("a symbolic link leads to the registry's folder");
        assert_eq!(other.tree(), before, "{command:?}");
    }
    // A link above the checkout is the user's own.
    let above = tempfile::tempdir().unwrap();
    let link = above.path().join("link");
    symlink(other.at(""), &link).unwrap();
    let registry = link.join("schemas");
    let outcome = repository.run(["codegen", "--registry", registry.to_str().unwrap()]);
    outcome.exits(0);
}

#[test]
fn a_changelog_outside_the_checkout_is_rejected() {
    let elsewhere = Elsewhere::with(&[(".bashrc", "true\n")]);
    let out = elsewhere.relative();
    for (changelog, why) in [
        (format!("../{out}/.bashrc"), "leads out of the checkout"),
        (format!("../{out}/new.md"), "leads out of the checkout"),
        ("../.git/config".into(), "leads into the `.git` folder"),
    ] {
        let repository = unreleased();
        repository.write(".git/config", "");
        repository.replace(CONFIG, "\"../CHANGELOG.md\"", &format!("\"{changelog}\""));
        let before = repository.tree();
        for outcome in all_commands(&repository) {
            outcome.exits(1).says(why);
        }
        assert_eq!(repository.tree(), before);
        elsewhere.is_untouched();
    }
    let repository = unreleased();
    repository.remove(CHANGELOG);
    let target = elsewhere.folder.path().join(".bashrc");
    symlink(target, repository.at(CHANGELOG)).unwrap();
    let before = repository.tree();
    let outcome = repository.run(RELEASE);
    outcome
        .exits(2)
        .complains("cannot read `CHANGELOG.md`: it is a symbolic link");
    assert_eq!(repository.tree(), before);
    elsewhere.is_untouched();
}

/// The version of a crate is raised only in the checkout.
#[test]
fn a_cargo_manifest_above_the_checkout_is_left_alone() {
    let repository = released();
    let package = "[package]\nname = \"outer\"\nversion = \"1.0.0\"\n";
    fs::create_dir(repository.at("inner")).unwrap();
    for path in ["schemas", "docs", "crates", CHANGELOG] {
        fs::rename(repository.at(path), repository.at(&format!("inner/{path}"))).unwrap();
    }
    repository.write("Cargo.toml", package);
    repository.write("Cargo.lock", "version = 4\n");
    let schema = "inner/schemas/webhooks/v1/job.completed.json";
    let text = repository.read(schema);
    let title = text.replacen("\"title\": \"", "\"title\": \"The ", 1);
    assert_ne!(text, title);
    repository.write(schema, title);
    let outcome = repository.tool(RELEASE).folder("inner").run();
    outcome.exits(0).says("released 1 revision");
    outcome.says_nothing_of("crate outer");
    assert_eq!(repository.read("Cargo.toml"), package);
}

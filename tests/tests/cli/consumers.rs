//! Consumers in three languages, which use only published files.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use repository_tests::tool::{Repository, root};
use serde_json::Value;

use super::{
    release::{CHANGELOG, RELEASE},
    stores::moto::tools,
};

/// Returns the repository's own schemas, published with all of them released.
fn published() -> Repository {
    let repository = Repository::of(&root().join("schemas"));
    repository.write(CHANGELOG, "# Changelog\n\n## Unreleased\n");
    repository.run(RELEASE).exits(0);
    repository.run(["publish", "--to", "site"]).exits(0);
    repository
}

/// Returns the published examples that have to be accepted, and those that have to be rejected.
fn examples(repository: &Repository) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let files = repository.files().into_keys();
    let examples = files.filter(|it| it.starts_with("site/") && it.contains("/examples/"));
    let (invalid, valid): (Vec<String>, Vec<String>) =
        examples.partition(|path| path.contains("/invalid/"));
    let at = |paths: Vec<String>| paths.iter().map(|path| repository.at(path)).collect();
    (at(valid), at(invalid))
}

#[track_caller]
fn assert_all(repository: &Repository, output: &Output) {
    let (valid, invalid) = examples(repository);
    assert!(valid.len() >= 10 && invalid.len() >= 50);
    let expected = format!(
        "{} accepted, {} refused, 0 wrong\n",
        valid.len(),
        invalid.len()
    );
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        expected,
        "{stderr}"
    );
    assert!(output.status.success());
}

#[test]
fn python_accepts_and_refuses_the_same() {
    let Some(tools) = tools() else { return };
    let repository = published();
    let output = Command::new(tools.join("bin/python"))
        .arg(root().join("tests/consumers/python/validate.py"))
        .arg(repository.at("site"))
        .output()
        .unwrap();
    assert_all(&repository, &output);
}

#[test]
fn javascript_accepts_and_refuses_the_same() {
    let Some(tools) = tools() else { return };
    let repository = published();
    let output = Command::new("node")
        .arg(root().join("tests/consumers/node/validate.cjs"))
        .arg(repository.at("site"))
        .env("NODE_PATH", tools.join("node_modules"))
        .output()
        .unwrap();
    assert_all(&repository, &output);
}

/// Packs the published crates and unpacks them below a folder, each under its name.
#[track_caller]
fn pack(folder: &Path) {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = folder.join("target");
    let packages = ["schema-runtime", "scrapenest-webhooks"];
    let status = Command::new(cargo)
        .args(["package", "--quiet", "--allow-dirty", "--no-verify"])
        .args(packages.iter().flat_map(|name| ["--package", name]))
        .arg("--target-dir")
        .arg(&target)
        .current_dir(root())
        .status()
        .unwrap();
    assert!(status.success());
    for packed in fs::read_dir(target.join("package")).unwrap() {
        let packed = packed.unwrap().path();
        if packed.extension().is_none_or(|it| it != "crate") {
            continue;
        }
        let status = Command::new("tar")
            .arg("--extract")
            // All packed files have the same date, so cargo would reuse code that was built from others.
            .arg("--touch")
            .arg("--file")
            .arg(&packed)
            .current_dir(folder)
            .status()
            .unwrap();
        assert!(status.success());
        let unpacked = folder.join(packed.file_stem().unwrap());
        let file = packed.file_name().unwrap().to_string_lossy();
        let name = packages
            .iter()
            .find(|name| file.starts_with(**name))
            .unwrap();
        fs::rename(unpacked, folder.join(name)).unwrap();
    }
}

/// Returns the first sample of a README.
#[track_caller]
fn sample(readme: &str) -> &str {
    let (_, rest) = readme.split_once("```rust\n").unwrap();
    rest.split_once("```").unwrap().0
}

/// The folder of the Rust project in a repository.
const PROJECT: &str = "consumer";

/// Writes the files of the Rust project, next to the packed crates.
#[track_caller]
fn project(repository: &Repository) {
    for file in ["Cargo.toml", "src/main.rs", "intuition.rs", "refused.rs"] {
        let text = fs::read(root().join("tests/consumers/rust").join(file)).unwrap();
        repository.write(&format!("{PROJECT}/{file}"), text);
    }
    let lock = fs::read(root().join("Cargo.lock")).unwrap();
    repository.write(&format!("{PROJECT}/Cargo.lock"), lock);
    let packed = repository.at(PROJECT).join("packed");
    fs::create_dir(&packed).unwrap();
    pack(&packed);
    let readme = fs::read_to_string(packed.join("scrapenest-webhooks/README.md")).unwrap();
    repository.write(&format!("{PROJECT}/src/sample.rs"), sample(&readme));
}

/// Returns a command of cargo in the Rust project.
fn cargo_in(repository: &Repository, arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(arguments)
        .current_dir(repository.at(PROJECT))
        // It is built once, not for each run of the test.
        .env("CARGO_TARGET_DIR", root().join("target/consumer"));
    command
}

#[test]
fn what_is_written_by_intuition_compiles() {
    let repository = Repository::empty();
    project(&repository);
    let arguments = [
        "run",
        "--quiet",
        "--features",
        "intuition",
        "--bin",
        "intuition",
    ];
    let output = cargo_in(&repository, &arguments).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    assert!(!stderr.contains("warning"), "{stderr}");
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(
        stdout.contains("every line does what it seems to do"),
        "{stdout}"
    );
}

#[test]
fn what_is_wrong_does_not_compile() {
    let repository = Repository::empty();
    project(&repository);
    let text = repository.read(&format!("{PROJECT}/refused.rs"));
    let programs: Vec<(&str, &str, &str)> = text
        .split("//# ")
        .skip(1)
        .map(|program| {
            let (head, code) = program.split_once('\n').unwrap();
            let (name, message) = head.split_once(": ").unwrap();
            (name, message, code)
        })
        .collect();
    assert!(programs.len() > 10, "{}", programs.len());
    for (name, _, code) in &programs {
        repository.write(&format!("{PROJECT}/src/bin/{name}.rs"), code);
    }
    let right = "fn main() {\n    scrapenest_webhooks::U53::literal::<1>();\n}\n";
    repository.write(&format!("{PROJECT}/src/bin/right.rs"), right);
    // Some errors are found only when code is generated for the called functions.
    let arguments = ["build", "--features", "intuition", "--bins", "--keep-going"];
    let output = cargo_in(&repository, &arguments)
        .args(["--message-format", "json"])
        .output()
        .unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut built = BTreeSet::new();
    for line in stdout.lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        let target = message["target"]["name"].as_str().unwrap_or_default();
        if !message["executable"].is_null() {
            built.insert(target.to_owned());
        }
        if message["message"]["level"] == "error" {
            let rendered = message["message"]["rendered"].as_str().unwrap();
            messages
                .entry(target.to_owned())
                .or_default()
                .push_str(rendered);
        }
    }
    assert!(built.contains("right"), "{built:?}");
    for (name, message, _) in &programs {
        assert!(!built.contains(*name), "{name} compiles");
        let found = messages.get(*name).unwrap();
        assert!(
            found.contains(message),
            "{name}: {message} is not in\n{found}"
        );
    }
}

#[test]
fn a_rust_project_outside_reads_what_is_published() {
    let repository = published();
    project(&repository);
    let project = PROJECT;
    let packed = repository.at(project).join("packed");
    let (valid, invalid) = examples(&repository);
    // The file of an invalid example contains the body and the reason.
    let mut bodies = Vec::new();
    for (at, path) in invalid.iter().enumerate() {
        let example: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let body = format!("{project}/invalid/{at}.json");
        repository.write(&body, example["body"].to_string());
        bodies.push(repository.at(&body));
    }
    let output = cargo_in(&repository, &["run", "--quiet", "--bin", "consumer", "--"])
        .args(valid.iter().chain(&bodies))
        .output()
        .unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    // The package has each schema, and the changes of each release.
    let index: Value = serde_json::from_str(&repository.read("site/index.json")).unwrap();
    let majors = index["families"][0]["majors"].as_array().unwrap();
    for event in majors
        .iter()
        .flat_map(|it| it["events"].as_array().unwrap())
    {
        let schema = format!("has {}: ", event["schema"].as_str().unwrap());
        assert!(stdout.contains(&schema), "{schema} of {stdout}");
    }
    let changelog = fs::read(packed.join("scrapenest-webhooks/CHANGELOG.md")).unwrap();
    assert!(changelog == fs::read(root().join("CHANGELOG.md")).unwrap());
    for (paths, word) in [(&valid, "accepted "), (&bodies, "refused ")] {
        for path in paths {
            let line = format!("{word}{}", path.display());
            assert!(stdout.contains(&line), "{line} of {stdout}");
        }
    }
}

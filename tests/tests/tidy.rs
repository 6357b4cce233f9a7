//! Properties of every file of the repository.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

#[path = "tidy/english.rs"]
mod english;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

use repository_tests::tool::cargo;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns every file of the repository, without build results and git's files.
fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() && ![".git", "target"].contains(&name.to_str().unwrap()) {
                folders.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    assert!(files.len() > 100, "the repository was not found");
    files
}

#[track_caller]
fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

#[test]
fn rust_files_are_short() {
    let is_generated = |path: &Path| {
        path.components()
            .any(|part| part.as_os_str() == "generated")
    };
    let long: Vec<String> = files()
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| !is_generated(path))
        .filter_map(|path| {
            let lines = fs::read_to_string(path).unwrap().lines().count();
            (lines > LIMIT).then(|| format!("{} has {lines} lines", shown(path)))
        })
        .collect();
    assert_eq!(long, Vec::<String>::new(), "more than {LIMIT} lines");
}

const LIMIT: usize = 500;

/// A promise of SECURITY.md names existing tests.
#[test]
fn promises_name_their_tests() {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let is_test = |path: &&PathBuf| {
        path.extension().is_some_and(|it| it == "rs")
            && path.components().any(|part| part.as_os_str() == "tests")
    };
    let tests: Vec<String> = (files().iter().filter(is_test))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let cells = text.lines().filter_map(|line| {
        let cells = line.strip_prefix("| ")?.strip_suffix(" |")?;
        cells.rsplit_once(" | ").map(|(_, cell)| cell)
    });
    let mut count = 0;
    let mut missing = Vec::new();
    for name in cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)) {
        count += 1;
        let is_there = match name.ends_with(".rs") {
            true => root().join("tests/tests").join(name).is_file(),
            false => tests.iter().any(|it| it.contains(&format!("fn {name}()"))),
        };
        if !is_there {
            missing.push(name);
        }
    }
    assert!(count > 20, "the tables of promises were not found");
    assert_eq!(missing, Vec::<&str>::new());
}

/// A snapshot is read before it is accepted.
#[test]
fn snapshots_are_short() {
    const LIMIT: usize = 300;
    let mut count = 0;
    let mut long = Vec::new();
    for path in files() {
        if path
            .extension()
            .is_some_and(|extension| extension == "snap")
        {
            count += 1;
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            if lines > LIMIT {
                long.push(format!("{} has {lines} lines", shown(&path)));
            }
        }
    }
    assert!(count > 100, "{count} snapshots");
    assert_eq!(long, Vec::<String>::new(), "more than {LIMIT} lines");
}

/// Code that runs during builds is read before it is accepted.
#[test]
fn code_that_runs_at_build_time_is_listed() {
    let output = cargo(&root())
        .args(["metadata", "--format-version", "1", "--all-features"])
        .args(["--offline", "--locked"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut runs = BTreeMap::<String, BTreeSet<&str>>::new();
    for package in metadata["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        for kind in package["targets"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|target| target["kind"].as_array().unwrap())
        {
            let what = match kind.as_str() {
                Some("custom-build") => "build script",
                Some("proc-macro") => "macro",
                _ => continue,
            };
            runs.entry(name.to_owned()).or_default().insert(what);
        }
    }
    assert!(runs.len() > 30, "{} packages", runs.len());
    let expected: BTreeSet<(String, String)> = runs
        .into_iter()
        .map(|(name, what)| (name, Vec::from_iter(what).join(" and ")))
        .collect();
    let page = fs::read_to_string(root().join("docs/dependencies.md")).unwrap();
    let listed: BTreeSet<(String, String)> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
        .map(|(name, rest)| {
            let cells: Vec<&str> = rest.trim_end_matches(" |").split(" | ").collect();
            let has_reason = cells.len() == 3 && !cells[2].trim().is_empty();
            assert!(has_reason, "`{name}` has no reason");
            (name.to_owned(), cells[0].to_owned())
        })
        .collect();
    let new = expected.difference(&listed).collect::<Vec<_>>();
    assert!(new.is_empty(), "docs/dependencies.md lacks {new:?}");
    let old = listed.difference(&expected).collect::<Vec<_>>();
    assert!(old.is_empty(), "docs/dependencies.md has {old:?}");
}

/// The tool that most people build has no network clients, which take as long to compile as everything else.
#[test]
fn the_default_tool_has_no_network_clients() {
    let tree = |features: &[&str]| {
        let output = cargo(&root())
            .args(["tree", "--offline", "--locked", "--package", "xtask"])
            .args([
                "--edges",
                "normal,build",
                "--prefix",
                "none",
                "--format",
                "{p}",
            ])
            .args(features)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        let names = text.lines().filter_map(|line| line.split(' ').next());
        names.map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let (default, with_clients) = (tree(&[]), tree(&["--features", "network"]));
    for client in ["hyper", "object_store", "reqwest", "rustls", "tokio"] {
        assert!(!default.contains(client), "{client}");
        assert!(with_clients.contains(client), "{client}");
    }
}

/// A library that build scripts and tests both need is compiled twice if they enable different features of it or of
/// its dependencies. The `build-dependencies` of the tests enable the features that make them equal.
#[test]
fn libraries_are_compiled_once() {
    let mut command = cargo(&root());
    command
        .args(["test", "--workspace", "--all-features", "--offline"])
        .args(["--unit-graph", "-Z", "unstable-options"])
        // The output of the graph is not stable yet.
        .env("RUSTC_BOOTSTRAP", "1");
    // Profiles that the user has changed are not a defect of the workspace.
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PROFILE_") {
            command.env_remove(name);
        }
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let graph: Value = serde_json::from_slice(&output.stdout).unwrap();
    let units = graph["units"].as_array().unwrap();
    let libraries = units.iter().filter(|unit| {
        let kinds = unit["target"]["kind"].as_array().unwrap();
        let is_library = |kind: &Value| kind == "lib" || kind == "proc-macro";
        unit["mode"] == "build" && kinds.iter().any(is_library)
    });
    let mut seen = BTreeMap::new();
    let mut twice = Vec::new();
    for unit in libraries {
        let features = &unit["features"];
        if let Some(other) = seen.insert(unit["pkg_id"].to_string(), features) {
            twice.push(format!("{}: {other} and {features}", unit["pkg_id"]));
        }
    }
    assert!(seen.len() > 300, "{}", seen.len());
    assert_eq!(twice, Vec::<String>::new());
}

#[test]
fn every_package_inherits_the_lints_and_the_version() {
    let mut packages = 0;
    for path in files().iter().filter(|path| path.ends_with("Cargo.toml")) {
        let text = fs::read_to_string(path).unwrap();
        // The fuzz targets, the consumer and others are workspaces of their own.
        if !text.contains("[package]") || text.contains("\n[workspace]") {
            continue;
        }
        packages += 1;
        // The version of generated code follows from its releases.
        let version = match path.ends_with("scrapenest-webhooks/Cargo.toml") {
            true => "\nversion = \"",
            false => "version.workspace = true",
        };
        for line in [
            "[lints]\nworkspace = true",
            version,
            "license.workspace = true",
        ] {
            assert!(text.contains(line), "{} lacks `{line}`", shown(path));
        }
    }
    assert!(packages >= 6, "{packages} packages");
}

#[test]
fn licences_stand_beside_published_packages() {
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        let text = fs::read_to_string(root().join(licence)).unwrap();
        for package in ["schema-runtime", "scrapenest-webhooks"] {
            let copy = root().join("crates").join(package).join(licence);
            assert_eq!(fs::read_to_string(&copy).unwrap(), text, "{}", shown(&copy));
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let architecture = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let (_, dependencies) = manifest.split_once("[workspace.dependencies]").unwrap();
    let (dependencies, _) = dependencies.split_once("\n[").unwrap();
    let mut names = 0;
    for line in dependencies
        .lines()
        .filter(|line| line.contains('=') && !line.starts_with('#'))
    {
        let name = line
            .split_whitespace()
            .next()
            .unwrap()
            .trim_end_matches("_v08");
        names += 1;
        assert!(
            architecture.contains(&format!("`{name}`")),
            "ARCHITECTURE.md lacks `{name}`"
        );
    }
    assert!(names > 15, "{names} dependencies");
}

#[test]
fn the_engine_knows_no_family() {
    let crates = fs::read_dir(root().join("crates")).unwrap();
    let crates = crates.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let crates = crates.filter(|name| name != "scrapenest-webhooks");
    let mut engine: Vec<String> = crates.map(|name| format!("crates/{name}/")).collect();
    engine.push("xtask/".into());
    assert!(
        engine.contains(&"crates/schema-publish/".into()),
        "{engine:?}"
    );
    let knowing: Vec<String> = files()
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| (shown(path), fs::read_to_string(path).unwrap()))
        .filter(|(path, _)| engine.iter().any(|folder| path.starts_with(folder)))
        .filter(|(_, text)| {
            text.to_lowercase()
                .replace("scrapenest-webhooks", "")
                .contains("scrapenest")
        })
        .map(|(path, _)| path)
        .collect();
    assert_eq!(knowing, Vec::<String>::new());
}

#[test]
fn text_files_end_in_one_line_feed_and_have_no_carriage_return() {
    let text = ["rs", "toml", "md", "json", "snap", "yml"];
    let mut seen = BTreeSet::new();
    for path in files() {
        let Some(extension) = path.extension().and_then(|extension| extension.to_str()) else {
            continue;
        };
        let is_fixture = shown(&path).starts_with("tests/fixtures/rules");
        if !text.contains(&extension) || is_fixture {
            continue;
        }
        seen.insert(extension.to_owned());
        let bytes = fs::read(&path).unwrap();
        assert!(
            bytes.ends_with(b"\n"),
            "{} has no line feed at its end",
            shown(&path)
        );
        assert!(
            !bytes.contains(&b'\r'),
            "{} has a carriage return",
            shown(&path)
        );
    }
    assert!(seen.len() >= 4, "{seen:?}");
}

/// Help and messages name the program that was called, and generated files the command of their registry.
#[test]
fn no_library_names_a_program() {
    let naming: Vec<String> = files()
        .iter()
        .map(|path| (shown(path), path))
        .filter(|(name, _)| name.starts_with("crates/") && name.contains("/src/"))
        .filter(|(name, _)| !name.contains("/generated/"))
        .filter(|(_, path)| fs::read_to_string(path).is_ok_and(|text| text.contains("cargo xtask")))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(naming, [""; 0]);
}

/// A language is known to its target alone.
#[test]
fn the_model_names_no_language() {
    let naming: Vec<String> = files()
        .iter()
        .filter(|path| shown(path).starts_with("crates/schema-codegen/src/"))
        .filter(|path| {
            let text = fs::read_to_string(path).unwrap().to_lowercase();
            ["rust", "typescript", "python"]
                .iter()
                .any(|language| text.contains(language))
        })
        .map(|path| shown(path))
        .collect();
    assert_eq!(naming, [""; 0]);
}

/// A module is `foo.rs` beside `foo/`. Generated code has another convention, and Cargo takes a file directly in `tests`
/// for a program.
#[test]
fn modules_are_beside_their_folders() {
    let inside: Vec<String> = files()
        .iter()
        .filter(|path| path.file_name().is_some_and(|name| name == "mod.rs"))
        .map(|path| shown(path))
        .filter(|name| !name.contains("/generated/"))
        .filter(|name| !(name.starts_with("crates/") && name.contains("/tests/")))
        .collect();
    assert_eq!(inside, [""; 0]);
}

/// Folders can have another layout when one module knows it.
#[test]
fn the_layout_is_known_in_one_place() {
    const LAYOUT: &str = "crates/schema-registry/src/layout.rs";
    let parts = [
        "examples/{",
        "}/examples",
        "released/{",
        "}/released",
        "/{family}/",
        "/{}/{}\"",
        "\"v{",
        "family.name, major.name,",
        "family.name, major.name)",
        "strip_suffix(\".json\")",
    ];
    let knowing: Vec<(String, &str)> = files()
        .iter()
        .map(|path| (shown(path), path))
        .filter(|(name, _)| name.starts_with("crates/schema-") && name.contains("/src/"))
        .flat_map(|(name, path)| {
            let text = fs::read_to_string(path).unwrap();
            let found = parts.into_iter().filter(move |part| text.contains(part));
            found.map(move |part| (name.clone(), part))
        })
        .filter(|(name, _)| name != LAYOUT)
        .collect();
    assert_eq!(knowing, []);
}

/// A program that is started elsewhere could be named by a file of the repository, and would get secrets.
#[test]
fn programs_are_started_in_one_place() {
    let is_source = |path: &Path| {
        let path = shown(path);
        (path.starts_with("crates/") || path.starts_with("xtask/")) && path.contains("/src/")
    };
    let places: Vec<String> = files()
        .iter()
        .filter(|path| is_source(path) && path.extension().is_some_and(|end| end == "rs"))
        .filter(|path| fs::read_to_string(path).unwrap().contains("Command::new("))
        .map(|path| shown(path))
        .collect();
    assert_eq!(places, ["crates/schema-cli/src/programs.rs"]);
}

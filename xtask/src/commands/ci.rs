//! `ci`: everything that has to be green before a change lands.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use serde_json::Value;

use crate::{
    context::Context,
    exit::{Exit, Failure},
    output,
};

/// Tools of other languages: the variable that names them, where they are without it, and what tests do with
/// them.
const TOOLS: [(&str, &str, &str); 2] = [
    (
        "CONSUMER_TOOLS",
        "target/consumers",
        "an S3 server, and consumers in Python and JavaScript",
    ),
    ("SVIX_PYTHON", "target/svix", "an independent signer"),
];

struct Step {
    name: String,
    arguments: Vec<String>,
    environment: Option<(&'static str, &'static str)>,
}

impl Step {
    fn new(name: impl Into<String>, arguments: &[&str]) -> Self {
        let arguments = arguments
            .iter()
            .map(|argument| (*argument).to_owned())
            .collect();
        Self {
            name: name.into(),
            arguments,
            environment: None,
        }
    }
}

/// A package that is published.
struct Published {
    name: String,
    version: String,
    features: Vec<String>,
}

/// The steps in their order. The test command is the README's.
fn steps(published: &[Published]) -> Vec<Step> {
    let packages: Vec<&str> = published
        .iter()
        .flat_map(|package| ["--package", package.name.as_str()])
        .collect();
    let bare = |command: &'static str| [&[command, "--no-default-features"], &*packages].concat();
    let mut doc = Step::new(
        "documentation",
        &["doc", "--workspace", "--no-deps", "--all-features"],
    );
    doc.environment = Some(("RUSTDOCFLAGS", "--deny warnings"));
    let mut tests = Step::new("tests", &["test", "--workspace", "--all-features"]);
    // Nothing is left out where the compiler is another one.
    tests.environment = Some(("REQUIRE_PUBLIC_API", "1"));
    let mut steps = vec![
        Step::new("format", &["fmt", "--all", "--check"]),
        Step::new(
            "clippy",
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--all-features",
                "--",
                "--deny",
                "warnings",
            ],
        ),
        Step::new(
            "clippy without features",
            &[
                &*bare("clippy"),
                &["--all-targets", "--", "--deny", "warnings"],
            ]
            .concat(),
        ),
        tests,
        Step::new("tests without features", &bare("test")),
    ];
    steps.extend(published.iter().flat_map(single_features));
    steps.extend([
        Step::new("codegen", &["xtask", "codegen", "--check"]),
        Step::new("check", &["xtask", "check"]),
        Step::new("schema layout", &["xtask", "fmt", "--check"]),
        doc,
        Step::new(
            "package",
            &[&["package", "--allow-dirty"], &*packages].concat(),
        ),
    ]);
    steps
}

/// Each feature has to compile alone: with all of them, one can lean on another.
fn single_features(package: &Published) -> impl Iterator<Item = Step> {
    package.features.iter().map(|feature| {
        Step::new(
            format!("feature {feature} of {}", package.name),
            &[
                "check",
                "--no-default-features",
                "--package",
                &package.name,
                "--features",
                feature,
            ],
        )
    })
}

pub(crate) fn run(context: &Context) -> Result<Exit, Failure> {
    let place = context.place()?;
    let folder = place
        .folder
        .canonicalize()
        .map_err(|error| Failure::new(format!("cannot find `{}`", place.shown_as), error))?;
    let root = folder.parent().unwrap_or(&folder);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let published = published(&cargo, root)?;
    forget_unpacked(&published)?;
    let steps = steps(&published);
    let mut failed = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let (name, number, total) = (step.name.as_str(), index + 1, steps.len());
        output::complain(&format!(
            "[{number}/{total}] {name}: cargo {}",
            step.arguments.join(" ")
        ));
        let mut command = Command::new(&cargo);
        command
            .args(&step.arguments)
            .envs(step.environment)
            .current_dir(root);
        // Build scripts would run again for what cargo says of this package.
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_MANIFEST_") || text.starts_with("CARGO_PKG_") {
                command.env_remove(&name);
            }
        }
        let start = Instant::now();
        let status = command
            .status()
            .map_err(|error| Failure::new(format!("cannot run cargo for `{name}`"), error))?;
        let took = start.elapsed().as_secs();
        let outcome = if status.success() { "green" } else { "failed" };
        output::complain(&format!(
            "[{number}/{total}] {name}: {outcome} after {took} s"
        ));
        if !status.success() {
            failed.push(name);
        }
    }
    for (variable, folder, what) in TOOLS {
        if env::var_os(variable).is_none() && !Path::new(folder).exists() {
            output::complain(&format!(
                "not tried, as `{folder}` is not there: {what}; `.ci/run` makes it"
            ));
        }
    }
    if failed.is_empty() {
        output::complain(&format!("all {} steps are green", steps.len()));
        return Ok(Exit::Fine);
    }
    output::complain(&format!(
        "{} of {} steps failed: {}",
        failed.len(),
        steps.len(),
        failed.join(", ")
    ));
    Ok(Exit::Findings)
}

/// The packages of the workspace that are published.
fn published(cargo: &OsString, root: &Path) -> Result<Vec<Published>, Failure> {
    let doing = "cannot list the packages";
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(doing, error))?;
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| Failure::other(doing, error.to_string()))?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    Ok(packages
        .into_iter()
        .flatten()
        // A package that may be published anywhere says nothing of where.
        .filter(|package| package.get("publish").is_some_and(Value::is_null))
        .filter_map(|package| {
            let name = package.get("name")?.as_str()?.to_owned();
            let features = package.get("features")?.as_object()?;
            let features = features.keys().filter(|feature| *feature != "default");
            let version = package.get("version")?.as_str()?.to_owned();
            Some(Published {
                name,
                version,
                features: features.cloned().collect(),
            })
        })
        .collect())
}

/// Removes what `cargo package` has unpacked before. To verify a package that needs another one of the
/// workspace, cargo makes a registry of files, and keeps what it unpacks from it for ever: a changed
/// package of the same version would be verified against the old one.
fn forget_unpacked(published: &[Published]) -> Result<(), Failure> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let Some(registries) = home.map(|home| home.join("registry/src")) else {
        return Ok(());
    };
    // Without such a folder, nothing has been unpacked.
    let Ok(registries) = registries.read_dir() else {
        return Ok(());
    };
    for registry in registries.flatten() {
        // A registry of files has no host before the hyphen.
        if !registry.file_name().to_string_lossy().starts_with('-') {
            continue;
        }
        for package in published {
            let unpacked = format!("{}-{}", package.name, package.version);
            let unpacked = registry.path().join(unpacked);
            if unpacked.exists() {
                fs::remove_dir_all(&unpacked).map_err(|error| {
                    Failure::new(format!("cannot remove `{}`", unpacked.display()), error)
                })?;
            }
        }
    }
    Ok(())
}

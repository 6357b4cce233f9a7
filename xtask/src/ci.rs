//! `ci`: everything that has to be green before a change lands.

mod skipped;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use clap::Args;
use serde_json::Value;

use self::skipped::Skipped;
use schema_cli::{Context, Exit, Failure, output, programs};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Also run what takes too long for every change: ignored tests, and the check for advisories
    #[arg(long)]
    scheduled: bool,
    /// Fail if releases cannot be compared with the history, which needs a full clone with the branch `main`
    #[arg(long)]
    require_history: bool,
}

struct Step {
    name: String,
    arguments: Vec<String>,
    environment: &'static [(&'static str, &'static str)],
    needs: Option<Need>,
}

/// Something that not every machine has. Without it, a step is skipped, and the list at the end says so.
#[derive(Clone, Copy)]
struct Need {
    /// Arguments of cargo, which succeed where it is there.
    probe: &'static [&'static str],
    reason: &'static str,
}

const CARGO_DENY: Need = Need {
    probe: &["deny", "--version"],
    reason: "`cargo-deny` is not installed; `.ci/run` installs it",
};

const ADVISORIES: Need = Need {
    probe: &["deny", "fetch", "db"],
    reason: "`cargo deny fetch db` cannot fetch the database; see docs/dependencies.md",
};

impl Step {
    fn new(name: impl Into<String>, arguments: &[&str]) -> Self {
        let arguments = arguments
            .iter()
            .map(|argument| (*argument).to_owned())
            .collect();
        Self {
            name: name.into(),
            arguments,
            environment: &[],
            needs: None,
        }
    }

    fn needs(mut self, need: Need) -> Self {
        self.needs = Some(need);
        self
    }
}

/// A package that is published.
struct Published {
    name: String,
    version: String,
    features: Vec<String>,
}

/// The steps in their order. The test command is the README's.
fn steps(published: &[Published], arguments: &Arguments) -> Vec<Step> {
    let packages: Vec<&str> = published
        .iter()
        .flat_map(|package| ["--package", package.name.as_str()])
        .collect();
    let bare = |command: &'static str| [&[command, "--no-default-features"], &*packages].concat();
    let mut doc = Step::new(
        "documentation",
        &["doc", "--workspace", "--no-deps", "--all-features"],
    );
    doc.environment = &[("RUSTDOCFLAGS", "--deny warnings")];
    let mut tests = Step::new("tests", &["test", "--workspace", "--all-features"]);
    // Nothing is left out where the compiler is another one, and more is tried than a developer would wait for.
    tests.environment = &[
        ("REQUIRE_PUBLIC_API", "1"),
        ("COMPAT_RANDOM_PAIRS", "20000"),
    ];
    let mut check = Step::new("check", &["xtask", "check"]);
    if arguments.require_history {
        check.arguments.push("--require-history".to_owned());
    }
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
        Step::new(
            "clippy without network clients",
            &["clippy", "--bin", "xtask", "--", "--deny", "warnings"],
        ),
        tests,
        Step::new("tests without features", &bare("test")),
    ];
    steps.extend(published.iter().flat_map(single_features));
    steps.extend([
        Step::new("codegen", &["xtask", "codegen", "--check"]),
        check,
        Step::new("schema formatting", &["xtask", "fmt", "--check"]),
        doc,
        Step::new(
            "package",
            &[&["package", "--allow-dirty"], &*packages].concat(),
        ),
        Step::new(
            "dependencies",
            &["deny", "check", "bans", "licenses", "sources"],
        )
        .needs(CARGO_DENY),
    ]);
    if arguments.scheduled {
        steps.extend([
            Step::new(
                "ignored tests",
                &[&skipped::TESTS[..], &["--", "--ignored"]].concat(),
            ),
            Step::new(
                "contenders of the benchmark",
                &[
                    "test",
                    "--manifest-path",
                    "tests/peers/Cargo.toml",
                    "--target-dir",
                    "target/peers",
                ],
            ),
            Step::new("advisories", &["deny", "check", "advisories"]).needs(ADVISORIES),
        ]);
    }
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

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let folder = place
        .folder
        .canonicalize()
        .map_err(|error| Failure::new(format!("cannot find `{}`", place.shown_as), error))?;
    let root = folder.parent().unwrap_or(&folder);
    let cargo = Cargo::new(root);
    let published = published(&cargo)?;
    forget_unpacked(&published)?;
    let steps = steps(&published, arguments);
    let mut skipped = Skipped::new()?;
    let mut failed = Vec::new();
    let mut tried = 0;
    for (index, step) in steps.iter().enumerate() {
        let (name, number, total) = (step.name.as_str(), index + 1, steps.len());
        let step_arguments: Vec<&str> = step.arguments.iter().map(String::as_str).collect();
        if let Some(need) = step.needs
            && !cargo.succeeds(need.probe)
        {
            output::complain(&format!("[{number}/{total}] {name}: skipped"));
            skipped.add(format!("the step `{name}`"), need.reason);
            continue;
        }
        tried += 1;
        output::complain(&format!(
            "[{number}/{total}] {name}: cargo {}",
            step_arguments.join(" ")
        ));
        let start = Instant::now();
        let status = cargo
            .command(&step_arguments)
            .envs(step.environment.iter().copied())
            .env(skipped::VARIABLE, skipped.file())
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
    if !arguments.scheduled {
        skipped.add_ignored(&cargo);
    }
    for line in skipped.list()? {
        output::complain(&line);
    }
    if failed.is_empty() {
        output::complain(&format!("all {tried} steps are green"));
        return Ok(Exit::Fine);
    }
    output::complain(&format!(
        "{} of {tried} steps failed: {}",
        failed.len(),
        failed.join(", ")
    ));
    Ok(Exit::Findings)
}

/// Cargo, in the folder of the workspace.
struct Cargo {
    root: PathBuf,
}

impl Cargo {
    fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = programs::cargo(&self.root);
        command.args(arguments);
        command
    }

    /// Reports whether a run succeeds, and shows nothing of it.
    fn succeeds(&self, arguments: &[&str]) -> bool {
        let mut command = self.command(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }
}

/// The packages of the workspace that are published.
fn published(cargo: &Cargo) -> Result<Vec<Published>, Failure> {
    let doing = "cannot list the packages";
    let output = cargo
        .command(&["metadata", "--no-deps", "--format-version", "1"])
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

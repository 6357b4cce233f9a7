//! `ci`: everything that has to be green before a change lands.

use std::{
    env,
    ffi::OsString,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{
    context::Context,
    exit::{Exit, Failure},
};

struct Step {
    name: &'static str,
    arguments: Vec<String>,
    environment: Option<(&'static str, &'static str)>,
}

impl Step {
    fn new(name: &'static str, arguments: &[&str]) -> Self {
        let arguments = arguments
            .iter()
            .map(|argument| (*argument).to_owned())
            .collect();
        Self {
            name,
            arguments,
            environment: None,
        }
    }
}

/// The steps in their order. The test command is the README's.
fn steps(packages: &[String]) -> Vec<Step> {
    let mut package = Step::new("package", &["package", "--allow-dirty"]);
    for name in packages {
        package
            .arguments
            .extend(["--package".to_owned(), name.clone()]);
    }
    let mut doc = Step::new("documentation", &["doc", "--workspace", "--no-deps"]);
    doc.environment = Some(("RUSTDOCFLAGS", "--deny warnings"));
    vec![
        Step::new("format", &["fmt", "--all", "--check"]),
        Step::new(
            "clippy",
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ],
        ),
        Step::new("tests", &["test", "--workspace"]),
        Step::new("codegen", &["xtask", "codegen", "--check"]),
        Step::new("check", &["xtask", "check"]),
        Step::new("schema layout", &["xtask", "fmt", "--check"]),
        doc,
        package,
    ]
}

pub(crate) fn run(context: &Context) -> Result<Exit, Failure> {
    let place = context.place()?;
    let folder = place
        .folder
        .canonicalize()
        .map_err(|error| Failure::new(format!("cannot find `{}`", place.shown_as), error))?;
    let root = folder.parent().unwrap_or(&folder);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let steps = steps(&published(&cargo, root)?);
    let mut failed = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let (name, number, total) = (step.name, index + 1, steps.len());
        anstream::eprintln!(
            "[{number}/{total}] {name}: cargo {}",
            step.arguments.join(" ")
        );
        let mut command = Command::new(&cargo);
        command
            .args(&step.arguments)
            .envs(step.environment)
            .current_dir(root);
        let status = command
            .status()
            .map_err(|error| Failure::new(format!("cannot run cargo for `{name}`"), error))?;
        if !status.success() {
            failed.push(name);
        }
    }
    if failed.is_empty() {
        anstream::eprintln!("all {} steps are green", steps.len());
        return Ok(Exit::Fine);
    }
    anstream::eprintln!(
        "{} of {} steps failed: {}",
        failed.len(),
        steps.len(),
        failed.join(", ")
    );
    Ok(Exit::Findings)
}

/// The packages of the workspace that are published.
fn published(cargo: &OsString, root: &Path) -> Result<Vec<String>, Failure> {
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
        .filter_map(|package| package.get("name")?.as_str().map(str::to_owned))
        .collect())
}

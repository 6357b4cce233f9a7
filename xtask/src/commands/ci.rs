//! `ci`: everything that has to be green before a change lands.

use std::{env, process::Command};

use crate::{
    context::Context,
    exit::{Exit, Failure},
};

/// The steps in their order: what each is called, and what it runs. The test command is the
/// README's.
const STEPS: &[(&str, &[&str])] = &[
    ("format", &["fmt", "--all", "--check"]),
    (
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
    ("tests", &["test", "--workspace"]),
    ("codegen", &["xtask", "codegen", "--check"]),
    ("check", &["xtask", "check"]),
    ("schema layout", &["xtask", "fmt", "--check"]),
    ("documentation", &["doc", "--workspace", "--no-deps"]),
    (
        "package",
        &[
            "package",
            "--package",
            "schema-runtime",
            "--package",
            "scrapenest-webhooks",
            "--allow-dirty",
        ],
    ),
];

pub(crate) fn run(context: &Context) -> Result<Exit, Failure> {
    let place = context.place()?;
    let root = place.folder.parent().unwrap_or(&place.folder);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut failed = Vec::new();
    for (index, (name, arguments)) in STEPS.iter().enumerate() {
        anstream::eprintln!(
            "[{}/{}] {name}: cargo {}",
            index + 1,
            STEPS.len(),
            arguments.join(" ")
        );
        let mut command = Command::new(&cargo);
        command.args(*arguments).current_dir(root);
        if *name == "documentation" {
            command.env("RUSTDOCFLAGS", "--deny warnings");
        }
        let status = command
            .status()
            .map_err(|error| Failure::new(format!("cannot run cargo for `{name}`"), error))?;
        if !status.success() {
            failed.push(*name);
        }
    }
    if failed.is_empty() {
        anstream::eprintln!("all {} steps are green", STEPS.len());
        Ok(Exit::Fine)
    } else {
        anstream::eprintln!(
            "{} of {} steps failed: {}",
            failed.len(),
            STEPS.len(),
            failed.join(", ")
        );
        Ok(Exit::Findings)
    }
}

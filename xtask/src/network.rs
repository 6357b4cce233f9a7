//! Hands a run over to a build of the same tool that has network clients. They take as long to compile as all the
//! rest, and only addresses of web servers and object stores need them.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use schema_publish::destination::Destination;
use serde_json::Value;

use crate::{
    context::Context,
    exit::{Exit, Failure},
    programs::{cargo, itself},
};

/// The workspace that this program was built from. Its configuration and its build scripts have run already, to build
/// this program; those of the folder that the tool is started in count for nothing.
const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Runs the same command line with network clients if an address needs them and this build has none. Returns `None`
/// if this process can do the work itself.
///
/// # Errors
///
/// If the tool cannot be built, or cannot be started.
pub(crate) fn run_with_clients(context: &Context, address: &str) -> Result<Option<Exit>, Failure> {
    if cfg!(feature = "network") || !Destination::needs_network(address) {
        return Ok(None);
    }
    context.say(&format!(
        "note: `{address}` needs network clients; cargo builds them if they are not built yet"
    ));
    let program = build()?;
    let mut command = itself(&program);
    command.args(env::args_os().skip(1));
    replace(command).map(Some)
}

/// Builds the tool with network clients, in the profile of this program, and returns the path of the program.
fn build() -> Result<PathBuf, Failure> {
    let doing = "cannot build the network clients";
    let arguments = [
        "build",
        "--bin",
        "xtask",
        "--features",
        "xtask/network",
        "--message-format",
        "json-render-diagnostics",
    ];
    let mut command = cargo(Path::new(WORKSPACE));
    command.args(arguments).stderr(Stdio::inherit());
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    let output = command.output().map_err(|error| {
        Failure::other(
            doing,
            format!("cannot run cargo in `{WORKSPACE}`: {error}; build the tool there with `--features xtask/network`"),
        )
    })?;
    if !output.status.success() {
        return Err(Failure::other(doing, "cargo failed; see its output above"));
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = messages.filter_map(|message| {
        let program = message.get("executable")?.as_str()?;
        Some(PathBuf::from(program))
    });
    programs
        .next()
        .ok_or_else(|| Failure::other(doing, "cargo did not report a program"))
}

/// Goes on as another program.
#[cfg(unix)]
fn replace(mut command: Command) -> Result<Exit, Failure> {
    use std::os::unix::process::CommandExt as _;
    Err(not_started(command.exec()))
}

/// Runs another program, and ends as it does.
#[cfg(not(unix))]
fn replace(mut command: Command) -> Result<Exit, Failure> {
    let status = command.status().map_err(not_started)?;
    Ok(match status.code() {
        Some(0) => Exit::Fine,
        Some(1) => Exit::Findings,
        Some(4) => Exit::Stale,
        _ => Exit::Failed,
    })
}

fn not_started(error: std::io::Error) -> Failure {
    Failure::new("cannot start the tool with network clients", error)
}

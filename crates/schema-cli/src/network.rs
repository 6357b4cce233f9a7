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

/// The way to build a program with network clients.
#[derive(Clone, Copy, Debug)]
pub struct Build {
    /// The workspace that the program was built from. Its configuration and its build scripts have run already, to build
    /// the program; those of the folder that the tool is started in count for nothing.
    pub workspace: &'static str,
    /// The name of the program for cargo.
    pub program: &'static str,
    /// The feature of network clients.
    pub feature: &'static str,
}

/// Runs the same command line with network clients if an address needs them and this build has none. Returns `None`
/// if this process can do the work itself.
///
/// # Errors
///
/// Returns an error if the tool cannot be built, or cannot be started.
pub(crate) fn run_with_clients(context: &Context, address: &str) -> Result<Option<Exit>, Failure> {
    if cfg!(feature = "network") || !Destination::needs_network(address) {
        return Ok(None);
    }
    let Some(build) = context.program.build else {
        return Err(Failure::other(
            format!("cannot use `{address}`"),
            "this program was built without network clients; install it with `--features network`",
        ));
    };
    context.say(&format!(
        "note: `{address}` needs network clients; cargo builds them if they are not built yet"
    ));
    let program = build.run()?;
    let mut command = itself(&program);
    command.args(env::args_os().skip(1));
    replace(command).map(Some)
}

impl Build {
    /// Builds the tool with network clients, in the profile of this program, and returns the path of the program.
    fn run(self) -> Result<PathBuf, Failure> {
        let doing = "cannot build the network clients";
        let arguments = [
            "build",
            "--bin",
            self.program,
            "--features",
            self.feature,
            "--message-format",
            "json-render-diagnostics",
        ];
        let mut command = cargo(Path::new(self.workspace));
        command.args(arguments).stderr(Stdio::inherit());
        if !cfg!(debug_assertions) {
            command.arg("--release");
        }
        let output = command.output().map_err(|error| {
            Failure::other(
                doing,
                format!(
                    "cannot run cargo in `{}`: {error}; build the tool there with `--features {}`",
                    self.workspace, self.feature
                ),
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
}

/// Replaces this process by another program.
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

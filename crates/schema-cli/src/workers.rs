//! Processes that compare schemas: this program again, with a hidden argument.

use std::{env, ffi::OsStr, io, path::PathBuf, process::Command};

use schema_compat::worker::{self, Limits, Workers};

use crate::{
    exit::{Exit, Failure},
    output, programs,
};

/// The argument that makes this program a worker. The limits follow it, as JSON.
const ARGUMENT: &str = "compare-worker";

/// Works for another process of this program, if that is what it was started for.
pub(crate) fn work() -> Option<Exit> {
    let mut arguments = env::args_os().skip(1);
    if arguments.next().as_deref() != Some(OsStr::new(ARGUMENT)) {
        return None;
    }
    let limits = arguments.next().and_then(|text| text.into_string().ok());
    #[expect(
        clippy::disallowed_methods,
        reason = "another process of this program reads it"
    )]
    let answers = io::stdout();
    let done = limits
        .ok_or_else(|| io::Error::other("the limits are missing"))
        .and_then(|text| serde_json::from_str::<Limits>(&text).map_err(io::Error::from))
        .and_then(|limits| worker::serve(io::stdin(), answers, &limits));
    Some(match done {
        Ok(()) => Exit::Fine,
        Err(error) => {
            output::complain(&format!("error: {error}"));
            Exit::Failed
        }
    })
}

/// Provides workers with these limits.
pub(crate) fn with<T>(
    limits: Limits,
    work: impl FnOnce(&Workers<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let program = program()?;
    let command = || command(&program, &limits);
    work(&Workers::new(&command, limits))
}

/// Returns the path of this program. It is determined once, because the file may be replaced while the program runs.
fn program() -> Result<PathBuf, Failure> {
    env::current_exe()
        .map_err(|error| Failure::new("cannot determine the path of this program", error))
}

/// Starts a worker.
fn command(program: &PathBuf, limits: &Limits) -> Command {
    let mut command = programs::program(program);
    command.arg(ARGUMENT);
    // Address space that the allocator reserves beforehand would count as used memory.
    command.env("MIMALLOC_ARENA_RESERVE", "0");
    command.arg(serde_json::to_string(limits).unwrap_or_default());
    command
}

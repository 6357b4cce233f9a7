//! The programs that the tool starts: itself, `rustfmt`, and the project's own `cargo` for `ci` and for network clients. A test sees to
//! it that no other place starts one.

use std::{env, ffi::OsStr, path::Path, process::Command};

use crate::commands::publish;

/// Begins a command, without the secrets that only this process needs.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.env_remove(publish::KEY);
    command
}

/// Begins a command of this tool's own, which may need the secrets that this process has.
pub(crate) fn itself(program: &Path) -> Command {
    Command::new(program)
}

/// Begins a command of cargo, in the folder of a workspace.
#[must_use]
pub fn cargo(workspace: &Path) -> Command {
    let mut command = program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace);
    // Build scripts would run again because of the variables that cargo sets for this package.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_MANIFEST_") || text.starts_with("CARGO_PKG_") {
            command.env_remove(&name);
        }
    }
    command
}

//! The programs that the tool starts: itself, `rustfmt`, and for `ci` the project's own `cargo`. A test sees to
//! it that no other place starts one.

use std::{ffi::OsStr, process::Command};

use crate::commands::publish;

/// Begins a command, without the secrets that only this process needs.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.env_remove(publish::KEY);
    command
}

//! The command line of a registry: checks, generates, releases and publishes.
//!
//! A program is a name, a list of targets and a list of commands. `schemas` has the commands of this crate; a program
//! of a repository can add its own:
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! use schema_cli::{Command, Program, TARGETS, run};
//!
//! fn main() -> ExitCode {
//!     let program = Program {
//!         name: "schemas",
//!         targets: TARGETS,
//!         build: None,
//!     };
//!     run::<Command>(program, |context, command| command.run(context))
//! }
//! ```
//!
//! Invariants:
//! - Only this crate writes files of a registry, all of them through `checkout`.
//! - Only `output` prints: it escapes what was read.
//! - Only `programs` starts programs.

#![warn(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "`output` alone escapes what it prints"
)]

mod checkout;
mod cli;
mod commands;
mod context;
mod day;
mod exit;
mod history;
mod network;
mod next;
pub mod output;
mod policy;
pub mod programs;
mod progress;
mod rustfmt;
mod session;
mod source;
mod sync;
mod unchanged;
mod workers;

use std::process::ExitCode;

use clap::Subcommand;
use schema_codegen::Generator;

pub use cli::Command;
pub use context::{Context, Place};
pub use exit::{Exit, Failure};
/// The allocator of programs. Schemas and documents are many small values: with the allocator of glibc, `check` of a
/// thousand events takes 1.7 times as long.
pub use mimalloc::MiMalloc as Allocator;
pub use network::Build;

/// The size of stacks, in bytes. Validators and the algebra of schemas go down as far as schemas are nested, and chains
/// of references are as long as their authors make them.
const STACK: usize = 1024 * 1024 * 1024;

/// The targets of every program, one a line.
pub const TARGETS: &[&dyn Generator] = &[
    &codegen_rust::Rust,
    &codegen_typescript::TypeScript,
    &codegen_python::Python,
    &codegen_docs::Pages,
];

/// A program for registries.
#[derive(Clone, Copy)]
pub struct Program {
    /// The words that call it, such as `schemas`. Help texts and messages name it.
    pub name: &'static str,
    /// The targets that a registry can switch on.
    pub targets: &'static [&'static dyn Generator],
    /// The way to build the same program with network clients. Without it, an address that needs them is an error in a
    /// program that has none.
    pub build: Option<Build>,
}

/// Runs the command line of this process, whose commands are `Own`.
#[must_use]
pub fn run<Own: Subcommand + 'static>(
    program: Program,
    run: fn(&Context, Own) -> Result<Exit, Failure>,
) -> ExitCode {
    output::tell_panics();
    // A worker counts its own stack against its limits.
    if let Some(exit) = workers::work() {
        return exit.into();
    }
    let work = move || match cli::Cli::<Own>::read(program) {
        Ok(cli) => cli.run(program, run),
        Err(exit) => exit,
    };
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(work);
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(_)) => Exit::Failed.into(),
        Err(error) => {
            output::complain(&format!("error: cannot start: {error}"));
            Exit::Failed.into()
        }
    }
}

//! The command line: a thin layer over the crates, and the only writer of files.

#![warn(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "`output` alone escapes what it prints"
)]

use std::process::ExitCode;

mod checkout;
mod cli;
mod commands;
mod context;
mod day;
mod exit;
mod history;
mod network;
mod next;
mod output;
mod policy;
mod programs;
mod progress;
mod rustfmt;
mod session;
mod source;
mod sync;
mod workers;

/// Schemas and documents are many small values. With the allocator of glibc, `check` of a thousand events
/// takes 1.7 times as long.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Validators and the algebra of schemas go down as far as schemas are nested, and chains of
/// references are as long as their authors make them.
pub(crate) const STACK: usize = 1024 * 1024 * 1024;

fn main() -> ExitCode {
    output::tell_panics();
    // A worker counts its own stack against its limits.
    if let Some(exit) = workers::work() {
        return exit.into();
    }
    let worker = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(|| cli::Cli::read().map_or_else(|exit| exit, cli::Cli::run));
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(_)) => exit::Exit::Failed.into(),
        Err(error) => {
            output::complain(&format!("error: cannot start: {error}"));
            exit::Exit::Failed.into()
        }
    }
}

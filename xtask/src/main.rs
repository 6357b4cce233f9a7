//! The command line of this repository: `cargo xtask X` is `schemas X`, and `cargo xtask ci` runs what continuous
//! integration runs.

use std::process::ExitCode;

use clap::Subcommand;
use schema_cli::{Allocator, Build, Program, TARGETS, run};

mod ci;

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

#[derive(Debug, Subcommand)]
enum Command {
    #[command(flatten)]
    Tool(schema_cli::Command),
    /// Run everything that continuous integration runs, and report every failure
    Ci(ci::Arguments),
}

fn main() -> ExitCode {
    let program = Program {
        name: "cargo xtask",
        targets: TARGETS,
        build: Some(Build {
            workspace: concat!(env!("CARGO_MANIFEST_DIR"), "/.."),
            program: "xtask",
            feature: "xtask/network",
        }),
    };
    run::<Command>(program, |context, command| match command {
        Command::Tool(command) => command.run(context),
        Command::Ci(arguments) => ci::run(context, &arguments),
    })
}

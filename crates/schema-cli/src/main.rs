//! The program `schemas`.

use std::process::ExitCode;

use schema_cli::{Allocator, Command, Program, TARGETS, run};

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

fn main() -> ExitCode {
    let program = Program {
        name: "schemas",
        targets: TARGETS,
        build: None,
    };
    run::<Command>(program, |context, command| command.run(context))
}

//! The command line.

use std::{env, ffi::OsString, path::PathBuf};

use clap::{Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use schema_registry::report;

use crate::{
    Program,
    commands::{
        check, codegen, diff, explain, fetch, fmt, new, new_major, publish, release, validate,
        verify,
    },
    context::Context,
    exit::{Exit, Failure},
    output,
};

/// Checks, releases and publishes event schemas, and generates types and documentation from them.
#[derive(Debug, Parser)]
#[command(arg_required_else_help = true)]
pub(crate) struct Cli<Own: Subcommand> {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Own,
}

#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The folder with `registry.toml` [default: `schemas` in this folder or the nearest parent that has it]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) registry: Option<PathBuf>,
    /// The format of findings; `diff` supports `human`, and `json` as JSON lines
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto)]
    pub(crate) color: ColorChoice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text with the source line and a caret
    Human,
    /// A JSON array
    Json,
    /// GitHub workflow commands
    Github,
    /// SARIF 2.1.0
    Sarif,
}

impl From<Format> for report::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Human => Self::Human,
            Format::Json => Self::Json,
            Format::Github => Self::Github,
            Format::Sarif => Self::Sarif,
        }
    }
}

/// A command of every program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check schemas and examples against every rule
    Check(check::Arguments),
    /// Generate types and documentation from the schemas
    Codegen(codegen::Arguments),
    /// Compare schemas with their released revisions, or two files with each other
    Diff(diff::Arguments),
    /// Validate event bodies against the schemas that they name
    Validate(validate::Arguments),
    /// Format schemas and examples
    Fmt(fmt::Arguments),
    /// Explain a rule, or list all rules
    Explain(explain::Arguments),
    /// Create an event: a schema, and two examples that pass `check`
    New(new::Arguments),
    /// Release the events that changed, each as an immutable revision
    Release(release::Arguments),
    /// Start a new major version of a family, as a copy of the newest one
    NewMajor(new_major::Arguments),
    /// Publish released schemas to a folder or an object store
    Publish(publish::Arguments),
    /// Verify published files: signature, digests, schemas and index
    Verify(verify::Arguments),
    /// Fetch verified schemas, at the revisions that a lock file records
    Fetch(fetch::Arguments),
}

impl Command {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns an error if the tool cannot work: a file that cannot be read, a registry that there is not.
    pub fn run(self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Self::Check(arguments) => check::run(context, &arguments),
            Self::Codegen(arguments) => codegen::run(context, &arguments),
            Self::Diff(arguments) => diff::run(context, &arguments),
            Self::Validate(arguments) => validate::run(context, &arguments),
            Self::Fmt(arguments) => fmt::run(context, &arguments),
            Self::Explain(arguments) => explain::run(context, &arguments),
            Self::New(arguments) => new::run(context, &arguments),
            Self::Release(arguments) => release::run(context, &arguments),
            Self::NewMajor(arguments) => new_major::run(context, &arguments),
            Self::Publish(arguments) => publish::run(context, &arguments),
            Self::Verify(arguments) => verify::run(context, &arguments),
            Self::Fetch(arguments) => fetch::run(context, &arguments),
        }
    }
}

impl<Own: Subcommand> Cli<Own> {
    /// Reads the arguments of this process. If they cannot be used, or ask for help, that is printed.
    pub(crate) fn read(program: Program) -> Result<Self, Exit> {
        let error = match Self::parsed(program, env::args_os()) {
            Ok(cli) => return Ok(cli),
            Err(error) => error,
        };
        let exit = if error.use_stderr() {
            Exit::Failed
        } else {
            Exit::Fine
        };
        // The same arguments without what steers a terminal lead to the same message.
        let shown = env::args_os().map(|argument| {
            let argument = argument.to_string_lossy();
            OsString::from(output::shown_argument(&argument))
        });
        output::usage(&Self::parsed(program, shown).err().unwrap_or(error));
        Err(exit)
    }

    fn parsed(
        program: Program,
        arguments: impl Iterator<Item = OsString>,
    ) -> Result<Self, clap::Error> {
        let name = program.name;
        let mut command = Self::command()
            .name(name)
            .bin_name(name)
            .after_help(format!(
                "Exit codes: 0 success; 1 findings; 2 a usage error, or the tool failed; \
                 4 generated files are out of date (run `{name} codegen`)."
            ));
        let mut matches = command.try_get_matches_from_mut(arguments)?;
        Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
    }

    pub(crate) fn run(
        self,
        program: Program,
        run: fn(&Context, Own) -> Result<Exit, Failure>,
    ) -> Exit {
        let color = match self.global.color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        color.write_global();
        let context = Context::new(program, self.global);
        run(&context, self.command).unwrap_or_else(|failure| {
            output::error(&failure);
            Exit::Failed
        })
    }
}

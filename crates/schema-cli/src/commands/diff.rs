//! `diff`: what changed between schemas, for whom it breaks, and a document that shows it.

mod beside;
mod definitions;
mod events;
mod files;
mod input;
mod pairs;
mod state;
mod text;

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::{Args, ValueEnum};
use schema_compat::{Draft4Integers, Formats, Profile, Settings, worker::Limits};
use serde::Serialize;

use self::{files::Files, text::Printer};

use crate::{
    cli::Format,
    context::Context,
    exit::{Exit, Failure},
    workers,
};

#[derive(Debug, Args)]
#[command(
    after_help = "Two arguments that end in `.json` are files, which are compared without a registry. Files in \
                  or below their folders that they refer to are included."
)]
pub struct Arguments {
    /// Events to compare with their released revisions [default: all], or two files: OLD.json NEW.json
    #[arg(value_name = "EVENT|FILE", conflicts_with = "pairs")]
    named: Vec<String>,
    /// Compare the `writer` with the `reader` of each line, and print one JSON line for each; `-` reads
    /// standard input
    #[arg(long, value_name = "FILE.jsonl")]
    pairs: Option<PathBuf>,
    /// Compare events with those in another registry folder, or at a commit of this one, instead of with
    /// their released revisions
    #[arg(long, value_name = "DIR|GIT-REF", conflicts_with = "pairs")]
    against: Option<String>,
    /// Compare only this definition of two files, given by name or JSON pointer [default: the root, or every
    /// definition of files that contain nothing else]
    #[arg(long, value_name = "NAME|POINTER", conflicts_with_all = ["pairs", "against"])]
    definition: Option<String>,
    /// Print documents that show a break in full, however long they are
    #[arg(long)]
    full: bool,
    /// Which documents the writer is assumed to send [default: exact for files, tolerant for events]
    #[arg(long, value_enum)]
    profile: Option<ProfileName>,
    /// Treat `format` as an annotation in both schemas
    #[arg(long)]
    no_formats: bool,
    /// The meaning of `integer` in draft 4 [default: by-letter]
    #[arg(long, value_enum, value_name = "HOW")]
    draft4_integers: Option<Draft4Name>,
    /// Maximum time of one comparison, in seconds [default: 2; for events, as in `registry.toml`]
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<f64>,
    /// Maximum memory of one comparison, in MiB [default: 768; for events, as in `registry.toml`]
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u64).range(16..=1 << 20))]
    memory_limit: Option<u64>,
    /// Maximum stack of one comparison, in MiB [default: 256; for events, as in `registry.toml`]
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u64).range(1..=1 << 16))]
    stack_limit: Option<u64>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ProfileName {
    /// Every document that its schema accepts
    Exact,
    /// Only documents without undeclared members; see docs/compatibility.md
    Tolerant,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Self {
        match name {
            ProfileName::Exact => Self::Exact,
            ProfileName::Tolerant => Self::Tolerant,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Draft4Name {
    /// A number written without a decimal point, so not `1.0`
    ByLetter,
    /// Any whole number, as in later drafts
    #[value(name = "as-draft-6")]
    AsDraft6,
}

impl From<Draft4Name> for Draft4Integers {
    fn from(name: Draft4Name) -> Self {
        match name {
            Draft4Name::ByLetter => Self::ByLetter,
            Draft4Name::AsDraft6 => Self::AsDraft6,
        }
    }
}

impl Arguments {
    /// The limits, where nothing else is said.
    fn limits(&self, otherwise: Limits) -> Limits {
        let bytes = |mib: u64| mib << 20;
        Limits {
            time: self
                .time_limit
                .map_or(otherwise.time, Duration::from_secs_f64),
            memory: self.memory_limit.map_or(otherwise.memory, bytes),
            stack: self.stack_limit.map_or(otherwise.stack, bytes),
        }
    }
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let limits = arguments.limits(Limits::default());
    let settings = |otherwise: Profile| Settings {
        profile: arguments.profile.map_or(otherwise, Profile::from),
        formats: if arguments.no_formats {
            Formats::Annotate
        } else {
            Formats::Assert
        },
        draft4_integers: arguments
            .draft4_integers
            .map_or_else(Draft4Integers::default, Draft4Integers::from),
        ..Settings::default()
    };
    let printer = |settings: Settings| Printer {
        is_full: arguments.full,
        profile: settings.profile,
        files: BTreeMap::new(),
    };
    if matches!(context.format, Format::Github | Format::Sarif) {
        return Err(Failure::other(
            "cannot print a comparison in this format",
            "`diff` supports `--format human` and `--format json`",
        ));
    }
    if let Some(path) = &arguments.pairs {
        return workers::with(limits, |workers| {
            pairs::run(path, settings(Profile::Exact), workers)
        });
    }
    if let Some((old, new)) = two_files(&arguments.named)? {
        if arguments.against.is_some() {
            return Err(Failure::other(
                "cannot use `--against` with two files",
                "omit `--against`, or name events",
            ));
        }
        let settings = settings(Profile::Exact);
        let printer = printer(settings);
        return workers::with(limits, |workers| {
            let files = Files::read(context, (old, new), printer, settings, workers)?;
            files.compare(arguments.definition.as_deref())
        });
    }
    if arguments.definition.is_some() {
        return Err(Failure::other(
            "cannot compare a definition of events",
            "name two files: OLD.json NEW.json",
        ));
    }
    let (names, against) = (&arguments.named, arguments.against.as_deref());
    let settings = settings(schema_compat::policy::SETTINGS.profile);
    let limits = |otherwise| arguments.limits(otherwise);
    let printer = printer(settings);
    events::run(context, names, against, &printer, settings, &limits)
}

/// The two files that are named, or none if events are.
fn two_files(named: &[String]) -> Result<Option<(&str, &str)>, Failure> {
    let is_json = |name: &&String| name.ends_with(".json");
    let files: Vec<&String> = named.iter().filter(is_json).collect();
    let (Some(first), others) = (files.first(), named.iter().find(|name| !is_json(name))) else {
        return Ok(None);
    };
    let doing = |name: &str| format!("cannot compare `{name}`");
    if let Some(other) = others {
        let why = match Path::new(other).exists() {
            true => "a file has to end in `.json`".to_owned(),
            false => format!("name two files, or only events: `{first}` is a file"),
        };
        return Err(Failure::other(doing(other), why));
    }
    match named {
        [old, new] => Ok(Some((old, new))),
        [one] => Err(Failure::other(
            doing(one),
            "name the other file as well: OLD.json NEW.json",
        )),
        more => Err(Failure::other(
            format!("cannot compare {} files", more.len()),
            "name two: OLD.json NEW.json",
        )),
    }
}

fn no_worker(error: io::Error) -> Failure {
    Failure::new("cannot compare", error)
}

fn json_line(value: &impl Serialize) -> Result<String, Failure> {
    let mut line = serde_json::to_string(value)
        .map_err(|error| Failure::new("cannot write an answer", error.into()))?;
    line.push('\n');
    Ok(line)
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if (0.001..=86_400.0).contains(&seconds) => Ok(seconds),
        _ => Err("a number of seconds from 0.001 to 86400".into()),
    }
}

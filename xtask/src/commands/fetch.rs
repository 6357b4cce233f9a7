//! `fetch`: verified schemas for the build of a consumer, the same ones each time.

use std::path::PathBuf;

use clap::Args;
use schema_publish::{
    fetch::{self, Fetched, Pin, Wanted},
    lock::LOCK,
};

use super::{publish::failure, verify::key};
use crate::{
    context::{Context, count},
    exit::{Exit, Failure},
    progress::Progress,
};

#[derive(Debug, Args)]
#[command(after_help = format!(
    "Each schema is written to the path that bodies name in `schema_ref`. `{LOCK}` in the folder has \
     the revisions and digests: as long as all of its files are there, a run asks for nothing; what is \
     missing or was changed is fetched again as it was. `--update` looks for newer revisions."
))]
pub(crate) struct Arguments {
    /// `https://…`, a folder, `s3://bucket/prefix`, `gs://bucket/prefix` or `az://container/prefix`
    #[arg(value_name = "URL")]
    source: String,
    /// The folder for the schemas and the lock
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// A revision to fetch, and no other event [default: the latest of every event]
    #[arg(long = "pin", value_name = "EVENT@REVISION")]
    pins: Vec<Pin>,
    /// The public key of the publisher: its text, or a file with it
    #[arg(long, value_name = "PUBLIC")]
    key: Option<String>,
    /// The address of a server that speaks the protocol of the store
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// Make a new lock
    #[arg(long)]
    update: bool,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let key = arguments.key.as_deref().map(key).transpose()?;
    let wanted = Wanted {
        source: &arguments.source,
        endpoint: arguments.endpoint.as_deref(),
        pins: &arguments.pins,
        key: key.as_ref(),
        update: arguments.update,
    };
    let line = Progress::new();
    let progress = |what: &str, done, total| line.say(what, done, total);
    let summary = fetch::fetch(&arguments.folder, &wanted, &progress).map_err(failure)?;
    drop(line);
    for (locked, fetched) in &summary.schemas {
        let word = match fetched {
            Fetched::Equal => continue,
            Fetched::New => "new",
            Fetched::Replaced => "replaced",
            Fetched::Removed => "removed",
        };
        context.say(&format!("{word:8} {} {}", locked.path, locked.revision));
    }
    let with = |fetched| summary.schemas.iter().filter(move |(_, it)| *it == fetched);
    let kept = summary.schemas.len() - with(Fetched::Removed).count();
    context.say(&format!(
        "{}, {} equal; {}",
        count(kept, "schema"),
        with(Fetched::Equal).count(),
        match summary.was_online {
            true => "the rest was fetched and verified",
            false => "nothing was asked for",
        }
    ));
    Ok(Exit::Fine)
}

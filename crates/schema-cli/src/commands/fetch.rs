//! `fetch`: verified schemas for the build of a consumer, the same ones each time.

use std::path::PathBuf;

use clap::Args;
use schema_publish::{
    fetch::{self, Fetched, Pin, Verified, Wanted},
    lock::LOCK,
};

use super::{publish::failure, verify::key};
use crate::{
    context::{Context, count},
    day,
    exit::{Exit, Failure},
    network,
    progress::Progress,
};

#[derive(Debug, Args)]
#[command(after_help = format!(
    "Each schema is written to the path that bodies name in `schema_ref`. A file that was not fetched is never \
     overwritten. `{LOCK}` in the folder records revisions and digests: while all of its files are present and \
     unchanged, no requests are made; missing or changed files are fetched again. `--update` looks for newer \
     revisions. To update a lock that was made with `--pin`, also pass `--pin` with the revisions to fetch \
     now.\n\n\
     A lock that was made with `--key` is updated only with `--key`, so that the owner of the key has signed \
     every file in it. Only `--max-age` detects a server that keeps serving an old publication with a valid \
     signature."
))]
pub struct Arguments {
    /// `https://…`, a folder, `s3://bucket/prefix`, `gs://bucket/prefix` or `az://container/prefix`
    #[arg(value_name = "URL")]
    source: String,
    /// The folder for the schemas and the lock
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Fetch only this revision; can be repeated [default: the latest revision of every event]
    #[arg(long = "pin", value_name = "EVENT@REVISION")]
    pins: Vec<Pin>,
    /// The public key of the publisher, or the path of a file with it
    #[arg(long, value_name = "PUBLIC")]
    key: Option<String>,
    /// The address of a server that is compatible with the object store
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// The `base-uri` of the registry, if it is read from another address, such as a mirror [default: URL]
    #[arg(long, value_name = "URL", requires = "key")]
    base_uri: Option<String>,
    /// Reject signatures that are more than DAYS days old
    #[arg(long, value_name = "DAYS", requires = "key")]
    max_age: Option<u32>,
    /// Update the lock to the latest revisions, or to those of `--pin`
    #[arg(long)]
    update: bool,
    /// Accept a publication that is older than the lock, or lacks revisions that the lock has
    #[arg(long, requires = "update")]
    allow_rollback: bool,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let key = arguments.key.as_deref().map(key).transpose()?;
    let days = arguments.max_age.map(day::past).transpose()?;
    if let Some(exit) = network::run_with_clients(context, &arguments.source)? {
        return Ok(exit);
    }
    let wanted = Wanted {
        source: &arguments.source,
        endpoint: arguments.endpoint.as_deref(),
        pins: &arguments.pins,
        key: key.as_ref(),
        base_uri: arguments.base_uri.as_deref(),
        days: days.as_ref(),
        update: arguments.update,
        allow_rollback: arguments.allow_rollback,
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
        by(&summary.verified),
    ));
    Ok(Exit::Fine)
}

/// Says what was verified, and by what.
fn by(verified: &Verified) -> String {
    match verified {
        Verified::Local => "up to date (no requests made)".into(),
        Verified::Lock => {
            "fetched the missing files and verified them against the lock, which records no key"
                .into()
        }
        Verified::Manifest { is_signed } => {
            let signed = match is_signed {
                true => "signed, but no key was given (`--key`)",
                false => "not signed",
            };
            format!("{signed}: the digests match the source's own manifest")
        }
        Verified::Signed { key, statement } => format!("verified by the key {key}: {statement}"),
    }
}

//! `verify`: is what is published whole, and what its publisher made of it?

use schema_registry::rules;
use std::{path::Path, time::Duration};

use clap::Args;
use schema_publish::{
    destination::{Destination, Limits, Use},
    signature::{self, Trust, Verifier},
    verify::{self, LocalRegistry},
};
use schema_registry::{diagnostic, file, model::Registry};

use super::publish::{failure, finding};
use crate::{
    context::{Context, count},
    day,
    exit::{Exit, Failure},
    network,
    progress::Progress,
};

#[derive(Debug, Args)]
#[command(
    after_help = "If a local registry has the same `base-uri`, the published files must match its releases."
)]
pub struct Arguments {
    /// A folder, `https://…`, `s3://bucket/prefix`, `gs://bucket/prefix` or `az://container/prefix`
    #[arg(value_name = "URL|DIR")]
    source: String,
    /// The address of a server that is compatible with the object store
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// The public key of the publisher, or the path of a file with it
    #[arg(long, value_name = "PUBLIC")]
    key: Option<String>,
    /// The `base-uri` of the registry, if it is read from another address, such as a mirror [default: URL, if it is
    /// that of a web server]
    #[arg(long, value_name = "URL", requires = "key")]
    base_uri: Option<String>,
    /// Reject signatures that are more than DAYS days old
    #[arg(long, value_name = "DAYS", requires = "key")]
    max_age: Option<u32>,
    /// Maximum total size of the files that are read, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 1024,
          value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    read_limit: u64,
    /// Maximum number of files that are read
    #[arg(long, value_name = "NUMBER", default_value_t = 1_000_000)]
    file_limit: u64,
    /// Maximum time in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 3600)]
    time_limit: u64,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let key = arguments.key.as_deref().map(key).transpose()?;
    if let Some(exit) = network::run_with_clients(context, &arguments.source)? {
        return Ok(exit);
    }
    let endpoint = arguments.endpoint.as_deref();
    let source = Destination::open(&arguments.source, endpoint, Use::Reading).map_err(failure)?;
    let source = source.within(Limits {
        files: arguments.file_limit,
        bytes: arguments.read_limit << 20,
        time: Duration::from_secs(arguments.time_limit),
    });
    let (registry, note) = registry(context)?;
    let registry = registry.as_ref().map(|registry| LocalRegistry {
        registry,
        is_named: context.names_registry(),
    });
    let line = Progress::new();
    let progress = |what: &str, done, total| line.say(what, done, total);
    let days = arguments.max_age.map(day::past).transpose()?;
    let trust = key.as_ref().map(|key| Trust {
        key,
        base_uri: signature::registry_of(&arguments.source, arguments.base_uri.as_deref()),
        days,
    });
    let report = verify::verify(&source, trust.as_ref(), registry, &progress);
    let report = report.map_err(failure)?;
    drop(line);
    let base = arguments.source.trim_end_matches('/');
    let findings = report.findings.iter().map(|it| {
        let path = format!("{base}/{}", it.path);
        finding(&rules::DAMAGED_PUBLICATION, &path, it.message.clone())
    });
    let findings: Vec<_> = findings.collect();
    let exit = context.report(&findings);
    for note in report.notes.iter().chain(&note) {
        context.say(&format!("note: {note}"));
    }
    if let Some((statement, key)) = report.signed.zip(key) {
        context.say(&format!("signed by the key {}: {statement}", key.to_line()));
    }
    if report.is_compared {
        context.say("compared with the releases of this registry");
    }
    context.say(&format!(
        "verified {} and {}: {}",
        count(report.files, "file"),
        count(report.schemas, "schema"),
        count(findings.len(), "error"),
    ));
    Ok(exit)
}

/// The registry that is at hand; or why it cannot be compared.
fn registry(context: &Context) -> Result<(Option<Registry>, Option<String>), Failure> {
    let is_named = context.names_registry();
    let unused = |why: String| Ok((None, Some(format!("{why}, so nothing is compared with it"))));
    let place = match context.place() {
        Ok(place) => place,
        Err(failure) if is_named => return Err(failure),
        Err(_) => return Ok((None, None)),
    };
    let shown = format!("the registry in `{}`", place.shown_as);
    let registry = match context.registry(&place) {
        Ok(registry) => registry,
        Err(failure) if is_named => return Err(failure),
        Err(_) => return unused(format!("{shown} cannot be read")),
    };
    if diagnostic::has_errors(&registry.findings) {
        // Releases that cannot be read would count as never released.
        return match is_named {
            true => Err(Failure::other(
                format!("cannot compare with {shown}"),
                "it has errors, which `check` shows",
            )),
            false => unused(format!("{shown} has errors")),
        };
    }
    Ok((Some(registry), None))
}

/// A public key: the text itself, or a file with it.
pub(crate) fn key(text: &str) -> Result<Verifier, Failure> {
    if let Ok(key) = Verifier::parse(text) {
        return Ok(key);
    }
    let read = file::named_text(Path::new(text));
    // It may be a secret one, which must not be shown.
    let doing = "`--key` is neither a public key nor a readable file";
    let text = read.map_err(|error| Failure::new(doing, error))?;
    Verifier::parse(&text).map_err(failure)
}

//! `publish`: writes releases to a folder or an object store, where they stay.

use std::{
    env,
    path::{self, Path, PathBuf},
};

use clap::Args;
use codegen_docs::Pages;
use schema_codegen::{Artifact, Target};
use schema_publish::{
    destination::{Destination, Use},
    plan::{Change, Plan},
    publish::{Outcome, Publication, Signing},
    signature::Key,
    site::{self, Page},
};
use schema_registry::{
    diagnostic::{self, Diagnostic, Location},
    file,
    rule::Rule,
    rules,
};

use crate::{
    context::{Context, count},
    day,
    exit::{Exit, Failure},
    network,
    progress::Progress,
    session::Session,
};

/// The text of a secret key, for machines that have no file of it.
pub(crate) const KEY: &str = "SCHEMA_SIGNING_KEY";

/// The password of the secret key.
const PASSWORD: &str = "SCHEMA_SIGNING_PASSWORD";

/// More files than these are counted, not listed.
const MOST_LISTED: usize = 100;

#[derive(Debug, Args)]
#[command(after_help = format!(
    "Publishing is safe to interrupt, repeat and run concurrently. A published revision is never \
     overwritten. Every other file is replaced or removed only if no one else has published since it was \
     read.\n\n\
     The signing key is a minisign key (`minisign -G`); its password, if it has one, is read from `{PASSWORD}`. \
     Instead of a file, `{KEY}` can hold the key itself. Credentials for object stores are read from the environment: \
     `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_REGION`, `GOOGLE_APPLICATION_CREDENTIALS`, \
     `AZURE_STORAGE_ACCOUNT_NAME` and `AZURE_STORAGE_ACCOUNT_KEY`, and others that the crate `object_store` reads."
))]
pub struct Arguments {
    /// A folder, `s3://bucket/prefix`, `gs://bucket/prefix` or `az://container/prefix`
    #[arg(long, value_name = "DIR|URL")]
    to: String,
    /// The address of a server that is compatible with the object store
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// The file with the secret key that signs the manifest
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Replace the key that signed the published files
    #[arg(long)]
    new_key: bool,
    /// Replace a valid signature by one with today's date, for consumers that use `fetch --max-age`
    #[arg(long)]
    sign_again: bool,
    /// The day of the signature [default: today, in UTC]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day::parse)]
    date: Option<String>,
    /// Write nothing; list what is new, equal, changed and rejected
    #[arg(long)]
    dry_run: bool,
}

/// `Registry ─site→ Site ─sign→ Publication ─plan→ Plan ─carry out→ files`
pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let session = context.session(context.load(&place)?);
    let registry = &session.registry;
    let findings = session.findings();
    if diagnostic::has_errors(findings) {
        let exit = context.report(findings);
        context.say("nothing was published: fix the errors above first");
        return Ok(exit);
    }
    let site = match site::site(registry, pages(&session)) {
        Ok(site) => site,
        Err(problems) => {
            let exit = context.report(&problems);
            context.say("nothing was published");
            return Ok(exit);
        }
    };
    if holds_sources(&arguments.to, &place.folder) {
        return Err(Failure::other(
            format!("cannot publish to `{}`", arguments.to),
            "the destination contains the registry or is inside it; choose another folder",
        ));
    }
    if let Some(exit) = network::run_with_clients(context, &arguments.to)? {
        return Ok(exit);
    }
    let key = key(arguments.key.as_deref())?;
    if let Some(file) = &arguments.key
        && is_open_to_others(file)
    {
        context.say(&format!(
            "note: other users of this machine can read or write the secret key in `{}`; restrict access with \
             `chmod 600`",
            file.display()
        ));
    }
    let day = arguments.date.clone().map_or_else(day::today, Ok)?;
    let signing = key.as_ref().map(|key| Signing {
        key,
        day: &day,
        is_renewed: arguments.sign_again,
    });
    if arguments.sign_again && signing.is_none() {
        let why = "no signing key; pass `--key FILE`";
        return Err(Failure::other("cannot sign again", why));
    }
    let mut publication = Publication::new(site, signing).map_err(failure)?;
    if arguments.new_key {
        publication = publication.with_new_key();
    }
    let to = &arguments.to;
    let endpoint = arguments.endpoint.as_deref();
    let destination = Destination::open(to, endpoint, Use::Writing).map_err(failure)?;
    let line = Progress::new();
    let progress = |what: &str, done, total| line.say(what, done, total);
    if arguments.dry_run {
        let plan = publication.plan(&destination, &progress).map_err(failure)?;
        drop(line);
        let exit = refused(context, to, &plan);
        for (path, change) in &plan.changes {
            if !matches!(change, Change::Refused(_)) {
                context.say(&format!("{:8} {path}", change.word()));
            }
        }
        context.say(&format!("{to}: {}; nothing was written", summary(&plan)));
        return Ok(exit);
    }
    let outcome = publication
        .publish(&destination, &progress)
        .map_err(failure)?;
    drop(line);
    match outcome {
        Outcome::Refused(plan) => {
            let exit = refused(context, to, &plan);
            context.say("not published: nothing at the destination was overwritten");
            Ok(exit)
        }
        Outcome::Published(plan, strays) => {
            context.report(&[]);
            list(context, &plan);
            if plan.distrusts_manifest {
                context.say(
                    "note: this key did not sign the previous manifest, so no file that only that manifest lists was \
                     removed",
                );
            }
            for path in strays.iter().take(MOST_LISTED) {
                context.say(&format!(
                    "note: `{path}` is at the destination, but is not part of the publication"
                ));
            }
            let signed = match (publication.is_signed(), plan.keeps_signature) {
                (true, _) => "signed",
                (false, true) => "signed earlier; the signature was not verified",
                (false, false) => "not signed",
            };
            context.say(&format!("published to {to}: {}; {signed}", summary(&plan)));
            Ok(Exit::Fine)
        }
    }
}

/// Reports whether the destination is a folder that contains the registry, or is in it.
fn holds_sources(to: &str, registry: &Path) -> bool {
    let to = to.strip_prefix("file://").unwrap_or(to);
    if to.contains("://") || to.is_empty() {
        return false;
    }
    let (Ok(to), Ok(registry)) = (path::absolute(to), registry.canonicalize()) else {
        return false;
    };
    let is_around = to.canonicalize().is_ok_and(|to| registry.starts_with(to));
    // The folder need not be there yet.
    let nearest = to.ancestors().find_map(|it| it.canonicalize().ok());
    is_around || nearest.is_some_and(|it| it.starts_with(registry))
}

/// Returns the pages of the reference. A family with a folder of its own has its pages there.
fn pages(session: &Session) -> Vec<Page> {
    let artifacts = session.render_published();
    let mut folders: Vec<(&str, &str)> = Vec::new();
    for (family, target) in session.registry.config.with_target(Pages::KEY) {
        if !folders.iter().any(|(known, _)| *known == target.folder) {
            folders.push((&target.folder, family));
        }
    }
    let page = |artifact: &Artifact| {
        let (rest, family) = folders.iter().find_map(|(folder, family)| {
            let folder = folder.trim_start_matches("./").trim_end_matches('/');
            let rest = artifact.path.strip_prefix(folder)?.strip_prefix('/')?;
            rest.ends_with(".md").then_some((rest, family))
        })?;
        let path = match folders.len() {
            1 => rest.to_owned(),
            _ => format!("{family}/{rest}"),
        };
        Some(Page {
            path,
            text: artifact.text.clone(),
        })
    };
    artifacts.iter().filter_map(page).collect()
}

/// Returns the key to sign with, if there is one.
fn key(file: Option<&Path>) -> Result<Option<Key>, Failure> {
    let text = match file {
        Some(file) => {
            // The argument may be the key itself, which must not be shown.
            let text = file::named_text(file);
            let doing = "cannot read the file that `--key` names";
            Some(text.map_err(|error| Failure::new(doing, error))?)
        }
        None => match env::var(KEY) {
            Err(env::VarError::NotUnicode(_)) => {
                let why = "not UTF-8, so not a minisign key";
                return Err(Failure::other(format!("cannot use `{KEY}`"), why));
            }
            text => text.ok().filter(|text| !text.trim().is_empty()),
        },
    };
    // CI systems set variables without a value to the empty string.
    let password = env::var(PASSWORD).ok().filter(|text| !text.is_empty());
    let key = text.map(|text| Key::parse(&text, password)).transpose();
    key.map_err(failure)
}

/// Reports whether others than its owner have access to a file.
#[cfg(unix)]
fn is_open_to_others(file: &Path) -> bool {
    use std::{fs, os::unix::fs::PermissionsExt as _};
    fs::metadata(file).is_ok_and(|it| it.permissions().mode() & 0o077 != 0)
}

/// Other systems have no such permissions, so nothing is reported there.
#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}

/// Reports the files that a plan rejects.
fn refused(context: &Context, to: &str, plan: &Plan) -> Exit {
    let findings = plan.refused().map(|(path, why)| {
        finding(
            &rules::REFUSED_FILE,
            &format!("{to}/{path}"),
            format!("left unchanged at the destination: {why}"),
        )
    });
    context.report(&findings.collect::<Vec<_>>())
}

/// Lists the changed files up to a limit, and prints the number of the others.
fn list(context: &Context, plan: &Plan) {
    let changes = plan.changes.iter();
    let listed: Vec<_> = changes
        .filter(|(_, change)| !matches!(change, Change::Equal | Change::Refused(_)))
        .collect();
    for (path, change) in listed.iter().take(MOST_LISTED) {
        context.say(&format!("{:8} {path}", change.word()));
    }
    if listed.len() > MOST_LISTED {
        context.say(&format!(
            "… and {}",
            count(listed.len() - MOST_LISTED, "more file")
        ));
    }
}

fn summary(plan: &Plan) -> String {
    let mut parts = Vec::new();
    for change in [Change::New, Change::Changed, Change::Removed, Change::Equal] {
        parts.push(format!("{} {}", plan.count(&change), change.word()));
    }
    parts.push(format!("{} rejected", plan.refused().count()));
    parts.join(", ")
}

/// Returns a finding about a published file.
pub(crate) fn finding(rule: &Rule, path: &str, message: String) -> Diagnostic {
    Diagnostic::new(rule, message).at(Location::of_file(path))
}

/// Returns the failure of a destination that could not be used.
pub(crate) fn failure(error: schema_publish::Error) -> Failure {
    error.into()
}

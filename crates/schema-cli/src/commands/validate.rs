//! `validate`: is a body what its event's schema describes?

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::Args;
use schema_registry::{
    diagnostic::{Diagnostic, Location},
    file,
    load::parse_source,
    model::{Event, Family, Major, Registry},
    names::closest,
    rule::Rule,
    rules, text,
    validate::{Choice, violations},
};

use crate::{
    context::{Context, count},
    exit::{Exit, Failure},
    output,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Files that hold one body each; `-` is the standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The event of the bodies, if they do not name it: `job.created`, or `webhooks/v1/job.created`
    #[arg(long, value_name = "EVENT")]
    event: Option<String>,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let registry = context.registry(&place)?;
    if registry.config.is_unread() {
        return Ok(context.report(&registry.findings));
    }
    let unread: Vec<Diagnostic> = registry.unread_schemas().cloned().collect();
    let event = match &arguments.event {
        Some(name) => match named(&registry, name) {
            Ok(event) => Some(event),
            // It may be the event of a schema that is not read.
            Err(_) if !unread.is_empty() => return Ok(context.report(&unread)),
            Err(failure) => return Err(failure),
        },
        None => only(&registry),
    };
    let mut findings = Vec::new();
    let mut verdicts = Vec::new();
    let mut failures = Vec::new();
    for path in &arguments.files {
        let shown = if is_standard_input(path) {
            "<stdin>".into()
        } else {
            path.display().to_string()
        };
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                failures.push(Failure::new(format!("cannot read `{shown}`"), error));
                continue;
            }
        };
        let before = findings.len();
        let event_type = body(&registry, event, shown.clone(), bytes, &mut findings);
        if findings.len() == before {
            verdicts.push(format!(
                "{shown}: a valid `{}`",
                event_type.unwrap_or_default()
            ));
        }
    }
    // So may a body that names no event.
    if findings.iter().any(|it| it.is(&rules::UNKNOWN_EVENT)) && !unread.is_empty() {
        findings.retain(|finding| !finding.is(&rules::UNKNOWN_EVENT));
        findings.extend(unread);
    }
    let exit = context.report(&findings);
    for verdict in &verdicts {
        context.say(verdict);
    }
    let rejected = arguments.files.len() - verdicts.len() - failures.len();
    if rejected > 0 {
        context.say(&format!(
            "{} rejected, of {}",
            rejected,
            count(arguments.files.len(), "body").replace("bodys", "bodies")
        ));
    }
    // The other bodies are judged all the same.
    let last = failures.pop();
    for failure in failures {
        output::error(&failure);
    }
    last.map_or(Ok(exit), Err)
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if !is_standard_input(path) {
        return file::named(path);
    }
    file::whole(io::stdin().lock(), file::LARGEST_NAMED)
}

/// An event, and whether it was named: then it counts whatever a body says.
type Named<'r> = (&'r Family, &'r Major, &'r Event, bool);

/// The event of a name, in the newest major version that has it.
fn named<'r>(registry: &'r Registry, name: &str) -> Result<Named<'r>, Failure> {
    let doing = || format!("cannot use the event `{name}`");
    let found: Vec<_> = registry
        .events()
        .filter(|(_, major, event)| {
            let path = major.folder.event(&event.event_type);
            let rest = path.strip_suffix(name);
            event.event_type == name
                || rest.is_some_and(|rest| {
                    name.contains('/') && (rest.is_empty() || rest.ends_with('/'))
                })
        })
        .collect();
    let mut families: Vec<&str> = found.iter().map(|(family, ..)| &*family.name).collect();
    families.dedup();
    match (found.last(), families.as_slice()) {
        (Some((family, major, event)), [_]) => Ok((family, major, event, true)),
        (None, _) => Err(Failure::other(doing(), no_event(registry, name))),
        (_, families) => {
            let why = format!("these families have one: {}", families.join(", "));
            Err(Failure::other(
                doing(),
                format!("{why}; write `<family>/<major>/<event>`"),
            ))
        }
    }
}

/// Returns the message that no event has a name, with a similar name as a suggestion.
pub(super) fn no_event(registry: &Registry, name: &str) -> String {
    let meant = closest(name, &event_types(registry));
    let meant = meant.map(|known| format!("; did you mean `{known}`?"));
    format!(
        "the registry has no such event{}",
        meant.unwrap_or_default()
    )
}

fn event_types(registry: &Registry) -> Vec<&str> {
    let events = registry.events();
    events
        .map(|(_, _, event)| event.event_type.as_str())
        .collect()
}

/// The only event of a registry, if bodies cannot say which one they are.
fn only(registry: &Registry) -> Option<Named<'_>> {
    let mut events = registry.events();
    let (family, major, event) = events.next()?;
    let is_only = events.next().is_none() && family.envelope().is_none();
    is_only.then_some((family, major, event, false))
}

/// Judges one body, and says which event it is.
fn body(
    registry: &Registry,
    event: Option<Named<'_>>,
    shown: String,
    bytes: Vec<u8>,
    findings: &mut Vec<Diagnostic>,
) -> Option<String> {
    let finding = |rule: &Rule, message: String, help: String, location| {
        Diagnostic::new(rule, message).help(help).at(location)
    };
    let text = match text::decode(bytes) {
        Ok(text) => text,
        Err(why) => {
            findings.push(finding(
                &rules::INVALID_JSON,
                format!("the body cannot be read: {why}"),
                "JSON is written in UTF-8".into(),
                Location::of_file(shown),
            ));
            return None;
        }
    };
    let source = parse_source(shown, text, findings);
    let root = source.root.clone()?;
    let value = root.to_value();
    let known = || match event_types(registry).as_slice() {
        [] => "the registry has no events".to_owned(),
        names => format!("the registry has `{}`", names.join("`, `")),
    };
    let choice = match (event, registry.choose(&value)) {
        (Some((family, major, event, true)), _)
        | (Some((family, major, event, false)), Choice::Unnamed) => {
            Choice::Event(family, major, event)
        }
        (_, choice) => choice,
    };
    match choice {
        Choice::Event(_, _, event) => {
            let Some(validator) = registry.validator(&event.schema) else {
                let message = format!("the schema of `{}` is broken", event.event_type);
                let help = "`check` shows what is wrong with it".to_owned();
                findings.push(finding(
                    &rules::INVALID_SCHEMA,
                    message,
                    help,
                    event.schema.location(""),
                ));
                return None;
            };
            for violation in violations(&validator, &value) {
                let help = registry.rejected_by(&violation, event);
                let location = Location::at_pointer(&source, violation.pointer);
                findings.push(finding(
                    &rules::INVALID_BODY,
                    violation.message,
                    help,
                    location,
                ));
            }
            Some(event.event_type.clone())
        }
        Choice::Unknown { pointer, named } => {
            let message = format!("`{named}` names no event of this registry");
            let location = Location::at_pointer(&source, pointer);
            let help = match closest(&named, &event_types(registry)) {
                Some(meant) => format!("it is called `{meant}`"),
                None => known(),
            };
            findings.push(finding(&rules::UNKNOWN_EVENT, message, help, location));
            None
        }
        Choice::Unnamed => {
            let message = "the body does not say which event it is".to_owned();
            findings.push(finding(
                &rules::UNKNOWN_EVENT,
                message,
                format!("name it by `--event`; {}", known()),
                Location::at_pointer(&source, ""),
            ));
            None
        }
    }
}

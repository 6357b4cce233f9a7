//! `new`: an event that passes the check, to start from.

use clap::Args;
use schema_registry::{
    diagnostic::{self, Diagnostic},
    layout,
    load::Loaded,
};
use schema_release::{
    new_event::Draft,
    objections,
    registry_file::{RegistryFile, add},
};

use crate::{
    checkout::{Checkout, Target},
    context::{Context, Place},
    exit::{Exit, Failure},
    next,
    session::Session,
    sync,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The type of the event, such as `job.cancelled`
    event: String,
    /// The family of the event; required if the registry has several
    #[arg(long)]
    family: Option<String>,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let checkout = Checkout::of(&place)?;
    let writer = checkout.lock()?;
    let loaded = context.load(&place)?;
    let session = context.session(loaded.clone());
    let registry = &session.registry;
    if registry.config.is_unread() {
        return Ok(context.report(&registry.findings));
    }
    let event = arguments.event.as_str();
    let draft = Draft::new(registry, event, arguments.family.as_deref())?;
    let files = draft.files()?;
    let (targets, obstacle) = targets(&checkout, &files)?;
    let objections = objections(&session, loaded, &place, &files);
    if diagnostic::has_errors(&objections) {
        context.report(&objections::about_name(objections, draft.family(), event));
        let why = "it would not pass `check`; nothing was written";
        return Err(Failure::other(format!("cannot add `{event}`"), why));
    }
    if let Some(obstacle) = obstacle {
        return Err(obstacle);
    }
    // The schema is written last: an example without a schema is a finding, and a schema without
    // its example would pass for finished.
    for (target, file) in targets.iter().zip(&files).rev() {
        writer.replace(target, &file.text)?;
        context.say(&format!("created   {}", target.shown));
    }
    next::say(context, &steps(context, &place, &draft, event));
    Ok(context.report(&[]))
}

/// Returns the places of the files, and the last reason why nothing can be written to one of them. A file that exists
/// is an error.
fn targets(
    checkout: &Checkout,
    files: &[RegistryFile],
) -> Result<(Vec<Target>, Option<Failure>), Failure> {
    let mut targets = Vec::new();
    let mut obstacle = None;
    for file in files {
        let target = sync::target(checkout, &file.path())?;
        let doing = format!("cannot write `{}`", target.shown);
        match checkout.exists(&target) {
            Ok(false) => {}
            Ok(true) => return Err(Failure::other(doing, "it exists already")),
            // A finding about the name says more than this error.
            Err(error) => obstacle = Some(Failure::new(doing, error)),
        }
        targets.push(target);
    }
    Ok((targets, obstacle))
}

/// Returns the findings that a registry has with new files, and not without them.
pub(super) fn objections(
    before: &Session,
    mut loaded: Loaded,
    place: &Place,
    files: &[RegistryFile],
) -> Vec<Diagnostic> {
    add(&mut loaded, &place.shown_as, files);
    let after = Session::new(before.targets, loaded);
    objections::added(before.findings(), after.findings())
}

/// Returns the steps that complete a new event.
fn steps(context: &Context, place: &Place, draft: &Draft<'_>, event: &str) -> Vec<String> {
    let shown = &place.shown_as;
    let mut steps = vec![
        format!(
            "describe the event and its payload in {shown}/{}",
            draft.schema_path()
        ),
        format!("complete the examples in {shown}/{}", draft.examples()),
    ];
    if !draft.family().config.order.is_empty() {
        steps.push(format!(
            "add `{event}` to `order` in {shown}/{}",
            layout::CONFIG_FILE
        ));
    }
    steps.extend(["fmt", "codegen"].map(|name| context.command(name)));
    steps
}

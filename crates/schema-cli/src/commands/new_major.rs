//! `new-major`: the newest major version of a family again, under the next number.

use clap::Args;
use schema_registry::{diagnostic, layout::MajorFolder};
use schema_release::{new_major::NewMajor, registry_file::RegistryFile};

use super::new::objections;
use crate::{
    checkout::{Checkout, Writer},
    context::{Context, count},
    exit::{Exit, Failure},
    next, sync,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The name of the family, which is also that of its folder
    family: String,
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
    let name = &arguments.family;
    let major = NewMajor::new(registry, name)?;
    let findings = session.findings();
    if diagnostic::has_errors(findings) {
        let exit = context.report(findings);
        context.say("nothing was copied: fix the errors above first");
        return Ok(exit);
    }
    let files = major.files(&loaded);
    let objections = objections(&session, loaded, &place, &files);
    if diagnostic::has_errors(&objections) {
        let exit = context.report(&objections);
        context.say("nothing was written: the copy would not pass `check`");
        return Ok(exit);
    }
    let folder = major.folder();
    write(&checkout, &writer, &folder, &files)?;
    let (shown, old) = (&place.shown_as, &major.copied().name);
    context.say(&format!(
        "created   {shown}/{folder}: {} copied from {old}",
        count(files.len(), "file")
    ));
    let mut steps = vec![
        format!("make the breaking changes in {shown}/{folder}"),
        format!(
            "if you made some of them in `{old}` before, {folder} has a copy of them; undo them in `{old}`. \
             To set uncommitted edits of `{old}` aside (`git stash pop` brings them back): \
             git stash push --include-untracked -- {shown}/{}",
            major.copied().folder
        ),
    ];
    let commands = ["fmt", "codegen", "check", "release"];
    steps.extend(commands.map(|name| context.command(name)));
    next::say(context, &steps);
    Ok(context.report(&[]))
}

/// Writes the files into a hidden folder, which nothing reads, and renames it at the end: a killed run leaves no
/// incomplete major version.
fn write(
    checkout: &Checkout,
    writer: &Writer<'_>,
    folder: &MajorFolder,
    files: &[RegistryFile],
) -> Result<(), Failure> {
    let draft = folder.draft();
    let hidden = sync::target(checkout, &draft.to_string())?;
    writer.remove_folder(&hidden)?;
    for file in files {
        let path = draft.file(&file.role);
        writer.replace(&sync::target(checkout, &path)?, &file.text)?;
    }
    writer.rename_folder(&hidden, &sync::target(checkout, &folder.to_string())?)
}

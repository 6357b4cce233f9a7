//! `new-major`: the newest major version of a family again, under the next number.

mod renumber;

use clap::Args;
use schema_registry::{
    diagnostic,
    load::{FileRole, Loaded, LoadedFile, parse_source},
    model::{Family, Major, Registry},
};

use self::renumber::Renumber;
use super::new::objections;
use crate::{
    checkout::{Checkout, Writer},
    context::{Context, Place, count},
    exit::{Exit, Failure},
    next, sync,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The name of the family, which is also that of its folder
    family: String,
}

/// A file of the new major version, by its path below the folder of that version.
struct Copied {
    path: String,
    role: FileRole,
    text: String,
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
    let failed =
        |why: &str| Failure::other(format!("cannot start a new major version of `{name}`"), why);
    let families = &registry.families;
    let family = families.iter().find(|family| family.name == *name);
    let family = family.ok_or_else(|| failed("`registry.toml` declares no such family"))?;
    let major = family.majors.last();
    let major =
        major.ok_or_else(|| failed("it has no major version to copy; create the folder `v1`"))?;
    if major.released.is_empty() {
        let why = format!("`{}` was never released; make the change there", major.name);
        return Err(failed(&why));
    }
    let number = major.number.checked_add(1);
    let number = number.ok_or_else(|| failed("there is no number left"))?;
    let findings = session.findings();
    if diagnostic::has_errors(findings) {
        let exit = context.report(findings);
        context.say("nothing was copied: fix the errors above first");
        return Ok(exit);
    }
    let copied = copies(&loaded, registry, family, major, number);
    let folder = format!("{name}/v{number}");
    let future = with(loaded, &place, family, &folder, &copied);
    let objections = objections(&session, future);
    if diagnostic::has_errors(&objections) {
        let exit = context.report(&objections);
        context.say("nothing was written: the copy would not pass `check`");
        return Ok(exit);
    }
    write(&checkout, &writer, name, &format!("v{number}"), &copied)?;
    let (shown, old) = (&place.shown_as, &major.name);
    context.say(&format!(
        "created   {shown}/{folder}: {} copied from {old}",
        count(copied.len(), "file")
    ));
    let mut steps = vec![
        format!("make the breaking changes in {shown}/{folder}"),
        format!(
            "if you made some of them in `{old}` before, {folder} has a copy of them; undo them in `{old}`. \
             To set uncommitted edits of `{old}` aside (`git stash pop` brings them back): \
             git stash push --include-untracked -- {shown}/{name}/{old}"
        ),
    ];
    let commands = ["fmt", "codegen", "check", "release"];
    steps.extend(commands.map(|name| context.command(name)));
    next::say(context, &steps);
    Ok(context.report(&[]))
}

/// The schemas and examples of a major version, with another number. What was released stays behind.
fn copies(
    loaded: &Loaded,
    registry: &Registry,
    family: &Family,
    major: &Major,
    number: u32,
) -> Vec<Copied> {
    let renumber = Renumber::new(registry, family, major, number);
    let of_major = |file: &&LoadedFile| file.family == family.name && file.major == major.name;
    let files = loaded.files.iter().filter(of_major);
    files
        .filter_map(|file| {
            let source = loaded.sources.get(file.source)?;
            let path = match &file.role {
                FileRole::Schema { stem } => format!("{stem}.json"),
                FileRole::Example { event, case, valid } => {
                    let folder = if *valid { "" } else { "invalid/" };
                    format!("examples/{event}/{folder}{case}.json")
                }
                FileRole::ReleaseIndex | FileRole::Released { .. } => return None,
            };
            Some(Copied {
                path,
                role: file.role.clone(),
                text: renumber.file(source, &file.role),
            })
        })
        .collect()
}

/// The registry with the copy, as if it had been read.
fn with(
    mut loaded: Loaded,
    place: &Place,
    family: &Family,
    folder: &str,
    copied: &[Copied],
) -> Loaded {
    let (_, major) = folder.rsplit_once('/').unwrap_or_default();
    for file in copied {
        let shown = format!("{}/{folder}/{}", place.shown_as, file.path);
        let source = parse_source(shown, file.text.clone(), &mut loaded.findings);
        loaded.files.push(LoadedFile {
            source: loaded.sources.add(source),
            family: family.name.clone(),
            major: major.to_owned(),
            role: file.role.clone(),
        });
    }
    loaded
}

/// Writes the copy into a hidden folder, which nothing reads, and gives it its name at the end: a
/// killed run leaves no half of a major version.
fn write(
    checkout: &Checkout,
    writer: &Writer<'_>,
    family: &str,
    major: &str,
    copied: &[Copied],
) -> Result<(), Failure> {
    let hidden = format!("{family}/.new-{major}");
    let folder = sync::target(checkout, &hidden)?;
    writer.remove_folder(&folder)?;
    for file in copied {
        let target = sync::target(checkout, &format!("{hidden}/{}", file.path))?;
        writer.replace(&target, &file.text)?;
    }
    writer.rename_folder(
        &folder,
        &sync::target(checkout, &format!("{family}/{major}"))?,
    )
}

//! `fmt`: one layout for schemas and examples.

use clap::Args;
use schema_registry::{
    diagnostic::{Diagnostic, Location, Severity},
    format::reformatted,
    rules,
    source::Source,
};

use crate::{
    checkout::Checkout,
    cli::Format,
    context::{Context, count},
    exit::{Exit, Failure},
    sync,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Write nothing; fail if a file is not formatted
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let checkout = Checkout::of(&place)?;
    let writer = checkout.lock_unless(arguments.check)?;
    let registry = context.registry(&place)?;
    let mut changed = 0;
    // Files that cannot be read cannot be formatted. All other findings are left to `check`.
    let mut findings: Vec<Diagnostic> = registry.unread().cloned().collect();
    let unread = findings.len();
    let files: Vec<&Source> = registry.formatted_files().collect();
    for file in &files {
        let Some(text) = reformatted(file) else {
            continue;
        };
        changed += 1;
        let below = file.path.strip_prefix(&format!("{}/", place.shown_as));
        if let Some(writer) = &writer {
            let path = below.unwrap_or(&file.path);
            writer.replace(&sync::target(&checkout, path)?, &text)?;
            context.say(&format!("formatted {}", file.path));
        } else {
            context.say(&format!("needs formatting: {}", file.path));
            // `fmt --check` fails if a file is not formatted. In `check`, that is a hint.
            let finding = Diagnostic {
                severity: Severity::Error,
                ..Diagnostic::new(&rules::OTHER_LAYOUT, "this file is not formatted")
            };
            let finding = finding.command(["fmt"]);
            findings.push(finding.at(Location::at_span(file, 0..0)));
        }
    }
    if context.format != Format::Human || unread > 0 {
        context.report(&findings);
    }
    let total = count(files.len(), "file");
    let rest = match unread {
        0 => String::new(),
        unread => format!(", {unread} not read"),
    };
    match (arguments.check, changed) {
        (true, 1..) => {
            context.say("");
            let need = if changed == 1 { "needs" } else { "need" };
            context.say(&format!(
                "{changed} of {total} {need} formatting{rest}: run `{}`",
                context.command("fmt")
            ));
            Ok(Exit::Findings)
        }
        _ => {
            context.say(&format!("{total}: {changed} changed{rest}"));
            Ok(if unread > 0 {
                Exit::Findings
            } else {
                Exit::Fine
            })
        }
    }
}

//! `fmt`: one layout for schema files.

use clap::Args;
use schema_registry::{diagnostic::Diagnostic, format::format, model::Registry};

use crate::{
    checkout::Checkout,
    cli::Format,
    context::{Context, count},
    exit::{Exit, Failure},
    sync,
};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail if a file has another layout
    #[arg(long)]
    check: bool,
}

fn is_unread(finding: &Diagnostic, registry: &Registry) -> bool {
    ["invalid-json", "unreadable-file"].contains(&finding.code) || registry.config.is_unread()
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let place = context.place()?;
    let checkout = Checkout::of(&place)?;
    let writer = match arguments.check {
        true => None,
        false => Some(checkout.lock()?),
    };
    let registry = context.registry(&place)?;
    let mut changed = 0;
    let mut findings = registry.findings.clone();
    // What cannot be read cannot be laid out; what it says otherwise is `check`'s to judge.
    findings.retain(|finding| is_unread(finding, &registry));
    let unread = findings.len();
    for schema in registry.schemas() {
        // A file that is not JSON is not among the schemas.
        let Ok(text) = format(&schema.source.text) else {
            continue;
        };
        if text == *schema.source.text {
            continue;
        }
        changed += 1;
        if let Some(writer) = &writer {
            writer.replace(&sync::target(&checkout, &schema.path)?, &text)?;
            context.say(&format!("laid out  {}", schema.source.path));
        } else {
            context.say(&format!("other layout: {}", schema.source.path));
            let finding = Diagnostic::error("other-layout", "this schema has another layout");
            let finding = finding.help("run `cargo xtask fmt`");
            findings.push(finding.at(schema.location("")));
        }
    }
    if context.format != Format::Human || unread > 0 {
        context.report(&findings);
    }
    let total = count(registry.schemas().count(), "schema");
    match (arguments.check, changed) {
        (true, 1..) => {
            context.say("");
            context.say(&format!(
                "{changed} of {total} have another layout: run `cargo xtask fmt`"
            ));
            Ok(Exit::Findings)
        }
        _ => {
            context.say(&format!("{total}: {changed} changed"));
            Ok(if unread > 0 {
                Exit::Findings
            } else {
                Exit::Fine
            })
        }
    }
}

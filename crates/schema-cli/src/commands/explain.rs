//! `explain`: the texts of the rules.

use clap::Args;
use schema_registry::{names, rules};

use crate::{
    context::Context,
    exit::{Exit, Failure},
    output::{self, Lines},
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The name of a rule [default: list all rules]
    rule: Option<String>,
}

pub(crate) fn run(context: &Context, arguments: &Arguments) -> Result<Exit, Failure> {
    let Some(name) = &arguments.rule else {
        let width = rules::all()
            .map(|rule| rule.name.len())
            .max()
            .unwrap_or_default();
        for rule in rules::all() {
            output::print(&Lines::one(&format!(
                "{:width$}  {}",
                rule.name,
                rule.summary()
            )));
        }
        return Ok(Exit::Fine);
    };
    match rules::find(name) {
        Some(rule) => {
            let mut allowing = if rule.is_negotiable() {
                format!(
                    "To allow one finding, add an annotation with your reason to the schema: \
                     `\"x-allow\": {{ \"{}\": \"…\" }}`.",
                    rule.name
                )
            } else if rule.is_approvable() {
                "To accept one finding, add the approval that its help shows to `approvals.toml`, with your reason. \
                 A finding whose help shows no approval cannot be accepted. `x-allow` and `[lints]` have no effect."
                    .to_owned()
            } else {
                "Findings of this rule cannot be allowed.".to_owned()
            };
            if rule.has_settable_severity() {
                allowing += &format!(
                    "\nTo set the severity of all findings of this rule, write `{} = \"error\"`, `\"warning\"`, \
                     `\"hint\"` or `\"off\"` below `[lints]` in `registry.toml`.",
                    rule.name
                );
            }
            let mut lines = Lines::one(&format!("{} ({})", rule.name, rule.severity.as_str()));
            for text in ["", rule.explanation.trim(), "", &allowing] {
                text.split('\n').for_each(|line| lines.line(line));
            }
            output::print(&lines);
            Ok(Exit::Fine)
        }
        None => {
            let known: Vec<&str> = rules::all().map(|rule| rule.name).collect();
            let closest = names::closest(name, &known);
            let closest = closest.map_or(String::new(), |it| format!("did you mean `{it}`? "));
            Err(Failure::other(
                format!("there is no rule `{name}`"),
                format!("{closest}`{}` lists the rules", context.command("explain")),
            ))
        }
    }
}

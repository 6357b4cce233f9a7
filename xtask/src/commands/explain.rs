//! `explain`: the texts of the rules.

use clap::Args;
use schema_registry::rules;

use crate::{
    exit::{Exit, Failure},
    output::{self, Lines},
};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The name of a rule; all rules are listed without it
    rule: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
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
                    "One finding is allowed in place, with a reason, by an annotation of the schema: \
                     `\"x-allow\": {{ \"{}\": \"…\" }}`.",
                    rule.name
                )
            } else if rule.is_approvable() {
                "One finding is accepted in `approvals.toml`, with a reason: its help says what to write there. \
                 `x-allow` and `[lints]` are not for it."
                    .to_owned()
            } else {
                "Such findings cannot be allowed.".to_owned()
            };
            if rule.has_settable_severity() {
                allowing += &format!(
                    "\nThe severity of all is set in `registry.toml`: `[lints]`, `{} = \"error\"`, \
                     `\"warning\"`, `\"hint\"` or `\"off\"`.",
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
        None => Err(Failure::other(
            format!("there is no rule `{name}`"),
            "`cargo xtask explain` lists the rules",
        )),
    }
}

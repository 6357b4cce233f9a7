//! Checks for [`accepted-invalid-example`](RULE).

use crate::rules::ACCEPTED_INVALID_EXAMPLE as RULE;
use crate::{
    diagnostic::{Diagnostic, Location},
    json::Node,
    model::{Example, Registry},
    validate::violations,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (_, _, event) in registry.events() {
        let Some(validator) = registry.validator(&event.schema) else {
            continue;
        };
        for example in &event.invalid_examples {
            let Some((pointer, keyword, body)) = parts(example) else {
                findings.push(
                    Diagnostic::new(&RULE, "this file does not say what must be rejected")
                        .help("write a file with `reason`, `refused` (with `pointer` and `keyword`) and `body`")
                        .at(Location::at_pointer(&example.source, "")),
                );
                continue;
            };
            let found = violations(&validator, &body.to_value());
            if found
                .iter()
                .any(|violation| violation.pointer == pointer && violation.keyword == keyword)
            {
                continue;
            }
            let reasons: Vec<String> = found
                .iter()
                .map(|violation| format!("`{}` at `{}`", violation.keyword, violation.pointer))
                .collect();
            let message = if reasons.is_empty() {
                format!("the schema accepts this body; `{keyword}` should reject it at `{pointer}`")
            } else {
                format!(
                    "rejected by {}, not by `{keyword}` at `{pointer}`",
                    reasons.join(", ")
                )
            };
            findings.push(
                Diagnostic::new(&RULE, message)
                    .help("fix the body or `refused`; or the schema, if it has become too wide")
                    .at(Location::at_pointer(&example.source, "/refused")),
            );
        }
    }
}

fn parts(example: &Example) -> Option<(&str, &str, &Node)> {
    let root = &example.root;
    root.get("reason")?
        .as_str()
        .filter(|reason| !reason.trim().is_empty())?;
    let refused = root.get("refused")?;
    Some((
        refused.get("pointer")?.as_str()?,
        refused.get("keyword")?.as_str()?,
        root.get("body")?,
    ))
}

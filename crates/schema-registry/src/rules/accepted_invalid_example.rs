use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Location, Severity},
    json::Node,
    model::{Example, Registry},
    validate::refusals,
};

/// An invalid example that is accepted, or refused for another reason than it says.
pub(super) const RULE: Rule = Rule {
    name: "accepted-invalid-example",
    severity: Severity::Error,
    explanation: r#"
Finds a file below `invalid/` whose body the schema accepts, or rejects for another reason than the
file says, or whose file does not have the form that it should have.

Why: such a file documents a promise: this is rejected, here, by this keyword. A body that is rejected
because of a typo in it proves nothing.

    {
      "reason": "A duration cannot be negative.",
      "refused": { "pointer": "/data/duration_ms", "keyword": "minimum" },
      "body": { … }     (accepted-invalid-example: the duration in it is 0)
    }
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
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
            let found = refusals(&validator, &body.to_value());
            if found
                .iter()
                .any(|refusal| refusal.pointer == pointer && refusal.keyword == keyword)
            {
                continue;
            }
            let reasons: Vec<String> = found
                .iter()
                .map(|refusal| format!("`{}` at `{}`", refusal.keyword, refusal.pointer))
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

use super::{FoundBy, Rule, shown::all_shown};
use crate::{
    diagnostic::{Diagnostic, Severity},
    json::{self, Node},
    model::{Registry, is_deprecated},
};

/// An optional property that no example has.
pub(super) const RULE: Rule = Rule {
    name: "unshown-field",
    severity: Severity::Hint,
    explanation: r#"
Finds an optional property of an object that occurs in examples, if no example has the property. One that is
`deprecated` need not be shown.

Why: the reference shows examples, tests decode them, and a field that none of them has was never tried.

    "width_px": { "description": "…", "type": "integer" }     (unshown-field: no example has `width_px`)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for shown in all_shown(registry) {
        for ((_, pointer), object) in shown.objects {
            let properties = object.node.get("properties").map(Node::members);
            let required = object.node.get("required").map(Node::items);
            let is_required = |name: &str| {
                let mut names = required.unwrap_or_default().iter();
                names.any(|node| node.as_str() == Some(name))
            };
            for property in properties.unwrap_or_default() {
                let name = property.name.as_str();
                if object.properties.contains(name)
                    || is_required(name)
                    || is_deprecated(&property.value)
                    || registry.is_forbidden(object.schema, &property.value)
                {
                    continue;
                }
                let place = json::child(&json::child(&pointer, "properties"), name);
                findings.push(
                    Diagnostic::new(&RULE, format!("no example shows `{name}`"))
                        .help(format!(
                            "add `{name}` to an example, or add an example that has it"
                        ))
                        .at(object.schema.location(place)),
                );
            }
        }
    }
}

//! Checks for [`unshown-field`](RULE).

use super::shown::all_shown;
use crate::rules::UNSHOWN_FIELD as RULE;
use crate::{
    diagnostic::Diagnostic,
    json::{self, Node},
    model::{Registry, is_deprecated},
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
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

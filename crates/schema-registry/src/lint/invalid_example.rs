//! Checks for [`invalid-example`](RULE).

use crate::rules::INVALID_EXAMPLE as RULE;
use crate::{
    diagnostic::{Diagnostic, Location},
    model::Registry,
    validate::refusals,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (_, _, event) in registry.events() {
        let Some(validator) = registry.validator(&event.schema) else {
            continue;
        };
        for example in &event.examples {
            for refusal in refusals(&validator, &example.root.to_value()) {
                let refused_by = registry.refused_by(&refusal, event);
                findings.push(
                    Diagnostic::new(&RULE, refusal.message)
                        .help(format!("{refused_by}; fix the example, or the schema"))
                        .at(Location::at_pointer(&example.source, refusal.pointer)),
                );
            }
        }
    }
}

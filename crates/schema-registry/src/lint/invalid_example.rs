//! Checks for [`invalid-example`](RULE).

use crate::rules::INVALID_EXAMPLE as RULE;
use crate::{
    diagnostic::{Diagnostic, Location},
    model::Registry,
    validate::violations,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (_, _, event) in registry.events() {
        let Some(validator) = registry.validator(&event.schema) else {
            continue;
        };
        for example in &event.examples {
            for violation in violations(&validator, &example.root.to_value()) {
                let rejected_by = registry.rejected_by(&violation, event);
                findings.push(
                    Diagnostic::new(&RULE, violation.message)
                        .help(format!("{rejected_by}; fix the example, or the schema"))
                        .at(Location::at_pointer(&example.source, violation.pointer)),
                );
            }
        }
    }
}

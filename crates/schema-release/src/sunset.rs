//! Sunset days that are before the day of the release.

use schema_registry::{
    diagnostic::Diagnostic,
    lint::sunsets,
    model::{Registry, SUNSET},
    rules::INVALID_SUNSET,
};

use crate::plan::Planned;

/// Returns a finding for each sunset day of a planned event that is before the day of the release. A day that the
/// latest released revision of the event has already is accepted.
#[must_use]
pub fn past(registry: &Registry, planned: &[Planned], date: &str) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (_, major, event) in registry.events() {
        let is_planned = planned
            .iter()
            .any(|plan| (&plan.folder, &plan.event_type) == (&major.folder, &event.event_type));
        if !is_planned {
            continue;
        }
        let mut earlier = major.released.iter().rev();
        let earlier = earlier.find(|released| released.event_type == event.event_type);
        let known = earlier.map_or_else(Vec::new, |released| sunsets(&released.root));
        let envelope = major.envelope.as_ref();
        for schema in envelope.into_iter().chain([&event.schema]) {
            for (pointer, day) in sunsets(&schema.root) {
                // The strings of days in this form sort like the days.
                if day >= date || known.iter().any(|(_, known)| *known == day) {
                    continue;
                }
                let message =
                    format!("`{SUNSET}` is {day}, which is before the day of the release, {date}");
                let finding = Diagnostic::new(&INVALID_SUNSET, message);
                findings.push(
                    finding
                        .help("give readers time: write a later day")
                        .at(schema.location(pointer)),
                );
            }
        }
    }
    findings
}

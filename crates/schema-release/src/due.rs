//! The events that are due: those that changed since they were released.

use schema_compat::policy::{Ask, Report};
use schema_registry::diagnostic::{self, Diagnostic};

use crate::plan::{Planned, plan};

/// Returns the plans of the events that changed, or the findings that prevent a release. `events` selects events by
/// their types; without any, all events are considered. `findings` are those of `check` about the same reports.
///
/// An error about an event that is not selected prevents the release too: what is released is committed together with
/// that event.
///
/// # Errors
///
/// Returns all findings if one of them is an error.
pub fn due(
    reports: &[Report<'_>],
    mut findings: Vec<Diagnostic>,
    events: &[String],
    ask: Ask<'_>,
) -> Result<Vec<Planned>, Vec<Diagnostic>> {
    let mut planned = Vec::new();
    if !diagnostic::has_errors(&findings) {
        let wanted = reports
            .iter()
            .filter(|report| events.is_empty() || events.contains(&report.event.event_type));
        for report in wanted {
            match plan(report, ask) {
                Ok(plan) => planned.extend(plan),
                Err(finding) => findings.push(*finding),
            }
        }
    }
    if !diagnostic::has_errors(&findings) {
        return Ok(planned);
    }
    diagnostic::sort(&mut findings);
    Err(findings)
}

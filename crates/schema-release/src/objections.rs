//! Findings that a new event or a new major version causes.

use schema_registry::{
    diagnostic::Diagnostic,
    model::Family,
    rules::{INVALID_EXAMPLE, NAME_COLLISION},
};

/// Returns the findings that a registry has with a new event or major version, and not without it.
#[must_use]
pub fn added(before: &[Diagnostic], after: &[Diagnostic]) -> Vec<Diagnostic> {
    fn key(finding: &Diagnostic) -> (&str, &str, Option<(&str, &str)>) {
        let place = finding.location.as_ref();
        let place = place.map(|place| (place.source.path.as_str(), place.pointer.as_str()));
        (finding.code, &finding.message, place)
    }
    let mut findings = after.to_vec();
    findings.retain(|finding| !before.iter().any(|known| key(known) == key(finding)));
    findings
}

/// Returns one finding about the name of an event, or all findings if the name is not the cause. The files that
/// findings point into are never written, so the finding about the name has no location.
#[must_use]
pub fn about_name(objections: Vec<Diagnostic>, family: &Family, event: &str) -> Vec<Diagnostic> {
    let field = family.envelope().map(|it| format!("/{}", it.event_type));
    let is_of_type = |finding: &Diagnostic| {
        let place = finding.location.as_ref();
        finding.is(&INVALID_EXAMPLE) && place.map(|it| &it.pointer) == field.as_ref()
    };
    let is_of_name = |finding: &Diagnostic| is_of_type(finding) || finding.is(&NAME_COLLISION);
    // A name that the envelope rejects comes before one that collides in generated code.
    let found = objections.iter().find(|it| is_of_type(it));
    let Some(found) = found.or_else(|| objections.iter().find(|it| is_of_name(it))) else {
        return objections;
    };
    let rejected_by = found.help.as_deref().filter(|_| is_of_type(found));
    let rejected_by = rejected_by.and_then(|help| help.split("; ").next());
    let rejected_by = rejected_by.map_or(String::new(), |it| format!("{it}; "));
    let help = format!("{rejected_by}choose another name than `{event}`");
    let finding = Diagnostic {
        location: None,
        ..found.clone()
    };
    vec![finding.help(help)]
}

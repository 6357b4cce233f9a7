//! Findings that follow from others: those that are not worth a line of their own, and those that need another help.

use std::collections::BTreeSet;

use super::Allowance;
use crate::{
    diagnostic::{Diagnostic, Severity},
    layout::is_in,
    model::Registry,
    names,
    rules::{self, INVALID_SCHEMA, NAME_COLLISION, NON_SNAKE_CASE_NAME, UNMAPPABLE_SCHEMA},
};

/// The rules about schemas that have no type either.
const WITHOUT_TYPE: [&str; 6] = [
    rules::CLOSED_OBJECT.name,
    rules::NON_LINEAR_PATTERN.name,
    rules::OVERLAPPING_BRANCHES.name,
    rules::UNBOUNDED_INTEGER.name,
    rules::UNKNOWN_FORMAT.name,
    rules::UNKNOWN_KEYWORD.name,
];

/// Returns whether a rule finds what has no type either, and says better what to do about it.
#[must_use]
pub fn explains_unmappable(code: &str) -> bool {
    WITHOUT_TYPE.contains(&code)
}

/// The rules whose findings depend on the name of a file, as far as they are not about a definition.
const BY_NAME: [&str; 8] = [
    rules::ACCEPTED_INVALID_EXAMPLE.name,
    rules::INVALID_EXAMPLE.name,
    rules::MISMATCHED_CONST.name,
    rules::MISSING_EXAMPLE.name,
    NAME_COLLISION.name,
    UNMAPPABLE_SCHEMA.name,
    rules::UNSATISFIABLE_SCHEMA.name,
    rules::WRONG_ID.name,
];

/// Says that what another rule allows at a place takes an allowance of `unmappable-schema` as well.
pub(super) fn offer_allowance(finding: &mut Diagnostic, allowances: &[Allowance]) {
    let mut allowances = allowances.iter();
    let is_allowed = |allowance: &Allowance| {
        WITHOUT_TYPE.contains(&allowance.rule.as_str()) && allowance.is_for(finding)
    };
    if finding.code == UNMAPPABLE_SCHEMA.name && allowances.any(is_allowed) {
        let help = finding.help.take().unwrap_or_default();
        let name = UNMAPPABLE_SCHEMA.name;
        finding.help = Some(format!(
            "{help}; or allow `{name}` here, too: then the generated type accepts more"
        ));
    }
}

/// Drops what follows from a name that no event can have: with the right name, most of it is right.
pub(super) fn drop_of_names(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    let wrong: BTreeSet<String> = findings
        .iter()
        .filter(|it| it.code == NON_SNAKE_CASE_NAME.name && it.severity == Severity::Error)
        .filter_map(|it| it.location.as_ref())
        .filter(|it| it.pointer.is_empty())
        .map(|it| it.source.path.clone())
        .collect();
    if wrong.is_empty() {
        return;
    }
    let mut misnamed = Vec::new();
    let mut variants = BTreeSet::new();
    for (_, major, event) in registry.events() {
        let path = &event.schema.source.path;
        if wrong.contains(path) {
            misnamed.push((&event.schema.path, major.folder.examples(&event.event_type)));
            variants.insert(names::pascal(&event.event_type));
        }
    }
    // The other one of two names that are one in code is not to be changed.
    let events = registry.events();
    let collisions: Vec<String> = events
        .filter(|(_, _, event)| variants.contains(&names::pascal(&event.event_type)))
        .map(|(_, _, event)| event.schema.source.path.clone())
        .collect();
    findings.retain(|finding| {
        let Some(location) = &finding.location else {
            return true;
        };
        let mut misnamed = misnamed.iter();
        let at = registry.path_of(finding).unwrap_or_default();
        let is_inside = misnamed.any(|(path, examples)| at == *path || is_in(examples, at));
        // Such a name may not give an address either, by which a validator could be built.
        let is_whole = finding.code == INVALID_SCHEMA.name && location.pointer.is_empty();
        let is_by_name =
            BY_NAME.contains(&finding.code) && !location.pointer.starts_with("/$defs/");
        let is_collision = finding.code == NAME_COLLISION.name
            && location.pointer.is_empty()
            && collisions.contains(&location.source.path);
        !(is_collision || (is_inside && (is_whole || is_by_name)))
    });
}

//! Changes since the last releases for programs that use the generated Rust.

use codegen_rust::{
    Rust,
    semver::{SourceChange, source_changes},
};
use schema_codegen::{
    Target as _,
    model::{Api, Family},
};

use crate::session::Session;

/// Returns the changes of every major version with releases. Code of other major versions is all new, and is not
/// listed.
pub(crate) fn changes(session: &Session) -> Vec<SourceChange> {
    let registry = &session.registry;
    let mut changes = Vec::new();
    for (family, major) in registry.majors() {
        if !family.config.targets.contains_key(Rust::KEY) {
            continue;
        }
        let Some(released) = registry.latest_released(major) else {
            continue;
        };
        let (old, _) = schema_codegen::lower(&released);
        let old = only(&old, &family.name, &major.name);
        let new = only(session.api(), &family.name, &major.name);
        if let (Some(old), Some(new)) = (old, new) {
            changes.extend(source_changes(&old, &new));
        }
    }
    changes
}

/// One major version of a model.
fn only(api: &Api, family: &str, major: &str) -> Option<Family> {
    let family = api.families.iter().find(|one| one.name == family)?;
    let majors = family.majors.iter().filter(|one| one.name == major);
    Some(Family {
        name: family.name.clone(),
        title: family.title.clone(),
        description: family.description.clone(),
        majors: majors.cloned().collect(),
        unmapped: Vec::new(),
    })
}

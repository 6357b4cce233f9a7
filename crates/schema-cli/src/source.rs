//! Changes since the last releases for programs that use the generated Rust.

use codegen_rust::{
    Rust,
    semver::{SourceChange, changes_of_major},
};
use schema_codegen::{
    Target as _,
    model::{Api, Major},
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
        let old = find(&old, &family.name, &major.name);
        let new = find(session.api(), &family.name, &major.name);
        if let (Some(old), Some(new)) = (old, new) {
            changes.extend(changes_of_major(&family.name, old, new));
        }
    }
    changes
}

/// Returns a major version of a model.
fn find<'a>(api: &'a Api, family: &str, major: &str) -> Option<&'a Major> {
    let family = api.families.iter().find(|one| one.name == family)?;
    family.majors.iter().find(|one| one.name == major)
}

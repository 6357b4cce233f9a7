//! What changed since the last releases for programs that use the generated Rust.

use schema_codegen::{
    model::Api,
    source::{SourceChange, source_changes},
};
use schema_registry::model::Registry;

/// The changes of every major version of which something was released. Code of one that was never
/// released is all new, and is not listed.
pub(crate) fn changes(registry: &Registry) -> Vec<SourceChange> {
    let mut changes = Vec::new();
    let mut new = None;
    for (family, major) in registry.majors() {
        let Some(released) = registry.latest_released(major) else {
            continue;
        };
        let (old, _) = schema_codegen::lower(&released);
        let new = new.get_or_insert_with(|| schema_codegen::lower(registry).0);
        let new = only(new, &family.name, &major.name);
        changes.extend(source_changes(&only(&old, &family.name, &major.name), &new));
    }
    changes
}

/// One major version of a model.
fn only(api: &Api, family: &str, major: &str) -> Api {
    let mut api = api.clone();
    api.families.retain(|one| one.name == family);
    for family in &mut api.families {
        family.majors.retain(|one| one.name == major);
    }
    api
}

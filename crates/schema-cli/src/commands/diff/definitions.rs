//! Pairs the definitions of two files, and finds those that changed.

use schema_compat::{
    changes::Change,
    definition::{Definition, definitions},
};
use schema_registry::json::child;
use serde_json::Value;

use crate::exit::Failure;

/// The pointer of a definition by its name, or a pointer as it is written: `/$defs/a`, `#/$defs/a`.
pub(super) fn pointer_of(schema: &Value, named: &str) -> Option<String> {
    let pointer = named.strip_prefix('#').unwrap_or(named);
    if pointer.starts_with('/') {
        return schema.pointer(pointer).map(|_| pointer.to_owned());
    }
    ["$defs", "definitions"].into_iter().find_map(|container| {
        let pointer = child(&format!("/{container}"), named);
        schema.pointer(&pointer).map(|_| pointer)
    })
}

/// The names of the definitions that changed, if none of the changes is in the definition at these places,
/// and each is in a definition that both files have.
pub(super) fn others(
    changes: &[Change],
    places: [&str; 2],
    (old, new): (&Value, &Value),
) -> Vec<String> {
    let mut names = Vec::new();
    for change in changes {
        let pointers = [&change.old, &change.new].map(Option::as_deref);
        for (pointer, place) in pointers.into_iter().zip(places) {
            let Some(pointer) = pointer else { continue };
            let mut tokens = pointer.splitn(4, '/').skip(1);
            let (Some(container), Some(token)) = (tokens.next(), tokens.next()) else {
                return Vec::new();
            };
            let definition = format!("/{container}/{token}");
            let are_both = old.pointer(&definition).is_some() && new.pointer(&definition).is_some();
            if definition == place || !are_both {
                return Vec::new();
            }
            let name = token.replace("~1", "/").replace("~0", "~");
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The definition of the new file that corresponds to one of the old: that at the same place, or that of the same name
/// under the other keyword.
pub(super) fn counterpart<'d>(
    definition: &Definition,
    olds: &[Definition],
    news: &'d [Definition],
) -> Option<&'d Definition> {
    let same = news
        .iter()
        .find(|other| other.pointer == definition.pointer);
    same.or_else(|| {
        news.iter().find(|other| {
            let is_taken = olds.iter().any(|old| old.pointer == other.pointer);
            other.name == definition.name && !is_taken
        })
    })
}

pub(super) fn unknown(path: &str, schema: &Value, name: &str) -> Failure {
    let names: Vec<String> = definitions(schema)
        .into_iter()
        .take(16)
        .map(|definition| format!("`{}`", definition.name))
        .collect();
    let there = match names.as_slice() {
        [] => "it has none".to_owned(),
        names => format!("it has {}", names.join(", ")),
    };
    Failure::other(
        format!("cannot compare the definition `{name}`"),
        format!("`{path}` has no such definition; {there}"),
    )
}

//! Finds references that lead back to themselves without descending into the instance. Validation with them does not
//! end.

use std::collections::BTreeMap;

use crate::{
    json,
    keywords::{self, Draft, Holds, Purpose},
    model::Registry,
    reference::references,
};

/// A schema: the URI of its file, and its JSON pointer in that file.
type Place = (String, String);

/// The state of a schema in the search.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// The schemas that it applies are being searched.
    Open,
    /// The schemas that it applies have been searched.
    Done,
}

/// Returns the references that close a cycle, each with the URI of its file and its JSON pointer.
pub(crate) fn endless(registry: &Registry) -> Vec<Place> {
    let mut found = Vec::new();
    let mut progress: BTreeMap<Place, Progress> = BTreeMap::new();
    for schema in registry.schemas() {
        for inner in schema
            .subschemas()
            .into_iter()
            .filter(|inner| references(inner.node).next().is_some())
        {
            walk(
                registry,
                (schema.uri.clone(), inner.pointer),
                &mut progress,
                &mut found,
            );
        }
    }
    found
}

/// Visits every schema that a schema applies to the same value. An explicit stack replaces recursion, because a chain
/// of references can have any length.
fn walk(
    registry: &Registry,
    start: Place,
    progress: &mut BTreeMap<Place, Progress>,
    found: &mut Vec<Place>,
) {
    if progress.contains_key(&start) {
        return;
    }
    progress.insert(start.clone(), Progress::Open);
    let applied = applied(registry, &start);
    let mut open = vec![(start, applied)];
    while let Some((place, rest)) = open.last_mut() {
        let Some((keyword, next)) = rest.pop() else {
            progress.insert(place.clone(), Progress::Done);
            open.pop();
            continue;
        };
        match progress.get(&next) {
            Some(Progress::Done) => {}
            Some(Progress::Open) => found.push((place.0.clone(), keyword)),
            None => {
                progress.insert(next.clone(), Progress::Open);
                let applied = self::applied(registry, &next);
                open.push((next, applied));
            }
        }
    }
}

/// Returns the schemas that a schema applies to the same value, each with the pointer of the keyword or branch that
/// applies it.
fn applied(registry: &Registry, (uri, pointer): &Place) -> Vec<(String, Place)> {
    let Some(file) = registry.schema_at(uri) else {
        return Vec::new();
    };
    let Some(node) = file.root.at(pointer) else {
        return Vec::new();
    };
    let here = |pointer: String| (pointer.clone(), (uri.clone(), pointer));
    let mut applied = Vec::new();
    for member in node.members() {
        let Some(keyword) = keywords::find_in(Draft::Draft202012, &member.name) else {
            continue;
        };
        let place = json::child(pointer, keyword.name);
        match (keyword.purpose, keyword.holds) {
            (Purpose::Reference, _) => {
                let reference = member.value.as_str();
                let target = reference.and_then(|it| registry.follow(file, it));
                let target = target.map(|(file, pointer, _)| (file.uri.clone(), pointer));
                applied.extend(target.map(|target| (place, target)));
            }
            (Purpose::InPlaceApplicator, Holds::Schema) => applied.push(here(place)),
            (Purpose::InPlaceApplicator, Holds::SchemaList) => {
                let indices = 0..member.value.items().len();
                applied.extend(indices.map(|index| here(format!("{place}/{index}"))));
            }
            (Purpose::InPlaceApplicator, Holds::SchemaMap) => {
                let names = member.value.members().iter().map(|inner| &inner.name);
                applied.extend(names.map(|name| here(json::child(&place, name))));
            }
            _ => {}
        }
    }
    applied
}

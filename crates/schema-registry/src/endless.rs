//! References that lead back to themselves without going into the value: validation has no end.

use std::collections::BTreeMap;

use crate::{
    json,
    model::{Registry, Schema},
};

/// A schema, by the address of its file and its JSON pointer there.
type Place = (String, String);

/// How far a schema has been looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// What it applies is being looked at.
    Open,
    /// It has an end.
    Done,
}

/// The references that close a circle, each with the address of its file and its JSON pointer.
pub(crate) fn endless(registry: &Registry) -> Vec<Place> {
    let mut found = Vec::new();
    let mut progress: BTreeMap<Place, Progress> = BTreeMap::new();
    for schema in registry.schemas() {
        for inner in schema
            .subschemas()
            .into_iter()
            .filter(|inner| inner.node.get("$ref").is_some())
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

/// Goes through all that a schema applies to the same value. A list of what is open stands in for
/// recursion, since chains of references are as long as their authors make them.
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

/// The schemas that a schema applies to the same value, each with the pointer of what applies it.
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
        let keyword = json::child(pointer, &member.name);
        match member.name.as_str() {
            "$ref" | "$dynamicRef" => {
                let target = member
                    .value
                    .as_str()
                    .and_then(|text| registry.follow(file, text));
                let place = |(file, pointer): (&Schema, String)| (file.uri.clone(), pointer);
                applied.extend(target.map(|(file, pointer, _)| (keyword, place((file, pointer)))));
            }
            "allOf" | "anyOf" | "oneOf" => applied.extend(
                (0..member.value.items().len()).map(|index| here(format!("{keyword}/{index}"))),
            ),
            "not" | "if" | "then" | "else" => applied.push(here(keyword)),
            "dependentSchemas" => applied.extend(
                member
                    .value
                    .members()
                    .iter()
                    .map(|inner| here(json::child(&keyword, &inner.name))),
            ),
            _ => {}
        }
    }
    applied
}

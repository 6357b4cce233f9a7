//! `catalog.json`: the list by which editors find the schema of an event file, in the form of SchemaStore.

use schema_registry::layout::MajorFolder;
use serde_json::{Map, Value, json};

use crate::index::{Index, ListedEvent};

/// Returns the catalog of the schemas that an index lists.
#[must_use]
pub(crate) fn catalog(index: &Index) -> Value {
    let schemas: Vec<Value> = index.events().map(|found| entry(index, found)).collect();
    json!({
        "$schema": "https://json.schemastore.org/schema-catalog.json",
        "version": 1,
        "schemas": schemas,
    })
}

fn entry(index: &Index, found: ListedEvent<'_>) -> Value {
    let ListedEvent {
        family,
        major,
        event,
    } = found;
    let address = |path: &str| Value::from(format!("{}{path}", index.base_uri));
    let (family, name) = (&family.name, &event.event);
    let folder = MajorFolder::new(family, &major.name);
    let mut matched = vec![format!("**/{}/*.json", folder.examples(name))];
    // Only the folders of examples name a major version. Elsewhere, the newest one that has the event applies.
    if event.links.successor.is_none() {
        matched.push(format!("*.{name}.json"));
    }
    let versions: Map<String, Value> = event
        .revisions
        .iter()
        .map(|it| (it.revision.clone(), address(&it.path)))
        .collect();
    json!({
        "name": format!("{family} {}: {name}", major.name),
        "description": event.description,
        "fileMatch": matched,
        "url": address(&event.schema),
        "versions": versions,
    })
}

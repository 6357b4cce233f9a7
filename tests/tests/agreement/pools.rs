//! The strings and numbers of each shape, divided by the validator into accepted and rejected ones.

use jsonschema::{Draft, PatternOptions};
use schema_registry::model::{Registry, Schema};
use serde_json::{Value, json};

use super::{
    document::{Doc, Kind, Style},
    leaves::candidates,
    shapes::Shapes,
};

#[derive(Default)]
pub(crate) struct Pool {
    pub(crate) on: Vec<Kind>,
    pub(crate) off: Vec<Kind>,
}

/// Returns the pool of each shape of a schema.
pub(crate) fn pools(registry: &Registry, schema: &Schema, shapes: &Shapes) -> Vec<Pool> {
    let closure = registry.closure(schema).unwrap();
    let resources = closure
        .iter()
        .map(|schema| (schema.uri.as_str(), schema.value.as_ref()));
    let resources = jsonschema::Registry::new()
        .draft(Draft::Draft202012)
        .extend(resources)
        .and_then(|registry| registry.prepare())
        .unwrap();
    let pool = |id| {
        let shape = shapes.get(id);
        let candidates = candidates(shape, shapes);
        if candidates.is_empty() {
            return Pool::default();
        }
        let sources = shape.sources.iter().map(|source| json!({ "$ref": source }));
        // Without a source, everything is accepted.
        let all: Vec<Value> = sources.chain([json!({})]).collect();
        let all = json!({ "allOf": all });
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .with_pattern_options(PatternOptions::regex())
            .with_registry(&resources)
            .offline()
            .build(&all)
            .unwrap();
        let is_taken = |kind: &Kind| {
            let text = Doc::from(kind.clone()).print(Style::Compact);
            serde_json::from_str(&text).is_ok_and(|value: Value| validator.is_valid(&value))
        };
        let (on, off) = candidates.into_iter().partition(is_taken);
        Pool { on, off }
    };
    shapes.ids().map(pool).collect()
}

//! The JSON Schema of `registry.toml`.

use super::{Config, TargetConfig};

/// Returns the JSON Schema of `registry.toml`, for editors. `targets` are the keys of all targets, with the schemas of
/// their options.
#[must_use]
pub fn json_schema<'t>(
    targets: impl Iterator<Item = (&'t str, serde_json::Value)>,
) -> serde_json::Value {
    let mut schema = schemars::schema_for!(Config).to_value();
    let mut of_targets = serde_json::Map::new();
    for (key, options) in targets {
        let mut target = schemars::schema_for!(TargetConfig).to_value();
        let own = options.get("properties").and_then(|own| own.as_object());
        let own_required = options.get("required").and_then(|own| own.as_array());
        if let Some(target) = target.as_object_mut() {
            target.shift_remove("$schema");
            target.shift_remove("title");
            if let Some(description) = options.get("description") {
                target.insert("description".to_owned(), description.clone());
            }
            if let Some(properties) = target
                .get_mut("properties")
                .and_then(|it| it.as_object_mut())
            {
                properties.extend(own.cloned().unwrap_or_default());
            }
            if let Some(required) = target.get_mut("required").and_then(|it| it.as_array_mut()) {
                required.extend(own_required.into_iter().flatten().cloned());
            }
            target.insert("additionalProperties".to_owned(), false.into());
        }
        of_targets.insert(key.to_owned(), target);
    }
    if let Some(definitions) = schema.get_mut("$defs").and_then(|it| it.as_object_mut()) {
        definitions.shift_remove("TargetConfig");
        let family = definitions.get_mut("FamilyConfig");
        let properties = family.and_then(|family| family.get_mut("properties"));
        if let Some(targets) = properties.and_then(|it| it.get_mut("targets")?.as_object_mut()) {
            targets.insert("additionalProperties".to_owned(), false.into());
            targets.insert("properties".to_owned(), of_targets.into());
        }
    }
    schema
}

//! Schemas that can be used as they are.

use jsonschema::PatternOptions;
use serde_json::Value;

/// The dialect of all schemas that are published.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Returns what is wrong with a published schema: it has to be one of its dialect, resolve without anything else,
/// and have the address in its `$id`, if one is given.
pub(crate) fn schema(bytes: &[u8], address: Option<&str>) -> Vec<String> {
    let schema: Value = match serde_json::from_slice(bytes) {
        Ok(schema) => schema,
        Err(error) => return vec![format!("it is no JSON: {error}")],
    };
    if !schema.is_object() {
        return vec!["it is no schema: it is not an object".into()];
    }
    let mut wrong = Vec::new();
    wrong.extend(why_unusable(&schema));
    let text = |name: &str| schema.get(name).and_then(Value::as_str);
    if text("$schema") != Some(DIALECT) {
        wrong.push(format!("its `$schema` is not {DIALECT}"));
    }
    if let Some(address) = address
        && text("$id") != Some(address)
    {
        wrong.push(format!(
            "its `$id` is {}, and its address {address}",
            text("$id").unwrap_or("missing"),
        ));
    }
    wrong
}

/// Why a schema cannot be used as it is, alone.
fn why_unusable(schema: &Value) -> Option<String> {
    if let Err(error) = jsonschema::meta::validate(schema) {
        let place = error.instance_path().to_string();
        return Some(format!("it is no schema: {error}, at `{place}`"));
    }
    validator(schema).err()
}

/// The validator of a schema, which retrieves nothing.
pub(super) fn validator(schema: &Value) -> Result<jsonschema::Validator, String> {
    jsonschema::options()
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .offline()
        .build(schema)
        .map_err(|error| format!("it cannot be used alone: {error}"))
}

//! A published schema: one of its dialect, which can be used alone, and says its own address.

use jsonschema::PatternOptions;
use serde_json::Value;

use crate::{
    error::Error,
    quote::{quoted, why_unreadable},
};

/// The dialect of all schemas that are published.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// More patterns than these in one schema take too long to compile.
const MOST_PATTERNS: usize = 10_000;

/// Says what is wrong with a schema, and gives it if it can be read. `goes_on` ends what takes too long.
pub(super) fn judge(
    bytes: &[u8],
    address: &str,
    goes_on: &dyn Fn() -> Result<(), Error>,
) -> Result<(Option<Value>, Vec<String>), Error> {
    let schema: Value = match serde_json::from_slice(bytes) {
        Ok(schema) => schema,
        Err(error) => return Ok((None, vec![why_unreadable(&error)])),
    };
    let mut messages: Vec<String> = why_unusable(&schema, goes_on)?.into_iter().collect();
    let text = |name: &str| schema.get(name).and_then(Value::as_str);
    if text("$schema") != Some(DIALECT) {
        messages.push(format!("its `$schema` is not {DIALECT}"));
    }
    if text("$id") != Some(address) {
        messages.push(format!(
            "its `$id` is {}, and its address {}",
            quoted(text("$id").unwrap_or("missing")),
            quoted(address),
        ));
    }
    Ok((Some(schema), messages))
}

/// Why a schema cannot be used as it is, alone.
fn why_unusable(
    schema: &Value,
    goes_on: &dyn Fn() -> Result<(), Error>,
) -> Result<Option<String>, Error> {
    if let Err(error) = jsonschema::meta::validate(schema) {
        let place = error.instance_path().to_string();
        return Ok(Some(format!(
            "it is no schema: {}, at `{}`",
            quoted(&error.to_string()),
            quoted(&place)
        )));
    }
    // Patterns can take a thousand times the memory of their text, so each is compiled alone.
    let mut patterns = Vec::new();
    let mut plain = schema.clone();
    take_patterns(&mut plain, &mut patterns);
    if patterns.len() > MOST_PATTERNS {
        return Ok(Some(format!(
            "it has {} patterns, and {MOST_PATTERNS} are looked at",
            patterns.len()
        )));
    }
    for pattern in patterns {
        goes_on()?;
        if let Some(why) = why_not_built(&serde_json::json!({ "pattern": pattern })) {
            return Ok(Some(why));
        }
    }
    Ok(why_not_built(&plain))
}

fn why_not_built(schema: &Value) -> Option<String> {
    let built = jsonschema::options()
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .offline()
        .build(schema);
    let error = built.err()?.to_string();
    Some(format!("it cannot be used alone: {}", quoted(&error)))
}

/// Takes all patterns out of a schema, and leaves short ones. What is data and looks like a pattern is taken, too,
/// and does no harm: data does not decide whether a schema can be used.
fn take_patterns(value: &mut Value, patterns: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for item in items {
                take_patterns(item, patterns);
            }
        }
        Value::Object(members) => {
            if let Some(Value::String(pattern)) = members.get_mut("pattern") {
                patterns.push(std::mem::replace(pattern, "^a".into()));
            }
            if let Some(Value::Object(by_pattern)) = members.get_mut("patternProperties") {
                let taken = std::mem::take(by_pattern);
                for (number, (pattern, schema)) in taken.into_iter().enumerate() {
                    patterns.push(pattern);
                    by_pattern.insert(format!("^{number}"), schema);
                }
            }
            for (_, member) in members.iter_mut() {
                take_patterns(member, patterns);
            }
        }
        _ => {}
    }
}

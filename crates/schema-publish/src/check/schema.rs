//! Checks that a published schema can be used by itself.

use jsonschema::{PatternOptions, ValidationError};
use schema_registry::resolve::DIALECT;
use serde_json::{Value, json};

use crate::{
    error::Error,
    quote::{quoted, why_unreadable},
};

/// The most patterns in one schema: more of them take too long to compile.
const MOST_PATTERNS: usize = 10_000;

/// Returns a published schema, if it can be read, and what is wrong with it. The schema has to be of [`DIALECT`],
/// resolve without any other file, and have the address as its `$id`, if one is given. `goes_on` is called before
/// each pattern is compiled, and its error ends the check. The check needs the stack of [`crate::parallel::judge`].
pub(crate) fn schema(
    bytes: &[u8],
    address: Option<&str>,
    goes_on: &dyn Fn() -> Result<(), Error>,
) -> Result<(Option<Value>, Vec<String>), Error> {
    let schema: Value = match serde_json::from_slice(bytes) {
        Ok(schema) => schema,
        Err(error) => {
            let why = why_unreadable(&error);
            return Ok((None, vec![why]));
        }
    };
    if !schema.is_object() {
        let why = "not a JSON Schema: it is not an object";
        return Ok((None, vec![why.into()]));
    }
    let mut wrong: Vec<String> = why_unusable(&schema, goes_on)?.into_iter().collect();
    let text = |name: &str| schema.get(name).and_then(Value::as_str);
    if text("$schema") != Some(DIALECT) {
        wrong.push(format!("its `$schema` is not {DIALECT}"));
    }
    if let Some(address) = address
        && text("$id") != Some(address)
    {
        wrong.push(format!(
            "its `$id` is {}, and its address {}",
            quoted(text("$id").unwrap_or("missing")),
            quoted(address),
        ));
    }
    Ok((Some(schema), wrong))
}

/// Returns the reason why a schema cannot be used by itself.
fn why_unusable(
    schema: &Value,
    goes_on: &dyn Fn() -> Result<(), Error>,
) -> Result<Option<String>, Error> {
    if let Err(error) = jsonschema::meta::validate(schema) {
        let place = error.instance_path().to_string();
        return Ok(Some(format!(
            "not a JSON Schema: {}, at `{}`",
            quoted(&error.to_string()),
            quoted(&place)
        )));
    }
    // Patterns can take a thousand times the memory of their text, so each is compiled alone. The rest of the
    // schema is compiled but never evaluated, so it may assert something else.
    let mut patterns = Vec::new();
    let mut plain = schema.clone();
    take_costly(&mut plain, &mut patterns);
    if patterns.len() > MOST_PATTERNS {
        return Ok(Some(format!(
            "it has {} patterns, and {MOST_PATTERNS} are looked at",
            patterns.len()
        )));
    }
    for pattern in patterns {
        goes_on()?;
        if let Err(error) = validator(&json!({ "pattern": pattern })) {
            return Ok(Some(not_alone(&error)));
        }
    }
    Ok(validator(&plain).err().map(|error| not_alone(&error)))
}

/// Returns the reason why a schema without a validator cannot be used.
pub(super) fn not_alone(error: &ValidationError<'_>) -> String {
    format!("it cannot be used alone: {}", quoted(&error.to_string()))
}

/// Compiles a schema to a validator that retrieves nothing.
pub(super) fn validator(
    schema: &Value,
) -> Result<jsonschema::Validator, Box<ValidationError<'static>>> {
    jsonschema::options()
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .offline()
        .build(schema)
        .map_err(|error| Box::new(error.to_owned()))
}

/// Replaces the parts of a schema whose compilation can take any time and memory. Patterns are replaced by short
/// ones and added to `patterns`. `unevaluatedProperties` and `unevaluatedItems`, for which a validator follows
/// every reference, are removed, and their schemas are compiled under `not`. Data that looks like such a keyword is
/// replaced too, which is harmless: it does not decide whether a schema can be used.
fn take_costly(value: &mut Value, patterns: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for item in items {
                take_costly(item, patterns);
            }
        }
        Value::Object(members) => {
            if let Some(Value::String(pattern)) = members.get_mut("pattern") {
                patterns.push(std::mem::replace(pattern, "^a".into()));
            }
            // Small objects are replaced too, since a schema can have thousands of them.
            if let Some(Value::Object(by_pattern)) = members.get_mut("patternProperties") {
                let taken = std::mem::take(by_pattern);
                for (number, (pattern, schema)) in taken.into_iter().enumerate() {
                    patterns.push(pattern);
                    by_pattern.insert(format!("^{number}"), schema);
                }
            }
            for name in ["unevaluatedProperties", "unevaluatedItems"] {
                let taken = members.shift_remove(name);
                if let Some(schema @ Value::Object(_)) = taken {
                    let others = members.shift_remove("not");
                    let schemas: Vec<Value> = others.into_iter().chain([schema]).collect();
                    members.insert("not".into(), json!({ "anyOf": schemas }));
                }
            }
            for (_, member) in members.iter_mut() {
                take_costly(member, patterns);
            }
        }
        _ => {}
    }
}

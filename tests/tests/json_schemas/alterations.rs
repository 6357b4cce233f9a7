//! Schemas that differ from a given one in a single place, and accept other documents.

use serde_json::{Map, Value, json};

/// Returns every alteration of a schema and its definitions, with a description.
pub(crate) fn alterations(schema: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut places = vec![(String::new(), schema)];
    while let Some((place, node)) = places.pop() {
        let Some(members) = node.as_object() else {
            continue;
        };
        for (what, altered) in altered(members) {
            let mut whole = schema.clone();
            *whole.pointer_mut(&place).unwrap() = altered.into();
            found.push((format!("`{place}`: {what}"), whole));
        }
        places.extend(inner(&place, members));
    }
    found
}

/// Returns the schemas in a schema, with their pointers.
fn inner<'a>(place: &str, members: &'a Map<String, Value>) -> Vec<(String, &'a Value)> {
    let token = |name: &str| name.replace('~', "~0").replace('/', "~1");
    let mut found = Vec::new();
    for (keyword, value) in members {
        let place = format!("{place}/{keyword}");
        match (keyword.as_str(), value) {
            ("properties" | "$defs", Value::Object(schemas)) => found.extend(
                schemas
                    .iter()
                    .map(|(name, schema)| (format!("{place}/{}", token(name)), schema)),
            ),
            ("oneOf" | "anyOf" | "prefixItems", Value::Array(schemas)) => found.extend(
                schemas
                    .iter()
                    .enumerate()
                    .map(|(index, schema)| (format!("{place}/{index}"), schema)),
            ),
            ("items" | "additionalProperties" | "not", schema) => found.push((place, schema)),
            _ => {}
        }
    }
    found
}

/// Returns the variants of one schema with one thing altered.
fn altered(members: &Map<String, Value>) -> Vec<(String, Map<String, Value>)> {
    let mut found = Vec::new();
    let mut with = |what: String, keyword: &str, value: Option<Value>| {
        let mut altered = members.clone();
        match value {
            Some(value) => altered.insert(keyword.to_owned(), value),
            None => altered.remove(keyword),
        };
        found.push((what, altered));
    };
    let is_fixed = members.contains_key("const") || members.contains_key("enum");
    for (keyword, value) in members {
        match (keyword.as_str(), value) {
            (
                "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum",
                Value::Number(bound),
            ) => {
                // A shorter step may find no other multiple.
                let steps = members
                    .get("multipleOf")
                    .map_or(1, |it| it.as_i64().unwrap());
                for step in [-steps, steps] {
                    let moved = match bound.as_i64() {
                        Some(bound) => json!(bound + step),
                        None => json!(bound.as_f64().unwrap() + step as f64),
                    };
                    with(format!("{keyword} {moved}"), keyword, Some(moved));
                }
                with(format!("no {keyword}"), keyword, None);
            }
            (
                "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
                | "maxProperties",
                Value::Number(bound),
            ) => {
                let bound = bound.as_u64().unwrap();
                for moved in bound.checked_sub(1).into_iter().chain([bound + 1]) {
                    with(format!("{keyword} {moved}"), keyword, Some(moved.into()));
                }
                with(format!("no {keyword}"), keyword, None);
            }
            ("multipleOf" | "uniqueItems", _) => with(format!("no {keyword}"), keyword, None),
            ("propertyNames", schema) if !admits_everything(schema) => {
                with(format!("no {keyword}"), keyword, None);
            }
            ("pattern", Value::String(pattern)) => {
                with("no pattern".into(), keyword, None);
                let other = format!("{pattern}|^other$");
                with("a wider pattern".into(), keyword, Some(other.into()));
            }
            ("format", _) => with("no format".into(), keyword, None),
            ("const", _) => {
                with("another const".into(), keyword, Some("other".into()));
                with("no const".into(), keyword, None);
            }
            ("enum", Value::Array(members)) => {
                let mut more = members.clone();
                more.push("other".into());
                with("one more member".into(), keyword, Some(more.into()));
                for index in 0..members.len() {
                    let fewer = without(members, index);
                    with(format!("without member {index}"), keyword, Some(fewer));
                }
            }
            ("required", Value::Array(names)) => {
                for (index, name) in names.iter().enumerate() {
                    let fewer = without(names, index);
                    with(format!("{name} not required"), keyword, Some(fewer));
                }
            }
            ("oneOf" | "anyOf" | "prefixItems", Value::Array(branches)) => {
                for index in 0..branches.len() {
                    let fewer = without(branches, index);
                    with(format!("without branch {index}"), keyword, Some(fewer));
                }
            }
            ("items" | "additionalProperties", schema) if *schema != json!(true) => {
                with(format!("no {keyword}"), keyword, None);
            }
            ("type", Value::String(ty)) if !is_fixed => {
                let nullable = json!([ty, "null"]);
                with("null admitted".into(), keyword, Some(nullable));
            }
            ("type", Value::Array(types)) => {
                for index in 0..types.len() {
                    let fewer = without(types, index);
                    with(format!("without type {index}"), keyword, Some(fewer));
                }
            }
            ("properties", Value::Object(properties)) => {
                let required = members.get("required").and_then(Value::as_array);
                for (name, schema) in properties {
                    let is_required =
                        required.is_some_and(|names| names.iter().any(|other| other == name));
                    if !is_required {
                        let mut more = required.cloned().unwrap_or_default();
                        more.push(name.as_str().into());
                        with(format!("{name} required"), "required", Some(more.into()));
                    }
                    if admits_everything(schema) {
                        continue;
                    }
                    let mut fewer = properties.clone();
                    fewer.remove(name);
                    with(format!("{name} unknown"), keyword, Some(fewer.into()));
                }
                let closed = Some(false.into());
                with("closed".into(), "additionalProperties", closed);
            }
            _ => {}
        }
    }
    found
}

fn without(values: &[Value], index: usize) -> Value {
    let mut fewer = values.to_vec();
    fewer.remove(index);
    fewer.into()
}

fn admits_everything(schema: &Value) -> bool {
    match schema {
        Value::Object(members) => members.keys().all(|keyword| keyword == "description"),
        schema => *schema == json!(true),
    }
}

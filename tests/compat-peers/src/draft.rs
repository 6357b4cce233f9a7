//! Rewrites schemas of older drafts to draft 2020-12.

use serde_json::{Map, Value, json};

/// Returns the schema in draft 2020-12. A schema of that draft is unchanged.
pub fn modern(schema: &Value, draft: &Value) -> Value {
    match draft.as_str() {
        Some("2020-12") => schema.clone(),
        _ => rewritten(schema),
    }
}

fn rewritten(schema: &Value) -> Value {
    let Value::Object(keywords) = schema else {
        return schema.clone();
    };
    if let Some(reference) = keywords.get("$ref") {
        // Keywords next to a reference are ignored in these drafts, but definitions can be referred to.
        let mut alone = json!({ "$ref": reference });
        if let Some(definitions) = keywords.get("definitions") {
            alone["definitions"] = each(definitions);
        }
        return alone;
    }
    let mut new = Map::new();
    let is_flagged = |flag: &str| keywords.get(flag) == Some(&Value::Bool(true));
    for (keyword, value) in keywords {
        let (name, value) = match (keyword.as_str(), value) {
            ("$schema", _) | ("exclusiveMinimum" | "exclusiveMaximum", Value::Bool(_)) => continue,
            ("id", Value::String(_)) => ("$id", value.clone()),
            ("minimum", _) if is_flagged("exclusiveMinimum") => ("exclusiveMinimum", value.clone()),
            ("maximum", _) if is_flagged("exclusiveMaximum") => ("exclusiveMaximum", value.clone()),
            ("items", Value::Array(_)) => ("prefixItems", list(value)),
            ("items", _) => ("items", rewritten(value)),
            ("additionalItems", _) => match keywords.get("items") {
                Some(Value::Array(_)) => ("items", rewritten(value)),
                _ => continue,
            },
            ("dependencies", Value::Object(dependencies)) => {
                for (name, dependency) in dependencies {
                    let keyword = match dependency {
                        Value::Array(_) => "dependentRequired",
                        _ => "dependentSchemas",
                    };
                    let all = new.entry(keyword).or_insert_with(|| json!({}));
                    all[name] = rewritten(dependency);
                }
                continue;
            }
            ("properties" | "patternProperties" | "definitions" | "$defs", Value::Object(_)) => {
                (keyword.as_str(), each(value))
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(_)) => (keyword.as_str(), list(value)),
            (
                "not"
                | "if"
                | "then"
                | "else"
                | "contains"
                | "propertyNames"
                | "additionalProperties",
                _,
            ) => (keyword.as_str(), rewritten(value)),
            _ => (keyword.as_str(), value.clone()),
        };
        new.insert(name.to_owned(), value);
    }
    Value::Object(new)
}

fn list(schemas: &Value) -> Value {
    let schemas = schemas.as_array().into_iter().flatten();
    schemas.map(rewritten).collect()
}

fn each(schemas: &Value) -> Value {
    let schemas = schemas.as_object().into_iter().flatten();
    let schemas = schemas.map(|(name, schema)| (name.clone(), rewritten(schema)));
    Value::Object(schemas.collect())
}

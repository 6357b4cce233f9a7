//! The table of keywords agrees with the meta-schemas of the drafts, and with what the validator does.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::collections::BTreeMap;

use jsonschema::{Draft, Registry, uri};
use schema_registry::keywords::{
    DEFINITIONS, FORMATS, Holds, KEYWORDS, Keyword, Purpose, Types, find, find_in, format_since,
    purpose, references,
};
use serde_json::{Value, json};

const DRAFTS: [(Draft, &str); 5] = [
    (Draft::Draft4, "http://json-schema.org/draft-04/schema"),
    (Draft::Draft6, "http://json-schema.org/draft-06/schema"),
    (Draft::Draft7, "http://json-schema.org/draft-07/schema"),
    (
        Draft::Draft201909,
        "https://json-schema.org/draft/2019-09/schema",
    ),
    (
        Draft::Draft202012,
        "https://json-schema.org/draft/2020-12/schema",
    ),
];

/// Returns the keywords of a draft by its meta-schema, each with the schema of its value. From 2019-09 on, these are
/// the keywords of its vocabularies, because the meta-schema itself adds keywords of older drafts.
fn of_meta_schema(draft: Draft, address: &str) -> BTreeMap<String, Value> {
    let schema = json!({ "$ref": address });
    let registry = Registry::new()
        .draft(draft)
        .add("json-schema:///", schema)
        .and_then(jsonschema::RegistryBuilder::prepare)
        .unwrap();
    let base = uri::from_str("json-schema:///").unwrap();
    let read = |address: &str| {
        let resolver = registry.resolver(base.clone());
        resolver.lookup(address).unwrap().contents().clone()
    };
    let meta_schema = read(address);
    let parts = match meta_schema.get("allOf") {
        Some(vocabularies) => {
            let names = vocabularies.as_array().unwrap().iter();
            let names = names.map(|it| it["$ref"].as_str().unwrap().to_owned());
            let folder = address.strip_suffix("schema").unwrap();
            names.map(|name| read(&format!("{folder}{name}"))).collect()
        }
        None => vec![meta_schema],
    };
    let keywords = parts
        .iter()
        .filter_map(|part| part["properties"].as_object());
    let keywords = keywords.flatten();
    keywords
        .map(|(name, it)| (name.clone(), it.clone()))
        .collect()
}

/// Returns the form of the values that a schema in a meta-schema accepts.
fn form(schema: &Value) -> Holds {
    let reference = ["$ref", "$recursiveRef", "$dynamicRef"];
    let reference = reference.iter().find_map(|it| schema.get(it)?.as_str());
    if let Some(reference) = reference {
        return match reference.rsplit('/').next().unwrap() {
            "#" | "#meta" => Holds::Schema,
            "schemaArray" => Holds::SchemaList,
            "stringArray" => Holds::StringList,
            "anchorString" | "uriReferenceString" | "uriString" => Holds::String,
            "positiveInteger"
            | "positiveIntegerDefault0"
            | "nonNegativeInteger"
            | "nonNegativeIntegerDefault0" => Holds::Count,
            "simpleTypes" => Holds::String,
            other => panic!("{other}"),
        };
    }
    if let Some(Value::Array(forms)) = schema.get("anyOf") {
        let forms: Vec<Holds> = forms.iter().map(form).collect();
        return match forms.as_slice() {
            // Drafts from 6 on have boolean schemas.
            [Holds::Boolean, Holds::Schema] => Holds::Schema,
            [Holds::Schema, Holds::SchemaList] => Holds::SchemaOrList,
            [Holds::Schema, Holds::StringList] => Holds::SchemaOrStringsMap,
            [Holds::String, Holds::StringList] => Holds::StringOrList,
            other => panic!("{other:?}"),
        };
    }
    match schema.get("type").and_then(Value::as_str) {
        None => Holds::Value,
        Some("boolean") => Holds::Boolean,
        Some("number") => Holds::Number,
        Some("string") => Holds::String,
        Some("array") => match schema.get("items") {
            Some(items) if items.get("$ref").is_some() => Holds::StringList,
            _ => Holds::ValueList,
        },
        Some("object") => match form(&schema["additionalProperties"]) {
            Holds::Boolean => Holds::BooleanMap,
            Holds::Schema => Holds::SchemaMap,
            Holds::StringList => Holds::StringListMap,
            Holds::SchemaOrStringsMap => Holds::SchemaOrStringsMap,
            other => panic!("{other:?}"),
        },
        Some(other) => panic!("{other}"),
    }
}

fn names() -> Vec<&'static str> {
    KEYWORDS.iter().map(|keyword| keyword.name).collect()
}

#[test]
fn names_are_sorted_and_different() {
    assert!(names().is_sorted_by(|left, right| left < right));
    assert!(FORMATS.is_sorted_by(|left, right| left.0 < right.0));
    for keyword in &KEYWORDS {
        assert_eq!(find(keyword.name).unwrap().name, keyword.name);
    }
    assert!(find("maxLenght").is_none());
    assert_eq!(format_since("uuid"), Some(Draft::Draft201909));
    assert_eq!(format_since("datetime"), None);
}

#[test]
fn keywords_are_those_of_the_meta_schemas() {
    for (draft, address) in DRAFTS {
        let mut expected = of_meta_schema(draft, address);
        assert!(expected.len() > 30, "{draft:?}");
        // Draft 4 defines `$ref` in a separate specification.
        expected
            .entry("$ref".into())
            .or_insert_with(|| json!({ "type": "string" }));
        let known = KEYWORDS
            .iter()
            .filter(|keyword| keyword.is_in(draft) && keyword.purpose != Purpose::Extension);
        let known: Vec<(&str, Holds)> = known
            .map(|keyword| (keyword.name, keyword.holds_in(draft)))
            .collect();
        let expected: Vec<(&str, Holds)> = expected
            .iter()
            .map(|(name, schema)| (name.as_str(), form(schema)))
            .collect();
        assert_eq!(known, expected, "{draft:?}");
    }
}

#[test]
fn extensions_are_in_every_draft() {
    let named = |keyword: &&Keyword| keyword.name.starts_with("x-");
    for keyword in KEYWORDS.iter().filter(named) {
        assert_eq!(keyword.purpose, Purpose::Extension);
        assert!(DRAFTS.iter().all(|(draft, _)| keyword.is_in(*draft)));
    }
    assert_eq!(purpose("x-unknown"), Some(Purpose::Extension));
    assert!(KEYWORDS.iter().filter(named).count() > 5);
}

#[test]
fn lists_of_keywords_agree_with_the_table() {
    let with = |purpose: Purpose| {
        let all = KEYWORDS.iter();
        let of_purpose = all.filter(move |keyword| keyword.purpose == purpose);
        of_purpose.map(|it| it.name).collect::<Vec<_>>()
    };
    assert_eq!(with(Purpose::Definitions), DEFINITIONS);
    let of_draft = |draft| references(draft).collect::<Vec<_>>();
    assert_eq!(of_draft(Draft::Draft7), ["$ref"]);
    assert_eq!(of_draft(Draft::Draft201909), ["$ref", "$recursiveRef"]);
    assert_eq!(of_draft(Draft::Draft202012), ["$ref", "$dynamicRef"]);
}

/// Returns values of a form. Some of them reject something as values of an assertion or an applicator.
fn samples(holds: Holds) -> Vec<Value> {
    match holds {
        Holds::Value => vec![json!("other")],
        Holds::ValueList => vec![json!(["other"])],
        Holds::Boolean => vec![json!(true)],
        Holds::BooleanMap => vec![json!({ "a": true })],
        Holds::Number | Holds::NumberOrBoolean => vec![json!(2)],
        Holds::Count => vec![json!(0), json!(9)],
        Holds::String => vec![json!("date"), json!("^other$"), json!("#/$defs/never")],
        Holds::StringList => vec![json!(["other"])],
        Holds::StringOrList => vec![json!("null")],
        Holds::StringMap => vec![json!({ "a": "b" })],
        Holds::StringListMap => vec![json!({ "a": ["other"] })],
        Holds::Date => vec![json!("2027-06-30")],
        Holds::Path => vec![json!("a/b.json")],
        Holds::Revision => vec![json!("1.0.0")],
        Holds::Schema | Holds::SchemaOrList => vec![json!(true), json!(false)],
        Holds::SchemaList => vec![json!([false])],
        Holds::SchemaMap => vec![json!({ "a": false })],
        Holds::SchemaOrStringsMap => vec![json!({ "a": false, "b": ["other"] })],
    }
}

/// Returns the type of values to which a document belongs, among the types that keywords apply to.
fn types_of(document: &Value) -> Types {
    match document {
        Value::Null | Value::Bool(_) => Types::All,
        Value::Number(_) => Types::Numbers,
        Value::String(_) => Types::Strings,
        Value::Array(_) => Types::Arrays,
        Value::Object(_) => Types::Objects,
    }
}

/// Returns the keywords without which a keyword rejects nothing.
fn beside(keyword: &str) -> Value {
    match keyword {
        "additionalItems" => json!({ "items": [true] }),
        "else" => json!({ "if": false }),
        "if" => json!({ "else": false }),
        "maxContains" | "minContains" => json!({ "contains": true }),
        "then" => json!({ "if": true }),
        _ => json!({}),
    }
}

#[test]
fn keywords_reject_values_of_their_type_alone() {
    let documents = json!([null, true, 1, 3, "", "a", [], [1, 1], {}, { "a": 1 }]);
    for keyword in &KEYWORDS {
        let draft = keyword.until;
        let mut has_rejected = false;
        for sample in samples(keyword.holds_in(draft)) {
            let mut schema = beside(keyword.name);
            schema["$defs"] = json!({ "never": false });
            schema[keyword.name] = sample;
            let options = jsonschema::options().with_draft(draft);
            let options = options.should_validate_formats(true).offline();
            // Some keywords, such as `$id`, restrict their values further, so a sample can be invalid.
            let Ok(validator) = options.build(&schema) else {
                continue;
            };
            for document in documents.as_array().unwrap() {
                let is_of_type = [Types::All, types_of(document)].contains(&keyword.applies_to);
                if !validator.is_valid(document) {
                    assert!(is_of_type, "{schema} rejects {document}");
                    has_rejected = true;
                }
            }
        }
        let rejects = match keyword.purpose {
            Purpose::Assertion
            | Purpose::InPlaceApplicator
            | Purpose::ChildApplicator
            | Purpose::Reference => true,
            Purpose::Anchor
            | Purpose::Definitions
            | Purpose::Identifier
            | Purpose::Vocabulary
            | Purpose::Content
            | Purpose::Annotation
            | Purpose::Extension => false,
        };
        // The value of `$recursiveRef` always leads to the root.
        let is_circle = keyword.name == "$recursiveRef";
        assert_eq!(has_rejected, rejects && !is_circle, "{}", keyword.name);
    }
}

#[test]
fn keywords_are_found_by_draft() {
    assert!(find_in(Draft::Draft7, "definitions").is_some());
    assert!(find_in(Draft::Draft202012, "definitions").is_none());
    let items = find("items").unwrap();
    assert_eq!(items.holds_in(Draft::Draft201909), Holds::SchemaOrList);
    assert_eq!(items.holds_in(Draft::Draft202012), Holds::Schema);
    let exclusive = find("exclusiveMinimum").unwrap();
    assert_eq!(exclusive.holds_in(Draft::Draft4), Holds::Boolean);
}

//! Following a help does not cause another finding.

use repository_tests::targets;
use schema_registry::{load, resolve};
use serde_json::{Value, json};

use super::fixture::Fixture;
use crate::PLACED;

/// A schema of a property, the rule that finds it, a part of the help, and the schema of someone who follows the help.
type Case = (Value, &'static str, &'static str, Value);

/// Returns the definitions that schemas refer to.
fn definitions() -> Value {
    let never = json!({ "title": "N", "description": "Never sent.", "not": {} });
    let either = json!({
        "title": "E", "description": "One of two.", "oneOf": [of("left"), of("right")],
    });
    json!({ "left": tagged("left"), "right": tagged("right"), "either": either, "never": never })
}

fn tagged(tag: &str) -> Value {
    json!({
        "title": tag, "description": "A branch.", "type": "object", "required": ["side"],
        "properties": { "side": { "description": "The side.", "const": tag } },
    })
}

fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn flags(names: &[&str]) -> Value {
    let flags = names.iter().map(|name| {
        let flag = json!({ "description": "A flag.", "type": "boolean" });
        ((*name).to_owned(), flag)
    });
    Value::Object(flags.collect())
}

/// Returns the base with one more property. It has a description if there is room for one.
#[track_caller]
fn with(property: &Value) -> Fixture {
    let base = Fixture::base();
    let mut schema: Value = serde_json::from_str(&base.read(PLACED)).unwrap();
    let mut property = property.clone();
    if let Some(keywords) = property.as_object_mut()
        && !keywords.contains_key("description")
    {
        keywords.insert("description".into(), "One more.".into());
    }
    schema["$defs"]["placed_order"]["properties"]["extra"] = property;
    // An unused definition is not a type, and one of each finding is enough.
    for (name, definition) in definitions().as_object().unwrap() {
        schema["$defs"][name] = definition.clone();
    }
    let mut fixture = base.write(PLACED, &format!("{schema:#}\n"));
    fixture.lowered = true;
    fixture
}

#[track_caller]
fn assert_followed(cases: Vec<Case>) {
    for (before, code, help, after) in cases {
        let fixture = with(&before);
        let found = fixture.findings();
        let mut helps = found.iter().filter(|it| it.code == code);
        let is_offered = helps.any(|it| it.help.as_ref().is_some_and(|it| it.contains(help)));
        assert!(is_offered, "{before}: {help}\n{}", fixture.render());
        assert_eq!(with(&after).render(), "no findings", "{before}: {after}");
    }
}

#[test]
fn formats() {
    let bounds = json!({ "type": "integer", "minimum": 0, "maximum": 9 });
    let mut int64 = bounds.clone();
    int64["format"] = "int64".into();
    let pattern = json!({ "type": "string", "pattern": "^[a-z]+@[a-z]+$" });
    assert_followed(vec![
        (
            int64,
            "unknown-format",
            "remove it: `format` is for strings",
            bounds,
        ),
        (
            json!({ "type": "number", "format": "double" }),
            "unknown-format",
            "remove it: `format` is for strings",
            json!({ "type": "number" }),
        ),
        (
            json!({ "type": "boolean", "format": "yes" }),
            "unknown-format",
            "remove it: `format` is for strings",
            json!({ "type": "boolean" }),
        ),
        (
            json!({ "format": "emial" }),
            "unknown-format",
            "write a `pattern`, or one of date, date-time, ipv4, uri, uuid, and add `\"type\": \"string\"`",
            pattern.clone(),
        ),
        (
            json!({ "type": "string", "format": "datetime", "maxLength": 30 }),
            "unknown-format",
            "write `date-time`, without `maxLength`",
            json!({ "type": "string", "format": "date-time" }),
        ),
        (
            json!({ "type": "string", "format": "colour", "pattern": "^[a-z]+$" }),
            "unknown-format",
            "remove it: `pattern` says which strings are accepted",
            json!({ "type": "string", "pattern": "^[a-z]+$" }),
        ),
        (
            json!({ "type": "string", "format": "email", "maxLength": 30 }),
            "unmappable-schema",
            "write a `pattern` instead",
            pattern,
        ),
        (
            json!({ "type": "integer", "format": "date", "minimum": 0, "maximum": 9 }),
            "unmappable-schema",
            "remove it: `format` is for strings",
            json!({ "type": "integer", "minimum": 0, "maximum": 9 }),
        ),
    ]);
}

#[test]
fn keywords_of_other_dialects() {
    let union = json!({ "oneOf": [of("left"), of("right")] });
    let fields = |keyword: &str| json!({ "type": "object", "properties": flags(&["a", "b"]), keyword: { "a": ["b"] } });
    let boolean = json!({ "type": "boolean" });
    assert_followed(vec![
        (
            json!({ "id": "note", "type": "boolean" }),
            "unknown-keyword",
            "remove it: a `$ref` names a schema inside a file by its JSON pointer",
            boolean.clone(),
        ),
        (
            fields("dependencies"),
            "unknown-keyword",
            "write each case as an object in `$defs`",
            union.clone(),
        ),
        (
            fields("dependentRequired"),
            "unmappable-schema",
            "write each case as an object in `$defs`",
            union.clone(),
        ),
        (
            fields("dependentRequire"),
            "unknown-keyword",
            "no generated type checks `dependentRequired` either: write each case",
            union,
        ),
        (
            json!({ "$recursiveRef": "#" }),
            "unknown-keyword",
            "write a `$ref` with the JSON pointer of a definition",
            of("left"),
        ),
        (
            json!({ "type": "boolean", "$recursiveAnchor": true }),
            "unknown-keyword",
            "remove it, and refer to this schema by its JSON pointer",
            boolean.clone(),
        ),
        (
            json!({ "type": "boolean", "colour": true }),
            "unknown-keyword",
            "or begin its name with `x-`, if it is an annotation",
            json!({ "type": "boolean", "x-colour": true }),
        ),
        (
            json!({ "type": "boolean", "maxLenght": 1 }),
            "unknown-keyword",
            "remove it; or",
            boolean,
        ),
        (
            json!({ "type": "string", "enum": ["a"], "nullable": true }),
            "unknown-keyword",
            "write a `oneOf` of this schema and `{ \"type\": \"null\" }` instead",
            json!({ "oneOf": [{ "type": "string", "enum": ["a"] }, { "type": "null" }] }),
        ),
        (
            json!({
                "type": "array", "items": [{ "type": "string" }, { "type": "boolean" }],
                "additionalItems": false,
            }),
            "unknown-keyword",
            "rename `items` to `prefixItems`, and write `\"items\": false` and `\"minItems\": 2` instead",
            json!({
                "type": "array", "prefixItems": [{ "type": "string" }, { "type": "boolean" }],
                "items": false, "minItems": 2,
            }),
        ),
        (
            json!({ "type": "strnig" }),
            "invalid-schema",
            "write `string`",
            json!({ "type": "string" }),
        ),
    ]);
}

#[test]
fn values_of_several_types() {
    let bounded = json!({ "type": "integer", "minimum": 0, "maximum": 9 });
    let nullable = json!({ "type": ["string", "null"] });
    assert_followed(vec![
        (
            json!({ "type": ["string", "integer"] }),
            "unbounded-integer",
            "write one type, or one type and `\"null\"`; for an integer, add `minimum`",
            bounded,
        ),
        (
            json!({ "type": ["string", "integer"], "minimum": 0, "maximum": 9 }),
            "unmappable-schema",
            "write one type, or one type and `\"null\"`",
            nullable.clone(),
        ),
        (
            json!({ "type": ["integer", "number"], "minimum": 0, "maximum": 9 }),
            "unmappable-schema",
            "write `\"type\": \"number\"`",
            json!({ "type": "number", "minimum": 0, "maximum": 9 }),
        ),
        (
            json!({ "oneOf": [{ "type": "string" }, { "type": "boolean" }] }),
            "unmappable-schema",
            "write one type, or one type and `\"null\"`",
            nullable.clone(),
        ),
        (
            json!({ "anyOf": [{ "type": "string" }, { "type": "boolean" }] }),
            "unmappable-schema",
            "write one type, or one type and `\"null\"`",
            nullable,
        ),
        (
            json!({ "oneOf": [{ "type": "string" }] }),
            "unmappable-schema",
            "write that branch here, without `oneOf`",
            json!({ "type": "string" }),
        ),
        (
            json!({ "anyOf": [{ "enum": ["a", "b"] }, { "type": "string" }] }),
            "unmappable-schema",
            "with `x-known-values` for an open set",
            json!({ "type": "string", "x-known-values": ["a", "b"] }),
        ),
        (
            json!({ "oneOf": [tagged("left"), tagged("right")] }),
            "unmappable-schema",
            "move it to `$defs`, and refer to it",
            json!({ "oneOf": [of("left"), of("right")] }),
        ),
        (
            json!({ "oneOf": [{ "type": "null" }, tagged("left"), tagged("right")] }),
            "unmappable-schema",
            "refer to them in a `oneOf` there, and write a `oneOf` of that and `null`",
            json!({ "oneOf": [of("either"), { "type": "null" }] }),
        ),
        (
            json!({ "anyOf": [tagged("left"), tagged("right")] }),
            "unmappable-schema",
            "and refer to them in a `oneOf`",
            json!({ "oneOf": [of("left"), of("right")] }),
        ),
        (
            json!({ "oneOf": [{ "type": "string", "maxLength": 2 }, { "type": "string", "minLength": 1 }] }),
            "overlapping-branches",
            "write one schema for all values that any of these branches accepts",
            json!({ "type": "string" }),
        ),
    ]);
}

#[test]
fn parts_and_objects() {
    let part = |name: &str| json!({ "type": "object", "properties": flags(&[name]) });
    let array = |more: Value| {
        let mut array = more;
        array["type"] = "array".into();
        array
    };
    let pair = json!([{ "type": "string" }, { "type": "boolean" }]);
    assert_followed(vec![
        (
            json!({ "allOf": [{ "type": "string" }, { "maxLength": 1 }] }),
            "unmappable-schema",
            "write the keywords of all parts here, without `allOf`",
            json!({ "type": "string", "maxLength": 1 }),
        ),
        (
            json!({ "allOf": [{ "$ref": "envelope.json#/$defs/order_id" }, { "maxLength": 20 }] }),
            "unmappable-schema",
            "write the keywords of all parts, and of what they refer to, here",
            json!({ "type": "string", "pattern": "^o-[0-9]{8}$", "maxLength": 20 }),
        ),
        (
            json!({ "allOf": [part("a"), part("b")] }),
            "unmappable-schema",
            "write the properties of all parts into one object",
            json!({ "type": "object", "properties": flags(&["a", "b"]) }),
        ),
        (
            json!({ "type": "object", "required": ["zz"] }),
            "unmappable-schema",
            "describe it in `properties`",
            json!({ "type": "object", "required": ["zz"], "properties": flags(&["zz"]) }),
        ),
        (
            json!({ "type": "object", "required": ["zz"], "additionalProperties": { "type": "string" } }),
            "unmappable-schema",
            "remove it here; or describe it in `properties`, without `additionalProperties`",
            json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        ),
        (
            json!({ "type": "object", "properties": flags(&["a"]), "minProperties": 1 }),
            "unmappable-schema",
            "remove it, and say it in the `description`",
            json!({ "type": "object", "properties": flags(&["a"]) }),
        ),
        (
            array(json!({ "prefixItems": [{ "type": "string" }] })),
            "unmappable-schema",
            "write its schema as `items`, with a `minItems` and a `maxItems` of 1",
            array(json!({ "items": { "type": "string" }, "minItems": 1, "maxItems": 1 })),
        ),
        (
            array(json!({ "prefixItems": pair.clone(), "maxItems": 5 })),
            "unmappable-schema",
            "write `\"items\": false` and `\"minItems\": 2`, without `maxItems`",
            array(json!({ "prefixItems": pair, "items": false, "minItems": 2 })),
        ),
    ]);
}

#[test]
fn patterns_and_lengths() {
    let pattern = |text: &str| json!({ "type": "string", "pattern": text });
    let cases = |before: &'static str, after: [&'static str; 2]| {
        after.map(|it| (pattern(before), "unanchored-pattern", it, pattern(it)))
    };
    let mut all: Vec<Case> = Vec::new();
    all.extend(cases("[a-z]+", ["^[a-z]+$", "^.*[a-z]+.*$"]));
    all.extend(cases("^[a-z]+", ["^[a-z]+$", "^[a-z]+.*$"]));
    all.extend(cases("[a-z]$", ["^[a-z]$", "^.*[a-z]$"]));
    all.extend(cases("a\\$", ["^a\\$$", "^.*a\\$.*$"]));
    all.extend(cases("a|b", ["^(?:a|b)$", "^.*(?:a|b).*$"]));
    all.push((
        json!({ "type": "string", "minLength": 5, "maxLength": 3 }),
        "unsatisfiable-schema",
        "`minLength` is greater than `maxLength`: write a `minLength` of at most 3, or",
        json!({ "type": "string", "minLength": 3, "maxLength": 3 }),
    ));
    all.push((
        json!({ "enum": [] }),
        "unsatisfiable-schema",
        "`enum` lists no value: list those that are accepted, or remove it",
        json!({ "enum": ["a"] }),
    ));
    assert_followed(all);
}

#[test]
fn properties_that_are_never_sent() {
    let allow = json!({ "unmappable-schema": "Old." });
    let mut all: Vec<Case> = Vec::new();
    for forbidden in [
        json!({ "not": {} }),
        of("never"),
        json!({ "allOf": [false] }),
    ] {
        let mut allowed = forbidden.clone();
        allowed["x-allow"] = allow.clone();
        let help = "or allow this here, with the reason";
        all.push((forbidden.clone(), "unmappable-schema", help, allowed));
        let help = "mark it `\"deprecated\": true` instead";
        let after = json!({ "deprecated": true });
        all.push((forbidden, "unmappable-schema", help, after));
    }
    all.push((
        json!(false),
        "unmappable-schema",
        "write `{ \"description\": \"…\", \"deprecated\": true }` instead of `false`",
        json!({ "deprecated": true }),
    ));
    all.push((
        json!(true),
        "missing-description",
        "write `{ \"description\": \"…\" }` instead of `true`",
        json!({}),
    ));
    assert_followed(all);
    let around = with(&json!(false)).replace(
        PLACED,
        "\"title\": \"Placed order\"",
        "\"title\": \"Placed order\", \"x-allow\": { \"unmappable-schema\": \"Old.\" }",
    );
    assert_eq!(around.render(), "no findings");
}

/// None of these properties has to be in an example: that would be a hint to send it.
#[test]
fn what_is_never_sent_need_not_be_shown() {
    for property in [
        json!(false),
        json!({ "not": {} }),
        of("never"),
        json!({ "allOf": [false] }),
        json!({ "deprecated": true }),
    ] {
        let loaded = load::load(with(&property).path(), "schemas").unwrap();
        let found = targets::findings(&resolve::resolve(loaded));
        let mut messages = found.iter().map(|it| it.message.as_str());
        assert!(
            !messages.any(|it| it == "no example shows `extra`"),
            "{property}"
        );
    }
}

/// A constraint that no type checks needs two allowances: one of the lint, and one of the generator, which the
/// second finding suggests.
#[test]
fn allowances() {
    let mut all: Vec<Case> = Vec::new();
    for (mut schema, rule) in [
        (json!({ "type": "integer" }), "unbounded-integer"),
        (
            json!({ "type": "string", "pattern": "^(?!a)[a-z]+$" }),
            "non-linear-pattern",
        ),
        (
            json!({ "type": "string", "format": "colour" }),
            "unknown-format",
        ),
        (
            json!({ "type": "string", "colour": "red" }),
            "unknown-keyword",
        ),
        (
            json!({ "type": "object", "properties": flags(&["a"]), "additionalProperties": false }),
            "closed-object",
        ),
    ] {
        schema["x-allow"] = json!({ rule: "For a reason." });
        let mut both = schema.clone();
        both["x-allow"]["unmappable-schema"] = "For a reason.".into();
        let help = "or allow `unmappable-schema` here, too";
        all.push((schema, "unmappable-schema", help, both));
    }
    assert_followed(all);
}

use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    json::Node,
    model::{ALLOW, EVENT_VERSION, KNOWN_VALUES, Registry, SHOWN_EXAMPLE, SOURCE},
    names,
    revision::Revision,
};

/// A keyword that nobody reads.
pub(super) const RULE: Rule = Rule {
    name: "unknown-keyword",
    severity: Severity::Error,
    explanation: r#"
Finds a keyword that JSON Schema 2020-12 does not define, unless it begins with `x-`; and a known `x-`
annotation whose value has the wrong form.

Why: validators silently ignore an unknown keyword, so a misspelt constraint constrains nothing.

    "maxLenght": 63     (unknown-keyword)
"#,
    found_by: FoundBy::Lint(check),
};

const KEYWORDS: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$ref",
    "$schema",
    "$vocabulary",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "dependentRequired",
    "dependentSchemas",
    "deprecated",
    "description",
    "else",
    "enum",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "if",
    "items",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "readOnly",
    "required",
    "then",
    "title",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
    "writeOnly",
];

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            for member in inner.node.members() {
                let name = member.name.as_str();
                let problem = if name.starts_with("x-") {
                    wrong_form(name, &member.value).map(|form| {
                        (
                            format!("`{name}` has the wrong form"),
                            format!("write {form}"),
                        )
                    })
                } else if KEYWORDS.contains(&name) {
                    None
                } else {
                    let elsewhere = of_another_dialect(name, inner.node);
                    let help = elsewhere.unwrap_or_else(|| match names::closest(name, KEYWORDS) {
                        Some(known) => format!("write `{known}`, or begin an annotation with `x-`"),
                        None => "begin an annotation with `x-`".into(),
                    });
                    Some((format!("there is no keyword `{name}`"), help))
                };
                if let Some((message, help)) = problem {
                    findings.push(
                        Diagnostic::new(&RULE, message)
                            .help(help)
                            .at(schema.location(inner.keyword(name))),
                    );
                }
            }
        }
    }
}

fn wrong_form(name: &str, value: &Node) -> Option<&'static str> {
    let is_text_list = || {
        let items = value.items();
        let texts: Vec<_> = items.iter().filter_map(Node::as_str).collect();
        let mut distinct = texts.clone();
        distinct.sort_unstable();
        distinct.dedup();
        !items.is_empty() && distinct.len() == items.len()
    };
    let is_revision = || {
        let text = value.as_str();
        text.is_some_and(|text| text.parse::<Revision>().is_ok())
    };
    match name {
        KNOWN_VALUES if !is_text_list() => Some("a list of different strings"),
        EVENT_VERSION if !is_revision() => Some("three numbers, such as `\"1.0.0\"`"),
        SHOWN_EXAMPLE if value.as_str().is_none() => Some("the path of an example"),
        ALLOW if !value.is_object() => Some("an object of rules and reasons"),
        SOURCE => Some("nothing here: it belongs to released files alone"),
        _ => None,
    }
}

/// The way to write a keyword of an older draft, or of OpenAPI.
fn of_another_dialect(name: &str, node: &Node) -> Option<String> {
    let help = match name {
        "definitions" => "call it `$defs`, and refer to `#/$defs/…`",
        "id" => "call it `$id`",
        "dependencies" => "write `dependentRequired` or `dependentSchemas`",
        "additionalItems" => "write `items`; what stood there before is `prefixItems`",
        "divisibleBy" => "write `multipleOf`",
        "example" => "write `examples`, with a list",
        "discriminator" => {
            "remove it: a required property with a `const` in each branch tells them apart"
        }
        "nullable" => {
            return Some(match node.get("type").and_then(Node::as_str) {
                Some(ty) => format!("write `\"type\": [\"{ty}\", \"null\"]` instead"),
                None => {
                    "write a `oneOf` of this schema and `{ \"type\": \"null\" }` instead".into()
                }
            });
        }
        _ => return None,
    };
    Some(help.to_owned())
}

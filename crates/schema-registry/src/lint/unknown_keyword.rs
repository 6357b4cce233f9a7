//! Checks for [`unknown-keyword`](RULE).

use std::collections::BTreeSet;

use crate::rules::UNKNOWN_KEYWORD as RULE;
use crate::{
    diagnostic::Diagnostic,
    json::Node,
    keywords::{self, Draft, Holds, KEYWORDS, Purpose, SOURCE, type_of},
    kinds::is_true,
    lint::rewrites::without_type,
    model::{Registry, Subschema},
    names,
    revision::Revision,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            for member in inner.node.members() {
                let name = member.name.as_str();
                let problem = match keywords::purpose(name) {
                    Some(Purpose::Extension) => wrong_form(name, &member.value).map(|form| {
                        (
                            format!("`{name}` has the wrong form"),
                            format!("write {form}"),
                        )
                    }),
                    _ if keywords::find_in(Draft::Draft202012, name).is_some() => None,
                    _ => Some((format!("there is no keyword `{name}`"), help(name, &inner))),
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

/// Returns the form that the value of an annotation must have, or `None` if the value has that form.
fn wrong_form(name: &str, value: &Node) -> Option<&'static str> {
    if name == SOURCE {
        return Some("nothing here: it belongs to released files alone");
    }
    let is_string_list = || {
        let items = value.items();
        let strings: BTreeSet<_> = items.iter().filter_map(Node::as_str).collect();
        !items.is_empty() && strings.len() == items.len()
    };
    let is_revision = || {
        let text = value.as_str();
        text.is_some_and(|text| text.parse::<Revision>().is_ok())
    };
    match keywords::find(name)?.holds {
        Holds::StringList if !is_string_list() => Some("a list of different strings"),
        Holds::Revision if !is_revision() => Some("three numbers, such as `\"1.0.0\"`"),
        Holds::Path if value.as_str().is_none() => Some("the path of an example"),
        Holds::StringMap if !value.is_object() => Some("an object of rules and reasons"),
        // Another rule checks dates.
        _ => None,
    }
}

/// Returns the help for a keyword that does not exist.
fn help(name: &str, inner: &Subschema<'_>) -> String {
    if let Some(help) = of_another_dialect(name, inner) {
        return help;
    }
    // A keyword for values of another type would only cause the next finding.
    let ty = inner.node.get("type").and_then(Node::as_str);
    let fits = |keyword: &&str| match (ty, type_of(keyword)) {
        (Some(ty), Some(of)) => ty == of || (ty == "integer" && of == "number"),
        _ => true,
    };
    let defined = KEYWORDS.iter().filter(|keyword| {
        keyword.is_in(Draft::Draft202012) && keyword.purpose != Purpose::Extension
    });
    let known: Vec<&str> = defined.map(|keyword| keyword.name).filter(fits).collect();
    match names::closest(name, &known) {
        Some(meant) => match without_type(meant) {
            Some(help) => format!("no generated type checks `{meant}` either: {help}"),
            None => format!("write `{meant}`, or begin the name of an annotation with `x-`"),
        },
        None if name.starts_with('$') => "remove it: no validator of 2020-12 reads it".into(),
        None => {
            "remove it; or begin its name with `x-`, if it is an annotation, which no validator checks".into()
        }
    }
}

/// Returns the way to write a keyword of an older draft, or of OpenAPI.
fn of_another_dialect(name: &str, inner: &Subschema<'_>) -> Option<String> {
    let node = inner.node;
    let has = |keyword: &str| node.get(keyword).is_some();
    let ty = node.get("type").and_then(Node::as_str);
    let help = match name {
        "definitions" => "call it `$defs`, and refer to `#/$defs/…`",
        "id" if inner.pointer.is_empty() => "remove it: `$id` is the address of a file",
        "id" => "remove it: a `$ref` names a schema inside a file by its JSON pointer",
        "dependencies" => return without_type("dependentSchemas").map(str::to_owned),
        "$recursiveRef" => return without_type("$dynamicRef").map(str::to_owned),
        "$recursiveAnchor" => return without_type("$dynamicAnchor").map(str::to_owned),
        "additionalItems" => return Some(without_additional_items(node)),
        "divisibleBy" => match ty {
            Some("integer") => "write `multipleOf`",
            Some("number") | None => {
                "write an integer in the smallest unit, with `multipleOf` and bounds"
            }
            Some(_) => "remove it: it is for numbers",
        },
        "example" => "write `examples`, with a list",
        "discriminator" => {
            "remove it: a required property with a `const` in each branch distinguishes them"
        }
        "nullable" if !node.get(name).is_some_and(is_true) => {
            "remove it: without `\"null\"` among the types, `null` is rejected"
        }
        "nullable" => match ty.filter(|_| !has("enum") && !has("const")) {
            Some(ty) => {
                return Some(format!("write `\"type\": [\"{ty}\", \"null\"]` instead"));
            }
            None => "write a `oneOf` of this schema and `{ \"type\": \"null\" }` instead",
        },
        _ => return None,
    };
    Some(help.to_owned())
}

/// Returns the way to write a list in which `additionalItems` follow the items of older drafts.
fn without_additional_items(node: &Node) -> String {
    match node.get("items").map(Node::items).unwrap_or_default() {
        [] => "remove it: `items` describes all items of a list".into(),
        [_] => "write the one schema of `items` without brackets, with a `minItems` and a `maxItems` of 1, and \
                remove `additionalItems`"
            .into(),
        several => format!(
            "rename `items` to `prefixItems`, and write `\"items\": false` and `\"minItems\": {}` instead of \
             `additionalItems`",
            several.len()
        ),
    }
}

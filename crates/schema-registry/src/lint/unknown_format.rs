//! Checks for [`unknown-format`](RULE).

use crate::rules::UNKNOWN_FORMAT as RULE;
use crate::{
    diagnostic::Diagnostic, json::Node, keywords::format_since, kinds::listed_types,
    model::Registry, names,
};

/// The formats that there are types for. No help offers another one, which the generator would reject next.
pub const FORMATS_WITH_TYPES: &[&str] = &["date", "date-time", "ipv4", "uri", "uuid"];

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let Some(format) = inner.node.get("format").and_then(Node::as_str) else {
                continue;
            };
            if format_since(format).is_none() {
                findings.push(
                    Diagnostic::new(&RULE, format!("there is no format `{format}`"))
                        .help(help(format, inner.node))
                        .at(schema.location(inner.keyword("format"))),
                );
            }
        }
    }
}

/// Returns the help for an unknown format. It depends on the other keywords of the schema.
fn help(format: &str, node: &Node) -> String {
    let has = |keyword: &&str| node.get(keyword).is_some();
    let mut beside = ["enum", "const", "oneOf", "anyOf", "$ref"].into_iter();
    if let Some(keyword) = beside.find(has) {
        return format!("remove it: `{keyword}` says what is accepted");
    }
    let mut types = listed_types(node);
    types.retain(|ty| *ty != "null");
    let add = match types.as_slice() {
        [] => ", and add `\"type\": \"string\"`",
        ["string"] => "",
        ["integer" | "number"] => {
            return "remove it: `format` is for strings; `minimum` and `maximum` say which numbers are accepted"
                .into();
        }
        [_] => return "remove it: `format` is for strings".into(),
        _ => return "remove it, and write one type, or one type and `\"null\"`".into(),
    };
    if has(&"pattern") {
        return format!("remove it: `pattern` says which strings are accepted{add}");
    }
    let lengths: Vec<&str> = ["minLength", "maxLength"].into_iter().filter(has).collect();
    match names::closest(format, FORMATS_WITH_TYPES) {
        Some(known) if lengths.is_empty() => format!("write `{known}`{add}"),
        Some(known) => format!(
            "write `{known}`, without `{}`{add}",
            lengths.join("` and `")
        ),
        None if lengths.is_empty() => {
            let formats = FORMATS_WITH_TYPES.join(", ");
            format!("write a `pattern`, or one of {formats}{add}")
        }
        None => format!("write a `pattern` instead{add}"),
    }
}

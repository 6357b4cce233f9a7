//! Checks for [`unbounded-integer`](RULE).

use crate::rules::UNBOUNDED_INTEGER as RULE;
use crate::{
    diagnostic::Diagnostic,
    json::{MAX_SAFE_INTEGER, Node},
    kinds::listed_types,
    model::Registry,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let types = listed_types(inner.node);
            if !types.contains(&"integer") || is_listed(inner.node) {
                continue;
            }
            // Bounds alone are not enough for a schema with several types.
            let is_one = types.iter().all(|ty| ["integer", "null"].contains(ty));
            for (inclusive, exclusive, widest) in [
                ("minimum", "exclusiveMinimum", "at the lowest -"),
                ("maximum", "exclusiveMaximum", "at the highest "),
            ] {
                let bound = [inclusive, exclusive]
                    .into_iter()
                    .find_map(|keyword| Some((keyword, inner.node.get(keyword)?)));
                let (message, help, keyword) = match bound {
                    Some((_, bound)) if is_safe(bound) => continue,
                    Some((keyword, _)) => (
                        format!("`{keyword}` is not a whole number that every reader can keep"),
                        format!("write a whole number, {widest}{MAX_SAFE_INTEGER}"),
                        keyword,
                    ),
                    None => (
                        format!("this integer has no `{inclusive}`"),
                        match is_one {
                            true => format!("add `{inclusive}`, {widest}{MAX_SAFE_INTEGER}"),
                            false => format!(
                                "write one type, or one type and `\"null\"`; for an integer, add `{inclusive}`, \
                                 {widest}{MAX_SAFE_INTEGER}"
                            ),
                        },
                        "type",
                    ),
                };
                findings.push(
                    Diagnostic::new(&RULE, message)
                        .help(help)
                        .at(schema.location(inner.keyword(keyword))),
                );
            }
        }
    }
}

/// Reports whether `const` or `enum` already bounds the integer.
fn is_listed(node: &Node) -> bool {
    let is_small = |value: &Node| !value.is_number() || is_safe(value);
    node.get("const").is_some_and(is_small)
        || node
            .get("enum")
            .is_some_and(|values| values.items().iter().all(is_small))
}

fn is_safe(value: &Node) -> bool {
    value
        .as_integer()
        .is_some_and(|value| (-MAX_SAFE_INTEGER..=MAX_SAFE_INTEGER).contains(&value))
}

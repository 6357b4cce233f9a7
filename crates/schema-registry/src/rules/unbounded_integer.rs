use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    json::Node,
    model::Registry,
};

/// An integer without bounds, or with bounds that not every reader can keep.
pub(super) const RULE: Rule = Rule {
    name: "unbounded-integer",
    severity: Severity::Error,
    explanation: r#"
Finds an integer without lower and upper bound, or with bounds wider than ±(2^53-1).

Why: JavaScript, and every reader that takes JSON numbers as 64-bit floats, rounds larger integers in
silence. A bound also says what a consumer has to store.

    "byte_size": { "type": "integer", "minimum": 0 }     (unbounded-integer: no `maximum`)
"#,
    found_by: FoundBy::Lint(check),
};

const LARGEST_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let Some(types) = inner.node.get("type") else {
                continue;
            };
            let names = |node: &Node| node.as_str() == Some("integer");
            if !(names(types) || types.items().iter().any(names)) {
                continue;
            }
            for (inclusive, exclusive) in [
                ("minimum", "exclusiveMinimum"),
                ("maximum", "exclusiveMaximum"),
            ] {
                let bound = inner
                    .node
                    .get(inclusive)
                    .or_else(|| inner.node.get(exclusive));
                let is_safe = bound
                    .and_then(Node::as_integer)
                    .is_some_and(|bound| bound.abs() <= LARGEST_SAFE_INTEGER);
                if !is_safe {
                    let sign = if inclusive == "minimum" { "-" } else { "" };
                    let message = match bound {
                        None => format!("this integer has no `{inclusive}`"),
                        Some(_) => {
                            format!("the bound is no integer within {sign}{LARGEST_SAFE_INTEGER}")
                        }
                    };
                    let pointer = match bound {
                        None => inner.keyword("type"),
                        Some(_) if inner.node.get(inclusive).is_some() => inner.keyword(inclusive),
                        Some(_) => inner.keyword(exclusive),
                    };
                    findings.push(
                        Diagnostic::new(&RULE, message)
                            .help(format!(
                                "add `\"{inclusive}\"`, at the widest {sign}{LARGEST_SAFE_INTEGER}"
                            ))
                            .at(schema.location(pointer)),
                    );
                }
            }
        }
    }
}

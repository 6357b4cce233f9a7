use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    json,
    json::Node,
    model::{Registry, Schema},
    pattern::Pattern,
};

/// A pattern that no engine matches in linear time.
pub(super) const RULE: Rule = Rule {
    name: "non-linear-pattern",
    severity: Severity::Error,
    explanation: r#"
Finds a `pattern` that looks around or refers back to a group, and one that is no regular expression.

Why: bodies come from outside. Engines that support these constructs need exponential time on some
texts; all other patterns can be matched in time linear in the text.

    "pattern": "^(?!admin).*$"     (non-linear-pattern)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for (pointer, text) in patterns(schema) {
            if let Err(problem) = Pattern::parse(text) {
                findings.push(
                    Diagnostic::new(&RULE, format!("`{text}` cannot be matched: {problem}"))
                        .help("list what is allowed instead of what is not, or use `enum`")
                        .at(schema.location(pointer)),
                );
            }
        }
    }
}

/// Every pattern of a schema file, with its JSON pointer.
pub(super) fn patterns(schema: &Schema) -> Vec<(String, &str)> {
    let mut patterns = Vec::new();
    for inner in schema.subschemas() {
        if let Some(text) = inner.node.get("pattern").and_then(Node::as_str) {
            patterns.push((inner.keyword("pattern"), text));
        }
        if let Some(by_name) = inner.node.get("patternProperties") {
            let keyword = inner.keyword("patternProperties");
            for member in by_name.members() {
                patterns.push((json::child(&keyword, &member.name), member.name.as_str()));
            }
        }
    }
    patterns
}

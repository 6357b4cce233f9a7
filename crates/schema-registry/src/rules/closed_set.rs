use super::{FoundBy, Rule};
use crate::{
    config::Compatibility,
    diagnostic::{Diagnostic, Severity},
    json::Node,
    model::Registry,
};

/// A set of strings that cannot grow.
pub(super) const RULE: Rule = Rule {
    name: "closed-set",
    severity: Severity::Hint,
    explanation: r#"
Finds an `enum` of several strings in a family that promises its readers to send nothing that they reject
(`compatibility` is `forward` or `full`).

Why: one more member breaks that promise, and takes a new major version. An open set, a string with `x-known-values`,
can grow: its readers take members that they do not know.

    "type": "string", "enum": ["light", "standard"]     (closed-set: there is no room for `stealth`)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (family, major) in registry.majors() {
        let promise = family.config.compatibility;
        if ![Compatibility::Forward, Compatibility::Full].contains(&promise) {
            continue;
        }
        for schema in major.schemas() {
            for inner in schema.subschemas() {
                let members = inner.node.get("enum").map(Node::items).unwrap_or_default();
                let texts = members.iter().filter(|it| it.as_str().is_some()).count();
                if texts < 2 {
                    continue;
                }
                findings.push(
                    Diagnostic::new(&RULE, "no member can be added to this set in this major version")
                        .help(
                            "write `\"type\": \"string\"` with `x-known-values` in the place of `enum`, if more may \
                             come; or allow this, with the reason",
                        )
                        .at(schema.location(inner.keyword("enum"))),
                );
            }
        }
    }
}

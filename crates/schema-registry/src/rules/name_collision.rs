use std::collections::BTreeMap;

use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Severity},
    json::Node,
    model::{KNOWN_VALUES, Registry, Role, Schema},
    names,
};

/// Names that become one in generated code.
pub const RULE: Rule = Rule {
    name: "name-collision",
    severity: Severity::Error,
    explanation: r#"
Finds names that differ in the schema and are one in Rust or TypeScript: fields of one object, members
of one set, and types of one major version.

Why: generated code would not compile, or one of the two would be lost.

    "$defs": { "status": … } in two events of the same major version     (name-collision)
    "enum": ["on-hold", "on_hold"]                                       (name-collision)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let keyword = inner.keyword("properties");
            let properties = inner
                .node
                .get("properties")
                .map(Node::members)
                .unwrap_or_default();
            let places = properties.iter().map(|member| {
                (
                    member.name.as_str(),
                    crate::json::child(&keyword, &member.name),
                )
            });
            for case in [names::snake, names::camel] {
                collide(schema, places.clone(), case, findings);
            }
            for keyword in ["enum", KNOWN_VALUES] {
                let values = inner.node.get(keyword).map(Node::items).unwrap_or_default();
                let pointer = inner.keyword(keyword);
                let places = values.iter().enumerate().filter_map(|(index, value)| {
                    Some((value.as_str()?, format!("{pointer}/{index}")))
                });
                collide(schema, places, names::pascal, findings);
            }
        }
    }
    for (_, major) in registry.majors() {
        let mut types: BTreeMap<String, String> = BTreeMap::new();
        for schema in major.schemas() {
            for inner in schema.subschemas() {
                let Role::Definition(name) = inner.role else {
                    continue;
                };
                let place = format!("{} at `{}`", schema.source.path, inner.pointer);
                let Some(first) = types.insert(names::pascal(name), place) else {
                    continue;
                };
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!(
                            "`{name}` is the type `{}`, and so is {first}",
                            names::pascal(name)
                        ),
                    )
                    .help("rename one of them, or define it once, in the envelope")
                    .at(schema.location(inner.pointer.clone())),
                );
            }
        }
    }
}

fn collide<'a>(
    schema: &Schema,
    places: impl Iterator<Item = (&'a str, String)>,
    case: fn(&str) -> String,
    findings: &mut Vec<Diagnostic>,
) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (name, pointer) in places {
        let cased = case(name);
        match seen.get(&cased) {
            Some(first) if *first != name => findings.push(
                Diagnostic::new(
                    &RULE,
                    format!("`{name}` and `{first}` are both `{cased}` in code"),
                )
                .help("rename one of them")
                .at(schema.location(pointer)),
            ),
            _ => {
                seen.insert(cased, name);
            }
        }
    }
}

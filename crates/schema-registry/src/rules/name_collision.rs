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
            collide(schema, places, &[names::snake, names::camel], findings);
            for keyword in ["enum", KNOWN_VALUES] {
                let values = inner.node.get(keyword).map(Node::items).unwrap_or_default();
                let pointer = inner.keyword(keyword);
                let places = values.iter().enumerate().filter_map(|(index, value)| {
                    Some((value.as_str()?, format!("{pointer}/{index}")))
                });
                collide(schema, places, &[names::pascal], findings);
            }
        }
    }
    for (_, major) in registry.majors() {
        let mut events: BTreeMap<String, &str> = BTreeMap::new();
        for event in &major.events {
            let cased = names::pascal(&event.event_type);
            let Some(first) = events.insert(cased.clone(), &event.event_type) else {
                continue;
            };
            let message = format!(
                "`{}` and `{first}` are both `{cased}` in code",
                event.event_type
            );
            findings.push(
                Diagnostic::new(&RULE, message)
                    .help("rename one of them")
                    .at(event.schema.location("")),
            );
        }
        let mut types: BTreeMap<String, String> = BTreeMap::new();
        for schema in major.schemas() {
            for inner in schema.subschemas() {
                let Role::Definition(name) = inner.role else {
                    continue;
                };
                let place = format!("`{}` of {}", inner.pointer, schema.source.path);
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
    cases: &[fn(&str) -> String],
    findings: &mut Vec<Diagnostic>,
) {
    let mut seen: Vec<BTreeMap<String, &str>> = vec![BTreeMap::new(); cases.len()];
    for (name, pointer) in places {
        let mut collision = None;
        for (case, seen) in cases.iter().zip(&mut seen) {
            let cased = case(name);
            match seen.get(&cased) {
                Some(first) if *first != name => {
                    collision = collision.or(Some((*first, cased)));
                }
                _ => {
                    seen.insert(cased, name);
                }
            }
        }
        if let Some((first, cased)) = collision {
            findings.push(
                Diagnostic::new(
                    &RULE,
                    format!("`{name}` and `{first}` are both `{cased}` in code"),
                )
                .help("rename one of them")
                .at(schema.location(pointer)),
            );
        }
    }
}

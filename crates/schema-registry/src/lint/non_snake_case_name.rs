//! Checks for [`non-snake-case-name`](RULE).

use crate::rules::NON_SNAKE_CASE_NAME as RULE;
use crate::{
    diagnostic::Diagnostic,
    json,
    model::{Event, Family, Major, Registry, Role},
    names,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for inner in schema.subschemas() {
            let (Role::Property(name) | Role::Definition(name)) = inner.role else {
                continue;
            };
            if !names::is_snake(name) {
                let help = match names::snake(name) {
                    other if names::is_snake(&other) => format!("call it `{other}`"),
                    _ => "begin with a lower-case letter".into(),
                };
                findings.push(
                    Diagnostic::new(&RULE, format!("`{name}` is not in snake case"))
                        .help(help)
                        .at(schema.location(inner.pointer.clone())),
                );
            }
        }
    }
    for (family, major, event) in registry.events() {
        if !event.event_type.split('.').all(names::is_snake) {
            findings.push(
                Diagnostic::new(
                    &RULE,
                    format!("`{}` is not in snake case", event.event_type),
                )
                .help(match meant(registry, family, major, event) {
                    Some(name) => format!(
                        "rename the file to `{name}.json`; its `$id`, its constants and the folder of its examples \
                         have the same name"
                    ),
                    None => names::FILE_NAME.to_owned(),
                })
                .at(event.schema.location("")),
            );
        }
    }
}

/// Returns the name that an event is meant to have: the first that the envelope accepts and no other event has.
fn meant(registry: &Registry, family: &Family, major: &Major, event: &Event) -> Option<String> {
    let validator = family
        .envelope()
        .zip(major.envelope.as_ref())
        .and_then(|(config, schema)| {
            let pointer = json::child("/properties", &config.event_type);
            registry.validator_at(schema, &pointer)
        });
    let is_free = |name: &String| {
        let mut events = major.events.iter();
        !events.any(|other| other.event_type == *name)
    };
    let is_accepted = |name: &String| {
        let value = serde_json::Value::from(name.as_str());
        validator
            .as_ref()
            .is_none_or(|validator| validator.is_valid(&value))
    };
    let mut names = names::event_types(&event.event_type).into_iter();
    names.find(|name| is_free(name) && is_accepted(name))
}

//! Combines loaded files into families, events and examples, and resolves every `$ref`, offline.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jsonschema::Validator;

use crate::{
    config,
    diagnostic::{Diagnostic, Location},
    json::Node,
    kinds::TYPES,
    layout::{self, FileRole, MajorFolder},
    load::{Loaded, LoadedFile},
    model::{Event, Example, Family, Major, Registry, Schema},
    names::{FILE_NAME, closest, event_types},
    parallel,
    pattern::is_regular_expression,
    reference::{check_references, percent_encoded},
    released,
    rules::{INVALID_CONFIG, INVALID_SCHEMA, UNEXPECTED_FILE},
    source::Source,
};

/// The dialect that every schema is written in.
pub const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Builds the model of a loaded folder.
#[must_use]
pub fn resolve(loaded: Loaded) -> Registry {
    let Loaded {
        config,
        config_source,
        sources,
        files,
        approvals,
        findings,
    } = loaded;
    let mut registry = Registry {
        config,
        config_source,
        sources,
        families: Vec::new(),
        approvals,
        findings,
        places: BTreeMap::new(),
    };
    let mut files_of: BTreeMap<(&str, u32), Vec<&LoadedFile>> = BTreeMap::new();
    for file in &files {
        let number = layout::major_number(file.folder.major()).unwrap_or_default();
        files_of
            .entry((file.folder.family(), number))
            .or_default()
            .push(file);
    }
    for (name, family_config) in registry.config.families.clone() {
        let mut family = Family {
            name,
            config: family_config,
            majors: Vec::new(),
        };
        for ((family_name, number), files) in &files_of {
            if *family_name == family.name {
                let major = build_major(&mut registry, &family, *number, files);
                family.majors.push(major);
            }
        }
        check_order(&mut registry, &family);
        registry.families.push(family);
    }
    registry.index();
    check_meta_schema(&mut registry);
    check_references(&mut registry);
    check_validators(&mut registry);
    registry
}

fn build_major(
    registry: &mut Registry,
    family: &Family,
    number: u32,
    files: &[&LoadedFile],
) -> Major {
    let name = layout::major_name(number);
    let folder = MajorFolder::new(&family.name, &name);
    let envelope_file = family.envelope().map(|envelope| envelope.file.as_str());
    let mut major = Major {
        name,
        folder,
        number,
        envelope: None,
        events: Vec::new(),
        released: Vec::new(),
        released_order: Vec::new(),
        release_index: None,
    };
    let folder = major.folder.clone();
    (major.released, major.release_index) = released::read(registry, &folder, number, files);
    major.released_order = major
        .release_index
        .as_ref()
        .map_or_else(Vec::new, released::order);
    for file in files {
        let FileRole::Schema { stem } = &file.role else {
            continue;
        };
        let path = folder.schema(stem);
        let Some(schema) = build_schema(registry, file, path) else {
            continue;
        };
        if !schema.root.is_object() {
            registry.findings.push(
                Diagnostic::new(&INVALID_SCHEMA, "this schema is not an object")
                    .help("write an object of keywords")
                    .at(schema.location("")),
            );
            continue;
        }
        if envelope_file.and_then(layout::stem) == Some(stem) {
            major.envelope = Some(schema);
        } else {
            let event_type = stem.clone();
            let (examples, invalid_examples) = (Vec::new(), Vec::new());
            major.events.push(Event {
                event_type,
                schema,
                examples,
                invalid_examples,
            });
        }
    }
    let order = &family.config.order;
    let rank = |event: &Event| order.iter().position(|name| *name == event.event_type);
    major
        .events
        .sort_by_key(|event| rank(event).unwrap_or(order.len()));
    // The names of events and of folders that need no further finding.
    let mut reported: BTreeSet<String> = major.events.iter().flat_map(meant_names).collect();
    for file in files {
        let FileRole::Example { event, case, valid } = &file.role else {
            continue;
        };
        let Some(source) = registry.sources.get(file.source).cloned() else {
            continue;
        };
        let Some(owner) = major
            .events
            .iter_mut()
            .find(|owner| owner.event_type == *event)
        else {
            let path = folder.schema(event);
            // An event whose schema was not read, or is not a JSON object, has a finding about that already.
            if !registry.is_broken(&path) && reported.insert(event.clone()) {
                registry.findings.push(
                    Diagnostic::new(&UNEXPECTED_FILE, format!("there is no event `{event}`"))
                        .help(format!(
                            "add the schema `{event}.json`, or rename or remove the folder of these examples"
                        ))
                        .at(Location::at_span(&source, 0..0)),
                );
            }
            continue;
        };
        let Some(root) = source.root.clone() else {
            continue;
        };
        let example = Example {
            case: case.clone(),
            source,
            root,
        };
        if *valid {
            &mut owner.examples
        } else {
            &mut owner.invalid_examples
        }
        .push(example);
    }
    if let (Some(file), None) = (envelope_file, &major.envelope) {
        let path = folder.path(file);
        if !registry.is_broken(&path)
            && let Some(config) = registry.sources.get(registry.config_source).cloned()
        {
            registry.findings.push(
                Diagnostic::new(
                    &INVALID_CONFIG,
                    format!("the envelope `{path}` does not exist"),
                )
                .help("write it, or remove `envelope` from the family in `registry.toml`")
                .at(Location::at_span(
                    &config,
                    config::find(&config.text, &format!("families.{}.envelope", family.name)),
                )),
            );
        }
    }
    major
}

/// Returns the names that an event is likely meant to have, if its own is not in snake case. Another rule reports such
/// a name.
fn meant_names(event: &Event) -> Vec<String> {
    let names = event_types(&event.event_type);
    match names.contains(&event.event_type) {
        true => Vec::new(),
        false => names,
    }
}

/// Reports the names in `order` that are not an event's, and duplicates.
fn check_order(registry: &mut Registry, family: &Family) {
    let Some(config) = registry.sources.get(registry.config_source).cloned() else {
        return;
    };
    let is_out_of_reach = |name: &str| {
        let mut majors = family.majors.iter();
        majors.any(|major| registry.is_out_of_reach(&major.folder.schema(name)))
    };
    let known: BTreeSet<&str> = family
        .majors
        .iter()
        .flat_map(|major| {
            let events = major.events.iter().map(|event| event.event_type.as_str());
            // A removed event is reported elsewhere, if the removal breaks anything.
            events.chain(major.released.iter().map(|it| it.event_type.as_str()))
        })
        .collect();
    // A family may have an order before it has events.
    if known.is_empty() {
        return;
    }
    let meant: BTreeSet<String> = family
        .majors
        .iter()
        .flat_map(|major| major.events.iter().flat_map(meant_names))
        .collect();
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for name in &family.config.order {
        let (message, help) = if !seen.insert(name) {
            let message = format!("`order` has `{name}` twice");
            (message, "remove one of them".to_owned())
        } else if known.contains(name.as_str()) || meant.contains(name) || is_out_of_reach(name) {
            continue;
        } else {
            let names: Vec<&str> = known.iter().copied().collect();
            let help = match closest(name, &names) {
                Some(meant) => format!("it is `{meant}` that is meant, or else remove the name"),
                None => "add its schema, or remove the name".to_owned(),
            };
            let message = format!(
                "`order` has `{name}`, and `{}` has no such event",
                family.name
            );
            (message, help)
        };
        let span = config::find_in_order(&config.text, &family.name, name);
        let finding = Diagnostic::new(&INVALID_CONFIG, message).help(help);
        findings.push(finding.at(Location::at_span(&config, span)));
    }
    registry.findings.append(&mut findings);
}

fn build_schema(registry: &Registry, file: &LoadedFile, path: String) -> Option<Schema> {
    let source: Source = registry.sources.get(file.source)?.clone();
    let root: Arc<Node> = source.root.clone()?;
    let uri = format!(
        "{}{}",
        registry.config.base_uri,
        registry.public_path(&path)
    );
    let mut value = root.to_value();
    let mut schema = Schema {
        source,
        root,
        value: Arc::default(),
        path,
        uri,
        refers_to: Vec::new(),
        sound: true,
        validator: None,
    };
    // The path determines the URI, whatever `$id` the schema and its subschemas have.
    for inner in schema.subschemas() {
        let object = value
            .pointer_mut(&inner.pointer)
            .and_then(serde_json::Value::as_object_mut);
        match object {
            Some(object) if inner.pointer.is_empty() => {
                object.insert("$id".into(), schema.uri.as_str().into());
            }
            Some(object) => {
                object.shift_remove("$id");
            }
            None => {}
        }
    }
    schema.value = Arc::new(value);
    Some(schema)
}

pub(crate) fn schemas_mut(registry: &mut Registry) -> impl Iterator<Item = &mut Schema> {
    registry
        .families
        .iter_mut()
        .flat_map(|family| family.majors.iter_mut())
        .flat_map(|major| {
            major
                .envelope
                .iter_mut()
                .chain(major.events.iter_mut().map(|event| &mut event.schema))
        })
}

fn check_meta_schema(registry: &mut Registry) {
    let mut findings = Vec::new();
    for schema in schemas_mut(registry) {
        let before = findings.len();
        if schema.root.get("$schema").and_then(Node::as_str) != Some(DIALECT) {
            findings.push(
                Diagnostic::new(
                    &INVALID_SCHEMA,
                    "the schema does not say that it is 2020-12",
                )
                .help(format!(
                    "write `\"$schema\": \"{DIALECT}\"` as its first keyword"
                ))
                .at(schema.location("/$schema")),
            );
        }
        let validator = jsonschema::draft202012::meta::validator();
        for violation in crate::validate::violations(&validator, &schema.root.to_value()) {
            let written = schema.root.at(&violation.pointer).and_then(Node::as_str);
            let is_type = violation.pointer.ends_with("/type") && violation.keyword == "enum";
            let meant = written
                .filter(|_| is_type)
                .and_then(|name| closest(name, &TYPES));
            let help = match meant {
                Some(name) => format!("write `{name}`"),
                None => format!("the meta-schema's `{}` rejects this", violation.keyword),
            };
            findings.push(
                Diagnostic::new(&INVALID_SCHEMA, violation.message)
                    .help(help)
                    .at(schema.location(violation.pointer)),
            );
        }
        for (pointer, text) in schema.patterns() {
            if !is_regular_expression(text) {
                findings.push(
                    Diagnostic::new(
                        &INVALID_SCHEMA,
                        format!("`{text}` is not a regular expression"),
                    )
                    .help("write a regular expression of ECMA 262")
                    .at(schema.location(pointer)),
                );
            }
        }
        if findings.len() > before {
            schema.sound = false;
        }
    }
    registry.findings.append(&mut findings);
}

/// Builds the validator of each schema, and reports the schemas that the validator rejects. Without a validator, their
/// examples would not be checked.
fn check_validators(registry: &mut Registry) {
    let schemas: Vec<&Schema> = registry.schemas().collect();
    let built: Vec<Option<Result<Validator, String>>> =
        parallel::map(&schemas, |schema| registry.build_validator(schema, ""));
    let mut problems = Vec::new();
    for (schema, built) in schemas_mut(registry).zip(built) {
        match built {
            Some(Ok(validator)) => schema.validator = Some(validator),
            Some(Err(_)) if percent_encoded(&schema.uri).is_some() => {
                schema.sound = false;
                let message = "the path of this file has characters that a URI cannot have";
                problems.push(
                    Diagnostic::new(&INVALID_SCHEMA, message)
                        .help(FILE_NAME)
                        .at(schema.location("")),
                );
            }
            Some(Err(problem)) => {
                schema.sound = false;
                problems.push(
                    Diagnostic::new(
                        &INVALID_SCHEMA,
                        format!("the validator does not take this schema: {problem}"),
                    )
                    .help("examples cannot be checked before this is fixed")
                    .at(schema.location("")),
                );
            }
            None => {}
        }
    }
    registry.findings.append(&mut problems);
}

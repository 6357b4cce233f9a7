//! Brings loaded files together: families, events, examples, and every `$ref`, offline.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    diagnostic::{Diagnostic, Location},
    json::{self, Node},
    load::{self, FileRole, Loaded, LoadedFile},
    model::{Event, Example, Family, Major, Registry, Schema},
    pattern::is_regular_expression,
    rules::{
        INVALID_CONFIG, INVALID_SCHEMA, REF_OUTSIDE_REGISTRY, UNEXPECTED_FILE, UNRESOLVED_REF,
    },
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
        findings,
    } = loaded;
    let mut registry = Registry {
        config,
        config_source,
        sources,
        families: Vec::new(),
        findings,
    };
    let mut files_of: BTreeMap<(&str, u32), Vec<&LoadedFile>> = BTreeMap::new();
    for file in &files {
        let number = file
            .major
            .trim_start_matches('v')
            .parse()
            .unwrap_or_default();
        files_of
            .entry((&file.family, number))
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
        registry.families.push(family);
    }
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
    let name = format!("v{number}");
    let envelope_file = family.envelope().map(|envelope| envelope.file.as_str());
    let mut major = Major {
        name,
        number,
        envelope: None,
        events: Vec::new(),
    };
    for file in files {
        let FileRole::Schema { stem } = &file.role else {
            continue;
        };
        let path = format!("{}/{}/{stem}.json", family.name, major.name);
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
        if envelope_file == Some(&format!("{stem}.json")) {
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
            let has_schema = files
                .iter()
                .any(|other| matches!(&other.role, FileRole::Schema { stem } if stem == event));
            // An event whose schema does not parse is reported for that alone.
            if !has_schema {
                registry.findings.push(
                    Diagnostic::new(&UNEXPECTED_FILE, format!("there is no event `{event}`"))
                        .help(format!(
                            "add the schema `{event}.json`, or rename the folder"
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
        let path = format!("{}/{}/{file}", family.name, major.name);
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
                    load::find(&config.text, &format!("families.{}.envelope", family.name)),
                )),
            );
        }
    }
    major
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
    };
    // The path decides on the address, whatever the schema and its parts say of themselves.
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

fn schemas_mut(registry: &mut Registry) -> impl Iterator<Item = &mut Schema> {
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
        for refusal in crate::validate::refusals(&validator, &schema.root.to_value()) {
            findings.push(
                Diagnostic::new(&INVALID_SCHEMA, refusal.message)
                    .help(format!(
                        "the meta-schema's `{}` refuses this",
                        refusal.keyword
                    ))
                    .at(schema.location(refusal.pointer)),
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

/// Where a `$ref` leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The address of the file, without fragment.
    pub uri: String,
    /// The JSON pointer in that file.
    pub pointer: String,
}

/// Why a `$ref` leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefProblem {
    /// It names another host, another scheme, or a path outside the registry.
    Outside,
    /// It names an anchor, which the registry does not use.
    Anchor,
}

impl Reference {
    /// Reads a `$ref` that stands in the schema at `uri`; `root` is the address of the registry.
    ///
    /// # Errors
    ///
    /// If it can only lead out of the registry. Whether its target exists is another question.
    pub fn parse(reference: &str, uri: &str, root: &str) -> Result<Self, RefProblem> {
        let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let pointer = percent_decode(fragment).ok_or(RefProblem::Anchor)?;
        if !pointer.is_empty() && !pointer.starts_with('/') {
            return Err(RefProblem::Anchor);
        }
        if address.is_empty() {
            return Ok(Self {
                uri: uri.to_owned(),
                pointer,
            });
        }
        let path = match address.strip_prefix(root) {
            Some(path) => path.to_owned(),
            None => {
                let is_plain =
                    !address.contains([':', '?', '\\', '%']) && !address.starts_with('/');
                if !is_plain {
                    return Err(RefProblem::Outside);
                }
                let here = uri.strip_prefix(root).unwrap_or_default();
                let folder = here.rfind('/').and_then(|slash| here.get(..=slash));
                format!("{}{address}", folder.unwrap_or_default())
            }
        };
        let mut parts: Vec<&str> = Vec::new();
        for part in path.split('/') {
            match part {
                "." => {}
                ".." => {
                    parts.pop().ok_or(RefProblem::Outside)?;
                }
                part => parts.push(part),
            }
        }
        Ok(Self {
            uri: format!("{root}{}", parts.join("/")),
            pointer,
        })
    }
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

impl Registry {
    /// The address below which all of this registry's schemas stand.
    #[must_use]
    pub fn root_uri(&self) -> String {
        format!("{}{}", self.config.base_uri, self.public_path(""))
    }

    /// The schema that a `$ref` in `schema` leads to.
    #[must_use]
    pub fn follow<'a>(
        &'a self,
        schema: &'a Schema,
        reference: &str,
    ) -> Option<(&'a Schema, String, &'a Node)> {
        let target = Reference::parse(reference, &schema.uri, &self.root_uri()).ok()?;
        let file = if target.uri == schema.uri {
            schema
        } else {
            self.schema_at(&target.uri)?
        };
        let node = file.root.at(&target.pointer)?;
        Some((file, target.pointer, node))
    }
}

fn check_references(registry: &mut Registry) {
    let mut findings = Vec::new();
    let mut outcomes = Vec::new();
    let root = registry.root_uri();
    for schema in registry.schemas() {
        let mut refers_to: Vec<String> = Vec::new();
        let before = findings.len();
        for inner in schema.subschemas() {
            for keyword in ["$ref", "$dynamicRef"] {
                let Some(text) = inner.node.get(keyword).and_then(Node::as_str) else {
                    continue;
                };
                let place = || schema.location(inner.keyword(keyword));
                match Reference::parse(text, &schema.uri, &root) {
                    Err(RefProblem::Outside) => findings.push(
                        Diagnostic::new(
                            &REF_OUTSIDE_REGISTRY,
                            format!("`{text}` leads out of the registry; nothing is fetched"),
                        )
                        .help("copy what it names into `$defs` here, and refer to that")
                        .at(place()),
                    ),
                    Err(RefProblem::Anchor) => findings.push(
                        Diagnostic::new(
                            &UNRESOLVED_REF,
                            format!("`{text}` does not end in a JSON pointer"),
                        )
                        .help("refer by pointer: `#/$defs/<name>`")
                        .at(place()),
                    ),
                    Ok(target) => {
                        findings.extend(
                            target_problem(registry, schema, &inner.pointer, &target, text)
                                .map(|finding| finding.at(place())),
                        );
                        if target.uri != schema.uri && !refers_to.contains(&target.uri) {
                            refers_to.push(target.uri);
                        }
                    }
                }
            }
        }
        let is_complete = refers_to
            .iter()
            .all(|uri| registry.schema_at(uri).is_some());
        outcomes.push((refers_to, is_complete && findings.len() == before));
    }
    for (schema, (refers_to, sound)) in schemas_mut(registry).zip(outcomes) {
        schema.refers_to = refers_to;
        schema.sound &= sound;
    }
    registry.findings.append(&mut findings);
}

/// What is wrong with the target of a reference that stands in the schema at a pointer.
fn target_problem(
    registry: &Registry,
    schema: &Schema,
    pointer: &str,
    target: &Reference,
    text: &str,
) -> Option<Diagnostic> {
    let Some(file) = registry.schema_at(&target.uri) else {
        let root = registry.root_uri();
        let path = target.uri.strip_prefix(&root).unwrap_or_default();
        let is_missing_envelope = registry.majors().any(|(family, major)| {
            family.envelope().is_some_and(|envelope| {
                path == format!("{}/{}/{}", family.name, major.name, envelope.file)
            })
        });
        // Both are findings already.
        if is_missing_envelope || registry.is_broken(path) {
            return None;
        }
        let finding = Diagnostic::new(
            &UNRESOLVED_REF,
            format!("`{text}` names a file that is not there"),
        );
        return Some(finding.help("name a schema of this registry, relative to this file"));
    };
    let message = match file.root.at(&target.pointer) {
        None => format!("`{text}` leads to nothing"),
        Some(_)
            if !file
                .subschemas()
                .iter()
                .any(|inner| inner.pointer == target.pointer) =>
        {
            format!("`{text}` leads to something that is not a schema")
        }
        Some(_) if is_endless(registry, schema, pointer) => {
            let finding = Diagnostic::new(
                &UNRESOLVED_REF,
                format!("`{text}` leads back here, and nothing is in between"),
            );
            return Some(finding.help("refer to it from `properties` or `items`, or not at all"));
        }
        Some(_) => return None,
    };
    let names: Vec<String> = file
        .root
        .get("$defs")
        .map(|definitions| {
            definitions
                .members()
                .iter()
                .map(|member| format!("`{}`", member.name))
                .collect()
        })
        .unwrap_or_default();
    let help = match names.as_slice() {
        [] => format!("`{}` has no `$defs`", file.source.path),
        names => format!("`$defs` of `{}` has {}", file.source.path, names.join(", ")),
    };
    Some(Diagnostic::new(&UNRESOLVED_REF, message).help(help))
}

/// Whether a schema applies itself to the same value again, so that validation has no end.
fn is_endless(registry: &Registry, schema: &Schema, pointer: &str) -> bool {
    let mut seen: Vec<(&Schema, String)> = vec![(schema, pointer.to_owned())];
    let mut next = 0;
    while let Some((file, pointer)) = seen.get(next).cloned() {
        next += 1;
        let Some(node) = file.root.at(&pointer) else {
            continue;
        };
        let mut applied: Vec<(&Schema, String)> = Vec::new();
        for member in node.members() {
            let keyword = json::child(&pointer, &member.name);
            match member.name.as_str() {
                "$ref" | "$dynamicRef" => applied.extend(
                    member
                        .value
                        .as_str()
                        .and_then(|text| registry.follow(file, text))
                        .map(|(file, pointer, _)| (file, pointer)),
                ),
                "allOf" | "anyOf" | "oneOf" => applied.extend(
                    (0..member.value.items().len())
                        .map(|index| (file, format!("{keyword}/{index}"))),
                ),
                "not" | "if" | "then" | "else" => applied.push((file, keyword)),
                "dependentSchemas" => applied.extend(
                    member
                        .value
                        .members()
                        .iter()
                        .map(|inner| (file, json::child(&keyword, &inner.name))),
                ),
                _ => {}
            }
        }
        for (file, at) in applied {
            if file.uri == schema.uri && seen.first().is_some_and(|(_, start)| *start == at) {
                return true;
            }
            if !seen
                .iter()
                .any(|(known, seen)| known.uri == file.uri && *seen == at)
            {
                seen.push((file, at));
            }
        }
    }
    false
}

/// What no other check explains: without a validator, examples would pass unseen.
fn check_validators(registry: &mut Registry) {
    let problems: Vec<Option<Diagnostic>> = registry
        .schemas()
        .map(|schema| {
            let problem = registry.build_validator(schema, "")?.err()?;
            Some(
                Diagnostic::new(
                    &INVALID_SCHEMA,
                    format!("the validator does not take this schema: {problem}"),
                )
                .help("examples cannot be checked before this is mended")
                .at(schema.location("")),
            )
        })
        .collect();
    for (schema, problem) in schemas_mut(registry).zip(&problems) {
        schema.sound &= problem.is_none();
    }
    registry.findings.extend(problems.into_iter().flatten());
}

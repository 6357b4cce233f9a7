//! Combines an event's schema and every schema that it refers to into one file, a bundle, and splits a bundle into its
//! schemas.
//!
//! Each schema that the event refers to becomes an entry of the bundle's `$defs`, under the name of its file.
//! [`SOURCE`] replaces its `$id`. Every `$ref` becomes a JSON pointer into the bundle.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    diagnostic::Location,
    json::{self, Node},
    keywords::{EVENT_VERSION, SOURCE},
    layout::{self, MajorFolder},
    model::{Registry, Schema, subschemas},
    reference::{Reference, references},
    resolve::DIALECT,
    revision::Revision,
};

/// A schema extracted from a bundle.
#[derive(Clone, Debug, PartialEq)]
pub struct Unbundled {
    /// The path relative to the registry's folder: `webhooks/v1/envelope.json`.
    pub path: String,
    /// The schema, as in its file.
    pub value: Value,
}

impl Registry {
    /// Returns an event's schema as it is released: self-contained, with the URI of the revision,
    /// `…/job.completed/1.0.0.json`, as its `$id`. Returns `None` if the schema or one that it refers to is not sound.
    #[must_use]
    pub fn release_bundle(&self, schema: &Schema, revision: Revision) -> Option<Value> {
        let closure = self.closure(schema)?;
        if !closure.iter().all(|schema| schema.sound) {
            return None;
        }
        let names = names(&closure);
        let mut bundle = rewritten(schema, &names, &self.root_uri())?;
        let id = layout::published_revision(&schema.uri, revision);
        bundle.insert("$id".into(), id.into());
        if let Some(version) = bundle.get_mut(EVENT_VERSION) {
            *version = revision.to_string().into();
        }
        for embedded in closure.into_iter().skip(1) {
            let source = layout::relative(&schema.path, &embedded.path);
            let members = rewritten(embedded, &names, &self.root_uri())?
                .into_iter()
                .filter(|(name, _)| name != "$schema")
                .map(|(name, value)| match name.as_str() {
                    "$id" => (SOURCE.to_owned(), source.clone().into()),
                    _ => (name, value),
                })
                .collect();
            bundle
                .entry("$defs")
                .or_insert_with(|| Map::new().into())
                .as_object_mut()?
                .insert(
                    names.get(embedded.uri.as_str())?.clone(),
                    Value::Object(members),
                );
        }
        Some(bundle.into())
    }
}

/// Splits a bundle into its schemas, the event's first. `folder` is the folder of the major version. Returns `None` if this is not a bundle of the event.
#[must_use]
pub fn unbundle(bundle: &Node, folder: &MajorFolder, event_type: &str) -> Option<Vec<Unbundled>> {
    let id = bundle.get("$id").and_then(Node::as_str)?;
    let root = layout::parent(id)?.strip_suffix(&folder.event(event_type))?;
    let path = folder.schema(event_type);
    let definitions = bundle.get("$defs").map(Node::members).unwrap_or_default();
    let files: Vec<(String, String, &str)> = definitions
        .iter()
        .filter_map(|member| {
            let source = member.value.get(SOURCE).and_then(Node::as_str)?;
            let fragment = fragment(&member.name);
            Some((
                fragment,
                layout::resolved(&folder.to_string(), source)?,
                member.name.as_str(),
            ))
        })
        .collect();
    // Maps a fragment in the bundle to its file, and to the fragment in that file.
    let file_of = |place: &str| {
        let inside = files.iter().find_map(|(prefix, path, _)| {
            let rest = place.strip_prefix(prefix)?;
            (rest.is_empty() || rest.starts_with('/')).then(|| (path.clone(), rest.to_owned()))
        });
        inside.unwrap_or_else(|| (path.clone(), place.to_owned()))
    };
    let mut value = bundle.to_value();
    for inner in subschemas(bundle) {
        let (here, _) = file_of(&percent_encode(&inner.pointer));
        for (keyword, text) in references(inner.node) {
            let (target, rest) = file_of(text.strip_prefix('#')?);
            let address = if target == here {
                String::new()
            } else {
                layout::relative(&here, &target)
            };
            let reference = match (address.as_str(), rest.as_str()) {
                (_, "") if !address.is_empty() => address,
                _ => format!("{address}#{rest}"),
            };
            set(&mut value, &inner.pointer, keyword, reference)?;
        }
    }
    let members = value.as_object_mut()?;
    let mut unbundled = Vec::new();
    for (_, path, name) in &files {
        let definitions = members.get_mut("$defs")?.as_object_mut()?;
        let Some(Value::Object(embedded)) = definitions.shift_remove(*name) else {
            return None;
        };
        let mut schema = Map::new();
        schema.insert("$schema".into(), DIALECT.into());
        schema.extend(
            embedded
                .into_iter()
                .map(|(name, value)| match name.as_str() {
                    SOURCE => ("$id".to_owned(), format!("{root}{path}").into()),
                    _ => (name, value),
                }),
        );
        unbundled.push(Unbundled {
            path: path.clone(),
            value: schema.into(),
        });
    }
    if !files.is_empty() && definitions.len() == files.len() {
        members.shift_remove("$defs");
    }
    members.insert("$id".into(), format!("{root}{path}").into());
    unbundled.insert(0, Unbundled { path, value });
    Some(unbundled)
}

/// Returns the location in the source files of a JSON pointer in a bundle. Returns `None` if the registry does not have
/// the file.
#[must_use]
pub fn place_in_files(
    registry: &Registry,
    event: &Schema,
    bundle: &Value,
    pointer: &str,
) -> Option<Location> {
    let mut parts = pointer.splitn(4, '/');
    let definition = match (parts.next(), parts.next(), parts.next()) {
        (Some(""), Some("$defs"), Some(name)) => format!("/$defs/{name}"),
        _ => return Some(event.location(pointer)),
    };
    let Some(source) = bundle
        .pointer(&definition)
        .and_then(|embedded| embedded.get(SOURCE))
        .and_then(Value::as_str)
    else {
        return Some(event.location(pointer));
    };
    let path = layout::resolved(layout::parent(&event.path)?, source)?;
    let file = registry.schemas().find(|schema| schema.path == path)?;
    Some(file.location(pointer.strip_prefix(&definition)?))
}

/// Returns the name of each schema in the bundle, by its URI: the name of its file, with a number if that name is
/// taken. The event itself has an empty name.
fn names<'a>(closure: &[&'a Schema]) -> BTreeMap<&'a str, String> {
    let mut names = BTreeMap::new();
    let Some((event, others)) = closure.split_first() else {
        return names;
    };
    let own = event
        .root
        .get("$defs")
        .map(Node::members)
        .unwrap_or_default();
    let mut taken: Vec<String> = own.iter().map(|member| member.name.clone()).collect();
    names.insert(event.uri.as_str(), String::new());
    for schema in others {
        let file = layout::file_name(&schema.path);
        let stem = layout::stem(file).unwrap_or(file);
        let mut name = stem.to_owned();
        let mut number = 2_u64;
        while taken.contains(&name) {
            name = format!("{stem}_{number}");
            number += 1;
        }
        taken.push(name.clone());
        names.insert(schema.uri.as_str(), name);
    }
    names
}

/// Returns the members of a schema, with each reference rewritten to a pointer into the bundle.
fn rewritten(
    schema: &Schema,
    names: &BTreeMap<&str, String>,
    root: &str,
) -> Option<Map<String, Value>> {
    let mut value = (*schema.value).clone();
    for inner in schema.subschemas() {
        for (keyword, text) in references(inner.node) {
            let target = Reference::parse(text, &schema.uri, root).ok()?;
            let prefix = match names.get(target.uri.as_str())?.as_str() {
                "" => String::new(),
                name => fragment(name),
            };
            let rest = text.split_once('#').map_or("", |(_, rest)| rest);
            set(
                &mut value,
                &inner.pointer,
                keyword,
                format!("#{prefix}{rest}"),
            )?;
        }
    }
    match value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

fn set(value: &mut Value, pointer: &str, keyword: &str, text: String) -> Option<()> {
    let members = value.pointer_mut(pointer)?.as_object_mut()?;
    members.insert(keyword.to_owned(), text.into());
    Some(())
}

/// Returns the URI fragment of a definition of the bundle.
fn fragment(name: &str) -> String {
    percent_encode(&json::child("/$defs", name))
}

/// Encodes a JSON pointer as a URI fragment.
fn percent_encode(pointer: &str) -> String {
    let mut encoded = String::with_capacity(pointer.len());
    for byte in pointer.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => encoded.push(char::from(byte)),
            // RFC 3986 allows these in a fragment, besides letters and digits.
            b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+'
            | b',' | b';' | b'=' | b':' | b'@' | b'/' | b'?' => encoded.push(char::from(byte)),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

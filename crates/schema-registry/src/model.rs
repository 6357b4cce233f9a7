//! The content of a registry whose references are resolved.

use std::{collections::BTreeMap, sync::Arc};

use jsonschema::Validator;

use crate::{
    approvals::Approval,
    config::{Config, EnvelopeConfig, FamilyConfig},
    diagnostic::{Diagnostic, Location},
    json::{self, Node},
    keywords::{self, Draft, Holds},
    kinds::is_true,
    released::Released,
    revision::Revision,
    source::{Source, SourceId, Sources},
};

pub use crate::keywords::{ALLOW, EVENT_VERSION, KNOWN_VALUES, SHOWN_EXAMPLE, SOURCE, SUNSET};

/// A folder of schemas, loaded and resolved.
#[derive(Clone, Debug)]
pub struct Registry {
    /// `registry.toml`.
    pub config: Config,
    /// The file of `config`.
    pub config_source: SourceId,
    /// Every file that was read.
    pub sources: Sources,
    /// The families, in the order of their names.
    pub families: Vec<Family>,
    /// The breaks that were accepted.
    pub approvals: Vec<Approval>,
    /// The findings of loading and resolving.
    pub findings: Vec<Diagnostic>,
    /// Where each schema stands, by its address.
    pub(crate) places: BTreeMap<String, Place>,
}

/// The place of a schema in [`Registry::families`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    family: usize,
    major: usize,
    /// The event, or none for the envelope.
    event: Option<usize>,
}

/// Schemas that are versioned together.
#[derive(Clone, Debug)]
pub struct Family {
    /// The name of the folder.
    pub name: String,
    /// Its part of `registry.toml`.
    pub config: FamilyConfig,
    /// The major versions, lowest first.
    pub majors: Vec<Major>,
}

/// One major version of a family.
#[derive(Clone, Debug)]
pub struct Major {
    /// The name of the folder: `v1`.
    pub name: String,
    /// The number in the name.
    pub number: u32,
    /// The schema of the fields around each payload, if the family has one.
    pub envelope: Option<Schema>,
    /// The events, in the order in which they are shown.
    pub events: Vec<Event>,
    /// The released revisions that are unchanged, by event and revision.
    pub released: Vec<Released>,
    /// The events in the order that they had at the last release; empty if that is not known.
    pub released_order: Vec<String>,
    /// The list of what was released, if it is JSON.
    pub release_index: Option<Source>,
}

/// One type of event.
#[derive(Clone, Debug)]
pub struct Event {
    /// The event's type: the name of its file.
    pub event_type: String,
    /// The schema of the whole body.
    pub schema: Schema,
    /// Bodies that the schema must accept.
    pub examples: Vec<Example>,
    /// Bodies that the schema must refuse.
    pub invalid_examples: Vec<Example>,
}

/// An example of an event.
#[derive(Clone, Debug)]
pub struct Example {
    /// The name of the file without `.json`.
    pub case: String,
    /// The file.
    pub source: Source,
    /// The parsed value.
    pub root: Arc<Node>,
}

/// One schema file.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The file.
    pub source: Source,
    /// Its tree.
    pub root: Arc<Node>,
    /// The same as a value, for the validator.
    pub value: Arc<serde_json::Value>,
    /// The path below the registry's folder, which ends the schema's address.
    pub path: String,
    /// The address that the path gives it.
    pub uri: String,
    /// The addresses of the schemas that this one refers to.
    pub refers_to: Vec<String>,
    /// True if the meta-schema accepts it and all its references resolve.
    pub sound: bool,
    /// The validator, if one can be built: to build it takes longer than to use it.
    pub(crate) validator: Option<Validator>,
}

/// A schema inside a schema file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role<'a> {
    /// The file itself.
    Root,
    /// A member of `$defs`.
    Definition(&'a str),
    /// A member of `properties`.
    Property(&'a str),
    /// An entry of `oneOf` or `anyOf`.
    Branch,
    /// Anywhere else.
    Other,
}

/// A schema inside a schema file, with its place.
#[derive(Clone, Debug)]
pub struct Subschema<'a> {
    /// Its JSON pointer from the top of the file.
    pub pointer: String,
    /// Its tree.
    pub node: &'a Node,
    /// The role in the schema around it.
    pub role: Role<'a>,
}

impl Registry {
    /// Every schema of the registry, with its family and major version.
    pub fn schemas(&self) -> impl Iterator<Item = &Schema> {
        self.majors().flat_map(|(_, major)| major.schemas())
    }

    /// Every major version of every family.
    pub fn majors(&self) -> impl Iterator<Item = (&Family, &Major)> {
        self.families
            .iter()
            .flat_map(|family| family.majors.iter().map(move |major| (family, major)))
    }

    /// Every event of every family.
    pub fn events(&self) -> impl Iterator<Item = (&Family, &Major, &Event)> {
        self.majors().flat_map(|(family, major)| {
            major.events.iter().map(move |event| (family, major, event))
        })
    }

    /// The path of a schema as bodies name it: `schemas/webhooks/v1/job.completed.json`.
    #[must_use]
    pub fn schema_ref(&self, schema: &Schema) -> String {
        self.public_path(&schema.path)
    }

    /// A path below the registry's folder as a path below the base address.
    #[must_use]
    pub fn public_path(&self, path: &str) -> String {
        match self.config.path.trim_matches('/') {
            "" => path.to_owned(),
            prefix => format!("{prefix}/{path}"),
        }
    }

    /// The schema at an address, without fragment.
    #[must_use]
    pub fn schema_at(&self, uri: &str) -> Option<&Schema> {
        let noted = self
            .places
            .get(uri)
            .and_then(|place| self.schema_in(*place));
        // Families can be taken out of a registry after it was resolved.
        noted
            .filter(|schema| schema.uri == uri)
            .or_else(|| self.schemas().find(|schema| schema.uri == uri))
    }

    fn schema_in(&self, place: Place) -> Option<&Schema> {
        let major = self.families.get(place.family)?.majors.get(place.major)?;
        match place.event {
            Some(event) => Some(&major.events.get(event)?.schema),
            None => major.envelope.as_ref(),
        }
    }

    /// Notes where each schema stands.
    pub(crate) fn index(&mut self) {
        let mut places = BTreeMap::new();
        for (family, of_family) in self.families.iter().enumerate() {
            for (major, of_major) in of_family.majors.iter().enumerate() {
                let events = of_major.events.iter().enumerate();
                let schemas = events.map(|(event, of_event)| (Some(event), &of_event.schema));
                let envelope = of_major.envelope.iter().map(|schema| (None, schema));
                for (event, schema) in schemas.chain(envelope) {
                    let place = Place {
                        family,
                        major,
                        event,
                    };
                    places.insert(schema.uri.clone(), place);
                }
            }
        }
        self.places = places;
    }

    /// Reports whether the validator can be given a schema and all that it refers to.
    #[must_use]
    pub fn is_sound(&self, schema: &Schema) -> bool {
        self.closure(schema)
            .is_some_and(|closure| closure.iter().all(|schema| schema.sound))
    }

    /// A schema and everything that it refers to, or `None` if something is missing.
    #[must_use]
    pub fn closure<'a>(&'a self, schema: &'a Schema) -> Option<Vec<&'a Schema>> {
        let mut closure = vec![schema];
        let mut next = 0;
        while let Some(schema) = closure.get(next).copied() {
            next += 1;
            for uri in &schema.refers_to {
                if !closure.iter().any(|known| known.uri == *uri) {
                    closure.push(self.schema_at(uri)?);
                }
            }
        }
        Some(closure)
    }
}

impl Registry {
    /// A schema with everything that it refers to inside its `$defs`, each under its own address, as
    /// section 9.3 of JSON Schema 2020-12 has it. `None` if something is missing.
    #[must_use]
    pub fn bundle(&self, schema: &Schema) -> Option<serde_json::Value> {
        let mut bundle = (*schema.value).clone();
        for other in self.closure(schema)?.into_iter().skip(1) {
            let definitions = bundle
                .as_object_mut()?
                .entry("$defs")
                .or_insert_with(|| serde_json::Value::Object(serde_json::Map::new()));
            definitions
                .as_object_mut()?
                .insert(other.uri.clone(), (*other.value).clone());
        }
        Some(bundle)
    }
}

impl Registry {
    /// The tags of a branch of a union, or of the definition that it refers to.
    #[must_use]
    pub fn branch_tags<'a>(
        &'a self,
        schema: &'a Schema,
        branch: &'a Node,
    ) -> Vec<(&'a str, &'a str)> {
        let target = match branch.get("$ref").and_then(Node::as_str) {
            Some(reference) => self.follow(schema, reference).map(|(_, _, node)| node),
            None => Some(branch),
        };
        target.map(tags).unwrap_or_default()
    }
}

impl Family {
    /// The fields around payloads, if the family has an envelope.
    #[must_use]
    pub fn envelope(&self) -> Option<&EnvelopeConfig> {
        self.config.envelope.as_ref()
    }
}

impl Major {
    /// The envelope, then the events.
    pub fn schemas(&self) -> impl Iterator<Item = &Schema> {
        self.envelope
            .iter()
            .chain(self.events.iter().map(|event| &event.schema))
    }

    /// The current revision of an event of this major version: the one that its schema says, else the
    /// first.
    #[must_use]
    pub fn revision_of(&self, event: &Event) -> Revision {
        let written = event.revision().and_then(|text| text.parse().ok());
        written.unwrap_or(Revision::first(self.number))
    }

    /// The released revisions of an event, oldest first.
    pub fn released_of<'a>(&'a self, event_type: &str) -> impl Iterator<Item = &'a Released> {
        self.released
            .iter()
            .filter(move |released| released.event_type == event_type)
    }
}

impl Event {
    /// The current revision of the event's schema, `1.0.0`, if it is written down.
    #[must_use]
    pub fn revision(&self) -> Option<&str> {
        self.schema.root.get(EVENT_VERSION).and_then(Node::as_str)
    }
}

impl Event {
    /// An example by its path below `examples/`: `job.completed/succeeded.json`.
    #[must_use]
    pub fn example(&self, path: &str) -> Option<&Example> {
        let case = path
            .strip_prefix(&self.event_type)?
            .strip_prefix('/')?
            .strip_suffix(".json")?;
        self.examples.iter().find(|example| example.case == case)
    }
}

impl Schema {
    /// The place of a JSON pointer in this schema's file.
    #[must_use]
    pub fn location(&self, pointer: impl Into<String>) -> Location {
        Location::at_pointer(&self.source, pointer)
    }

    /// The schema itself and every schema inside it, outermost first, in the order of the text.
    #[must_use]
    pub fn subschemas(&self) -> Vec<Subschema<'_>> {
        subschemas(&self.root)
    }

    /// Every regular expression of the file, with its JSON pointer.
    #[must_use]
    pub fn patterns(&self) -> Vec<(String, &str)> {
        let mut patterns = Vec::new();
        for inner in self.subschemas() {
            if let Some(text) = inner.node.get("pattern").and_then(Node::as_str) {
                patterns.push((inner.keyword("pattern"), text));
            }
            if let Some(by_name) = inner.node.get("patternProperties") {
                let keyword = inner.keyword("patternProperties");
                for member in by_name.members() {
                    let pointer = json::child(&keyword, &member.name);
                    patterns.push((pointer, member.name.as_str()));
                }
            }
        }
        patterns
    }
}

impl Subschema<'_> {
    /// The pointer of one of this schema's keywords.
    #[must_use]
    pub fn keyword(&self, keyword: &str) -> String {
        json::child(&self.pointer, keyword)
    }
}

/// Returns whether a schema is `deprecated`.
#[must_use]
pub fn is_deprecated(schema: &Node) -> bool {
    schema.get("deprecated").is_some_and(is_true)
}

/// Returns whether an example shows that readers ignore what they do not know, by the name of its file.
#[must_use]
pub fn shows_unknown(case: &str) -> bool {
    ["unknown_", "newer_"]
        .iter()
        .any(|begin| case.starts_with(begin))
}

/// The properties of an object that are required and a constant string: what tells it from others.
#[must_use]
pub fn tags(object: &Node) -> Vec<(&str, &str)> {
    if object.get("type").and_then(Node::as_str) != Some("object") {
        return Vec::new();
    }
    let required = object.get("required").map(Node::items).unwrap_or_default();
    let properties = object
        .get("properties")
        .map(Node::members)
        .unwrap_or_default();
    properties
        .iter()
        .filter(|property| {
            required
                .iter()
                .any(|name| name.as_str() == Some(&property.name))
        })
        .filter_map(|property| {
            Some((
                property.name.as_str(),
                property.value.get("const")?.as_str()?,
            ))
        })
        .collect()
}

/// A schema and every schema inside it, outermost first, in the order of the text.
pub(crate) fn subschemas(root: &Node) -> Vec<Subschema<'_>> {
    let mut found = Vec::new();
    walk(root, String::new(), Role::Root, &mut found);
    found
}

fn walk<'a>(node: &'a Node, pointer: String, role: Role<'a>, found: &mut Vec<Subschema<'a>>) {
    found.push(Subschema {
        pointer: pointer.clone(),
        node,
        role,
    });
    for member in node.members() {
        let Some(keyword) = keywords::find_in(Draft::Draft202012, &member.name) else {
            continue;
        };
        let place = json::child(&pointer, keyword.name);
        match keyword.holds_in(Draft::Draft202012) {
            Holds::SchemaMap => {
                for inner in member.value.members() {
                    let role = match keyword.name {
                        "properties" => Role::Property(&inner.name),
                        "$defs" => Role::Definition(&inner.name),
                        _ => Role::Other,
                    };
                    walk(&inner.value, json::child(&place, &inner.name), role, found);
                }
            }
            Holds::SchemaList => {
                let role = match keyword.name {
                    "anyOf" | "oneOf" => Role::Branch,
                    _ => Role::Other,
                };
                for (index, item) in member.value.items().iter().enumerate() {
                    walk(item, format!("{place}/{index}"), role, found);
                }
            }
            Holds::Schema => walk(&member.value, place, Role::Other, found),
            _ => {}
        }
    }
}

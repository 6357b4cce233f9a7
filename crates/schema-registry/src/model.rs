//! The model of a registry whose references are resolved.

use std::{collections::BTreeMap, sync::Arc};

use jsonschema::Validator;

use crate::{
    approvals::Approval,
    config::{Config, EnvelopeConfig, FamilyConfig},
    diagnostic::{Diagnostic, Location},
    json::{self, Node},
    keywords::{self, Draft, Holds},
    kinds::is_true,
    layout::{self, MajorFolder},
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
    /// The file that `config` was read from.
    pub config_source: SourceId,
    /// The files that were read.
    pub sources: Sources,
    /// The families, in the order of their names.
    pub families: Vec<Family>,
    /// The accepted breaking changes.
    pub approvals: Vec<Approval>,
    /// The findings of loading and resolving.
    pub findings: Vec<Diagnostic>,
    /// The place of each schema, by its URI.
    pub(crate) places: BTreeMap<String, Place>,
}

/// The place of a schema in [`Registry::families`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    family: usize,
    major: usize,
    /// The index of the event, or `None` for the envelope.
    event: Option<usize>,
}

/// Schemas that are versioned together.
#[derive(Clone, Debug)]
pub struct Family {
    /// The name of the folder.
    pub name: String,
    /// The family's section of `registry.toml`.
    pub config: FamilyConfig,
    /// The major versions, lowest first.
    pub majors: Vec<Major>,
}

/// One major version of a family.
#[derive(Clone, Debug)]
pub struct Major {
    /// The name of the folder: `v1`.
    pub name: String,
    /// The folder.
    pub folder: MajorFolder,
    /// The number in the name.
    pub number: u32,
    /// The schema of the fields around each payload, if the family has one.
    pub envelope: Option<Schema>,
    /// The events, in the order in which they are shown.
    pub events: Vec<Event>,
    /// The released revisions whose files have not changed, sorted by event and revision.
    pub released: Vec<Released>,
    /// The events in their order at the last release. Empty if that order is not known.
    pub released_order: Vec<String>,
    /// The release index, if it is JSON.
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
    /// Bodies that the schema must reject.
    pub invalid_examples: Vec<Example>,
}

/// An example of an event.
#[derive(Clone, Debug)]
pub struct Example {
    /// The name of the file without `.json`.
    pub case: String,
    /// The file.
    pub source: Source,
    /// The tree of the body.
    pub root: Arc<Node>,
}

/// One schema file.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The file.
    pub source: Source,
    /// Its tree.
    pub root: Arc<Node>,
    /// The schema as a value, for the validator.
    pub value: Arc<serde_json::Value>,
    /// The path relative to the registry's folder. The schema's URI ends in it.
    pub path: String,
    /// The URI, which follows from the path.
    pub uri: String,
    /// The URIs of the schemas that this one refers to.
    pub refers_to: Vec<String>,
    /// True if the schema is valid by its meta-schema, all its references resolve, and the validator accepts it.
    pub sound: bool,
    /// The validator of the schema, if it can be built. It is kept because building it takes longer than using it.
    pub(crate) validator: Option<Validator>,
}

/// The role of a schema inside a schema file.
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

/// A schema inside a schema file, with its position.
#[derive(Clone, Debug)]
pub struct Subschema<'a> {
    /// Its JSON pointer from the top of the file.
    pub pointer: String,
    /// Its tree.
    pub node: &'a Node,
    /// The role of the schema in the schema around it.
    pub role: Role<'a>,
}

impl Registry {
    /// Returns every schema of the registry: the envelopes and the schemas of events.
    pub fn schemas(&self) -> impl Iterator<Item = &Schema> {
        self.majors().flat_map(|(_, major)| major.schemas())
    }

    /// Returns every major version, with its family.
    pub fn majors(&self) -> impl Iterator<Item = (&Family, &Major)> {
        self.families
            .iter()
            .flat_map(|family| family.majors.iter().map(move |major| (family, major)))
    }

    /// Returns every event, with its family and major version.
    pub fn events(&self) -> impl Iterator<Item = (&Family, &Major, &Event)> {
        self.majors().flat_map(|(family, major)| {
            major.events.iter().map(move |event| (family, major, event))
        })
    }

    /// Returns the path of a schema in the form that bodies use: `schemas/webhooks/v1/job.completed.json`.
    #[must_use]
    pub fn schema_ref(&self, schema: &Schema) -> String {
        self.public_path(&schema.path)
    }

    /// Converts a path relative to the registry's folder to a path relative to the base URI.
    #[must_use]
    pub fn public_path(&self, path: &str) -> String {
        layout::join(self.config.path.trim_matches('/'), path)
    }

    /// Returns the schema with a URI, which has no fragment.
    #[must_use]
    pub fn schema_at(&self, uri: &str) -> Option<&Schema> {
        let noted = self
            .places
            .get(uri)
            .and_then(|place| self.schema_in(*place));
        // A recorded place is wrong if families were removed from the registry after it was resolved.
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

    /// Records the place of each schema.
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

    /// Reports whether a schema and every schema that it refers to are sound, so that the validator accepts them.
    #[must_use]
    pub fn is_sound(&self, schema: &Schema) -> bool {
        self.closure(schema)
            .is_some_and(|closure| closure.iter().all(|schema| schema.sound))
    }

    /// Returns a schema and every schema that it refers to, or `None` if one is missing.
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
    /// Returns a schema with every schema that it refers to in its `$defs`, each under its own URI, as in section 9.3
    /// of JSON Schema 2020-12. Returns `None` if a schema is missing.
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
    /// Returns the tags of a branch of a union, or of the definition that the branch refers to.
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
    /// Returns the configuration of the envelope, if the family has one.
    #[must_use]
    pub fn envelope(&self) -> Option<&EnvelopeConfig> {
        self.config.envelope.as_ref()
    }
}

impl Major {
    /// Returns the schema of the envelope, then those of the events.
    pub fn schemas(&self) -> impl Iterator<Item = &Schema> {
        self.envelope
            .iter()
            .chain(self.events.iter().map(|event| &event.schema))
    }

    /// Returns the current revision of an event of this major version: the one in its schema, else the first revision.
    #[must_use]
    pub fn revision_of(&self, event: &Event) -> Revision {
        let written = event.revision().and_then(|text| text.parse().ok());
        written.unwrap_or(Revision::first(self.number))
    }

    /// Returns the released revisions of an event, oldest first.
    pub fn released_of<'a>(&'a self, event_type: &str) -> impl Iterator<Item = &'a Released> {
        self.released
            .iter()
            .filter(move |released| released.event_type == event_type)
    }
}

impl Event {
    /// Returns the current revision in the event's schema, such as `1.0.0`, if there is one.
    #[must_use]
    pub fn revision(&self) -> Option<&str> {
        self.schema.root.get(EVENT_VERSION).and_then(Node::as_str)
    }
}

impl Event {
    /// Returns a valid example by its path below `examples/`: `job.completed/succeeded.json`.
    #[must_use]
    pub fn example(&self, path: &str) -> Option<&Example> {
        let (event, file) = layout::split_example(path);
        let case = layout::stem(file)?;
        let mut examples = self.examples.iter();
        examples.find(|example| event == self.event_type && example.case == case)
    }
}

impl Schema {
    /// Returns the location of a JSON pointer in this schema's file.
    #[must_use]
    pub fn location(&self, pointer: impl Into<String>) -> Location {
        Location::at_pointer(&self.source, pointer)
    }

    /// Returns the schema itself and every schema inside it, outermost first, in the order of the text.
    #[must_use]
    pub fn subschemas(&self) -> Vec<Subschema<'_>> {
        subschemas(&self.root)
    }

    /// Returns every regular expression of the file, with its JSON pointer.
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
    /// Returns the pointer of one of this schema's keywords.
    #[must_use]
    pub fn keyword(&self, keyword: &str) -> String {
        json::child(&self.pointer, keyword)
    }
}

/// Reports whether a schema is `deprecated`.
#[must_use]
pub fn is_deprecated(schema: &Node) -> bool {
    schema.get("deprecated").is_some_and(is_true)
}

/// Reports whether the name of an example marks it as one with content that readers do not know and have to ignore.
#[must_use]
pub fn shows_unknown(case: &str) -> bool {
    ["unknown_", "newer_"]
        .iter()
        .any(|begin| case.starts_with(begin))
}

/// Returns the tags of an object: its required properties with a constant string, which distinguish it from other
/// objects.
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

/// Returns a schema and every schema inside it, outermost first, in the order of the text.
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

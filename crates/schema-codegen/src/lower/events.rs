//! Envelopes and events.

use std::collections::BTreeMap;

use schema_registry::{
    config::EnvelopeConfig,
    diagnostic::Diagnostic,
    json::{self, Node},
    model::{EVENT_VERSION, Event as EventSchema, Family as FamilySchema, Schema},
    rules,
};

use super::{At, Lowering, deprecated, names::type_name, origin, text};
use crate::{
    automaton::Acceptor,
    findings,
    model::{Envelope, EnvelopeField, EnvelopeRole, Event, Kind, Type, TypeDef},
};

impl<'r> Lowering<'r> {
    /// The events whose payloads can have types of their own: no two have one name as types.
    pub(super) fn named_events(&mut self) -> Vec<&'r EventSchema> {
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        let mut events: Vec<&EventSchema> = Vec::new();
        for event in &self.major.events {
            let name = type_name(&event.event_type);
            if let Some(other) = names.get(&name) {
                let finding = findings::same_name(&event.event_type, other, &name);
                self.findings.push(finding.at(event.schema.location("")));
            } else {
                names.insert(name, &event.event_type);
                events.push(event);
            }
        }
        events
    }

    pub(super) fn envelope(&mut self, family: &FamilySchema, schema: &Schema) -> Envelope {
        let config = family.envelope();
        let at = At::root(schema);
        let is_object = schema.root.get("type").and_then(Node::as_str) == Some("object");
        if !is_object {
            self.unusable(
                at,
                "an envelope has to be an object",
                "add `\"type\": \"object\"`",
            );
        }
        self.only(at, &["type", "properties", "required"]);
        let fields = self.fields(at, "Event").into_iter().map(|field| {
            let name = Some(field.name.as_str());
            let role = match config {
                Some(config) if name == Some(&config.event_type) => EnvelopeRole::EventType,
                Some(config) if name == Some(&config.payload) => EnvelopeRole::Payload,
                Some(config) if name == config.version.as_deref() => EnvelopeRole::Version,
                Some(config) if name == config.schema_ref.as_deref() => EnvelopeRole::SchemaRef,
                _ => EnvelopeRole::Plain,
            };
            EnvelopeField { field, role }
        });
        let fields: Vec<EnvelopeField> = fields.collect();
        self.check_roles(at, family, &fields);
        Envelope {
            source: schema.path.clone(),
            origin: origin(at),
            title: text(&schema.root, "title"),
            description: deprecated::description(&schema.root),
            id: config.and_then(|config| config.id.clone()),
            fields,
            sample: self.sample(&schema.root),
        }
    }

    /// Reports a field that `registry.toml` gives a role and that is missing or does not suit the role.
    fn check_roles(&mut self, at: At<'_>, family: &FamilySchema, fields: &[EnvelopeField]) {
        let Some(config) = family.envelope() else {
            return;
        };
        let named = [
            config.id.as_ref().map(|name| (name, EnvelopeRole::Plain)),
            Some((&config.event_type, EnvelopeRole::EventType)),
            Some((&config.payload, EnvelopeRole::Payload)),
            config
                .version
                .as_ref()
                .map(|name| (name, EnvelopeRole::Version)),
            config
                .schema_ref
                .as_ref()
                .map(|name| (name, EnvelopeRole::SchemaRef)),
        ];
        for (name, role) in named.into_iter().flatten() {
            let mut fields = fields.iter();
            let field = fields.find(|field| field.role == role && field.field.name == *name);
            let is_text = |ty: &Type| self.text_of(ty).is_some();
            let problem = match (field, role) {
                (None, _) => Some("the envelope has no such field, and `registry.toml` names it"),
                (Some(field), EnvelopeRole::Payload) if field.field.ty != Type::Object => {
                    Some("the payload has to be an object without other keywords here")
                }
                (Some(field), EnvelopeRole::EventType | EnvelopeRole::Payload)
                    if !field.field.required =>
                {
                    Some("this field has to be required: it chooses the schema")
                }
                (
                    Some(field),
                    EnvelopeRole::EventType | EnvelopeRole::SchemaRef | EnvelopeRole::Version,
                ) if !is_text(&field.field.ty) => {
                    Some("this field has to be a string with a pattern or a length, in `$defs`")
                }
                _ => None,
            };
            if let Some(problem) = problem {
                let pointer = json::child("/properties", name);
                let help = "see the envelope in `registry.toml`";
                self.unusable(at.keyword(&pointer), &format!("`{name}`: {problem}"), help);
            }
        }
    }

    /// Reports values that writers fill in and that the envelope does not accept.
    pub(super) fn check_filled_in(&mut self, envelope: &Envelope, events: &[Event]) {
        let sources = self.major.events.iter();
        let sources: BTreeMap<&str, &EventSchema> = sources
            .map(|source| (source.event_type.as_str(), source))
            .collect();
        let mut rejected = Vec::new();
        for field in &envelope.fields {
            let Some(text) = self.text_of(&field.field.ty) else {
                continue;
            };
            let acceptor = Acceptor::new(text);
            let name = &field.field.name;
            let property = json::child("/properties", name);
            for event in events {
                let (value, pointer) = match field.role {
                    EnvelopeRole::EventType => (&event.event_type, property.clone()),
                    EnvelopeRole::SchemaRef => (&event.schema_ref, property.clone()),
                    EnvelopeRole::Version => (&event.revision, json::child("", EVENT_VERSION)),
                    EnvelopeRole::Plain | EnvelopeRole::Payload => continue,
                };
                if let Some(source) = sources.get(event.event_type.as_str())
                    && !acceptor.accepts(value)
                {
                    let message = format!("the envelope's `{name}` rejects `{value}`");
                    rejected.push((*source, pointer, message));
                }
            }
        }
        for (source, pointer, message) in rejected {
            let at = At {
                schema: &source.schema,
                pointer: &pointer,
                node: &source.schema.root,
            };
            self.unmappable(at, &message, "widen the envelope's constraints, or rename");
        }
    }

    /// Lowers an event. `before` has the event of each payload so far.
    pub(super) fn event(
        &mut self,
        family: &FamilySchema,
        event: &EventSchema,
        before: &BTreeMap<String, String>,
    ) -> Option<Event> {
        let schema = &event.schema;
        let name = type_name(&event.event_type);
        let (pointer, node) = match family.envelope() {
            Some(config) => {
                let at = At::root(schema);
                self.only(at, &["$ref", "type", "properties", "required"]);
                let pointer = json::child("/properties", &config.payload);
                let Some(node) = schema.root.at(&pointer) else {
                    let help = format!("add `{}` to `properties`", config.payload);
                    self.unusable(at, "this event says nothing of its payload", &help);
                    return None;
                };
                self.refinements(at, config, event);
                (pointer, node)
            }
            None => (String::new(), &*schema.root),
        };
        let at = At {
            schema,
            pointer: &pointer,
            node,
        };
        let findings = self.findings.len() + self.unmapped.len();
        let payload = match self.ty(at, &name) {
            Type::Named(payload) => self.behind_aliases(payload),
            _ => String::new(),
        };
        if let Some(other) = before.get(&payload) {
            let message = format!("`{other}` has the payload `{payload}` already");
            let help = "define the payload of each event under a name of its own";
            self.unusable(at, &message, help);
            return None;
        }
        if self.is_struct_or_union(&payload) {
            let bundle = self.registry.bundle(schema)?;
            self.deprecate(&payload, deprecated::note(&schema.root));
            // An event is what its payload is, so it is deprecated with it.
            let of_payload = self.deprecation(at);
            let description = deprecated::description(&schema.root);
            return Some(Event {
                event_type: event.event_type.clone(),
                description: deprecated::noted(of_payload, description),
                revision: event.revision().unwrap_or("1.0.0").to_owned(),
                schema_ref: self.registry.schema_ref(schema),
                source: schema.path.clone(),
                origin: origin(At::root(schema)),
                payload,
                sample: self.sample(&schema.root).or_else(|| {
                    let first = event.examples.first()?;
                    Some(self.sample_of(event, self.fullest(event, first, &[])))
                }),
                examples: self.samples(event),
                bundle,
            });
        }
        // A payload without any type, or a file that is not a schema, has a finding already.
        if self.findings.len() + self.unmapped.len() == findings && self.registry.is_sound(schema) {
            let (message, help) = match at.node.get("type").and_then(Node::as_str) {
                Some("object") => (
                    "a payload needs `properties`: this one is any object",
                    "describe in `properties` what is known of it; other members stay allowed",
                ),
                _ => (
                    "a payload has to be an object",
                    "make it an object with `properties`, or a `oneOf` of such objects",
                ),
            };
            self.unusable(at, message, help);
        }
        None
    }

    /// An event may pin fields of the envelope and describe its payload. Other refinements would
    /// have to be checked by a type of their own.
    fn refinements(&mut self, at: At<'_>, config: &EnvelopeConfig, event: &EventSchema) {
        let envelope = self.major.envelope.as_ref();
        let refines = at
            .node
            .get("$ref")
            .and_then(Node::as_str)
            .and_then(|reference| self.registry.follow(at.schema, reference))
            .is_some_and(|(target, pointer, _)| {
                pointer.is_empty() && envelope.is_some_and(|envelope| envelope.uri == target.uri)
            });
        if !refines && envelope.is_some() {
            let message = "this event does not refine the envelope".to_owned();
            let help = format!("write `\"$ref\": \"{}\"` at the top", config.file);
            self.mismatched(at, "/$ref", message, help);
        }
        let schema_ref = self.registry.schema_ref(&event.schema);
        let constants = [
            (Some(&config.event_type), &event.event_type),
            (config.schema_ref.as_ref(), &schema_ref),
        ];
        for (field, expected) in constants {
            let Some(field) = field else { continue };
            self.pinned(at, field, expected);
        }
        let pinned = [
            Some(&config.event_type),
            config.schema_ref.as_ref(),
            Some(&config.payload),
        ];
        for member in at
            .node
            .get("properties")
            .map(Node::members)
            .unwrap_or_default()
        {
            if !pinned.contains(&Some(&member.name)) {
                let pointer = json::child("/properties", &member.name);
                let message = format!("an event cannot narrow `{}` of the envelope", member.name);
                let help = "describe the field in the envelope";
                self.unmappable(at.keyword(&pointer), &message, help);
            }
        }
        for required in at.node.get("required").map(Node::items).unwrap_or_default() {
            let name = required.as_str().unwrap_or_default();
            let is_required = self.major.envelope.as_ref().is_some_and(|envelope| {
                let names = envelope
                    .root
                    .get("required")
                    .map(Node::items)
                    .unwrap_or_default();
                names.iter().any(|required| required.as_str() == Some(name))
            });
            if !is_required {
                let message =
                    format!("an event cannot require `{name}` where the envelope does not");
                let help = "require it in the envelope, or in the payload";
                self.unmappable(at.keyword("/required"), &message, help);
            }
        }
    }

    /// Checks that an event fixes a field of the envelope by the expected constant, and by no other keyword.
    fn pinned(&mut self, at: At<'_>, field: &str, expected: &str) {
        let pointer = json::child("/properties", field);
        let node = at.node.at(&pointer);
        let constant = node
            .and_then(|node| node.get("const"))
            .and_then(Node::as_str);
        if let Some(node) = node.filter(|_| constant == Some(expected)) {
            let inner = at.inner(&pointer, node);
            self.only(inner, &["type", "const"]);
            return;
        }
        let message = format!("`{field}` has to be the constant `{expected}`");
        let help = format!("write `\"const\": \"{expected}\"` in `properties` / `{field}`");
        self.mismatched(at, &json::child(&pointer, "const"), message, help);
    }

    /// Reports a finding of the rule `mismatched-const`, with the words of the rule. Code is generated without running
    /// the rules.
    fn mismatched(&mut self, at: At<'_>, pointer: &str, message: String, help: String) {
        self.findings
            .extend(rules::find("mismatched-const").map(|rule| {
                let finding = Diagnostic::new(rule, message).help(help);
                finding.at(at.schema.location(pointer))
            }));
    }

    fn is_struct_or_union(&self, name: &str) -> bool {
        matches!(self.kind(name), Some(Kind::Struct(_) | Kind::Union(_)))
    }
}

/// The field that names the event's type is an open set, whose known members are the events.
pub(super) fn open_event_types(types: &mut [TypeDef], envelope: &Envelope, events: &[Event]) {
    let field = envelope
        .fields
        .iter()
        .find(|field| field.role == EnvelopeRole::EventType);
    let Some(Type::Named(name)) = field.map(|field| &field.field.ty) else {
        return;
    };
    for ty in types.iter_mut().filter(|ty| ty.name == *name) {
        if let Kind::Text(text) = &ty.kind {
            let known = events
                .iter()
                .map(|event| event.event_type.clone())
                .collect();
            ty.kind = Kind::OpenSet {
                known,
                text: text.clone(),
            };
        }
    }
}

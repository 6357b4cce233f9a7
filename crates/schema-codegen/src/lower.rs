//! Brings the schemas of a registry to the model that targets are rendered from.

use schema_registry::{
    config::EnvelopeConfig,
    diagnostic::{Diagnostic, Location},
    json::{self, Node, NodeKind},
    model::{
        Event as EventSchema, Example, Family as FamilySchema, EVENT_VERSION, KNOWN_VALUES, Major as MajorSchema,
        Registry, SHOWN_EXAMPLE, Schema,
    },
    names,
    pattern::Pattern,
    rules::{self, NAME_COLLISION, UNMAPPABLE_SCHEMA},
};

use crate::{
    model::{
        Api, Branch, Envelope, EnvelopeField, EnvelopeRole, Event, Family, Field, Kind, Major,
        Sample, Text, Type, TypeDef, Union,
    },
    rust::{self, idents, idents::is_identifier, pattern},
};

/// Brings a registry to the model, and reports what has no exact type. In the model such a schema
/// is any value.
#[must_use]
pub fn lower(registry: &Registry) -> (Api, Vec<Diagnostic>) {
    let mut findings = shared_folders(registry);
    let mut families = Vec::new();
    for family in &registry.families {
        let majors = family
            .majors
            .iter()
            .map(|major| {
                let mut lowering = Lowering {
                    registry,
                    major,
                    event: None,
                    types: Vec::new(),
                    findings: Vec::new(),
                };
                let lowered = lowering.major(family);
                findings.append(&mut lowering.findings);
                lowered
            })
            .collect();
        families.push(Family {
            name: family.name.clone(),
            title: family.config.title.clone(),
            description: family.config.description.clone(),
            outputs: family.config.outputs.clone(),
            majors,
        });
    }
    (Api { families }, findings)
}

/// Families that generate into one folder would overwrite each other's files.
fn shared_folders(registry: &Registry) -> Vec<Diagnostic> {
    let Some(config) = registry.sources.get(registry.config_source) else {
        return Vec::new();
    };
    let folder = |family: &FamilySchema| {
        let folder = family.config.outputs.rust.as_deref()?;
        Some(crate::join(folder, ""))
    };
    let mut findings = Vec::new();
    for (index, family) in registry.families.iter().enumerate() {
        let mut before = registry.families.iter().take(index);
        let Some(other) = before.find(|other| folder(other).is_some() && folder(other) == folder(family))
        else {
            continue;
        };
        let place = format!("families.{}.outputs", family.name);
        let start = config.text.find(&place).unwrap_or_default();
        let message = format!(
            "the families `{}` and `{}` have one folder for generated Rust",
            other.name, family.name
        );
        findings.push(
            Diagnostic::new(&NAME_COLLISION, message)
                .help("give each family a folder of its own")
                .at(Location::at_span(config, start..start + place.len())),
        );
    }
    findings
}

struct Lowering<'r> {
    registry: &'r Registry,
    major: &'r MajorSchema,
    /// The event whose file is read, or `None` for the envelope's.
    event: Option<String>,
    types: Vec<Defined>,
    findings: Vec<Diagnostic>,
}

/// A type, and the place that it came from.
struct Defined {
    name: String,
    uri: String,
    pointer: String,
    /// Not there while the type is being read: a type may mention itself.
    def: Option<TypeDef>,
}

/// A schema inside a file.
#[derive(Clone, Copy)]
struct At<'a> {
    schema: &'a Schema,
    pointer: &'a str,
    node: &'a Node,
}

/// A type that needs no name, or one that does.
enum Shape {
    Plain(Type),
    Named(Kind),
}

impl<'r> Lowering<'r> {
    fn major(&mut self, family: &FamilySchema) -> Major {
        let envelope = self
            .major
            .envelope
            .as_ref()
            .map(|schema| self.envelope(family, schema));
        let mut events: Vec<Event> = Vec::new();
        for event in self.nameable_events() {
            self.event = Some(event.event_type.clone());
            events.extend(self.event(family, event, &events));
        }
        if let Some(envelope) = &envelope {
            self.check_filled_in(envelope, &events);
        }
        self.check_aliases();
        self.check_constructors();
        let mut types: Vec<TypeDef> = self
            .types
            .drain(..)
            .filter_map(|defined| defined.def)
            .collect();
        if let Some(envelope) = &envelope {
            open_event_types(&mut types, envelope, &events);
        }
        // What an event shares with the envelope stands with the envelope.
        types.sort_by_key(|ty| ty.event.is_some());
        Major {
            name: self.major.name.clone(),
            envelope,
            events,
            types,
        }
    }

    /// The events whose types can be told apart, also where they are identifiers.
    fn nameable_events(&mut self) -> Vec<&'r EventSchema> {
        let mut events: Vec<&EventSchema> = Vec::new();
        for event in &self.major.events {
            let at = At {
                schema: &event.schema,
                pointer: "",
                node: &event.schema.root,
            };
            let (name, variant) = (&event.event_type, idents::pascal(&event.event_type));
            let same = events.iter().find(|other| {
                idents::pascal(&other.event_type) == variant
                    || idents::snake(&other.event_type) == idents::snake(name)
            });
            if !is_identifier(&variant) {
                let message = format!("`{name}` cannot be the name of a variant");
                self.unmappable(at, &message, "begin the event's type with a letter");
            } else if let Some(other) = same {
                let message = format!("`{name}` and `{}` are both `{variant}` in code", other.event_type);
                self.collision(at, &message, "rename one of them");
            } else {
                events.push(event);
            }
        }
        events
    }

    fn envelope(&mut self, family: &FamilySchema, schema: &Schema) -> Envelope {
        let config = family.envelope();
        let at = At {
            schema,
            pointer: "",
            node: &schema.root,
        };
        let is_object = schema.root.get("type").and_then(Node::as_str) == Some("object");
        if !is_object {
            self.unmappable(
                at,
                "an envelope has to be an object",
                "add `\"type\": \"object\"`",
            );
        }
        self.only(at, &["type", "properties", "required"]);
        self.are_distinct(at, "properties", names::snake);
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
            title: text(&schema.root, "title"),
            description: text(&schema.root, "description"),
            fields,
            sample: self.sample(&schema.root),
        }
    }

    /// Generated code reads the fields that choose a schema in a fixed way.
    fn check_roles(&mut self, at: At<'_>, family: &FamilySchema, fields: &[EnvelopeField]) {
        let Some(config) = family.envelope() else {
            return;
        };
        let named = [
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
            let field = fields.iter().find(|field| field.role == role);
            let is_text = |ty: &Type| self.text_of(ty).is_some();
            let problem = match (field, role) {
                (None, _) => Some("the envelope has no such field, and `registry.toml` names it"),
                (Some(field), EnvelopeRole::Payload) if field.field.ty != Type::Object => {
                    Some("the payload has to be an object, with no more said of it here")
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
                self.unmappable(
                    At {
                        pointer: &pointer,
                        ..at
                    },
                    &format!("`{name}`: {problem}"),
                    help,
                );
            }
        }
    }

    /// What every string of a type is like, if it is a type of strings with constraints.
    fn text_of(&self, ty: &Type) -> Option<&Text> {
        let Type::Named(name) = ty else { return None };
        match self.kind(name)? {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    fn kind(&self, name: &str) -> Option<&Kind> {
        let defined = self.types.iter().find(|defined| defined.name == name)?;
        defined.def.as_ref().map(|def| &def.kind)
    }

    /// What generated code fills into the envelope has to be what the envelope accepts.
    fn check_filled_in(&mut self, envelope: &Envelope, events: &[Event]) {
        for event in events {
            let Some(source) = self.major.events.iter().find(|source| source.event_type == event.event_type)
            else {
                continue;
            };
            for field in &envelope.fields {
                let property = json::child("/properties", &field.field.name);
                let (value, pointer) = match field.role {
                    EnvelopeRole::EventType => (&event.event_type, property),
                    EnvelopeRole::SchemaRef => (&event.schema_ref, property),
                    EnvelopeRole::Version => (&event.revision, json::child("", EVENT_VERSION)),
                    EnvelopeRole::Plain | EnvelopeRole::Payload => continue,
                };
                let text = self.text_of(&field.field.ty);
                if text.is_some_and(|text| !pattern::accepts(text, value)) {
                    let name = &field.field.name;
                    let message = format!("the envelope's `{name}` refuses `{value}`");
                    let at = At {
                        schema: &source.schema,
                        pointer: &pointer,
                        node: &source.schema.root,
                    };
                    self.unmappable(at, &message, "widen the envelope's constraints, or rename");
                }
            }
        }
    }

    /// An alias of Rust cannot hold itself, not even in a list.
    fn check_aliases(&mut self) {
        let target = |index: usize| match self.types.get(index)?.def.as_ref().map(|def| &def.kind) {
            Some(Kind::Alias(ty)) => ty.named(),
            _ => None,
        };
        let place = |name: &str| self.types.iter().position(|defined| defined.name == name);
        let mut endless = Vec::new();
        for start in 0..self.types.len() {
            let mut at = start;
            // A way without end is longer than the list.
            for _ in 0..=self.types.len() {
                match target(at).and_then(place) {
                    Some(next) => at = next,
                    None => break,
                }
                if at == start {
                    endless.push(start);
                    break;
                }
            }
        }
        for index in endless {
            let Some(defined) = self.types.get_mut(index) else {
                continue;
            };
            if let Some(def) = &mut defined.def {
                def.kind = Kind::Alias(Type::Any);
            }
            let (name, pointer) = (defined.name.clone(), defined.pointer.clone());
            let Some(schema) = self.registry.schema_at(&defined.uri) else {
                continue;
            };
            let at = At {
                schema,
                pointer: &pointer,
                node: &schema.root,
            };
            let message = format!("`{name}` holds itself, and no object is in between");
            self.unmappable(at, &message, "put it into a property of an object");
        }
    }

    /// The required fields of each struct are a struct of their own.
    fn check_constructors(&mut self) {
        let mut taken = Vec::new();
        for defined in &self.types {
            let Some(Kind::Struct(fields)) = defined.def.as_ref().map(|def| &def.kind) else {
                continue;
            };
            let Some(constructor) = rust::fields_name(&defined.name, fields) else {
                continue;
            };
            let other = self.types.iter().find(|other| other.name == constructor);
            taken.extend(other.map(|other| (other.uri.clone(), other.pointer.clone(), constructor)));
        }
        for (uri, pointer, name) in taken {
            let Some(schema) = self.registry.schema_at(&uri) else {
                continue;
            };
            let at = At {
                schema,
                pointer: &pointer,
                node: &schema.root,
            };
            self.taken(at, &format!("the type `{name}` is one that generated code has for itself"));
        }
    }

    fn event(
        &mut self,
        family: &FamilySchema,
        event: &EventSchema,
        before: &[Event],
    ) -> Option<Event> {
        let schema = &event.schema;
        let name = idents::pascal(&event.event_type);
        let (pointer, node) = match family.envelope() {
            Some(config) => {
                let at = At {
                    schema,
                    pointer: "",
                    node: &schema.root,
                };
                self.only(at, &["$ref", "type", "properties", "required"]);
                let pointer = json::child("/properties", &config.payload);
                let Some(node) = schema.root.at(&pointer) else {
                    let help = format!("add `{}` to `properties`", config.payload);
                    self.unmappable(at, "this event says nothing of its payload", &help);
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
        let findings = self.findings.len();
        let payload = match self.ty(at, &name) {
            Type::Named(payload) => self.behind_aliases(payload),
            _ => String::new(),
        };
        if let Some(other) = before.iter().find(|other| other.payload == payload) {
            let message = format!("`{}` has the payload `{payload}` already", other.event_type);
            let help = "define the payload of each event under a name of its own";
            self.unmappable(at, &message, help);
            return None;
        }
        if self.is_struct_or_union(&payload) {
            let bundle = self.registry.bundle(schema)?;
            return Some(Event {
                event_type: event.event_type.clone(),
                description: text(&schema.root, "description"),
                revision: event.revision().unwrap_or("1.0.0").to_owned(),
                schema_ref: self.registry.schema_ref(schema),
                source: schema.path.clone(),
                payload,
                sample: self.sample(&schema.root).or_else(|| {
                    event
                        .examples
                        .first()
                        .map(|example| self.sample_of(event, example))
                }),
                bundle,
            });
        }
        // What is no type at all has a finding already.
        if self.findings.len() == findings {
            let help = "make it an object with `properties`, or a `oneOf` of such objects";
            self.unmappable(at, "a payload has to be an object", help);
        }
        None
    }

    fn behind_aliases(&self, mut name: String) -> String {
        let mut steps = 0;
        while let Some(Kind::Alias(Type::Named(next))) = self.kind(&name)
            && steps < self.types.len()
        {
            steps += 1;
            name = next.clone();
        }
        name
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
                self.unmappable(
                    At {
                        pointer: &pointer,
                        ..at
                    },
                    &message,
                    help,
                );
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
                self.unmappable(
                    At {
                        pointer: "/required",
                        ..at
                    },
                    &message,
                    help,
                );
            }
        }
    }

    /// A field of the envelope that an event fixes: to what its file says, and by nothing else.
    fn pinned(&mut self, at: At<'_>, field: &str, expected: &str) {
        let pointer = json::child("/properties", field);
        let node = at.node.at(&pointer);
        let constant = node.and_then(|node| node.get("const")).and_then(Node::as_str);
        if let Some(node) = node.filter(|_| constant == Some(expected)) {
            let inner = At {
                pointer: &pointer,
                node,
                ..at
            };
            self.only(inner, &["type", "const"]);
            return;
        }
        let message = format!("`{field}` has to be the constant `{expected}`");
        let help = format!("write `\"const\": \"{expected}\"` in `properties` / `{field}`");
        self.mismatched(at, &json::child(&pointer, "const"), message, help);
    }

    /// What the rule of this name finds when schemas are checked, in the same words: code is
    /// generated without running the rules.
    fn mismatched(&mut self, at: At<'_>, pointer: &str, message: String, help: String) {
        self.findings.extend(rules::find("mismatched-const").map(|rule| {
            let finding = Diagnostic::new(rule, message).help(help);
            finding.at(at.schema.location(pointer))
        }));
    }

    fn is_struct_or_union(&self, name: &str) -> bool {
        matches!(self.kind(name), Some(Kind::Struct(_) | Kind::Union(_)))
    }

    /// The type of a schema. `name` is what it is called if it needs a name and has none.
    fn ty(&mut self, at: At<'_>, name: &str) -> Type {
        if let Some(reference) = at.node.get("$ref").and_then(Node::as_str) {
            self.only(at, &["$ref"]);
            return self.reference(at, reference);
        }
        match self.shape(at, name) {
            Shape::Plain(ty) => ty,
            Shape::Named(kind) => self.define(at, name.to_owned(), kind),
        }
    }

    fn reference(&mut self, at: At<'_>, reference: &str) -> Type {
        let registry = self.registry;
        // Following a reference within the registry has a finding of its own if it fails.
        let Some((schema, pointer, node)) = registry.follow(at.schema, reference) else {
            return Type::Any;
        };
        let own_file = schema.uri == at.schema.uri;
        let in_envelope = self
            .major
            .envelope
            .as_ref()
            .is_some_and(|envelope| envelope.uri == schema.uri);
        let definition = pointer
            .strip_prefix("/$defs/")
            .filter(|name| !name.contains('/'));
        let (Some(name), true) = (definition, own_file || in_envelope) else {
            let message = format!("`{reference}` is no definition of this event or its envelope");
            self.unmappable(
                at,
                &message,
                "move what it names into `$defs` here, or into the envelope's",
            );
            return Type::Any;
        };
        let name = idents::pascal(name);
        let known = self
            .types
            .iter()
            .find(|d| d.uri == schema.uri && d.pointer == pointer);
        if let Some(known) = known {
            return Type::Named(known.name.clone());
        }
        let event = if in_envelope {
            None
        } else {
            self.event.clone()
        };
        let outer = std::mem::replace(&mut self.event, event);
        let target = At {
            schema,
            pointer: &pointer,
            node,
        };
        let ty = match self.reserve(target, &name) {
            None => Type::Any,
            Some(slot) => {
                let kind = match node.get("$ref").and_then(Node::as_str) {
                    Some(_) => Kind::Alias(self.ty(target, &name)),
                    None => match self.shape(target, &name) {
                        Shape::Plain(ty) => Kind::Alias(ty),
                        Shape::Named(kind) => kind,
                    },
                };
                self.fill(slot, target, &name, kind);
                Type::Named(name)
            }
        };
        self.event = outer;
        ty
    }

    /// Names a type. If the name is taken, that is a finding, and the type is any value.
    fn define(&mut self, at: At<'_>, name: String, kind: Kind) -> Type {
        match self.reserve(at, &name) {
            None => Type::Any,
            Some(slot) => {
                self.fill(slot, at, &name, kind);
                Type::Named(name)
            }
        }
    }

    /// A place for a type that is being read, or a finding if the name is taken.
    fn reserve(&mut self, at: At<'_>, name: &str) -> Option<usize> {
        if rust::is_taken(name, self.major.envelope.is_some()) {
            let message = format!("the type `{name}` is one that generated code has for itself");
            self.taken(at, &message);
            return None;
        }
        if !is_identifier(name) {
            self.taken(at, &format!("`{name}` cannot be the name of a type"));
            return None;
        }
        if self.types.iter().any(|defined| defined.name == name) {
            self.taken(at, &format!("there is another type `{name}`"));
            return None;
        }
        self.types.push(Defined {
            name: name.to_owned(),
            uri: at.schema.uri.clone(),
            pointer: at.pointer.to_owned(),
            def: None,
        });
        Some(self.types.len() - 1)
    }

    fn taken(&mut self, at: At<'_>, message: &str) {
        let help = "move this schema to `$defs` under a name of its own, and refer to it";
        self.collision(at, message, help);
    }

    fn collision(&mut self, at: At<'_>, message: &str, help: &str) {
        self.findings.push(
            Diagnostic::new(&NAME_COLLISION, message)
                .help(help)
                .at(at.schema.location(at.pointer)),
        );
    }

    fn fill(&mut self, slot: usize, at: At<'_>, name: &str, kind: Kind) {
        let def = TypeDef {
            name: name.to_owned(),
            title: at
                .node
                .get("title")
                .and_then(Node::as_str)
                .map(str::to_owned),
            description: described(at),
            event: self.event.clone(),
            sample: self.sample(at.node),
            kind,
        };
        if let Some(defined) = self.types.get_mut(slot) {
            defined.def = Some(def);
        }
    }

    fn shape(&mut self, at: At<'_>, name: &str) -> Shape {
        let node = at.node;
        if let Some(inner) = self.nullable(at, name) {
            return Shape::Plain(inner);
        }
        if node.get("oneOf").is_some() {
            return self.union(at);
        }
        if node.get("enum").is_some() || node.get("const").is_some() {
            return self.closed_set(at);
        }
        match node.get("type").and_then(Node::as_str) {
            Some("object") => self.object(at, name),
            Some("string") => self.string(at),
            Some("integer") => self.integer(at),
            Some("number") => {
                self.only(at, &["type"]);
                Shape::Plain(Type::Number)
            }
            Some("boolean") => {
                self.only(at, &["type"]);
                Shape::Plain(Type::Boolean)
            }
            Some("array") => {
                self.only(at, &["type", "items"]);
                let pointer = json::child(at.pointer, "items");
                let item = match node.get("items") {
                    Some(items) => self.ty(
                        At {
                            pointer: &pointer,
                            node: items,
                            ..at
                        },
                        &idents::joined(name, "item"),
                    ),
                    None => Type::Any,
                };
                Shape::Plain(Type::Array(Box::new(item)))
            }
            _ => {
                // Without a type, keywords speak only of the values of theirs.
                if self.only(at, &[]) && node.get("type").is_some() {
                    let help = "write one type, or one type and `\"null\"`";
                    self.unmappable(at, "there is no one type for these values", help);
                }
                Shape::Plain(Type::Any)
            }
        }
    }

    /// `null` beside one other type, in either of the two ways to write it.
    fn nullable(&mut self, at: At<'_>, name: &str) -> Option<Type> {
        let is_null = |node: &Node| node.get("type").and_then(Node::as_str) == Some("null");
        // A definition is the alias; what it holds besides `null` has a name of its own.
        let mut reserved = self.types.iter().filter(|defined| defined.def.is_none());
        let name = match reserved.any(|defined| defined.name == name) {
            true => idents::joined(name, "value"),
            false => name.to_owned(),
        };
        for keyword in ["oneOf", "anyOf"] {
            let branches = at.node.get(keyword).map(Node::items).unwrap_or_default();
            if let [first, second] = branches
                && let Some((null, other)) = match (is_null(first), is_null(second)) {
                    (true, false) => Some(((0, first), (1, second))),
                    (false, true) => Some(((1, second), (0, first))),
                    _ => None,
                }
            {
                self.only(at, &[keyword]);
                let branch = |index| format!("{}/{keyword}/{index}", at.pointer);
                let pointers = (branch(null.0), branch(other.0));
                let at_null = At {
                    pointer: &pointers.0,
                    node: null.1,
                    ..at
                };
                self.only(at_null, &["type"]);
                let at_other = At {
                    pointer: &pointers.1,
                    node: other.1,
                    ..at
                };
                let inner = self.ty(at_other, &name);
                if keyword == "oneOf" && self.takes_null(&inner) {
                    let help = "write `anyOf`, or remove `null` from one of them";
                    self.unmappable(at, "both branches accept `null`, so that none may be there", help);
                    return Some(Type::Any);
                }
                return Some(Type::Nullable(Box::new(inner)));
            }
        }
        let types = at.node.get("type").map(Node::items).unwrap_or_default();
        let [first, second] = types else { return None };
        let other = match (first.as_str(), second.as_str()) {
            (Some("null"), Some(_)) => second,
            (Some(_), Some("null")) => first,
            _ => return None,
        };
        if at.node.get("enum").is_some() || at.node.get("const").is_some() {
            return None;
        }
        // The same schema with the other type alone.
        let mut node = at.node.clone();
        if let NodeKind::Object(members) = &mut node.kind {
            for member in members.iter_mut().filter(|member| member.name == "type") {
                member.value = other.clone();
            }
        }
        let at = At { node: &node, ..at };
        let inner = match self.shape(at, &name) {
            Shape::Plain(ty) => ty,
            Shape::Named(kind) => self.define(at, name, kind),
        };
        Some(Type::Nullable(Box::new(inner)))
    }

    fn takes_null(&self, ty: &Type) -> bool {
        match ty {
            Type::Any | Type::Nullable(_) => true,
            Type::Named(name) => {
                let behind = self.behind_aliases(name.clone());
                matches!(self.kind(&behind), Some(Kind::Alias(Type::Any | Type::Nullable(_))))
            }
            _ => false,
        }
    }

    fn object(&mut self, at: At<'_>, name: &str) -> Shape {
        let has_fields = at
            .node
            .get("properties")
            .is_some_and(|node| !node.members().is_empty());
        let values = at
            .node
            .get("additionalProperties")
            .filter(|values| values.is_object());
        match values {
            Some(values) if !has_fields => {
                self.only(at, &["type", "additionalProperties", "properties"]);
                let pointer = json::child(at.pointer, "additionalProperties");
                let value = self.ty(
                    At {
                        pointer: &pointer,
                        node: values,
                        ..at
                    },
                    &idents::joined(name, "value"),
                );
                Shape::Plain(Type::Map(Box::new(value)))
            }
            _ if has_fields => {
                self.only(at, &["type", "properties", "required"]);
                if !self.are_distinct(at, "properties", names::snake) {
                    return Shape::Plain(Type::Any);
                }
                Shape::Named(Kind::Struct(self.fields(at, name)))
            }
            _ => {
                self.only(at, &["type"]);
                Shape::Plain(Type::Object)
            }
        }
    }

    fn fields(&mut self, at: At<'_>, owner: &str) -> Vec<Field> {
        let required: Vec<&str> = at
            .node
            .get("required")
            .map(|node| node.items().iter().filter_map(Node::as_str).collect())
            .unwrap_or_default();
        let properties = at
            .node
            .get("properties")
            .map(Node::members)
            .unwrap_or_default();
        for name in &required {
            if !properties.iter().any(|property| property.name == *name) {
                let pointer = json::child(at.pointer, "required");
                let message = format!("`{name}` is required and not described");
                self.unmappable(
                    At {
                        pointer: &pointer,
                        ..at
                    },
                    &message,
                    "describe it in `properties`",
                );
            }
        }
        let keyword = json::child(at.pointer, "properties");
        properties
            .iter()
            .map(|property| {
                let pointer = json::child(&keyword, &property.name);
                let inner = At {
                    pointer: &pointer,
                    node: &property.value,
                    ..at
                };
                if !is_identifier(&idents::snake(&property.name)) {
                    let message = format!("`{}` cannot be the name of a field", property.name);
                    self.unmappable(inner, &message, "begin the name with a letter");
                }
                let ty = self.ty(inner, &idents::joined(owner, &property.name));
                Field {
                    name: property.name.clone(),
                    description: text(&property.value, "description"),
                    required: required.contains(&property.name.as_str()),
                    ty,
                }
            })
            .collect()
    }

    fn closed_set(&mut self, at: At<'_>) -> Shape {
        self.only(at, &["type", "enum", "const"]);
        let members: Option<Vec<String>> = match (at.node.get("enum"), at.node.get("const")) {
            (Some(values), None) => values
                .items()
                .iter()
                .map(|value| value.as_str().map(str::to_owned))
                .collect(),
            (None, Some(value)) => value.as_str().map(|value| vec![value.to_owned()]),
            _ => None,
        };
        let is_string = at
            .node
            .get("type")
            .is_none_or(|ty| ty.as_str() == Some("string"));
        let keyword = if at.node.get("enum").is_some() { "enum" } else { "const" };
        match members.filter(|members| !members.is_empty() && is_string) {
            Some(members) if self.check_members(at, keyword, &members) => {
                Shape::Named(Kind::ClosedSet(distinct(members)))
            }
            Some(_) => Shape::Plain(Type::Any),
            None => {
                let help = match at.node.get("type").is_some_and(|ty| !ty.items().is_empty()) {
                    true => "for a set or `null`, write a `oneOf` of the set and `\"type\": \"null\"`",
                    false => "list strings; a number that is always the same needs no field",
                };
                self.unmappable(at, "only strings can be fixed values", help);
                Shape::Plain(Type::Any)
            }
        }
    }

    /// Whether the members of a set can be variants.
    fn check_members(&mut self, at: At<'_>, keyword: &str, members: &[String]) -> bool {
        let pointer = json::child(at.pointer, keyword);
        for member in members {
            if !is_identifier(&idents::pascal(member)) {
                let message = format!("`{member}` cannot be the name of a variant");
                let help = "begin each member with a letter";
                self.unmappable(
                    At {
                        pointer: &pointer,
                        ..at
                    },
                    &message,
                    help,
                );
                return false;
            }
        }
        self.are_distinct(at, keyword, names::pascal)
    }

    /// Whether the members of a set, or the fields of an object, differ in code, too. A rule finds
    /// this when schemas are checked, in the same words; code is generated without that rule.
    fn are_distinct(&mut self, at: At<'_>, keyword: &str, case: fn(&str) -> String) -> bool {
        let Some(node) = at.node.get(keyword) else {
            return true;
        };
        let keyword = json::child(at.pointer, keyword);
        let properties = node.members().iter().map(|member| {
            (member.name.as_str(), json::child(&keyword, &member.name))
        });
        let items = node.items().iter().enumerate().filter_map(|(index, item)| {
            Some((item.as_str()?, format!("{keyword}/{index}")))
        });
        let mut seen: Vec<(&str, String)> = Vec::new();
        let mut distinct = true;
        for (name, pointer) in properties.chain(items) {
            let cased = case(name);
            match seen.iter().find(|(_, seen)| *seen == cased) {
                Some((first, _)) if *first != name => {
                    distinct = false;
                    let message = format!("`{name}` and `{first}` are both `{cased}` in code");
                    let inner = At {
                        pointer: &pointer,
                        ..at
                    };
                    self.collision(inner, &message, "rename one of them");
                }
                Some(_) => {}
                None => seen.push((name, cased)),
            }
        }
        distinct
    }

    fn string(&mut self, at: At<'_>) -> Shape {
        let node = at.node;
        if let Some(format) = node.get("format").and_then(Node::as_str) {
            let ty = match format {
                "uuid" => Type::Uuid,
                "date-time" => Type::Timestamp,
                "uri" => Type::Uri,
                _ => {
                    let pointer = json::child(at.pointer, "format");
                    let message = format!("there is no type for the format `{format}`");
                    let help = "use `uuid`, `date-time` or `uri`, or write a `pattern`";
                    self.unmappable(
                        At {
                            pointer: &pointer,
                            ..at
                        },
                        &message,
                        help,
                    );
                    Type::Any
                }
            };
            self.only(at, &["type", "format"]);
            return Shape::Plain(ty);
        }
        self.only(at, &["type", "pattern", "minLength", "maxLength"]);
        let Some(text) = self.text(at) else {
            return Shape::Plain(Type::Any);
        };
        if let Some(known) = node.get(KNOWN_VALUES) {
            let known: Vec<String> = known
                .items()
                .iter()
                .filter_map(Node::as_str)
                .map(str::to_owned)
                .collect();
            if !self.check_members(at, KNOWN_VALUES, &known) {
                return Shape::Plain(Type::Any);
            }
            for member in known
                .iter()
                .filter(|member| !pattern::accepts(&text, member))
            {
                let pointer = json::child(at.pointer, KNOWN_VALUES);
                let message = format!("the known value `{member}` is refused by its own schema");
                let help = "widen the constraints, or remove the value";
                self.unmappable(
                    At {
                        pointer: &pointer,
                        ..at
                    },
                    &message,
                    help,
                );
            }
            let known = distinct(known);
            return Shape::Named(Kind::OpenSet { known, text });
        }
        if text.min_length.is_none() && text.max_length.is_none() && text.pattern.is_none() {
            return Shape::Plain(Type::String);
        }
        Shape::Named(Kind::Text(text))
    }

    /// The constraints of a string, if generated code can check them.
    fn text(&mut self, at: At<'_>) -> Option<Text> {
        let mut length = |keyword| -> Option<Option<u64>> {
            let Some(node) = at.node.get(keyword) else {
                return Some(None);
            };
            let length = node.as_integer().and_then(|length| u64::try_from(length).ok());
            if length.is_none() {
                let pointer = json::child(at.pointer, keyword);
                let inner = At {
                    pointer: &pointer,
                    ..at
                };
                self.unmappable(inner, "no length is as large as this", "write a smaller one");
            }
            length.map(Some)
        };
        let min_length = length("minLength")?.filter(|min| *min > 0);
        let max_length = length("maxLength")?;
        if min_length > max_length && max_length.is_some() {
            self.unmappable(at, "no string is of such a length", "write `minLength` below `maxLength`");
            return None;
        }
        let pattern = match at.node.get("pattern").and_then(Node::as_str) {
            Some(source) => self.pattern(at, source)?,
            None => None,
        };
        Some(Text {
            min_length,
            max_length,
            pattern,
        })
    }

    /// A pattern, or `Some(None)` for one that every string matches.
    fn pattern(&mut self, at: At<'_>, source: &str) -> Option<Option<(String, Pattern)>> {
        let too_large =
            "say the length by `minLength` and `maxLength` instead of by counted repetition";
        let problem = match Pattern::parse(source) {
            Err(problem) => (
                format!("no type checks `{source}`: {problem}"),
                "say what is allowed instead of what is not",
            ),
            Ok(parsed) => match pattern::compile(&parsed) {
                Err(problem) => (
                    format!("`{source}` is too large to be compiled: {problem}"),
                    too_large,
                ),
                Ok(machine) if machine.accepts_nothing() => {
                    (format!("no string matches `{source}`"), "write a pattern that strings match")
                }
                Ok(machine) if machine.accepts_everything() => return Some(None),
                Ok(_) => return Some(Some((source.to_owned(), parsed))),
            },
        };
        let pointer = json::child(at.pointer, "pattern");
        let inner = At {
            pointer: &pointer,
            ..at
        };
        self.unmappable(inner, &problem.0, problem.1);
        None
    }

    fn integer(&mut self, at: At<'_>) -> Shape {
        self.only(
            at,
            &[
                "type",
                "minimum",
                "maximum",
                "exclusiveMinimum",
                "exclusiveMaximum",
            ],
        );
        const SAFE: i64 = 9_007_199_254_740_991;
        // A bound that is no integer makes the range unknown.
        let bound = |keyword, beside: i64, otherwise: i64| match at.node.get(keyword) {
            Some(bound) => bound.as_integer().map(|bound| bound.saturating_add(beside)),
            None => Some(otherwise),
        };
        let min = bound("minimum", 0, i64::MIN).zip(bound("exclusiveMinimum", 1, i64::MIN));
        let max = bound("maximum", 0, i64::MAX).zip(bound("exclusiveMaximum", -1, i64::MAX));
        let min = min.map(|(inclusive, exclusive)| inclusive.max(exclusive));
        let max = max.map(|(inclusive, exclusive)| inclusive.min(exclusive));
        match (min, max) {
            (Some(min), Some(max)) if min > max => {
                self.unmappable(at, "no integer is in this range", "write `minimum` below `maximum`");
                Shape::Plain(Type::Any)
            }
            (Some(min), Some(max)) if min >= -SAFE && max <= SAFE => {
                Shape::Plain(Type::Integer { min, max })
            }
            _ => {
                let help =
                    "bound it by integers, at the widest -9007199254740991 and 9007199254740991";
                self.unmappable(at, "no type holds an integer without such bounds", help);
                Shape::Plain(Type::Any)
            }
        }
    }

    fn union(&mut self, at: At<'_>) -> Shape {
        self.only(at, &["oneOf"]);
        let keyword = json::child(at.pointer, "oneOf");
        let branches = at.node.get("oneOf").map(Node::items).unwrap_or_default();
        let mut named = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let pointer = format!("{keyword}/{index}");
            let inner = At {
                pointer: &pointer,
                node: branch,
                ..at
            };
            let Some(reference) = branch.get("$ref").and_then(Node::as_str) else {
                self.unmappable(
                    inner,
                    "this branch has no name",
                    "move it to `$defs`, and refer to it",
                );
                return Shape::Plain(Type::Any);
            };
            self.only(inner, &["$ref"]);
            let target = self
                .registry
                .follow(at.schema, reference)
                .map(|(_, _, node)| node);
            let (Type::Named(ty), Some(target)) = (self.reference(inner, reference), target) else {
                return Shape::Plain(Type::Any);
            };
            named.push((ty, schema_registry::model::tags(target)));
        }
        // The first constant of the first branch by which all branches differ is the tag.
        let tag = named.first().and_then(|(_, first)| {
            first.iter().map(|(name, _)| *name).find(|name| {
                let mut values: Vec<_> = named
                    .iter()
                    .filter_map(|(_, tags)| tags.iter().find(|(tag, _)| tag == name))
                    .map(|(_, value)| *value)
                    .collect();
                values.sort_unstable();
                values.dedup();
                values.len() == named.len()
            })
        });
        let Some(tag) = tag else {
            let help =
                "give each branch, an object, the same required property with a `const` of its own";
            self.unmappable(at, "nothing tells the branches apart", help);
            return Shape::Plain(Type::Any);
        };
        let mut branches: Vec<Branch> = Vec::new();
        for (index, (ty, tags)) in named.iter().enumerate() {
            let Some((_, value)) = tags.iter().find(|(name, _)| *name == tag) else {
                continue;
            };
            let variant = idents::pascal(value);
            if let Some(other) = branches.iter().find(|other| idents::pascal(&other.tag) == variant) {
                let message = format!("`{value}` and `{}` are both `{variant}` in code", other.tag);
                let pointer = format!("{keyword}/{index}");
                let inner = At {
                    pointer: &pointer,
                    ..at
                };
                self.collision(inner, &message, "rename one of them");
                return Shape::Plain(Type::Any);
            }
            branches.push(Branch {
                tag: (*value).to_owned(),
                ty: ty.clone(),
            });
        }
        Shape::Named(Kind::Union(Union {
            tag: tag.to_owned(),
            branches,
        }))
    }

    /// Whether a schema says nothing but what the listed keywords say. Reports each other keyword.
    fn only(&mut self, at: At<'_>, handled: &[&str]) -> bool {
        const ANNOTATIONS: &[&str] = &[
            "$comment",
            "$defs",
            "$id",
            "$schema",
            "default",
            "deprecated",
            "description",
            "examples",
            "readOnly",
            "title",
            "writeOnly",
        ];
        if let NodeKind::Bool(false) = at.node.kind {
            self.unmappable(at, "no value at all is accepted here", "remove this schema");
            return false;
        }
        let mut only = true;
        for member in at.node.members() {
            let keyword = member.name.as_str();
            let is_open = keyword == "additionalProperties"
                && matches!(member.value.kind, NodeKind::Bool(true));
            // `type` alone is judged by who asks.
            if handled.contains(&keyword)
                || ANNOTATIONS.contains(&keyword)
                || keyword.starts_with("x-")
                || (handled.is_empty() && keyword == "type")
                || is_open
            {
                continue;
            }
            only = false;
            let pointer = json::child(at.pointer, keyword);
            let message = match at.node.get("type") {
                None if handled.is_empty() => {
                    format!("`{keyword}` without `type` says nothing of other types of values")
                }
                _ => format!("there is no type that checks `{keyword}` here"),
            };
            self.unmappable(
                At {
                    pointer: &pointer,
                    ..at
                },
                &message,
                rewrite(keyword),
            );
        }
        only
    }

    fn unmappable(&mut self, at: At<'_>, message: &str, help: &str) {
        self.findings.push(
            Diagnostic::new(&UNMAPPABLE_SCHEMA, message)
                .help(help)
                .at(at.schema.location(at.pointer)),
        );
    }

    fn sample(&self, node: &Node) -> Option<Sample> {
        let named = node.get(SHOWN_EXAMPLE)?.as_str()?;
        let mut found = self
            .major
            .events
            .iter()
            .filter_map(|event| Some((event, event.example(named)?)));
        found
            .next()
            .map(|(event, example)| self.sample_of(event, example))
    }

    fn sample_of(&self, event: &EventSchema, example: &Example) -> Sample {
        // The schema stands in the folder of its major version.
        let folder = event
            .schema
            .path
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let path = format!(
            "{folder}/examples/{}/{}.json",
            event.event_type, example.case
        );
        Sample {
            path: self.registry.public_path(&path),
            text: example.source.text.to_string(),
        }
    }
}

/// The field that names the event's type is an open set, whose known members are the events.
fn open_event_types(types: &mut [TypeDef], envelope: &Envelope, events: &[Event]) {
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

/// The way to write what a keyword says so that it can be generated.
fn rewrite(keyword: &str) -> &'static str {
    match keyword {
        "anyOf" => {
            "for an open set, write `\"type\": \"string\"` with `x-known-values`; for objects, a `oneOf` with a tag"
        }
        "allOf" => "write the properties of all parts into one object",
        "if" | "then" | "else" | "dependentRequired" | "dependentSchemas" => {
            "write the cases as a `oneOf` of objects with a tag"
        }
        "not" => "say what is accepted instead of what is not",
        "patternProperties" | "propertyNames" => {
            "write `additionalProperties` with the schema of all values"
        }
        "prefixItems" => "write an object with a name for each item",
        "additionalProperties" | "unevaluatedProperties" => {
            "remove it: readers ignore what they do not know"
        }
        "$ref" => "move what stands beside `$ref` to the definition, or the other way round",
        "oneOf" | "enum" | "const" => "move it to a definition of its own, and refer to it",
        "properties" | "required" => "add `\"type\": \"object\"`",
        "pattern" | "minLength" | "maxLength" | "format" => {
            "choose one: a `format`, or a `pattern` and lengths, of a `\"type\": \"string\"`"
        }
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
            "write an integer in the smallest unit, with bounds"
        }
        _ => "remove it, and say it in the `description`",
    }
}

fn text(node: &Node, keyword: &str) -> String {
    node.get(keyword)
        .and_then(Node::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// The description of a schema, or else of the list, map or choice whose one value it describes.
fn described(at: At<'_>) -> String {
    let mut pointer = at.pointer;
    let mut description = text(at.node, "description");
    while description.is_empty()
        && let Some((outer, last)) = pointer.rsplit_once('/')
    {
        pointer = match last {
            "items" | "additionalProperties" => outer,
            "0" | "1" => match outer.rsplit_once('/') {
                Some((outer, "oneOf" | "anyOf")) => outer,
                _ => break,
            },
            _ => break,
        };
        if let Some(node) = at.schema.root.at(pointer) {
            description = text(node, "description");
        }
    }
    description
}

/// The members of a set, each once.
fn distinct(members: Vec<String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for member in members {
        if !distinct.contains(&member) {
            distinct.push(member);
        }
    }
    distinct
}

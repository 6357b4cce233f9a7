//! Brings the schemas of a registry to the model that targets are rendered from.

use schema_registry::{
    diagnostic::Diagnostic,
    json::{self, Node, NodeKind},
    model::{
        Event as EventSchema, Example, Family as FamilySchema, KNOWN_VALUES, Major as MajorSchema,
        Registry, SHOWN_EXAMPLE, Schema,
    },
    names,
    pattern::Pattern,
    rules::{NAME_COLLISION, UNMAPPABLE_SCHEMA},
};

use crate::model::{
    Api, Branch, Envelope, EnvelopeField, EnvelopeRole, Event, Family, Field, Kind, Major, Sample,
    Text, Type, TypeDef, Union,
};

/// Names that generated code uses for itself in each major version with an envelope.
const RESERVED: &[&str] = &["Event", "EventFields", "Data", "UnknownEvent"];

/// Brings a registry to the model, and reports what has no exact type. In the model such a schema
/// is any value.
#[must_use]
pub fn lower(registry: &Registry) -> (Api, Vec<Diagnostic>) {
    let mut findings = Vec::new();
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
        let events: Vec<Event> = self
            .major
            .events
            .iter()
            .filter_map(|event| {
                self.event = Some(event.event_type.clone());
                self.event(family, event)
            })
            .collect();
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
            let is_text = |ty: &Type| match ty {
                Type::Named(name) => self
                    .types
                    .iter()
                    .find(|defined| defined.name == *name)
                    .and_then(|defined| defined.def.as_ref())
                    .is_some_and(|def| matches!(def.kind, Kind::Text(_))),
                _ => false,
            };
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

    fn event(&mut self, family: &FamilySchema, event: &EventSchema) -> Option<Event> {
        let schema = &event.schema;
        let name = names::pascal(&event.event_type);
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
                self.refinements(at, config);
                (pointer, node)
            }
            None => (String::new(), &*schema.root),
        };
        let payload = match self.ty(
            At {
                schema,
                pointer: &pointer,
                node,
            },
            &name,
        ) {
            Type::Named(payload) => payload,
            // A payload is something of its own, even if it is only another name for something.
            ty => self.define(
                At {
                    schema,
                    pointer: &pointer,
                    node,
                },
                name,
                Kind::Alias(ty),
            ),
        };
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
        let help = "make it an object with `properties`, or a `oneOf` of such objects";
        self.unmappable(
            At {
                schema,
                pointer: &pointer,
                node,
            },
            "a payload has to be an object",
            help,
        );
        None
    }

    /// An event may pin fields of the envelope and describe its payload. Other refinements would
    /// have to be checked by a type of their own.
    fn refinements(&mut self, at: At<'_>, config: &schema_registry::config::EnvelopeConfig) {
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

    fn is_struct_or_union(&self, name: &str) -> bool {
        let defined = self.types.iter().find(|defined| defined.name == name);
        defined
            .and_then(|defined| defined.def.as_ref())
            .is_some_and(|def| matches!(def.kind, Kind::Struct(_) | Kind::Union(_)))
    }

    /// The type of a schema. `name` is what it is called if it needs a name and has none.
    fn ty(&mut self, at: At<'_>, name: &str) -> Type {
        if let Some(reference) = at.node.get("$ref").and_then(Node::as_str) {
            self.only(at, &["$ref"]);
            return self.reference(at, reference);
        }
        match self.shape(at, name) {
            Shape::Plain(ty) => ty,
            Shape::Named(kind) => Type::Named(self.define(at, name.to_owned(), kind)),
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
        let name = names::pascal(name);
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
        let slot = self.reserve(target, &name);
        let kind = match self.shape(target, &name) {
            Shape::Plain(ty) => Kind::Alias(ty),
            Shape::Named(kind) => kind,
        };
        self.fill(slot, target, &name, kind);
        self.event = outer;
        Type::Named(name)
    }

    /// Names a type, and refuses a name that is taken.
    fn define(&mut self, at: At<'_>, name: String, kind: Kind) -> String {
        let slot = self.reserve(at, &name);
        self.fill(slot, at, &name, kind);
        name
    }

    fn reserve(&mut self, at: At<'_>, name: &str) -> usize {
        let reserved = (self.major.envelope.is_some() && RESERVED.contains(&name))
            || crate::rust::types::is_imported(name);
        if reserved || self.types.iter().any(|defined| defined.name == name) || !is_identifier(name)
        {
            let message = match reserved {
                true => format!("the type `{name}` is one that generated code has for itself"),
                false if !is_identifier(name) => format!("`{name}` cannot be the name of a type"),
                false => format!("there is another type `{name}`"),
            };
            self.findings.push(
                Diagnostic::new(&NAME_COLLISION, message)
                    .help("move this schema to `$defs` under a name of its own, and refer to it")
                    .at(at.schema.location(at.pointer)),
            );
        }
        self.types.push(Defined {
            name: name.to_owned(),
            uri: at.schema.uri.clone(),
            pointer: at.pointer.to_owned(),
            def: None,
        });
        self.types.len() - 1
    }

    fn fill(&mut self, slot: usize, at: At<'_>, name: &str, kind: Kind) {
        let def = TypeDef {
            name: name.to_owned(),
            title: at
                .node
                .get("title")
                .and_then(Node::as_str)
                .map(str::to_owned),
            description: text(at.node, "description"),
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
                        &format!("{name}Item"),
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
        for keyword in ["oneOf", "anyOf"] {
            let branches = at.node.get(keyword).map(Node::items).unwrap_or_default();
            if let [first, second] = branches
                && let Some((index, other)) = match (is_null(first), is_null(second)) {
                    (true, false) => Some((1, second)),
                    (false, true) => Some((0, first)),
                    _ => None,
                }
            {
                self.only(at, &[keyword]);
                let pointer = format!("{}/{keyword}/{index}", at.pointer);
                let inner = self.ty(
                    At {
                        pointer: &pointer,
                        node: other,
                        ..at
                    },
                    name,
                );
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
        let inner = match self.shape(At { node: &node, ..at }, name) {
            Shape::Plain(ty) => ty,
            Shape::Named(kind) => {
                Type::Named(self.define(At { node: &node, ..at }, name.to_owned(), kind))
            }
        };
        Some(Type::Nullable(Box::new(inner)))
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
                    &format!("{name}Value"),
                );
                Shape::Plain(Type::Map(Box::new(value)))
            }
            _ if has_fields => {
                self.only(at, &["type", "properties", "required"]);
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
                if !is_identifier(&names::snake(&property.name)) {
                    let message = format!("`{}` cannot be the name of a field", property.name);
                    self.unmappable(inner, &message, "begin the name with a letter");
                }
                let ty = self.ty(inner, &format!("{owner}{}", names::pascal(&property.name)));
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
        match members.filter(|members| !members.is_empty() && is_string) {
            Some(members) => {
                self.check_members(
                    at,
                    if at.node.get("enum").is_some() {
                        "enum"
                    } else {
                        "const"
                    },
                    &members,
                );
                Shape::Named(Kind::ClosedSet(members))
            }
            None => {
                let help = "list strings; a number that is always the same needs no field";
                self.unmappable(at, "only strings can be fixed values", help);
                Shape::Plain(Type::Any)
            }
        }
    }

    fn check_members(&mut self, at: At<'_>, keyword: &str, members: &[String]) {
        let pointer = json::child(at.pointer, keyword);
        for member in members {
            if !is_identifier(&names::pascal(member)) {
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
            }
        }
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
        let length = |keyword| {
            node.get(keyword)
                .and_then(Node::as_integer)
                .and_then(|n| u64::try_from(n).ok())
        };
        let text = Text {
            min_length: length("minLength").filter(|min| *min > 0),
            max_length: length("maxLength"),
            // A pattern that cannot be read has a finding of its own.
            pattern: node
                .get("pattern")
                .and_then(Node::as_str)
                .and_then(|pattern| Some((pattern.to_owned(), Pattern::parse(pattern).ok()?))),
        };
        self.check_pattern(at, &text);
        if let Some(known) = node.get(KNOWN_VALUES) {
            let known: Vec<String> = known
                .items()
                .iter()
                .filter_map(Node::as_str)
                .map(str::to_owned)
                .collect();
            self.check_members(at, KNOWN_VALUES, &known);
            for member in known
                .iter()
                .filter(|member| !crate::rust::pattern::accepts(&text, member))
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
            return Shape::Named(Kind::OpenSet { known, text });
        }
        if text.min_length.is_none() && text.max_length.is_none() && text.pattern.is_none() {
            return Shape::Plain(Type::String);
        }
        Shape::Named(Kind::Text(text))
    }

    fn check_pattern(&mut self, at: At<'_>, text: &Text) {
        if let Some((pattern, parsed)) = &text.pattern
            && let Err(problem) = crate::rust::pattern::compile(parsed)
        {
            let pointer = json::child(at.pointer, "pattern");
            let message = format!("`{pattern}` is too large to be compiled: {problem}");
            let help =
                "say the length by `minLength` and `maxLength` instead of by counted repetition";
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
        let bound = |keyword| at.node.get(keyword).and_then(Node::as_integer);
        let min = [
            bound("minimum"),
            bound("exclusiveMinimum").map(|bound| bound.saturating_add(1)),
        ];
        let max = [
            bound("maximum"),
            bound("exclusiveMaximum").map(|bound| bound.saturating_sub(1)),
        ];
        let min = min.into_iter().flatten().max();
        let max = max.into_iter().flatten().min();
        match (min, max) {
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
        let branches = named
            .iter()
            .filter_map(|(ty, tags)| {
                let (_, value) = tags.iter().find(|(name, _)| *name == tag)?;
                Some(Branch {
                    tag: (*value).to_owned(),
                    ty: ty.clone(),
                })
            })
            .collect();
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

/// Whether a name can be one in Rust, and so in most languages.
fn is_identifier(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok()
        || syn::parse_str::<syn::Ident>(&format!("r#{name}")).is_ok()
}

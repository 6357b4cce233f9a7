//! Lowers the schemas of a registry to the model that targets are rendered from.

mod containers;
pub(crate) mod deprecated;
mod events;
mod fields;
mod names;
mod numbers;
mod rewrites;
mod samples;
mod scalars;
mod unions;
mod unsupported;
mod widened;

use std::{collections::BTreeMap, sync::Arc};

use schema_registry::{
    diagnostic::Diagnostic,
    json::Node,
    kinds::listed_types,
    model::{Family as FamilySchema, Major as MajorSchema, Registry, Schema},
};

use crate::{
    findings,
    model::{Api, Event, Family, Kind, Major, Origin, Text, Type, TypeDef},
};

/// Lowers a registry to the model, and returns the findings that concern every target. Schemas without an exact type
/// are listed in [`Family::unmapped`].
#[must_use]
pub fn lower(registry: &Registry) -> (Api, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut families = Vec::new();
    for family in &registry.families {
        let mut unmapped = Vec::new();
        let majors = family
            .majors
            .iter()
            .map(|major| {
                let mut lowering = Lowering {
                    registry,
                    family,
                    major,
                    event: None,
                    types: Vec::new(),
                    by_name: BTreeMap::new(),
                    findings: Vec::new(),
                    unmapped: Vec::new(),
                };
                let lowered = lowering.major(family);
                findings.append(&mut lowering.findings);
                unmapped.append(&mut lowering.unmapped);
                lowered
            })
            .collect();
        families.push(Family {
            name: family.name.clone(),
            title: family.config.title.clone(),
            description: family.config.description.clone(),
            majors,
            unmapped,
        });
    }
    (Api { families }, findings)
}

struct Lowering<'r> {
    registry: &'r Registry,
    family: &'r FamilySchema,
    major: &'r MajorSchema,
    /// The event whose file is read, or `None` for the envelope's.
    event: Option<String>,
    types: Vec<Defined>,
    /// The place of each type in `types`.
    by_name: BTreeMap<String, usize>,
    /// The findings that concern every target.
    findings: Vec<Diagnostic>,
    /// The schemas without an exact type.
    unmapped: Vec<Diagnostic>,
}

/// A type, and the place that it came from.
struct Defined {
    name: String,
    uri: String,
    pointer: String,
    /// `None` while the type is being read: a type may refer to itself.
    def: Option<TypeDef>,
}

/// A schema inside a file.
#[derive(Clone, Copy)]
struct At<'a> {
    schema: &'a Schema,
    pointer: &'a str,
    node: &'a Node,
}

impl<'a> At<'a> {
    fn root(schema: &'a Schema) -> Self {
        Self {
            schema,
            pointer: "",
            node: &schema.root,
        }
    }

    /// Returns the same schema, with the pointer of one of its keywords.
    fn keyword(self, pointer: &'a str) -> Self {
        Self { pointer, ..self }
    }

    /// Returns a schema inside this one.
    fn inner(self, pointer: &'a str, node: &'a Node) -> Self {
        Self {
            pointer,
            node,
            ..self
        }
    }
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
        let mut payloads = BTreeMap::new();
        for event in self.named_events() {
            self.event = Some(event.event_type.clone());
            let unmapped = self.unmapped.len();
            match self.event(family, event, &payloads) {
                Some(lowered) => {
                    payloads.insert(lowered.payload.clone(), lowered.event_type.clone());
                    events.push(lowered);
                }
                // A file that cannot be read, or is not a schema, has a finding of its own.
                None if !self.registry.is_sound(&event.schema) => {}
                None => {
                    let at = At::root(&event.schema);
                    // Without a type of its payload, the event is left out of the output of all targets.
                    self.findings.extend(self.unmapped.drain(unmapped..));
                    self.findings
                        .push(findings::left_out(&event.event_type).at(at.schema.location("")));
                }
            }
        }
        if let Some(envelope) = &envelope {
            self.check_filled_in(envelope, &events);
        }
        self.check_aliases();
        let mut types: Vec<TypeDef> = self
            .types
            .iter()
            .filter_map(|defined| defined.def.clone())
            .collect();
        if let Some(envelope) = &envelope {
            events::open_event_types(&mut types, envelope, &events);
        }
        self.show_branches(&mut types, family, &events);
        // Types that events share with the envelope come with the envelope's types.
        types.sort_by_key(|ty| ty.event.is_some());
        Major {
            name: self.major.name.clone(),
            number: self.major.number,
            folder: self.major.folder.to_string(),
            envelope,
            events,
            types: types.into(),
        }
    }

    /// Returns the constraints of a type, if it is a named type of constrained strings.
    fn text_of(&self, ty: &Type) -> Option<&Text> {
        let Type::Named(name) = ty else { return None };
        match self.kind(name)? {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    fn kind(&self, name: &str) -> Option<&Kind> {
        self.defined(name)?.def.as_ref().map(|def| &def.kind)
    }

    fn defined(&self, name: &str) -> Option<&Defined> {
        self.types.get(*self.by_name.get(name)?)
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

    /// Returns the type of a schema. `name` is the name of the type if it needs one and the schema gives none.
    fn ty(&mut self, at: At<'_>, name: &str) -> Type {
        if let Some(reference) = at.node.get("$ref").and_then(Node::as_str) {
            self.only(at, &["$ref"]);
            return self.reference(at, reference);
        }
        match self.exact_shape(at, name) {
            Shape::Plain(ty) => ty,
            Shape::Named(kind) => self.define(at, name.to_owned(), kind),
        }
    }

    /// Returns the shape of a schema. A schema without an exact shape accepts any value, and its JSON types are kept.
    fn exact_shape(&mut self, at: At<'_>, name: &str) -> Shape {
        let unmapped = self.unmapped.len();
        match self.shape(at, name) {
            Shape::Plain(Type::Any) if self.unmapped.len() > unmapped => {
                let types = listed_types(at.node).into_iter();
                Shape::Plain(Type::Unmapped(types.map(str::to_owned).collect()))
            }
            shape => shape,
        }
    }

    fn reference(&mut self, at: At<'_>, reference: &str) -> Type {
        let registry = self.registry;
        // A reference that leads nowhere has a finding of its own.
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
            let message =
                format!("`{reference}` is not a definition of this event or its envelope");
            self.unmappable(
                at,
                &message,
                "move what it names into `$defs` here, or into the envelope's",
            );
            return Type::Any;
        };
        let name = names::type_name(name);
        let known = self.defined(&name);
        if let Some(known) =
            known.filter(|known| known.uri == schema.uri && known.pointer == pointer)
        {
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
                    None => match self.exact_shape(target, &name) {
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

    /// Defines a named type. A name that is taken is a finding, and the type is any value.
    fn define(&mut self, at: At<'_>, name: String, kind: Kind) -> Type {
        match self.reserve(at, &name) {
            None => Type::Any,
            Some(slot) => {
                self.fill(slot, at, &name, kind);
                Type::Named(name)
            }
        }
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
            origin: origin(at),
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
            Some("number") => self.number(at),
            Some("boolean") => {
                self.only(at, &["type"]);
                Shape::Plain(Type::Boolean)
            }
            Some("array") => self.array(at, name),
            _ => {
                // Without a `type`, a keyword constrains only the values of the type that it applies to.
                match node.get("type") {
                    Some(_) => self.several_types(at),
                    None => {
                        self.only(at, &[]);
                    }
                }
                Shape::Plain(Type::Any)
            }
        }
    }
}

/// Returns the place of a schema.
fn origin(at: At<'_>) -> Origin {
    Origin {
        uri: Arc::from(at.schema.uri.as_str()),
        pointer: at.pointer.to_owned(),
    }
}

fn text(node: &Node, keyword: &str) -> String {
    node.get(keyword)
        .and_then(Node::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// Returns the description of a schema, or else of the list, map or choice of whose values it is the schema.
fn described(at: At<'_>) -> String {
    let mut pointer = at.pointer;
    let mut description = deprecated::description(at.node);
    while description.is_empty()
        && let Some((outer, last)) = pointer.rsplit_once('/')
    {
        pointer = match last {
            "items" | "additionalProperties" | "propertyNames" => outer,
            "0" | "1" => match outer.rsplit_once('/') {
                Some((outer, "oneOf" | "anyOf")) => outer,
                _ => break,
            },
            _ => break,
        };
        if let Some(node) = at.schema.root.at(pointer) {
            description = deprecated::description(node);
        }
    }
    description
}

fn is_null(node: &Node) -> bool {
    node.get("type").and_then(Node::as_str) == Some("null")
}

//! Brings the schemas of a registry to the model that targets are rendered from.

mod events;
mod names;
mod scalars;

use schema_registry::{
    diagnostic::Diagnostic,
    json::{self, Node, NodeKind},
    model::{Family as FamilySchema, Major as MajorSchema, Registry, Schema},
    rules::UNMAPPABLE_SCHEMA,
};

use crate::{
    model::{Api, Branch, Event, Family, Field, Kind, Major, Text, Type, TypeDef, Union},
    rust::{idents, idents::is_identifier},
};

/// Brings a registry to the model, and reports what has no exact type. In the model such a schema
/// is any value.
#[must_use]
pub fn lower(registry: &Registry) -> (Api, Vec<Diagnostic>) {
    let mut findings = names::shared_folders(registry);
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

impl<'a> At<'a> {
    fn root(schema: &'a Schema) -> Self {
        Self {
            schema,
            pointer: "",
            node: &schema.root,
        }
    }

    /// The same schema, with the place of one of its keywords.
    fn keyword(self, pointer: &'a str) -> Self {
        Self { pointer, ..self }
    }

    /// A schema inside.
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
            events::open_event_types(&mut types, envelope, &events);
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
                    Some(items) => {
                        self.ty(at.inner(&pointer, items), &idents::joined(name, "item"))
                    }
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
                let at_null = at.inner(&pointers.0, null.1);
                self.only(at_null, &["type"]);
                let at_other = at.inner(&pointers.1, other.1);
                let inner = self.ty(at_other, &name);
                if keyword == "oneOf" && self.takes_null(&inner) {
                    let help = "write `anyOf`, or remove `null` from one of them";
                    self.unmappable(
                        at,
                        "both branches accept `null`, so that `oneOf` refuses it",
                        help,
                    );
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
                matches!(
                    self.kind(&behind),
                    Some(Kind::Alias(Type::Any | Type::Nullable(_)))
                )
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
                let value = self.ty(at.inner(&pointer, values), &idents::joined(name, "value"));
                Shape::Plain(Type::Map(Box::new(value)))
            }
            _ if has_fields => {
                self.only(at, &["type", "properties", "required"]);
                if !self.are_distinct(at, "properties", schema_registry::names::snake) {
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
                    at.keyword(&pointer),
                    &message,
                    "describe it in `properties`",
                );
            }
        }
        let keyword = json::child(at.pointer, "properties");
        // Of several fields that are one in code the first stays; that there are is a finding.
        let mut seen: Vec<String> = Vec::new();
        properties
            .iter()
            .filter(|property| {
                let name = schema_registry::names::snake(&property.name);
                let is_new = !seen.contains(&name);
                seen.push(name);
                is_new
            })
            .map(|property| {
                let pointer = json::child(&keyword, &property.name);
                let inner = at.inner(&pointer, &property.value);
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

    fn union(&mut self, at: At<'_>) -> Shape {
        self.only(at, &["oneOf"]);
        let keyword = json::child(at.pointer, "oneOf");
        let branches = at.node.get("oneOf").map(Node::items).unwrap_or_default();
        let mut named = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let pointer = format!("{keyword}/{index}");
            let inner = at.inner(&pointer, branch);
            let Some(reference) = branch.get("$ref").and_then(Node::as_str) else {
                let (message, help) = match is_null(branch) {
                    true => (
                        "`null` stands among branches with a tag",
                        "move the others into a `oneOf` in `$defs`, and write a `oneOf` of that and `null`",
                    ),
                    false => (
                        "this branch has no name",
                        "move it to `$defs`, and refer to it",
                    ),
                };
                self.unmappable(inner, message, help);
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
            if let Some(other) = branches
                .iter()
                .find(|other| idents::pascal(&other.tag) == variant)
            {
                let message = format!("`{value}` and `{}` are both `{variant}` in code", other.tag);
                let pointer = format!("{keyword}/{index}");
                let inner = at.keyword(&pointer);
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
            self.unmappable(at.keyword(&pointer), &message, rewrite(keyword));
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

fn is_null(node: &Node) -> bool {
    node.get("type").and_then(Node::as_str) == Some("null")
}

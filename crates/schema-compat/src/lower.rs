//! Lowering: adds a schema of any draft to the [`Model`].

mod applied;
mod covers;
mod described;
mod items;
mod keywords;
mod member_classes;
mod plain;
mod unevaluated;

use std::{collections::BTreeMap, sync::Arc};

use jsonschema::{Draft as Dialect, Registry, Retrieve, Uri, uri};
use schema_registry::keywords::{Draft, is_reference, references};
use serde_json::{Map, Value};

use crate::{
    Error, Profile,
    document::Document,
    model::{Id, Kinds, Model, Node, Role},
    walk::schemas,
};

/// The address of a schema without an address of its own, as in the validator.
const BASE: &str = "json-schema:///";

/// The depth down to which a reference is followed at once. The targets of deeper ones wait in a queue, so a chain of
/// references does not use the stack.
const DEEPEST_REFERENCE: usize = 48;

/// Adds a schema to a model. Under the profile `tolerant`, a writer sends fewer documents than its schema accepts.
pub(crate) fn lower(
    model: &mut Model,
    document: &Document<'_>,
    role: Role,
    profile: Profile,
) -> Result<Id, Error> {
    let registry = document_registry(document)?;
    let base = uri::from_str(BASE).map_err(|error| Error::reference(error, |_| None))?;
    let mut lowering = Lowering {
        model,
        role,
        registry: registry.as_ref(),
        document: document.schema,
        dialect: document.dialect,
        asserts_formats: document.asserts_formats,
        tells_doubles: document.tells_doubles,
        known: BTreeMap::new(),
        groups: BTreeMap::new(),
        plain: BTreeMap::new(),
        queue: Vec::new(),
        looked_at: 0,
        depth: 0,
        path: Vec::new(),
        assumed: NOTHING_ASSUMED,
    };
    let context = SchemaContext {
        base: Arc::new(base),
        dialect: document.dialect,
    };
    // The solver looks this node up.
    lowering.model.kinds(Kinds::OBJECT);
    let mut root = lowering.value(document.schema, &context);
    if profile == Profile::Tolerant {
        let described = lowering.described(vec![(document.schema, context)]);
        root = lowering.model.all([root, described]);
    }
    lowering.empty_queue();
    Ok(root)
}

/// Returns a registry to resolve the references of a schema, or `None` if it has no references.
pub(crate) fn document_registry<'a>(
    document: &Document<'a>,
) -> Result<Option<Registry<'a>>, Error> {
    if !refers(document.schema) {
        return Ok(None);
    }
    Registry::new()
        .retriever(Refuse)
        .draft(document.dialect)
        .add(BASE, document.dialect.create_resource_ref(document.schema))
        .and_then(jsonschema::RegistryBuilder::prepare)
        .map(Some)
        .map_err(|error| Error::reference(error, |uri| place_of_reference(document, uri)))
}

/// Returns the pointer of a reference to a URI outside the schema.
fn place_of_reference(document: &Document<'_>, outside: &str) -> Option<String> {
    let root = uri::from_str(BASE).ok()?;
    // The bases of the schemas with an address of their own. Schemas come before those inside them.
    let mut bases = vec![(String::new(), root)];
    for inner in schemas(document.schema) {
        let is_around = |pointer: &str| {
            let rest = inner.pointer.strip_prefix(pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let (_, around) = bases.iter().rfind(|(pointer, _)| is_around(pointer))?;
        let schema = document.schema.pointer(&inner.pointer)?;
        let resource = document.dialect.create_resource_ref(schema);
        let own = resource.id();
        let own = own.and_then(|id| uri::resolve_against(&around.borrow(), id).ok());
        let base = own.as_ref().unwrap_or(around);
        for keyword in references(Draft::Draft202012) {
            let reference = inner.members.get(keyword).and_then(Value::as_str);
            let leads_there = |reference: &str| {
                let (address, _) = reference.split_once('#').unwrap_or((reference, ""));
                // Without an address of the schema, the error has the reference as it is written.
                address == outside
                    || uri::resolve_against(&base.borrow(), address)
                        .is_ok_and(|target| target.as_str() == outside)
            };
            if reference.is_some_and(leads_there) {
                return Some(format!("{}/{keyword}", inner.pointer));
            }
        }
        if let Some(own) = own {
            bases.push((inner.pointer, own));
        }
    }
    None
}

/// A retriever that fetches nothing.
struct Refuse;

impl Retrieve for Refuse {
    fn retrieve(
        &self,
        uri: &Uri<String>,
    ) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        Err(format!("`{uri}` is outside the schema").into())
    }
}

fn refers(schema: &Value) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(refers),
        Value::Object(members) => members
            .iter()
            .any(|(name, value)| is_reference(name) || refers(value)),
        _ => false,
    }
}

/// The base address and the dialect of a schema.
#[derive(Clone)]
pub(super) struct SchemaContext {
    base: Arc<Uri<String>>,
    dialect: Dialect,
}

/// The progress of lowering a schema. An open one has a definition if something inside refers to it.
#[derive(Clone, Copy)]
enum LoweringState {
    Open(Option<usize>),
    Done(Id),
}

/// A definition whose assertion is not known yet.
struct Waiting<'a> {
    definition: usize,
    what: What<'a>,
}

enum What<'a> {
    Schema(&'a Value, SchemaContext),
    Described(Vec<(&'a Value, SchemaContext)>),
}

/// A position behind every path: no schema on the path is assumed to hold.
const NOTHING_ASSUMED: usize = usize::MAX;

/// An entry of the path for a keyword that can hold although a schema below it does not.
const NEGATION: usize = 0;

struct Lowering<'m, 'a> {
    model: &'m mut Model,
    role: Role,
    registry: Option<&'a Registry<'a>>,
    document: &'a Value,
    /// The dialect of the current schema.
    dialect: Dialect,
    asserts_formats: bool,
    tells_doubles: bool,
    known: BTreeMap<usize, LoweringState>,
    /// The assertions that several schemas together describe a value, by the addresses of the schemas.
    groups: BTreeMap<Vec<usize>, LoweringState>,
    /// True for a schema that says nothing about members of objects, at any depth.
    plain: BTreeMap<usize, bool>,
    queue: Vec<Waiting<'a>>,
    /// The number of classes and branches that were visited to find out which members are described.
    looked_at: usize,
    depth: usize,
    /// The schemas around the current one that apply to the same value.
    path: Vec<usize>,
    /// The position on the path of the first schema that was assumed to hold.
    assumed: usize,
}

impl<'a> Lowering<'_, 'a> {
    fn empty_queue(&mut self) {
        while let Some(waiting) = self.queue.pop() {
            let body = match waiting.what {
                What::Schema(schema, context) => self.value(schema, &context),
                What::Described(group) => self.describe(group),
            };
            if let Some(definition) = self.model.definitions.get_mut(waiting.definition) {
                *definition = Some(body);
            }
        }
    }

    /// Lowers a schema for a value inside the current one.
    fn value(&mut self, schema: &'a Value, context: &SchemaContext) -> Id {
        let path = std::mem::take(&mut self.path);
        let assumed = std::mem::replace(&mut self.assumed, NOTHING_ASSUMED);
        let id = self.schema(schema, context);
        self.path = path;
        self.assumed = assumed;
        id
    }

    /// Lowers a schema that may fail although the one around it holds.
    fn condition(&mut self, schema: &'a Value, context: &SchemaContext) -> Id {
        self.path.push(NEGATION);
        let id = self.schema(schema, context);
        self.path.pop();
        id
    }

    /// Lowers a schema, which may be one of several for the same value.
    fn schema(&mut self, schema: &'a Value, context: &SchemaContext) -> Id {
        let members = match schema {
            Value::Bool(true) => return self.model.always(),
            Value::Bool(false) => return self.model.never(),
            Value::Object(members) => members,
            _ => return self.model.opaque(),
        };
        if members.is_empty() {
            return self.model.always();
        }
        let key = address(schema);
        if let Some(at) = self.path.iter().position(|known| *known == key) {
            return self.assume(at);
        }
        match self.known.get(&key) {
            Some(LoweringState::Done(id)) => return *id,
            Some(LoweringState::Open(Some(definition))) => {
                return self.model.add(Node::Definition(*definition));
            }
            Some(LoweringState::Open(None)) => {
                // This recursive reference gets a definition, whose body is the schema that is being lowered.
                let definition = self.define();
                self.known
                    .insert(key, LoweringState::Open(Some(definition)));
                return self.model.add(Node::Definition(definition));
            }
            None => {}
        }
        self.known.insert(key, LoweringState::Open(None));
        let at = self.path.len();
        self.path.push(key);
        let assumed = std::mem::replace(&mut self.assumed, NOTHING_ASSUMED);
        let id = self.members(schema, members, context);
        self.path.pop();
        // The result is valid only where the assumption is made, so it cannot be reused elsewhere.
        let is_provisional = self.assumed < at;
        self.assumed = if is_provisional {
            self.assumed.min(assumed)
        } else {
            assumed
        };
        let before = if is_provisional {
            self.known.remove(&key)
        } else {
            self.known.insert(key, LoweringState::Done(id))
        };
        if let Some(LoweringState::Open(Some(definition))) = before {
            match self.model.definitions.get_mut(definition) {
                Some(body) if !is_provisional => *body = Some(id),
                _ => self.queue.push(Waiting {
                    definition,
                    what: What::Schema(schema, context.clone()),
                }),
            }
        }
        id
    }

    /// Returns the assertion of a schema that applies to a value to which it already applies, such as `{"$ref": "#"}`.
    /// A validator runs in a circle there, and rejects nothing.
    ///
    /// The answers of the schemas on the circle depend on each other. If none of them is below a negation, assuming
    /// that this one holds gives the largest consistent set of accepted values.
    fn assume(&mut self, at: usize) -> Id {
        let around = self.path.get(at..).unwrap_or_default();
        if around.contains(&NEGATION) {
            return self.model.opaque();
        }
        self.assumed = self.assumed.min(at);
        self.model.always()
    }

    fn define(&mut self) -> usize {
        self.model.definitions.push(None);
        self.model.definitions.len() - 1
    }

    fn members(
        &mut self,
        schema: &'a Value,
        members: &'a Map<String, Value>,
        context: &SchemaContext,
    ) -> Id {
        let Some(context) = self.enter(schema, context) else {
            return self.model.opaque();
        };
        let dialect = std::mem::replace(&mut self.dialect, context.dialect);
        let id = self.keywords(schema, members, &context);
        self.dialect = dialect;
        id
    }

    fn keywords(
        &mut self,
        schema: &'a Value,
        members: &'a Map<String, Value>,
        context: &SchemaContext,
    ) -> Id {
        let has_siblings = self.dialect >= Dialect::Draft201909;
        if !has_siblings && let Some(reference) = members.get("$ref").and_then(Value::as_str) {
            return self.reference(reference, context);
        }
        let mut parts = Vec::new();
        for (name, value) in members {
            let before = parts.len();
            self.keyword(name, value, members, context, &mut parts);
            for part in parts.iter().skip(before) {
                self.model.note(*part, self.role, address(schema), name);
            }
        }
        self.unevaluated(schema, members, context, &mut parts);
        self.model.all(parts)
    }

    /// Returns the base address and the dialect inside a schema, which may have its own.
    fn enter(&self, schema: &Value, context: &SchemaContext) -> Option<SchemaContext> {
        let is_root = std::ptr::eq(schema, self.document);
        let dialect = if is_root {
            context.dialect
        } else {
            context.dialect.detect(schema)
        };
        if matches!(dialect, Dialect::Unknown) {
            return None;
        }
        let mut inside = SchemaContext {
            base: Arc::clone(&context.base),
            dialect,
        };
        let resource = dialect.create_resource_ref(schema);
        if let (Some(registry), Some(id)) = (self.registry, resource.id()) {
            inside.base = registry.resolve_uri(&context.base.borrow(), id).ok()?;
        }
        Some(inside)
    }

    /// Returns the target of a reference.
    fn follow(
        &self,
        reference: &str,
        context: &SchemaContext,
    ) -> Option<(&'a Value, SchemaContext)> {
        let resolver = self.registry?.resolver((*context.base).clone());
        let (target, resolver, dialect) = resolver.lookup(reference).ok()?.into_inner();
        let context = SchemaContext {
            base: resolver.base_uri(),
            dialect,
        };
        Some((target, context))
    }

    fn reference(&mut self, reference: &str, context: &SchemaContext) -> Id {
        let Some((target, context)) = self.follow(reference, context) else {
            return self.model.opaque();
        };
        if self.depth < DEEPEST_REFERENCE {
            self.depth += 1;
            let id = self.schema(target, &context);
            self.depth -= 1;
            return id;
        }
        let key = address(target);
        let definition = match self.known.get(&key) {
            Some(LoweringState::Done(id)) => return *id,
            Some(LoweringState::Open(Some(definition))) => *definition,
            Some(LoweringState::Open(None)) => {
                let definition = self.define();
                self.known
                    .insert(key, LoweringState::Open(Some(definition)));
                definition
            }
            None => {
                let definition = self.define();
                let what = What::Schema(target, context);
                self.queue.push(Waiting { definition, what });
                definition
            }
        };
        self.model.add(Node::Definition(definition))
    }

    /// Returns the static equivalent of a dynamic reference, if the document allows only one target.
    fn dynamic_target(&self, keyword: &str, reference: &str) -> Option<String> {
        // The metaschemas of the drafts have dynamic references of their own.
        let leads_to_draft = occurrences(self.document, &|name, value| {
            name == "$ref"
                && value
                    .as_str()
                    .is_some_and(|it| it.contains("json-schema.org/"))
        });
        if leads_to_draft > 0 {
            return None;
        }
        if keyword == "$recursiveRef" {
            // The root is a resource, even without an address.
            let addresses = occurrences(self.document, &|name, _| name == "$id");
            let inner = addresses - usize::from(self.document.get("$id").is_some());
            let anchors = occurrences(self.document, &|name, value| {
                name == "$recursiveAnchor" && value == &Value::Bool(true)
            });
            // Without anchors, it is an ordinary reference.
            return (inner == 0 || anchors == 0).then(|| "#".to_owned());
        }
        let (_, anchor) = reference.split_once('#')?;
        let anchors = occurrences(self.document, &|name, value| {
            name == "$dynamicAnchor" && value.as_str() == Some(anchor)
        });
        (anchors <= 1).then(|| reference.to_owned())
    }
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    let values = value.as_array().into_iter().flatten();
    values.filter_map(Value::as_str)
}

fn occurrences(schema: &Value, is_counted: &impl Fn(&str, &Value) -> bool) -> usize {
    match schema {
        Value::Array(items) => items.iter().map(|item| occurrences(item, is_counted)).sum(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| {
                usize::from(is_counted(name, value)) + occurrences(value, is_counted)
            })
            .sum(),
        _ => 0,
    }
}

/// Returns the address of a value in memory. Values are distinguished by their places, because the same JSON at two
/// places may have two meanings.
pub(crate) fn address(schema: &Value) -> usize {
    std::ptr::from_ref(schema) as usize
}

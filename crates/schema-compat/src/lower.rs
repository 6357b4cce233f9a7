//! Brings a schema of any draft into the [`Model`].

mod coverage;
mod keywords;

use std::{collections::BTreeMap, sync::Arc};

use jsonschema::{Draft as Dialect, ReferencingError, Registry, Retrieve, Uri, uri};
use serde_json::{Map, Value};

use crate::{
    document::Document,
    model::{Id, Model, Node},
};

/// The address of a schema that has none of its own, as the validator has it.
const BASE: &str = "json-schema:///";

/// A reference is followed at once down to this depth. Beyond, its target waits in a queue, so that a
/// chain of references takes no stack.
const DEEPEST_REFERENCE: usize = 48;

/// Adds a schema to a model. One that is closed lets objects have declared properties only, where it
/// declares any.
pub(crate) fn lower(
    model: &mut Model,
    document: &Document<'_>,
    is_closed: bool,
) -> Result<Id, String> {
    let registry = document_registry(document)?;
    let base = uri::from_str(BASE).map_err(|error| error.to_string())?;
    let mut lowering = Lowering {
        model,
        registry: registry.as_ref(),
        document: document.schema,
        dialect: document.dialect,
        asserts_formats: document.asserts_formats,
        tells_doubles: document.tells_doubles,
        known: BTreeMap::new(),
        queue: Vec::new(),
        depth: 0,
    };
    let place = Place {
        base: Arc::new(base),
        is_closed,
    };
    let root = lowering.value(document.schema, &place);
    while let Some(waiting) = lowering.queue.pop() {
        let body = lowering.schema(waiting.schema, &waiting.place);
        if let Some(definition) = lowering.model.definitions.get_mut(waiting.definition) {
            *definition = Some(body);
        }
    }
    Ok(root)
}

/// What references of a schema lead to, if it has any.
pub(crate) fn document_registry<'a>(
    document: &Document<'a>,
) -> Result<Option<Registry<'a>>, String> {
    if !refers(document.schema) {
        return Ok(None);
    }
    Registry::new()
        .retriever(Refuse)
        .draft(document.dialect)
        .add(BASE, document.dialect.create_resource_ref(document.schema))
        .and_then(jsonschema::RegistryBuilder::prepare)
        .map(Some)
        .map_err(|error| match error {
            ReferencingError::Unretrievable { uri, .. } => format!(
                "`{}` is not in the file, and a schema that is compared has to be complete in itself",
                uri.split('#').next().unwrap_or_default()
            ),
            other => other.to_string(),
        })
}

/// Nothing is fetched.
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
        Value::Object(members) => members.iter().any(|(name, value)| {
            matches!(name.as_str(), "$ref" | "$dynamicRef" | "$recursiveRef") || refers(value)
        }),
        _ => false,
    }
}

/// Where in a document a schema stands.
#[derive(Clone)]
struct Place {
    base: Arc<Uri<String>>,
    is_closed: bool,
}

impl Place {
    /// The same place, where a schema is only asked whether it holds.
    fn open(&self) -> Self {
        Self {
            base: Arc::clone(&self.base),
            is_closed: false,
        }
    }
}

/// How far a schema has been brought into the model, by its address.
#[derive(Clone, Copy)]
enum Progress {
    Open(Option<usize>),
    Done(Id),
}

struct Waiting<'a> {
    definition: usize,
    schema: &'a Value,
    place: Place,
}

struct Lowering<'m, 'a> {
    model: &'m mut Model,
    registry: Option<&'a Registry<'a>>,
    document: &'a Value,
    dialect: Dialect,
    asserts_formats: bool,
    tells_doubles: bool,
    known: BTreeMap<(usize, bool), Progress>,
    queue: Vec<Waiting<'a>>,
    depth: usize,
}

impl<'a> Lowering<'_, 'a> {
    /// A schema for a whole value.
    fn value(&mut self, schema: &'a Value, place: &Place) -> Id {
        let body = self.schema(schema, place);
        if place.is_closed {
            let closing = self.closing(schema, place);
            return self.model.all([body, closing]);
        }
        body
    }

    /// A schema, which may be one of several for the same value.
    fn schema(&mut self, schema: &'a Value, place: &Place) -> Id {
        let members = match schema {
            Value::Bool(true) => return self.model.always(),
            Value::Bool(false) => return self.model.never(),
            Value::Object(members) => members,
            _ => return self.model.opaque(),
        };
        if members.is_empty() {
            return self.model.always();
        }
        let key = (address(schema), place.is_closed);
        match self.known.get(&key) {
            Some(Progress::Done(id)) => return *id,
            Some(Progress::Open(Some(definition))) => {
                return self.model.add(Node::Definition(*definition));
            }
            Some(Progress::Open(None)) | None => {}
        }
        let before = self.known.insert(key, Progress::Open(None));
        if before.is_some() {
            // The reference that leads back here gets a definition; what stands here now is its body.
            let definition = self.define();
            self.known.insert(key, Progress::Open(Some(definition)));
            return self.model.add(Node::Definition(definition));
        }
        let id = self.members(schema, members, place);
        if let Some(Progress::Open(Some(definition))) = self.known.insert(key, Progress::Done(id))
            && let Some(body) = self.model.definitions.get_mut(definition)
        {
            *body = Some(id);
        }
        id
    }

    fn define(&mut self) -> usize {
        self.model.definitions.push(None);
        self.model.definitions.len() - 1
    }

    fn members(&mut self, schema: &'a Value, members: &'a Map<String, Value>, place: &Place) -> Id {
        let is_root = std::ptr::eq(schema, self.document);
        if !is_root && self.dialect.detect(schema) != self.dialect {
            return self.model.opaque();
        }
        let Some(place) = self.enter(schema, place) else {
            return self.model.opaque();
        };
        let has_siblings = self.dialect >= Dialect::Draft201909;
        if !has_siblings && let Some(reference) = members.get("$ref").and_then(Value::as_str) {
            return self.reference(reference, &place);
        }
        let mut parts = Vec::new();
        for (name, value) in members {
            self.keyword(name, value, members, &place, &mut parts);
        }
        self.unevaluated(schema, members, &place, &mut parts);
        self.model.all(parts)
    }

    /// The place inside a schema, which may have an address of its own.
    fn enter(&self, schema: &Value, place: &Place) -> Option<Place> {
        let Some(registry) = self.registry else {
            return Some(place.clone());
        };
        let resource = self.dialect.create_resource_ref(schema);
        let Some(id) = resource.id() else {
            return Some(place.clone());
        };
        let base = registry.resolve_uri(&place.base.borrow(), id).ok()?;
        Some(Place {
            base,
            is_closed: place.is_closed,
        })
    }

    /// Where a reference leads.
    fn follow(&self, reference: &str, place: &Place) -> Option<(&'a Value, Place)> {
        let resolver = self.registry?.resolver((*place.base).clone());
        let (target, resolver, dialect) = resolver.lookup(reference).ok()?.into_inner();
        let place = Place {
            base: resolver.base_uri(),
            is_closed: place.is_closed,
        };
        (dialect == self.dialect).then_some((target, place))
    }

    fn reference(&mut self, reference: &str, place: &Place) -> Id {
        let Some((target, place)) = self.follow(reference, place) else {
            return self.model.opaque();
        };
        if self.depth < DEEPEST_REFERENCE {
            self.depth += 1;
            let id = self.schema(target, &place);
            self.depth -= 1;
            return id;
        }
        let key = (address(target), place.is_closed);
        let definition = match self.known.get(&key) {
            Some(Progress::Done(id)) => return *id,
            Some(Progress::Open(Some(definition))) => *definition,
            Some(Progress::Open(None)) => {
                let definition = self.define();
                self.known.insert(key, Progress::Open(Some(definition)));
                definition
            }
            None => {
                let definition = self.define();
                self.queue.push(Waiting {
                    definition,
                    schema: target,
                    place,
                });
                definition
            }
        };
        self.model.add(Node::Definition(definition))
    }

    /// A reference that depends on how its place was reached: to what it would lead if it did not,
    /// where the document leaves no other choice.
    fn dynamic_target(&self, keyword: &str, reference: &str) -> Option<String> {
        // The schemas of drafts have dynamic references of their own.
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
            let resources = occurrences(self.document, &|name, _| name == "$id");
            return (resources <= 1).then(|| "#".to_owned());
        }
        let (_, anchor) = reference.split_once('#')?;
        let anchors = occurrences(self.document, &|name, value| {
            name == "$dynamicAnchor" && value.as_str() == Some(anchor)
        });
        (anchors <= 1).then(|| reference.to_owned())
    }
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

/// Values are told apart by where they are: the same text at two places may mean two things.
fn address(schema: &Value) -> usize {
    std::ptr::from_ref(schema) as usize
}

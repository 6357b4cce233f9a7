//! Conversion of one schema of a document to a document of its own.

use std::{collections::BTreeSet, convert::Infallible};

use schema_registry::{
    json::child,
    keywords::{self, DEFINITIONS, Purpose},
};
use serde_json::{Map, Value, json};

use crate::{
    Error,
    changes::each_reference,
    error::ErrorKind,
    references::{reference_to, rewrite, target},
    walk::has_address,
};

/// A schema that a document defines by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The name.
    pub name: String,
    /// The JSON pointer.
    pub pointer: String,
}

/// Returns the definitions at the root of a document, in their order.
#[must_use]
pub fn definitions(document: &Value) -> Vec<Definition> {
    let containers = DEFINITIONS.into_iter();
    let members =
        containers.filter_map(|container| Some((container, document.get(container)?.as_object()?)));
    members
        .flat_map(|(container, members)| {
            members.keys().map(move |name| Definition {
                name: name.clone(),
                pointer: child(&format!("/{container}"), name),
            })
        })
        .collect()
}

/// Reports whether the root of a document accepts everything because it has no assertions.
#[must_use]
pub fn says_nothing(document: &Value) -> bool {
    match document {
        Value::Bool(accepts) => *accepts,
        Value::Object(members) => !members.keys().any(|keyword| asserts(keyword)),
        _ => false,
    }
}

fn asserts(keyword: &str) -> bool {
    matches!(
        keywords::purpose(keyword),
        Some(
            Purpose::Assertion
                | Purpose::InPlaceApplicator
                | Purpose::ChildApplicator
                | Purpose::Reference
        )
    )
}

/// Reports whether a keyword of a root says which document it is, and of which draft, or holds definitions.
fn is_kept(keyword: &str) -> bool {
    matches!(
        keywords::purpose(keyword),
        Some(Purpose::Identifier | Purpose::Definitions)
    )
}

/// Returns a document whose root is the schema at a pointer of another document, with the definitions that the schema
/// needs. Other schemas that it refers to become definitions too.
///
/// # Errors
///
/// Returns the reason why there is no such document.
pub fn document_of(document: &Value, pointer: &str) -> Result<Value, Error> {
    let failed = |kind| Error::new(pointer, kind);
    let Value::Object(members) = document else {
        return Err(failed(ErrorKind::NoDefinitions));
    };
    if !document
        .pointer(pointer)
        .is_some_and(|it| it.is_object() || it.is_boolean())
    {
        return Err(failed(ErrorKind::NoSchema));
    }
    let mut whole = members.clone();
    let mut place = pointer.to_owned();
    let facts = ReferenceFacts::of(document);
    if facts.has_recursive_reference {
        return Err(failed(ErrorKind::RecursiveReference));
    }
    if facts.leads_to_root || !is_definition(pointer) {
        let rest: Map<String, Value> = members
            .iter()
            .filter(|(name, _)| !is_kept(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        whole.retain(|name, _| is_kept(name));
        let container = if whole.contains_key("definitions") && !whole.contains_key("$defs") {
            "definitions"
        } else {
            "$defs"
        };
        let inside = whole
            .entry(container)
            .or_insert_with(|| Map::new().into())
            .as_object_mut()
            .ok_or_else(|| failed(ErrorKind::DefinitionsAreNoObject))?;
        let mut name = "root".to_owned();
        while inside.contains_key(&name) {
            name.push('_');
        }
        let root = child(&format!("/{container}"), &name);
        inside.insert(name, rest.into());
        let mut moved = Value::Object(whole);
        redirect(&mut moved, &root);
        if !is_definition(pointer) {
            place = format!("{root}{pointer}");
        }
        let Value::Object(members) = moved else {
            return Err(failed(ErrorKind::NoDefinitions));
        };
        whole = members;
    }
    whole.retain(|name, _| is_kept(name));
    // Older drafts ignore everything next to `$ref`.
    whole.insert("allOf".into(), json!([{ "$ref": reference_to(&place) }]));
    let mut whole = Value::Object(whole);
    if !facts.has_other_references {
        keep_what_is_needed(&mut whole);
    }
    Ok(whole)
}

/// Reports whether a pointer leads into definitions.
fn is_definition(pointer: &str) -> bool {
    let mut tokens = pointer.split('/').skip(1);
    let container = tokens.next().unwrap_or_default();
    DEFINITIONS.contains(&container) && tokens.next().is_some()
}

/// Facts about the references and anchors of a document.
#[derive(Default)]
struct ReferenceFacts {
    /// True if a reference leads to the root, or to a part of it outside the definitions.
    leads_to_root: bool,
    has_recursive_reference: bool,
    /// True if some references are not pointers into the document.
    has_other_references: bool,
}

impl ReferenceFacts {
    fn of(document: &Value) -> Self {
        let mut facts = Self::default();
        each_reference(document, &mut |reference| match target(reference) {
            Some(target) => facts.leads_to_root |= !is_definition(&target),
            None => facts.has_other_references = true,
        });
        if let Value::Object(members) = document {
            let is_named = |keyword| members.contains_key(keyword);
            facts.leads_to_root |= ["$anchor", "$dynamicAnchor"].into_iter().any(is_named);
        }
        facts.look(document, true);
        facts
    }

    fn look(&mut self, value: &Value, is_root: bool) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.look(item, false)),
            Value::Object(members) => {
                self.has_recursive_reference |= members.contains_key("$recursiveRef");
                self.has_other_references |= !is_root && has_address(members);
                members.values().for_each(|member| self.look(member, false));
            }
            _ => {}
        }
    }
}

/// Redirects references to the root, or to a part of it outside the definitions, to the new place of the root.
fn redirect(document: &mut Value, root: &str) {
    let result: Result<(), Infallible> = rewrite(document, &mut |reference| {
        let pointer = target(reference.text).filter(|pointer| !is_definition(pointer));
        Ok(pointer.map(|pointer| reference_to(&format!("{root}{pointer}"))))
    });
    match result {
        Ok(()) => {}
        Err(never) => match never {},
    }
}

/// Removes the definitions that cannot be reached from the root.
fn keep_what_is_needed(document: &mut Value) {
    let mut needed: BTreeSet<String> = BTreeSet::new();
    let mut waiting: Vec<Value> = document.get("allOf").cloned().into_iter().collect();
    while let Some(part) = waiting.pop() {
        each_reference(&json!({ "allOf": part }), &mut |reference| {
            let target = target(reference).unwrap_or_default();
            let top: Vec<&str> = target.splitn(4, '/').take(3).collect();
            let top = top.join("/");
            if let Some(definition) = document.pointer(&top)
                && needed.insert(top)
            {
                waiting.push(json!([definition]));
            }
        });
    }
    let Value::Object(members) = document else {
        return;
    };
    for container in DEFINITIONS {
        let Some(Value::Object(definitions)) = members.get_mut(container) else {
            continue;
        };
        let place = format!("/{container}");
        definitions.retain(|name, _| needed.contains(&child(&place, name)));
        if definitions.is_empty() {
            members.shift_remove(container);
        }
    }
}

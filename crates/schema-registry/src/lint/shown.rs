//! The properties of schemas that occur in the examples of a major version, and the members of examples that no schema
//! declares.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    json::{self, Node, NodeKind},
    keywords::{self, Draft, Holds, Purpose},
    layout::EXAMPLES_FOLDER,
    model::{Event, Major, Registry, Schema, tags},
    source::Source,
};

/// A schema inside a file: the file, the JSON pointer, and the schema.
type Place<'r> = (&'r Schema, String, &'r Node);

/// The facts that the examples of a major version show.
#[derive(Default)]
pub(super) struct Shown<'r> {
    /// The members that no schema declares: their files and JSON pointers.
    pub(super) undeclared: Vec<(&'r Source, String)>,
    /// The objects that occur, by file and JSON pointer, and their properties that occur.
    pub(super) objects: BTreeMap<(&'r str, String), Object<'r>>,
}

/// A schema of objects, and those of its properties that occur.
pub(super) struct Object<'r> {
    pub(super) schema: &'r Schema,
    pub(super) node: &'r Node,
    pub(super) properties: BTreeSet<&'r str>,
}

/// Returns the facts that the valid examples of each major version show. A version with an example that cannot be
/// parsed is left out, because that example could show more than the others.
pub(super) fn all_shown(registry: &Registry) -> impl Iterator<Item = Shown<'_>> {
    let majors = registry.majors();
    majors.filter_map(|(_, major)| shown(registry, major))
}

fn shown<'r>(registry: &'r Registry, major: &'r Major) -> Option<Shown<'r>> {
    if registry.has_unparsed_file_in(&major.folder.path(EXAMPLES_FOLDER)) {
        return None;
    }
    let mut shown = Shown::default();
    for event in &major.events {
        if registry.is_sound(&event.schema) {
            shown.event(registry, event);
        }
    }
    Some(shown)
}

impl<'r> Shown<'r> {
    fn event(&mut self, registry: &'r Registry, event: &'r Event) {
        for example in &event.examples {
            let place = (&event.schema, String::new(), &*event.schema.root);
            let mut open = vec![(vec![place], &*example.root, String::new())];
            while let Some((places, value, at)) = open.pop() {
                let places = applied(registry, places, value);
                match &value.kind {
                    NodeKind::Object(members) => {
                        for member in members {
                            let at = json::child(&at, &member.name);
                            let inner = self.member(&places, &member.name);
                            if inner.is_empty() && declares(&places) {
                                self.undeclared.push((&example.source, at));
                            } else if !inner.is_empty() {
                                open.push((inner, &member.value, at));
                            }
                        }
                        self.note(&places);
                    }
                    NodeKind::Array(items) => {
                        for (index, item) in items.iter().enumerate() {
                            let inner = of_items(&places, index);
                            open.push((inner, item, format!("{at}/{index}")));
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// Records the objects that occur, including those of which no property occurs.
    fn note(&mut self, places: &[Place<'r>]) {
        for (schema, pointer, node) in places {
            if node.get("properties").is_some() {
                self.object(schema, pointer, node);
            }
        }
    }

    fn object(&mut self, schema: &'r Schema, pointer: &str, node: &'r Node) -> &mut Object<'r> {
        let key = (schema.uri.as_str(), pointer.to_owned());
        self.objects.entry(key).or_insert_with(|| Object {
            schema,
            node,
            properties: BTreeSet::new(),
        })
    }

    /// Returns the schemas of a member that occurs, and records its property.
    fn member(&mut self, places: &[Place<'r>], name: &str) -> Vec<Place<'r>> {
        let mut inner = Vec::new();
        for (schema, pointer, node) in places {
            let properties = node.get("properties");
            if let Some(property) = properties.and_then(|it| it.member(name)) {
                let keyword = json::child(pointer, "properties");
                inner.push((*schema, json::child(&keyword, name), &property.value));
                self.object(schema, pointer, node)
                    .properties
                    .insert(&property.name);
                continue;
            }
            // The schemas of all patterns are taken: what is declared does not depend on the pattern that the name
            // matches.
            for keyword in ["additionalProperties", "patternProperties"] {
                let Some(value) = node.get(keyword).filter(|it| it.is_object()) else {
                    continue;
                };
                let place = json::child(pointer, keyword);
                if keyword == "additionalProperties" {
                    inner.push((*schema, place, value));
                } else {
                    let all = value.members().iter();
                    inner.extend(all.map(|it| (*schema, json::child(&place, &it.name), &it.value)));
                }
            }
        }
        inner
    }
}

/// Reports whether schemas declare the members of an object.
fn declares(places: &[Place<'_>]) -> bool {
    let has = |keyword: &str| places.iter().any(|(.., node)| node.get(keyword).is_some());
    has("properties") && !has("propertyNames")
}

fn of_items<'r>(places: &[Place<'r>], index: usize) -> Vec<Place<'r>> {
    let mut inner = Vec::new();
    for (schema, pointer, node) in places {
        let prefix = node.get("prefixItems").map(Node::items).unwrap_or_default();
        if let Some(item) = prefix.get(index) {
            inner.push((*schema, format!("{pointer}/prefixItems/{index}"), item));
        } else if let Some(item) = node.get("items") {
            inner.push((*schema, json::child(pointer, "items"), item));
        }
    }
    inner
}

/// Returns the given schemas, and the schemas that they apply to the same value. Branches whose tag the value does not
/// have are left out.
fn applied<'r>(registry: &'r Registry, mut places: Vec<Place<'r>>, value: &Node) -> Vec<Place<'r>> {
    let mut seen = BTreeSet::new();
    let mut next = 0;
    while let Some((schema, pointer, node)) = places.get(next).cloned() {
        next += 1;
        if !seen.insert((schema.uri.as_str(), pointer.clone())) {
            continue;
        }
        if let Some(reference) = node.get("$ref").and_then(Node::as_str)
            && let Some((file, pointer, target)) = registry.follow(schema, reference)
        {
            places.push((file, pointer, target));
        }
        for member in node.members() {
            let applicator = keywords::find_in(Draft::Draft202012, &member.name)
                .filter(|keyword| keyword.purpose == Purpose::InPlaceApplicator);
            let place = json::child(&pointer, &member.name);
            match applicator.map(|keyword| (keyword.name, keyword.holds)) {
                // The schema of `not` describes the values that are not meant.
                Some(("not", _)) => {}
                Some((_, Holds::SchemaList)) => {
                    for (index, branch) in member.value.items().iter().enumerate() {
                        let has_tags = |(name, tag): &(&str, &str)| {
                            value.get(name).and_then(Node::as_str) == Some(tag)
                        };
                        let branch_tags = registry.branch_tags(schema, branch);
                        if branch_tags.iter().all(has_tags) && tags(branch).iter().all(has_tags) {
                            places.push((schema, format!("{place}/{index}"), branch));
                        }
                    }
                }
                Some((_, Holds::SchemaMap)) => {
                    let all = member.value.members().iter();
                    places.extend(all.map(|it| (schema, json::child(&place, &it.name), &it.value)));
                }
                Some(_) => places.push((schema, place, &member.value)),
                None => {}
            }
        }
    }
    let mut kept = BTreeSet::new();
    places.retain(|(schema, pointer, _)| kept.insert((schema.uri.as_str(), pointer.clone())));
    places
}

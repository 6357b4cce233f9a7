//! Checks for [`closed-set`](RULE).

use std::collections::BTreeSet;

use crate::rules::CLOSED_SET as RULE;
use crate::{
    config::Compatibility,
    diagnostic::Diagnostic,
    json::Node,
    model::{Major, Registry, Schema, subschemas},
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (family, major) in registry.majors() {
        let promise = family.config.compatibility;
        if ![Compatibility::Forward, Compatibility::Full].contains(&promise) {
            continue;
        }
        for schema in major.schemas() {
            let mut released = None;
            for inner in schema.subschemas() {
                let members = strings(inner.node);
                if members.len() < 2 {
                    continue;
                }
                let released = released.get_or_insert_with(|| released_sets(major, schema));
                let name = name_at(&inner.pointer);
                let is_it =
                    |(of, set): &(String, BTreeSet<&str>)| of == name && members.is_subset(set);
                if released.iter().any(is_it) {
                    continue;
                }
                findings.push(
                    Diagnostic::new(&RULE, "no member can be added to this set in this major version")
                        .help(
                            "write `\"type\": \"string\"` with `x-known-values` instead of `enum`, if more may come; \
                             or allow this, with the reason",
                        )
                        .at(schema.location(inner.keyword("enum"))),
                );
            }
        }
    }
}

/// Returns the sets of strings in all releases of an event, or in all releases of a major version for its envelope, with
/// the names of their fields or definitions. To open one of them would break the promise to its readers.
fn released_sets<'a>(major: &'a Major, schema: &Schema) -> Vec<(String, BTreeSet<&'a str>)> {
    let mut events = major.events.iter();
    let event = events.find(|event| event.schema.uri == schema.uri);
    let releases = major
        .released
        .iter()
        .filter(|released| event.is_none_or(|event| event.event_type == released.event_type));
    let schemas = releases.flat_map(|released| subschemas(&released.root));
    let sets = schemas.map(|inner| (name_at(&inner.pointer).to_owned(), strings(inner.node)));
    sets.collect()
}

/// Returns the name of the field or the definition at a JSON pointer.
fn name_at(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or_default()
}

/// Returns the strings that a schema lists in `enum`.
fn strings(node: &Node) -> BTreeSet<&str> {
    let members = node.get("enum").map(Node::items).unwrap_or_default();
    members.iter().filter_map(Node::as_str).collect()
}

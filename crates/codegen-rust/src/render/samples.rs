//! The registry's examples, for tests of programs: as strings, and as values of each type.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use schema_registry::names;
use serde_json::Value;

use schema_codegen::model::{EnvelopeRole, Event, Kind, Sample, Type};

use super::{File, accessors::Taken, docs, imports::Beside};
use crate::plan::Plan;

/// The module's name.
pub(crate) const MODULE: &str = "samples";

/// The file of a major version's examples, if it has any.
pub(super) fn file(command: &str, source: &str, major: &Plan) -> Option<String> {
    let named: Vec<_> = constants(major).collect();
    if named.is_empty() {
        return None;
    }
    let mut file = File::new(
        command,
        source,
        "The examples of the registry, for tests (feature `test-util`).",
    );
    let mut all = Vec::new();
    for (name, sample) in &named {
        let docs = docs::verbatim("The example ", &sample.path, ".");
        let (path, text) = (&sample.path, raw(&sample.text));
        file.item(quote! { #docs pub const #name: &str = #text; });
        all.push(quote! { (#path, #name) });
    }
    file.item(quote! {
        /// Every example, by its path.
        pub const ALL: &[(&str, &str)] = &[#(#all),*];
    });
    let mut siblings: Vec<String> = Vec::new();
    for (name, value) in values(major) {
        let (ty, text) = (format_ident!("{name}"), raw(&value.to_string()));
        file.item(quote! {
            impl #ty {
                /// Returns a value of an example (feature `test-util`).
                #[must_use]
                pub fn sample() -> Self {
                    schema_runtime::sample(#text)
                }
            }
        });
        siblings.push(name);
    }
    if major.envelope.is_some() {
        let by_path: BTreeMap<&str, &proc_macro2::Ident> = (named.iter().rev())
            .map(|(name, sample)| (sample.path.as_str(), name))
            .collect();
        let shown = |event: &Event| {
            let sample = event.sample.as_ref().or_else(|| event.examples.first())?;
            let name = *by_path.get(sample.path.as_str())?;
            Some((format_ident!("{}", event.payload), name.clone()))
        };
        let events: Vec<_> = major.events.iter().filter_map(shown).collect();
        if let Some((_, first)) = events.first() {
            file.item(quote! {
                impl Event {
                    /// Returns the event of an example (feature `test-util`).
                    #[must_use]
                    pub fn sample() -> Self {
                        schema_runtime::sample(#first)
                    }
                }
            });
            siblings.push("Event".into());
        }
        for (payload, example) in events {
            file.item(quote! {
                impl #payload {
                    /// Returns the event of an example with this payload (feature `test-util`).
                    #[must_use]
                    pub fn sample_event() -> Event<Self> {
                        schema_runtime::sample(#example)
                    }
                }
            });
            siblings.extend([payload.to_string(), "Event".into()]);
        }
    }
    let siblings: BTreeSet<String> = siblings.into_iter().collect();
    let beside = Beside {
        module: "super",
        has: Box::new(move |name| siblings.contains(name)),
    };
    Some(file.finish(&[beside]))
}

/// The constants of all examples: `JOB_COMPLETED_SUCCEEDED`.
fn constants(major: &Plan) -> impl Iterator<Item = (proc_macro2::Ident, &Sample)> {
    let mut taken = Taken::of(["ALL"]);
    let samples = major
        .events
        .iter()
        .flat_map(|event| event.examples.iter().map(move |sample| (event, sample)));
    samples.map(move |(event, sample)| {
        let name = names::snake(&format!("{}_{}", event.event_type, sample.case)).to_uppercase();
        (taken.free(name), sample)
    })
}

/// A value of each type that examples have one of, by the name of the type.
fn values(major: &Plan) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for event in &major.events {
        for sample in &event.examples {
            // An example that cannot be read has a finding.
            let Ok(body) = serde_json::from_str::<Value>(&sample.text) else {
                continue;
            };
            let payload = Type::Named(event.payload.clone());
            let Some(envelope) = &major.envelope else {
                collect(major, &payload, &body, &mut found);
                continue;
            };
            for part in &envelope.fields {
                if let Some(value) = body.get(&part.field.name) {
                    match part.role {
                        EnvelopeRole::Payload => collect(major, &payload, value, &mut found),
                        _ => collect(major, &part.field.ty, value, &mut found),
                    }
                }
            }
        }
    }
    found.retain(|name, _| !major.is_constant(name));
    found
}

/// Adds the first value of each type in a value of a type.
fn collect(major: &Plan, ty: &Type, value: &Value, found: &mut BTreeMap<String, Value>) {
    match (ty, value) {
        (Type::Named(name), _) => {
            let Some(def) = major.find(name) else {
                return;
            };
            let mut below = Vec::new();
            match &def.kind {
                Kind::Struct(fields) => below.extend(
                    fields
                        .iter()
                        .filter_map(|field| Some((field.ty.clone(), value.get(&field.name)?))),
                ),
                Kind::Union(union) => {
                    let tag = value.get(&union.tag).and_then(Value::as_str);
                    let branch = union.branches.iter().find(|it| Some(&*it.tag) == tag);
                    below.extend(branch.map(|branch| (Type::Named(branch.ty.clone()), value)));
                }
                Kind::Tuple(items) => below.extend(
                    items
                        .iter()
                        .zip(value.as_array().into_iter().flatten())
                        .map(|(item, value)| (item.ty.clone(), value)),
                ),
                Kind::Alias(target) => return collect(major, target, value, found),
                Kind::ClosedSet(_) | Kind::OpenSet { .. } | Kind::Text(_) | Kind::Number(_) => {}
            }
            found.entry(name.clone()).or_insert_with(|| value.clone());
            for (ty, value) in below {
                collect(major, &ty, value, found);
            }
        }
        (Type::Array(item) | Type::List { item, .. }, Value::Array(items)) => {
            for value in items {
                collect(major, item, value, found);
            }
        }
        (Type::Map(inner), Value::Object(members)) => {
            for value in members.values() {
                collect(major, inner, value, found);
            }
        }
        (
            Type::Dictionary {
                key, value: inner, ..
            },
            Value::Object(members),
        ) => {
            for (name, value) in members {
                collect(major, key, &Value::String(name.clone()), found);
                collect(major, inner, value, found);
            }
        }
        (Type::Nullable(_), Value::Null) => {}
        (Type::Nullable(inner), value) => collect(major, inner, value, found),
        _ => {}
    }
}

/// A text as a raw literal, with as many signs as it needs.
fn raw(text: &str) -> TokenStream {
    let longest = text
        .split('"')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| *c == '#').count() + 1)
        .max();
    let signs = "#".repeat(longest.unwrap_or_default());
    // A raw literal has no carriage return.
    let literal = match text.contains('\r') {
        true => format!("{text:?}"),
        false => format!("r{signs}\"{text}\"{signs}"),
    };
    literal
        .parse()
        .unwrap_or_else(|_| quote! { compile_error!("an example is not a literal") })
}

//! The schema that a generated type has under the feature `schemars` accepts exactly the documents that the schema
//! accepts from which the type is generated.
//!
//! The canonical algebra of the validator proves it, with formats asserted, and not documents: each schema has to
//! cover the other one. If the algebra cannot decide, a test fails.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod json_schemas {
    pub(crate) mod alterations;
    pub(crate) mod normal;
    pub(crate) mod types;
}

use std::collections::{BTreeMap, BTreeSet};

use json_schemas::{
    alterations::alterations,
    normal::{Document, in_place},
    types,
};
use jsonschema::{
    Draft, Validator,
    canonical::{self, CanonicalSchema, Containment},
};
use repository_tests::registries::{everything, webhooks};
use schema_registry::{
    json,
    model::{Registry, Schema},
};
use serde_json::{Value, json};

/// Returns each event's written schema, with everything that it refers to, and the one of its type.
#[track_caller]
fn pairs(registry: &Registry, types: Vec<(String, Value)>) -> Vec<(String, Value, Value)> {
    let mut types: BTreeMap<String, Value> = types.into_iter().collect();
    let mut pairs = Vec::new();
    for (family, major, event) in registry.events() {
        let name = format!("{}/{}/{}", family.name, major.name, event.event_type);
        let derived = types.remove(&name);
        let derived = derived.unwrap_or_else(|| panic!("`{name}` has no type here"));
        pairs.push((name, registry.bundle(&event.schema).unwrap(), derived));
    }
    let unused: Vec<String> = types.into_keys().collect();
    assert_eq!(unused, Vec::<String>::new(), "there are no such events");
    assert!(!pairs.is_empty());
    pairs
}

/// Proves that two schemas accept the same documents.
///
/// Recursive definitions are compared one by one, and a reference to one of them is interpreted as the written one,
/// on both sides. If each derived definition then equals the written one, the written definitions solve the
/// equations of the derived ones. There is only one solution, because every cycle of references goes through an
/// inner value.
///
/// # Errors
///
/// Returns the doubt of the algebra if that is not proven.
fn prove_equal(written: &Value, derived: &Value) -> Result<(), Doubt> {
    let kept = shared(written, derived);
    let (written, derived) = (Document::new(written), Document::new(derived));
    let definitions = written.kept(&kept)?;
    let others = derived.kept(&kept)?;
    for forms in [&definitions, &others] {
        if !goes_down(forms) {
            return Err("a definition leads back to itself in place"
                .to_owned()
                .into());
        }
    }
    for (name, other) in &others {
        compare(&definitions[name], other, &definitions)?;
    }
    compare(&written.root(&kept)?, &derived.root(&kept)?, &definitions)
}

/// Returns the definitions that are recursive on both sides.
fn shared(written: &Value, derived: &Value) -> BTreeSet<String> {
    let [written, derived] = [written, derived].map(|side| Document::new(side).recursive());
    written.intersection(&derived).cloned().collect()
}

/// Reports whether every cycle of references goes through an inner value.
fn goes_down(definitions: &BTreeMap<String, Value>) -> bool {
    let mut left: BTreeMap<&str, BTreeSet<String>> = definitions
        .iter()
        .map(|(name, form)| (name.as_str(), in_place(form)))
        .collect();
    // A definition that refers to none of the remaining ones is not part of a cycle.
    loop {
        let before = left.len();
        let names: BTreeSet<String> = left.keys().map(|name| (*name).to_owned()).collect();
        left.retain(|_, references| !references.is_disjoint(&names));
        if left.len() == before {
            return left.is_empty();
        }
    }
}

/// The reason why two schemas are not proven to be equal.
struct Doubt {
    /// True if some document is known to distinguish them.
    is_refuted: bool,
    text: String,
}

impl From<String> for Doubt {
    fn from(text: String) -> Self {
        Self {
            is_refuted: false,
            text,
        }
    }
}

fn compare(
    written: &Value,
    derived: &Value,
    definitions: &BTreeMap<String, Value>,
) -> Result<(), Doubt> {
    let written = canonical(written, definitions)?;
    let derived = canonical(derived, definitions)?;
    for (outer, inner, question) in [
        (&written, &derived, "the written one covers the derived one"),
        (&derived, &written, "the derived one covers the written one"),
    ] {
        let answer = outer.covers(inner).map_err(|error| error.to_string())?;
        if answer != Containment::Yes {
            return Err(Doubt {
                is_refuted: answer == Containment::No,
                text: format!(
                    "{question}: {}\nwritten: {:#}\nderived: {:#}",
                    answer.as_str(),
                    written.to_json_schema(),
                    derived.to_json_schema()
                ),
            });
        }
    }
    Ok(())
}

fn canonical(
    form: &Value,
    definitions: &BTreeMap<String, Value>,
) -> Result<CanonicalSchema, String> {
    let mut schema = json!({ "allOf": [form] });
    if !definitions.is_empty() {
        schema["$defs"] = json!(definitions);
    }
    canonical::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .offline()
        .canonicalize(&schema)
        .map_err(|error| error.to_string())
}

#[track_caller]
fn prove_all(pairs: &[(String, Value, Value)], what: &str) {
    let problems: Vec<String> = pairs
        .iter()
        .filter_map(|(name, written, derived)| {
            let doubt = prove_equal(written, derived).err()?;
            Some(format!("{name}: {}", doubt.text))
        })
        .collect();
    println!(
        "{what}: {} types proven to have the schema that they are generated from",
        pairs.len() - problems.len()
    );
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

#[test]
fn json_schemas_of_webhooks() {
    prove_all(&pairs(&webhooks(), types::webhooks()), "webhooks");
}

#[test]
fn json_schemas_of_everything() {
    prove_all(&pairs(&everything(), types::everything()), "everything");
}

/// `Event` has the schema of the event which a document names, or the envelope's if there is none.
#[test]
fn json_schemas_of_the_choice_of_events() {
    let mut pairs = Vec::new();
    for registry in [webhooks(), everything()] {
        for (family, major) in registry.majors() {
            let Some((config, envelope)) = family.envelope().zip(major.envelope.as_ref()) else {
                continue;
            };
            let name = format!("{}/{}", family.name, major.name);
            let derive = types::any_event().find(|(known, _)| *known == name);
            let (_, derive) = derive.unwrap_or_else(|| panic!("`{name}` has no type"));
            let mut files = serde_json::Map::new();
            let mut file = |schema: &Schema| {
                for schema in registry.closure(schema).unwrap() {
                    files.insert(schema.uri.clone(), (*schema.value).clone());
                }
                json!({ "$ref": schema.uri })
            };
            let known: Vec<&str> = major.events.iter().map(|it| &*it.event_type).collect();
            let is_unknown = json!({ &config.event_type: { "not": { "enum": known } } });
            let mut branches = vec![json!({
                "allOf": [file(envelope), { "properties": is_unknown }]
            })];
            branches.extend(major.events.iter().map(|event| file(&event.schema)));
            let written = json!({ "anyOf": branches, "$defs": files });
            pairs.push((name, written, derive()));
        }
    }
    assert_eq!(pairs.len(), types::any_event().count());
    prove_all(&pairs, "any event");
}

/// The schemas are rewritten for the algebra, which changes nothing: the examples, and documents with any value
/// replaced or removed, get the same result from the written schema, from the derived one, and from both in their
/// comparable forms.
#[test]
fn json_schemas_in_their_comparable_forms_mean_the_same() {
    let (mut valid, mut invalid) = (0, 0);
    for (registry, types) in [
        (webhooks(), types::webhooks()),
        (everything(), types::everything()),
    ] {
        let pairs = pairs(&registry, types).into_iter();
        for ((_, _, event), (name, written, derived)) in registry.events().zip(pairs) {
            let validators = forms(written, derived);
            let judge = registry.validator(&event.schema).unwrap();
            for example in &event.examples {
                for document in changed(&example.root.to_value()) {
                    let is_valid = judge.is_valid(&document);
                    for (form, validator) in &validators {
                        let message = format!("{name} {form}: {document:#}");
                        assert_eq!(validator.is_valid(&document), is_valid, "{message}");
                    }
                    *(if is_valid { &mut valid } else { &mut invalid }) += 1;
                }
            }
        }
    }
    println!("{valid} valid and {invalid} invalid documents are judged alike");
    assert!(valid > 1000 && invalid > 1000, "{valid}, {invalid}");
}

/// Returns validators of the derived schema, and of both schemas in their comparable forms.
#[track_caller]
fn forms(written: Value, derived: Value) -> Vec<(&'static str, Validator)> {
    let build = |schema: &Value| {
        let options = jsonschema::options().with_draft(Draft::Draft202012);
        options.should_validate_formats(true).build(schema).unwrap()
    };
    let (sides, kept) = (
        [&written, &derived].map(Document::new),
        shared(&written, &derived),
    );
    let [written, others] = sides.map(|document| {
        let mut form = json!({ "allOf": [document.root(&kept).unwrap()] });
        form["$defs"] = json!(document.kept(&kept).unwrap());
        build(&form)
    });
    vec![
        ("derived", build(&derived)),
        ("written, comparable", written),
        ("derived, comparable", others),
    ]
}

/// Returns a document, and each that differs from it in one value.
#[track_caller]
fn changed(document: &Value) -> Vec<Value> {
    let others = [
        json!(null),
        json!(true),
        json!(-1),
        json!(2.5),
        json!(""),
        json!("other"),
        json!([]),
        json!({}),
    ];
    let mut found = vec![document.clone()];
    let mut places = vec![(String::new(), document)];
    while let Some((place, value)) = places.pop() {
        found.extend(others.iter().map(|other| {
            let mut changed = document.clone();
            *changed.pointer_mut(&place).unwrap() = other.clone();
            changed
        }));
        // The integers of a range have neighbours outside it.
        found.extend(value.as_i64().into_iter().flat_map(|number| {
            [number - 1, number + 1].map(|other| {
                let mut changed = document.clone();
                *changed.pointer_mut(&place).unwrap() = json!(other);
                changed
            })
        }));
        match value {
            Value::Array(items) => places.extend(
                items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| (format!("{place}/{index}"), item)),
            ),
            Value::Object(members) => {
                for (name, member) in members {
                    let mut changed = document.clone();
                    let owner = changed.pointer_mut(&place).and_then(Value::as_object_mut);
                    owner.unwrap().remove(name);
                    found.push(changed);
                    places.push((json::child(&place, name), member));
                }
            }
            _ => {}
        }
    }
    found
}

/// Alterations that accept the same documents, with the reason; `*` means every event.
const ALIKE: &[(&str, &str)] = &[
    (
        "limits/v1/lists: `/$defs/Lists/properties/none`: no items",
        NO_ITEMS,
    ),
    (
        "limits/v1/lists: `/$defs/Lists/properties/none/items`: null admitted",
        NO_ITEMS,
    ),
    (
        "limits/v1/maps: `/$defs/MapsByOpenKey`: null admitted",
        A_NAME,
    ),
    (
        "limits/v1/maps: `/$defs/MapsByLengthKey`: null admitted",
        A_NAME,
    ),
    (
        "limits/v1/maps: `/$defs/MapsByPatternKey`: null admitted",
        A_NAME,
    ),
    (
        "limits/v1/maps: `/$defs/Maps/properties/by_open`: no propertyNames",
        ANY_NAME,
    ),
    (
        "limits/v1/numbers: `/$defs/NumbersNothing`: null admitted",
        NULL,
    ),
    (
        "limits/v1/tuples: `/$defs/TuplesMaybe`: null admitted",
        NULL,
    ),
    (
        "shop/v1/containers: `/$defs/ContainersHolesByNameValue`: null admitted",
        NULL,
    ),
    (
        "shop/v1/payment.of.order.settled: `/$defs/PaperVoucherCode`: null admitted",
        NULL,
    ),
    (
        "shop/v1/scalars: `/$defs/ScalarsMaybeNullCode`: null admitted",
        NULL,
    ),
    (
        "shop/v1/scalars: `/$defs/ScalarsMaybeNullObject`: null admitted",
        NULL,
    ),
    (
        "shop/v1/scalars: `/$defs/ScalarsNullCode`: null admitted",
        NULL,
    ),
    (
        "shop/v1/scalars: `/$defs/ScalarsNullObject`: null admitted",
        NULL,
    ),
    ("shop/v1/sets: `/$defs/SetsNullOpen`: null admitted", NULL),
    (
        "shop/v1/trees: `/$defs/NamedCodeValue`: null admitted",
        NULL,
    ),
    (
        "shop/v1/trees: `/$defs/NamedObjectValue`: null admitted",
        NULL,
    ),
];

const NO_ITEMS: &str = "the list is always empty";
const A_NAME: &str = "the definition is used for names only, which are texts";
const ANY_NAME: &str = "every text is a member of an open set";
const NULL: &str = "`null` is admitted wherever the definition is used";

/// Checks that schemas that differ from the derived ones in one place are never proven to be equal.
#[track_caller]
fn refute(pairs: &[(String, Value, Value)]) {
    let (mut refuted, mut doubted) = (0, 0);
    let mut missed = Vec::new();
    let mut alike: BTreeSet<String> = BTreeSet::new();
    for (label, _) in ALIKE {
        let (event, alteration) = label.split_once(": ").unwrap();
        let of = |name: &&String| match event.strip_suffix('*') {
            Some(major) => name.starts_with(major),
            None => *name == event,
        };
        let names = pairs.iter().map(|(name, ..)| name).filter(of);
        alike.extend(names.map(|name| format!("{name}: {alteration}")));
    }
    for (name, written, derived) in pairs {
        for (alteration, altered) in alterations(derived) {
            let label = format!("{name}: {alteration}");
            match prove_equal(written, &altered) {
                Err(doubt) if doubt.is_refuted => refuted += 1,
                Err(_) => doubted += 1,
                Ok(()) if alike.remove(&label) => {}
                Ok(()) => missed.push(label),
            }
        }
    }
    println!("altered schemas: {refuted} refuted, {doubted} not proven");
    assert!(missed.is_empty(), "proven all the same: {missed:#?}");
    assert!(alike.is_empty(), "not alike: {alike:#?}");
    assert!(refuted > 100, "{refuted}");
}

/// The events whose altered schemas are compared in every run. The algebra takes minutes for those of all events.
/// They are those of the fixture: some alterations of the schemas of this repository can mean the same, and which
/// ones do changes with the schemas.
const ALTERED: &[&str] = &[
    "bare/v1/ping",
    "limits/v1/numbers",
    "limits/v1/texts",
    "limits/v1/tuples",
    "plain/v1/figure.drawn",
    "plain/v1/note",
    "plain/v1/outline",
    "shop/v1/all_optional",
    "shop/v1/sets",
    "shop/v1/trees",
    "words/v2/self",
];

#[test]
fn json_schemas_that_are_altered_are_no_proof() {
    let mut some = pairs(&everything(), types::everything());
    some.retain(|(name, ..)| ALTERED.contains(&name.as_str()));
    assert_eq!(some.len(), ALTERED.len());
    refute(&some);
}

#[test]
#[ignore = "takes minutes: `cargo test -p repository-tests --test json_schemas -- --ignored`"]
fn json_schemas_of_everything_that_are_altered_are_no_proof() {
    refute(&pairs(&everything(), types::everything()));
}

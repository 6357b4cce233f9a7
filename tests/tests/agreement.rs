//! The generated types accept a document if, and only if, the validator does.
//!
//! The documents are the examples of every event, here and in `fixtures/everything`, and whatever
//! comes of changing one of them in a single place.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod agreement {
    pub(crate) mod decoders;
    pub(crate) mod mutants;
    pub(crate) mod places;
}

use std::{collections::BTreeSet, path::Path};

use agreement::{
    decoders::{ANY_EVENT, Decode, EVERYTHING, WEBHOOKS},
    mutants::{Bounds, mutants},
    places::misplaced,
};
use jsonschema::Validator;
use schema_registry::{
    json, load,
    model::{Event, Registry},
    resolve,
};
use schema_runtime::Error;
use serde_json::Value;

/// Documents on which the two differ, by the end of their description, and why they may.
const EXCUSED: &[(&str, &str)] = &[];

fn registry(folder: &str) -> Registry {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    let registry = resolve::resolve(load::load(&folder, "schemas").unwrap());
    assert!(registry.findings.is_empty(), "{:?}", registry.findings);
    registry
}

fn webhooks() -> Registry {
    registry("schemas")
}

fn everything() -> Registry {
    registry("tests/fixtures/everything")
}

/// An event, its validator and its type.
struct Subject<'r> {
    name: String,
    event: &'r Event,
    validator: Validator,
    decode: Decode,
}

/// The events of a registry. Each of them has a decoder.
fn subjects<'r>(registry: &'r Registry, decoders: &[(&str, Decode)]) -> Vec<Subject<'r>> {
    let mut unused: BTreeSet<&str> = decoders.iter().map(|(name, _)| *name).collect();
    let mut subjects = Vec::new();
    for (family, major, event) in registry.events() {
        let name = format!("{}/{}/{}", family.name, major.name, event.event_type);
        let decoder = decoders.iter().find(|(known, _)| *known == name);
        let Some((known, decode)) = decoder else {
            panic!("`{name}` has no decoder")
        };
        unused.remove(known);
        let validator = registry.validator(&event.schema).unwrap();
        subjects.push(Subject {
            name,
            event,
            validator,
            decode: *decode,
        });
    }
    assert_eq!(unused, BTreeSet::new(), "there are no such events");
    subjects
}

/// What was compared, and what was found.
#[derive(Default)]
struct Tally {
    compared: usize,
    refused: usize,
    problems: Vec<String>,
}

impl Tally {
    fn judge(
        &mut self,
        label: &str,
        text: &str,
        validator: &Validator,
        decode: Decode,
    ) -> Option<Error> {
        self.compared += 1;
        let document: Value = serde_json::from_str(text).unwrap();
        let is_valid = validator.is_valid(&document);
        let problem = match (decode(text.as_bytes()), is_valid) {
            (Err(error), false) => {
                self.refused += 1;
                return Some(error);
            }
            (Ok(_), false) => Some("accepted by the type alone".to_owned()),
            (Err(error), true) => Some(format!("accepted by the validator alone: {error}")),
            (Ok(written), true) => difference(validator, &document, &written),
        };
        if let Some(problem) = problem {
            self.problem(label, &problem);
        }
        None
    }

    fn problem(&mut self, label: &str, problem: &str) {
        if !EXCUSED.iter().any(|(excused, _)| label.ends_with(excused)) {
            self.problems.push(format!("{label}: {problem}"));
        }
    }

    /// Prints the count, and fails if anything was found.
    fn finish(self, what: &str) {
        let Self {
            compared,
            refused,
            problems,
        } = self;
        println!(
            "{what}: {compared} documents compared, {refused} refused, {} disagreements",
            problems.len()
        );
        assert!(
            compared > 0 && refused > 0 && refused < compared,
            "{what} proves nothing"
        );
        let first: Vec<&String> = problems.iter().take(40).collect();
        assert!(
            problems.is_empty(),
            "{} disagreements: {first:#?}",
            problems.len()
        );
    }
}

/// How what was written differs from what was read: in a declared field, or by being refused.
fn difference(validator: &Validator, read: &Value, written: &Value) -> Option<String> {
    if !validator.is_valid(written) {
        return Some(format!("what is written is refused: {written}"));
    }
    let mut declared: BTreeSet<(String, String)> = BTreeSet::new();
    let evaluation = validator.evaluate(read);
    for entry in evaluation.iter_annotations() {
        let is_list_of_names = ["/properties", "/additionalProperties"]
            .iter()
            .any(|keyword| entry.schema_location.ends_with(keyword));
        let names = entry
            .annotations
            .value()
            .as_array()
            .filter(|_| is_list_of_names);
        for name in names.into_iter().flatten() {
            let owner = entry.instance_location.as_str().to_owned();
            declared.insert((owner, name.as_str().unwrap().to_owned()));
        }
    }
    let is_declared = |owner: &str, name: &str| declared.contains(&(owner.into(), name.into()));
    differing(read, written, "", &is_declared)
        .map(|place| format!("`{place}` is written otherwise"))
}

fn differing(
    read: &Value,
    written: &Value,
    place: &str,
    is_declared: &dyn Fn(&str, &str) -> bool,
) -> Option<String> {
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            let added = written.keys().find(|name| !read.contains_key(*name));
            if let Some(name) = added {
                return Some(json::child(place, name));
            }
            read.iter().find_map(|(name, value)| {
                let inner = json::child(place, name);
                match written.get(name) {
                    None => is_declared(place, name).then_some(inner),
                    Some(written) => differing(value, written, &inner, is_declared),
                }
            })
        }
        (Value::Array(read), Value::Array(written)) if read.len() == written.len() => {
            let mut pairs = read.iter().zip(written).enumerate();
            pairs.find_map(|(index, (read, written))| {
                differing(read, written, &format!("{place}/{index}"), is_declared)
            })
        }
        // 3 is 3.0. A number beyond 2^53 is written as it was understood.
        (Value::Number(read), Value::Number(written)) if read.as_f64() == written.as_f64() => None,
        // A UUID is written in lower case.
        (Value::String(read), Value::String(written))
            if read.len() == 36 && read.to_lowercase() == *written =>
        {
            None
        }
        _ => (read != written).then(|| place.to_owned()),
    }
}

/// Compares a type with its validator on all examples, and on all mutants of the valid ones.
fn compare(registry: &Registry, decoders: &[(&str, Decode)], what: &str) {
    let mut tally = Tally::default();
    for Subject {
        name,
        event,
        validator,
        decode,
    } in subjects(registry, decoders)
    {
        let bounds = bounds(registry, event);
        for example in &event.examples {
            let label = format!("{name}/{}", example.case);
            if let Some(error) = tally.judge(&label, &example.source.text, &validator, decode) {
                tally.problem(&label, &format!("refused: {error}"));
            }
            for mutant in mutants(&example.root.to_value(), &bounds) {
                let label = format!("{label}, {mutant}");
                if let Some(error) = tally.judge(&label, &mutant.text, &validator, decode)
                    && let Some(problem) = misplaced(&error, &mutant.text, &mutant.place)
                {
                    tally.problem(&label, &problem);
                }
            }
        }
        for example in &event.invalid_examples {
            let label = format!("{name}/invalid/{}", example.case);
            let root = example.root.to_value();
            let text = format!("{:#}", root["body"]);
            let place = tokens(root["refused"]["pointer"].as_str().unwrap());
            let problem = match tally.judge(&label, &text, &validator, decode) {
                None => Some("accepted".into()),
                Some(error) => misplaced(&error, &text, &place),
            };
            if let Some(problem) = problem {
                tally.problem(&label, &problem);
            }
        }
    }
    tally.finish(what);
}

/// The bounds of an event's schema, and of all that it refers to.
fn bounds(registry: &Registry, event: &Event) -> Bounds {
    let mut bounds = Bounds::default();
    for schema in registry.closure(&event.schema).unwrap() {
        bounds.add(&schema.value);
    }
    bounds
}

/// The names and indices of a JSON pointer.
fn tokens(pointer: &str) -> Vec<String> {
    let tokens = pointer.split('/').skip(1);
    tokens
        .map(|token| token.replace("~1", "/").replace("~0", "~"))
        .collect()
}

#[test]
fn agreement_of_webhooks() {
    compare(&webhooks(), WEBHOOKS, "webhooks");
}

#[test]
fn agreement_of_everything() {
    compare(&everything(), EVERYTHING, "everything");
}

/// `Event` decodes every event of its major version: the schema is that of the event which the
/// document names, or the envelope's if there is none.
#[test]
fn agreement_of_the_choice_of_events() {
    let mut tally = Tally::default();
    let mut unused: BTreeSet<&str> = ANY_EVENT.iter().map(|(name, _)| *name).collect();
    for registry in [webhooks(), everything()] {
        for (family, major) in registry.majors() {
            let Some((config, envelope)) = family.envelope().zip(major.envelope.as_ref()) else {
                continue;
            };
            let name = format!("{}/{}", family.name, major.name);
            let (known, decode) = ANY_EVENT.iter().find(|(known, _)| *known == name).unwrap();
            unused.remove(known);
            let envelope = registry.validator(envelope).unwrap();
            let validators: Vec<(&str, Validator)> = major
                .events
                .iter()
                .map(|event| {
                    (
                        &*event.event_type,
                        registry.validator(&event.schema).unwrap(),
                    )
                })
                .collect();
            for event in &major.events {
                let example = event.examples.first().unwrap();
                for mutant in mutants(&example.root.to_value(), &bounds(&registry, event)) {
                    let document: Value = serde_json::from_str(&mutant.text).unwrap();
                    let named = document.get(&config.event_type).and_then(Value::as_str);
                    let chosen = validators.iter().find(|(name, _)| Some(*name) == named);
                    let validator = chosen.map_or(&envelope, |(_, validator)| validator);
                    let label = format!("{name}/{}, {mutant}", event.event_type);
                    tally.judge(&label, &mutant.text, validator, *decode);
                }
            }
        }
    }
    assert_eq!(unused, BTreeSet::new(), "there are no such major versions");
    tally.finish("any event");
}

/// Every text of one event, in the place of every other one, and beside characters at the ends of
/// the ranges in which UTF-8 is written.
#[test]
fn agreement_of_patterns_and_lengths() {
    const ENDS: [char; 16] = [
        '\0',
        '\t',
        ' ',
        '~',
        '\u{7f}',
        '\u{80}',
        '\u{bf}',
        '\u{7ff}',
        '\u{800}',
        '\u{fff}',
        '\u{d7ff}',
        '\u{e000}',
        '\u{ffff}',
        '\u{10000}',
        '\u{3ffff}',
        '\u{10ffff}',
    ];
    let registry = everything();
    let mut subjects = subjects(&registry, EVERYTHING);
    let event = "shop/v1/text.patterns.and_lengths";
    let at = subjects
        .iter()
        .position(|subject| subject.name == event)
        .unwrap();
    let Subject {
        event,
        validator,
        decode,
        ..
    } = subjects.swap_remove(at);
    let document = event.examples.first().unwrap().root.to_value();
    let texts = document["body"].as_object().unwrap();
    let mut tally = Tally::default();
    for name in texts.keys() {
        for (source, text) in texts {
            let text = text.as_str().unwrap();
            let ends = ENDS.iter().map(|end| end.to_string());
            let beside = ENDS.iter().map(|end| format!("{text}{end}"));
            let others = if source == name {
                let inside = ENDS.iter().map(|end| format!("{end}{text}"));
                Vec::from_iter(ends.chain(beside).chain(inside))
            } else {
                vec![text.to_owned(), text.repeat(2)]
            };
            for other in others {
                let mut changed = document.clone();
                changed["body"][name] = other.clone().into();
                tally.judge(
                    &format!("{name}: {other:?}"),
                    &changed.to_string(),
                    &validator,
                    decode,
                );
            }
        }
    }
    tally.finish("patterns and lengths");
}

/// A value that holds values of its own type can be as deep as the JSON parser goes, and a deeper one
/// is refused, in whichever order the members come.
#[test]
fn agreement_of_depth() {
    let registry = everything();
    let mut subjects = subjects(&registry, EVERYTHING);
    let at = subjects
        .iter()
        .position(|subject| subject.name == "shop/v1/trees")
        .unwrap();
    let Subject {
        event,
        validator,
        decode,
        ..
    } = subjects.swap_remove(at);
    let example = event.examples.first().unwrap().root.to_value();
    let mut tally = Tally::default();
    // The parser has 127 levels; the document and its body take two, the innermost value one.
    for (depth, is_read) in [(1, true), (124, true), (128, false), (100_000, false)] {
        for (before, after) in [
            (r#"{"op":"negation","of":"#, "}"),
            (r#"{"of":"#, r#","op":"negation"}"#),
        ] {
            let innermost = r#"{"op":"literal","value":1}"#;
            let deep = format!("{}{innermost}{}", before.repeat(depth), after.repeat(depth));
            let mut document = example.clone();
            document["body"]["expression"] = "DEEP".into();
            let text = document.to_string().replace(r#""DEEP""#, &deep);
            match decode(text.as_bytes()) {
                Ok(_) => {
                    assert!(is_read, "{depth} levels are read");
                    tally.judge("deep", &text, &validator, decode);
                }
                Err(error) => {
                    assert!(!is_read, "{depth} levels are refused: {error}");
                    assert!(error.message().contains("deep"), "{error}");
                }
            }
        }
    }
    assert_eq!(tally.problems, Vec::<String>::new());
}

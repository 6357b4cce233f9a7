//! The generated types accept a document if, and only if, the validator does.
//!
//! The documents are the examples of every event, documents made from its schema, here and in
//! `fixtures/everything`, and documents that result from changing one or several of their values.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod agreement {
    pub(crate) mod compiler;
    pub(crate) mod decoders;
    pub(crate) mod document;
    pub(crate) mod faults;
    pub(crate) mod formats;
    pub(crate) mod generator;
    pub(crate) mod keywords;
    mod languages;
    pub(crate) mod leaves;
    pub(crate) mod mutants;
    pub(crate) mod oracle;
    pub(crate) mod patterns;
    pub(crate) mod places;
    pub(crate) mod pools;
    pub(crate) mod program;
    pub(crate) mod report;
    pub(crate) mod shapes;
    pub(crate) mod shrinker;
    mod typify;
}

use std::collections::BTreeSet;

use agreement::{
    decoders::{ANY_EVENT, Decode, EVERYTHING, WEBHOOKS},
    document::{Doc, Style},
    faults::{self, FAULTS, RIGHT},
    generator::{Covered, Generator},
    mutants::{mutants, mutate},
    oracle::{Ask, Judge, Judgement, Subject},
    places::misplaced,
    program::{Module, Program},
    report::{Tally, documents, print, seed, shrunk},
};
use fastrand::Rng;
use jsonschema::Validator;
use repository_tests::registries::{everything, frozen, webhooks};
use schema_registry::model::{Event, Registry};

/// Returns the types of an event: every row of the table that has its name.
fn types(name: &str, decoders: &[(&str, Decode)]) -> Vec<Ask<'static>> {
    let rows = decoders.iter().filter(|(known, _)| *known == name);
    let types: Vec<Ask<'static>> = rows
        .map(|(_, decode)| {
            let decode = *decode;
            Box::new(move |text: &str| Ok(decode(text.as_bytes())?)) as Ask<'static>
        })
        .collect();
    assert!(!types.is_empty(), "`{name}` has no type");
    types
}

/// Returns the events of a registry. Each of them has a decoder.
fn subjects<'r>(
    registry: &'r Registry,
    decoders: &[(&str, Decode)],
) -> Vec<(Subject<'static>, &'r Event)> {
    let mut unused: BTreeSet<&str> = decoders.iter().map(|(name, _)| *name).collect();
    let mut subjects = Vec::new();
    for (family, major, event) in registry.events() {
        let name = format!("{}/{}/{}", family.name, major.name, event.event_type);
        unused.remove(&*name);
        let subject = Subject {
            types: types(&name, decoders),
            schema: Judge::One(registry.validator(&event.schema).unwrap()),
            name,
        };
        subjects.push((subject, event));
    }
    assert_eq!(unused, BTreeSet::new(), "there are no such events");
    subjects
}

/// Returns the event with a name.
fn subject<'r>(registry: &'r Registry, name: &str) -> (Subject<'static>, &'r Event) {
    let subjects = subjects(registry, EVERYTHING).into_iter();
    subjects
        .into_iter()
        .find(|(subject, _)| subject.name == name)
        .unwrap()
}

/// Reports a wrong position in the error of a type about a document with a single defect.
fn check_place(tally: &mut Tally, label: &str, places: &[Vec<String>], found: &Judgement) {
    // All rejections have the same text, or the types disagree.
    let rejection = found.rejections.first();
    let error = rejection.and_then(|rejection| rejection.error.as_ref());
    if let Some(problem) = error.and_then(|error| misplaced(error, &found.text, places)) {
        tally.problem(label, &problem);
    }
}

/// Compares every mutant with one change, and the positions at which it is rejected.
fn compare_mutants(
    tally: &mut Tally,
    subject: &Subject<'_>,
    generator: &Generator,
    document: &Doc,
    is_wanted: impl FnMut(&Doc) -> bool,
) {
    // A document that has a defect already may be rejected there.
    let is_sound = subject.judge(&document.print(Style::Pretty)).is_accepted;
    for mutant in mutants(generator, document, is_wanted) {
        let found = tally.judge(subject, &mutant.document, Style::Pretty);
        if is_sound && !found.rejections.is_empty() {
            let label = format!("{}, {mutant}", subject.name);
            check_place(tally, &label, &mutant.places(generator), &found);
        }
    }
}

/// Compares types with their schemas on all examples, and on the mutants of each event's first.
fn compare_examples(registry: &Registry, decoders: &[(&str, Decode)], what: &str) {
    let mut tally = Tally::default();
    for (subject, event) in subjects(registry, decoders) {
        let generator = Generator::new(registry, &event.schema);
        for (index, example) in event.examples.iter().enumerate() {
            let document = Doc::from(&example.root.to_value());
            tally.judge_meant(&subject, &document, Style::Pretty);
            // The other examples differ little, and every shape is changed in a generated document.
            if index == 0 {
                compare_mutants(&mut tally, &subject, &generator, &document, |_| true);
            }
        }
        for example in &event.invalid_examples {
            let label = format!("{}/invalid/{}", subject.name, example.case);
            let root = example.root.to_value();
            let document = Doc::from(&root["body"]);
            let place = tokens(root["refused"]["pointer"].as_str().unwrap());
            let found = tally.judge(&subject, &document, Style::Pretty);
            if found.is_accepted {
                tally.problem(&label, "accepted");
            }
            check_place(&mut tally, &label, &[place], &found);
        }
    }
    tally.finish(what);
}

/// Compares types with their schemas on documents made from the schemas: every alternative and every
/// boundary, and each change of a value of every shape.
fn compare_generated(
    registry: &Registry,
    decoders: &[(&str, Decode)],
    is_wanted: impl Fn(&str) -> bool,
    what: &str,
) {
    let mut tally = Tally::default();
    let subjects = subjects(registry, decoders).into_iter();
    for (subject, event) in subjects.filter(|(subject, _)| is_wanted(&subject.name)) {
        let generator = Generator::new(registry, &event.schema);
        for document in generator.documents() {
            for style in [Style::Compact, Style::Escaped] {
                tally.judge_meant(&subject, &document, style);
            }
        }
        let mut covered = Covered::default();
        for document in generator.covering() {
            compare_mutants(&mut tally, &subject, &generator, &document, |doc| {
                covered.is_new(doc)
            });
        }
    }
    tally.finish(what);
}

/// Compares types with their schemas on `count` random documents, most of which are changed in some values.
fn compare_random(subjects: &[(Subject<'_>, Vec<Generator>)], count: usize, what: &str) {
    let mut tally = Tally::default();
    let mut rng = Rng::with_seed(seed());
    while tally.compared < count {
        for (subject, generators) in subjects {
            for generator in generators {
                let mut document = match rng.u8(..32) {
                    0 => generator.deep(rng.usize(100..=130), &mut rng),
                    _ => None,
                }
                .unwrap_or_else(|| generator.random(&mut rng));
                for _ in 0..[0, 1, 1, 1, 2, 2, 3, 5][rng.usize(..8)] {
                    mutate(generator, &mut document, &mut rng);
                }
                let styles = [Style::Compact, Style::Pretty, Style::Escaped];
                tally.judge(subject, &document, styles[rng.usize(..3)]);
            }
        }
    }
    tally.finish(what);
}

/// Returns the events of a registry with their generators.
fn generated(
    registry: &Registry,
    decoders: &[(&str, Decode)],
) -> Vec<(Subject<'static>, Vec<Generator>)> {
    let subjects = subjects(registry, decoders).into_iter();
    let generated = subjects.map(|(subject, event)| {
        let generator = Generator::new(registry, &event.schema);
        (subject, vec![generator])
    });
    generated.collect()
}

/// Returns the major versions of a registry that have an envelope. Documents are judged by the event that they
/// name, and the types decode every event.
fn any_event(registry: &Registry) -> Vec<(Subject<'static>, Vec<Generator>)> {
    let mut found = Vec::new();
    for (family, major) in registry.majors() {
        let Some((config, envelope)) = family.envelope().zip(major.envelope.as_ref()) else {
            continue;
        };
        let name = format!("{}/{}", family.name, major.name);
        let validators = major.events.iter().map(|event| {
            let validator = registry.validator(&event.schema).unwrap();
            (event.event_type.clone(), validator)
        });
        let validators: Vec<(String, Validator)> = validators.collect();
        let of_envelope = registry.validator(envelope).unwrap();
        let schemas = major.events.iter().map(|event| &event.schema);
        let generators = schemas
            .chain([envelope])
            .map(|schema| Generator::new(registry, schema))
            .collect();
        let subject = Subject {
            types: types(&name, &ANY_EVENT.concat()),
            schema: Judge::Named(config.event_type.clone(), validators, of_envelope),
            name,
        };
        found.push((subject, generators));
    }
    found
}

/// Returns the names and indices of a JSON pointer.
fn tokens(pointer: &str) -> Vec<String> {
    let tokens = pointer.split('/').skip(1);
    tokens
        .map(|token| token.replace("~1", "/").replace("~0", "~"))
        .collect()
}

#[test]
fn agreement_on_examples_of_webhooks() {
    compare_examples(&webhooks(), WEBHOOKS, "examples of webhooks");
}

#[test]
fn agreement_on_examples_of_everything() {
    compare_examples(&everything(), EVERYTHING, "examples of everything");
}

#[test]
fn agreement_on_generated_webhooks() {
    compare_generated(&webhooks(), WEBHOOKS, |_| true, "generated webhooks");
}

#[test]
fn agreement_on_generated_limits() {
    compare_generated(&everything(), EVERYTHING, is_of_limits, "generated limits");
}

/// All families except the one that has a test of its own, which runs at the same time.
#[test]
fn agreement_on_generated_everything() {
    let is_other = |name: &str| !is_of_limits(name);
    compare_generated(&everything(), EVERYTHING, is_other, "generated everything");
}

fn is_of_limits(name: &str) -> bool {
    name.starts_with("limits/")
}

#[test]
fn agreement_on_random_webhooks() {
    let registry = webhooks();
    compare_random(
        &generated(&registry, WEBHOOKS),
        documents() * 3 / 10,
        "random webhooks",
    );
}

#[test]
fn agreement_on_random_everything() {
    let registry = everything();
    compare_random(
        &generated(&registry, EVERYTHING),
        documents() * 5 / 10,
        "random everything",
    );
}

/// `Event` decodes every event of its major version: the schema is that of the event which the
/// document names, or the envelope's if there is none.
#[test]
fn agreement_on_the_choice_of_events() {
    let subjects = [any_event(&webhooks()), any_event(&everything())];
    let subjects: Vec<_> = subjects.into_iter().flatten().collect();
    let mut unused: BTreeSet<&str> = ANY_EVENT.concat().iter().map(|(name, _)| *name).collect();
    for (subject, _) in &subjects {
        unused.remove(&*subject.name);
    }
    assert_eq!(unused, BTreeSet::new(), "there are no such major versions");
    compare_random(&subjects, documents() * 2 / 10, "any event");
}

/// Each string of one event is replaced by every other one, also with characters at the ends of the ranges of UTF-8
/// next to it.
#[test]
fn agreement_on_patterns_and_lengths() {
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
    let (subject, event) = subject(&registry, "shop/v1/text.patterns.and_lengths");
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
                changed["body"][name] = other.into();
                tally.judge(&subject, &Doc::from(&changed), Style::Compact);
            }
        }
    }
    tally.finish("patterns and lengths");
}

/// A recursive value can be as deep as the JSON parser allows, and a deeper one is rejected, whatever the order of
/// the members.
#[test]
fn agreement_on_depth() {
    let registry = everything();
    let (subject, event) = subject(&registry, "shop/v1/trees");
    let example = event.examples.first().unwrap().root.to_value();
    let mut compared = 0;
    // The parser allows 127 levels, of which the document and its body use two, and the innermost value one.
    for (depth, is_read) in [(1, true), (124, true), (125, false), (100_000, false)] {
        for (before, after) in [
            (r#"{"op":"negation","of":"#, "}"),
            (r#"{"of":"#, r#","op":"negation"}"#),
        ] {
            let innermost = r#"{"op":"literal","value":1}"#;
            let deep = format!("{}{innermost}{}", before.repeat(depth), after.repeat(depth));
            let mut document = example.clone();
            document["body"]["expression"] = "DEEP".into();
            let text = document.to_string().replace(r#""DEEP""#, &deep);
            let found = subject.judge(&text);
            compared += 1;
            assert_eq!(found.disagreement, None, "{depth}");
            assert_eq!(found.is_accepted, is_read, "{depth}");
            for rejection in found.rejections {
                assert!(rejection.message.contains("deep"), "{}", rejection.message);
            }
        }
    }
    print(&format!(
        "depth: {compared} documents compared, 0 disagreements\n"
    ));
}

/// Returns documents of one event: those made from the schema, those with one change, and random ones from a fixed
/// seed.
fn all_documents(generator: &Generator) -> impl Iterator<Item = Doc> {
    let covering = generator.covering().into_iter();
    let mut covered = Covered::default();
    let changed = covering.flat_map(move |document| {
        let mutants = mutants(generator, &document, |doc| covered.is_new(doc));
        let documents: Vec<Doc> = mutants.map(|mutant| mutant.document).collect();
        documents
    });
    let mut rng = Rng::with_seed(1);
    let random = (0..2000).map(move |_| {
        let mut document = generator.random(&mut rng);
        mutate(generator, &mut document, &mut rng);
        document
    });
    generator
        .documents()
        .into_iter()
        .chain(changed)
        .chain(random)
}

/// The harness finds faults in generated code, and shows each by a small document.
#[test]
fn agreement_fails_for_wrong_code() {
    let registry = frozen();
    let mut events = registry.events().map(|(_, _, event)| event);
    let event = events
        .find(|event| event.event_type == "job.completed")
        .unwrap();
    let generator = Generator::new(&registry, &event.schema);
    let program = Program::start("agreement-faults", &[], &faults::modules());
    let subject = |module: &'static str| Subject {
        name: module.into(),
        schema: Judge::One(registry.validator(&event.schema).unwrap()),
        types: vec![program.module(module)],
    };
    let mut tally = Tally::default();
    for document in all_documents(&generator) {
        tally.judge(&subject(RIGHT), &document, Style::Compact);
    }
    tally.finish("code as it is generated");
    let mut shown = Vec::new();
    for fault in FAULTS {
        let subject = subject(fault.module);
        let mut compared = 0;
        let found = all_documents(&generator).find_map(|document| {
            compared += 1;
            let judgement = subject.judge(&document.print(Style::Compact));
            let disagreement = judgement.disagreement?;
            Some((document, disagreement))
        });
        let Some((document, disagreement)) = found else {
            panic!("`{}` is not found in {compared} documents", fault.wrong)
        };
        let report = shrunk(&subject, &document, Style::Compact, &disagreement);
        assert!(report.len() < 2000, "{report}");
        shown.push(format!("{}\n{report}", fault.wrong));
    }
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("agreement_fails_for_wrong_code", shown.join("\n\n"));
    });
}

/// Another package of a program may enable a feature by which `serde_json` keeps numbers as strings. The types read
/// the same and report the same errors with it.
#[test]
fn agreement_where_numbers_are_kept_as_texts() {
    let modules = [
        Module {
            name: "webhooks",
            code: "crates/scrapenest-webhooks/src/generated/v1".into(),
            decodes: "Event<Data>",
            change: None,
        },
        Module {
            name: "numbers",
            code: "tests/src/generated/limits/v1".into(),
            decodes: "Event<Numbers>",
            change: None,
        },
    ];
    let program = Program::start("agreement-precision", &["arbitrary_precision"], &modules);
    let mut tally = Tally::default();
    let registry = webhooks();
    let (mut subject, generators) = any_event(&registry).remove(0);
    subject.types.push(program.module("webhooks"));
    for document in generators.iter().flat_map(all_documents) {
        tally.judge(&subject, &document, Style::Compact);
    }
    let registry = everything();
    let (mut subject, event) = self::subject(&registry, "limits/v1/numbers");
    subject.types.push(program.module("numbers"));
    let generator = Generator::new(&registry, &event.schema);
    for document in all_documents(&generator) {
        tally.judge(&subject, &document, Style::Compact);
    }
    tally.finish("numbers that are kept as texts");
}

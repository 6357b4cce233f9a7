//! One case for each kind of change: a small patch of `base.json`, its changes, verdicts in both directions with the
//! document that proves a break, and the step.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use schema_compat::{
    Profile, Settings, Verdict,
    changes::{Classified, Direction, Directions, changes, classify, describe},
    compare,
    revision_step::revision_step,
};
use serde_json::{Map, Value};

macro_rules! topics {
    ($($topic:ident)*) => {
        const TOPICS: &[&str] = &[$(stringify!($topic)),*];

        $(
            #[test]
            fn $topic() {
                let topic = stringify!($topic);
                for (number, part) in shown(topic).into_iter().enumerate() {
                    let name = match number {
                        0 => topic.to_owned(),
                        number => format!("{topic}_{}", number + 1),
                    };
                    insta::assert_snapshot!(name, part);
                }
            }
        )*
    };
}

topics! {
    annotations bounds branches conditions envelope fields keywords lists maps open_sets references
    texts types values
}

#[test]
fn every_file_of_cases_is_a_topic() {
    let mut files: Vec<String> = fs::read_dir(folder().join("cases"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    files.sort();
    assert_eq!(files, TOPICS);
    let cases: usize = TOPICS.iter().map(|topic| cases(topic).len()).sum();
    assert!(cases >= 200, "{cases} cases");
}

#[test]
fn every_kind_of_change_has_a_case() {
    let base = base();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for topic in TOPICS {
        for (_, patch) in cases(topic) {
            for change in changes(&base, &patched(&base, &patch)) {
                let kind = serde_json::to_value(&change.kind).unwrap();
                *kinds.entry(kind["kind"].to_string()).or_default() += 1;
            }
        }
    }
    assert_eq!(kinds.len(), 33, "{kinds:#?}");
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/changes")
}

fn read(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(folder().join(path)).unwrap()).unwrap()
}

fn base() -> Value {
    read("base.json")
}

fn cases(topic: &str) -> Map<String, Value> {
    match read(&format!("cases/{topic}.json")) {
        Value::Object(cases) => cases,
        other => panic!("{other} is no list of cases"),
    }
}

fn patched(base: &Value, patch: &Value) -> Value {
    let mut document = base.clone();
    let patch: json_patch::Patch = serde_json::from_value(patch.clone()).unwrap();
    json_patch::patch(&mut document, &patch).unwrap();
    document
}

/// Returns the cases of a topic, in parts of a readable size.
fn shown(topic: &str) -> Vec<String> {
    const MOST: usize = 16;
    let base = base();
    let mut parts = Vec::new();
    for (number, (name, patch)) in cases(topic).into_iter().enumerate() {
        if number % MOST == 0 {
            parts.push(String::new());
        }
        let out = parts.last_mut().unwrap();
        let new = patched(&base, &patch);
        writeln!(out, "## {name}\n").unwrap();
        for operation in patch.as_array().unwrap() {
            let part = |key: &str| operation.get(key).map(Value::to_string).unwrap_or_default();
            let operation = ["op", "from", "path", "value"].map(part).join(" ");
            writeln!(out, "{}", operation.replace("  ", " ").trim()).unwrap();
        }
        show(&base, &new, out);
        out.push('\n');
    }
    parts
}

fn show(old: &Value, new: &Value, out: &mut String) {
    let settings = Settings {
        profile: Profile::Tolerant,
        ..Settings::default()
    };
    let changes = changes(old, new);
    let whole = Directions::compare(old, new, &settings, &mut compare);
    for classified in classify(old, new, &changes, &whole, &settings, &mut compare) {
        show_part(&classified, &whole, out);
    }
    let exact = Directions::compare(old, new, &Settings::default(), &mut compare);
    for (profile, verdicts) in [("tolerant", &whole), ("exact", &exact)] {
        for direction in Direction::ALL {
            let verdict = verdicts.get(direction);
            let (writer, reader) = direction.writer_and_reader(old, new);
            confirm(writer, reader, verdict);
            let text = match verdict {
                Verdict::Breaking { witness, .. } if profile == "tolerant" => {
                    format!("{}\n    {witness}", word(verdict))
                }
                verdict => word(verdict),
            };
            writeln!(out, "{profile} {direction:?}: {text}").unwrap();
        }
    }
    let promised = Directions {
        forward: true,
        backward: true,
    };
    let step = revision_step(
        old,
        new,
        &changes,
        &whole,
        promised,
        &settings,
        &mut compare,
    );
    writeln!(out, "step: {step:?}").unwrap();
}

/// Prints changes, and their own verdicts if these differ from the verdicts on the whole.
fn show_part(classified: &Classified, whole: &Directions<Verdict>, out: &mut String) {
    for change in &classified.changes {
        writeln!(out, "- {}", describe(change)).unwrap();
        let place = |place: &Option<String>| place.clone().unwrap_or("-".into());
        writeln!(out, "    {} -> {}", place(&change.old), place(&change.new)).unwrap();
    }
    for direction in Direction::ALL {
        if let Some(verdict) = classified.verdicts.get(direction).verdict()
            && verdict != whole.get(direction)
        {
            writeln!(out, "  alone {direction:?}: {}", word(verdict)).unwrap();
        }
    }
}

fn word(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Compatible { .. } => "compatible".into(),
        Verdict::Breaking { refused_at, .. } => format!(
            "breaking, `{}` refuses {:?}",
            refused_at.keyword, refused_at.instance
        ),
        Verdict::Vacuous { reason } => format!("vacuous, {reason}"),
        Verdict::Undecided(undecided) => format!("undecided, {}", undecided.reason()),
    }
}

/// Checks that the writer's schema accepts a witness, and that the reader's rejects it.
fn confirm(writer: &Value, reader: &Value, verdict: &Verdict) {
    let Verdict::Breaking { witness, .. } = verdict else {
        return;
    };
    let accepts = |schema: &Value| {
        jsonschema::options()
            .should_validate_formats(true)
            .build(schema)
            .unwrap()
            .is_valid(witness)
    };
    assert!(accepts(writer), "the writer's schema refuses {witness}");
    assert!(!accepts(reader), "the reader's schema accepts {witness}");
}

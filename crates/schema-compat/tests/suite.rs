//! The official test suite of JSON Schema, as a test of the meaning of each keyword.
//! `COMPAT_SHOW_UNDECIDED` makes it print the undecided verdicts.
//!
//! `JSON_SCHEMA_TEST_SUITE` names the folder of the suite that has `draft4` to `draft2020-12`. Without it, the test
//! says that it is skipped. `crates/schema-compat/tests/official-suite` fetches the suite and runs the test.
//!
//! Each document of the suite is compared with its schema, as the only document that a writer writes. The right verdict
//! is compatible if the validator accepts the document, and breaking if it does not. If the validator accepts it, the
//! schema as the writer's must also break a reader that rejects only this document.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

#[path = "../../../tests/src/skipped.rs"]
mod skipped;
mod validators;

use std::path::{Path, PathBuf};

use jsonschema::Draft as Dialect;
use schema_compat::{Draft, Settings, Verdict, compare};
use serde_json::{Value, json};
use skipped::skipped;

const DRAFTS: [(&str, Draft, Dialect); 5] = [
    ("draft4", Draft::Draft4, Dialect::Draft4),
    ("draft6", Draft::Draft6, Dialect::Draft6),
    ("draft7", Draft::Draft7, Dialect::Draft7),
    ("draft2019-09", Draft::Draft201909, Dialect::Draft201909),
    ("draft2020-12", Draft::Draft202012, Dialect::Draft202012),
];

#[derive(Default)]
struct Count {
    decided: usize,
    undecided: usize,
    skipped: usize,
    wrong: Vec<String>,
}

/// The possible reasons for an undecided schema: references that depend on how they were reached, also those in the
/// metaschemas of drafts, or a draft of its own.
const UNDECIDED: [&str; 4] = [
    "$dynamicRef",
    "$recursiveRef",
    "\"$ref\":\"https://json-schema.org/",
    "\"$schema\":\"http://localhost",
];

impl Count {
    fn leave(&mut self, schema: &Value, about: String) {
        self.undecided += 1;
        let text = schema.to_string();
        if !UNDECIDED.iter().any(|it| text.contains(it)) {
            self.wrong.push(about.clone());
        }
        if std::env::var_os("COMPAT_SHOW_UNDECIDED").is_some() {
            println!("{about}");
        }
    }
}

#[test]
fn every_document_of_the_official_suite() {
    let Some(folder) = std::env::var_os("JSON_SCHEMA_TEST_SUITE").map(PathBuf::from) else {
        skipped(
            "`JSON_SCHEMA_TEST_SUITE` names no folder with the official suite",
            "`crates/schema-compat/tests/official-suite` fetches it",
        );
        return;
    };
    let run = move || {
        let mut found = 0;
        for (name, draft, dialect) in DRAFTS {
            let mut count = Count::default();
            let mut files = Vec::new();
            collect(&folder.join(name), &mut files);
            if files.is_empty() {
                println!("{name}: not in {}", folder.display());
                continue;
            }
            found += 1;
            files.sort();
            for file in files {
                let groups: Value =
                    serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
                for group in groups.as_array().unwrap() {
                    judge(group, draft, dialect, &mut count);
                }
            }
            println!(
                "{name}: {} decided, {} undecided, {} schemas that are not complete in themselves",
                count.decided, count.undecided, count.skipped
            );
            assert!(count.wrong.is_empty(), "{}", count.wrong.join("\n"));
            assert!(
                count.undecided * 20 < count.decided,
                "too many are undecided"
            );
        }
        assert!(found > 0, "no draft is in {}", folder.display());
    };
    std::thread::Builder::new()
        .stack_size(64 << 20)
        .spawn(run)
        .unwrap()
        .join()
        .unwrap();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "json") {
            files.push(path);
        }
    }
}

fn judge(group: &Value, draft: Draft, dialect: Dialect, count: &mut Count) {
    let settings = Settings {
        draft,
        ..Settings::default()
    };
    let schema = &group["schema"];
    let Ok(validator) = validators::build(dialect, schema) else {
        count.skipped += 1;
        return;
    };
    for test in group["tests"].as_array().unwrap() {
        let document = &test["data"];
        let accepts = validator.is_valid(document);
        let about = |what: &str, verdict: &Verdict| {
            format!(
                "{} / {}: {what}: {verdict:?}\n  {schema}\n  {document} is accepted: {accepts}",
                group["description"], test["description"]
            )
        };
        let only = json!({ "enum": [document] });
        let verdict = compare(&only, schema, &settings);
        match &verdict {
            Verdict::Compatible { .. } if !accepts => count.wrong.push(about("read", &verdict)),
            // An equal document may be rejected, such as 1.0 for 1.
            Verdict::Breaking { witness, .. } if accepts && witness == document => {
                count.wrong.push(about("read", &verdict));
            }
            Verdict::Undecided { .. } => count.leave(schema, about("read", &verdict)),
            _ => count.decided += 1,
        }
        let all_others = json!({ "not": { "enum": [document] } });
        let verdict = compare(schema, &all_others, &settings);
        match &verdict {
            Verdict::Compatible { .. } if accepts => count.wrong.push(about("written", &verdict)),
            Verdict::Breaking { witness, .. } if !validator.is_valid(witness) => {
                count.wrong.push(about("written", &verdict));
            }
            Verdict::Undecided { .. } => count.leave(schema, about("written", &verdict)),
            _ => count.decided += 1,
        }
    }
}

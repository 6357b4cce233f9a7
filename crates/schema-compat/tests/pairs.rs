//! Verdicts on pairs of schemas that other projects publish with a verdict of their own.
//!
//! `COMPAT_PAIRS` names a folder with files of JSON lines, each with `id`, `draft`, `writer`, `reader`
//! and `expected`. Without it, the test says that it is skipped.
//!
//! Validators that this test builds confirm every verdict of breaking. A verdict of compatible that differs from
//! `expected` fails the test, except for [`FLAGGED_WRONGLY`]. A verdict of breaking that differs is printed with its
//! witness: in these cases `expected` is wrong, for one of these reasons.
//!
//! - `minLength: 1` is not `.+`: a line feed is a character, and `.` does not match it (11 pairs).
//! - In draft 4, `1.0` is a number that equals the member `1` of an `enum` and is a multiple of 1, but it is not an
//!   integer (6 pairs).
//! - A reader that asserts `format: email` rejects a string that does not have to be an address (4 pairs).
//! - A revision that its authors call an addition requires a new field, lowers a bound, or gives a type to a name that
//!   its predecessor did not constrain (7 pairs).

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

use std::path::PathBuf;

use schema_compat::{Draft, Settings, Verdict, compare};
use serde_json::Value;
use skipped::skipped;

/// Pairs that are compatible although `expected` differs: 3 is ten times 0.3, unless doubles are divided.
const FLAGGED_WRONGLY: [&str; 1] = ["numeric.TestCompositeNumericSubtype.test_all_all_3#1"];

#[derive(Default, Debug)]
struct Count {
    compatible: usize,
    breaking: usize,
    undecided: usize,
    differ: usize,
    wrong: Vec<String>,
}

#[test]
fn published_pairs() {
    let Some(folder) = std::env::var_os("COMPAT_PAIRS").map(PathBuf::from) else {
        skipped(
            "`COMPAT_PAIRS` names no folder with pairs of other projects",
            "crates/schema-compat/tests/README.md says what they look like",
        );
        return;
    };
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder can be read")
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "jsonl"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} has no pairs", folder.display());
    let mut count = Count::default();
    for file in files {
        for line in std::fs::read_to_string(&file).unwrap().lines() {
            judge(&serde_json::from_str(line).unwrap(), &mut count);
        }
    }
    println!(
        "{} compatible, {} breaking, {} undecided; {} differ from what is expected",
        count.compatible, count.breaking, count.undecided, count.differ
    );
    assert!(count.wrong.is_empty(), "{}", count.wrong.join("\n"));
    assert!(count.undecided <= 5, "too many are undecided");
}

fn judge(pair: &Value, count: &mut Count) {
    let draft: Draft = serde_json::from_value(pair["draft"].clone()).unwrap();
    let settings = Settings {
        draft,
        ..Settings::default()
    };
    let (writer, reader) = (&pair["writer"], &pair["reader"]);
    match compare(writer, reader, &settings) {
        Verdict::Compatible { proof } => {
            count.compatible += 1;
            let is_flagged_wrongly = FLAGGED_WRONGLY.iter().any(|id| pair["id"] == *id);
            if pair["expected"] == Value::Bool(false) && !is_flagged_wrongly {
                count
                    .wrong
                    .push(format!("{}: compatible by {proof:?}", pair["id"]));
            }
        }
        Verdict::Vacuous { .. } => {
            count.compatible += 1;
            if pair["expected"] == Value::Bool(false) {
                count.wrong.push(format!("{}: vacuous", pair["id"]));
            }
        }
        Verdict::Breaking { witness, .. } => {
            count.breaking += 1;
            let accepts = |schema: &Value| {
                let validator = validators::build(jsonschema::Draft::Draft4, schema);
                validator.unwrap().is_valid(&witness)
            };
            if !accepts(writer) || accepts(reader) {
                count
                    .wrong
                    .push(format!("{}: {witness} shows nothing", pair["id"]));
            }
            if pair["expected"] == Value::Bool(true) {
                count.differ += 1;
                println!("{}: {witness}", pair["id"]);
            }
        }
        Verdict::Undecided(undecided) => {
            count.undecided += 1;
            println!("{}: undecided, {}", pair["id"], undecided.reason());
        }
    }
}

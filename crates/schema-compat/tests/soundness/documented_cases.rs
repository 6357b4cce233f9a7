//! The table of cases in `docs/compatibility.md`, row by row.

use schema_compat::{Draft, Profile, Settings, Verdict, compare};
use serde_json::{Value, json};

use crate::{tolerant::Evaluator, verdict_check::dialect};

const PAGE: &str = include_str!("../../../../docs/compatibility.md");

const HEAD: &str = "| writer | document or reader | |";

/// Returns the cells of each row of the table.
fn rows() -> Vec<[&'static str; 3]> {
    let (_, table) = PAGE.split_once(HEAD).expect("the page has the table");
    let rows = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let cells = rows.map(|row| {
        let cells = row.trim_matches('|').splitn(3, " | ");
        let cells: Vec<&str> = cells.map(str::trim).collect();
        <[&str; 3]>::try_from(cells).unwrap_or_else(|_| panic!("three cells: {row}"))
    });
    cells.collect()
}

fn parsed(cell: &str) -> Value {
    let text = cell.trim_matches('`');
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn each_case_of_the_page_holds() {
    let settings = Settings {
        profile: Profile::Tolerant,
        ..Settings::default()
    };
    let mut wrong = Vec::new();
    let rows = rows();
    for [writer, other, result] in &rows {
        let (writer, other) = (parsed(writer), parsed(other));
        let mut check = |is_right: bool, of: &str| {
            if !is_right {
                wrong.push(format!("{of}: {writer} and {other}: {result}"));
            }
        };
        match *result {
            "sent" | "not sent" => {
                let is_sent = *result == "sent";
                let evaluator = Evaluator::new(&writer, dialect(Draft::default())).unwrap();
                check(evaluator.sends(&other) == Some(is_sent), "the evaluator");
                // A reader that rejects only this document breaks if the writer sends it.
                let verdict = compare(&writer, &json!({ "not": { "const": other } }), &settings);
                let does_break = matches!(verdict, Verdict::Breaking { .. });
                check(does_break == is_sent, "the comparison");
            }
            "compatible" | "breaking" | "vacuous" => {
                let verdict = compare(&writer, &other, &settings);
                let verdict = serde_json::to_value(verdict).unwrap();
                check(verdict["verdict"] == **result, "the verdict");
            }
            other => panic!("unknown result: {other}"),
        }
    }
    assert!(rows.len() >= 25, "{} rows", rows.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

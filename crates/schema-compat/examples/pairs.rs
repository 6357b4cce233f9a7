//! Decides the pairs of schemas in files of JSON lines, and prints how many are right, and how long each
//! took: `cargo run --release -p schema-compat --example pairs -- FILE.jsonl...`
//!
//! A line has `id`, `draft`, `writer`, `reader`, and `expected`: whether the reader accepts all that the
//! writer's schema does, if that is known.

#![allow(
    clippy::indexing_slicing,
    reason = "a line without a member has null there"
)]

use std::time::{Duration, Instant};

use schema_compat::{Draft, Settings, Verdict, compare};
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut times: Vec<(Duration, String)> = Vec::new();
    let (mut compatible, mut breaking, mut undecided, mut disagreements) = (0, 0, 0, 0);
    for file in std::env::args().skip(1) {
        for line in std::fs::read_to_string(&file)?.lines() {
            let pair: Value = serde_json::from_str(line)?;
            let draft: Draft = serde_json::from_value(pair["draft"].clone())?;
            let settings = Settings {
                draft,
                ..Settings::default()
            };
            let start = Instant::now();
            let verdict = compare(&pair["writer"], &pair["reader"], &settings);
            times.push((start.elapsed(), pair["id"].to_string()));
            let expected = pair["expected"].as_bool();
            let decided = match &verdict {
                Verdict::Compatible { .. } | Verdict::Vacuous { .. } => {
                    compatible += 1;
                    Some(true)
                }
                Verdict::Breaking { .. } => {
                    breaking += 1;
                    Some(false)
                }
                Verdict::Undecided { .. } => {
                    undecided += 1;
                    None
                }
            };
            if decided.is_none() || (expected.is_some() && decided != expected) {
                disagreements += usize::from(decided.is_some());
                println!("{} expected {:?}", pair["id"], expected);
                println!("  writer {}", short(&pair["writer"]));
                println!("  reader {}", short(&pair["reader"]));
                println!("  {}", serde_json::to_string(&verdict)?);
            }
        }
    }
    times.sort();
    println!("{compatible} compatible, {breaking} breaking, {undecided} undecided");
    println!("{disagreements} verdicts differ from what is expected");
    if let (Some(median), Some(worst)) = (times.get(times.len() / 2), times.last()) {
        println!("median {:?}, worst {:?} ({})", median.0, worst.0, worst.1);
    }
    for (time, id) in times.iter().rev().take(5) {
        println!("  {time:?} {id}");
    }
    Ok(())
}

fn short(schema: &Value) -> String {
    let mut text = schema.to_string();
    if text.len() > 1500 {
        let end = (0..1500).rev().find(|end| text.is_char_boundary(*end));
        text.truncate(end.unwrap_or(0));
    }
    text
}

//! The outcomes of all mutants as a page.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    judge::Outcomes,
    list::{AREAS, Mutant},
    tree::Out,
};

/// Returns whether a test has noticed a mutant.
pub fn is_noticed(outcome: &str) -> bool {
    outcome.starts_with("killed") || outcome == "timed out"
}

#[derive(Default)]
struct Counts {
    killed: usize,
    timed_out: usize,
    survived: usize,
    open: usize,
    not_built: usize,
    untried: usize,
}

/// Returns a table of the areas, and the surviving mutants by file and function.
pub fn report(mutants: &[Mutant], out: &BTreeMap<usize, Out>, outcomes: &Outcomes) -> String {
    let mut areas = BTreeMap::<&str, Counts>::new();
    let mut survivors = BTreeMap::<(&str, &str), Vec<String>>::new();
    for (id, mutant) in mutants.iter().enumerate() {
        let counts = areas.entry(mutant.area).or_default();
        let outcome = outcomes
            .get(&mutant.name)
            .map(|(outcome, _)| outcome.as_str());
        match (out.get(&id), outcome) {
            (Some(Out::NotBuilt), _) => counts.not_built += 1,
            (Some(Out::Untried), _) => counts.untried += 1,
            (None, None) => counts.open += 1,
            (None, Some("timed out")) => counts.timed_out += 1,
            (None, Some(outcome)) if is_noticed(outcome) => counts.killed += 1,
            (None, Some(outcome)) => {
                counts.survived += 1;
                let place = mutant.name.split(": ").next().unwrap_or_default();
                let line = place
                    .strip_prefix(&format!("{}:", mutant.file))
                    .unwrap_or(place);
                let what = mutant.name.split_once(": ").map_or("", |(_, what)| what);
                let list = survivors
                    .entry((&mutant.file, &mutant.function))
                    .or_default();
                list.push(format!("{line} {what} ({outcome})"));
            }
        }
    }
    let mut page =
        "| area | viable | killed | timed out | survived | noticed | not built | not tried |\n"
            .to_owned();
    page.push_str("|---|---|---|---|---|---|---|---|\n");
    for (area, _) in AREAS {
        let Some(counts) = areas.get(area) else {
            continue;
        };
        let noticed = counts.killed + counts.timed_out;
        let viable = noticed + counts.survived;
        let share = 100.0 * noticed as f64 / viable.max(1) as f64;
        let open = match counts.open {
            0 => String::new(),
            open => format!(" ({open} to be tried)"),
        };
        let Counts {
            killed,
            timed_out,
            survived,
            not_built,
            untried,
            ..
        } = counts;
        let row = format!(
            "| {area}{open} | {viable} | {killed} | {timed_out} | {survived} | {share:.1} % | {not_built} | {untried} |"
        );
        page.push_str(&row);
        page.push('\n');
    }
    for ((file, function), lines) in survivors {
        let _ = write!(page, "\n{file} `{function}` {}\n", lines.len());
        for line in lines {
            let _ = writeln!(page, "  {line}");
        }
    }
    page
}

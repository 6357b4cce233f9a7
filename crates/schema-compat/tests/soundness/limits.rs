//! Pairs just inside and just beyond each limit of the comparison.
//!
//! Each limit has pairs of sizes near it, with known verdicts. Beyond the limit, a verdict may be undecided, but it is
//! never wrong.

mod cases;
mod objects;
mod strings;
mod table;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    thread,
};

use schema_compat::{Draft, Profile};
use serde_json::Value;

use self::table::LIMITS;
use crate::verdict_check::{Answer, Pair, judge};

/// A writer with two readers: one accepts everything that it sends, and one rejects a document that it sends.
struct Case {
    writer: Value,
    accepts: Value,
    rejects: Value,
    document: Value,
}

/// A limit, named by its file and its constant.
struct Limit {
    file: &'static str,
    name: &'static str,
    /// Sizes at which the verdict has to be decided.
    inside: &'static [usize],
    /// Sizes at which the verdict may be undecided.
    beyond: &'static [usize],
    profile: Profile,
    draft: Draft,
    case: fn(usize) -> Case,
}

const fn limit(
    place: (&'static str, &'static str),
    inside: &'static [usize],
    beyond: &'static [usize],
    profile: Profile,
    case: fn(usize) -> Case,
) -> Limit {
    let (file, name) = place;
    Limit {
        file,
        name,
        inside,
        beyond,
        profile,
        draft: Draft::Draft202012,
        case,
    }
}

/// Numeric constants that limit no verdict, with their meaning.
const OTHERS: [(&str, &str, &str); 8] = [
    ("lower.rs", "NEGATION", "stands for no address"),
    ("lower.rs", "NOTHING_ASSUMED", "stands for no address"),
    (
        "model/kinds.rs",
        "ALL_ARE_WHOLE",
        "the doubles that the validator takes for integers",
    ),
    ("sampling.rs", "SEED", "where random numbers begin"),
    (
        "solve/strings.rs",
        "STATES_A_STEP",
        "what a step of another kind costs",
    ),
    (
        "solve/search_state.rs",
        "PARTS_OF_A_UNION",
        "what a step of another kind costs",
    ),
    ("solve.rs", "INDEPENDENT", "stands for no question"),
    (
        "solve.rs",
        "PARTS_A_STEP",
        "what a step of another kind costs",
    ),
];

/// Modules whose numeric constants limit no verdict, but reports and worker processes.
const OTHER_PARTS: [&str; 4] = ["changes", "policy", "revision_step", "worker"];

fn run(limits: &[&Limit]) {
    let mut wrong = Vec::new();
    for limit in limits {
        let sizes = limit.inside.iter().map(|size| (*size, true));
        for (size, is_inside) in sizes.chain(limit.beyond.iter().map(|size| (*size, false))) {
            let start = processor_time();
            let case = (limit.case)(size);
            let readers = [
                (case.accepts, Answer::Compatible),
                (case.rejects, Answer::Breaking),
            ];
            for (reader, right) in readers {
                let pair = Pair {
                    writer: case.writer.clone(),
                    reader,
                    draft: limit.draft,
                };
                let documents = std::slice::from_ref(&case.document);
                let what = match judge(&pair, limit.profile, documents) {
                    Ok((answer, _)) if answer == right => continue,
                    Ok((Answer::Undecided, _)) if !is_inside => continue,
                    Ok((answer, _)) => format!("{answer:?} is not {right:?}"),
                    Err(wrong) => wrong.to_string(),
                };
                let text: String = format!("{what}\n{pair}").chars().take(800).collect();
                wrong.push(format!("{} {}, {size}: {text}", limit.file, limit.name));
            }
            let time = processor_time() - start;
            println!("{} {}, {size}: {time:.1} s", limit.file, limit.name);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the processor time of this thread, in seconds.
fn processor_time() -> f64 {
    #[cfg(unix)]
    {
        use nix::time::{ClockId, clock_gettime};
        let time = clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).unwrap();
        std::time::Duration::from(time).as_secs_f64()
    }
    #[cfg(not(unix))]
    0.0
}

/// Runs every second limit of the table, so that two tests can run in parallel.
fn run_every_second(first: usize) {
    let limits: Vec<&Limit> = LIMITS.iter().skip(first).step_by(2).collect();
    let run = move || run(&limits);
    let thread = thread::Builder::new().stack_size(512 << 20);
    if let Err(cause) = thread.spawn(run).unwrap().join() {
        std::panic::resume_unwind(cause);
    }
}

#[test]
fn limits_of_the_first_half() {
    run_every_second(0);
}

#[test]
fn limits_of_the_second_half() {
    run_every_second(1);
}

#[test]
fn every_limit_is_in_the_table() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files: Vec<PathBuf> = Vec::new();
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    let mut found = BTreeSet::new();
    for file in files {
        let name = file.strip_prefix(&source).unwrap().to_str().unwrap();
        let part = name.split(['/', '.']).next().unwrap();
        if OTHER_PARTS.contains(&part) {
            continue;
        }
        for line in fs::read_to_string(&file).unwrap().lines() {
            let Some((_, declared)) = line.split_once("const ") else {
                continue;
            };
            let Some((constant, rest)) = declared.split_once(": ") else {
                continue;
            };
            let kind = rest.split(' ').next().unwrap();
            let kind = kind.trim_matches(['[', ';']);
            if ["usize", "u8", "u16", "u32", "u64", "i128", "i64", "f64"].contains(&kind) {
                found.insert((name.to_owned(), constant.to_owned()));
            }
        }
    }
    let limits = LIMITS.iter().map(|limit| (limit.file, limit.name));
    let others = OTHERS.iter().map(|(file, name, _)| (*file, *name));
    let known = limits
        .chain(others)
        .map(|(file, name)| (file.to_owned(), name.to_owned()));
    assert_eq!(
        found,
        known.collect(),
        "the limits of the sources, and those of the table"
    );
}

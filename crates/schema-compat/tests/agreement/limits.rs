//! What stands just inside and just beyond each limit of the comparison.
//!
//! Each limit has a pair of every size near it whose right verdict is known. Beyond the limit a verdict may
//! be undecided, but it is never wrong.

mod cases;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    thread,
};

use schema_compat::{Draft, Profile, Profile::Exact, Profile::Tolerant};
use serde_json::Value;

use self::cases as of;
use crate::judge::{Answer, Pair, judge};

/// A writer with a reader that accepts all it sends, and one that rejects a document that it sends.
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
    /// Sizes at which the verdict is decided, and sizes at which it need not be.
    inside: &'static [usize],
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

const LIMITS: &[Limit] = &[
    limit(
        ("algebra.rs", "MOST_COMBINATIONS"),
        &[],
        &[10, 11],
        Exact,
        of::optional_branches,
    ),
    limit(
        ("algebra.rs", "MOST_VALUES"),
        &[],
        &[1_300, 1_400],
        Exact,
        of::opaque_properties,
    ),
    limit(
        ("automata.rs", "LARGEST_AUTOMATON"),
        &[8],
        &[14, 20],
        Exact,
        of::letter_before_the_last,
    ),
    limit(
        ("automata.rs", "MOST_STATES"),
        &[],
        &[110_000, 130_000],
        Exact,
        of::long_pattern,
    ),
    limit(
        ("lower.rs", "DEEPEST_REFERENCE"),
        &[47, 48, 49, 100],
        &[],
        Exact,
        of::chain_of_references,
    ),
    limit(
        ("lower/described.rs", "DEEPEST_VALUE"),
        &[47, 48, 49, 100],
        &[],
        Tolerant,
        of::nested_objects,
    ),
    limit(
        ("lower/described.rs", "MOST_COVERS"),
        &[9, 10],
        &[11, 12],
        Tolerant,
        of::branches_of_members,
    ),
    limit(
        ("lower/items.rs", "MOST_CHOICES"),
        &[7, 8],
        &[9, 10],
        Tolerant,
        of::branches_of_items,
    ),
    limit(
        ("lower/items.rs", "MOST_CONTAINED"),
        &[2, 3],
        &[4, 5],
        Tolerant,
        of::contained_objects,
    ),
    limit(
        ("lower/keywords.rs", "LARGEST"),
        &[(1 << 53) - 1, 1 << 53],
        &[(1 << 53) + 1],
        Exact,
        of::large_divisor,
    ),
    limit(
        ("lower/members.rs", "MOST_PATTERNS"),
        &[2, 3],
        &[5, 6, 7, 8],
        Tolerant,
        of::patterns_of_members,
    ),
    limit(
        ("lower/unevaluated.rs", "MOST_CONTAINED"),
        &[3, 4],
        &[5, 6],
        Exact,
        of::contained_constants,
    ),
    limit(
        ("number.rs", "LARGEST_WHOLE_DOUBLE"),
        &[28, 29],
        &[30, 31, 38, 39],
        Exact,
        of::power_of_ten,
    ),
    limit(
        ("search.rs", "MOST_TRIED"),
        &[],
        &[3_999, 4_001],
        Exact,
        of::long_enum,
    ),
    limit(
        ("search.rs", "MOST_VALUES"),
        &[],
        &[399, 401],
        Exact,
        of::long_enum,
    ),
    limit(
        ("shrink.rs", "MOST_TRIED"),
        &[20, 700],
        &[],
        Exact,
        of::many_required,
    ),
    limit(
        ("solve.rs", "DEEPEST_QUESTION"),
        &[100],
        &[219, 220, 221, 300],
        Exact,
        of::nested_arrays,
    ),
    limit(
        ("solve.rs", "MOST_STEPS"),
        &[4],
        &[12, 20],
        Exact,
        of::pairs_of_branches,
    ),
    limit(
        ("solve/arrays.rs", "MOST_DIFFERENT"),
        &[20, 400],
        &[401],
        Exact,
        of::different_items,
    ),
    limit(
        ("solve/arrays.rs", "MOST_PAIRS"),
        &[5, 25],
        &[26, 27],
        Exact,
        of::equal_items,
    ),
    limit(
        ("solve/arrays.rs", "MOST_POSITIONS"),
        &[2_047, 2_048],
        &[2_049],
        Exact,
        of::long_prefix,
    ),
    limit(
        ("solve/counts.rs", "MOST_COUNTED"),
        &[4, 5],
        &[6, 7],
        Exact,
        of::contained_by_length,
    ),
    limit(
        ("solve/counts.rs", "MOST_ITEMS"),
        &[2_001],
        &[100_001],
        Exact,
        of::long_array,
    ),
    limit(
        ("solve/counts.rs", "MOST_STATES"),
        &[20, 43],
        &[44, 45],
        Exact,
        of::counted_items,
    ),
    limit(
        ("solve/counts.rs", "MOST_VISITED"),
        &[100],
        &[200, 400],
        Exact,
        of::counted_in_long_array,
    ),
    limit(
        ("solve/names.rs", "FEW_PATTERNS"),
        &[2, 3, 4],
        &[],
        Exact,
        of::independent_patterns,
    ),
    limit(
        ("solve/names.rs", "MOST_CLASSES"),
        &[6],
        &[7, 8, 9],
        Exact,
        of::independent_patterns,
    ),
    Limit {
        draft: Draft::Draft4,
        ..limit(
            ("solve/numbers.rs", "MOST_FORMS"),
            &[6, 7],
            &[8, 9],
            Exact,
            of::array_in_forms,
        )
    },
    limit(
        ("solve/numbers.rs", "LARGEST_EXACT"),
        &[(1 << 53) - 1, 1 << 53, (1 << 53) + 1],
        &[],
        Exact,
        of::only_number,
    ),
    limit(
        ("solve/numbers.rs", "MOST_TRIED"),
        &[511, 512],
        &[513, 600],
        Exact,
        of::range_as_enum,
    ),
    limit(
        ("solve/objects.rs", "MOST_MEMBERS"),
        &[50],
        &[299, 300, 301],
        Exact,
        of::many_members,
    ),
    limit(
        ("solve/objects.rs", "MOST_PLANS"),
        &[2, 4],
        &[5, 6, 7],
        Exact,
        of::demands,
    ),
    limit(
        ("solve/state.rs", "MOST_COMPOSITES"),
        &[399, 400],
        &[401],
        Exact,
        of::enum_of_objects,
    ),
    limit(
        ("solve/state.rs", "MOST_PAIRS"),
        &[34, 35],
        &[36, 37],
        Exact,
        of::overlapping_branches,
    ),
    limit(
        ("solve/state.rs", "MOST_PROBED"),
        &[20, 30],
        &[47, 48, 49],
        Exact,
        of::three_unions,
    ),
    limit(
        ("solve/strings.rs", "LONGER"),
        &[],
        &[3, 4, 5, 6],
        Exact,
        of::opaque_pattern,
    ),
    limit(
        ("solve/strings.rs", "LONGEST"),
        &[99_999, 100_000],
        &[100_001],
        Exact,
        of::long_string,
    ),
    limit(
        ("solve/summary.rs", "FEWEST_TAGGED"),
        &[7, 8, 9],
        &[],
        Exact,
        of::tagged,
    ),
];

/// Numbers that bound no verdict, with what they are.
const OTHERS: [(&str, &str, &str); 5] = [
    ("lower.rs", "NEGATION", "stands for no address"),
    ("lower.rs", "NOTHING_ASSUMED", "stands for no address"),
    (
        "model.rs",
        "ALL_ARE_WHOLE",
        "the doubles that the validator takes for integers",
    ),
    ("search.rs", "SEED", "where random numbers begin"),
    ("solve.rs", "INDEPENDENT", "stands for no question"),
];

/// Parts whose numbers bound no verdict: what a report shows, and what a worker process may take.
const OTHER_PARTS: [&str; 4] = ["changes", "policy", "step", "worker"];

fn run(limits: &[&Limit]) {
    let mut wrong = Vec::new();
    for limit in limits {
        let sizes = limit.inside.iter().map(|size| (*size, true));
        for (size, is_inside) in sizes.chain(limit.beyond.iter().map(|size| (*size, false))) {
            println!("{} {}, {size}", limit.file, limit.name);
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
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Two tests share the table, so that they run side by side.
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
            match path.is_dir() {
                true => folders.push(path),
                false => files.push(path),
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

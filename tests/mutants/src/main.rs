//! Mutation testing with all mutants in one build: each is behind a switch, which is on while the tests that reach
//! it are run. CONTRIBUTING.md describes how to use it.

mod judge;
mod list;
mod report;
mod rewrite;
mod tests;
mod tree;

use std::{
    env, error,
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
    process::ExitCode,
    time::Duration,
};

use serde_json::Value;

use judge::Outcomes;
use tests::Bench;
use tree::Tree;

type Result<T> = std::result::Result<T, Box<dyn error::Error + Send + Sync>>;

const USAGE: &str = "\
mutants [AREA…] [--budget SECONDS] [--jobs N] [--again] [--retrace PART]… [--skip PART]… [--report]

Without an area: all but `compat`. A run that was ended is continued by the next.

--budget   seconds of tests for each mutant (120)
--jobs     mutants at once (2)
--again    tries those again that no test has noticed
--retrace  runs tests whose name contains PART without a mutant again, after they were changed
--skip     leaves out tests whose name contains PART
--report   only prints what is known";

struct Options {
    areas: Vec<String>,
    budget: Duration,
    jobs: usize,
    is_again: bool,
    retrace: Vec<String>,
    skipped: Vec<String>,
    is_report: bool,
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Option<Options> {
    let mut options = Options {
        areas: Vec::new(),
        budget: Duration::from_secs(120),
        jobs: 2,
        is_again: false,
        retrace: Vec::new(),
        skipped: Vec::new(),
        is_report: false,
    };
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--budget" => options.budget = Duration::from_secs(arguments.next()?.parse().ok()?),
            "--jobs" => options.jobs = arguments.next()?.parse().ok()?,
            "--again" => options.is_again = true,
            "--retrace" => options.retrace.push(arguments.next()?),
            "--skip" => options.skipped.push(arguments.next()?),
            "--report" => options.is_report = true,
            area if list::AREAS.iter().any(|(name, _)| *name == area) => {
                options.areas.push(argument)
            }
            _ => return None,
        }
    }
    if options.areas.is_empty() {
        let names = list::AREAS.iter().map(|(name, _)| (*name).to_owned());
        options.areas = names.filter(|name| name != "compat").collect();
    }
    Some(options)
}

fn run(options: &Options) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()?;
    let mutants = list::list(&root, &options.areas)?;
    let tree = Tree::new(&root);
    // Outcomes apply only to these mutants of these sources.
    let folder = root
        .join("target/mutants")
        .join(list::digest(&root, &mutants)?);
    fs::create_dir_all(&folder)?;
    fs::create_dir_all(&tree.copy)?;
    let results = folder.join("results.jsonl");
    eprintln!("{} mutants, in {}", mutants.len(), folder.display());
    let built = tree.build(&mutants, &folder.join("not-built"))?;
    if !options.is_report {
        let bench = Bench::new(&tree, &built)?;
        let known = folder.join("tests.jsonl");
        // The tests of comparisons reach few other mutants, and take long.
        let mut programs = built.programs.clone();
        if !options.areas.iter().any(|area| area == "compat") {
            programs.retain(|program| !program.name.starts_with("schema-compat/"));
        }
        let effort = (options.budget, options.jobs);
        let tests = bench.trace(
            &programs,
            &known,
            (&options.retrace, &options.skipped),
            effort,
        )?;
        let outcomes = outcomes(&results)?;
        let is_open = |id: &usize| match outcomes.get(&mutants[*id].name) {
            None => true,
            Some((outcome, _)) => options.is_again && !report::is_noticed(outcome),
        };
        let todo = (0..mutants.len())
            .filter(|id| !built.out.contains_key(id))
            .filter(is_open)
            .collect();
        judge::judge(&bench, &mutants, todo, &tests, effort, &results)?;
    }
    let page = report::report(&mutants, &built.out, &outcomes(&results)?);
    fs::write(root.join("target/mutants/report.md"), &page)?;
    print!("{page}");
    Ok(())
}

/// Returns the last outcome of each mutant.
fn outcomes(results: &Path) -> Result<Outcomes> {
    let mut outcomes = Outcomes::new();
    for line in fs::read_to_string(results).unwrap_or_default().lines() {
        let value: Value = serde_json::from_str(line)?;
        let text = |name: &str| value[name].as_str().map(str::to_owned);
        if let (Some(mutant), Some(outcome)) = (text("mutant"), text("outcome")) {
            outcomes.insert(mutant, (outcome, text("test")));
        }
    }
    Ok(outcomes)
}

/// Appends a line to a file. A run can be interrupted at any time.
fn append(path: &Path, line: &Value) -> Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    Ok(file.write_all(format!("{line}\n").as_bytes())?)
}

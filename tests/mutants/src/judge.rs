//! Runs the tests that reach a mutant until one of them fails.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    path::Path,
    sync::Mutex,
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{
    Result, append,
    list::Mutant,
    tests::{Bench, Ended, Test, on_threads},
};

/// The seconds for which tests of one program are run together at first. Each further run is twice as long.
const FIRST: f64 = 1.0;
const MOST: f64 = 16.0;

/// The number of last tests that noticed a mutant of a function or a file. They are likely to notice the next one.
const LIKELY: usize = 4;

/// Tries each mutant of `todo` until a test fails, and records the outcomes.
pub fn judge(
    bench: &Bench,
    mutants: &[Mutant],
    todo: Vec<usize>,
    tests: &[Test],
    (budget, jobs): (Duration, usize),
    results: &Path,
) -> Result<()> {
    let (count, started) = (todo.len(), Instant::now());
    let queue = Mutex::new(VecDeque::from(todo));
    let killers = Mutex::new(HashMap::<String, Vec<usize>>::new());
    let work = |_| -> Result<()> {
        loop {
            let next = queue.lock().map_err(|_| "a thread failed")?.pop_front();
            let Some(id) = next else {
                return Ok(());
            };
            let mutant = &mutants[id];
            let function = format!("{} {}", mutant.file, mutant.function);
            let mut likely = Vec::new();
            let known = killers.lock().map_err(|_| "a thread failed")?;
            for place in [&function, &mutant.file] {
                likely.extend(
                    known
                        .get(place)
                        .into_iter()
                        .flatten()
                        .rev()
                        .take(LIKELY)
                        .copied(),
                );
            }
            drop(known);
            let begun = Instant::now();
            let (outcome, killer) = try_one(bench, id, tests, &likely, budget)?;
            if let Some(killer) = killer {
                let mut known = killers.lock().map_err(|_| "a thread failed")?;
                for place in [function, mutant.file.clone()] {
                    let list = known.entry(place).or_default();
                    list.retain(|it| *it != killer);
                    list.push(killer);
                }
            }
            append(
                results,
                &json!({
                    "mutant": mutant.name, "outcome": outcome, "seconds": begun.elapsed().as_secs_f64(),
                    "test": killer.map(|it| format!("{} {}", tests[it].program.name, tests[it].name)),
                }),
            )?;
            let left = queue.lock().map_err(|_| "a thread failed")?.len();
            if left % 20 == 0 {
                eprintln!(
                    "{} of {count} in {} s",
                    count - left,
                    started.elapsed().as_secs()
                );
            }
        }
    };
    on_threads(jobs, &work)
}

/// Runs the tests that reach a mutant until one fails: first the likely ones, then those that are quick and reach
/// few mutants.
fn try_one(
    bench: &Bench,
    id: usize,
    tests: &[Test],
    likely: &[usize],
    budget: Duration,
) -> Result<(&'static str, Option<usize>)> {
    let mut reaching: Vec<usize> = (0..tests.len())
        .filter(|at| tests[*at].reached.contains(&id))
        .collect();
    if reaching.is_empty() {
        return Ok(("not reached", None));
    }
    // A test that reaches few mutants is about these.
    let effort = |at: &usize| tests[*at].seconds * tests[*at].reached.len() as f64;
    reaching.sort_by(|a, b| effort(a).total_cmp(&effort(b)));
    let mut rest = VecDeque::from(reaching);
    let mut batches = Vec::new();
    for at in likely {
        if let Some(place) = rest.iter().position(|it| it == at) {
            rest.remove(place);
            batches.push(vec![*at]);
        }
    }
    batches.reverse();
    let (started, mut size) = (Instant::now(), FIRST);
    while let Some(batch) = batches.pop().or_else(|| take(&mut rest, tests, &mut size)) {
        let normal: f64 = batch.iter().map(|at| tests[*at].seconds).sum();
        if started.elapsed().as_secs_f64() + normal > budget.as_secs_f64() {
            return Ok(("out of time", None));
        }
        let names: Vec<&str> = batch.iter().map(|at| tests[*at].name.as_str()).collect();
        let limit = Duration::from_secs_f64(10.0 + 20.0 * normal);
        let program = &tests[batch[0]].program;
        // A test that failed together with others is identified, so that it is likely for the next mutant.
        match bench.run(program, &names, ("MUTANT", &id.to_string()), limit)? {
            Ended::Passed => {}
            Ended::TimedOut => return Ok(("timed out", Some(batch[0]))),
            Ended::Failed if batch.len() == 1 => return Ok(("killed", Some(batch[0]))),
            Ended::Failed => {
                for at in &batch {
                    let limit = Duration::from_secs_f64(10.0 + 20.0 * tests[*at].seconds);
                    if !matches!(
                        bench.run(
                            program,
                            &[&tests[*at].name],
                            ("MUTANT", &id.to_string()),
                            limit
                        )?,
                        Ended::Passed
                    ) {
                        return Ok(("killed", Some(*at)));
                    }
                }
                return Ok(("killed together", None));
            }
        }
    }
    Ok(("survived", None))
}

/// Takes the next tests that belong to the same program.
fn take(rest: &mut VecDeque<usize>, tests: &[Test], size: &mut f64) -> Option<Vec<usize>> {
    let first = *rest.front()?;
    let mut sum = 0.0;
    let mut batch = Vec::new();
    rest.retain(|at| {
        let fits = tests[*at].program.name == tests[first].program.name
            && (batch.is_empty() || sum + tests[*at].seconds <= *size);
        if fits {
            sum += tests[*at].seconds;
            batch.push(*at);
        }
        !fits
    });
    *size = (*size * 2.0).min(MOST);
    Some(batch)
}

/// Outcomes of mutants, and the tests that noticed them, by name.
pub type Outcomes = BTreeMap<String, (String, Option<String>)>;

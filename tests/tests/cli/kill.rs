//! Runs that are killed, and runs at the same time.

use std::{
    collections::BTreeMap,
    fs,
    process::Child,
    thread,
    time::{Duration, Instant},
};

use repository_tests::tool::{Outcome, Repository};

use crate::{CREATED, EXAMPLES, MANIFEST, fresh};

type Files = BTreeMap<String, Vec<u8>>;

/// Schemas, and all files that are generated from them.
struct State {
    schemas: Files,
    files: Files,
}

impl State {
    #[track_caller]
    fn of(repository: &Repository) -> Self {
        repository.run(["codegen"]).exits(0);
        let files = repository.files();
        let mut schemas = files.clone();
        schemas.retain(|path, _| path.starts_with("schemas/webhooks/"));
        Self { schemas, files }
    }

    /// Returns the current repository, and one with every file changed and more events.
    fn pair() -> [Self; 2] {
        let before = Self::of(&Repository::copy());
        let repository = Repository::copy();
        for event in ["job.cancelled", "job.paused", "job.resumed", "job.retried"] {
            repository.run(["new", event]).exits(0);
        }
        for path in before.schemas.keys().filter(|path| {
            ["/examples/", "/released/"]
                .iter()
                .all(|part| !path.contains(part))
        }) {
            repository.edit(path, |root| {
                let description = root["description"].as_str().unwrap().to_owned();
                root["description"] = format!("{description} As of now.").into();
            });
        }
        [before, Self::of(&repository)]
    }

    fn put_into(&self, repository: &Repository) {
        repository.remove("schemas/webhooks");
        for (path, bytes) in &self.schemas {
            repository.write(path, bytes);
        }
    }

    /// Returns the generated files that the other state lacks or has with other content.
    fn differing(&self, other: &Self) -> Vec<String> {
        let is_generated = |path: &&String| !path.starts_with("schemas/");
        let paths = self
            .files
            .keys()
            .chain(other.files.keys())
            .filter(is_generated);
        let mut paths: Vec<String> = paths
            .filter(|path| self.files.get(*path) != other.files.get(*path))
            .cloned()
            .collect();
        // The files are written in this order.
        paths.sort();
        paths.dedup();
        paths
    }
}

#[track_caller]
fn assert_files(files: &Files, expected: &Files, moment: &str) {
    assert_eq!(
        Vec::from_iter(files.keys()),
        Vec::from_iter(expected.keys()),
        "{moment}"
    );
    for (path, bytes) in files {
        assert!(expected[path] == *bytes, "{path}, {moment}");
    }
}

/// Checks that every generated file is complete: old or new.
#[track_caller]
fn assert_whole(repository: &Repository, states: &[State; 2], moment: &str) {
    let mut files = repository.files();
    files.retain(|path, _| !path.contains(".codegen-"));
    for state in states {
        for path in state
            .files
            .keys()
            .filter(|path| !path.starts_with("schemas/"))
        {
            let bytes = files.get(path);
            let is_whole = states.iter().any(|state| state.files.get(path) == bytes);
            assert!(is_whole, "{path}, {moment}");
        }
    }
    let manifest = String::from_utf8(files[MANIFEST].clone()).unwrap();
    assert!(manifest.ends_with('\n'), "{moment}: {manifest}");
    for line in manifest.lines() {
        let (digest, path) = line.split_once("  ").unwrap();
        assert!(digest.len() == 64 && !path.is_empty(), "{moment}: {line}");
    }
}

#[derive(Clone, Copy, Debug)]
enum Moment {
    /// After a time.
    After(Duration),
    /// Once this number of the files is written.
    Written(usize),
}

/// Kills a run at a moment, and returns whether it was still running.
#[track_caller]
fn kill(repository: &Repository, moment: Moment, differing: &[String], old: &State) -> bool {
    let mut child = repository.tool(["codegen"]).command().spawn().unwrap();
    match moment {
        Moment::After(time) => thread::sleep(time),
        Moment::Written(number) => {
            let path = &differing[number.min(differing.len() - 1)];
            let old = old.files.get(path);
            wait_until(&mut child, || {
                fs::read(repository.at(path)).ok().as_ref() != old
            });
        }
    }
    end(&mut child)
}

#[track_caller]
fn wait_until(child: &mut Child, is_reached: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_reached() && child.try_wait().unwrap().is_none() {
        assert!(started.elapsed() < Duration::from_secs(60), "it hangs");
    }
}

#[track_caller]
fn end(child: &mut Child) -> bool {
    let was_running = child.try_wait().unwrap().is_none();
    // On Unix this is SIGKILL, which nothing can handle.
    child.kill().unwrap();
    child.wait().unwrap();
    was_running
}

#[test]
fn a_killed_run_leaves_whole_files() {
    let states = State::pair();
    let repository = fresh();
    states[1].put_into(&repository);
    let run_time = repository.run(["codegen"]).exits(0).took;
    let differing = states[0].differing(&states[1]);
    assert!(differing.len() >= 16, "{differing:?}");
    let times = (0..25).map(|index| Moment::After(run_time * index / 25));
    let counts = (0..25).map(|index| Moment::Written(differing.len() * index / 25));
    let mut killed = 0;
    for (index, moment) in times.chain(counts).enumerate() {
        let (old, new) = (&states[(index + 1) % 2], &states[index % 2]);
        new.put_into(&repository);
        let shown = format!("moment {index}, {moment:?} of {run_time:?}");
        killed += usize::from(kill(&repository, moment, &differing, old));
        assert_whole(&repository, &states, &shown);
        repository.run(["codegen"]).exits(0);
        repository.run(["codegen", "--check"]).exits(0);
        assert_files(&repository.files(), &new.files, &shown);
    }
    assert!(
        killed >= 10,
        "{killed} of 50 runs were killed before their end"
    );
}

/// Files that a killed run has announced and not written yet are not treated as someone else's.
#[test]
fn a_killed_run_announces_without_harm() {
    let repository = fresh();
    repository.edit(CREATED, |root| {
        root["description"] = "There is a job.".into()
    });
    let manifest = repository.read(MANIFEST);
    let mut child = repository.tool(["codegen"]).command().spawn().unwrap();
    wait_until(&mut child, || repository.read(MANIFEST) != manifest);
    end(&mut child);
    repository.remove(CREATED);
    repository.remove(&format!("{EXAMPLES}/job.created"));
    let outcome = repository.run(["codegen"]);
    outcome.exits(0).says_nothing_of("kept");
    repository.run(["codegen", "--check"]).exits(0);
}

/// The list names new files before they exist, so that a run with the old schemas removes them.
#[test]
fn files_of_a_killed_run_go_if_the_schemas_go_back() {
    let [old, new] = State::pair();
    let repository = fresh();
    let is_new = |path: &&String| !old.files.contains_key(*path) && !path.starts_with("schemas/");
    let added: Vec<&String> = new.files.keys().filter(is_new).collect();
    assert!(added.len() >= 8, "{added:?}");
    let mut seen = 0;
    for path in &added {
        new.put_into(&repository);
        let mut child = repository.tool(["codegen"]).command().spawn().unwrap();
        wait_until(&mut child, || repository.at(path).exists());
        let was_running = end(&mut child);
        seen += usize::from(was_running && repository.at(path).exists());
        old.put_into(&repository);
        repository.run(["codegen"]).exits(0);
        assert_files(&repository.files(), &old.files, path);
    }
    assert!(seen > 0, "no run was killed while it was writing");
}

#[test]
fn two_runs_at_once_agree() {
    let states = State::pair();
    let repository = fresh();
    for round in 0..10 {
        let state = &states[(round + 1) % 2];
        state.put_into(&repository);
        let run = || repository.tool(["codegen"]).run();
        let outcomes: [Outcome; 2] = thread::scope(|scope| {
            let other = scope.spawn(run);
            [run(), other.join().unwrap()]
        });
        for outcome in outcomes {
            outcome.exits(0);
        }
        assert_eq!(repository.leftovers(), Vec::<String>::new());
        repository.run(["codegen", "--check"]).exits(0);
        assert_files(&repository.files(), &state.files, &format!("round {round}"));
    }
}

/// A check during another run does not mistake its unfinished work for the result.
#[test]
fn a_check_beside_a_run_ends() {
    let states = State::pair();
    let repository = fresh();
    for round in 0..4 {
        states[(round + 1) % 2].put_into(&repository);
        thread::scope(|scope| {
            let run = scope.spawn(|| repository.tool(["codegen"]).run());
            let check = repository.tool(["codegen", "--check"]).run();
            assert!(matches!(check.code, Some(0 | 4)), "{check}");
            run.join().unwrap().exits(0);
        });
        repository.run(["codegen", "--check"]).exits(0);
    }
}

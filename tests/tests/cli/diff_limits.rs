//! `diff` when a limit is reached, and when it is killed.

use repository_tests::tool::Repository;
use serde_json::{Map, Value, json};

/// Two files with so many definitions that no worker can compare them within a millisecond.
#[test]
fn changes_are_listed_within_the_limits() {
    let repository = Repository::copy();
    for (file, kind) in [("old.json", "string"), ("new.json", "integer")] {
        let member = |number: usize| (format!("p{number}"), json!({ "type": kind }));
        let properties: Map<String, Value> = (0..20_000).map(member).collect();
        let schema = json!({ "properties": properties });
        repository.write(file, schema.to_string());
    }
    let outcome = repository.run(["diff", "old.json", "new.json", "--time-limit", "0.001"]);
    outcome.exits(1);
    let reason = "over budget: the comparison took more than 1ms";
    let message = format!("the changes are not listed one by one: {reason}");
    assert!(outcome.stdout.contains(&message), "{outcome}");
    assert!(outcome.stdout.lines().count() < 10, "{outcome}");

    let arguments = [
        "diff",
        "old.json",
        "new.json",
        "--time-limit",
        "0.001",
        "--format",
        "json",
    ];
    let outcome = repository.run(arguments);
    outcome.exits(1);
    let lines = outcome.stdout.lines();
    let lines: Vec<Value> = lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let judged = lines[2]["changes"].as_array().unwrap();
    assert_eq!(judged.len(), 1);
    let change = &judged[0]["changes"][0];
    assert_eq!(
        (&change["kind"], &change["reason"]),
        (&json!("unlisted"), &json!(reason))
    );
}

#[test]
fn changes_of_events_are_listed_within_the_limits() {
    let repository = Repository::copy();
    let path = "schemas/webhooks/v1/job.created.json";
    let mut schema: Value = serde_json::from_str(&repository.read(path)).unwrap();
    let definition = |number: usize| (format!("d{number}"), json!({ "type": "integer" }));
    let definitions: Map<String, Value> = (0..5_000).map(definition).collect();
    schema["$defs"].as_object_mut().unwrap().extend(definitions);
    repository.write(path, schema.to_string());
    let outcome = repository.run(["diff", "job.created", "--time-limit", "0.001"]);
    let message = "the changes are not listed one by one: over budget";
    assert!(outcome.stdout.contains(message), "{outcome}");
    let outcome = repository.run(["diff", "job.created"]);
    assert!(
        outcome.stdout.contains("definition `d4999` added"),
        "{outcome}"
    );
}

/// Workers end with their parent process, however that ends.
#[cfg(target_os = "linux")]
#[test]
fn workers_of_a_killed_run_end() {
    use std::{
        thread,
        time::{Duration, Instant},
    };

    use self::processes::{children, is_working, kill, runs};

    let repository = Repository::copy();
    // Matching takes minutes: there are many strings and many patterns, and the engine backtracks.
    let schema = |end: &str| {
        let pattern = |count: usize| json!({ "pattern": format!("^(a*)*\\1{end}{{{count}}}$") });
        let patterns: Value = (1..100).map(pattern).collect();
        json!({ "type": "string", "minLength": 60, "anyOf": patterns }).to_string()
    };
    repository.write("old.json", schema("b"));
    repository.write("new.json", schema("c"));
    let arguments = ["diff", "old.json", "new.json", "--time-limit", "600"];
    let mut run = repository.tool(arguments).command().spawn().unwrap();
    let wait_for = |what: &str, is_reached: &dyn Fn() -> bool| {
        let start = Instant::now();
        while !is_reached() {
            if start.elapsed() > Duration::from_secs(60) {
                return Err(format!("{what} after a minute"));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    };
    let parent = run.id();
    let are_working = || {
        let workers = children(parent);
        !workers.is_empty() && workers.iter().all(|worker| is_working(*worker))
    };
    let started = wait_for("no worker compares", &are_working);
    let workers = children(parent);
    let was_running = run.try_wait().unwrap().is_none();
    // On Unix this is SIGKILL, which nothing can handle.
    run.kill().unwrap();
    run.wait().unwrap();
    let are_gone = || !workers.iter().any(|worker| runs(*worker));
    let ended = wait_for("a worker goes on", &are_gone);
    workers
        .iter()
        .filter(|worker| runs(**worker))
        .for_each(|worker| kill(*worker));
    started.unwrap();
    assert!(was_running, "the comparison came to an end");
    ended.unwrap();
}

/// Processes, as `/proc` describes them.
#[cfg(target_os = "linux")]
mod processes {
    use std::{fs, process::Command};

    /// The time on a processor, in hundredths of a second, after which a process has started up.
    const WORKING: u64 = 50;

    /// Returns the fields of a process after its name: its state first.
    fn fields(process: u32) -> Option<Vec<String>> {
        let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        let (_, fields) = text.rsplit_once(')')?;
        Some(fields.split_whitespace().map(str::to_owned).collect())
    }

    pub(super) fn children(parent: u32) -> Vec<u32> {
        let entries = fs::read_dir("/proc").unwrap().flatten();
        let processes = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let is_child = |process: &u32| {
            let fields = fields(*process);
            fields.is_some_and(|fields| fields[1] == parent.to_string())
        };
        processes.filter(is_child).collect()
    }

    /// Reports whether a process has begun to compare.
    pub(super) fn is_working(process: u32) -> bool {
        fields(process).is_some_and(|fields| {
            let time = |at: usize| fields[at].parse::<u64>().unwrap();
            time(11) + time(12) > WORKING
        })
    }

    /// Reports whether a process is running: one that has ended may be listed until its parent is notified.
    pub(super) fn runs(process: u32) -> bool {
        fields(process).is_some_and(|fields| !["Z", "X"].contains(&fields[0].as_str()))
    }

    pub(super) fn kill(process: u32) {
        let process = process.to_string();
        let _ = Command::new("kill").args(["-KILL", &process]).status();
    }
}

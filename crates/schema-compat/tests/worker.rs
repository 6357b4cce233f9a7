//! A worker whose parent is gone.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that panics has failed"
)]

use std::{
    env, io,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use schema_compat::{
    Settings,
    worker::{Limits, serve},
};
use serde_json::json;

/// Limits that are far longer than the test waits.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(300),
    memory: 1 << 30,
    stack: 16 << 20,
};

/// The environment variable that makes the test process a worker, for the process that the test starts.
const WORKER: &str = "TEST_IS_WORKER";

/// Returns a question whose answer takes minutes: a backtracking engine matches many strings.
fn long_question() -> Vec<u8> {
    let pattern = |end: &str| json!({ "type": "string", "minLength": 60, "pattern": format!("^(a*)*\\1{end}$") });
    let (writer, reader) = (pattern("b").to_string(), pattern("c").to_string());
    let header = json!({
        "settings": Settings::default(),
        "writer": writer.len(),
        "reader": reader.len(),
    });
    format!("{header}\n{writer}{reader}").into_bytes()
}

#[test]
fn a_worker_ends_when_the_one_who_asks_is_gone() {
    if env::var_os(WORKER).is_some() {
        #[expect(
            clippy::disallowed_methods,
            reason = "the answers of a worker are for the one who asks"
        )]
        serve(io::stdin(), io::stdout(), &LIMITS).unwrap();
        return;
    }
    let test = "a_worker_ends_when_the_one_who_asks_is_gone";
    let mut worker = Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(WORKER, "")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = worker.stdin.take().unwrap();
    let mut output = BufReader::new(worker.stdout.take().unwrap()).lines();
    let is_ready = output.any(|line| line.unwrap().ends_with("ready"));
    assert!(is_ready, "the worker did not start");
    input.write_all(&long_question()).unwrap();
    input.flush().unwrap();
    thread::sleep(Duration::from_millis(500));
    assert!(
        worker.try_wait().unwrap().is_none(),
        "the question is answered"
    );
    // The system closes it when the process that holds it ends.
    drop(input);
    let start = Instant::now();
    while worker.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(60) {
            worker.kill().unwrap();
            worker.wait().unwrap();
            panic!("the worker goes on");
        }
        thread::sleep(Duration::from_millis(20));
    }
    let answers = output.filter(|line| line.as_ref().unwrap().contains("verdict"));
    assert_eq!(answers.count(), 0, "the question is answered");
}

//! Tests that are skipped say so where it is seen.
//!
//! The tests of other packages include this file, so it depends on nothing.

use std::{
    env,
    fs::OpenOptions,
    io::{self, Write},
    panic::Location,
    thread,
};

/// Says that the calling test is skipped: why, and how to have it run.
///
/// `SKIPPED_TESTS` names a file that gets a line for it, of which the gate makes a list. The line is written to the
/// standard error, too, past the test runner, which keeps what a passing test prints to itself.
///
/// # Panics
///
/// If the line cannot be written.
#[track_caller]
#[allow(
    unreachable_pub,
    reason = "it is public in one of the packages that include this file"
)]
#[expect(
    clippy::disallowed_methods,
    reason = "a test prints what it has made itself"
)]
pub fn skipped(why: &str, how: &str) {
    // The test runner names a thread after its test, unless there is one thread for all tests.
    let thread = thread::current();
    let test = match thread.name() {
        Some(name) if name != "main" => name.to_owned(),
        _ => Location::caller().to_string(),
    };
    let line = format!("{test}\t{why}; {how}\n");
    if let Some(path) = env::var_os("SKIPPED_TESTS") {
        let file = OpenOptions::new().create(true).append(true).open(&path);
        file.and_then(|mut file| file.write_all(line.as_bytes()))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let shown = format!("skipped: {}", line.replace('\t', ": "));
    io::stderr().write_all(shown.as_bytes()).unwrap();
}

//! Reports of skipped tests.
//!
//! The tests of other packages include this file, so it depends on nothing.

use std::{
    env,
    fs::OpenOptions,
    io::{self, Write},
    panic::Location,
    thread,
};

/// Reports that the calling test is skipped: why, and how to run it.
///
/// The line is appended to the file in `SKIPPED_TESTS`, from which `cargo xtask ci` makes a list. It is also
/// written to the standard error directly, since the test runner hides what a passing test prints.
///
/// # Panics
///
/// Panics if the line cannot be written.
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
    // The test runner names a thread after its test, unless all tests run on one thread.
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

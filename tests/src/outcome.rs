//! The outcome of a run of the tool, and checks of it.

#![allow(clippy::panic, reason = "a panic is how a test fails")]

use std::time::Duration;

/// The end of a run, with its output.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The exit code, unless the run crashed or was killed.
    pub code: Option<i32>,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
    /// The time that it took.
    pub took: Duration,
}

impl Outcome {
    /// Checks the exit code.
    ///
    /// # Panics
    ///
    /// Panics if it is another one.
    #[track_caller]
    pub fn exits(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{self}");
        self
    }

    /// Checks that the standard output contains a text.
    ///
    /// # Panics
    ///
    /// Panics if it does not.
    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        assert!(self.stdout.contains(text), "`{text}` is missing: {self}");
        self
    }

    /// Checks that the standard output does not contain a text.
    ///
    /// # Panics
    ///
    /// Panics if it does.
    #[track_caller]
    pub fn says_nothing_of(&self, text: &str) -> &Self {
        assert!(!self.stdout.contains(text), "`{text}` is there: {self}");
        self
    }

    /// Checks that the standard error contains a text.
    ///
    /// # Panics
    ///
    /// Panics if it does not.
    #[track_caller]
    pub fn complains(&self, text: &str) -> &Self {
        assert!(self.stderr.contains(text), "`{text}` is missing: {self}");
        self
    }

    /// Returns the standard output as JSON.
    ///
    /// # Panics
    ///
    /// Panics if it is not JSON.
    #[must_use]
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        match serde_json::from_str(&self.stdout) {
            Ok(value) => value,
            Err(error) => panic!("{error}: {self}"),
        }
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let cut = |text: &str| text.chars().take(4_000).collect::<String>();
        write!(
            f,
            "code {:?} after {:?}\n--- standard output\n{}\n--- standard error\n{}",
            self.code,
            self.took,
            cut(&self.stdout),
            cut(&self.stderr)
        )
    }
}

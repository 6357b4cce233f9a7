//! The tests and steps that a run of `ci` did not try, with the reasons.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use tempfile::NamedTempFile;

use super::Cargo;
use schema_cli::Failure;

/// Names the file to which tests write that they are skipped: a line each, with the name, a tab, and the reason.
pub(super) const VARIABLE: &str = "SKIPPED_TESTS";

/// The tests of all packages, without those in documentation.
pub(super) const TESTS: [&str; 4] = ["test", "--workspace", "--all-features", "--tests"];

/// Skipped tests and steps, by the reason.
pub(super) struct Skipped {
    file: NamedTempFile,
    names: BTreeMap<String, BTreeSet<String>>,
}

impl Skipped {
    pub(super) fn new() -> Result<Self, Failure> {
        let file = NamedTempFile::new();
        Ok(Self {
            file: file.map_err(|error| Failure::new("cannot make a temporary file", error))?,
            names: BTreeMap::new(),
        })
    }

    /// The file to which tests write.
    pub(super) fn file(&self) -> &Path {
        self.file.path()
    }

    pub(super) fn add(&mut self, name: impl Into<String>, reason: &str) {
        let names = self.names.entry(reason.to_owned()).or_default();
        names.insert(name.into());
    }

    /// Adds the tests that are ignored, which the test runners list.
    pub(super) fn add_ignored(&mut self, cargo: &Cargo) {
        let list = ["--", "--ignored", "--list", "--format", "terse"];
        let output = cargo.command(&[&TESTS[..], &list].concat()).output();
        let Some(output) = output.ok().filter(|output| output.status.success()) else {
            let reason = "they cannot be listed; run `cargo test -- --ignored --list`";
            self.add("the tests that are ignored", reason);
            return;
        };
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            if let Some(name) = line.strip_suffix(": test") {
                let reason =
                    "it is ignored, since it takes minutes; run `cargo xtask ci --scheduled`";
                self.add(name, reason);
            }
        }
    }

    /// Lists everything that was skipped, for people.
    pub(super) fn list(mut self) -> Result<Vec<String>, Failure> {
        let lines = fs::read_to_string(self.file.path())
            .map_err(|error| Failure::new("cannot read which tests were skipped", error))?;
        for line in lines.lines() {
            let (name, reason) = line.split_once('\t').unwrap_or((line, "no reason given"));
            self.add(name, reason);
        }
        let lines = self.names.iter().flat_map(|(reason, names)| {
            let lines = names.iter();
            lines.map(move |name| format!("skipped: {name}: {reason}"))
        });
        Ok(lines.collect())
    }
}

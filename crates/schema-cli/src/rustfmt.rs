//! Formats generated Rust as `cargo fmt` does, so that the two never disagree.

use std::{
    env,
    io::{self, Write},
    path::{Path, PathBuf},
    process::Stdio,
    sync::{Mutex, PoisonError},
    thread,
};

use schema_codegen::Artifact;

use crate::{exit::Failure, programs::program};

/// The beginning of the line before each file in what `rustfmt` reads. Generated code has comments of documentation
/// alone, which begin with three slashes.
const MARK: &str = "// file ";

/// The most processes at once.
const MOST_PROCESSES: usize = 4;

/// The bytes of code that one process formats: less takes longer to start than to format, and more takes much memory.
const EACH: usize = 2 * 1024 * 1024;

/// Formats the Rust files among artifacts.
pub(crate) fn format(mut artifacts: Vec<Artifact>) -> Result<Vec<Artifact>, Failure> {
    attempt(&mut artifacts).map_err(|error| Failure::new("cannot format generated Rust", error))?;
    Ok(artifacts)
}

fn attempt(artifacts: &mut [Artifact]) -> io::Result<()> {
    let mut files: Vec<&mut Artifact> = artifacts
        .iter_mut()
        .filter(|artifact| codegen_rust::is_formatted(&artifact.path))
        .collect();
    if files.is_empty() {
        return Ok(());
    }
    // A configuration of its own: there may be another one in a folder above.
    let folder = tempfile::Builder::new().prefix("codegen-").tempdir()?;
    let config = folder.path().join("rustfmt.toml");
    write(&config, "style_edition = \"2024\"\nmax_width = 100\n")?;
    let rustfmt = Rustfmt::new(config, folder.path());
    // Attributes of a whole file are allowed only at its beginning.
    let (whole, parts): (Vec<_>, Vec<_>) =
        (files.iter_mut()).partition(|artifact| split(&artifact.text).1.starts_with("#!["));
    for artifact in whole {
        artifact.text = rustfmt.run(&artifact.text)?;
    }
    let mut parts: Vec<&mut Artifact> = parts.into_iter().map(|part| &mut **part).collect();
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let size: usize = parts.iter().map(|artifact| artifact.text.len()).sum();
    // Little code is shared out, too, so that every processor has some.
    let each = EACH.min(size / processors + 1).max(EACH / 16);
    let runs = Mutex::new(runs(&mut parts, each).into_iter());
    let work = || {
        while let Some(run) = next(&runs) {
            rustfmt.together(run)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let processes = processors.min(MOST_PROCESSES);
        let running: Vec<_> = (0..processes).map(|_| scope.spawn(work)).collect();
        let mut ended = running.into_iter().map(|one| one.join());
        ended.try_for_each(|ended| ended.unwrap_or_else(|_| Err(io::Error::other("a panic"))))
    })
}

/// Splits files into runs of so many bytes.
fn runs<'r, 'a>(
    mut files: &'r mut [&'a mut Artifact],
    each: usize,
) -> Vec<&'r mut [&'a mut Artifact]> {
    let mut runs = Vec::new();
    while !files.is_empty() {
        let mut size = 0;
        let is_within = |file: &&&mut Artifact| {
            let is_first = size == 0;
            size += file.text.len();
            is_first || size <= each
        };
        let count = files.iter().take_while(is_within).count();
        let (run, rest) = files.split_at_mut(count.clamp(1, files.len()));
        runs.push(run);
        files = rest;
    }
    runs
}

/// Takes the next run.
fn next<T>(runs: &Mutex<impl Iterator<Item = T>>) -> Option<T> {
    let mut runs = runs.lock().unwrap_or_else(PoisonError::into_inner);
    runs.next()
}

/// Splits a file into the comment that it begins with, and its items.
fn split(text: &str) -> (&str, &str) {
    let is_comment = |line: &&str| line.starts_with("//") || line.trim().is_empty();
    let length = text
        .split_inclusive('\n')
        .take_while(is_comment)
        .map(str::len)
        .sum();
    text.split_at_checked(length).unwrap_or(("", text))
}

/// Returns what `rustfmt` says of its version, if it can be asked in the user's own folder.
pub(crate) fn version() -> Option<String> {
    let output = program("rustfmt")
        .arg("--version")
        .current_dir(home()?)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    String::from_utf8(output.stdout)
        .ok()
        .filter(|_| output.status.success())
}

fn home() -> Option<PathBuf> {
    env::home_dir().filter(|home| home.is_dir())
}

struct Rustfmt {
    config: PathBuf,
    /// The folder that it runs in. `rustup` asks this folder, and those above, for the toolchain to run. Those of the
    /// registry are someone else's, and everyone on a machine can write to the folder of temporary files.
    folder: PathBuf,
}

impl Rustfmt {
    fn new(config: PathBuf, otherwise: &Path) -> Self {
        let folder = home().unwrap_or_else(|| otherwise.to_owned());
        Self { config, folder }
    }

    /// Formats several files in one run: to start and to end a run takes longer than most files.
    fn together(&self, files: &mut [&mut Artifact]) -> io::Result<()> {
        let mut all = String::new();
        for (index, file) in files.iter().enumerate() {
            all.push_str(&format!("\n{MARK}{index}\n\n{}", split(&file.text).1));
        }
        let formatted = self.run(&all)?;
        let parts: Vec<&str> = marked(&formatted).collect();
        if parts.len() != files.len() {
            // Each is formatted alone if the whole cannot be taken apart.
            for file in files {
                file.text = self.run(&file.text)?;
            }
            return Ok(());
        }
        for (file, part) in files.iter_mut().zip(parts) {
            let (header, _) = split(&file.text);
            let part = part.trim();
            file.text = if part.is_empty() {
                format!("{}\n", header.trim_end())
            } else {
                format!("{header}{part}\n")
            };
        }
        Ok(())
    }

    /// Formats one text.
    fn run(&self, text: &str) -> io::Result<String> {
        let mut child = program("rustfmt")
            .args(["--edition", "2024", "--config-path"])
            .arg(&self.config)
            .current_dir(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| {
                let help = "`rustup component add rustfmt` installs it";
                io::Error::new(error.kind(), format!("{error}; {help}"))
            })?;
        let stdin = child.stdin.take();
        let output = thread::scope(|scope| {
            // It may write before it has read everything.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(text.as_bytes())));
            child.wait_with_output()
        })?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(io::Error::other(said.into_owned()));
        }
        String::from_utf8(output.stdout).map_err(io::Error::other)
    }
}

/// The texts after each mark, if the marks are in order.
fn marked(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    (0..).map_while(move |index: usize| {
        let (_, after) = rest.split_once(&format!("{MARK}{index}\n"))?;
        rest = after;
        let end = after.find(&format!("{MARK}{}\n", index + 1));
        Some(end.and_then(|end| after.get(..end)).unwrap_or(after))
    })
}

/// Writes a file that no one else reads.
#[expect(
    clippy::disallowed_methods,
    reason = "a temporary file need not be whole after a kill"
)]
fn write(file: &Path, text: &str) -> io::Result<()> {
    std::fs::write(file, text)
}

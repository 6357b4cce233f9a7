//! The tool's binary, run on a repository that is made for one test.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

use std::{
    collections::BTreeMap,
    env,
    ffi::{OsStr, OsString},
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    thread,
    time::{Duration, Instant, SystemTime},
};

use tempfile::TempDir;

pub use crate::outcome::Outcome;
use crate::registries::FROZEN;

/// The longest time of a run. No run takes a tenth of it, however busy the machine is.
const LONGEST_RUN: Duration = Duration::from_secs(600);

/// A page that is not generated, in the folder of generated ones.
const PAGE: &str = "docs/benchmarks.md";

/// The folder of generated Rust.
pub const GENERATED: &str = "crates/scrapenest-webhooks/src/generated";

/// Returns the folder of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns the path of the tool with network clients, built from the current sources.
#[must_use]
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| build(&["--features", "xtask/network"]))
}

/// Begins a command of cargo in a folder.
#[must_use]
pub fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    // Cargo sets variables for the package of this test, and build scripts would run again because of them.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let is_of_package = text.starts_with("CARGO_MANIFEST_") || text.starts_with("CARGO_PKG_");
        if is_of_package || text == "OUT_DIR" {
            command.env_remove(&name);
        }
    }
    command
}

/// Builds the tool from the current sources, with some features, and returns the path of the program. The next
/// build with other features replaces it.
///
/// # Panics
///
/// Panics if it cannot be built.
#[must_use]
pub fn build(features: &[&str]) -> PathBuf {
    let mut command = cargo(&root());
    command
        .args(["build", "--quiet", "--bin", "xtask"])
        .args(["--message-format", "json"])
        .args(features)
        .stderr(Stdio::inherit());
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "the tool was not built");
    let messages = String::from_utf8(output.stdout).unwrap();
    messages
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|message| {
            message
                .pointer("/target/name")
                .is_some_and(|name| name == "xtask")
        })
        .find_map(|message| Some(PathBuf::from(message.get("executable")?.as_str()?)))
        .unwrap()
}

/// Schemas and everything that is generated from them, in a folder of its own.
#[derive(Debug)]
pub struct Repository {
    folder: TempDir,
    /// The temporary folder of the runs, which is removed with everything that a killed run leaves there.
    temporary: TempDir,
}

/// A file or a folder of a [`Repository`]: the time of its last change, and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The time of the last change.
    pub modified: SystemTime,
    /// The content, or `None` for a folder.
    pub bytes: Option<Vec<u8>>,
}

impl Repository {
    /// Copies the schemas of the fixture, with what is generated from them.
    ///
    /// # Panics
    ///
    /// Panics if nothing can be generated from them.
    #[must_use]
    pub fn copy() -> Self {
        static FILES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
        let repository = Self::empty();
        let files = || Self::of(&root().join(FROZEN)).files();
        for (path, bytes) in FILES.get_or_init(files) {
            repository.write(path, bytes);
        }
        repository
    }

    /// Copies a registry, and generates from it.
    ///
    /// # Panics
    ///
    /// Panics if nothing can be generated from it.
    #[must_use]
    #[track_caller]
    pub fn of(registry: &Path) -> Self {
        let repository = Self::empty();
        copy_folder(registry, &repository.at("schemas"));
        repository.write(PAGE, "# Benchmarks\n");
        repository.run(["codegen"]).exits(0);
        repository
    }

    /// Creates a folder without schemas.
    ///
    /// # Panics
    ///
    /// Panics if it cannot be created.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            temporary: tempfile::tempdir().unwrap(),
        }
    }

    /// Returns a path in the copy.
    #[must_use]
    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Returns the text of a file.
    #[must_use]
    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        match fs::read_to_string(self.at(path)) {
            Ok(text) => text,
            Err(error) => panic!("{path}: {error}"),
        }
    }

    /// Writes a file, and the folders that it is in.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        write(&self.at(path), bytes.as_ref());
    }

    /// Changes a JSON file.
    #[track_caller]
    pub fn edit(&self, path: &str, change: impl FnOnce(&mut serde_json::Value)) {
        let mut value = serde_json::from_str(&self.read(path)).unwrap();
        change(&mut value);
        self.write(path, format!("{value:#}\n"));
    }

    /// Replaces a text that a file has exactly once.
    #[track_caller]
    pub fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {path}");
        self.write(path, text.replace(old, new));
    }

    /// Removes a file, or a folder with all that is in it.
    #[track_caller]
    pub fn remove(&self, path: &str) {
        let path = self.at(path);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
    }

    /// Returns every file and folder, by its path.
    #[must_use]
    #[track_caller]
    pub fn tree(&self) -> BTreeMap<String, Entry> {
        let mut tree = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let metadata = fs::symlink_metadata(&path).unwrap();
                let shown = path.strip_prefix(self.folder.path()).unwrap();
                let bytes = metadata.is_file().then(|| fs::read(&path).unwrap());
                let modified = metadata.modified().unwrap();
                tree.insert(shown.display().to_string(), Entry { modified, bytes });
                if metadata.is_dir() {
                    folders.push(path);
                }
            }
        }
        tree
    }

    /// Returns every file with its content, by its path.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.tree()
            .into_iter()
            .filter_map(|(path, entry)| Some((path, entry.bytes?)))
            .collect()
    }

    /// Returns the incomplete files that runs have left.
    #[must_use]
    pub fn leftovers(&self) -> Vec<String> {
        let mut paths: Vec<String> = self.tree().into_keys().collect();
        paths.retain(|path| path.contains(".codegen-"));
        paths
    }

    /// Returns a run of the tool in the folder of the copy.
    pub fn tool<I: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = I>) -> Tool<'_> {
        Tool {
            repository: self,
            arguments: arguments
                .into_iter()
                .map(|argument| argument.as_ref().to_owned())
                .collect(),
            folder: self.at(""),
            environment: Vec::new(),
            input: Vec::new(),
            is_restricted: false,
        }
    }

    /// Runs the tool in the folder of the copy.
    ///
    /// # Panics
    ///
    /// Panics as [`Tool::run`] does, and if the run leaves an incomplete file.
    #[track_caller]
    pub fn run<I: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = I>) -> Outcome {
        let outcome = self.tool(arguments).run();
        assert_eq!(self.leftovers(), Vec::<String>::new(), "{outcome}");
        outcome
    }
}

/// Copies a folder with its files and folders.
fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "it lies in a folder of the test alone"
)]
fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// A run of the tool that has not begun.
#[derive(Debug)]
pub struct Tool<'a> {
    repository: &'a Repository,
    arguments: Vec<OsString>,
    folder: PathBuf,
    environment: Vec<(OsString, OsString)>,
    input: Vec<u8>,
    is_restricted: bool,
}

impl Tool<'_> {
    /// Runs it in another folder of the copy.
    #[must_use]
    pub fn folder(mut self, path: &str) -> Self {
        self.folder = self.repository.at(path);
        self
    }

    /// Sets a variable of its environment.
    #[must_use]
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.environment
            .push((name.into(), value.as_ref().to_owned()));
        self
    }

    /// Sets the text that it reads from the standard input.
    #[must_use]
    pub fn input(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.input = bytes.into();
        self
    }

    /// Makes permissions of files apply to it, which root ignores otherwise.
    #[must_use]
    pub fn restricted(mut self) -> Self {
        self.is_restricted = true;
        self
    }

    /// Returns the command, without variables in its environment that change what is printed.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = if self.is_restricted && is_root(self.repository) {
            let mut command = Command::new("setpriv");
            let capabilities = "-dac_override,-dac_read_search";
            command.arg(format!("--inh-caps={capabilities}"));
            command.arg(format!("--bounding-set={capabilities}"));
            command.arg(binary());
            command
        } else {
            Command::new(binary())
        };
        for name in ["COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
            command.env_remove(name);
        }
        command
            .args(&self.arguments)
            .current_dir(&self.folder)
            .env("TMPDIR", self.repository.temporary.path())
            .env("XDG_CACHE_HOME", self.repository.temporary.path())
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// Runs it to its end.
    ///
    /// # Panics
    ///
    /// Panics if it panics, hangs, or does not end by itself.
    #[must_use]
    #[track_caller]
    pub fn run(self) -> Outcome {
        let mut command = self.command();
        // The time starts here, since the first command builds the tool.
        let started = Instant::now();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = self.input;
        // A tool that stops reading does not fail the test; its output is checked.
        thread::spawn(move || stdin.write_all(&input));
        let stdout = reader(child.stdout.take().unwrap());
        let stderr = reader(child.stderr.take().unwrap());
        let code = wait(&mut child, started);
        let outcome = Outcome {
            code,
            stdout: stdout.join().unwrap(),
            stderr: stderr.join().unwrap(),
            took: started.elapsed(),
        };
        let is_own_end = matches!(outcome.code, Some(0 | 1 | 2 | 4));
        assert!(is_own_end, "it hangs or crashes: {outcome}");
        assert!(!outcome.stderr.contains("panicked"), "{outcome}");
        assert!(!outcome.stdout.contains("panicked"), "{outcome}");
        outcome
    }
}

/// Reports whether files that this process creates belong to root.
fn is_root(repository: &Repository) -> bool {
    #[cfg(unix)]
    let is_root = {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(repository.at("")).unwrap().uid() == 0
    };
    #[cfg(not(unix))]
    let is_root = false;
    is_root
}

fn reader(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Returns the exit code, or `None` if a signal ended the run or it had to be killed.
fn wait(child: &mut Child, started: Instant) -> Option<i32> {
    while started.elapsed() < LONGEST_RUN {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

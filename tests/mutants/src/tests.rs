//! The tests: the mutants that each of them reaches, and its result with one of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use nix::{
    sys::signal::{Signal, killpg},
    unistd::Pid,
};
use serde_json::{Value, json};

use crate::{
    Result, append,
    tree::{Built, Program, Tree, cargo},
};

/// The memory limit of a test, in kilobytes of address space: a mutant can request any amount of memory.
const MEMORY: &str = "16000000";

/// Tests that measure time, and are not run with mutants: they fail if the machine is busy.
const UNSTEADY: &[&str] = &["tests/cost"];

/// Numbers of random cases that suffice, unless the environment sets others.
const CASES: &[(&str, &str)] = &[
    ("AGREEMENT_DOCUMENTS", "2000"),
    ("COMPAT_RANDOM_NUMBERS", "500"),
    ("COMPAT_RANDOM_PAIRS", "300"),
];

/// A test that passes without a mutant.
pub struct Test {
    pub program: Program,
    pub name: String,
    pub seconds: f64,
    /// The numbers of the mutants that it reaches.
    pub reached: BTreeSet<usize>,
}

pub enum Ended {
    Passed,
    Failed,
    TimedOut,
}

/// The environment in which tests run.
pub struct Bench<'a> {
    tree: &'a Tree,
    /// A program that replaces cargo.
    shim: PathBuf,
}

impl<'a> Bench<'a> {
    /// Creates the environment. Each test asks cargo for the tool, and the answer is always the same.
    pub fn new(tree: &'a Tree, built: &Built) -> Result<Self> {
        let folder = tree.copy.with_file_name("cargo");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("tool.json"), &built.tool)?;
        let shim = folder.join("cargo");
        let text = format!(
            "#!/bin/sh\ncase \"$*\" in 'build --quiet --bin xtask --message-format json') exec cat '{}' ;; esac\nexec '{}' \"$@\"\n",
            folder.join("tool.json").display(),
            Path::new(&cargo()).display(),
        );
        fs::write(&shim, text)?;
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(&shim, mode)?;
        Ok(Self { tree, shim })
    }

    fn command(&self, program: &Program, temporary: &Path) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -v \"$0\"; exec \"$@\"", MEMORY]);
        command
            .arg(&program.path)
            .current_dir(&program.folder)
            .process_group(0);
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_") && text != "CARGO_HOME" || text.starts_with("MUTANT") {
                command.env_remove(&name);
            }
        }
        for (name, value) in CASES.iter().filter(|(name, _)| env::var_os(name).is_none()) {
            command.env(name, value);
        }
        command
            .env("CARGO", &self.shim)
            .env("CARGO_MANIFEST_DIR", &program.folder)
            .env("CARGO_TARGET_DIR", &self.tree.build)
            .env("INSTA_UPDATE", "no")
            .env("INSTA_WORKSPACE_ROOT", &self.tree.copy)
            .env("RUST_BACKTRACE", "0")
            .env("TMPDIR", temporary)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn names(&self, program: &Program) -> Result<Vec<String>> {
        let mut command = self.command(program, &env::temp_dir());
        let output = command
            .args(["--list", "--format", "terse"])
            .stdout(Stdio::piped())
            .output()?;
        let text = String::from_utf8(output.stdout)?;
        Ok(text
            .lines()
            .filter_map(|line| line.strip_suffix(": test"))
            .map(str::to_owned)
            .collect())
    }

    /// Runs tests of one program one after the other, and ends all processes that they have started.
    pub fn run(
        &self,
        program: &Program,
        names: &[&str],
        variable: (&str, &str),
        limit: Duration,
    ) -> Result<Ended> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        // The folder is not below the checkout, where the tests would find its `.git`.
        let temporary = env::temp_dir().join(format!("mutants-{}-{count}", std::process::id()));
        fs::create_dir_all(&temporary)?;
        let mut command = self.command(program, &temporary);
        command
            .args(["--exact", "--test-threads=1"])
            .args(names)
            .env(variable.0, variable.1);
        let started = Instant::now();
        let mut child = command.spawn()?;
        let ended = loop {
            match child.try_wait()? {
                Some(status) if status.success() => break Ended::Passed,
                // These codes mean that the shell did not find the program, not that a test failed.
                Some(status) if matches!(status.code(), Some(126 | 127)) => {
                    return Err(format!("cannot start {}", program.path.display()).into());
                }
                Some(_) => break Ended::Failed,
                None if started.elapsed() > limit => break Ended::TimedOut,
                None => thread::sleep(Duration::from_millis(5)),
            }
        };
        let _ = killpg(Pid::from_raw(child.id().cast_signed()), Signal::SIGKILL);
        child.wait()?;
        drop(fs::remove_dir_all(temporary));
        Ok(ended)
    }

    /// Runs each test once without a mutant. Results from before are kept, except for tests whose names contain one
    /// of `again`.
    pub fn trace(
        &self,
        programs: &[Program],
        known: &Path,
        (again, skipped): (&[String], &[String]),
        (limit, jobs): (Duration, usize),
    ) -> Result<Vec<Test>> {
        let mut lines = BTreeMap::<(String, String), Value>::new();
        for line in fs::read_to_string(known).unwrap_or_default().lines() {
            if let Ok(value) = serde_json::from_str::<Value>(line) {
                let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
                lines.insert((text("program"), text("test")), value);
            }
        }
        let mut all = Vec::new();
        for program in programs
            .iter()
            .filter(|it| !UNSTEADY.contains(&it.name.as_str()))
        {
            for name in self.names(program)? {
                let has =
                    |part: &String| format!("{}::{name}", program.name).contains(part.as_str());
                if !skipped.iter().any(has) {
                    all.push((program, name));
                }
            }
        }
        let is_new = |(program, name): &&(&Program, String)| {
            !lines.contains_key(&(program.name.clone(), name.clone()))
                || again
                    .iter()
                    .any(|part| format!("{}::{name}", program.name).contains(part.as_str()))
        };
        let queue = Mutex::new(all.iter().filter(is_new).collect::<Vec<_>>());
        let count = queue.lock().map_err(|_| "a thread failed")?.len();
        eprintln!("{} tests, {count} of them are traced", all.len());
        let work = |job: usize| -> Result<()> {
            let file = known.with_file_name(format!("trace-{job}"));
            loop {
                let next = queue.lock().map_err(|_| "a thread failed")?.pop();
                let Some((program, name)) = next else {
                    return Ok(());
                };
                drop(fs::remove_file(&file));
                let started = Instant::now();
                let path = file.to_string_lossy();
                let ended = self.run(program, &[name], ("MUTANT_TRACE", &path), limit)?;
                let text = fs::read_to_string(&file).unwrap_or_default();
                let reached: BTreeSet<usize> =
                    text.lines().filter_map(|line| line.parse().ok()).collect();
                let line = json!({
                    "program": program.name, "test": name, "passes": matches!(ended, Ended::Passed),
                    "seconds": started.elapsed().as_secs_f64(), "reached": reached,
                });
                append(known, &line)?;
            }
        };
        on_threads(jobs, &work)?;
        for line in fs::read_to_string(known).unwrap_or_default().lines() {
            let value: Value = serde_json::from_str(line)?;
            let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
            lines.insert((text("program"), text("test")), value);
        }
        let mut tests = Vec::new();
        for (program, name) in all {
            let Some(line) = lines.get(&(program.name.clone(), name.clone())) else {
                continue;
            };
            if line["passes"] != true {
                eprintln!(
                    "fails without a mutant, or takes too long, so it judges none: {} {name}",
                    program.name
                );
                continue;
            }
            let reached = line["reached"].as_array().into_iter().flatten();
            tests.push(Test {
                program: program.clone(),
                seconds: line["seconds"].as_f64().unwrap_or_default(),
                reached: reached
                    .filter_map(|id| Some(id.as_u64()? as usize))
                    .collect(),
                name,
            });
        }
        Ok(tests)
    }
}

/// Does the same work on several threads.
pub fn on_threads(jobs: usize, work: &(dyn Fn(usize) -> Result<()> + Sync)) -> Result<()> {
    thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs)
            .map(|job| scope.spawn(move || work(job)))
            .collect();
        threads
            .into_iter()
            .try_for_each(|it| it.join().map_err(|_| "a thread failed")?)
    })
}

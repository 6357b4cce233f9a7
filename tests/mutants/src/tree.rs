//! The copy of the workspace that is changed, and its builds.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    env,
    ffi::OsString,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{Result, list::Mutant, rewrite};

/// A mutant that is not part of the build.
pub enum Out {
    NotBuilt,
    Untried,
}

/// The folders of a run.
pub struct Tree {
    /// The checkout, which is only read.
    pub root: PathBuf,
    /// The copy.
    pub copy: PathBuf,
    /// The folder in which cargo builds.
    pub build: PathBuf,
}

/// A program with tests.
#[derive(Clone)]
pub struct Program {
    pub name: String,
    pub path: PathBuf,
    pub folder: PathBuf,
}

pub struct Built {
    pub programs: Vec<Program>,
    /// The message of cargo about the tool, which tests request.
    pub tool: String,
    pub out: BTreeMap<usize, Out>,
}

/// Returns the cargo program that started this one.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Returns a command of cargo in the copy, without the variables that cargo sets for the package of this program.
fn cargo_in(tree: &Tree) -> Command {
    let mut command = Command::new(cargo());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_MANIFEST_") || text.starts_with("CARGO_PKG_") {
            command.env_remove(&name);
        }
    }
    command
        .current_dir(&tree.copy)
        .env("CARGO_TARGET_DIR", &tree.build)
        .env("CARGO_INCREMENTAL", "0");
    command.stderr(Stdio::null());
    command
}

impl Tree {
    pub fn new(root: &Path) -> Self {
        let folder = root.join("target/mutants");
        Self {
            root: root.to_owned(),
            copy: folder.join("tree"),
            build: folder.join("build"),
        }
    }

    /// Copies the workspace with all mutants, and builds its tests. Mutants that do not compile are removed until
    /// the rest does.
    pub fn build(&self, mutants: &[Mutant], not_built: &Path) -> Result<Built> {
        let mut dropped: BTreeSet<usize> = match fs::read_to_string(not_built) {
            Ok(text) => text.lines().filter_map(|line| line.parse().ok()).collect(),
            Err(_) => BTreeSet::new(),
        };
        for round in 1..=40 {
            let mut unplaced = BTreeSet::new();
            let written = self.write(mutants, &dropped, &mut unplaced)?;
            let messages = self.run(&[
                "test",
                "--workspace",
                "--all-features",
                "--no-run",
                "--no-fail-fast",
            ])?;
            let errors: Vec<&Value> = messages
                .iter()
                .filter(|it| {
                    it.pointer("/message/level")
                        .is_some_and(|level| level == "error")
                })
                .collect();
            let before = dropped.len();
            for error in &errors {
                dropped.extend(blamed(error, &written));
            }
            eprintln!(
                "build {round}: {} errors, {} mutants taken out",
                errors.len(),
                dropped.len()
            );
            let lines: String = dropped.iter().map(|id| format!("{id}\n")).collect();
            fs::write(not_built, lines)?;
            if errors.is_empty() {
                let programs = programs(&messages);
                let tool = self.run(&["build", "--bin", "xtask"])?;
                let is_tool = |it: &&Value| it["executable"].is_string();
                let tool = tool
                    .iter()
                    .find(is_tool)
                    .ok_or("there is no tool")?
                    .to_string();
                let mut out = BTreeMap::new();
                out.extend(dropped.into_iter().map(|id| (id, Out::NotBuilt)));
                out.extend(unplaced.into_iter().map(|id| (id, Out::NotBuilt)));
                let untried = mutants
                    .iter()
                    .enumerate()
                    .filter(|(_, it)| it.untried.is_some());
                out.extend(untried.map(|(id, _)| (id, Out::Untried)));
                return Ok(Built {
                    programs,
                    tool,
                    out,
                });
            }
            if dropped.len() == before {
                let first = errors[0]
                    .pointer("/message/rendered")
                    .and_then(Value::as_str);
                return Err(format!("no mutant is to blame: {}", first.unwrap_or_default()).into());
            }
        }
        Err("it does not compile".into())
    }

    /// Runs cargo, and reads its messages.
    fn run(&self, arguments: &[&str]) -> Result<Vec<Value>> {
        let output = cargo_in(self)
            .args(arguments)
            .args(["--message-format", "json"])
            .output()?;
        let text = String::from_utf8(output.stdout)?;
        let messages: Vec<Value> = text
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        let is_error = |it: &Value| {
            it.pointer("/message/level")
                .is_some_and(|level| level == "error")
        };
        if !output.status.success() && !messages.iter().any(is_error) {
            return Err(format!(
                "`cargo {}` fails in {}",
                arguments.join(" "),
                self.copy.display()
            )
            .into());
        }
        Ok(messages)
    }

    /// Writes every file of the checkout that differs in the copy, and removes files that are not in the checkout.
    fn write(
        &self,
        mutants: &[Mutant],
        dropped: &BTreeSet<usize>,
        unplaced: &mut BTreeSet<usize>,
    ) -> Result<BTreeMap<String, rewrite::Rewritten>> {
        let mut by_file = BTreeMap::<&str, Vec<(usize, &Mutant)>>::new();
        for (id, mutant) in mutants.iter().enumerate() {
            if !dropped.contains(&id) && mutant.untried.is_none() {
                by_file.entry(&mutant.file).or_default().push((id, mutant));
            }
        }
        let crates: BTreeSet<&str> = mutants
            .iter()
            .filter_map(|it| Some(it.file.split_once("/src/")?.0))
            .collect();
        let output = Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(&self.root)
            .output()?;
        let listed = String::from_utf8(output.stdout)?;
        let mut written = BTreeMap::new();
        let mut kept = HashSet::new();
        for path in listed.split_terminator('\0') {
            let from = self.root.join(path);
            let to = self.copy.join(path);
            // Deleted files can still be listed.
            let Ok(metadata) = fs::symlink_metadata(&from) else {
                continue;
            };
            if metadata.is_symlink() {
                fs::create_dir_all(to.parent().ok_or("no folder")?)?;
                drop(fs::remove_file(&to));
                std::os::unix::fs::symlink(fs::read_link(&from)?, &to)?;
                kept.insert(to);
                continue;
            }
            let mut bytes = fs::read(&from)?;
            if let Some(mutants) = by_file.get(path) {
                let rewritten = rewrite::rewrite(&String::from_utf8(bytes)?, mutants, unplaced)
                    .map_err(|error| format!("{path}: {error}"))?;
                bytes = rewritten.text.clone().into_bytes();
                written.insert(path.to_owned(), rewritten);
            }
            let is_crate = path.rsplit_once("/src/").is_some_and(|(folder, name)| {
                crates.contains(folder) && ["lib.rs", "main.rs"].contains(&name)
            });
            if is_crate {
                bytes.extend_from_slice(b"mod mutants_switch;\n");
                let switch = from.with_file_name("mutants_switch.rs");
                let switch = self.copy.join(switch.strip_prefix(&self.root)?);
                write(&switch, include_bytes!("switch.rs"))?;
                kept.insert(switch);
            }
            write(&to, &bytes)?;
            fs::set_permissions(&to, metadata.permissions())?;
            kept.insert(to);
        }
        remove_others(&self.copy, &kept)?;
        Ok(written)
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().ok_or("no folder")?)?;
    Ok(fs::write(path, bytes)?)
}

fn remove_others(folder: &Path, kept: &HashSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            remove_others(&path, kept)?;
        } else if !kept.contains(&path) && !path.ends_with("Cargo.lock") {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// Returns the mutants that an error is about: the one whose code it points to, or else all at that position.
fn blamed(error: &Value, written: &BTreeMap<String, rewrite::Rewritten>) -> Vec<usize> {
    let mut spans = Vec::new();
    let mut messages = vec![error.pointer("/message").unwrap_or(error)];
    while let Some(message) = messages.pop() {
        let list = |name: &str| {
            message
                .get(name)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
        };
        messages.extend(list("children"));
        spans.extend(list("spans").filter_map(|span| {
            let file = written.get(span.get("file_name")?.as_str()?)?;
            let start = span.get("byte_start")?.as_u64()? as usize;
            let end = span.get("byte_end")?.as_u64()? as usize;
            Some((!span.get("is_primary")?.as_bool()?, file, start..end))
        }));
    }
    // Primary spans come first.
    spans.sort_by_key(|(is_other, ..)| *is_other);
    let holds = |outer: &Range<usize>, inner: &Range<usize>| {
        outer.start <= inner.start && inner.end <= outer.end
    };
    for (_, file, span) in &spans {
        let own = file.own.iter().filter(|(range, _)| holds(range, span));
        if let Some((_, id)) = own.min_by_key(|(range, _)| range.len()) {
            return vec![*id];
        }
    }
    for (_, file, span) in &spans {
        let whole = file.whole.iter().filter(|(range, _)| holds(range, span));
        if let Some((range, _)) = whole.min_by_key(|(range, _)| range.len()) {
            let same = file.whole.iter().filter(|(other, _)| other == range);
            return same.map(|(_, id)| *id).collect();
        }
    }
    // The error is a match without an arm for some case: all of its arms that were made conditional are removed.
    let Some((_, file, span)) = spans.first() else {
        return Vec::new();
    };
    let mut depth = 0;
    let end = file.text[span.end..].find(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        depth == 0 && letter == '}'
    });
    let inside = span.end..span.end + end.unwrap_or_default();
    (file.own.iter().filter(|(range, _)| holds(&inside, range)))
        .filter(|(range, _)| file.text[range.clone()].starts_with(" if !"))
        .map(|(_, id)| *id)
        .collect()
}

fn programs(messages: &[Value]) -> Vec<Program> {
    let program = |message: &Value| {
        let is_test = message.pointer("/profile/test")?.as_bool()?;
        let path = PathBuf::from(message.get("executable")?.as_str()?);
        let folder = Path::new(message.get("manifest_path")?.as_str()?)
            .parent()?
            .to_owned();
        let target = message.pointer("/target/name")?.as_str()?;
        let name = format!("{}/{target}", folder.file_name()?.to_str()?);
        is_test.then_some(Program { name, path, folder })
    };
    messages.iter().filter_map(program).collect()
}

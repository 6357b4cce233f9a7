//! Generated code, built into a program that the harness calls.

use std::{
    cell::RefCell,
    env, fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use super::oracle::{Ask, Rejection};

/// A module of the program.
pub(crate) struct Module {
    pub(crate) name: &'static str,
    /// The folder of the generated code: an absolute path, or one relative to the root of the repository.
    pub(crate) code: PathBuf,
    /// The type that decodes a document.
    pub(crate) decodes: &'static str,
    pub(crate) change: Option<Change>,
}

/// A replacement in a file of the generated code.
pub(crate) struct Change {
    pub(crate) file: &'static str,
    pub(crate) right: &'static str,
    pub(crate) wrong: &'static str,
}

/// A running program: it answers each line with one line.
pub(crate) struct Program(RefCell<Pipes>);

struct Pipes {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Program {
    /// Builds a program and starts it. In it, `serde_json` has some features in addition to those that
    /// `schema-runtime` enables.
    pub(crate) fn start(name: &str, json_features: &[&str], modules: &[Module]) -> Self {
        Self::run(&mut Command::new(build(name, json_features, modules)))
    }

    /// Starts a program that answers as one of generated code does.
    pub(crate) fn run(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self(RefCell::new(Pipes {
            child,
            input,
            output,
        }))
    }

    /// Returns the type of one module.
    pub(crate) fn module<'a>(&'a self, module: &'a str) -> Ask<'a> {
        Box::new(move |document| {
            let mut pipes = self.0.borrow_mut();
            // Between tokens, a space is equivalent to a line feed; strings contain no line feeds.
            let document = document.replace('\n', " ");
            let line = format!("{module} {document}\n");
            pipes
                .input
                .as_mut()
                .unwrap()
                .write_all(line.as_bytes())
                .unwrap();
            let mut answer = String::new();
            pipes.output.read_line(&mut answer).unwrap();
            match answer.trim_end_matches('\n').split_once(' ') {
                Some(("accepted", written)) => Ok(written.to_owned()),
                Some(("refused", message)) => Err(Rejection {
                    message: message.to_owned(),
                    error: None,
                }),
                _ => panic!("no answer: {answer:?}"),
            }
        })
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let pipes = self.0.get_mut();
        drop(pipes.input.take());
        drop(pipes.child.wait());
    }
}

/// Builds the program in the target folder of the workspace, and returns its path.
fn build(name: &str, json_features: &[&str], modules: &[Module]) -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workspace = workspace.canonicalize().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let target = folder.ancestors().nth(2).unwrap();
    let manifest = manifest(name, json_features, &workspace);
    write(&folder.join("Cargo.toml"), &manifest);
    let lock = fs::read_to_string(workspace.join("Cargo.lock")).unwrap();
    if !folder.join("Cargo.lock").exists() {
        write(&folder.join("Cargo.lock"), &lock);
    }
    let sources = folder.join("src");
    for module in modules {
        let from = workspace.join(&module.code);
        let to = sources.join(module.name).join("v1");
        copy(&from, &to, module.change.as_ref());
    }
    write(&sources.join("main.rs"), &main_file(modules));
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--offline", "--quiet", "--target-dir"])
        .arg(target)
        .current_dir(&folder)
        .env("RUSTFLAGS", "-Awarnings")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "the program was not built:\n{errors}"
    );
    target.join("debug").join(name)
}

fn manifest(name: &str, json_features: &[&str], workspace: &Path) -> String {
    let runtime = workspace.join("crates/schema-runtime");
    format!(
        r#"[package]
name = "{name}"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
schema-runtime = {{ path = {runtime:?} }}
serde = {{ version = "1", features = ["derive"] }}
# Without what other packages of the workspace add.
serde_json = {{ version = "1", features = {json_features:?} }}

[profile.dev]
debug = false

[workspace]
"#
    )
}

fn main_file(modules: &[Module]) -> String {
    let mut text = String::from("#![allow(warnings)]\n");
    for Module { name, .. } in modules {
        text += &format!("mod {name} {{ pub mod v1; }}\n");
    }
    text += r#"
fn answer<T: serde::Serialize + serde::de::DeserializeOwned>(document: &str) -> String {
    match schema_runtime::from_slice::<T>(document.as_bytes()) {
        Ok(value) => format!("accepted {}", serde_json::to_string(&value).unwrap()),
        Err(error) => format!("refused {}", error.to_string().replace('\n', " ")),
    }
}

fn main() {
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let (module, document) = line.split_once(' ').unwrap();
        let answer = match module {
"#;
    for Module { name, decodes, .. } in modules {
        text += &format!(
            "            {name:?} => {{ use {name}::v1::*; answer::<{decodes}>(document) }}\n"
        );
    }
    text += r#"            _ => panic!("no such module: {module}"),
        };
        println!("{answer}");
    }
}
"#;
    text
}

/// Copies generated files, with a change if there is one.
fn copy(from: &Path, to: &Path, change: Option<&Change>) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            copy(&path, &to.join(&name), None);
            continue;
        }
        let mut text = fs::read_to_string(&path).unwrap();
        if let Some(change) = change.filter(|change| name == change.file) {
            let Change { right, wrong, .. } = change;
            assert!(
                text.contains(right),
                "`{right}` is not in {}",
                path.display()
            );
            text = text.replace(right, wrong);
        }
        write(&to.join(&name), &text);
    }
}

/// Writes a file unless it has the content already, so that nothing is built without need.
#[expect(
    clippy::disallowed_methods,
    reason = "it lies in the target folder, and is written anew by every run"
)]
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

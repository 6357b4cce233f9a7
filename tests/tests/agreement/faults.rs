//! Generated code with faults on purpose, built into a program that the harness asks.

use std::{
    cell::RefCell,
    env, fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use super::oracle::{Ask, Refusal};

/// One wrong thing.
pub(crate) struct FaultyCode {
    /// The name of the module that has it.
    pub(crate) module: &'static str,
    file: &'static str,
    right: &'static str,
    pub(crate) wrong: &'static str,
}

/// The module without a fault.
pub(crate) const RIGHT: &str = "right";

pub(crate) const FAULTS: &[FaultyCode] = &[
    FaultyCode {
        module: "wrong_bound",
        file: "job_completed.rs",
        right: "pub duration_ms: Integer<0, MAX_SAFE_INTEGER>,",
        wrong: "pub duration_ms: Integer<1, MAX_SAFE_INTEGER>,",
    },
    FaultyCode {
        module: "wrong_length",
        file: "job_completed.rs",
        right: "(1..=100).contains(&text.chars().count())",
        wrong: "(1..=100).contains(&text.len())",
    },
    FaultyCode {
        module: "wrong_pattern",
        file: "event.rs",
        right: "(1, b'-') => 0,",
        wrong: "(1, b'-') => 1,",
    },
    FaultyCode {
        module: "wrong_tag",
        file: "job_completed.rs",
        right: r#"&["succeeded", "failed"]"#,
        wrong: r#"&["succeeded", "failure"]"#,
    },
    FaultyCode {
        module: "wrong_optionality",
        file: "job_completed.rs",
        right: "pub failure_reason: FailureReason,",
        wrong: "pub failure_reason: Option<FailureReason>,",
    },
    FaultyCode {
        module: "wrong_set_member",
        file: "job_completed.rs",
        right: r#"Self::Timeout => "timeout","#,
        wrong: r#"Self::Timeout => "timed_out","#,
    },
    FaultyCode {
        module: "wrong_format",
        file: "job_completed.rs",
        right: "pub completed_at: Timestamp,",
        wrong: "pub completed_at: String,",
    },
];

/// The program, as it runs: it answers one line for each line.
pub(crate) struct Program(RefCell<Pipes>);

struct Pipes {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Program {
    /// Builds the program and starts it.
    pub(crate) fn start() -> Self {
        let mut child = Command::new(build())
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

    /// The type of one module.
    pub(crate) fn module<'a>(&'a self, module: &'a str) -> Ask<'a> {
        Box::new(move |document| {
            let mut pipes = self.0.borrow_mut();
            // Between tokens a space is as good as a line feed; inside texts there is none.
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
                Some(("refused", message)) => Err(Refusal {
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

/// Builds the program in the target folder of the workspace, and says where it is.
fn build() -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workspace = workspace.canonicalize().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("agreement-faults");
    let target = folder.ancestors().nth(2).unwrap();
    write(&folder.join("Cargo.toml"), &manifest(&workspace));
    let lock = fs::read_to_string(workspace.join("Cargo.lock")).unwrap();
    if !folder.join("Cargo.lock").exists() {
        write(&folder.join("Cargo.lock"), &lock);
    }
    let generated = workspace.join("crates/scrapenest-webhooks/src/generated/v1");
    let sources = folder.join("src");
    copy(&generated, &sources.join(RIGHT).join("v1"), None);
    for fault in FAULTS {
        copy(
            &generated,
            &sources.join(fault.module).join("v1"),
            Some(fault),
        );
    }
    write(&sources.join("main.rs"), &main_file());
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
    target.join("debug/agreement-faults")
}

fn manifest(workspace: &Path) -> String {
    let runtime = workspace.join("crates/schema-runtime");
    format!(
        r#"[package]
name = "agreement-faults"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
schema-runtime = {{ path = {runtime:?} }}
serde = {{ version = "1", features = ["derive"] }}
# Its features are those that `schema-runtime` asks for, without what other packages of the workspace add.
serde_json = "1"

[profile.dev]
debug = false

[workspace]
"#
    )
}

fn main_file() -> String {
    let modules: Vec<&str> = FAULTS
        .iter()
        .map(|fault| fault.module)
        .chain([RIGHT])
        .collect();
    let mut text = String::from("#![allow(warnings)]\n");
    for module in &modules {
        text += &format!("mod {module} {{ pub mod v1; }}\n");
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
    for module in &modules {
        text += &format!(
            "            {module:?} => answer::<{module}::v1::Event<{module}::v1::JobCompleted>>(document),\n"
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

/// Copies generated files, with a fault if there is to be one.
fn copy(from: &Path, to: &Path, fault: Option<&FaultyCode>) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            copy(&path, &to.join(&name), None);
            continue;
        }
        let mut text = fs::read_to_string(&path).unwrap();
        if let Some(fault) = fault.filter(|fault| name == fault.file) {
            let FaultyCode { right, wrong, .. } = fault;
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

/// Writes a file that is not so already, so that nothing is built for nothing.
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

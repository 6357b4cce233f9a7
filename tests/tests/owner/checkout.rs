//! A copy of the repository, with the commands that a schema owner runs in it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{Mutex, MutexGuard, PoisonError},
};

use repository_tests::tool::{cargo, root};
use serde_json::Value;

/// A lock by which tests take turns: they share the folder, so that each compiles only what it changed.
static TURN: Mutex<()> = Mutex::new(());

pub(crate) struct Checkout {
    folder: PathBuf,
    target: PathBuf,
    _turn: MutexGuard<'static, ()>,
}

impl Checkout {
    /// Copies the files that git tracks or would add, as one commit on `main`.
    pub(crate) fn new() -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let owner = root().join("target/owner");
        let folder = owner.join("checkout");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let folder = folder.canonicalize().unwrap();
        let arguments = [
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ];
        let files = git(&arguments, &root()).output().unwrap();
        assert!(files.status.success(), "{files:?}");
        for path in String::from_utf8(files.stdout)
            .unwrap()
            .split_terminator('\0')
        {
            let (from, to) = (root().join(path), folder.join(path));
            if from.is_file() {
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::copy(from, to).unwrap();
            }
        }
        // Cargo distinguishes units of a workspace by paths inside it, so two copies must not share this folder.
        let target = owner.join("target");
        let checkout = Self {
            folder,
            target,
            _turn: turn,
        };
        checkout.git(&["init", "--quiet", "--initial-branch", "main"]);
        checkout.commit();
        checkout
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap()
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a test may be killed in the middle"
    )]
    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.join(path), text).unwrap();
    }

    pub(crate) fn edit(&self, path: &str, change: impl FnOnce(&mut Value)) {
        let mut root = serde_json::from_str(&self.read(path)).unwrap();
        change(&mut root);
        self.write(path, &format!("{root:#}\n"));
    }

    #[track_caller]
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} lacks {old}");
        self.write(path, &text.replace(old, new));
    }

    pub(crate) fn remove(&self, path: &str) {
        let path = self.folder.join(path);
        match path.is_dir() {
            true => fs::remove_dir_all(path).unwrap(),
            false => fs::remove_file(path).unwrap(),
        }
    }

    /// Renames a field in some files, and in those of some folders.
    pub(crate) fn rename_in(&self, paths: &[&str], old: &str, new: &str) {
        let mut files: Vec<PathBuf> = paths.iter().map(|path| self.folder.join(path)).collect();
        while let Some(file) = files.pop() {
            if file.is_dir() {
                files.extend(fs::read_dir(file).unwrap().map(|it| it.unwrap().path()));
                continue;
            }
            let file = file.strip_prefix(&self.folder).unwrap().to_str().unwrap();
            self.write(file, &self.read(file).replace(old, new));
        }
    }

    /// Approves each break as the finding suggests.
    pub(crate) fn approve(&self) {
        let (_, said) = self.run(&["xtask", "check"]);
        let mut approvals = Vec::new();
        for block in said.split("[[approval]]").skip(1) {
            let lines = block.lines().skip(1).map(str::trim);
            let lines: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
            approvals.push(format!("[[approval]]\n{}\n", lines.join("\n")));
        }
        approvals.sort();
        approvals.dedup();
        assert!(!approvals.is_empty(), "{said}");
        let approvals = approvals
            .join("\n")
            .replace('…', "Agreed with all consumers.");
        self.write("schemas/approvals.toml", &approvals);
    }

    /// Runs the commands of the README for a changed schema, and then the same tests again.
    #[track_caller]
    pub(crate) fn finish(&self) {
        self.xtask(&["fmt"], 0);
        self.xtask(&["codegen"], 0);
        self.xtask(&["check"], 0);
        self.test();
        let before = self.state();
        self.xtask(&["codegen"], 0);
        self.test();
        assert_eq!(self.state(), before, "the second run changes files");
        self.commit();
    }

    /// Releases what has changed, and tests again.
    #[track_caller]
    pub(crate) fn release(&self) {
        self.xtask(&["release", "--date", "2027-01-31"], 0);
        self.xtask(&["check"], 0);
        self.test();
        self.xtask(&["codegen", "--check"], 0);
    }

    /// Runs the tests that the README names.
    #[track_caller]
    fn test(&self) {
        let (code, said) = self.run(&["test-schemas"]);
        assert_eq!(code, Some(0), "{said}");
    }

    #[track_caller]
    pub(crate) fn xtask(&self, arguments: &[&str], expected: i32) {
        let (code, said) = self.run(&[&["xtask"], arguments].concat());
        assert_eq!(code, Some(expected), "{arguments:?}: {said}");
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let Output {
            status,
            stdout,
            stderr,
        } = cargo(&self.folder)
            .args(arguments)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("INSTA_UPDATE", "always")
            .output()
            .unwrap();
        let text = [stdout, stderr].concat();
        (status.code(), String::from_utf8_lossy(&text).into_owned())
    }

    /// Returns all files with their digests, as git sees them.
    fn state(&self) -> String {
        self.git(&["add", "--all"]);
        self.git(&["ls-files", "--stage"])
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "Change schemas"]);
    }

    #[track_caller]
    fn git(&self, arguments: &[&str]) -> String {
        let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
        let output = git(&[&identity, arguments].concat(), &self.folder)
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }
}

fn git(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder);
    command
}

//! What the history of the checkout says was released: `git`, as a program of its own.

use std::{
    ffi::{OsStr, OsString},
    fs,
    path::Path,
    process::Command,
};

use schema_registry::{diagnostic::Diagnostic, load, model::Registry, released};

/// The branches that releases are made on, the first that exists.
const MAIN_BRANCHES: [&str; 2] = ["origin/main", "main"];

/// What is released otherwise than the main branch has it, or why that cannot be told. Without a
/// history there is nothing to compare with, and that is no fault of the registry.
pub(crate) fn rewritten(folder: &Path, registry: &Registry) -> Result<Vec<Diagnostic>, String> {
    let git = Git { folder };
    let is_shallow = git
        .line(&["rev-parse", "--is-shallow-repository"])
        .ok_or("the registry is in no checkout of git")?;
    if is_shallow == "true" {
        return Err("the checkout has only a part of the history; fetch all of it".into());
    }
    let main = MAIN_BRANCHES
        .into_iter()
        .find(|branch| {
            git.line(&["rev-parse", "--verify", "--quiet", branch])
                .is_some()
        })
        .ok_or("there is no branch `main`")?;
    let base = git
        .line(&["merge-base", "HEAD", main])
        .ok_or_else(|| format!("this branch has no commit in common with `{main}`"))?;
    let files = git
        .run(&["ls-tree", "-r", "-z", "--name-only", &base, "--", "."])
        .ok_or_else(|| format!("the files of commit {base} cannot be listed"))?;
    let mut findings = Vec::new();
    for path in files.split('\0') {
        let suffix = format!("/{}/{}", load::RELEASED_FOLDER, load::RELEASE_INDEX_FILE);
        let Some(major) = path.strip_suffix(&suffix) else {
            continue;
        };
        // `<family>/<major>`; an index anywhere else is none.
        if major.matches('/').count() != 1 {
            continue;
        }
        let before = git
            .run(&["show", &format!("{base}:./{path}")])
            .ok_or_else(|| format!("`{path}` of commit {base} cannot be read"))?;
        findings.extend(released::rewritten(registry, major, &before));
    }
    Ok(findings)
}

/// The day of the commit that is checked out, as `YYYY-MM-DD`.
pub(crate) fn date_of_head(folder: &Path) -> Option<String> {
    Git { folder }.line(&["log", "-1", "--format=%cs"])
}

/// The folder of the files below the folder of a copy.
pub(crate) const FILES: &str = "files";

/// Copies the registry's files as they are at a commit, or says why not. Neither the checkout nor its
/// index is touched.
pub(crate) fn checkout(folder: &Path, commit: &str, copy: &Path) -> Result<(), String> {
    let git = Git { folder };
    let top = git
        .line(&["rev-parse", "--show-toplevel"])
        .ok_or("it is no folder, and the registry is in no checkout of git")?;
    let found = git
        .object(&format!("{commit}^{{commit}}"))
        .ok_or("it is no folder, and no commit of this checkout")?;
    let tree = git
        .object(&format!("{found}:./"))
        .ok_or_else(|| format!("commit {found} has no such registry"))?;
    let files = copy.join(FILES);
    fs::create_dir(&files).map_err(|error| error.to_string())?;
    // The names are from the top of the tree, as those of the index are.
    let git = Git {
        folder: Path::new(&top),
    };
    let mut prefix = OsString::from("--prefix=");
    prefix.push(&files);
    prefix.push("/");
    let index = copy.join("index");
    let steps: [&[&OsStr]; 2] = [
        &["read-tree".as_ref(), tree.as_ref()],
        &["checkout-index".as_ref(), "--all".as_ref(), &prefix],
    ];
    for step in steps {
        let output = git.command(step).env("GIT_INDEX_FILE", &index).output();
        let output = output.map_err(|error| format!("cannot run `git`: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
        }
    }
    Ok(())
}

struct Git<'a> {
    folder: &'a Path,
}

impl Git<'_> {
    /// What a command prints, if it succeeds.
    fn run(&self, arguments: &[&str]) -> Option<String> {
        let output = self.command(arguments).output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The object that a text names, whatever the text is.
    fn object(&self, name: &str) -> Option<String> {
        self.line(&["rev-parse", "--verify", "--quiet", "--end-of-options", name])
    }

    fn command(&self, arguments: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.folder).args(arguments);
        // Reading takes no lock, so that it disturbs nobody else.
        command.env("GIT_OPTIONAL_LOCKS", "0");
        command
    }

    /// The one line that a command prints.
    fn line(&self, arguments: &[&str]) -> Option<String> {
        let text = self.run(arguments)?;
        Some(text.trim())
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
    }
}

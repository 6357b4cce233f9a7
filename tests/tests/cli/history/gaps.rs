//! `check` always reports that the history could not be read.

use std::{fs, os::unix::fs::symlink, process::Command};

use repository_tests::tool::{Outcome, Repository};

use super::{DATE, commit, git, is_found, is_unchecked, released, rewrite, rewritten, save};
use crate::cli::release::unreleased;

const NOTE: &str = "note: releases were not compared with the history: ";

/// Checks that there is a note about it, and an error with `--require-history`.
#[track_caller]
fn is_noted(run: impl Fn(&[&str]) -> Outcome, why: &str) {
    run(&["check"]).exits(0).says(NOTE).says(why);
    let required = run(&["check", "--require-history"]);
    is_unchecked(&required, why);
    required.says_nothing_of("`--require-history`");
    let github = run(&["check", "--require-history", "--format", "github"]);
    github.exits(1).says("::error title=unchecked-history");
    let github = run(&["check", "--format", "github"]);
    github
        .exits(0)
        .says("::warning title=unchecked-history")
        .says(why);
}

#[test]
fn a_history_that_is_required_is_there_or_it_is_an_error() {
    let repository = released();
    let run = |arguments: &[&str]| repository.run(arguments);
    is_noted(run, "no folder above has `.git`");
    git(&repository, &["init", "--quiet"]);
    is_noted(run, "nothing is committed yet");
    commit(&repository, DATE);
    let required = repository.run(["check", "--require-history"]);
    required.exits(0).says("0 errors, 0 warnings");
    git(&repository, &["branch", "--move", "trunk"]);
    is_noted(run, "there is no branch `main`");
    git(&repository, &["branch", "--move", "main"]);
    save_empty(&repository);
    let address = format!("file://{}", repository.at("").display());
    git(
        &repository,
        &["clone", "--quiet", "--depth", "1", &address, "shallow"],
    );
    is_noted(
        |arguments| repository.tool(arguments).folder("shallow").run(),
        "only a part of the history",
    );
    git(&repository, &["clone", "--quiet", &address, "whole"]);
    let whole = repository
        .tool(["check", "--require-history"])
        .folder("whole")
        .run();
    whole.exits(0);
    // CI checks out a commit, and only the origin has the branch.
    git(
        &repository,
        &["-C", "whole", "checkout", "--quiet", "--detach", "HEAD~1"],
    );
    git(
        &repository,
        &[
            "-C", "whole", "branch", "--quiet", "--delete", "--force", "main",
        ],
    );
    let whole = repository
        .tool(["check", "--require-history"])
        .folder("whole")
        .run();
    whole.exits(0);
}

fn save_empty(repository: &Repository) {
    git(
        repository,
        &["commit", "--quiet", "--allow-empty", "--message", "More"],
    );
}

/// A registry that was moved, or that is new, has nothing to be compared with.
#[test]
fn a_registry_that_the_base_does_not_have_is_noted() {
    let repository = released();
    fs::rename(repository.at("schemas"), repository.at("before")).unwrap();
    commit(&repository, DATE);
    git(&repository, &["checkout", "--quiet", "-b", "topic"]);
    fs::rename(repository.at("before"), repository.at("schemas")).unwrap();
    save(&repository, "Move");
    is_noted(
        |arguments| repository.run(arguments),
        ", has no registry at this path",
    );
    // The first release of an existing registry cannot lose anything.
    let repository = unreleased();
    commit(&repository, DATE);
    git(&repository, &["checkout", "--quiet", "-b", "topic"]);
    repository.run(["release", "--date", "2026-01-03"]).exits(0);
    let first = repository.run(["check", "--require-history"]);
    first.exits(0).says("0 errors, 0 warnings");
}

/// An unreadable list protects nothing, so the check fails.
#[test]
fn a_list_that_cannot_be_read_is_an_error() {
    let index = super::INDEX;
    let break_it: [&dyn Fn(&Repository); 4] = [
        &|repository| repository.write(index, "{"),
        &|repository| repository.write(index, b"\"\xff\""),
        &|repository| {
            repository.remove(index);
            symlink("elsewhere.json", repository.at(index)).unwrap();
        },
        &|repository| repository.write(index, " ".repeat(9 * 1024 * 1024)),
    ];
    let expected = [
        "is not JSON",
        "is not UTF-8",
        "is not a regular file",
        "bytes, and the limit is",
    ];
    for (broken, why) in break_it.into_iter().zip(expected) {
        let repository = released();
        let good = repository.read(index);
        broken(&repository);
        commit(&repository, DATE);
        repository.remove(index);
        repository.write(index, good);
        is_unchecked(&repository.run(["check"]), why);
    }
}

#[test]
fn a_branch_without_a_common_commit_is_an_error() {
    let repository = rewritten();
    git(&repository, &["checkout", "--quiet", "--orphan", "alone"]);
    save(&repository, "Alone");
    is_unchecked(
        &repository.run(["check"]),
        "no commit in common with `refs/heads/main`",
    );
}

/// Committed files that look like a repository are not the repository that contains them.
#[test]
fn an_embedded_bare_repository_is_an_error() {
    let repository = released();
    fs::create_dir(repository.at("sub")).unwrap();
    for name in ["schemas", "docs", "crates"] {
        fs::rename(repository.at(name), repository.at(&format!("sub/{name}"))).unwrap();
    }
    let check = || repository.tool(["check"]).folder("sub").run();
    commit(&repository, DATE);
    check().exits(0).says_nothing_of("note: ");
    // Its `main` has released nothing.
    git(
        &repository,
        &["clone", "--quiet", "--bare", ".", "embedded"],
    );
    let (program, ran) = super::trap(&repository);
    let config = format!(
        "[core]\nrepositoryformatversion = 1\nbare = true\nfsmonitor = {0}\nsshCommand = {0}\n\
         [extensions]\npartialClone = origin\n\
         [remote \"origin\"]\npromisor = true\nurl = ssh://host/y\n",
        program.display()
    );
    for name in ["HEAD", "objects", "refs", "packed-refs"] {
        let to = repository.at(&format!("sub/{name}"));
        fs::rename(repository.at(&format!("embedded/{name}")), to).unwrap();
    }
    repository.write("sub/config", config);
    repository.remove("embedded");
    is_unchecked(&check(), "has a git repository as plain files");
    // One object of it is missing, which `git` would fetch.
    let pack = fs::read_dir(repository.at("sub/objects/pack")).unwrap();
    for file in pack {
        fs::remove_file(file.unwrap().path()).unwrap();
    }
    is_unchecked(&check(), "has a git repository as plain files");
    let outcome = repository
        .tool(["diff", "--against", "main"])
        .folder("sub")
        .run();
    outcome
        .exits(2)
        .complains("has a git repository as plain files");
    assert!(!ran.exists(), "{}", fs::read_to_string(&ran).unwrap());
    // Without another repository above, these files do not count as a repository either.
    repository.remove(".git");
    check()
        .exits(0)
        .says(NOTE)
        .says("no folder above has `.git`");
    assert!(!ran.exists());
}

/// A `.git` that is not a repository is not skipped in favour of one above.
#[test]
fn a_git_entry_that_leads_nowhere_is_an_error() {
    let make: [&dyn Fn(&Repository); 6] = [
        &|repository| fs::create_dir(repository.at("schemas/.git")).unwrap(),
        &|repository| repository.write("schemas/.git", ""),
        &|repository| repository.write("schemas/.git", "gitdir: ../nowhere\n"),
        &|repository| repository.write("schemas/.git", "g".repeat(100_000)),
        &|repository| symlink("nowhere", repository.at("schemas/.git")).unwrap(),
        &|repository| {
            let pipe = Command::new("mkfifo")
                .arg(repository.at("schemas/.git"))
                .status();
            assert!(pipe.unwrap().success());
        },
    ];
    let expected = [
        "`",
        "does not name the folder of a repository",
        "nowhere",
        "it has 100000 bytes",
        "does not name the folder of a repository",
        "not a regular file",
    ];
    for (make, why) in make.into_iter().zip(expected) {
        let repository = rewritten();
        make(&repository);
        is_unchecked(&repository.run(["check"]), why);
    }
}

/// A link in the checkout would choose another folder of the history, or another history.
#[test]
fn a_registry_behind_a_link_is_an_error() {
    let repository = released();
    commit(&repository, DATE);
    let other = Repository::copy();
    rewrite(&repository);
    for (to, from) in [
        ("real", "real"),
        (other.at("elsewhere").to_str().unwrap(), "moved"),
    ] {
        let to = repository.at("").join(to);
        fs::rename(repository.at("schemas"), &to).unwrap();
        symlink(&to, repository.at("schemas")).unwrap();
        save(&repository, from);
        let outcome = repository.run(["check"]);
        outcome
            .exits(2)
            .complains("a symbolic link leads to the registry's folder");
        fs::remove_file(repository.at("schemas")).unwrap();
        fs::rename(&to, repository.at("schemas")).unwrap();
    }
    // A link to the whole checkout changes nothing.
    save(&repository, "Back");
    symlink(repository.at(""), other.at("link")).unwrap();
    let named = other.at("link/schemas");
    let outcome = repository.run(["check", "--registry", named.to_str().unwrap()]);
    is_found(&outcome);
}

//! Releases in the history of repositories that may be hostile.

mod configuration;
mod copies;
mod gaps;
mod references;
mod repositories;

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf, process::Command};

use repository_tests::tool::{Outcome, Repository};

use crate::{
    CREATED,
    cli::release::{INDEX, commit, git, released},
};

const DATE: &str = "2026-01-02T03:04:05Z";

/// Returns a repository that rewrites a release on the branch `topic`: `main` has an entry that is missing there.
fn rewritten() -> Repository {
    let repository = released();
    commit(&repository, DATE);
    rewrite(&repository);
    repository
}

/// Creates the branch `topic`, and undoes a release on it.
fn rewrite(repository: &Repository) {
    git(repository, &["checkout", "--quiet", "-b", "topic"]);
    take_back(repository);
    save(repository, "Rewrite");
}

/// Undoes a release as if it had not been made.
fn take_back(repository: &Repository) {
    repository.remove("schemas/webhooks/v1/released/job.created/1.0.0.json");
    repository.edit(INDEX, |root| {
        let releases = root["releases"].as_array_mut().unwrap();
        releases.retain(|release| release["event"] != "job.created");
    });
}

/// Makes one more release, without a commit.
fn release_again(repository: &Repository) {
    repository.edit(CREATED, |root| {
        root["description"] = "There is one more job.".into();
    });
    repository
        .run(["release", "--date", "2026-01-03"])
        .exits(0)
        .says("job.created");
}

fn save(repository: &Repository, message: &str) {
    git(repository, &["add", "--all"]);
    git(repository, &["commit", "--quiet", "--message", message]);
}

/// Checks that the rewritten release is found.
#[track_caller]
fn is_found(outcome: &Outcome) {
    outcome
        .exits(1)
        .says("error[rewritten-release]: `job.created` 1.0.0 was released");
    outcome.says_nothing_of("note: ");
}

/// Checks that the history could not be read, and that this is an error.
#[track_caller]
fn is_unchecked(outcome: &Outcome, why: &str) {
    outcome
        .exits(1)
        .says("error[unchecked-history]: releases were not compared with the history: ")
        .says(why);
}

/// Runs `git`, and returns what it prints.
#[track_caller]
fn ask(repository: &Repository, arguments: &[&str]) -> String {
    ask_with(repository, arguments, b"")
}

/// Runs `git` with an input, and returns what it prints.
#[track_caller]
fn ask_with(repository: &Repository, arguments: &[&str], input: &[u8]) -> String {
    let file = repository.at(".git/input-of-the-test");
    repository.write(".git/input-of-the-test", input);
    let output = Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.com"])
        .args(["-c", "protocol.file.allow=always"])
        .args(arguments)
        .current_dir(repository.at(""))
        .stdin(fs::File::open(&file).unwrap())
        .output()
        .unwrap();
    fs::remove_file(file).unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Writes a program that records that it ran, and returns its path and that of the record.
fn trap(repository: &Repository) -> (PathBuf, PathBuf) {
    let (program, ran) = (repository.at(".git/trap"), repository.at(".git/trap-ran"));
    let text = format!("#!/bin/sh\necho \"$@\" >> '{}'\ncat\n", ran.display());
    repository.write(".git/trap", text);
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    (program, ran)
}

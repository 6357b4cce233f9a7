//! `release` makes revisions that never change, and `check` notices one that did.

use std::{collections::BTreeMap, fs, process::Command, thread, time::Duration};

use repository_tests::tool::Repository;
use serde_json::json;

use crate::{COMPLETED, CREATED, add_property, cli::policy::approve, make_duration_a_string};

const RELEASED: &str = "schemas/webhooks/v1/released";
pub(super) const INDEX: &str = "schemas/webhooks/v1/released/index.json";
pub(super) const CHANGELOG: &str = "CHANGELOG.md";
pub(super) const RELEASE: [&str; 3] = ["release", "--date", "2026-01-02"];

/// Returns a copy without releases.
pub(super) fn unreleased() -> Repository {
    let repository = Repository::copy();
    if repository.at(RELEASED).exists() {
        repository.remove(RELEASED);
    }
    repository.write(CHANGELOG, "# Changelog\n\n## Unreleased\n\n- A crate.\n");
    repository.run(["codegen"]).exits(0);
    repository
}

/// Returns a copy in which every event was released once.
pub(super) fn released() -> Repository {
    let repository = unreleased();
    repository.run(RELEASE).exits(0);
    repository
}

pub(super) fn add_region(repository: &Repository) {
    let region = json!({ "description": "Where the job ran.", "type": "string" });
    add_property(repository, "region", region);
}

pub(super) fn set_revision(repository: &Repository, revision: &str) {
    repository.edit(COMPLETED, |root| root["x-event-version"] = revision.into());
}

/// Returns the revisions of an event, in the order of the list.
#[track_caller]
fn revisions(repository: &Repository, event: &str) -> Vec<String> {
    let index: serde_json::Value = serde_json::from_str(&repository.read(INDEX)).unwrap();
    let releases = index["releases"].as_array().unwrap().iter();
    releases
        .filter(|release| release["event"] == event)
        .map(|release| release["revision"].as_str().unwrap().to_owned())
        .collect()
}

/// Checks that the written release passes the check, and that a second run changes nothing.
#[track_caller]
pub(super) fn assert_done(repository: &Repository) {
    repository.run(["codegen", "--check"]).exits(0);
    repository
        .run(["check"])
        .exits(0)
        .says("0 errors, 0 warnings");
    let before = repository.tree();
    repository
        .run(RELEASE)
        .exits(0)
        .says("nothing to release\n");
    assert_eq!(repository.tree(), before);
}

#[test]
fn every_event_is_released_once() {
    let repository = unreleased();
    let before = repository.tree();
    let outcome = repository.run(["release", "--dry-run", "--date", "2026-01-02"]);
    outcome.exits(0).says("nothing was written");
    outcome.says("webhooks/v1/job.completed 1.0.0 (first revision)");
    assert_eq!(repository.tree(), before);
    let outcome = repository.run(RELEASE);
    outcome.exits(0).says("released 3 revisions");
    for event in ["artifact.ready", "job.completed", "job.created"] {
        assert_eq!(revisions(&repository, event), ["1.0.0"]);
        let file = repository.read(&format!("{RELEASED}/{event}/1.0.0.json"));
        assert!(!file.contains("\"envelope.json#"), "{file}");
    }
    let changelog = repository.read(CHANGELOG);
    assert!(changelog.starts_with("# Changelog\n\n## Unreleased\n\n- A crate.\n\n### "));
    assert_done(&repository);
}

#[test]
fn some_events_can_be_released_alone() {
    let repository = unreleased();
    let outcome = repository.run(["release", "job.created", "--date", "2026-01-02"]);
    outcome.exits(0).says("released 1 revision;");
    assert_eq!(revisions(&repository, "job.created"), ["1.0.0"]);
    assert_eq!(revisions(&repository, "job.completed"), [""; 0]);
    let outcome = repository.run(["release", "job.lost", "--date", "2026-01-02"]);
    outcome.exits(2).complains("no such event");
    repository
        .run(RELEASE)
        .exits(0)
        .says("released 2 revisions");
    assert_done(&repository);
}

#[test]
fn the_day_is_said_or_that_of_the_commit() {
    let repository = unreleased();
    repository.run(["release"]).exits(2).complains("`--date`");
    repository
        .run(["release", "--date", "2026-02-30"])
        .exits(2)
        .complains("a day, as `YYYY-MM-DD`");
    commit(&repository, "2025-03-04T05:06:07Z");
    let outcome = repository.run(["release", "--dry-run"]);
    outcome
        .exits(0)
        .says("date 2025-03-04, the date of the checked-out commit; `--date` sets another\n");
    let outcome = repository.run([&RELEASE[..], &["--dry-run"]].concat());
    outcome.says("date 2026-01-02, given by `--date`\n");
    let outcome = repository.run(["release"]);
    outcome.exits(0);
    // The line can be pasted, and is complete.
    let line = outcome
        .stdout
        .lines()
        .find_map(|line| line.split_once(". git "));
    let files: Vec<&str> = line.unwrap().1.split_whitespace().collect();
    git(&repository, &files);
    git(&repository, &["diff", "--quiet"]);
    let others = Command::new("git")
        .args(["ls-files", "--others"])
        .current_dir(repository.at(""))
        .output();
    assert_eq!(String::from_utf8(others.unwrap().stdout).unwrap(), "");
    assert_eq!(repository.read(INDEX).matches("\"2025-03-04\"").count(), 3);
}

#[test]
fn more_documents_are_a_minor_revision() {
    let repository = released();
    let old = repository.read(&format!("{RELEASED}/job.completed/1.0.0.json"));
    add_region(&repository);
    let outcome = repository.run(["release", "--date", "2026-02-03", "--notes", "Regions."]);
    outcome
        .exits(0)
        .says("job.completed 1.1.0 (minor since 1.0.0)");
    outcome.says("- `data.region`: added, optional");
    outcome.says_nothing_of("job.created");
    assert_eq!(revisions(&repository, "job.completed"), ["1.0.0", "1.1.0"]);
    assert!(
        repository
            .read(COMPLETED)
            .contains("\"x-event-version\": \"1.1.0\"")
    );
    assert_eq!(
        repository.read(&format!("{RELEASED}/job.completed/1.0.0.json")),
        old
    );
    let changelog = repository.read(CHANGELOG);
    let (_, entry) = changelog.split_once("### `job.completed` 1.1.0 ").unwrap();
    for part in [
        "of webhooks/v1, 2026-02-03\n\nMinor since 1.0.0.\n\nRegions.\n\n- `data.region`: added",
        "\nReaders of 1.0.0 accept what is written now.\n",
        "\"version\": \"1.1.0\"",
    ] {
        assert!(entry.contains(part), "{part}: {entry}");
    }
    assert_done(&repository);
}

#[test]
fn other_words_are_a_patch_of_every_event_that_has_them() {
    let repository = released();
    repository.edit("schemas/webhooks/v1/envelope.json", |root| {
        root["description"] = "Around every event.".into();
    });
    let outcome = repository.run(RELEASE);
    outcome.exits(0).says("released 3 revisions");
    for event in ["artifact.ready", "job.completed", "job.created"] {
        assert_eq!(revisions(&repository, event), ["1.0.0", "1.0.1"]);
    }
    assert_done(&repository);
}

#[test]
fn a_revision_can_be_raised_further_and_not_less() {
    let repository = released();
    add_region(&repository);
    for smaller in ["1.0.1", "0.9.0"] {
        set_revision(&repository, smaller);
        let before = repository.tree();
        repository.run(RELEASE).exits(1);
        assert_eq!(repository.tree(), before);
    }
    set_revision(&repository, "1.0.1");
    repository.run(RELEASE).exits(1).says("need 1.1.0");
    set_revision(&repository, "1.5.0");
    repository.run(RELEASE).exits(0).says("job.completed 1.5.0");
    assert_eq!(revisions(&repository, "job.completed"), ["1.0.0", "1.5.0"]);
    assert_done(&repository);
    set_revision(&repository, "1.10.0");
    repository.run(RELEASE).exits(0);
    let all = ["1.0.0", "1.5.0", "1.10.0"];
    assert_eq!(revisions(&repository, "job.completed"), all);
    assert_done(&repository);
}

#[test]
fn a_break_is_refused() {
    let repository = released();
    make_duration_a_string(&repository);
    let before = repository.tree();
    let outcome = repository.run(RELEASE);
    outcome.exits(1).says("`cargo xtask new-major webhooks`");
    outcome.says("accept this break: add this to `schemas/approvals.toml`");
    outcome.says("nothing was released");
    assert_eq!(repository.tree(), before);
    let found = repository.run([&RELEASE[..], &["--format", "json"]].concat());
    let found = found.exits(1).json();
    assert_eq!(found[0]["code"], "breaking-change");
    assert_eq!(found[0]["file"], COMPLETED);
    let github = repository.run([&RELEASE[..], &["--format", "github"]].concat());
    github.exits(1).says("::error title=breaking-change,file=");
    let sarif = repository.run([&RELEASE[..], &["--format", "sarif"]].concat());
    let sarif = sarif.exits(1).json();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "breaking-change");
}

/// An approved break is not shown as a harmless change.
#[test]
fn an_approved_break_is_seen() {
    let repository = released();
    repository.edit(CREATED, |root| {
        root["$defs"]["job_type"]["maxLength"] = 60.into();
    });
    approve(&repository, "Nobody sends longer ones.");
    let breaks = "Approved break: incompatible with 1.0.0. Nobody sends longer ones.";
    repository
        .run(RELEASE)
        .exits(0)
        .says(&format!("\n  {breaks}\n"));
    let changelog = repository.read(CHANGELOG);
    assert!(
        changelog.contains(&format!("\n\n**{breaks}**\n\n")),
        "{changelog}"
    );
    for (at, _) in changelog.match_indices("\n```\n") {
        let after = &changelog.as_bytes()[at + 5..];
        assert!(
            after.first().is_none_or(|byte| *byte == b'\n'),
            "{changelog}"
        );
    }
    assert_done(&repository);
    // The next release does not break anything.
    add_region(&repository);
    repository
        .run(RELEASE)
        .exits(0)
        .says_nothing_of("Approved break");
}

/// Schemas that do not pass the check are not released.
#[test]
fn a_finding_is_refused() {
    let repository = released();
    repository.edit(CREATED, |root| {
        root["description"] = "There is a job.".into();
        root["maxLenght"] = 3.into();
    });
    let before = repository.tree();
    repository
        .run(RELEASE)
        .exits(1)
        .says("error[unknown-keyword]");
    assert_eq!(repository.tree(), before);
}

#[test]
fn one_flipped_bit_is_noticed() {
    let repository = released();
    let path = format!("{RELEASED}/job.completed/1.0.0.json");
    let whole = fs::read(repository.at(&path)).unwrap();
    for at in (0..whole.len()).step_by(whole.len() / 20) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        repository.write(&path, &bytes);
        let outcome = repository.run(["check"]);
        outcome.exits(1).says(&format!("{path}:1:1\n"));
        outcome.says("1 error, 0 warnings");
        let before = repository.tree();
        repository
            .run(RELEASE)
            .exits(1)
            .says("fix the errors above first");
        assert_eq!(repository.tree(), before);
    }
    repository.write(&path, &whole);
    assert_done(&repository);
    repository.remove(&path);
    repository
        .run(["check"])
        .exits(1)
        .says("error[missing-released-file]");
    repository.write(&path, &whole);
    repository.write(&format!("{RELEASED}/job.completed/1.0.1.json"), &whole);
    repository
        .run(["check"])
        .exits(1)
        .says("error[unlisted-released-file]");
}

#[track_caller]
pub(super) fn git(repository: &Repository, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.com"])
        .args([
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(repository.at(""))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

/// Makes a commit of everything on the branch `main` of a new repository.
#[track_caller]
pub(super) fn commit(repository: &Repository, date: &str) {
    git(repository, &["init", "--quiet"]);
    git(repository, &["add", "--all"]);
    // The committer's date comes only from the environment.
    let status = Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.com"])
        .args([
            "-c",
            "commit.gpgsign=false",
            "commit",
            "--quiet",
            "--message",
            "All",
        ])
        .env("GIT_COMMITTER_DATE", date)
        .current_dir(repository.at(""))
        .status()
        .unwrap();
    assert!(status.success());
}

/// A file that was changed together with its digest agrees with it, but not with the history.
#[test]
fn a_rewritten_release_is_noticed() {
    let repository = released();
    commit(&repository, "2026-01-02T03:04:05Z");
    repository.run(["check"]).exits(0).says_nothing_of("note: ");
    let path = format!("{RELEASED}/job.created/1.0.0.json");
    let index = repository.read(INDEX);
    // A release that was not made yet.
    repository.remove(&path);
    repository.edit(INDEX, |root| {
        let releases = root["releases"].as_array_mut().unwrap();
        releases.retain(|release| release["event"] != "job.created");
    });
    repository.edit(CREATED, |root| {
        root["description"] = "There is a job.".into()
    });
    let rewritten = || {
        let outcome = repository.run(["check"]);
        outcome.exits(1).says("error[rewritten-release]");
        outcome.says("`job.created` 1.0.0").says(INDEX);
    };
    rewritten();
    repository.run(RELEASE).exits(0);
    rewritten();
    git(&repository, &["checkout", "--quiet", "-b", "topic"]);
    git(
        &repository,
        &["commit", "--quiet", "--all", "--message", "Rewrite"],
    );
    rewritten();
    repository.remove(RELEASED);
    let outcome = repository.run(["check"]);
    outcome.exits(1).says("`artifact.ready` 1.0.0 was released");
    git(
        &repository,
        &["checkout", "--quiet", "main", "--", "schemas"],
    );
    assert_eq!(repository.read(INDEX), index);
    repository.run(["check"]).exits(0);
}

#[test]
fn without_a_history_there_is_a_note() {
    let repository = released();
    let outcome = repository.run(["check"]);
    outcome
        .exits(0)
        .says("note: releases were not compared with the history");
    outcome.says("not in a git checkout");
    commit(&repository, "2026-01-02T03:04:05Z");
    git(&repository, &["branch", "--move", "trunk"]);
    repository.run(["check"]).exits(0).says("no branch `main`");
    git(&repository, &["branch", "--move", "main"]);
    git(
        &repository,
        &["commit", "--quiet", "--allow-empty", "--message", "More"],
    );
    let address = format!("file://{}", repository.at("").display());
    git(
        &repository,
        &["clone", "--quiet", "--depth", "1", &address, "shallow"],
    );
    let outcome = repository.tool(["check"]).folder("shallow").run();
    outcome.exits(0).says("only a part of the history");
    repository.tool(["check"]).env("PATH", "").run().exits(0);
}

pub(super) type Files = BTreeMap<String, Vec<u8>>;

pub(super) fn files(repository: &Repository) -> Files {
    let mut files = repository.files();
    files.retain(|path, _| !path.contains(".codegen-"));
    files
}

/// At every moment, the files are those before the release, or the next run completes it.
#[test]
fn a_killed_release_is_ended_by_the_next() {
    let change = |repository: &Repository| {
        add_region(repository);
        repository.edit(CREATED, |root| {
            root["description"] = "There is a job.".into()
        });
    };
    let ended = released();
    change(&ended);
    let before = files(&ended);
    let run_time = ended.run(RELEASE).exits(0).took;
    let after = files(&ended);
    let differing: Vec<&String> = after
        .keys()
        .filter(|path| after.get(*path) != before.get(*path))
        .collect();
    assert!(differing.len() > 8, "{differing:?}");
    let mut begun = 0;
    let repository = ended;
    for index in 0..24 {
        for path in files(&repository)
            .keys()
            .filter(|path| !before.contains_key(*path))
        {
            repository.remove(path);
        }
        for (path, bytes) in &before {
            repository.write(path, bytes);
        }
        let mut child = repository.tool(RELEASE).command().spawn().unwrap();
        if index % 2 == 0 {
            thread::sleep(run_time * index / 24);
        } else {
            // The run is killed once this file is written.
            let path = differing[differing.len() * usize::try_from(index).unwrap() / 24];
            while fs::read(repository.at(path)).ok().as_ref() == before.get(path)
                && child.try_wait().unwrap().is_none()
            {
                thread::sleep(Duration::from_micros(50));
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let left = files(&repository);
        for path in left.keys().chain(after.keys()) {
            let found = left.get(path);
            let is_manifest = path == crate::MANIFEST;
            let is_whole = found == before.get(path) || found == after.get(path);
            assert!(is_whole || is_manifest, "{path}, moment {index}");
        }
        let is_listed = left.get(INDEX) == after.get(INDEX);
        begun += u32::from(left != before && !is_listed);
        if is_listed {
            assert_eq!(left, after, "the list is written last, moment {index}");
        }
        repository.run(RELEASE).exits(0);
        assert_eq!(files(&repository), after, "moment {index}");
    }
    assert!(begun >= 4, "{begun} of 24 runs were killed in the middle");
}
